import InputOutput
import Scenarios

/// What `milepost table multipliers` says.
public struct MultiplierReport: Sendable {
    /// Multipliers of one measure.
    public struct Measure: Sendable {
        /// `output`, `value_added`, `employment`, or the row of value added.
        public var name: String
        public var multipliers: Multipliers
        /// What the column on screen is called.
        public var role: Role

        /// What a column of the page is of.
        public enum Role: Sendable { case output, valueAdded, income, jobs, tax }

        /// Its parts, as documented on each.
        public init(name: String, role: Role, multipliers: Multipliers) {
            self.name = name
            self.role = role
            self.multipliers = multipliers
        }
    }

    /// How the system is closed for households.
    public struct Households: Sendable {
        /// The row of value added that they earn.
        public var row: String
        /// The category of final use that they spend on.
        public var column: String
        /// All their income where it was stated; nil for the sum of the row.
        public var income: Double?

        /// Its parts, as documented on each.
        public init(row: String, column: String, income: Double? = nil) {
            self.row = row
            self.column = column
            self.income = income
        }
    }

    private let measures: [Measure]
    private let households: Households?
    private let origin: InputOrigin
    private let supply: RegionalSupply?
    private let document: TableDocument

    /// - Parameters:
    ///   - measures: output first; with totals where `households` is given.
    ///   - households: nil for type I.
    ///   - supply: the supply shares of the table, for regional inputs.
    ///   - document: its table's flows may be turned into factors.
    public init(
        _ measures: [Measure], households: Households?, origin: InputOrigin, supply: RegionalSupply?,
        of document: TableDocument
    ) {
        self.measures = measures
        self.households = households
        self.origin = origin
        self.supply = supply
        self.document = document
    }

    /// Data with a row per sector and measure.
    public var report: WorkbenchReport {
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + ["measure", "direct", "simple", "total", "type_1", "type_2"])
        let ratios = measures.map { (typeI: $0.multipliers.typeI, typeII: $0.multipliers.typeII) }
        for (index, sector) in document.sectors.enumerated() {
            for (measure, ratio) in zip(measures, ratios) {
                let found = measure.multipliers
                data.append(
                    DataTable.Cell.names(of: sector) + [
                        .text(measure.name), .number(found.direct[index]), .number(found.simple[index]),
                        .optional(found.total?[index]), .optional(ratio.typeI[index]), .optional(ratio.typeII[index]),
                    ])
            }
        }
        return WorkbenchReport(data: data) { [self] format in text(format) }
    }

    private func effect(_ measure: Measure) -> [Double] {
        households == nil ? measure.multipliers.simple : measure.multipliers.total ?? measure.multipliers.simple
    }

    private func text(_ format: TextFormat) -> String {
        var page = WorkbenchPage(
            .multiplierTitle, of: document, format: format, values: ["type": households == nil ? "I" : "II"])
        let language = page.language
        let effects = measures.map { (measure: $0, values: effect($0)) }
        let order = document.sectors.indices.sorted { effects[0].values[$0] > effects[0].values[$1] }
        if let first = order.first {
            page.say(
                origin == .regional ? .multiplierAnswer : .multiplierAnswerTotal,
                [
                    "sector": page.name(first),
                    "value": HumanNumber.fixed(effects[0].values[first], decimals: 2),
                ], style: .strong)
        }
        page.blank()
        page.sectors(
            order,
            columns: effects.map { effect in
                let decimals = Self.decimals(effect.measure.role, effect.values)
                return (
                    language.text(Self.label(effect.measure.role)),
                    { HumanNumber.fixed(effect.values[$0], decimals: decimals) }
                )
            })
        page.blank()
        page.note(households == nil ? .multiplierTypeOne : .multiplierTypeTwo)
        page.origin(origin, supply: supply)
        if let households {
            page.note(.householdNote, ["row": households.row, "column": households.column])
            if let income = households.income {
                page.note(.householdIncome, ["value": HumanNumber.exact(income), "unit": page.unit])
            }
        }
        return page.text
    }

    /// Jobs have any scale: three digits of the largest, and as many decimals for all.
    private static func decimals(_ role: Measure.Role, _ values: [Double]) -> Int {
        switch role {
        case .jobs:
            var (decimals, largest) = (2, values.map(abs).max() ?? 0)
            while largest >= 10 && decimals > 0 { (decimals, largest) = (decimals - 1, largest / 10) }
            while largest > 0 && largest < 1 && decimals < 8 { (decimals, largest) = (decimals + 1, largest * 10) }
            return decimals
        case .tax: return 4
        default: return 3
        }
    }

    private static func label(_ role: Measure.Role) -> WorkbenchLabel {
        switch role {
        case .output: .output
        case .valueAdded: .valueAdded
        case .income: .income
        case .jobs: .jobs
        case .tax: .tax
        }
    }
}
