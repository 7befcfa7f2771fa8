import InputOutput
import LinearAlgebra
import Scenarios

/// A shift of investment, compiled.
struct InvestmentModel: Sendable {
    let share: ParameterDraw
    let capitalOutput: ParameterDraw
    let displaced: ParameterDraw
    /// Share of each sector in the new output.
    let pattern: [Double]
    /// Value added in the region of a yuan of new sales, suppliers included.
    let valueAdded: Double
    /// Investment of the base year, what comes from outside included, 亿元.
    let investment: Double
    let category: String

    /// - Throws: `ModelError.emptyDemand` where the group has no value added, or nothing is invested.
    init(
        _ shift: InvestmentShift, lever: Lever, pattern: [Double], table: InputOutputTable, leontief: Matrix,
        draw: (UncertainValue, InputName.Part) -> ParameterDraw
    ) throws {
        self.pattern = pattern
        category = shift.category
        let ratios = try table.valueAddedCoefficients()
        valueAdded = pattern.indices.reduce(0) { sum, buyer in
            guard pattern[buyer] != 0 else { return sum }
            return sum + pattern[buyer] * ratios.indices.reduce(0) { $0 + ratios[$1] * leontief[$1, buyer] }
        }
        let values = table.domesticFinalUse.first { $0.name == shift.category }?.values ?? []
        investment = values.reduce(0, +)
        guard valueAdded > 0, investment > 0 else {
            throw ModelError.emptyDemand(lever: lever.id, category: shift.category, group: shift.group)
        }
        share = draw(shift.share, .share)
        capitalOutput = draw(shift.capitalOutput, .capitalOutput)
        displaced = draw(shift.displaced, .displaced)
    }

    /// In the order of the lever's columns of values.
    var draws: [ParameterDraw] { [share, capitalOutput, displaced] }
}

/// Capacity that a shift of investment has built so far, for one block of members.
final class ShiftedInvestment {
    private let model: InvestmentModel
    /// Components that invest, with their part of the region's demand for investment in the base year.
    private let parts: [(component: Int, share: Double)]
    /// Value added that the capacity can make a year, 亿元, by member.
    private var capacity: [Double]

    init(_ model: InvestmentModel, economy: EconomyModel, rows: Int) {
        self.model = model
        let investing = economy.components.indices.filter {
            economy.components[$0].growthCategory == model.category && !economy.components[$0].isBalancing
        }
        let sizes = investing.map { economy.components[$0].base.reduce(0, +) }
        let total = sizes.reduce(0, +)
        parts = total > 0 ? zip(investing, sizes).map { ($0, $1 / total) } : []
        capacity = [Double](repeating: 0, count: rows)
    }

    /// Moves one year on: what the capacity sells, then what is added to it.
    ///
    /// - Parameters:
    ///   - isFirst: whether this is the first projected year, which starts without capacity.
    ///   - isActive: whether investment is shifted this year.
    ///   - factors: growth of the components since the base year.
    /// - Returns: sales outside the region, by member, 亿元.
    func advance(isFirst: Bool, isActive: Bool, values: BlockColumns, factors: BlockColumns) -> [Double] {
        let (share, ratio, displaced) = (values.column(0), values.column(1), values.column(2))
        return capacity.indices.map { member in
            if isFirst { capacity[member] = 0 }
            let sales = capacity[member] / model.valueAdded * (1 - displaced[member])
            if isActive {
                let growth =
                    parts.isEmpty ? 1 : parts.reduce(0) { $0 + $1.share * factors.column($1.component)[member] }
                capacity[member] += share[member] * model.investment * growth / ratio[member]
            }
            return sales
        }
    }
}
