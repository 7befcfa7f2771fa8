import ArgumentParser
import InputOutput
import Reporting
import Scenarios

struct TableUpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Move a table to figures of another year.",
        discussion: """
            Controls are a CSV: name, measure (value_added or output with a total, growth or output_growth with a \
            growth since the table), sectors (all, a group, a sector, or several with | and shares, as \
            electronics|instruments:0.7), value; optional price, relative_to, gives_way, quality, source. Or --update \
            names a YAML file with the keys of a scenario's `update:` and table_year, year, groups; or a scenario, \
            whose own table is moved then. Sectors without a control share what is left as they are expected to have \
            grown: with the nation (--drift-from, --drift-to), and with the users inside the region. --against holds \
            the result against the published table of that year. --out writes the new table.

              milepost table update seeds/hunan/io-2012.csv --controls seeds/hunan/groups-2017.csv \
                --drift-from seeds/china/io-2012.csv --drift-to seeds/china/io-2017.csv \
                --against seeds/hunan/io-2017.csv
              milepost table update --update hunan/high-tech-share --out hunan-2023.csv
            """)

    @Argument(help: "Table to read; may be left out where --update names a scenario.", completion: .file())
    var table: String?

    @Option(help: "Controls as CSV.", completion: .file(extensions: ["csv"]))
    var controls: String?

    @Option(help: "Update as YAML, or a scenario.", completion: .file(extensions: ["yaml"]))
    var update: String?

    @Option(help: "Earlier of two tables, often the nation's, whose growth by sector guides the rest.")
    var driftFrom: String?

    @Option(help: "Later of these tables.")
    var driftTo: String?

    @Option(help: "Years of the update over the years between these tables, at most 1 (default: 1).")
    var driftPower: Double?

    @Option(help: "Part of the change of technology between these tables that is taken over, 0 to 1 (default: 0.25).")
    var technology: Double?

    @Option(help: "How far sectors that sell inside the region follow its users, 0 to 1 (default: 0.5).")
    var localDemand: Double?

    @Option(help: "Published table of the new year, to hold the result against.", completion: .file())
    var against: String?

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    func validate() throws {
        if (controls == nil) == (update == nil) {
            throw ValidationError("Give either --controls with a CSV or --update with a YAML file.")
        }
        if table == nil, update == nil { throw ValidationError("Missing expected argument '<table>'.") }
        if (driftFrom == nil) != (driftTo == nil) {
            throw ValidationError("--drift-from and --drift-to need each other.")
        }
        if update != nil, driftFrom != nil || localDemand != nil {
            throw ValidationError("The file of --update names drift and local_demand itself.")
        }
        if driftFrom == nil, driftPower != nil || technology != nil {
            throw ValidationError("--drift-power and --technology need --drift-from and --drift-to.")
        }
        for (name, value, isOpen) in [
            ("--drift-power", driftPower, true), ("--technology", technology, false),
            ("--local-demand", localDemand, false),
        ] {
            guard let value, !(value <= 1 && (isOpen ? value > 0 : value >= 0)) else { continue }
            throw ValidationError("\(name) is \(value); give a number \(isOpen ? "above" : "from") 0 and up to 1.")
        }
    }

    mutating func run() throws {
        try Failure.reporting(table ?? update) {
            var document = try table.map { try input.read($0) }
            let plan = try plan(document)
            if document == nil, let own = plan.table { document = try input.read(own) }
            guard let document else { throw ValidationError("Missing expected argument '<table>'.") }
            if document.table.holdsOwnFlowsOnly { throw TableError.ownFlowsOnly }
            let moved = try BaseYearUpdate(
                of: document.table, controls: plan.controls.map(\.control), drift: plan.drift,
                localDemand: plan.localDemand)
            let real = try against.map { try input.read($0) }
            let report = try UpdateReport.report(moved, plan: plan, of: document, against: real)
            try output.show(report, writing: document.replacing(moved.table))
        }
    }

    private func plan(_ document: TableDocument?) throws -> TableUpdate {
        if let update {
            let plan = try UpdateFile.read(ScenarioLocator.locate(update), sectors: document?.sectors)
            for warning in plan.warnings { Terminal.writeError(warning.description) }
            return plan
        }
        guard let controls, let document else { throw ValidationError("Missing expected argument '<table>'.") }
        let totals = try ControlFile.read(ScenarioLocator.locateFile(controls), sectors: document.sectors)
        return TableUpdate(
            controls: totals, drift: try drift(document.table.sectors),
            localDemand: localDemand ?? BaseYearUpdate.usualLocalDemand)
    }

    private func drift(_ sectors: [String]) throws -> NationalDrift? {
        guard let driftFrom, let driftTo else { return nil }
        return try NationalDrift(
            for: sectors, from: try input.read(driftFrom).table, to: try input.read(driftTo).table,
            power: driftPower ?? 1, technology: technology ?? NationalDrift.usualTechnology)
    }
}
