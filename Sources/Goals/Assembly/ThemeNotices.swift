import Projection
import Scenarios

/// What must be said beside a named industry.
extension ResultAssembly {
    /// A published size whose part in some sector is more than the sector makes: then it counts something else, or the
    /// weights are wrong.
    func largerThanItsSectors(_ plan: ThemePlan) -> Notice? {
        guard let size = plan.theme.size else { return nil }
        let parts = plan.theme.weights.enumerated().compactMap { sector, weight -> (name: String, ratio: Double)? in
            let name = scenario.sectors[sector].name
            let variable = self.plan.variables.firstIndex { $0.name == "Output|\(name)" }
            guard weight > 0, let variable else { return nil }
            let slot = variable * self.plan.years + size.year - scenario.start
            let output = sums[self.plan.variableSums.lowerBound + slot] / count
            return (name, weight * size.value / output)
        }
        guard let worst = parts.max(by: { $0.ratio < $1.ratio }), worst.ratio > 1 else { return nil }
        return Notice(
            level: .warning,
            text: """
                \(plan.theme.name): the published size of \(size.year) times its weight in \(worst.name) is \
                \(significant(worst.ratio)) times the output of that sector, which cannot be: the figure counts something \
                else, or the weights are wrong
                """)
    }

    /// Sectors with a tenth of an industry or more of which the table brings in more than it uses.
    func weakSectors(of theme: Theme) -> [Int] {
        plan.model.economy.supply.reexports.filter { theme.weights[$0] >= 0.1 }
    }

    /// An industry that leans on a sector which is mostly transit trade in the table.
    func transit(_ plan: ThemePlan) -> Notice? {
        let weak = weakSectors(of: plan.theme)
        guard !weak.isEmpty else { return nil }
        let parts = weak.map { "\(percent(plan.theme.weights[$0])) \(scenario.sectors[$0].code)" }
        return Notice(
            level: .note,
            text: """
                \(plan.theme.name) is \(parts.joined(separator: ", ")), of which imports and inflow exceed local use: \
                transit trade, or weak data, so that its index is weak as well
                """)
    }
}
