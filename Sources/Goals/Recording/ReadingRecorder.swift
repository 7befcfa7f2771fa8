import Projection
import RealModule
import Scenarios

/// One reading of one target, bound to a model: what is recorded of it.
struct ReadingPlan: Sendable {
    let target: Target
    let reading: Reading
    let evaluator: IndicatorEvaluator
    /// Deadlines judged, ascending: the target's own and the ends of its range.
    let deadlines: [Int]
    /// Portfolio and threshold when the indicator counts independent units.
    let count: (portfolio: Int, logThreshold: Double)?
    let start: Int
    let years: Int
    /// Most units that a count can reach.
    let maximumCount: Int
    /// Index of the year of the latest known value, from which each member's growth to the deadline is recorded; nil for
    /// numbers of units and growth rates, and where that value is from before the projection or not before the deadline.
    let growthStart: Int?

    // Places in the sums.
    let values: Range<Int>
    let met: Range<Int>
    let metSquares: Range<Int>
    /// By deadline and batch of neighbouring members: Σ S², Σ S n, Σ n² of the batch's sum S and its size n.
    let batches: Range<Int>
    let crossed: Range<Int>
    let countChances: Range<Int>
    let outcome: Range<Int>
    let outcomeInputs: Range<Int>

    init(target: Target, reading: Reading, model: Model, layout: inout SumLayout) throws {
        self.target = target
        self.reading = reading
        evaluator = try IndicatorEvaluator(reading.indicator, target: target.id, reading: reading.id, model: model)
        start = model.scenario.start
        years = model.scenario.end - model.scenario.start + 1
        var judged: Set<Int> = [target.deadline]
        if let range = target.deadlineRange {
            judged.formUnion([range.lowerBound, range.upperBound])
        }
        deadlines = judged.filter { $0 > model.scenario.start && $0 <= model.scenario.end }.sorted()
        if case .count(let id, let over, let strict) = reading.indicator, let index = model.portfolio(id),
            !target.byAnyYear
        {
            count = (index, Double.log(Indicator.countLimit(over: over, strict: strict)))
            maximumCount = model.portfolios[index].units.count
        } else {
            count = nil
            maximumCount = 0
        }
        let latest = Self.growthStart(target, reading, first: start + evaluator.firstYear)
        growthStart = latest.map { $0 - model.scenario.start }
        values = layout.reserve(years)
        met = layout.reserve(deadlines.count)
        metSquares = layout.reserve(deadlines.count)
        batches = layout.reserve(3 * deadlines.count)
        crossed = layout.reserve(years)
        countChances = layout.reserve(count == nil ? 0 : maximumCount + 1)
        outcome = layout.reserve(2)
        outcomeInputs = layout.reserve(model.inputs.entries.count)
    }

    var deadlineIndex: Int { deadlines.firstIndex(of: target.deadline)! }

    /// The year of the latest known value, where growth from it can be followed.
    private static func growthStart(_ target: Target, _ reading: Reading, first: Int) -> Int? {
        if case .growth = reading.indicator { return nil }
        guard !reading.indicator.isCount else { return nil }
        let latest = reading.observed.published?.points.map(\.year).max() ?? first
        return latest >= first && latest < target.deadline ? latest : nil
    }
}

/// Records a reading block by block.
final class ReadingRecorder: SketchKeeper {
    let plan: ReadingPlan
    /// By year; empty before the first year that has a value.
    private(set) var sketches: [QuantileSketch]
    /// Growth a year of each member from the year of the latest known value to the deadline; members that start at 0 have
    /// none and are invalid. Empty where the plan has no `growthStart`.
    private(set) var growth = QuantileSketch()
    /// Values of the current block by year: members × years.
    let current: BlockColumns
    /// Chance (exact counts) or 0/1 that the goal is met, of the current block: members × deadlines.
    let chances: BlockColumns
    /// 0/1 that the goal is met at the deadline, for joint odds: one column.
    let realised: BlockColumns
    private let distribution: CountDistribution
    private let scratch: BlockColumns

    init(plan: ReadingPlan, rows: Int) {
        self.plan = plan
        sketches = (0..<plan.years).map { _ in QuantileSketch() }
        current = BlockColumns(rows: rows, columns: plan.years)
        chances = BlockColumns(rows: rows, columns: plan.deadlines.count)
        realised = BlockColumns(rows: rows, columns: 1)
        distribution = CountDistribution(rows: rows, units: plan.maximumCount)
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    func merge(_ other: ReadingRecorder) {
        for index in sketches.indices { sketches[index].merge(other.sketches[index]) }
        growth.merge(other.growth)
    }

    func forEachSketch(_ body: (inout QuantileSketch) -> Void) {
        for index in sketches.indices { body(&sketches[index]) }
        body(&growth)
    }

    func observe(_ block: BlockProjection, sums: inout [Double]) {
        let members = block.memberCount
        for year in plan.evaluator.firstYear..<plan.years {
            let values = current.column(year)
            plan.evaluator.evaluate(block, year: year, into: values)
            sketches[year].add(used(values, in: block))
            sums[plan.values.lowerBound + year] += sum(used(values, in: block))
        }
        recordGrowth(block)
        recordCrossings(members: members, sums: &sums)
        for (index, deadline) in plan.deadlines.enumerated() {
            judge(block, deadline: deadline, sums: &sums, into: chances.column(index))
            let judged = used(chances.column(index), in: block)
            sums[plan.met.lowerBound + index] += sum(judged)
            sums[plan.metSquares.lowerBound + index] += dot(judged, judged)
            recordBatches(judged, place: plan.batches.lowerBound + 3 * index, sums: &sums)
        }
        recordOutcome(block, sums: &sums)
    }

    /// Copies of one ancestor are neighbours after resampling: sums over batches are independent where members are not.
    private func recordBatches(_ values: UnsafeBufferPointer<Double>, place: Int, sums: inout [Double]) {
        for start in stride(from: 0, to: values.count, by: Self.batchSize) {
            let batch = UnsafeBufferPointer(rebasing: values[start..<min(start + Self.batchSize, values.count)])
            let (total, size) = (sum(batch), Double(batch.count))
            sums[place] += total * total
            sums[place + 1] += total * size
            sums[place + 2] += size * size
        }
    }

    static let batchSize = 128

    private func recordGrowth(_ block: BlockProjection) {
        guard let first = plan.growthStart else { return }
        let last = plan.target.deadline - plan.start
        let (from, to, rates) = (current.column(first), current.column(last), scratch.column(0))
        for member in 0..<block.memberCount {
            rates[member] = compoundGrowth(from: from[member], to: to[member], years: last - first) ?? .nan
        }
        growth.add(used(rates, in: block))
    }

    private func recordCrossings(members: Int, sums: inout [Double]) {
        let goal = plan.target.goal
        for member in 0..<members {
            for year in plan.evaluator.firstYear..<plan.years where goal.isMet(by: current.column(year)[member]) {
                // Crossed in `year`: counts for it and for every later one.
                sums[plan.crossed.lowerBound + year] += 1
                break
            }
        }
    }

    private func judge(
        _ block: BlockProjection, deadline: Int, sums: inout [Double],
        into chances: UnsafeMutableBufferPointer<Double>
    ) {
        let goal = plan.target.goal
        let last = deadline - plan.start
        let values = current.column(last)
        for member in chances.indices {
            var met = goal.isMet(by: values[member])
            if plan.target.byAnyYear, !met {
                met = (plan.evaluator.firstYear...last).contains { goal.isMet(by: current.column($0)[member]) }
            }
            chances[member] = met ? 1 : 0
        }
        if deadline == plan.target.deadline {
            _ = realised.column(0).update(fromContentsOf: UnsafeBufferPointer(chances))
        }
        if plan.count != nil { replaceByExactCounts(block, deadline: deadline, sums: &sums, chances: chances) }
    }

    /// Replaces each member's count by the chance of meeting the goal given its
    /// state one year before, its economy and the common factor (Poisson-binomial).
    private func replaceByExactCounts(
        _ block: BlockProjection, deadline: Int, sums: inout [Double],
        chances: UnsafeMutableBufferPointer<Double>
    ) {
        guard let count = plan.count, let conditional = block.portfolios[count.portfolio].conditionals[deadline] else {
            return
        }
        let unitChances = scratch.column(0)
        distribution.reset()
        for unit in 0..<conditional.centers.columns {
            conditional.chances(of: unit, above: count.logThreshold, into: unitChances)
            distribution.add(unitChances)
        }
        chances.update(repeating: 0)
        for number in 0...distribution.highest {
            let probability = distribution.chance(of: number)
            if plan.target.goal.isMet(by: Double(number)) {
                for member in chances.indices { chances[member] += probability[member] }
            }
            if deadline == plan.target.deadline {
                sums[plan.countChances.lowerBound + number] += sum(used(probability, in: block))
            }
        }
        for member in chances.indices { chances[member] = min(chances[member], 1) }
    }

    private func recordOutcome(_ block: BlockProjection, sums: inout [Double]) {
        outcome(into: scratch.column(0))
        let own = used(scratch.column(0), in: block)
        sums[plan.outcome.lowerBound] += sum(own)
        sums[plan.outcome.lowerBound + 1] += dot(own, own)
        for (input, place) in plan.outcomeInputs.enumerated() {
            sums[place] += dot(own, used(block.inputs.column(input), in: block))
        }
    }

    /// The current block's values at the deadline, on the scale on which inputs act about linearly.
    func outcome(into outcomes: UnsafeMutableBufferPointer<Double>) {
        let values = current.column(plan.target.deadline - plan.start)
        for member in outcomes.indices { outcomes[member] = plan.reading.indicator.linearised(values[member]) }
    }
}
