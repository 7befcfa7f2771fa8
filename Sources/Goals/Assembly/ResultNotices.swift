import Projection
import Scenarios

/// What the reader must know beside the results.
extension ResultAssembly {
    /// In the order in which a reader needs them.
    func notices(_ targets: [TargetResult]) -> [Notice] {
        let portfolios = plan.model.portfolios.indices
        return targets.compactMap(disagreement) + surprises + targets.compactMap(outsideView)
            + scenario.idleLevers.map { Notice(idle: $0) } + plan.breaches.compactMap(breach)
            + targets.flatMap(missingBases)
            + targets.flatMap(fragility)
            + targets.flatMap(notes) + targets.flatMap(furtherSeries)
            + plan.themes.compactMap(largerThanItsSectors) + plan.themes.compactMap(transit)
            + portfolios.compactMap(entrants) + portfolios.compactMap(conditioning)
            + awards() + economyNotices() + laterFigures(targets) + [sampling].compactMap { $0 }
    }

    /// What scrambled Sobol points are for, and what the printed standard errors then mean.
    private var sampling: Notice? {
        guard let numbers = plan.model.points?.count(in: plan.model) else { return nil }
        let further =
            numbers.coordinates == numbers.drawn
            ? "" : " The other \(numbers.drawn - numbers.coordinates) are drawn independently."
        let even =
            members.nonzeroBitCount == 1
            ? "" : " Points are spread most evenly when their number is a power of two, e.g. 1,024 or 16,384."
        return Notice(
            level: .note,
            text: """
                what is drawn once per member, \(numbers.coordinates) numbers, comes from scrambled Sobol points; \
                standard errors are those of independent members, as a rule larger than the error.\(further)\(even)
                """)
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

    /// Odds that comparable regions contradict.
    private func outsideView(_ result: TargetResult) -> Notice? {
        let headline = result.headline
        guard let outside = headline.outsideView, outside.disagreement != nil, let view = outside.view else {
            return nil
        }
        return Notice(
            level: .warning,
            text: """
                odds and outside view of \(result.target.id) disagree strongly: the model gives \
                \(percent(headline.odds.probability)), but \(view.achieved) of \(view.count) comparable windows of \
                \(view.years) years had the growth that it needs, \(percent(view.growth)) a year
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
        let blocks = Double(recorder.rows)
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
        let growth = compoundGrowth(from: rest.start, to: rest.end, years: breach.year)
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
                \(portfolio.specification.name): larger than the output of one of its sectors in some year up to \(scenario.start + breach.year), which cannot be, in \(percent(any)) of members, most often in \(name) \
                (\(percent(sums[breach.members.lowerBound + worst] / count))); \(left) (current prices)
                """)
    }

    private var unstableDraws: Notice? {
        let rejected = sums[plan.rejections]
        guard rejected > 0 else { return nil }
        let share = rejected / (rejected + count)
        return Notice(
            level: share > 0.05 ? .warning : .note,
            text: """
                science: \(significant(rejected)) draws beside those of \(significant(count)) members were rejected, because \
                with them a gain in competitiveness would feed itself
                """)
    }

    private func economyNotices() -> [Notice] {
        var notices: [Notice] = []
        if let growth = impliedGrowth, abs(growth) > Self.incredibleGrowth {
            notices.append(
                Notice(
                    level: .warning,
                    text: """
                        real value added of the region would grow by \(percent(growth)) a year, which no region keeps \
                        up: check the growth rates of the scenario
                        """))
        }
        if let science = unstableDraws { notices.append(science) }
        let economy = plan.model.economy
        if !economy.balancingInventory.isEmpty {
            let names = economy.balancingInventory.map { scenario.sectors[$0].code }
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        inventory above 5% of output is a balancing item of the source and grows with outflow in: \
                        \(shortened(names))
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

    /// The first few of many names.
    private func shortened(_ names: [String]) -> String {
        guard names.count > 6 else { return names.joined(separator: ", ") }
        return names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
    }

    /// Faster than any province grew over several years since 2000.
    private static let incredibleGrowth = 0.15

    /// Mean growth a year of the region's real value added over the horizon.
    private var impliedGrowth: Double? {
        guard let variable = plan.variables.firstIndex(where: { $0.name == "Value Added Volume" }) else { return nil }
        let slot = plan.variableSums.lowerBound + variable * plan.years
        return compoundGrowth(from: sums[slot], to: sums[slot + plan.years - 1], years: plan.years - 1)
    }

    /// Figures that luck hardly explains.
    private var surprises: [Notice] {
        (learning?.vintages ?? []).flatMap { vintage in
            vintage.figures.compactMap { figure -> Notice? in
                guard let surprise = figure.surprise, abs(surprise) > 2.5 else { return nil }
                let (scale, unit) = (figure.display.scale, figure.display.unit)
                return Notice(
                    level: .warning,
                    text: """
                        \(figure.subject), \(vintage.year): \(significant(figure.point.value * scale)) \(unit) lies \
                        \(significant(abs(surprise))) standard deviations from what was expected \
                        (\(significant(figure.predicted.p5 * scale)) to \(significant(figure.predicted.p95 * scale))): \
                        look for an error in the figure or its definition, or a prior that is too narrow
                        """)
            }
        }
    }

    /// What of the years after the base year is used, and what only shown.
    private func laterFigures(_ targets: [TargetResult]) -> [Notice] {
        let start = scenario.start
        var notices: [Notice] = []
        let priced = scenario.economy.prices.filter { !$0.observed.isEmpty }
        if !priced.isEmpty {
            let years = Set(priced.flatMap { $0.observed.map(\.year) }).filter { $0 > start }.sorted()
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        published price changes of \(years.map(String.init).joined(separator: ", ")) are used: \
                        \(priced.map(\.id).joined(separator: ", "))
                        """))
        }
        func isOnlyShown(_ series: [ObservedSeries]) -> Bool {
            series.contains { series in
                (learning == nil || series.learning == nil) && series.points.contains { $0.year > start }
            }
        }
        let shown =
            targets.filter { isOnlyShown($0.target.readings.flatMap(\.observed)) }.map(\.target.id)
            + plan.tracked.filter { isOnlyShown($0.indicator.observed) }.map(\.indicator.id)
        if !shown.isEmpty {
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        other figures of years after \(start) are shown as observed and not learned from: \
                        \(shown.joined(separator: ", "))
                        """))
        }
        return notices
    }

    /// Further series of a reading, e.g. derived chains beside a published one.
    private func furtherSeries(_ result: TargetResult) -> [Notice] {
        result.readings.flatMap { reading in
            let main = reading.reading.observed.firstIndex(where: \.isOutcome)
            return reading.reading.observed.enumerated().compactMap { index, series -> Notice? in
                guard index != main, !series.points.isEmpty else { return nil }
                let values = series.points.map { point in
                    "\(significant(point.value * reading.display.scale)) in \(point.year) (\(point.quality.rawValue))"
                }
                return Notice(
                    level: .note,
                    text: """
                        \(result.target.id)/\(reading.reading.id), \(series.label): \(values.joined(separator: ", ")) \
                        \(reading.display.unit)
                        """)
            }
        }
    }

    /// Odds that restate one unverified input, and odds at the edge of a verdict.
    private func fragility(_ result: TargetResult) -> [Notice] {
        var notices: [Notice] = []
        let headline = result.headline
        if let driver = headline.drivers.first, driver.share > 0.8, driver.quality ?? .u == .u {
            notices.append(
                Notice(
                    level: .warning,
                    text: """
                        \(percent(driver.share)) of the spread of \(result.target.id) is one unverified input \
                        (\(driver.name)): its odds restate that judgement
                        """))
        }
        let error = 2 * headline.odds.standardError
        let (low, high) = (
            Verdict(probability: max(headline.odds.probability - error, 0)),
            Verdict(probability: min(headline.odds.probability + error, 1))
        )
        if headline.verdict != .met, low != high {
            notices.append(
                Notice(
                    level: .note,
                    text: """
                        the odds of \(result.target.id) lie at the edge of two verdicts (\(low.rawValue), \
                        \(high.rawValue)): more members could turn one into the other
                        """))
        }
        return notices
    }

    /// How much of a portfolio's total at the end is of entrants, and how little of that is new to the region.
    private func entrants(_ index: Int) -> Notice? {
        let portfolio = plan.model.portfolios[index]
        guard portfolio.maximumEntrants > 0 else { return nil }
        func mean(_ suffix: String) -> Double {
            let name = "Portfolio|\(portfolio.specification.name)|\(suffix)"
            guard let variable = plan.variables.firstIndex(where: { $0.name == name }) else { return 0 }
            return sums[plan.variableSums.lowerBound + variable * plan.years + plan.years - 1] / count
        }
        let (total, entrants, fresh) = (
            mean("Total Output"), mean("Output of Entrants"), mean("Output New to the Region")
        )
        guard total > 0, entrants > 0 else { return nil }
        return Notice(
            level: .note,
            text: """
                \(portfolio.specification.name): entrants since \(scenario.start) make up \(percent(entrants / total)) \
                of the total in \(scenario.end) on average; \(percent(1 - fresh / entrants)) of theirs is existing \
                output listed anew
                """)
    }
}
