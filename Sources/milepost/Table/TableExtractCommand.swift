import ArgumentParser
import CSV
import InputOutput
import Reporting
import Scenarios

struct TableExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "What would the economy lose without a sector?",
        discussion: """
            Hypothetical extraction. complete: the sector and its final demand are gone; backward: it buys nothing \
            inside; forward: it sells nothing to sectors, itself included (supply-driven, Ghosh); forward-leontief: users buy \
            its product elsewhere. With several --sector they go together; without, each sector goes alone.

              milepost table extract seeds/hunan/io-2017.csv --sector motor_vehicles
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "Sector to take out; may be given several times.")
    var sector: [String] = []

    @Option(help: "What is taken out.")
    var mode: Mode = .complete

    @Option(help: "Inputs that count: those from the region itself, or all.")
    var origin: OriginOption = .regional

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case complete, backward, forward
        case forwardLeontief = "forward-leontief"
    }

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("extract")
            defer { line.finish() }
            let document = try input.read(table)
            let places = try sector.map { try place(of: $0, in: document) }
            if Set(places).count != places.count { throw ValidationError("a sector is named twice with --sector.") }
            let origin: InputOrigin = origin == .regional ? .regional : .total
            let extraction = try document.table.hypotheticalExtraction(origin)
            let report =
                places.isEmpty
                ? ExtractionReport.ranking(try extraction.extractingEach(kind: kind), origin: origin, of: document)
                : ExtractionReport.report(
                    try extraction.extracting(places, kind: kind), origin: origin, of: document)
            line.finish()
            try output.show(report)
        }
    }

    private var kind: ExtractionKind {
        switch mode {
        case .complete: .complete
        case .backward: .backward
        case .forward: .forwardGhosh
        case .forwardLeontief: .forwardLeontief
        }
    }

    /// By code or by name in either language.
    private func place(of name: String, in document: TableDocument) throws -> Int {
        let sectors = document.sectors
        if let place = sectors.firstIndex(where: { [$0.code, $0.name, $0.nameChinese].contains(name) }) {
            return place
        }
        let nearest = nearestName(to: name, among: sectors.map(\.code))
        throw ValidationError(
            "--sector is \(name), which the table does not have; "
                + (nearest.map { "did you mean \($0)?" } ?? "milepost table linkages lists its sectors."))
    }
}
