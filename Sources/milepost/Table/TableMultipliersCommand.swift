import ArgumentParser
import InputOutput
import Reporting
import Scenarios

struct TableMultipliersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "multipliers",
        abstract: "Output, value added, income, jobs and tax per unit of final demand.",
        discussion: """
            Type 1 counts direct and indirect effects; type 2 also what households spend of what they earn. CSV and \
            JSON hold direct coefficients, simple and total multipliers, and both ratios (type_1, type_2: effect per \
            unit of the measure in the sector itself).

              milepost table multipliers seeds/hunan/io-2017.csv --type 2 --tax production_taxes
            """)

    @Argument(help: "Table to read.", completion: .file())
    var table: String

    @Option(help: "1: households exogenous; 2: households spend what they earn.")
    var type: Int = 1

    @Option(help: "Row of value added that households earn.")
    var labour: String = "compensation"

    @Option(help: "Category of final use that households spend on, with --type 2 (default: household).")
    var household: String?

    @Option(
        help: "All income of households, in the unit of the table, where it is more than the row that they earn.")
    var householdIncome: Double?

    @Option(help: "Persons by sector: sector, value.", completion: .file(extensions: ["csv"]))
    var employment: String?

    @Option(help: "Row of value added that is tax.")
    var tax: String?

    @Option(help: "Inputs that count: those from the region itself, or all.")
    var origin: OriginOption = .regional

    @OptionGroup var input: TableInput

    @OptionGroup var output: TableOutput

    func validate() throws {
        if type != 1 && type != 2 { throw ValidationError("--type is \(type); give 1 or 2.") }
        if let householdIncome, !(householdIncome > 0 && householdIncome.isFinite) {
            throw ValidationError("--household-income is \(householdIncome); give a number above 0.")
        }
        if type == 1, householdIncome != nil || household != nil {
            let option = household == nil ? "--household-income" : "--household"
            throw ValidationError("\(option) counts only with --type 2.")
        }
    }

    mutating func run() throws {
        try Failure.reporting(table) {
            let line = output.progress("multipliers")
            defer { line.finish() }
            var document = try input.read(table)
            let origin: InputOrigin = origin == .regional ? .regional : .total
            let supply = origin == .regional ? try document.table.regionalSupply() : nil
            var households: HouseholdCoefficients?
            if type == 2 {
                households = try document.table.householdCoefficients(
                    incomeRow: labour, consumption: household ?? Self.household, origin: origin,
                    relativeTo: householdIncome.map { .stated($0) } ?? .sumOfRow)
            }
            // The last that needs the flows: a large table is not held twice.
            let open = try document.table.turnIntoLeontiefFactors(origin)
            let closed = try households.map { try HouseholdClosedSystem(open: open, households: $0) }
            let measures = try measures(document).map { name, role, measure in
                MultiplierReport.Measure(
                    name: name, role: role,
                    multipliers: try multipliers(
                        direct: try document.table.directCoefficients(measure), open: open, closed: closed))
            }
            let report = MultiplierReport(
                measures,
                households: type == 2
                    ? .init(row: labour, column: household ?? Self.household, income: householdIncome) : nil,
                origin: origin, supply: supply, of: document)
            line.finish()
            try output.show(report.report)
        }
    }

    private static let household = "household"

    private typealias Named = (name: String, role: MultiplierReport.Measure.Role, measure: MultiplierMeasure)

    private func measures(_ document: TableDocument) throws -> [Named] {
        let table = document.table
        var measures: [Named] = [("output", .output, .output), ("value_added", .valueAdded, .valueAdded)]
        // A table without the usual row has no income; one that was asked for must be there.
        if type == 2 || labour != "compensation" || table.valueAdded.contains(where: { $0.name == labour }) {
            measures.append((labour, .income, .income(row: labour)))
        }
        if let employment {
            let persons = try SectorValueFile.persons(
                ScenarioLocator.locateFile(employment), sectors: document.sectors, output: table.output)
            measures.append(
                ("employment", .jobs, .employment(perOutput: try table.perOutput(persons, part: "employment"))))
        }
        if let tax { measures.append((tax, .tax, .tax(row: tax))) }
        return measures
    }
}
