import ArgumentParser
import Goals
import HTMLReport
import Ledger
import Reporting
import Scenarios

/// A ledger that a run adds its forecasts to.
struct RecordOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ledger (CSV) to add the forecasts to, for `milepost score`. Forecasts that it has already are not repeated.",
            valueName: "ledger"),
        completion: .file(extensions: ["csv"]))
    var record: String?

    func validate() throws {
        if record?.isEmpty ?? false { throw ValidationError("--record is empty; name a file, e.g. ledger.csv.") }
    }

    func validate(beside ensemble: EnsembleOptions) throws {
        guard record != nil else { return }
        if ensemble.priorOnly {
            throw ValidationError(
                "--record keeps what is forecast with all that is known, and --prior-only leaves the published figures "
                    + "out; record without it. `milepost backtest` scores the prior beside what was learned.")
        }
        if ensemble.asOf != nil {
            throw ValidationError(
                "--record keeps forecasts, and with --as-of they would be hindsight; record without it.")
        }
    }
}

/// A report beside the other files.
struct ReportOption: ParsableArguments {
    @Flag(help: "Put report.html, one file to read and to print, into --out; see `milepost report`.")
    var report = false

    func validate(beside output: OutputOptions) throws {
        guard report, output.out == nil else { return }
        throw ValidationError(
            "--report puts report.html into --out; name a directory with it, or write the report alone with "
                + "`milepost report`.")
    }

    /// The report as a file of the directory; nothing without the option.
    func files(
        of results: [ScenarioResult], comparisons: [ComparisonResult] = [], named names: [String], folder: String = "",
        language: Language
    ) -> [OutputFile] {
        guard report else { return [] }
        let origin = ReportOrigin(version: Milepost.version, scenarios: names)
        return [
            OutputFile(relativePath: (folder.isEmpty ? "" : folder + "/") + "report.html") {
                Array(
                    HTMLReport.text(of: results, comparisons: comparisons, origin: origin, language: language).utf8)
            }
        ]
    }
}

/// What the results of a run leave: files, entries of a ledger, and what is printed.
struct RunDelivery {
    let output: OutputOptions
    let workbook: WorkbookOptions
    let record: String?
    let report: ReportOption
    private var results: [ScenarioResult] = []
    private var records: [RunRecord] = []
    private var folders: [String] = []
    private var files: [OutputFile] = []
    private var forecasts: [LedgerEntry] = []

    init(output: OutputOptions, workbook: WorkbookOptions, record: String?, report: ReportOption) {
        self.output = output
        self.workbook = workbook
        self.record = record
        self.report = report
    }

    /// Throws where something could not be written, so that a long run is refused before it starts.
    func check() throws {
        if let out = output.out { try OutputDirectory.check(out) }
        if let record { try LedgerFile.check(record, besides: output.out) }
        try workbook.check(besides: output.out)
        if let record, let xlsx = workbook.xlsx, FileSystem.resolved(record) == FileSystem.resolved(xlsx) {
            throw ValidationError("--record and --xlsx name the same file, \(xlsx); give each its own.")
        }
    }

    /// - Parameters:
    ///   - name: of the scenario, as the user gave it.
    ///   - folder: subdirectory of the files; empty for none.
    mutating func add(_ result: ScenarioResult, _ made: RunRecord, named name: String, folder: String = "") {
        results.append(result)
        records.append(made)
        folders.append(folder)
        if record != nil { forecasts += result.ledgerEntries(made.stamp(for: result.scenario)) }
        if output.out != nil {
            files += ReportFiles.files(
                of: result, record: made, folder: folder, language: output.lang, byteOrderMark: output.excel)
            files += report.files(of: [result], named: [name], folder: folder, language: output.lang)
        }
    }

    /// Writes and prints all.
    mutating func finish() throws {
        let made = try workbook.made(besides: output.out) {
            ResultWorkbook.workbook(of: Array(zip(results, records)), language: output.lang)
        }
        files += made?.files ?? []
        let (out, all) = (output.out, files)
        let place = { () throws(OutputError) in if let out { try OutputDirectory.write(to: out, files: all) } }
        let text = try page { if let made { try made.write(after: place) } else { try place() } }
        let recorded = try record.map { try LedgerFile.append(forecasts, to: $0, byteOrderMark: output.excel) }
        guard !output.quiet else { return }
        Terminal.write(text)
        if let record, let recorded, output.format == .table {
            Terminal.write("\n" + RecordNote.text(of: recorded, path: record, language: output.lang))
        }
    }

    /// The targets; where no scenario has one, its named industries.
    private static func answers(_ results: [ScenarioResult]) -> DataTable {
        results.allSatisfy(\.targets.isEmpty) && results.contains { !$0.themes.isEmpty }
            ? ThemesTable.table(of: results) : TargetsTable.table(of: results)
    }

    /// What to print, put together while the files are written.
    private func page(whileWriting write: () throws -> Void) rethrows -> String {
        if output.quiet {
            try write()
            return ""
        }
        let (format, text, directory) = (output.format, output.text, output.out)
        let (names, results, folders) = (files.map(\.relativePath), results, folders)
        return try beside(
            {
                switch format {
                case .table:
                    zip(results, folders).map { result, folder in
                        let prefix = folder.isEmpty ? "" : folder + "/"
                        return RunSummary.text(
                            of: result, format: text,
                            directory: directory.map { folder.isEmpty ? $0 : $0 + "/" + folder },
                            files: names.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) })
                    }.joined()
                case .csv: String(decoding: Self.answers(results).csv(), as: UTF8.self)
                case .json: Self.answers(results).json().text
                }
            }, write)
    }
}
