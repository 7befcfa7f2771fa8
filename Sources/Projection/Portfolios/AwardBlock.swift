import RealModule
import Scenarios

/// An R&D award to the units of a portfolio, for one block of members.
///
/// A unit of output y claims min(cap, rate × intensity × y); claims of all units beyond the budget are scaled down alike.
/// An award w raises the unit's real R&D by the share a = w (1 − misuse)(1 + additionality) / (intensity × y × (1 −
/// relabelled)), never below 0. Its stock of R&D against the reference moves as in ``ScienceModel``,
/// q_t = q + (g + δ)(1 + a − q) / (1 + g) with a of the year before, and the unit grows by η γ Δ ln q_t beside.
public final class AwardBlock {
    /// The lever that it belongs to.
    public let lever: Lever
    /// Paid to all units, by year from the base year on: one column, 亿元.
    public let paid: [BlockColumns]
    /// 1 where the budget limits what is paid, by year: one column.
    public let budgetBinds: [BlockColumns]
    /// 1 where the cap limits some unit's claim and the budget does not limit what is paid, by year: one column.
    public let capBinds: [BlockColumns]

    private let start: Int
    private let cap: Double
    private let firstColumn: Int
    /// a of the year that was paid last, by unit.
    private let increases: BlockColumns
    /// q by unit.
    private let ratios: BlockColumns

    private enum Column {
        static let budget = 0, rate = 1, intensity = 2, misuse = 3, additionality = 4, relabelled = 5
        static let elasticity = 6, depreciation = 7, stockGrowth = 8, tradeResponse = 9
    }

    /// nil for a lever that is no award.
    init?(_ lever: PortfolioModel.PortfolioLever, start: Int, years: Int, units: Int, rows: Int) {
        guard case .award(let cap) = lever.kind else { return nil }
        self.lever = lever.lever
        self.start = start
        self.cap = cap
        firstColumn = lever.column
        func columns() -> [BlockColumns] { (0..<years).map { _ in BlockColumns(rows: rows, columns: 1) } }
        (paid, budgetBinds, capBinds) = (columns(), columns(), columns())
        increases = BlockColumns(rows: rows, columns: units)
        ratios = BlockColumns(rows: rows, columns: units)
    }

    /// In the order of the lever's columns.
    static func draws(of award: ResearchAward, _ draw: (UncertainValue, InputName.Part) -> ParameterDraw)
        -> [ParameterDraw]
    {
        [
            draw(award.budget, .budget), draw(award.rate, .rate), draw(award.intensity, .researchIntensity),
            draw(award.misuse, .misuse), draw(award.additionality, .additionality),
            draw(award.relabelled, .relabelled), draw(award.elasticity, .elasticity),
            draw(award.depreciation, .depreciation), draw(award.stockGrowth, .stockGrowth),
            draw(award.tradeResponse, .tradeResponse),
        ]
    }

    func begin() {
        increases.values.update(repeating: 0)
        ratios.values.update(repeating: 1)
    }

    /// Pays the awards of a year.
    ///
    /// - Parameters:
    ///   - sizes: output of the units in that year.
    ///   - values: what was drawn for the levers of the portfolio.
    func pay(year: Int, sizes: BlockColumns, values: BlockColumns) {
        increases.values.update(repeating: 0)
        guard year >= lever.from, year <= lever.to else { return }
        func drawn(_ column: Int) -> UnsafeMutableBufferPointer<Double> { values.column(firstColumn + column) }
        let (budget, rate, intensity) = (drawn(Column.budget), drawn(Column.rate), drawn(Column.intensity))
        let (total, overBudget, atCap) = (
            paid[year - start].column(0), budgetBinds[year - start].column(0), capBinds[year - start].column(0)
        )
        for column in [total, overBudget, atCap] { column.update(repeating: 0) }
        for unit in 0..<sizes.columns {
            let (size, claim) = (sizes.column(unit), increases.column(unit))
            for member in size.indices where size[member] > 0 {
                let asked = rate[member] * intensity[member] * size[member]
                claim[member] = min(asked, cap)
                if asked > cap { atCap[member] = 1 }
                total[member] += claim[member]
            }
        }
        let (misuse, additionality, relabelled) = (
            drawn(Column.misuse), drawn(Column.additionality), drawn(Column.relabelled)
        )
        for unit in 0..<sizes.columns {
            let (size, claim) = (sizes.column(unit), increases.column(unit))
            for member in size.indices where claim[member] > 0 {
                let award = claim[member] * min(budget[member] / total[member], 1)
                let real = intensity[member] * size[member] * (1 - relabelled[member])
                let added = max(award * (1 - misuse[member]) * (1 + additionality[member]), 0)
                claim[member] = real > 0 ? added / real : 0
            }
        }
        for member in total.indices where total[member] > budget[member] {
            overBudget[member] = 1
            // Whichever binds: beyond the budget the caps no longer decide what is paid.
            atCap[member] = 0
            total[member] = budget[member]
        }
    }

    /// Adds what the awards of the year before do to the growth of each unit.
    func advance(values: BlockColumns, growth: BlockColumns) {
        func drawn(_ column: Int) -> UnsafeMutableBufferPointer<Double> { values.column(firstColumn + column) }
        let (elasticity, response) = (drawn(Column.elasticity), drawn(Column.tradeResponse))
        let (depreciation, stockGrowth) = (drawn(Column.depreciation), drawn(Column.stockGrowth))
        for unit in 0..<ratios.columns {
            let (ratio, increase, grown) = (ratios.column(unit), increases.column(unit), growth.column(unit))
            for member in ratio.indices {
                let old = ratio[member]
                let new = nextStockRatio(
                    old, effort: 1 + increase[member], depreciation: depreciation[member],
                    stockGrowth: stockGrowth[member])
                guard new != old else { continue }
                ratio[member] = new
                grown[member] += response[member] * elasticity[member] * Double.log(new / old)
            }
        }
    }
}
