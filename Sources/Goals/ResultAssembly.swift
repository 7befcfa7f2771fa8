import Projection
import Scenarios

/// Turns what the observers kept into a `ScenarioResult`.
struct ResultAssembly {
    let plan: ScenarioPlan
    let recorder: ScenarioRecorder
    let sums: [Double]
    let members: Int

    private var scenario: Scenario { plan.model.scenario }
    private var count: Double { Double(members) }

    func result() -> ScenarioResult {
        let targets = targetResults()
        return ScenarioResult(
            scenario: scenario, members: members, seed: plan.model.seed, variables: variables(targets),
            targets: targets, jointOdds: jointOdds(), baseYear: BaseYearReport(plan.model),
            rankings: rankings(), assumptions: Assumption.all(of: plan.model),
            notices: notices(targets))
    }

    /// - Parameter wholeNumbers: counts have whole quantiles; the histogram's interpolation is undone.
    func summary(_ sketch: QuantileSketch, mean: Double, wholeNumbers: Bool = false) -> Summary {
        func at(_ probability: Double) -> Double {
            let quantile = sketch.quantile(probability)
            return wholeNumbers ? quantile.rounded() : quantile
        }
        // The mean of a constant must not differ from it in the last digit.
        let clamped = min(max(mean, sketch.minimum), sketch.maximum)
        return Summary(
            mean: clamped, p5: at(0.05), p10: at(0.10), p25: at(0.25), p50: at(0.50), p75: at(0.75), p90: at(0.90),
            p95: at(0.95))
    }

    // MARK: Variables

    private func variables(_ targets: [TargetResult]) -> [VariableSummary] {
        var result = plan.variables.enumerated().map { index, variable in
            VariableSummary(
                name: variable.name, unit: variable.unit, scale: variable.scale,
                years: (variable.firstYear..<plan.years).map { year in
                    let slot = index * plan.years + year
                    return .init(
                        year: scenario.start + year,
                        summary: summary(
                            recorder.sketches[slot], mean: sums[plan.variableSums.lowerBound + slot] / count,
                            wholeNumbers: variable.countsUnits),
                        observed: nil)
                })
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
        let first = result.fan.compactMap { point -> VariableSummary.YearSummary? in
            let observed = point.observed.first ?? nil
            guard point.summary != nil || observed != nil else { return nil }
            return .init(year: point.year, summary: point.summary, observed: observed)
        }
        var variables = [VariableSummary(name: name, unit: display.iamcUnit, scale: display.scale, years: first)]
        for (index, series) in result.reading.observed.enumerated().dropFirst() {
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
                        members: members
                    ).result { summary($0, mean: $1, wholeNumbers: $2) }
                })
        }
    }

    private func jointOdds() -> Odds? {
        guard plan.headlines.count > 1 else { return nil }
        return Odds(met: sums[plan.joint], members: members)
    }

    // MARK: Portfolios

    private func rankings() -> [PortfolioRanking] {
        plan.rankings.enumerated().map { index, ranking in
            let portfolio = plan.model.portfolios[ranking.portfolio]
            let sketches = recorder.rankingSketches[index]
            let units = portfolio.units.enumerated().map { unit, description in
                PortfolioRanking.RankedUnit(
                    id: description.id, name: description.name, nameChinese: description.nameChinese,
                    start: summary(sketches[2 * unit], mean: sums[ranking.means.lowerBound + 2 * unit] / count),
                    atYear: summary(
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

    // MARK: Notices

    private func notices(_ targets: [TargetResult]) -> [Notice] {
        targets.compactMap(disagreement) + targets.flatMap(missingBases) + targets.flatMap(notes)
            + plan.model.portfolios.indices.compactMap(conditioning)
            + plan.breaches.compactMap(breach) + economyNotices() + laterFigures(targets)
    }

    private func disagreement(_ result: TargetResult) -> Notice? {
        guard !result.disagreeing.isEmpty else { return nil }
        let others = result.disagreeing.map { "\($0.reading.id): \($0.verdict.rawValue)" }.joined(separator: ", ")
        return Notice(
            level: .warning,
            text: """
                the verdict on \(result.target.id) hangs on its reading: \(result.headline.reading.id) (headline): \
                \(result.headline.verdict.rawValue); \(others)
                """)
    }

    /// Readings whose starting value nobody has published: everything rests on a guess.
    private func missingBases(_ result: TargetResult) -> [Notice] {
        result.readings.filter(\.latest.isModelled).map { reading in
            let name = result.readings.count == 1 ? result.target.id : "\(result.target.id)/\(reading.reading.id)"
            let start = reading.fan.first { $0.year == reading.latest.year }?.summary
            func printed(_ value: Double) -> String { significant(value * reading.display.scale) }
            let range = start.map { " (P5 to P95: \(printed($0.p5)) to \(printed($0.p95)))" } ?? ""
            return Notice(
                level: .warning,
                text: """
                    no figure for \(name) has been published: its value of \(reading.latest.year), \
                    \(printed(reading.latest.value))\(range) \(reading.display.unit), is modelled
                    """)
        }
    }

    /// What the scenario's author wants to be read beside the result.
    private func notes(_ result: TargetResult) -> [Notice] {
        let readings = result.readings.compactMap { reading in
            reading.reading.note.map { ("\(result.target.id)/\(reading.reading.id)", $0) }
        }
        let own = result.target.note.map { [(result.target.id, $0)] } ?? []
        return (own + (result.readings.count > 1 ? readings : readings.map { (result.target.id, $0.1) }))
            .map { Notice(level: .note, text: "\($0.0): \($0.1)") }
    }

    private func conditioning(_ index: Int) -> Notice? {
        let portfolio = plan.model.portfolios[index]
        guard !portfolio.specification.known.isEmpty || portfolio.specification.total != nil else { return nil }
        let blocks = Double(recorder.readings.first?.current.rows ?? 1)
        let drawn = (count / blocks).rounded(.up) * blocks
        let share = drawn / max(sums[plan.attempts.lowerBound + index], 1)
        return Notice(
            level: share < 0.01 ? .warning : .note,
            text: """
                starting sizes of \(portfolio.specification.id): \(percent(share)) of the draws agreed with what is \
                known and were kept
                """)
    }

    private func breach(_ breach: BreachPlan) -> Notice? {
        let portfolio = plan.model.portfolios[breach.portfolio]
        let any = sums[breach.members.upperBound - 1] / count
        let rest = (start: sums[breach.rest.lowerBound], end: sums[breach.rest.lowerBound + 1])
        let years = scenario.end - scenario.start
        let growth = compoundGrowth(from: rest.start, to: rest.end, years: years)
        let left = growth.map { "the rest of its sectors is left with \(percent($0)) a year" } ?? "no rest is left"
        guard any > 0.001 else {
            return Notice(
                level: .note,
                text:
                    "\(portfolio.specification.name): below the output of its sectors in all members; \(left) (current prices)"
            )
        }
        let worst = breach.sectors.indices.max {
            sums[breach.members.lowerBound + $0] < sums[breach.members.lowerBound + $1]
        }!
        let name = scenario.sectors[breach.sectors[worst]].name
        return Notice(
            level: .warning,
            text: """
                \(portfolio.specification.name): larger than the output of one of its sectors by \(scenario.end) in \(percent(any)) of members, most often in \(name) \
                (\(percent(sums[breach.members.lowerBound + worst] / count))); \(left) (current prices)
                """)
    }

    private func economyNotices() -> [Notice] {
        var notices: [Notice] = []
        let economy = plan.model.economy
        if !economy.balancingInventory.isEmpty {
            let names = economy.balancingInventory.map { scenario.sectors[$0].code }
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        inventory above 5% of output is a balancing item of the source and grows with outflow in: \
                        \(names.joined(separator: ", "))
                        """))
        }
        if !economy.supply.reexports.isEmpty {
            let names = economy.supply.reexports.map { scenario.sectors[$0].code }
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        imports and inflow exceed local use, so the excess counts as re-export, in: \
                        \(names.joined(separator: ", "))
                        """))
        }
        return notices
    }

    private func laterFigures(_ targets: [TargetResult]) -> [Notice] {
        let later = targets.filter { target in
            target.readings.contains {
                $0.fan.contains { $0.year > scenario.start && $0.observed.contains { $0 != nil } }
            }
        }
        guard !later.isEmpty else { return [] }
        return [
            Notice(
                level: .note,
                text: """
                    figures published after \(scenario.start) are shown as observed but not learned from: \
                    \(later.map(\.target.id).joined(separator: ", "))
                    """)
        ]
    }
}

extension Odds {
    /// Odds from a number of members that met the goal.
    init(met: Double, members: Int) {
        let probability = met / Double(members)
        self.init(
            probability: probability,
            standardError: (probability * (1 - probability) / Double(members)).squareRoot(), members: members)
    }
}

/// Three significant digits: 5781.3 → `5780`, 16.04 → `16`, 0.1234 → `0.123`.
func significant(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return "\(value)" }
    var scale = 1.0
    while abs(value) * scale < 100 { scale *= 10 }
    while abs(value) * scale >= 1000 { scale /= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
}

/// `0.123` → `12.3%`.
func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded()
    let whole = Int(abs(tenths)) / 10
    return "\(tenths < 0 ? "-" : "")\(whole).\(Int(abs(tenths)) % 10)%"
}
