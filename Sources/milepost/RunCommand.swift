import ArgumentParser
import Goals
import Ledger
import LinearAlgebra
import Reporting
import Scenarios

struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Project scenarios and judge their targets.",
        usage: "milepost run <scenarios> ... [<options>]",
        discussion: """
            Prints a verdict per target: the latest known figure, where the region is heading, the odds. With --out \
            it also writes projections.csv (IAMC layout), targets.csv, charts/*.csv, base-year.csv and run.json, \
            and themes.csv where commitments name industries: --format csv and json print that one where there is no \
            target.

            A scenario is a path, or the name of a shipped one:
              milepost run scenarios/hunan/high-tech-share.yaml
              milepost run hunan/high-tech-share liuyang/biopharma --out results
              milepost run zhejiang/platforms --members 100000 --seed 7
            """)

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @Option(
        help: ArgumentHelp(
            "Ledger (CSV) to add the forecasts to, for `milepost score`. Forecasts that it has already are not repeated.",
            valueName: "ledger"),
        completion: .file(extensions: ["csv"]))
    var record: String?

    @OptionGroup var ensemble: EnsembleOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard let record else { return }
        if record.isEmpty { throw ValidationError("--record is empty; name a file, e.g. ledger.csv.") }
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

    mutating func run() throws {
        try Failure.reporting {
            if let out = output.out { try OutputDirectory.check(out) }
            if let record { try LedgerFile.check(record, besides: output.out) }
            // All are read before the first is projected: an error in the last one must not cost the others' time.
            let loaded = try Self.loadAll(scenarios, quiet: output.quiet)
            let folders = output.out == nil ? loaded.map { _ in "" } : try Self.folders(loaded)
            var results: [ScenarioResult] = []
            var files: [OutputFile] = []
            var forecasts: [LedgerEntry] = []
            for (scenario, folder) in zip(loaded, folders) {
                let run = try Execution.project(scenario, options: ensemble.run)
                results.append(run.result)
                if record != nil { forecasts += run.result.ledgerEntries(run.record.stamp(for: scenario)) }
                if output.out != nil {
                    files += ReportFiles.files(
                        of: run.result, record: run.record, folder: folder, byteOrderMark: output.excel,
                        threads: ensemble.run.threads)
                }
            }
            let text = try page(results, folders: folders, files: files) {
                if let out = output.out { try OutputDirectory.write(to: out, files: files) }
            }
            let recorded = try record.map { try LedgerFile.append(forecasts, to: $0, byteOrderMark: output.excel) }
            guard !output.quiet else { return }
            Terminal.write(text)
            if let record, let recorded, output.format == .table {
                Terminal.write("\n" + RecordNote.text(of: recorded, path: record, language: output.lang))
            }
        }
    }

    static func loadAll(_ paths: [String], quiet: Bool) throws -> [Scenario] {
        var loaded: [Scenario] = []
        var problems: [Diagnostic] = []
        for path in paths {
            do {
                loaded.append(try ScenarioLocator.load(path, quiet: quiet).scenario)
            } catch let error as ScenarioError {
                problems += error.diagnostics
            }
        }
        if !problems.isEmpty { throw ScenarioError(diagnostics: problems) }
        return loaded
    }

    /// Subdirectories of several scenarios; no subdirectory for a single one.
    static func folders(_ scenarios: [Scenario]) throws -> [String] {
        guard scenarios.count > 1 else { return [""] }
        let ids = scenarios.map(\.id)
        if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
            throw ValidationError(
                "Two of the scenarios are called \(twice); results are kept by file name, so rename one of the files.")
        }
        return ids
    }

    /// The targets; where no scenario has one, its named industries.
    private static func answers(_ results: [ScenarioResult]) -> DataTable {
        results.allSatisfy(\.targets.isEmpty) && results.contains { !$0.themes.isEmpty }
            ? ThemesTable.table(of: results) : TargetsTable.table(of: results)
    }

    /// What to print, put together while the files are written.
    private func page(
        _ results: [ScenarioResult], folders: [String], files: [OutputFile], whileWriting write: () throws -> Void
    ) rethrows -> String {
        if output.quiet {
            try write()
            return ""
        }
        let (format, text, directory) = (output.format, output.text, output.out)
        let names = files.map(\.relativePath)
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

/// One projection with what its record needs.
enum Execution {
    static func project(
        _ scenario: Scenario, options: RunOptions
    ) throws -> (result: ScenarioResult, record: RunRecord) {
        let stopwatch = Stopwatch()
        let members = options.members ?? scenario.members ?? RunOptions.defaultMembers
        let progress = ProgressLine(label: scenario.id, members: members)
        defer { progress.finish() }
        let result = try Failure.reporting(scenario.inputs.first?.path) {
            try Goals.project(scenario, options: options, progress: progress.report)
        }
        return (result, stopwatch.record())
    }
}

/// Takes the time of a run for its record.
struct Stopwatch {
    private let started = Terminal.unixTime()
    private let clock = Terminal.now()

    func record() -> RunRecord {
        RunRecord(
            version: Milepost.version, machine: .current(linearAlgebra: BLASThreads.configuration), started: started,
            seconds: Terminal.now() - clock)
    }
}
