import ArgumentParser
import InputOutput
import Reporting

struct TableInspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Does a table add up, and what is odd in it?",
        discussion: """
            Checks rows and columns against output, the spectral radius of the coefficients, negative cells, imports \
            and inflow beyond use, inventory above 5% of output, and value added outside 0 to 1 of output. A table \
            that does not add up is shown, not refused.

              milepost table inspect seeds/zhejiang/io-2017.csv
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "Category of final use that is inventory change (default: the one whose name says so).")
    var inventory: String?

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("inspect")
            defer { line.finish() }
            let document = try input.read(table, isBalanced: false)
            let inspection = try document.table.inspection(inventory: inventory)
            line.finish()
            try output.show(InspectionReport.report(inspection, of: document))
        }
    }
}
