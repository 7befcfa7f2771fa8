import Elementwise
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
final class ReachRecorder: SketchKeeper {
    let plan: ReachPlan
    /// Size of the unit of that rank in the base year and in the deadline year; 0 where there are fewer.
    private(set) var start = QuantileSketch()
    private(set) var deadline = QuantileSketch()
    /// Σ max(threshold − size, 0) over the largest units up to that rank, in the base year.
    private(set) var shortfall = QuantileSketch()
    /// By rank, for the members of a block; then one more column.
    private let largest: BlockColumns
    private let scratch: BlockColumns

    init(plan: ReachPlan, rows: Int) {
        self.plan = plan
        largest = BlockColumns(rows: rows, columns: plan.rank)
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    func merge(_ other: ReachRecorder) {
        start.merge(other.start)
        deadline.merge(other.deadline)
        shortfall.merge(other.shortfall)
    }

    func forEachSketch(_ body: (inout QuantileSketch) -> Void) {
        body(&start)
        body(&deadline)
        body(&shortfall)
    }

    func observe(_ block: BlockProjection) {
        let years = block.portfolios[plan.portfolio].sizes
        rank(years[0])
        start.add(used(largest.column(plan.rank - 1), in: block))
        let lacking = scratch.column(0)
        lacking.update(repeating: 0)
        for rank in 0..<plan.rank {
            let size = largest.column(rank)
            for member in lacking.indices { lacking[member] += max(plan.threshold - size[member], 0) }
        }
        shortfall.add(used(lacking, in: block))
        rank(years[plan.year])
        deadline.add(used(largest.column(plan.rank - 1), in: block))
    }

    /// Puts the largest sizes of every member in order, as many as the rank; 0 where there are fewer.
    private func rank(_ sizes: BlockColumns) {
        largest.values.update(repeating: 0)
        let value = scratch.column(0)
        for unit in 0..<sizes.columns {
            _ = value.update(fromContentsOf: UnsafeBufferPointer(sizes.column(unit)))
            value.insert(intoDescending: largest.values)
        }
    }
}
