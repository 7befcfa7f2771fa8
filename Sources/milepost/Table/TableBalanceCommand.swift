import ArgumentParser
import InputOutput
import Reporting
import Scenarios

struct TableBalanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Fit intermediate use to totals of its rows and columns.",
        discussion: """
            By RAS; by GRAS where cells or totals are negative. Totals that --rows and --columns (sector,value) do \
            not name are those that the accounts imply: output less final use and trade, output less value added. \
            What cannot be met is an error that names the lines. --out writes the fitted table.

              milepost table balance seeds/hunan/io-2017.csv
            """)

    @Argument(help: "Table to read; it need not add up.", completion: .file())
    var table: String

    @Option(help: "CSV with totals of intermediate use by row: sector, value.", completion: .file(extensions: ["csv"]))
    var rows: String?

    @Option(help: "CSV with totals by column: sector, value.", completion: .file(extensions: ["csv"]))
    var columns: String?

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("balance")
            defer { line.finish() }
            let document = try input.read(table, isBalanced: false)
            func totals(_ path: String?, _ implied: [Double]) throws -> [Double] {
                guard let path else { return implied }
                let given = try SectorValueFile.read(
                    ScenarioLocator.locateFile(path), sectors: document.sectors, isComplete: false)
                return zip(given, implied).map { $0 ?? $1 }
            }
            let rowTotals = try totals(rows, document.table.impliedRowTotals())
            let columnTotals = try totals(columns, document.table.impliedColumnTotals())
            let balancing: TableBalancing
            do throws(RASError) {
                balancing = try document.table.balanced(rowTotals: rowTotals, columnTotals: columnTotals)
            } catch { throw BaseYearError.balancing(error, sectors: document.table.sectors) }
            line.finish()
            try output.show(BalanceReport.report(balancing, of: document), writing: document.replacing(balancing.table))
        }
    }
}
