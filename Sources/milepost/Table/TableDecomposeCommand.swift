import ArgumentParser
import InputOutput
import Reporting

struct TableDecomposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decompose",
        abstract: "What moved output or value added between two tables?",
        discussion: """
            Structural decomposition by the mean of the two polar forms: technology, supply from the region itself, \
            level and mix of final use, external sales. The causes add up to the change. Tables are taken at their \
            own prices.

              milepost table decompose seeds/china/io-2012.csv seeds/china/io-2017.csv
            """)

    @Argument(help: "Earlier table.", completion: .file())
    var from: String

    @Argument(help: "Later table, with the same sectors.", completion: .file())
    var to: String

    @Option(help: "What is decomposed.")
    var quantity: Quantity = .output

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    enum Quantity: String, ExpressibleByArgument, CaseIterable {
        case output
        case valueAdded = "value-added"
    }

    mutating func run() throws {
        try Failure.reporting(from) {
            let (earlier, later) = (try input.read(from), try input.read(to))
            let codes = later.table.sectors
            if let missing = earlier.table.sectors.first(where: { !codes.contains($0) }) {
                throw AnalysisError.unknownName(kind: "sector in \(to)", name: missing, known: codes)
            }
            let quantity: DecomposedQuantity = quantity == .output ? .output : .valueAdded
            // Without the rounding of the sources the change is that of their outputs.
            let decomposition = try decompose(
                quantity, from: try earlier.table.closingRounding(), to: try later.table.closingRounding())
            try output.show(DecompositionReport.report(decomposition, of: quantity, from: earlier, to: later))
        }
    }
}
