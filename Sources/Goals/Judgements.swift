import Scenarios

extension Scenario {
    /// The levers that are judgements about where things are heading, in the file's order.
    public var judgements: [Lever] { levers.filter { $0.because != nil } }

    /// The same scenario without some of its levers.
    func without(_ levers: [Lever]) -> Scenario {
        var other = self
        other.levers.removeAll { lever in levers.contains { $0.id == lever.id } }
        return other
    }
}

/// Projects a scenario and sets it beside itself without each of its judgements, and without all of them: one more
/// projection each, of the same members with the same luck. What was learned from published figures stays, unless a
/// judgement is about years that figures were learned of: what they teach depends on it, so that without it they are
/// learned from anew.
///
/// - Precondition: the scenario has judgements.
/// - Throws: as `project`.
func projectJudged(
    _ scenario: Scenario, options: RunOptions, progress: (@Sendable (Int) -> Void)?
) throws -> ScenarioResult {
    let judgements = scenario.judgements
    let removed = judgements.map { [$0] } + (judgements.count > 1 ? [judgements] : [])
    let comparisons = try compare(
        scenario, with: removed.map(scenario.without),
        learningAnewFrom: removed.map { levers in levers.map(\.from).min() ?? .max }, options: options,
        progress: progress)
    var result = comparisons[0].base
    result.judgements = zip(removed, comparisons).map { JudgementResult(levers: $0, comparison: $1) }
    return result
}

extension JudgementResult {
    /// - Parameter comparison: of the scenario as it stands with the scenario without the levers.
    fileprivate init(levers: [Lever], comparison: ComparisonResult) {
        self.init(
            levers: levers,
            targets: comparison.targets.map { target in
                JudgedTarget(
                    target: target.target,
                    readings: target.readings.map { reading in
                        JudgedReading(
                            with: reading.base, without: reading.alternative,
                            oddsDifference: reading.oddsDifference == 0 ? 0 : -reading.oddsDifference,
                            standardError: reading.standardError, difference: reading.difference?.negated)
                    })
            })
    }
}

extension Summary {
    /// The distribution of the negative quantity.
    fileprivate var negated: Summary {
        func minus(_ value: Double) -> Double { value == 0 ? 0 : -value }
        return Summary(
            mean: minus(mean), p5: minus(p95), p10: minus(p90), p25: minus(p75), p50: minus(p50), p75: minus(p25),
            p90: minus(p10), p95: minus(p5))
    }
}
