import Projection
import Scenarios

/// What base and alternative have in common, member by member.
struct PairPlan: Sendable {
    let alternative: Int
    /// Indices of the same variable in base and alternative.
    let variables: [(base: Int, alternative: Int)]
    /// Indices of the same reading in base and alternative.
    let readings: [(base: Int, alternative: Int)]
    /// Years, counted from each scenario's own start, that both have.
    let years: [(base: Int, alternative: Int)]
    /// Those for which the differences of readings are recorded: none where only the targets are.
    let readingYears: [(base: Int, alternative: Int)]
    let variableSums: Range<Int>
    let readingSums: Range<Int>
    let readingYearSums: Range<Int>
    let oddsSums: Range<Int>

    init(base: ScenarioPlan, alternatives: [ScenarioPlan], alternative: Int, layout: inout SumLayout) {
        let other = alternatives[alternative]
        self.alternative = alternative
        variables = base.variables.enumerated().compactMap { index, variable in
            other.variables.firstIndex { $0.name == variable.name && $0.unit == variable.unit }.map { (index, $0) }
        }
        readings = base.readings.enumerated().compactMap { index, plan in
            other.readings.firstIndex { $0.target.id == plan.target.id && $0.reading.id == plan.reading.id }
                .map { (index, $0) }
        }
        let (own, others) = (base.model.scenario, other.model.scenario)
        years = (max(own.start, others.start)...max(own.start, others.start, min(own.end, others.end)))
            .filter { $0 <= own.end && $0 <= others.end }.map { ($0 - own.start, $0 - others.start) }
        readingYears = other.scope.isEverything ? years : []
        variableSums = layout.reserve(variables.count * years.count)
        readingSums = layout.reserve(readings.count)
        readingYearSums = layout.reserve(readings.count * readingYears.count)
        oddsSums = layout.reserve(2 * readings.count)
    }
}

/// Records the differences of one alternative from the base, for one worker.
final class PairRecorder: SketchKeeper {
    let plan: PairPlan
    let variables: QuantileSketches
    /// Difference at the deadline of each reading; deadlines may differ.
    private(set) var readings: [QuantileSketch]
    /// Difference of each reading by common year.
    let readingYears: QuantileSketches
    private let base: BlockColumns
    private let other: BlockColumns

    init(plan: PairPlan, rows: Int) {
        self.plan = plan
        variables = QuantileSketches(count: plan.variables.count * plan.years.count)
        readings = plan.readings.map { _ in QuantileSketch() }
        readingYears = QuantileSketches(count: plan.readings.count * plan.readingYears.count)
        base = BlockColumns(rows: rows, columns: 1)
        other = BlockColumns(rows: rows, columns: 1)
    }

    func merge(_ recorder: PairRecorder) {
        variables.merge(recorder.variables)
        for index in readings.indices { readings[index].merge(recorder.readings[index]) }
        readingYears.merge(recorder.readingYears)
    }

    func forEachSketch(_ body: (inout QuantileSketch) -> Void) {
        variables.visitAll(body)
        for index in readings.indices { body(&readings[index]) }
        readingYears.visitAll(body)
    }

    /// - Precondition: both recorders have observed the same members just now.
    func observe(
        base baseRecorder: ScenarioRecorder, _ baseBlock: BlockProjection, alternative: ScenarioRecorder,
        _ block: BlockProjection, sums: inout [Double]
    ) {
        let members = block.memberCount
        for (index, pair) in plan.variables.enumerated() {
            let (own, others) = (baseRecorder.plan.variables[pair.base], alternative.plan.variables[pair.alternative])
            for (position, year) in plan.years.enumerated()
            where year.base >= own.firstYear && year.alternative >= others.firstYear {
                own.value(baseBlock, year.base, base.column(0))
                others.value(block, year.alternative, other.column(0))
                let slot = index * plan.years.count + position
                sums[plan.variableSums.lowerBound + slot] += subtract(members)
                variables.add(
                    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(other.column(0))[0..<members]), to: slot)
            }
        }
        for (index, pair) in plan.readings.enumerated() {
            let (own, others) = (baseRecorder.readings[pair.base], alternative.readings[pair.alternative])
            copy(own.current.column(own.plan.target.deadline - own.plan.start), to: base)
            copy(others.current.column(others.plan.target.deadline - others.plan.start), to: other)
            sums[plan.readingSums.lowerBound + index] += subtract(members)
            readings[index].add(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(other.column(0))[0..<members]))
            for (position, year) in plan.readingYears.enumerated()
            where year.base >= own.plan.evaluator.firstYear && year.alternative >= others.plan.evaluator.firstYear {
                copy(own.current.column(year.base), to: base)
                copy(others.current.column(year.alternative), to: other)
                let slot = index * plan.readingYears.count + position
                sums[plan.readingYearSums.lowerBound + slot] += subtract(members)
                readingYears.add(
                    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(other.column(0))[0..<members]), to: slot)
            }
            copy(own.chances.column(own.plan.deadlineIndex), to: base)
            copy(others.chances.column(others.plan.deadlineIndex), to: other)
            sums[plan.oddsSums.lowerBound + 2 * index] += subtract(members)
            var squares = 0.0
            for member in 0..<members { squares += other.column(0)[member] * other.column(0)[member] }
            sums[plan.oddsSums.lowerBound + 2 * index + 1] += squares
        }
    }

    private func copy(_ values: UnsafeMutableBufferPointer<Double>, to column: BlockColumns) {
        _ = column.column(0).update(fromContentsOf: UnsafeBufferPointer(values))
    }

    /// `other` becomes alternative less base; returns its sum over the members.
    private func subtract(_ members: Int) -> Double {
        let (own, others) = (base.column(0), other.column(0))
        var sum = 0.0
        for member in others.indices {
            others[member] -= own[member]
            if member < members { sum += others[member] }
        }
        return sum
    }
}
