import ArgumentParser
import Goals
import Reporting
import Scenarios

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Project a base scenario and its alternatives side by side.",
        usage: "milepost compare <base> <alternatives> ... [<options>]",
        discussion: """
            All scenarios are projected with the same members and the same luck, so that a difference is the \
            scenario's and not the draw's; differences come with their own quantiles. With --out it writes \
            comparison.csv, comparison-targets.csv, charts of both and one subdirectory per scenario.

              milepost compare hunan/high-tech-share hunan/high-tech-share-adverse
            """)

    @Argument(help: "The base scenario.", completion: .file(extensions: ["yaml", "yml"]))
    var base: String

    @Argument(help: "The alternatives.", completion: .file(extensions: ["yaml", "yml"]))
    var alternatives: [String]

    @OptionGroup var report: ReportOption
    @OptionGroup var ensemble: EnsembleOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var workbook: WorkbookOptions

    func validate() throws { try report.validate(beside: output) }

    mutating func run() throws {
        try Failure.reporting {
            let delivery = Delivery(output: output, workbook: workbook)
            try delivery.check()
            let scenarios = try RunCommand.loadAll([base] + alternatives, quiet: output.quiet)
            let folders = output.out == nil ? [] : try RunCommand.folders(scenarios)
            let stopwatch = Stopwatch()
            let progress = ensemble.progress(
                of: scenarios[0], label: "compare", language: output.lang, quiet: output.quiet)
            let comparisons = try Failure.reporting(base) {
                defer { progress.finish() }
                return try Goals.compare(
                    scenarios[0], with: Array(scenarios.dropFirst()), options: ensemble.run,
                    progress: progress.report)
            }
            let record = stopwatch.record()
            let results = [comparisons[0].base] + comparisons.map(\.alternative)
            let files = try delivery.write {
                ReportFiles.files(
                    of: comparisons, language: output.lang, byteOrderMark: output.excel)
                    + report.files(
                        of: results, comparisons: comparisons, named: [base] + alternatives, language: output.lang)
            } folders: {
                zip(results, folders).flatMap { result, folder in
                    ReportFiles.files(
                        of: result, record: record, folder: folder, language: output.lang, byteOrderMark: output.excel)
                }
            } workbook: {
                ResultWorkbook.workbook(of: comparisons, record: record, language: output.lang)
            }
            if !output.quiet { show(comparisons, files: files + folders.map { $0 + "/" }) }
        }
    }

    private func show(_ comparisons: [ComparisonResult], files: [String]) {
        switch output.format {
        case .table:
            Terminal.write(
                ComparisonSummary.text(of: comparisons, format: output.text, directory: output.out, files: files))
        case .csv: Terminal.write(ComparisonTargetsTable.table(of: comparisons).csv())
        case .json: Terminal.write(ComparisonTargetsTable.table(of: comparisons).json().text)
        }
    }
}
