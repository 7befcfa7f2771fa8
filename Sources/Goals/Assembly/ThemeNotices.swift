import Projection
import Scenarios

/// What must be said beside a named industry.
extension ResultAssembly {
    /// A published size whose part in some sector is more than the sector makes: then it counts something else, or the
    /// weights are wrong.
    func largerThanItsSectors(_ plan: ThemePlan) -> Notice? {
        guard let size = plan.theme.size else { return nil }
        let parts = plan.theme.weights.enumerated().compactMap { index, weight -> (sector: String, ratio: Double)? in
            let sector = scenario.sectors[index]
            let variable = self.plan.variables.firstIndex { $0.name == "Output|\(sector.name)" }
            guard weight > 0, let variable else { return nil }
            let slot = variable * self.plan.years + size.year - scenario.start
            let output = sums[self.plan.variableSums.lowerBound + slot] / count
            return (sector.code, weight * size.value / output)
        }
        guard let worst = parts.max(by: { $0.ratio < $1.ratio }), worst.ratio > 1 else { return nil }
        return Notice(
            level: .warning,
            matter: .industryExceedsSector(
                theme: plan.theme.id, year: size.year, sector: worst.sector, ratio: worst.ratio))
    }

    /// Sectors with a tenth of an industry or more of which the table brings in more than it uses.
    func weakSectors(of theme: Theme) -> [Int] {
        plan.model.economy.supply.reexports.filter { theme.weights[$0] >= 0.1 }
    }

    /// An industry that leans on a sector which is mostly transit trade in the table.
    func transit(_ plan: ThemePlan) -> Notice? {
        let weak = weakSectors(of: plan.theme)
        guard !weak.isEmpty else { return nil }
        let parts = weak.map { Notice.SectorShare(sector: scenario.sectors[$0].code, share: plan.theme.weights[$0]) }
        return Notice(level: .note, matter: .transit(theme: plan.theme.id, parts: parts))
    }
}
