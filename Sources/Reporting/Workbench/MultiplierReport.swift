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

    private let measures: [Measure]
    private let households: (row: String, column: String)?
    private let origin: InputOrigin
    private let document: TableDocument

    /// - Parameters:
    ///   - measures: output first; with totals where `households` is given.
    ///   - households: the row that households earn and the column that they spend; nil for type I.
    public init(
        _ measures: [Measure], households: (row: String, column: String)?, origin: InputOrigin,
        of document: TableDocument
    ) {
        self.measures = measures
        self.households = households
        self.origin = origin
        self.document = document
    }

    /// Data with a row per sector and measure.
    public var report: WorkbenchReport {
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + ["measure", "direct", "simple", "total", "type_1", "type_2"])
        for (index, sector) in document.sectors.enumerated() {
            for measure in measures {
                let found = measure.multipliers
                data.append(
                    DataTable.Cell.names(of: sector) + [
                        .text(measure.name), .number(found.direct[index]), .number(found.simple[index]),
                        .optional(found.total?[index]), .optional(found.typeI[index]), .optional(found.typeII[index]),
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
                .multiplierAnswer,
                [
                    "sector": page.name(first),
                    "value": HumanNumber.fixed(effects[0].values[first], decimals: 2),
                ], style: .strong)
        }
        page.blank()
        page.sectors(
            order,
            columns: effects.map { effect in
                (
                    language.workbench(Self.label(effect.measure.role)),
                    { index in
                        effect.measure.role == .jobs
                            ? HumanNumber.threeDigits(effect.values[index])
                            : HumanNumber.fixed(effect.values[index], decimals: effect.measure.role == .tax ? 4 : 3)
                    }
                )
            })
        page.blank()
        page.note(households == nil ? .multiplierTypeOne : .multiplierTypeTwo)
        page.note(origin == .regional ? .regionalOrigin : .totalOrigin)
        if let households { page.note(.householdNote, ["row": households.row, "column": households.column]) }
        return page.text
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
