import ArgumentParser
import Goals
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
            it also writes projections.csv (IAMC layout), targets.csv, charts (CSV, SVG, Vega-Lite), base-year.csv and \
            run.json, and themes.csv where commitments name industries: --format csv and json print that one where \
            there is no target.

            A scenario is a path, or the name of a shipped one:
              milepost run scenarios/hunan/high-tech-share.yaml
              milepost run hunan/high-tech-share liuyang/biopharma --out results
              milepost run zhejiang/platforms --members 100000 --seed 7
            """)

    @Argument(help: "Scenario files.", completion: .file(extensions: ["yaml", "yml"]))
    var scenarios: [String]

    @OptionGroup var recording: RecordOptions

    @Option(
        help: ArgumentHelp(
            "Project one of several equal parts of the members and write it to --out, for `milepost merge`.",
            valueName: "i/n"))
    var shard: String?

    @OptionGroup var report: ReportOption
    @OptionGroup var ensemble: EnsembleOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var workbook: WorkbookOptions

    func validate() throws {
        try recording.validate(beside: ensemble)
        try report.validate(beside: output)
        guard let shard else { return }
        guard Shard(shard) != nil else {
            throw ValidationError(
                "--shard is \(shard); give the number of the part and how many there are, e.g. 3/16; there may be "
                    + "\(Shard.mostShards) at most.")
        }
        if output.out == nil {
            throw ValidationError("--shard needs a place for its part; name a directory with --out, e.g. parts/3.")
        }
        if scenarios.count > 1 {
            throw ValidationError("--shard takes one scenario, and \(scenarios.count) are named; run them one by one.")
        }
        if recording.record != nil {
            throw ValidationError("--record needs the whole run; give it to `milepost merge`.")
        }
        if report.report {
            throw ValidationError("--report needs the whole run; give it to `milepost merge`.")
        }
        if workbook.xlsx != nil {
            throw ValidationError("--xlsx needs the whole run; give it to `milepost merge`.")
        }
    }

    mutating func run() throws {
        #if MPI
            if let processes = Processes.start() { processes.run { try run(in: processes) } }
        #endif
        try Failure.reporting {
            if let shard = shard.flatMap({ Shard($0) }), let out = output.out { return try write(shard, to: out) }
            var delivery = RunDelivery(
                output: output, workbook: workbook, record: recording.record, report: report)
            try delivery.check()
            // All are read before the first is projected: an error in the last one must not cost the others' time.
            let loaded = try Self.loadAll(scenarios, quiet: output.quiet)
            let folders = output.out == nil ? loaded.map { _ in "" } : try Self.folders(loaded)
            for (index, scenario) in loaded.enumerated() {
                let run = try Execution.project(
                    scenario, ensemble: ensemble, language: output.lang, quiet: output.quiet)
                delivery.add(run.result, run.record, named: scenarios[index], folder: folders[index])
            }
            try delivery.finish()
        }
    }

    private func write(_ shard: Shard, to out: String) throws {
        let name = PartFile.name(of: shard)
        try OutputDirectory.check(out, renewing: name)
        let scenario = try Self.loadAll(scenarios, quiet: output.quiet)[0]
        let (file, members, whole) = try Failure.reporting(scenario.inputs.first?.path) {
            let run = try ScenarioRun(scenario, options: ensemble.run)
            let members = try run.members(of: shard)
            let progress = ProgressLine(
                label: "\(scenario.id) \(shard)", total: members.count, learns: ensemble.learns(from: scenario),
                language: output.lang, quiet: output.quiet)
            defer { progress.finish() }
            let part = try run.part(shard, progress: progress.report)
            let file = PartFile(
                of: run, shard: shard, scenario: scenario, named: scenarios[0], options: ensemble.run,
                version: Milepost.version)
            return (file.file(part), members, run.members)
        }
        try OutputDirectory.write(to: out, files: [file], renewing: name)
        if !output.quiet {
            Terminal.write(
                PartNote.text(
                    of: shard, members: members, whole: whole, path: out + "/" + file.relativePath,
                    language: output.lang))
        }
    }

    static func loadAll(_ paths: [String], quiet: Bool) throws -> [Scenario] {
        let places = paths.map { ScenarioLocator.absolute(ScenarioLocator.locate($0)) }
        if let second = places.indices.first(where: { places[..<$0].contains(places[$0]) }) {
            throw ValidationError("\(paths[second]) is named twice; name each scenario once.")
        }
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
        if let index = ids.firstIndex(where: { id in
            id.isEmpty || id == "charts" || id.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        }) {
            throw ValidationError(
                "\(scenarios[index].inputs.first?.path ?? "A scenario") cannot name a folder of results, which are kept by "
                    + "file name: it is empty before the first dot, is `charts`, or has a control character. Rename the file."
            )
        }
        if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
            throw ValidationError(
                "Two of the scenarios are called \(twice); results are kept by file name, so rename one of the files.")
        }
        return ids
    }
}

/// One projection with what its record needs.
enum Execution {
    static func project(
        _ scenario: Scenario, ensemble: EnsembleOptions, language: Language, quiet: Bool
    ) throws -> (result: ScenarioResult, record: RunRecord) {
        let stopwatch = Stopwatch()
        let progress = ensemble.progress(of: scenario, language: language, quiet: quiet)
        defer { progress.finish() }
        let result = try Failure.reporting(scenario.inputs.first?.path) {
            try Goals.project(scenario, options: ensemble.run, progress: progress.report)
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
