import Projection
import Scenarios

/// What the reader must know beside the results.
extension ResultAssembly {
    /// In the order in which a reader needs them.
    func notices(_ targets: [TargetResult]) -> [Notice] {
        let portfolios = plan.model.portfolios.indices
        return targets.compactMap(disagreement) + surprises + targets.compactMap(outsideView)
            + scenario.idleLevers.map { Notice(level: .warning, matter: .idleLever($0.lever.id, $0.reason)) }
            + plan.breaches.compactMap(breach)
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
        return Notice(
            level: .note,
            matter: .sobolPoints(
                coordinates: numbers.coordinates, others: numbers.drawn - numbers.coordinates,
                isPowerOfTwo: members.nonzeroBitCount == 1))
    }

    private func disagreement(_ result: TargetResult) -> Notice? {
        guard !result.disagreeing.isEmpty else { return nil }
        func reading(_ reading: ReadingResult) -> Notice.ReadingVerdict {
            Notice.ReadingVerdict(reading: reading.reading.id, verdict: reading.verdict)
        }
        return Notice(
            level: .warning,
            matter: .readingsDisagree(
                target: result.target.id, headline: reading(result.headline), others: result.disagreeing.map(reading)))
    }

    /// Odds that comparable regions contradict.
    private func outsideView(_ result: TargetResult) -> Notice? {
        let headline = result.headline
        guard let outside = headline.outsideView, outside.disagreement != nil, let view = outside.view else {
            return nil
        }
        return Notice(
            level: .warning,
            matter: .outsideViewDisagrees(
                target: result.target.id, odds: headline.odds.probability, achieved: view.achieved,
                windows: view.count, years: view.years, growth: view.growth))
    }

    /// Readings whose starting value nobody has published: everything rests on a guess.
    private func missingBases(_ result: TargetResult) -> [Notice] {
        result.readings.filter(\.latest.isModelled).map { reading in
            let start = reading.fan.first { $0.year == reading.latest.year }?.summary
            return Notice(
                level: .warning,
                matter: .missingBase(
                    target: result.target.id, reading: result.readings.count == 1 ? nil : reading.reading.id,
                    year: reading.latest.year, value: reading.latest.value,
                    range: start.map { Notice.Range(p5: $0.p5, p95: $0.p95) }, display: reading.display))
        }
    }

    /// What the scenario's author wants to be read beside the result.
    private func notes(_ result: TargetResult) -> [Notice] {
        func remark(_ reading: String?, _ text: String?, _ chinese: String?) -> Notice? {
            text.map {
                Notice(
                    level: .note,
                    matter: .remark(target: result.target.id, reading: reading, text: $0, chinese: chinese))
            }
        }
        let several = result.readings.count > 1
        return
            ([remark(nil, result.target.note, result.target.noteChinese)]
            + result.readings.map { reading in
                remark(several ? reading.reading.id : nil, reading.reading.note, reading.reading.noteChinese)
            }).compactMap { $0 }
    }

    private func conditioning(_ index: Int) -> Notice? {
        let portfolio = plan.model.portfolios[index]
        guard !portfolio.specification.known.isEmpty || portfolio.specification.total != nil else { return nil }
        let share = count / max(sums[plan.attempts.lowerBound + index], 1)
        return Notice(
            level: share < 0.01 ? .warning : .note,
            matter: .startingSizesKept(portfolio: portfolio.specification.id, share: share))
    }

    private func breach(_ breach: BreachPlan) -> Notice? {
        let portfolio = plan.model.portfolios[breach.portfolio]
        let any = sums[breach.members.upperBound - 1] / count
        let rest = (start: sums[breach.rest.lowerBound], end: sums[breach.rest.lowerBound + 1])
        let growth = compoundGrowth(from: rest.start, to: rest.end, years: breach.year)
        guard any > 0.001 else {
            return Notice(
                level: .note, matter: .withinSectors(portfolio: portfolio.specification.id, growthOfRest: growth))
        }
        let worst = breach.sectors.indices.max {
            sums[breach.members.lowerBound + $0] < sums[breach.members.lowerBound + $1]
        }!
        return Notice(
            level: .warning,
            matter: .exceedsSector(
                portfolio: portfolio.specification.id, until: scenario.start + breach.year, share: any,
                sector: scenario.sectors[breach.sectors[worst]].code,
                shareOfSector: sums[breach.members.lowerBound + worst] / count, growthOfRest: growth))
    }

    private var unstableDraws: Notice? {
        let rejected = sums[plan.rejections]
        guard rejected > 0 else { return nil }
        let share = rejected / (rejected + count)
        return Notice(
            level: share > 0.05 ? .warning : .note, matter: .unstableDraws(rejected: rejected, members: count))
    }

    private func economyNotices() -> [Notice] {
        var notices: [Notice] = []
        if let growth = impliedGrowth, abs(growth) > Self.incredibleGrowth {
            notices.append(Notice(level: .warning, matter: .incredibleGrowth(growth)))
        }
        if let science = unstableDraws { notices.append(science) }
        let economy = plan.model.economy
        if !economy.balancingInventory.isEmpty {
            let sectors = economy.balancingInventory.map { scenario.sectors[$0].code }
            notices.append(Notice(level: .note, matter: .balancingInventory(sectors: sectors)))
        }
        if !economy.supply.reexports.isEmpty {
            let sectors = economy.supply.reexports.map { scenario.sectors[$0].code }
            notices.append(Notice(level: .note, matter: .reexports(sectors: sectors)))
        }
        return notices
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
                return Notice(
                    level: .warning,
                    matter: .surprise(
                        subject: figure.subject, subjectChinese: figure.subjectChinese, year: vintage.year,
                        value: figure.point.value, deviations: surprise,
                        expected: Notice.Range(p5: figure.predicted.p5, p95: figure.predicted.p95),
                        display: figure.display))
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
            notices.append(Notice(level: .note, matter: .pricesUsed(years: years, rules: priced.map(\.id))))
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
            notices.append(Notice(level: .note, matter: .shownOnly(start: start, subjects: shown)))
        }
        return notices
    }

    /// Further series of a reading, e.g. derived chains beside a published one.
    private func furtherSeries(_ result: TargetResult) -> [Notice] {
        result.readings.flatMap { reading in
            let main = reading.reading.observed.firstIndex(where: \.isOutcome)
            return reading.reading.observed.enumerated().compactMap { index, series -> Notice? in
                guard index != main, !series.points.isEmpty else { return nil }
                return Notice(
                    level: .note,
                    matter: .furtherSeries(
                        target: result.target.id, reading: reading.reading.id, label: series.label,
                        labelChinese: series.labelChinese,
                        figures: series.points.map {
                            Notice.Figure(year: $0.year, value: $0.value, quality: $0.quality)
                        }, display: reading.display))
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
                    matter: .restatesInput(target: result.target.id, input: driver.input, share: driver.share)))
        }
        let error = 2 * headline.odds.standardError
        let (low, high) = (
            Verdict(probability: max(headline.odds.probability - error, 0)),
            Verdict(probability: min(headline.odds.probability + error, 1))
        )
        if headline.verdict != .met, low != high {
            notices.append(
                Notice(level: .note, matter: .edgeOfVerdicts(target: result.target.id, low: low, high: high)))
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
            matter: .entrants(
                portfolio: portfolio.specification.id, start: scenario.start, end: scenario.end,
                share: entrants / total, existing: 1 - fresh / entrants))
    }
}
