import ArgumentParser
import CSV
import Glibc
import Panels
import Scenarios

/// A panel in a CSV file: where it is and how it is read.
struct PanelOptions: ParsableArguments {
    @Option(help: "Column with the values.")
    var value: String?

    @Option(help: "Column with the regions.")
    var region: String = "region"

    @Option(help: "Column with the years.")
    var year: String = "year"

    @Option(help: "Column to divide the values by, for shares and intensities.")
    var over: String?

    @Option(help: "Region that does not enter, such as the sum of all; may be given several times.")
    var leaveOut: [String] = []

    @Option(
        name: .customLong("break"),
        help: "First year of a new classification; may be given several times. A change across it is not growth.")
    var breaks: [Int] = []

    /// The options, besides the value column, that are given and differ from what holds without them.
    var given: [String] {
        var names: [String] = []
        if region != "region" { names.append("--region") }
        if year != "year" { names.append("--year") }
        if over != nil { names.append("--over") }
        if !leaveOut.isEmpty { names.append("--leave-out") }
        if !breaks.isEmpty { names.append("--break") }
        return names
    }

    /// - Throws: `ValidationError` for a region that is asked for and left out.
    func check(target: String?) throws {
        if let target, leaveOut.contains(target) {
            throw ValidationError("--for names \(target), which --leave-out leaves out; drop one of the two.")
        }
    }

    /// Reads the panel of a path, or of a shipped file of that name.
    ///
    /// - Throws: `ValidationError` without a value column, `PanelFileError` for the file.
    func panel(at path: String) throws -> Panel { try read(path).panel }

    /// The panel, and that of the sizes of its regions: what stands above the line.
    ///
    /// - Throws: as ``panel(at:)``.
    func panelWithSizes(at path: String) throws -> (panel: Panel, sizes: Panel) {
        let (panel, layout, bytes, file) = try read(path)
        return (panel, try layout.sizes(bytes: bytes, path: file))
    }

    private func read(_ path: String) throws -> (panel: Panel, layout: PanelFile, bytes: [UInt8], file: String) {
        let file = ScenarioLocator.locateFile(path)
        guard let bytes = FileAccess.real.read(file), !ScenarioLocator.isDirectory(file) else {
            throw PanelFileError(path: path, line: nil, kind: .unreadable(nearest: ScenarioLocator.sibling(of: file)))
        }
        guard let value else {
            let header = try CSVFile(bytes: bytes, path: file).header.filter { $0 != region && $0 != year }
            throw ValidationError(
                "--value is missing; \(path) has the column\(header.count == 1 ? "" : "s") "
                    + "\(header.joined(separator: ", ")).")
        }
        let layout = PanelFile(
            region: region, year: year, value: value, divisor: over, leftOut: leaveOut, breaks: breaks)
        return (try layout.panel(bytes: bytes, path: file), layout, bytes, file)
    }
}

/// Whole numbers as a range `2016..2020` or a list `2016,2018`.
struct NumberList: ExpressibleByArgument {
    var values: [Int]

    /// No more than this many; a longer list is a slip.
    static let limit = 500

    init?(argument: String) {
        var values: [Int] = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: ".", omittingEmptySubsequences: false)
            switch ends.count {
            case 1:
                guard let value = Int(ends[0]) else { return nil }
                values.append(value)
            case 3:
                guard ends[1].isEmpty, let first = Int(ends[0]), let last = Int(ends[2]), first <= last,
                    last - first < Self.limit
                else { return nil }
                values += first...last
            default: return nil
            }
        }
        if values.isEmpty || values.count > Self.limit { return nil }
        self.values = values
    }
}
