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
    try compare(base, with: alternatives, scopes: [], options: options, progress: progress)
}

/// As above, with less of some alternatives.
///
/// - Parameter scopes: what is recorded of each alternative; empty for everything of all.
func compare(
    _ base: Scenario, with alternatives: [Scenario], scopes: [ScenarioPlan.Scope], options: RunOptions,
    progress: (@Sendable (Int) -> Void)?
) throws -> [ComparisonResult] {
    let plan = try RunPlan(base, beside: alternatives, scopes: scopes, options: options)
    return plan.results(of: try plan.record(progress: progress)).comparisons
}

/// Turns recorded differences into a `ComparisonResult`.
struct ComparisonAssembly {
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
        guard !plan.readingYears.isEmpty else { return [] }
        return plan.readings.enumerated().compactMap { index, pair in
            let reading = base.plan.readings[pair.base]
            let name = own.variableName(target: reading.target, reading: reading.reading)
            guard let first = own.variables.first(where: { $0.name == name }),
                let second = alternative.variables.first(where: { $0.name == name && $0.unit == first.unit })
            else { return nil }
            return VariableComparison(
                name: name, unit: first.unit, scale: first.scale,
                years: plan.readingYears.enumerated().compactMap { position, year in
                    let calendar = own.scenario.start + year.base
                    guard let a = first.summary(in: calendar), let b = second.summary(in: calendar) else { return nil }
                    let slot = index * plan.readingYears.count + position
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
            notices.append(Notice(level: .warning, matter: .unsharedTargets(missing.sorted())))
        }
        let idle = own.scenario.idleLevers
        let others = alternative.scenario.idleLevers.filter { other in
            !idle.contains { $0.lever.id == other.lever.id && $0.reason == other.reason }
        }
        notices += (idle + others).map { Notice(level: .warning, matter: .idleLever($0.lever.id, $0.reason)) }
        if own.scenario.start != alternative.scenario.start {
            notices.append(
                Notice(
                    level: .warning,
                    matter: .differentStarts(base: own.scenario.start, alternative: alternative.scenario.start)))
        }
        if let seed = alternative.scenario.seed, seed != own.seed {
            notices.append(Notice(level: .note, matter: .sharedSeed(members: own.members, seed: own.seed)))
        }
        let judgements = own.scenario.judgements.map(\.id)
        let further = alternative.scenario.judgements.map(\.id).filter { !judgements.contains($0) }
        if !(judgements + further).isEmpty {
            notices.append(Notice(level: .note, matter: .restsOnJudgements(judgements + further)))
        }
        for (a, b) in own.targets.compactMap({ target in
            alternative.targets.first { $0.target.id == target.target.id }.map { (target.target, $0.target) }
        }) where a.goal != b.goal || a.deadline != b.deadline {
            func stated(_ target: Target, in scenario: Scenario) -> Notice.StatedGoal {
                Notice.StatedGoal(
                    goal: target.goal, deadline: target.deadline,
                    display: target.headline.indicator.display(in: scenario))
            }
            notices.append(
                Notice(
                    level: .warning,
                    matter: .differentGoals(
                        target: a.id, base: stated(a, in: own.scenario),
                        alternative: stated(b, in: alternative.scenario))))
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
