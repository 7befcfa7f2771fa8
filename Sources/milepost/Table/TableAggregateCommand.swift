import ArgumentParser
import InputOutput
import Reporting
import Scenarios

struct TableAggregateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate",
        abstract: "Take sectors of a table together.",
        discussion: """
            The map is a CSV: sector, group, and where a sector is split weight, adding up to 1. Without --map the \
            groups of the sector file are taken. Money is added up, so that all totals are kept. --out writes the \
            smaller table.

              milepost table aggregate seeds/hunan/io-2017.csv --sectors seeds/sectors.csv
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "Which group takes up which sector: sector, group, weight.", completion: .file(extensions: ["csv"]))
    var map: String?

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("aggregate")
            defer { line.finish() }
            let document = try input.read(table)
            let concordance = try concordance(document)
            let smaller = try document.table.aggregated(by: concordance)
            let aggregated = TableDocument(
                table: smaller, sectors: smaller.sectors.map { Sector(code: $0, name: $0) }, unit: document.unit,
                path: document.path, note: document.note)
            line.finish()
            try output.show(
                try AggregationReport.report(aggregated, by: concordance, of: document), writing: aggregated)
        }
    }

    private func concordance(_ document: TableDocument) throws -> Concordance {
        if let map { return try ConcordanceFile.read(ScenarioLocator.locateFile(map), sectors: document.sectors) }
        if let sector = document.sectors.first(where: { $0.group.isEmpty }) {
            throw ValidationError("--map is missing, and no sector file gives \(sector.code) a group.")
        }
        return try Concordance(
            sectors: document.table.sectors,
            entries: document.sectors.map { Concordance.Entry(sector: $0.code, group: $0.group) })
    }
}
