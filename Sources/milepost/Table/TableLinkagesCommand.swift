import ArgumentParser
import InputOutput
import Reporting

struct TableLinkagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkages",
        abstract: "Which sectors pull others along, and which supply them?",
        discussion: """
            Backward and forward linkages over their mean, and the key sectors, above average in both. Forward \
            linkages are row sums of the Ghosh inverse, or of the Leontief inverse (--forward).

              milepost table linkages seeds/hunan/io-2017.csv
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "Inverse that forward linkages are read from.")
    var forward: Inverse = .ghosh

    @Option(help: "Inputs that count: those from the region itself, or all.")
    var origin: OriginOption = .regional

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    enum Inverse: String, ExpressibleByArgument, CaseIterable { case ghosh, leontief }

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("linkages")
            defer { line.finish() }
            let document = try input.read(table)
            let origin: InputOrigin = origin == .regional ? .regional : .total
            let linkages = try document.table.linkages(origin)
            line.finish()
            try output.show(
                LinkageReport.report(
                    linkages, convention: forward == .ghosh ? .ghoshRows : .leontiefRows, origin: origin, of: document)
            )
        }
    }
}
