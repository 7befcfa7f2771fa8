import ArgumentParser
import Glibc
import InputOutput
import Reporting
import Scenarios

struct TableUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Move a table to control totals of another year.",
        discussion: """
            Controls are a CSV: name, measure (value_added or output), sectors (all, a group, a sector, or several \
            with | and shares, as electronics|instruments:0.7), value; optional gives_way, quality, source. Sectors \
            without a control of their own share what is left in proportion to their old value added, moved as \
            between the two tables of --drift-from and --drift-to where these are given. --out writes the new table.

              milepost table update seeds/hunan/io-2012.csv --controls seeds/hunan/groups-2017.csv
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "Control totals.", completion: .file(extensions: ["csv"]))
    var controls: String

    @Option(help: "Earlier of two tables, often the nation's, whose growth by sector guides the rest.")
    var driftFrom: String?

    @Option(help: "Later of these tables.")
    var driftTo: String?

    @Option(help: "Years of the update over the years between these tables, at most 1.")
    var driftPower: Double = 1

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    func validate() throws {
        if (driftFrom == nil) != (driftTo == nil) {
            throw ValidationError("--drift-from and --drift-to need each other.")
        }
        if !(driftPower > 0 && driftPower <= 1) {
            throw ValidationError("--drift-power is \(driftPower); give a number above 0 and up to 1.")
        }
    }

    mutating func run() throws {
        try Failure.reporting(table) {
            let document = try input.read(table)
            let totals = try ControlFile.read(ScenarioLocator.locateFile(controls), sectors: document.sectors)
            let update = try BaseYearUpdate(
                of: document.table, controls: totals.map(\.control), drift: try drift(document.table.sectors))
            try output.show(UpdateReport.report(update, controls: totals, of: document), writing: update.table)
        }
    }

    /// Growth of value added by sector over that of all, to the power asked for.
    private func drift(_ sectors: [String]) throws -> [Double]? {
        guard let driftFrom, let driftTo else { return nil }
        let values = try [driftFrom, driftTo].map { path in
            let other = try input.read(path).table
            return try sectors.map { sector in
                guard let index = other.sectors.firstIndex(of: sector) else {
                    throw AnalysisError.unknownName(kind: "sector in \(path)", name: sector, known: other.sectors)
                }
                return other.totalValueAdded()[index]
            }
        }
        let total = values[1].reduce(0, +) / values[0].reduce(0, +)
        return zip(values[0], values[1]).map { $0 > 0 && $1 > 0 ? pow($1 / $0 / total, driftPower) : 1 }
    }
}
