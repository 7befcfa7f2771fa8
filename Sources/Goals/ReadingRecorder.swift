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

    // Places in the sums.
    let values: Range<Int>
    let met: Range<Int>
    let metSquares: Range<Int>
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
        if case .count(let id, let over, _) = reading.indicator, let index = model.portfolio(id), !target.byAnyYear {
            count = (index, Double.log(over))
            maximumCount = model.portfolios[index].units.count
        } else {
            count = nil
            maximumCount = 0
        }
        values = layout.reserve(years)
        met = layout.reserve(deadlines.count)
        metSquares = layout.reserve(deadlines.count)
        crossed = layout.reserve(years)
        countChances = layout.reserve(count == nil ? 0 : maximumCount + 1)
        outcome = layout.reserve(2)
        outcomeInputs = layout.reserve(model.inputs.entries.count)
    }

    var deadlineIndex: Int { deadlines.firstIndex(of: target.deadline)! }
}

/// Records a reading block by block.
final class ReadingRecorder {
    let plan: ReadingPlan
    /// By year; empty before the first year that has a value.
    private(set) var sketches: [QuantileSketch]
    /// Values of the current block by year: members × years.
    let current: BlockColumns
    /// Chance (exact counts) or 0/1 that the goal is met, of the current block: members × deadlines.
    let chances: BlockColumns
    /// 0/1 that the goal is met at the deadline, for joint odds: one column.
    let realised: BlockColumns
    private var distribution: [Double]

    init(plan: ReadingPlan, rows: Int) {
        self.plan = plan
        sketches = (0..<plan.years).map { _ in QuantileSketch() }
        current = BlockColumns(rows: rows, columns: plan.years)
        chances = BlockColumns(rows: rows, columns: plan.deadlines.count)
        realised = BlockColumns(rows: rows, columns: 1)
        distribution = [Double](repeating: 0, count: plan.maximumCount + 1)
    }

    func merge(_ other: ReadingRecorder) {
        for index in sketches.indices { sketches[index].merge(other.sketches[index]) }
    }

    func observe(_ block: BlockProjection, sums: inout [Double]) {
        let members = block.memberCount
        for year in plan.evaluator.firstYear..<plan.years {
            let values = current.column(year)
            plan.evaluator.evaluate(block, year: year, into: values)
            let used = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(values)[0..<members])
            sketches[year].add(used)
            sums[plan.values.lowerBound + year] += used.reduce(0, +)
        }
        recordCrossings(members: members, sums: &sums)
        for (index, deadline) in plan.deadlines.enumerated() {
            judge(block, deadline: deadline, into: chances.column(index))
            var (sum, squares) = (0.0, 0.0)
            for member in 0..<members {
                let chance = chances.column(index)[member]
                sum += chance
                squares += chance * chance
            }
            sums[plan.met.lowerBound + index] += sum
            sums[plan.metSquares.lowerBound + index] += squares
        }
        recordOutcome(block, sums: &sums)
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
        _ block: BlockProjection, deadline: Int, into chances: UnsafeMutableBufferPointer<Double>
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
        if plan.count != nil { replaceByExactCounts(block, deadline: deadline, chances: chances) }
    }

    /// Replaces each member's count by the chance of meeting the goal given its
    /// state one year before, its economy and the common factor (Poisson-binomial).
    private func replaceByExactCounts(
        _ block: BlockProjection, deadline: Int, chances: UnsafeMutableBufferPointer<Double>
    ) {
        guard let count = plan.count, let conditional = block.portfolios[count.portfolio].conditionals[deadline] else {
            return
        }
        let units = conditional.centers.columns
        let goal = plan.target.goal
        for member in chances.indices {
            PoissonBinomial.distribution(count: units, into: &distribution) {
                conditional.chance(unit: $0, member: member, above: count.logThreshold)
            }
            var chance = 0.0
            for (number, probability) in distribution.enumerated() where goal.isMet(by: Double(number)) {
                chance += probability
            }
            chances[member] = min(chance, 1)
            if deadline == plan.target.deadline, member < block.memberCount {
                for (number, probability) in distribution.enumerated() { countSums[number] += probability }
            }
        }
    }

    /// Sums of the count distribution over the current block.
    private lazy var countSums = [Double](repeating: 0, count: plan.maximumCount + 1)

    private func recordOutcome(_ block: BlockProjection, sums: inout [Double]) {
        for (number, sum) in countSums.enumerated() where !plan.countChances.isEmpty {
            sums[plan.countChances.lowerBound + number] += sum
            countSums[number] = 0
        }
        let values = current.column(plan.target.deadline - plan.start)
        let indicator = plan.reading.indicator
        for member in 0..<block.memberCount {
            let outcome = indicator.linearised(values[member])
            sums[plan.outcome.lowerBound] += outcome
            sums[plan.outcome.lowerBound + 1] += outcome * outcome
            for input in plan.outcomeInputs.indices {
                let column = input - plan.outcomeInputs.lowerBound
                sums[input] += outcome * block.inputs.column(column)[member]
            }
        }
    }
}
