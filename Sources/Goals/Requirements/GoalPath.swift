import Projection
import Scenarios

/// What a goal means in output of the sectors.
struct GoalPath {
    /// Output of the deadline year with the goal met, 亿元 at current prices.
    let output: Double
    /// Output that must be new by then.
    let newOutput: Double
    /// Year from which on it must come.
    let from: Int
    /// Shares of the sectors in it; they add up to 1.
    let mix: [Double]
    /// Output of its sectors (or value added of the whole) that is needed if the rest keeps its level; nil for a count.
    var whole: Whole?

    /// The goal inside what it is part of.
    struct Whole {
        let needed: Double
        let available: Requirement.Range
        /// Left for the rest in the deadline year at the median, and what it has in the base year.
        let rest: (end: Double, start: Double)
    }
}

/// Works out paths of goals from what was projected.
struct GoalPaths {
    let plan: ScenarioPlan
    let recorder: ScenarioRecorder
    let sums: [Double]
    let count: Double
    let variables: [String: VariableSummary]

    private var scenario: Scenario { plan.model.scenario }

    func summary(_ name: String, _ year: Int) -> Summary? {
        variables[name]?.years.first { $0.year == year }?.summary
    }

    /// nil where a goal says nothing of output: numbers of units listed, growth, satellites.
    func path(of result: TargetResult) -> GoalPath? {
        let (target, headline) = (result.target, result.headline)
        let goal = target.goal
        let base = base(of: headline)
        guard !goal.isCap, target.deadline > base.year else { return nil }
        switch headline.reading.indicator {
        case .total(let id): return total(id, goal.threshold, base, target.deadline)
        case .unit(let unit, let id): return self.unit(unit, id, goal.threshold, base)
        case .count: return units(target)
        case .share(let group, let whole, let measure):
            return share(group, of: whole, measure, headline, goal.threshold, base, target.deadline)
        case .level(let group, let measure, _):
            return level(group, measure, goal.threshold, base, target.deadline)
        case .cumulative, .satellite, .growth: return nil
        }
    }

    /// The latest published value not before the base year, else the modelled median of the base year.
    private func base(of result: ReadingResult) -> (value: Double, year: Int) {
        if !result.latest.isModelled, result.latest.year >= scenario.start {
            return (result.latest.value, result.latest.year)
        }
        let start = result.fan.first { $0.year == scenario.start }?.summary
        return (start?.p50 ?? result.latest.value, scenario.start)
    }

    // MARK: Portfolios

    private func total(_ id: String, _ goal: Double, _ base: (value: Double, year: Int), _ deadline: Int) -> GoalPath? {
        guard let index = plan.model.portfolio(id), let mix = mix(of: index) else { return nil }
        let name = plan.model.portfolios[index].specification.name
        // Existing output that is listed anew needs no new plant: it moves from the rest of the sectors.
        let listed = summary("Portfolio|\(name)|Output of Entrants", deadline)?.mean ?? 0
        let fresh = summary("Portfolio|\(name)|Output New to the Region", deadline)?.mean ?? 0
        let relabelled = min(max(listed - fresh, 0), max(goal - base.value, 0))
        var path = GoalPath(
            output: goal, newOutput: max(goal - base.value - relabelled, 0), from: base.year, mix: mix, whole: nil)
        let sectors = "Portfolio|\(name)|Output of Its Sectors"
        if let before = summary(sectors, base.year), let after = summary(sectors, deadline) {
            let rest = before.p50 - base.value - relabelled
            path.whole = GoalPath.Whole(
                needed: goal + rest, available: Requirement.Range(after), rest: (after.p50 - goal, rest))
        }
        return path
    }

    private func unit(_ unit: String, _ id: String, _ goal: Double, _ base: (value: Double, year: Int)) -> GoalPath? {
        guard let index = plan.model.portfolio(id),
            let weights = plan.model.portfolios[index].units.first(where: { $0.id == unit })?.weights
        else { return nil }
        return GoalPath(
            output: goal, newOutput: max(goal - base.value, 0), from: base.year, mix: normalised(weights), whole: nil)
    }

    private func units(_ target: Target) -> GoalPath? {
        guard let reach = recorder.reaches.first(where: { $0.plan.target == target.id }),
            let mix = mix(of: reach.plan.portfolio)
        else { return nil }
        return GoalPath(
            output: Double(reach.plan.rank) * reach.plan.threshold, newOutput: reach.shortfall.quantile(0.5),
            from: scenario.start, mix: mix, whole: nil)
    }

    /// Sectors of a portfolio by the mean sizes of its units in the year of its ranking.
    private func mix(of portfolio: Int) -> [Double]? {
        guard let ranking = plan.rankings.first(where: { $0.portfolio == portfolio }) else { return nil }
        var mix = [Double](repeating: 0, count: scenario.sectors.count)
        for (index, unit) in plan.model.portfolios[portfolio].units.enumerated() {
            let size = sums[ranking.means.lowerBound + 2 * index + 1] / count
            for sector in mix.indices { mix[sector] += unit.weights[sector] * size }
        }
        return mix.contains { $0 > 0 } ? normalised(mix) : nil
    }

    // MARK: The economy

    private func share(
        _ group: String, of whole: String, _ measure: Indicator.Measure, _ result: ReadingResult, _ goal: Double,
        _ base: (value: Double, year: Int), _ deadline: Int
    ) -> GoalPath? {
        guard let before = level(of: whole, measure, base.year), let after = level(of: whole, measure, deadline),
            let mix = mix(of: group, deadline), goal < 1
        else { return nil }
        // The rest stays as projected, the part grows to the goal: part / (part + rest) = goal.
        let part = goal / (1 - goal) * after.p50 * (1 - result.atDeadline.p50)
        let rest = before.p50 * (1 - base.value)
        let perOutput = measure == .output ? 1 : valueAddedRatio(mix)
        guard perOutput > 0 else { return nil }
        return GoalPath(
            output: part / perOutput, newOutput: max(part - base.value * before.p50, 0) / perOutput, from: base.year,
            mix: mix,
            whole: GoalPath.Whole(needed: rest / (1 - goal), available: after, rest: (after.p50 * (1 - goal), rest)))
    }

    private func level(
        _ group: String, _ measure: Indicator.Measure, _ goal: Double, _ base: (value: Double, year: Int),
        _ deadline: Int
    ) -> GoalPath? {
        guard let mix = mix(of: group, deadline) else { return nil }
        let perOutput = measure == .output ? 1 : valueAddedRatio(mix)
        guard perOutput > 0 else { return nil }
        return GoalPath(
            output: goal / perOutput, newOutput: max(goal - base.value, 0) / perOutput, from: base.year, mix: mix,
            whole: nil)
    }

    /// Sectors of a group by their median output.
    private func mix(of group: String, _ year: Int) -> [Double]? {
        guard let weights = scenario.group(group)?.weights else { return nil }
        let outputs = zip(weights, scenario.sectors).map { weight, sector in
            weight > 0 ? weight * (summary("Output|\(sector.name)", year)?.p50 ?? 0) : 0
        }
        return outputs.contains { $0 > 0 } ? normalised(outputs) : nil
    }

    /// Of output only the quantiles of single sectors are there: they are added up, as if all moved together.
    private func level(of group: String, _ measure: Indicator.Measure, _ year: Int) -> Requirement.Range? {
        guard let described = scenario.group(group) else { return nil }
        if measure == .valueAdded {
            return summary("Value Added" + ModelVariable.suffix(of: described), year).map { Requirement.Range($0) }
        }
        var sum = Requirement.Range(0)
        for (weight, sector) in zip(described.weights, scenario.sectors) where weight > 0 {
            guard let output = summary("Output|\(sector.name)", year) else { return nil }
            sum.p5 += weight * output.p5
            sum.p50 += weight * output.p50
            sum.p95 += weight * output.p95
        }
        return sum
    }

    /// Whether a goal is about nearly all of the economy. What is projected of the region is then what the goal itself is
    /// about: to hold the one against the other would restate the goal.
    func coversEconomy(_ indicator: Indicator) -> Bool {
        switch indicator {
        case .level(let group, let measure, _), .share(let group, _, let measure):
            guard let weights = scenario.group(group)?.weights else { return false }
            let table = plan.model.economy.table
            let sizes = measure == .output ? table.output : table.totalValueAdded()
            let part = zip(weights, sizes).reduce(0) { $0 + $1.0 * $1.1 }
            return part >= Self.nearlyAll * sizes.reduce(0, +)
        default: return false
        }
    }

    /// Share of the table's output or value added from which on a group counts as the whole economy; judgement.
    private static let nearlyAll = 0.9

    /// Value added per unit of output of a mix of sectors.
    func valueAddedRatio(_ mix: [Double]) -> Double {
        zip(mix, plan.model.economy.valueAddedRatio).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private func normalised(_ values: [Double]) -> [Double] {
        let sum = values.reduce(0, +)
        return values.map { $0 / sum }
    }
}
