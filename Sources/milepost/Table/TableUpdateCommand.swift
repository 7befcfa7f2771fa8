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
            electronics|instruments:0.7), value (of a total in the money unit of the table); optional price, relative_to, gives_way, quality, source. Or --update \
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
            let line = output.progress("update")
            defer { line.finish() }
            var document = try table.map { try input.read($0) }
            let plan = try plan(document)
            if document == nil, let own = plan.table { document = try input.read(own) }
            guard let document else { throw ValidationError("Missing expected argument '<table>'.") }
            if document.table.holdsOwnFlowsOnly { throw TableError.ownFlowsOnly }
            if update != nil { try expectHundredMillions(document) }
            let moved = try BaseYearUpdate(
                of: document.table, controls: plan.controls.map(\.control), drift: plan.drift,
                localDemand: plan.localDemand)
            let real = try against.map { try input.read($0) }
            if let real, real.unit != document.unit, !real.unit.isEmpty, !document.unit.isEmpty {
                throw Self.problem(
                    real, "money is in \(real.unit), in \(document.path) it is in \(document.unit); expected one unit")
            }
            warn(of: plan.controls, document)
            let report = try UpdateReport.report(moved, plan: plan, of: document, against: real)
            line.finish()
            try output.show(report, writing: document.replacing(moved.table))
        }
    }

    /// Figures of scenarios and their observations are in 亿元, and so must the table be that they move.
    private func expectHundredMillions(_ document: TableDocument) throws {
        guard document.unit != "亿元" else { return }
        throw Self.problem(
            document,
            document.unit.isEmpty
                ? "the file does not say its money unit; the figures of --update are in 亿元"
                : "money is in \(document.unit), the figures of --update are in 亿元; expected one unit")
    }

    private static func problem(_ document: TableDocument, _ message: String) -> ScenarioError {
        ScenarioError(diagnostics: [
            Diagnostic(
                severity: .error, location: SourceLocation(file: document.path), message: message,
                suggestion: "`factor:` of a mapping file converts; --controls takes totals in the table's own unit")
        ])
    }

    /// Totals that are far from the old table's: most often in another unit.
    private func warn(of controls: [TableControl], _ document: TableDocument) {
        for control in controls.map(\.control) where control.growth == nil {
            let values = control.measure == .output ? document.table.output : document.table.totalValueAdded()
            let old = zip(values, control.weights).reduce(0) { $0 + $1.0 * $1.1 }
            guard old > 0, !(0.05...20).contains(control.value / old) else { continue }
            let unit = document.unit.isEmpty ? "the table's unit" : document.unit
            let warning = Diagnostic(
                severity: .warning, location: SourceLocation(file: document.path),
                message: "\(control.name) is \(control.value), in the table it was \(old): are both in \(unit)?")
            Terminal.writeError(warning.description)
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
