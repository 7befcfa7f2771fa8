import ArgumentParser
import CSV
import Panels
import Reporting

struct OutlookCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outlook",
        abstract: "How often have comparable regions achieved a growth? The outside view.",
        usage: "milepost outlook <panel> --value <column> --growth <rate> --years <number> [<options>]",
        discussion: """
            Counts the windows of a panel in which a region of similar size grew at least so fast, by period between \
            changes of classification. Similar is a value at the start of the window within a factor of the region's \
            latest value (--for) or of a value (--size); without either, every region counts. Of a ratio (--over) it \
            is the value above the line. With --out it writes \
            outlook.csv and windows.csv.

              milepost outlook seeds/high-tech.csv --value ht_revenue_100m_yuan --leave-out china --break 2018 \
            --growth 20% --years 4 --for zhejiang
            """)

    @Argument(help: "CSV file with a row per region and year.", completion: .file(extensions: ["csv"]))
    var panel: String

    @OptionGroup var layout: PanelOptions

    @Option(help: "Growth a year, as 20%; a fall with an equals sign, as --growth=-5%.")
    var growth: String

    @Option(help: "Years that it lasts.")
    var years: Int

    @Option(name: .customLong("for"), help: "Region in question: windows start near its latest value.")
    var target: String?

    @Option(help: "Value that windows start near, in the unit of the column.")
    var size: Double?

    @Option(help: "Windows start between this factor below and above the size (default: 3).")
    var factor: Double?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        _ = try rate()
        try layout.check(target: target)
        if !(1...500).contains(years) { throw ValidationError("--years is \(years); give a number from 1 to 500.") }
        if let factor {
            if !(factor >= 1 && factor.isFinite) {
                throw ValidationError("--factor is \(factor); give a number from 1, e.g. 3.")
            }
            if target == nil, size == nil {
                throw ValidationError("--factor is around a size; give one with --for REGION or --size VALUE.")
            }
        }
        if let size, !(size > 0 && size.isFinite) {
            throw ValidationError("--size is \(size); give a value above zero.")
        }
        if target != nil, size != nil { throw ValidationError("--for and --size both say the size; give one of them.") }
    }

    mutating func run() throws {
        try Failure.reporting(panel) {
            if let out = output.out { try OutputDirectory.check(out) }
            let line = ProgressLine(label: "outlook", language: output.lang, quiet: output.quiet)
            defer { line.finish() }
            let (levels, sizes) = try layout.panelWithSizes(at: panel)
            guard levels.values.joined().contains(where: { $0 ?? 0 > 0 }) else {
                throw PanelError.nothingToDo(
                    reason: "\(levels.name) has no value above zero, and growth is counted from such a value on; "
                        + "name another column with --value")
            }
            let region = try target.map { try Self.latest(of: $0, in: sizes) }
            let view = OutsideView(
                of: levels, sizes: sizes, growth: try rate(), years: years, size: region?.value ?? size,
                factor: factor ?? OutsideView.defaultFactor)
            line.finish()
            let files = OutlookTables.files(of: view, panel: levels, region: target, byteOrderMark: output.excel)
            if let out = output.out { try OutputDirectory.write(to: out, files: files) }
            if !output.quiet { show(view, of: levels, region: region, files: files.map(\.relativePath)) }
        }
    }

    /// The growth as a fraction.
    private func rate() throws -> Double {
        let text = growth.hasSuffix("%") ? String(growth.dropLast()) : ""
        guard let percent = Double(text), percent > -100, percent <= 1e6 else {
            throw ValidationError("--growth is \(growth); give percent a year, e.g. 20%.")
        }
        return percent / 100
    }

    /// Latest value of a region, which must be above zero to have a size.
    private static func latest(of name: String, in panel: Panel) throws(PanelError) -> OutlookSummary.Subject {
        guard let region = panel.index(of: name) else {
            throw .unknownRegion(name, nearest: nearestName(to: name, among: panel.regions))
        }
        guard let latest = panel.latest(of: region) else {
            throw .nothingToDo(reason: "\(name) has no value in the panel; give --size instead of --for")
        }
        guard latest.value > 0 else {
            throw .nothingToDo(
                reason: "the latest value of \(name), \(latest.value) in \(latest.year), has no regions of like size; "
                    + "give --size instead of --for")
        }
        return (name, latest.year, latest.value)
    }

    private func show(_ view: OutsideView, of panel: Panel, region: OutlookSummary.Subject?, files: [String]) {
        switch output.format {
        case .table:
            Terminal.write(
                OutlookSummary.text(
                    of: view, panel: panel, region: region, format: output.text, directory: output.out, files: files))
        case .csv: Terminal.write(OutlookTables.periods(of: view, panel: panel, region: target).csv())
        case .json: Terminal.write(OutlookTables.periods(of: view, panel: panel, region: target).json().text)
        }
    }
}
