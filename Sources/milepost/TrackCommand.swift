import ArgumentParser
import Goals
import Reporting

struct TrackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track",
        abstract: "Show how published figures have moved the odds of a scenario's targets.",
        discussion: """
            Starts from what could be thought in the base year and takes the published figures in order of year: what \
            was expected, what came, what it moved, what is thought now, and which figure would tell most next. With \
            --out it writes track.csv, innovations.csv, next-figures.csv, charts (CSV, SVG, Vega-Lite) and run.json.

              milepost track zhejiang/platforms
              milepost track hunan/high-tech-share --as-of 2024 --out results/track
            """)

    @Argument(help: "A scenario file.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @OptionGroup var ensemble: EnsembleOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var workbook: WorkbookOptions

    func validate() throws {
        if ensemble.priorOnly {
            throw ValidationError(
                "track follows what figures have moved; without any (--prior-only) use `milepost run`.")
        }
    }

    mutating func run() throws {
        try Failure.reporting {
            let delivery = Delivery(output: output, workbook: workbook)
            try delivery.check()
            let scenario = try ScenarioLocator.load(scenario, quiet: output.quiet).scenario
            let stopwatch = Stopwatch()
            let progress = ensemble.progress(of: scenario, language: output.lang, quiet: output.quiet)
            let result = try Failure.reporting(scenario.inputs.first?.path) {
                defer { progress.finish() }
                return try Goals.track(scenario, options: ensemble.run) { progress.update($0, of: $1) }
            }
            let record = stopwatch.record()
            let files = try delivery.write {
                ReportFiles.files(
                    of: result, record: record, language: output.lang, byteOrderMark: output.excel)
            } workbook: {
                ResultWorkbook.workbook(of: result, record: record, language: output.lang)
            }
            if !output.quiet { show(result, files: files) }
        }
    }

    private func show(_ result: TrackResult, files: [String]) {
        switch output.format {
        case .table:
            Terminal.write(
                TrackSummary.text(of: result, format: output.text, directory: output.out, files: files))
        case .csv: Terminal.write(TrackTables.track(result).csv())
        case .json: Terminal.write(TrackTables.track(result).json().text)
        }
    }
}
