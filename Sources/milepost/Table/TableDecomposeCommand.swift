import ArgumentParser
import CSV
import InputOutput
import Reporting
import Scenarios

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

    @Argument(help: "Later table, with the same sectors in any order.", completion: .file())
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
            let line = output.progress("decompose")
            defer { line.finish() }
            let (earlier, later) = (try input.read(from), try input.read(to))
            try checkAgreement(earlier, later)
            let quantity: DecomposedQuantity = quantity == .output ? .output : .valueAdded
            // Without the rounding of the sources the change is that of their outputs.
            let decomposition = try decompose(
                quantity, from: try earlier.table.closingRounding(), to: try later.table.closingRounding())
            line.finish()
            try output.show(DecompositionReport.report(decomposition, of: quantity, from: earlier, to: later))
        }
    }

    /// Both tables have the same sectors and money unit.
    private func checkAgreement(_ earlier: TableDocument, _ later: TableDocument) throws {
        func problem(_ document: TableDocument, _ message: String, _ suggestion: String?) -> ScenarioError {
            ScenarioError(diagnostics: [
                Diagnostic(
                    severity: .error, location: SourceLocation(file: document.path), message: message,
                    suggestion: suggestion)
            ])
        }
        for (one, other) in [(earlier, later), (later, earlier)] {
            let codes = other.table.sectors
            if let missing = one.table.sectors.first(where: { !codes.contains($0) }) {
                throw problem(
                    other, "there is no sector \"\(missing)\", which \(one.path) has; expected the same sectors",
                    nearestName(to: missing, among: codes).map { "there is `\($0)`" }
                        ?? "milepost table aggregate takes both tables to the same sectors")
            }
        }
        if earlier.unit != later.unit, !earlier.unit.isEmpty, !later.unit.isEmpty {
            throw problem(
                later, "money is in \(later.unit), in \(earlier.path) it is in \(earlier.unit); expected one unit",
                "`factor:` of a mapping file converts")
        }
    }
}
