import ArgumentParser
import InputOutput
import Reporting
import Scenarios

/// How input-output tables are read.
struct TableInput: ParsableArguments {
    @Option(
        help: "Sector file that gives the sectors their names and order: code, name_en, name_zh, group.",
        completion: .file(extensions: ["csv"]))
    var sectors: String?

    @Option(
        help: "Mapping file that says which rows and columns of a CSV mean what, for tables of other makers.",
        completion: .file(extensions: ["yaml"]))
    var mapping: String?

    @Option(help: "Region to take out of a folder that pymrio saved; without it, all regions side by side.")
    var region: String?

    @Option(help: "Money unit of the figures, where the files do not say (default for Milepost's layout: 亿元).")
    var unit: String?

    func validate() throws {
        if mapping != nil, sectors != nil {
            throw ValidationError("--mapping names the sectors itself; leave out --sectors.")
        }
    }

    /// The table of a file, a shipped file, or a folder that pymrio saved.
    ///
    /// - Throws: `ScenarioError`; warnings go to standard error.
    func read(_ path: String, isBalanced: Bool = true) throws -> TableDocument {
        let file = ScenarioLocator.locateFile(path)
        let layout = try layout(of: file)
        var document = try TableReader().read(file, layout: layout, isBalanced: isBalanced)
        if let unit {
            if !document.unit.isEmpty, unit != document.unit {
                throw ValidationError("--unit is \(unit), but the figures of \(file) are in \(document.unit).")
            }
            document.unit = unit
        }
        if case .wide = layout, document.unit.isEmpty { document.unit = "亿元" }
        for warning in document.warnings { Terminal.writeError(warning.description) }
        return document
    }

    private func layout(of file: String) throws -> TableLayout {
        if let mapping {
            if region != nil {
                throw ValidationError("--region takes a region out of a folder of pymrio, not with --mapping.")
            }
            return .mapped(by: ScenarioLocator.locateFile(mapping))
        }
        if ScenarioLocator.isDirectory(file) {
            if sectors != nil {
                throw ValidationError("\(file) is a folder of pymrio, which names its sectors itself.")
            }
            return .pymrio(region: region)
        }
        if region != nil {
            throw ValidationError("--region takes a region out of a folder of pymrio; \(file) is none.")
        }
        let shipped = ScenarioLocator.locateFile("seeds/sectors.csv")
        return .wide(
            sectors: sectors.map(ScenarioLocator.locateFile), names: ScenarioLocator.isFile(shipped) ? shipped : nil)
    }
}

/// Where the result of a table command goes and how it looks.
struct TableOutput: ParsableArguments {
    @Option(name: .shortAndLong, help: "File to write; one that is there is refused without --force.")
    var out: String?

    @Flag(help: "Write over the file that --out names.")
    var force = false

    @Flag(help: "Begin CSV files with a byte order mark, so that Excel shows Chinese text.")
    var excel = false

    @Option(help: "Language of the text.")
    var lang: Language = .english

    @Option(help: "What to print: tables for reading, or the figures with full precision.")
    var format: OutputOptions.Format = .table

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func validate() throws {
        if let out, out.isEmpty { throw ValidationError("--out is empty; name a file, e.g. result.csv.") }
    }

    @OptionGroup var appearance: AppearanceOptions

    var text: TextFormat { appearance.text(lang) }

    /// A line for work that takes its time.
    func progress(_ command: String) -> ProgressLine {
        ProgressLine(label: "table " + command, language: lang, quiet: quiet)
    }

    /// Shows a report; with `--out` writes its figures, as JSON where that is the format, else as CSV.
    func show(_ report: WorkbenchReport) throws {
        try write(format == .json ? report.data.json().text : csv(report.data))
        display(report)
    }

    /// Shows a report about a table that was made; `--out` writes that table.
    func show(_ report: WorkbenchReport, writing document: TableDocument) throws {
        if out != nil {
            for warning in try document.checkWritable() { Terminal.writeError(warning.description) }
            try write(csv(TableCSV.data(of: document)))
        }
        display(report)
    }

    private func csv(_ data: DataTable) -> String { String(decoding: data.csv(byteOrderMark: excel), as: UTF8.self) }

    private func write(_ text: String) throws {
        if let out { try NewFile.write(text, to: out, replacing: force, hint: "choose another name, or --force") }
    }

    private func display(_ report: WorkbenchReport) {
        if quiet { return }
        switch format {
        case .table: Terminal.write(report.text(text, written: out))
        case .csv: Terminal.write(report.data.csv())
        case .json: Terminal.write(report.data.json().text)
        }
    }
}
