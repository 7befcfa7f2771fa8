import ArgumentParser
import Goals
import Reporting
import Scenarios

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Join the parts of a run that `run --shard` has written.",
        usage: "milepost merge <parts> ... [<options>]",
        discussion: """
            Checks that all shards of one run are there, each once, made of the same inputs with the same options, and \
            writes and prints what `milepost run` would have. Without learning (--prior-only, or nothing published) it \
            is that to the byte; shards that learn do so each by itself and are weighed by how well they had expected \
            the figures.

              milepost run zhejiang/platforms --members 1000000 --shard 1/2 --out parts/1
              milepost run zhejiang/platforms --members 1000000 --shard 2/2 --out parts/2
              milepost merge parts/1 parts/2 --out results/platforms
            """)

    @Argument(help: "Files or directories that `run --shard` wrote; directories may hold several.", completion: .file())
    var parts: [String]

    @Option(
        help: "The scenario, where it is not to be found as the parts name it.",
        completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String?

    @OptionGroup var recording: RecordOptions
    @OptionGroup var report: ReportOption
    @OptionGroup var output: OutputOptions
    @OptionGroup var workbook: WorkbookOptions

    func validate() throws { try report.validate(beside: output) }

    mutating func run() throws {
        try Failure.reporting {
            var delivery = RunDelivery(
                output: output, workbook: workbook, record: recording.record, report: report)
            try delivery.check()
            let stopwatch = Stopwatch()
            let line = ProgressLine(label: "merge", language: output.lang, quiet: output.quiet)
            defer { line.finish() }
            let parts = try PartSet(parts, version: Milepost.version)
            try checkRecord(parts.first)
            let loaded = try RunCommand.loadAll([scenario ?? parts.first.scenario], quiet: output.quiet)[0]
            try parts.check(loaded)
            let result = try Failure.reporting(loaded.inputs.first?.path) {
                var options = parts.first.options
                options.threads = Terminal.processorCount
                let run = try ScenarioRun(loaded, options: options)
                return run.result(of: try parts.joined(for: run))
            }
            line.finish()
            delivery.add(result, stopwatch.record(), named: scenario ?? parts.first.scenario)
            try delivery.finish()
        }
    }

    private func checkRecord(_ part: PartFile) throws {
        guard recording.record != nil, part.options.knowledge != .published else { return }
        throw ValidationError(
            "--record keeps forecasts with all that is known, and the parts know less; join without it.")
    }
}
