import ArgumentParser
import Goals
import Reporting
import Scenarios

struct LeversCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "levers",
        abstract: "Try each lever of a scenario alone, and all together.",
        discussion: """
            Projects the scenario without any of its levers, with each alone and with all, with the same members and \
            the same luck, and says what each adds to each target at its deadline: in money, as a share of the gap, and \
            to the odds. Where there is no target it says so of the named industries and of the region's value added. \
            Projects of a register count as levers; judgements (`because:`) stay in all projections. With --out it \
            writes levers.csv, charts (CSV, SVG, Vega-Lite) and run.json.

              milepost levers liuyang/biopharma-stronger-policy
              milepost levers hunan/high-tech-share-stronger-policy --out results/levers
            """)

    @Argument(help: "A scenario file that has levers.", completion: .file(extensions: ["yaml", "yml"]))
    var scenario: String

    @OptionGroup var ensemble: EnsembleOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var workbook: WorkbookOptions

    mutating func run() throws {
        try Failure.reporting {
            let delivery = Delivery(output: output, workbook: workbook)
            try delivery.check()
            let scenario = try ScenarioLocator.load(scenario, quiet: output.quiet).scenario
            let stopwatch = Stopwatch()
            let progress = ensemble.progress(of: scenario, language: output.lang, quiet: output.quiet)
            let result = try Failure.reporting(scenario.inputs.first?.path) {
                defer { progress.finish() }
                return try Goals.testLevers(scenario, options: ensemble.run, progress: progress.report)
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

    private func show(_ result: LeverTestResult, files: [String]) {
        switch output.format {
        case .table:
            Terminal.write(LeverSummary.text(of: result, format: output.text, directory: output.out, files: files))
        case .csv: Terminal.write(LeversTable.table(of: result).csv())
        case .json: Terminal.write(LeversTable.table(of: result).json().text)
        }
    }
}
