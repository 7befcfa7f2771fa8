import Projection
import Scenarios

/// A goal on the number of units above a threshold: which unit, by rank, has to pass it.
struct ReachPlan: Sendable {
    let target: String
    let portfolio: Int
    /// As many as the goal needs.
    let rank: Int
    let threshold: Double
    let year: Int

    /// Those of the headline readings of a model.
    static func plans(of model: Model) -> [ReachPlan] {
        model.scenario.targets.compactMap { target in
            guard case .count(let id, let over, _) = target.headline.indicator, !target.goal.isCap,
                let portfolio = model.portfolio(id)
            else { return nil }
            // 0.95 × 20 must not become 19.000000000000004.
            let rank = Int((target.goal.threshold - 1e-9).rounded(.up)) + (target.goal.comparator == .moreThan ? 1 : 0)
            guard rank > 0 else { return nil }
            return ReachPlan(
                target: target.id, portfolio: portfolio, rank: rank, threshold: over,
                year: target.deadline - model.scenario.start)
        }
    }
}

/// Records how large the unit of a rank is, and how much the units up to it lack.
final class ReachRecorder {
    let plan: ReachPlan
    /// Size of the unit of that rank in the base year and in the deadline year; 0 where there are fewer.
    private(set) var start = QuantileSketch()
    private(set) var deadline = QuantileSketch()
    /// Σ max(threshold − size, 0) over the largest units up to that rank, in the base year.
    private(set) var shortfall = QuantileSketch()
    private var sizes: [Double] = []

    init(plan: ReachPlan) { self.plan = plan }

    func merge(_ other: ReachRecorder) {
        start.merge(other.start)
        deadline.merge(other.deadline)
        shortfall.merge(other.shortfall)
    }

    func observe(_ block: BlockProjection) {
        let years = block.portfolios[plan.portfolio].sizes
        for member in 0..<block.memberCount {
            let largest = largest(years[0], member)
            start.add(largest[plan.rank - 1])
            shortfall.add(largest.reduce(0) { $0 + max(plan.threshold - $1, 0) })
            deadline.add(self.largest(years[plan.year], member)[plan.rank - 1])
        }
    }

    /// The largest sizes of a member, as many as the rank; 0 where there are fewer.
    private func largest(_ columns: BlockColumns, _ member: Int) -> ArraySlice<Double> {
        sizes.removeAll(keepingCapacity: true)
        for unit in 0..<columns.columns { sizes.append(columns.column(unit)[member]) }
        while sizes.count < plan.rank { sizes.append(0) }
        sizes.sort(by: >)
        return sizes[0..<plan.rank]
    }
}
