import Projection
import Scenarios

/// Projects a base and its alternatives with the same members and the same
/// luck, and says how each alternative differs.
///
/// - Parameter alternatives: at least one.
/// - Returns: one comparison per alternative, in order.
/// - Throws: as `project`.
public func compare(
    _ base: Scenario, with alternatives: [Scenario], options: RunOptions,
    progress: (@Sendable (Int) -> Void)? = nil
) throws -> [ComparisonResult] {
    try compare(base, with: alternatives, learningAnewFrom: [], options: options, progress: progress)
}

/// As the public function, for alternatives that are other views of the same past.
///
/// - Parameter firstYears: by alternative, the first year in which it differs from the base; where figures of that year
///   or a later one were learned from, it learns for itself, as they would have taught it something else. Empty for
///   alternatives that take over what the base has learned.
func compare(
    _ base: Scenario, with alternatives: [Scenario], learningAnewFrom firstYears: [Int], options: RunOptions,
    progress: (@Sendable (Int) -> Void)?
) throws -> [ComparisonResult] {
    let seed = options.seed ?? base.seed ?? RunOptions.defaultSeed
    let ensemble = Ensemble(
        members: options.members ?? base.members ?? RunOptions.defaultMembers, threads: options.threads,
        blockSize: options.blockSize)
    let (models, learning) = try learned(
        ([base] + alternatives).map { options.knowledge.applied(to: $0) }, anewFrom: firstYears, seed: seed,
        ensemble: ensemble, options: options)
    var layout = SumLayout()
    let plans = try models.map { try ScenarioPlan(model: $0, layout: &layout) }
    let others = Array(plans.dropFirst())
    let pairs = others.indices.map { PairPlan(base: plans[0], alternatives: others, alternative: $0, layout: &layout) }
    let places = layout.count
    let run = try ensemble.run(
        models, conditionalYears: plans.map(\.conditionalYears),
        makeObserver: { ComparisonObserver(plans: plans, pairs: pairs, rows: ensemble.blockSize, places: places) },
        progress: progress)
    let observer = run.observers[0]
    for other in run.observers.dropFirst() { observer.merge(other) }
    let sums = run.sums.total
    let results = plans.indices.map {
        ResultAssembly(
            plan: plans[$0], recorder: observer.recorders[$0], sums: sums, members: ensemble.members,
            learning: learning[$0], threads: ensemble.threads)
    }
    let finished = results.map { $0.result().knowing(options.knowledge) }
    return pairs.enumerated().map { index, pair in
        ComparisonAssembly(
            plan: pair, recorder: observer.pairs[index], base: results[0], sums: sums, members: ensemble.members
        ).result(base: finished[0], alternative: finished[index + 1])
    }
}

/// Models of all scenarios with what each has learned.
///
/// An alternative that knows the same figures as the base takes over what the base has learned: it is the same world, in
/// which something else is done. One with other figures learns for itself.
private func learned(
    _ scenarios: [Scenario], anewFrom firstYears: [Int], seed: UInt64, ensemble: Ensemble, options: RunOptions
) throws -> (models: [Model], learning: [LearningReport?]) {
    let compiled = try scenarios.map { try Model($0, seed: seed) }
    let points = options.sampling.points(for: compiled)
    var models: [Model] = []
    var learning: [LearningReport?] = []
    for (index, (scenario, compiled)) in zip(scenarios, compiled).enumerated() {
        var model = compiled
        model.points = points
        let lastLearned = learning.first??.vintages.last?.year ?? .min
        let isTaughtOtherwise = index > 0 && !firstYears.isEmpty && firstYears[index - 1] <= lastLearned
        if let base = models.first, !isTaughtOtherwise, base.scenario.learnsFromTheSame(as: scenario) {
            model.learned = base.learned
            learning.append(learning[0])
        } else {
            learning.append(try learn(&model, ensemble: ensemble, knowledge: options.knowledge))
        }
        models.append(model)
    }
    return (models, learning)
}

extension Scenario {
    fileprivate func learnsFromTheSame(as other: Scenario) -> Bool {
        start == other.start && learnedSeries.map(\.rule) == other.learnedSeries.map(\.rule)
            && learnedSeries.map { $0.points.map(\.year) } == other.learnedSeries.map { $0.points.map(\.year) }
            && learnedSeries.map { $0.points.map(\.value) } == other.learnedSeries.map { $0.points.map(\.value) }
    }

    private var learnedSeries: [(rule: LearningRule, points: [ObservedSeries.Point])] {
        (targets.flatMap { $0.readings.flatMap(\.observed) } + tracked.flatMap(\.observed)).compactMap { series in
            series.learning.map { ($0, series.points) }
        }
    }
}

private final class ComparisonObserver: EnsembleObserver {
    let recorders: [ScenarioRecorder]
    let pairs: [PairRecorder]
    private let places: Int

    init(plans: [ScenarioPlan], pairs: [PairPlan], rows: Int, places: Int) {
        recorders = plans.map { ScenarioRecorder(plan: $0, rows: rows) }
        self.pairs = pairs.map { PairRecorder(plan: $0, rows: rows) }
        self.places = places
    }

    func merge(_ other: ComparisonObserver) {
        for (own, others) in zip(recorders, other.recorders) { own.merge(others) }
        for (own, others) in zip(pairs, other.pairs) { own.merge(others) }
    }

    func observe(_ blocks: [BlockProjection]) throws -> [Double] {
        var sums = [Double](repeating: 0, count: places)
        for (recorder, block) in zip(recorders, blocks) { recorder.observe(block, sums: &sums) }
        for (index, pair) in pairs.enumerated() {
            pair.observe(
                base: recorders[0], blocks[0], alternative: recorders[index + 1], blocks[index + 1], sums: &sums)
        }
        return sums
    }
}

/// Turns recorded differences into a `ComparisonResult`.
private struct ComparisonAssembly {
    let plan: PairPlan
    let recorder: PairRecorder
    let base: ResultAssembly
    let sums: [Double]
    let members: Int

    func result(base own: ScenarioResult, alternative: ScenarioResult) -> ComparisonResult {
        ComparisonResult(
            base: own, alternative: alternative,
            variables: variables(own, alternative) + readingVariables(own, alternative),
            targets: targets(own, alternative), notices: notices(own, alternative))
    }

    private func variables(_ own: ScenarioResult, _ alternative: ScenarioResult) -> [VariableComparison] {
        plan.variables.enumerated().map { index, pair in
            let (first, second) = (own.variables[pair.base], alternative.variables[pair.alternative])
            return VariableComparison(
                name: first.name, unit: first.unit, scale: first.scale,
                years: plan.years.enumerated().compactMap { position, year in
                    let calendar = own.scenario.start + year.base
                    guard let a = first.summary(in: calendar), let b = second.summary(in: calendar) else { return nil }
                    let slot = index * plan.years.count + position
                    return .init(
                        year: calendar, base: a, alternative: b,
                        difference: Summary(
                            recorder.variables[slot],
                            mean: sums[plan.variableSums.lowerBound + slot] / Double(members),
                            wholeNumbers: base.plan.variables[pair.base].countsUnits))
                })
        }
    }

    /// The targets' own variables, one per reading that both have.
    private func readingVariables(
        _ own: ScenarioResult, _ alternative: ScenarioResult
    ) -> [VariableComparison] {
        plan.readings.enumerated().compactMap { index, pair in
            let reading = base.plan.readings[pair.base]
            let name = own.variableName(target: reading.target, reading: reading.reading)
            guard let first = own.variables.first(where: { $0.name == name }),
                let second = alternative.variables.first(where: { $0.name == name && $0.unit == first.unit })
            else { return nil }
            return VariableComparison(
                name: name, unit: first.unit, scale: first.scale,
                years: plan.years.enumerated().compactMap { position, year in
                    let calendar = own.scenario.start + year.base
                    guard let a = first.summary(in: calendar), let b = second.summary(in: calendar) else { return nil }
                    let slot = index * plan.years.count + position
                    return .init(
                        year: calendar, base: a, alternative: b,
                        difference: Summary(
                            recorder.readingYears[slot],
                            mean: sums[plan.readingYearSums.lowerBound + slot] / Double(members),
                            wholeNumbers: reading.reading.indicator.isCount))
                })
        }
    }

    private func targets(_ own: ScenarioResult, _ alternative: ScenarioResult) -> [TargetComparison] {
        own.targets.compactMap { first in
            guard let second = alternative.targets.first(where: { $0.target.id == first.target.id }) else { return nil }
            let readings = first.readings.compactMap { reading -> ReadingComparison? in
                guard let other = second.readings.first(where: { $0.reading.id == reading.reading.id }),
                    let index = plan.readings.firstIndex(where: { pair in
                        let plan = base.plan.readings[pair.base]
                        return plan.target.id == first.target.id && plan.reading.id == reading.reading.id
                    })
                else { return nil }
                let odds = Moments(
                    count: Double(members), sum: sums[plan.oddsSums.lowerBound + 2 * index],
                    squares: sums[plan.oddsSums.lowerBound + 2 * index + 1])
                return ReadingComparison(
                    base: reading, alternative: other, oddsDifference: odds.mean, standardError: odds.standardError,
                    difference: Summary(
                        recorder.readings[index],
                        mean: sums[plan.readingSums.lowerBound + index] / Double(members),
                        wholeNumbers: reading.reading.indicator.isCount))
            }
            return readings.isEmpty ? nil : TargetComparison(target: first.target, readings: readings)
        }
    }

    private func notices(_ own: ScenarioResult, _ alternative: ScenarioResult) -> [Notice] {
        var notices: [Notice] = []
        let missing = Set(own.targets.map(\.target.id)).symmetricDifference(alternative.targets.map(\.target.id))
        if !missing.isEmpty {
            notices.append(
                Notice(
                    level: .warning,
                    text: "only one of the two has the targets: \(missing.sorted().joined(separator: ", "))"))
        }
        let idle = own.scenario.idleLevers
        let others = alternative.scenario.idleLevers.filter { other in
            !idle.contains { $0.lever.id == other.lever.id && $0.reason == other.reason }
        }
        notices += (idle + others).map { Notice(idle: $0) }
        if own.scenario.start != alternative.scenario.start {
            notices.append(
                Notice(
                    level: .warning,
                    text: """
                        the scenarios start in different years (\(own.scenario.start), \
                        \(alternative.scenario.start)): volumes are in prices of different years
                        """))
        }
        if let seed = alternative.scenario.seed, seed != own.seed {
            notices.append(
                Notice(
                    level: .note,
                    text: "all scenarios use the members and the seed of the base (\(own.members), \(own.seed))"))
        }
        let judgements = own.scenario.judgements.map(\.id)
        let further = alternative.scenario.judgements.map(\.id).filter { !judgements.contains($0) }
        if !(judgements + further).isEmpty {
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        what is compared rests on the judgements \((judgements + further).joined(separator: ", ")): \
                        `milepost run` shows how far each moves the targets
                        """))
        }
        for (a, b) in own.targets.compactMap({ target in
            alternative.targets.first { $0.target.id == target.target.id }.map { (target.target, $0.target) }
        }) where a.goal != b.goal || a.deadline != b.deadline {
            notices.append(
                Notice(
                    level: .warning,
                    text: """
                        the goal of \(a.id) differs: \(a.goal.text) by \(a.deadline) in the base, \(b.goal.text) by \
                        \(b.deadline) in the alternative
                        """))
        }
        return notices
    }
}

extension ScenarioResult {
    /// Name of a reading's variable: `Target|ID`, or `Target|ID|READING` where a target has several.
    func variableName(target: Target, reading: Reading) -> String {
        target.readings.count == 1 ? "Target|\(target.id)" : "Target|\(target.id)|\(reading.id)"
    }
}

extension VariableSummary {
    /// The distribution of one year; nil where there is none.
    func summary(in year: Int) -> Summary? { years.first { $0.year == year }?.summary }
}
