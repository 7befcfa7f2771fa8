import Scenarios

extension Scenario {
    /// The levers that are judgements about where things are heading, in the file's order.
    public var judgements: [Lever] { levers.filter { $0.because != nil } }

    /// The halves of the loop of science and industry that act: none where no lever moves the economy off its reference.
    var activeHalves: [LoopResult.Half] {
        guard let science = economy.science, science.movesIndustry, levers.contains(where: \.movesEconomy) else {
            return []
        }
        return science.followsIndustry ? [.scienceToIndustry, .industryToScience] : [.scienceToIndustry]
    }

    /// The same scenario without some of its levers.
    func without(_ levers: [Lever]) -> Scenario {
        var other = self
        other.levers.removeAll { lever in levers.contains { $0.id == lever.id } }
        return other
    }

    /// The same scenario with a half of the loop switched off.
    func without(_ half: LoopResult.Half) -> Scenario {
        var other = self
        switch half {
        case .scienceToIndustry: other.economy.science?.movesIndustry = false
        case .industryToScience: other.economy.science?.followsIndustry = false
        }
        return other
    }
}

/// What a scenario is set beside: itself without each of its judgements, without all of them, and without each half of
/// the loop of science and industry: one more projection each, of the same members with the same luck.
///
/// What was learned from published figures stays, unless a judgement is about years that figures were learned of: what
/// they teach depends on it, so that without it they are learned from anew.
struct Variations: Sendable {
    private let removed: [[Lever]]
    private let halves: [LoopResult.Half]
    let scenarios: [Scenario]
    /// By scenario, the first year in which it differs.
    let firstYears: [Int]
    /// By scenario, what is read of it.
    let scopes: [ScenarioPlan.Scope]

    init(of scenario: Scenario) {
        let judgements = scenario.judgements
        removed = judgements.map { [$0] } + (judgements.count > 1 ? [judgements] : [])
        halves = scenario.activeHalves
        scenarios = removed.map(scenario.without) + halves.map(scenario.without)
        firstYears = removed.map { levers in levers.map(\.from).min() ?? .max } + halves.map { _ in .max }
        scopes =
            removed.map { _ in .targets(besides: []) }
            + halves.map { _ in .targets(besides: [LoopResult.valueAddedVariable]) }
    }

    /// Adds to a result what the comparisons with the variations say.
    func complete(_ result: inout ScenarioResult, with comparisons: [ComparisonResult]) {
        result.judgements = zip(removed, comparisons).map {
            JudgementResult(levers: $0, targets: $1.targets.map(JudgedTarget.init))
        }
        result.loop = zip(halves, comparisons.dropFirst(removed.count)).compactMap(LoopResult.init)
    }
}

extension LoopResult {
    fileprivate static let valueAddedVariable = "Value Added Volume"

    /// - Parameter comparison: of the scenario as it stands with the scenario without the half.
    fileprivate init?(half: Half, comparison: ComparisonResult) {
        guard let variable = comparison.variables.first(where: { $0.name == Self.valueAddedVariable }),
            let last = variable.years.last, let difference = last.difference
        else { return nil }
        self.init(
            half: half, targets: comparison.targets.map(JudgedTarget.init),
            valueAdded: Difference(
                year: last.year, with: last.base, without: last.alternative, difference: difference.negated))
    }
}

extension JudgedTarget {
    /// - Parameter comparison: of the scenario as it stands with the scenario without something.
    fileprivate init(_ comparison: TargetComparison) {
        self.init(
            target: comparison.target,
            readings: comparison.readings.map { reading in
                JudgedReading(
                    with: reading.base, without: reading.alternative,
                    oddsDifference: reading.oddsDifference == 0 ? 0 : -reading.oddsDifference,
                    standardError: reading.standardError, difference: reading.difference?.negated)
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
