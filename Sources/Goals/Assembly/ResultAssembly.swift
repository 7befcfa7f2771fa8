import Projection
import Scenarios

/// Turns what the observers kept into a `ScenarioResult`.
struct ResultAssembly {
    let plan: ScenarioPlan
    let recorder: ScenarioRecorder
    let sums: [Double]
    let members: Int
    let learning: LearningReport?
    private let threads: Int
    /// Of each variable and year, in the order of the recorder's sketches; nil before a variable's first year.
    private let summaries: [Summary?]

    /// - Parameter threads: among which the work of reading quantiles is split.
    init(
        plan: ScenarioPlan, recorder: ScenarioRecorder, sums: [Double], members: Int, learning: LearningReport?,
        threads: Int
    ) {
        self.plan = plan
        self.recorder = recorder
        self.sums = sums
        self.members = members
        self.learning = learning
        self.threads = threads
        // Every sketch is read by one thread.
        nonisolated(unsafe) let sketches = recorder.sketches
        let years = plan.years
        summaries = concurrently(sketches.count, threads: threads) { slot in
            let variable = plan.variables[slot / years]
            guard slot % years >= variable.firstYear else { return nil }
            return Summary(
                sketches[slot], mean: sums[plan.variableSums.lowerBound + slot] / Double(members),
                wholeNumbers: variable.countsUnits)
        }
    }

    var scenario: Scenario { plan.model.scenario }
    var count: Double { Double(members) }

    /// What turns the standard error of so many independent members into that of as many as resampling has left: every
    /// resampling adds the noise of its own draw.
    private var widening: Double {
        guard let learning else { return 1 }
        let resamplings = learning.vintages.count { $0.health.effectiveMembers < count * (1 - 1e-9) }
        let effective = max(learning.effectiveMembers(of: members), 1)
        return (count / effective + Double(resamplings)).squareRoot()
    }

    func result() -> ScenarioResult {
        let targets = targetResults()
        let variables = variables(targets)
        guard plan.scope.isEverything else {
            return ScenarioResult(
                scenario: scenario, members: members, seed: plan.model.seed, variables: variables, targets: targets,
                tracked: [], jointOdds: nil, baseYear: nil, rankings: [], assumptions: [], notices: [],
                learning: learning)
        }
        var result = ScenarioResult(
            scenario: scenario, members: members, seed: plan.model.seed, variables: variables,
            targets: targets, tracked: tracked(), jointOdds: jointOdds(targets)?.widened(by: widening),
            baseYear: BaseYearReport(plan.model),
            rankings: rankings(),
            assumptions: Assumption.all(of: plan.model) + Assumption.implied(by: plan, variables: variables),
            notices: notices(targets), learning: learning, themes: themes().map { $0.widened(by: widening) },
            satellites: satellites(variables),
            requirements: RequirementAssembly(
                plan: plan, recorder: recorder, sums: sums, count: count, variables: variables
            ).requirements(of: targets))
        result.sampling = plan.model.points == nil ? .random : .sobol
        return result
    }

    // MARK: Variables

    private func variables(_ targets: [TargetResult]) -> [VariableSummary] {
        var result = plan.variables.enumerated().map { index, variable in
            VariableSummary(
                name: variable.name, unit: variable.unit, scale: variable.scale,
                years: (variable.firstYear..<plan.years).map { year in
                    .init(
                        year: scenario.start + year, summary: summaries[index * plan.years + year], observed: nil)
                })
        }
        for tracked in plan.tracked {
            for point in tracked.indicator.observed.published?.points ?? [] {
                let years = result[tracked.variable].years
                if let index = years.firstIndex(where: { $0.year == point.year }) {
                    result[tracked.variable].years[index].observed = point.value
                } else {
                    result[tracked.variable].years.append(.init(year: point.year, summary: nil, observed: point.value))
                }
            }
            result[tracked.variable].years.sort { $0.year < $1.year }
        }
        for target in targets {
            for reading in target.readings {
                let base = "Target|\(target.target.id)"
                let name = target.readings.count == 1 ? base : "\(base)|\(reading.reading.id)"
                result += series(of: reading, name: name)
            }
        }
        return result
    }

    /// A reading's own variable with its first observed series, and one more for each further series.
    private func series(of result: ReadingResult, name: String) -> [VariableSummary] {
        let display = result.display
        let main = result.reading.observed.firstIndex(where: \.isOutcome)
        let first = result.fan.compactMap { point -> VariableSummary.YearSummary? in
            let observed = main.flatMap { point.observed[$0] }
            guard point.summary != nil || observed != nil else { return nil }
            return .init(year: point.year, summary: point.summary, observed: observed)
        }
        var variables = [VariableSummary(name: name, unit: display.iamcUnit, scale: display.scale, years: first)]
        for (index, series) in result.reading.observed.enumerated() where index != main {
            variables.append(
                VariableSummary(
                    name: "\(name)|\(series.label)", unit: display.iamcUnit, scale: display.scale,
                    years: result.fan.compactMap { point in
                        point.observed[index].map { .init(year: point.year, summary: nil, observed: $0) }
                    }))
        }
        return variables
    }

    // MARK: Targets

    private func targetResults() -> [TargetResult] {
        var next = 0
        return scenario.targets.map { target in
            TargetResult(
                target: target,
                readings: target.readings.map { _ in
                    defer { next += 1 }
                    return ReadingAssembly(
                        plan: plan.readings[next], recorder: recorder.readings[next], scenario: plan, sums: sums,
                        members: members, isResampled: widening > 1
                    ).result()
                })
        }
    }

    /// Counted from realised members; odds of counts are exact, so that the noise of the one could lift it above
    /// the other, which no joint chance is.
    private func jointOdds(_ targets: [TargetResult]) -> Odds? {
        guard plan.headlines.count > 1 else { return nil }
        var odds = Odds(met: sums[plan.joint], members: members)
        for target in targets { odds.probability = min(odds.probability, target.headline.odds.probability) }
        return odds
    }

    // MARK: Followed quantities

    private func tracked() -> [TrackedResult] {
        plan.tracked.map { tracked in
            let variable = plan.variables[tracked.variable]
            let observed = tracked.indicator.observed.published?.points ?? []
            let projected = Set((variable.firstYear..<plan.years).map { scenario.start + $0 })
            let points = projected.union(observed.map(\.year)).sorted().map { year in
                TrackedResult.Point(
                    year: year,
                    summary: projected.contains(year)
                        ? summaries[tracked.variable * plan.years + year - scenario.start] : nil,
                    observed: observed.first { $0.year == year },
                    rank: tracked.figures.first { $0.year == year - scenario.start }.map { sums[$0.place] / count })
            }
            return TrackedResult(indicator: tracked.indicator, display: tracked.display, points: points)
        }
    }

    // MARK: Named industries

    private func themes() -> [ThemeResult] {
        plan.themes.map { theme in
            func path(_ variable: Int) -> [Summary] {
                (0..<plan.years).compactMap { summaries[variable * plan.years + $0] }
            }
            let added = zip(theme.theme.weights, plan.model.economy.valueAddedRatio).reduce(0) { $0 + $1.0 * $1.1 }
            var result = ThemeResult(
                theme: theme.theme, sectors: scenario.sectors, commitments: theme.commitments,
                targets: theme.targets, start: scenario.start, end: scenario.end, index: path(theme.index),
                volume: path(theme.volume), size: theme.size.map(path),
                doublingOdds: Odds(met: sums[theme.doubled], members: members), requirements: theme.requirements,
                doublingInvestment: scenario.requirements?.capitalOutputRatio.map {
                    Requirement.Range($0) * (added / Double(plan.years - 1))
                })
            result.weakSectors = weakSectors(of: theme.theme)
            return result
        }
    }

    // MARK: Satellites

    private func satellites(_ variables: [VariableSummary]) -> [SatelliteResult] {
        let year = scenario.targets.map(\.deadline).max() ?? scenario.end
        return scenario.economy.satellites.compactMap { satellite in
            let path = variables.first { $0.name == satellite.variableName }?.years
            guard let start = path?.first?.summary, let last = path?.first(where: { $0.year == year })?.summary else {
                return nil
            }
            return SatelliteResult(
                satellite: satellite, display: satellite.unit.display, start: start, year: year, atYear: last)
        }
    }

    // MARK: Portfolios

    private func rankings() -> [PortfolioRanking] {
        plan.rankings.enumerated().map { index, ranking in
            let portfolio = plan.model.portfolios[ranking.portfolio]
            // Every sketch is read by one thread.
            nonisolated(unsafe) let sketches = recorder.rankingSketches[index]
            let (sums, count) = (sums, count)
            let units = concurrently(portfolio.units.count, threads: threads) { unit in
                let description = portfolio.units[unit]
                return PortfolioRanking.RankedUnit(
                    id: description.id, name: description.name, nameChinese: description.nameChinese,
                    start: Summary(sketches[2 * unit], mean: sums[ranking.means.lowerBound + 2 * unit] / count),
                    atYear: Summary(
                        sketches[2 * unit + 1], mean: sums[ranking.means.lowerBound + 2 * unit + 1] / count),
                    oddsOver: ranking.thresholds.enumerated().map { position, threshold in
                        let slot = ranking.chances.lowerBound + unit * ranking.thresholds.count + position
                        return (threshold, sums[slot] / count)
                    })
            }
            return PortfolioRanking(
                portfolio: portfolio.specification.id, year: ranking.year,
                units: units.sorted { $0.atYear.p50 > $1.atYear.p50 })
        }
    }
}

extension Summary {
    /// - Parameter wholeNumbers: counts have whole quantiles; the histogram's interpolation is undone.
    init(_ sketch: QuantileSketch, mean: Double, wholeNumbers: Bool = false) {
        var quantiles = sketch.quantiles([0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95])
        if wholeNumbers { quantiles = quantiles.map { $0.rounded() } }
        self.init(
            // The mean of a constant must not differ from it in the last digit.
            mean: min(max(mean, sketch.minimum), sketch.maximum), p5: quantiles[0], p10: quantiles[1],
            p25: quantiles[2], p50: quantiles[3], p75: quantiles[4], p90: quantiles[5], p95: quantiles[6])
    }
}

extension ThemeResult {
    fileprivate func widened(by factor: Double) -> ThemeResult {
        var result = self
        if factor > 1 { result.doublingOdds = result.doublingOdds.widened(by: factor) }
        return result
    }
}

extension Odds {
    fileprivate func widened(by factor: Double) -> Odds {
        var odds = self
        odds.standardError *= factor
        return odds
    }

    /// Odds from a number of members that met the goal.
    init(met: Double, members: Int) {
        let probability = met / Double(members)
        self.init(
            probability: probability,
            standardError: (probability * (1 - probability) / Double(members)).squareRoot(), members: members)
    }
}
