import Projection
import Scenarios

/// What it would take, line by line, for every target.
struct RequirementAssembly {
    let paths: GoalPaths
    private var model: Model { paths.plan.model }
    private var scenario: Scenario { model.scenario }
    private var inputs: RequirementInputs? { scenario.requirements }

    init(plan: ScenarioPlan, recorder: ScenarioRecorder, sums: [Double], count: Double, variables: [VariableSummary]) {
        paths = GoalPaths(
            plan: plan, recorder: recorder, sums: sums, count: count,
            variables: Dictionary(variables.map { ($0.name, $0) }) { first, _ in first })
    }

    func requirements(of targets: [TargetResult]) -> [TargetRequirements] {
        zip(targets, paths.plan.headlines).map { result, headline in
            guard result.headline.verdict != .met, !result.target.goal.isCap else {
                return TargetRequirements(
                    target: result.target, verdict: result.headline.verdict, lines: [], missing: [])
            }
            let path = paths.path(of: result)
            var lines = [growth(result, paths.recorder.readings[headline]), unit(result.target)].compactMap { $0 }
            if let path { lines += self.lines(path, result.target) }
            lines += [otherUnits(result.target, targets), land(result.target)].compactMap { $0 }
            return TargetRequirements(
                target: result.target, verdict: result.headline.verdict,
                lines: lines.flatMap { [withoutRestatement($0, result.target)] + comparisons($0, result.target) },
                missing: missing(path))
        }
    }

    private func lines(_ path: GoalPath, _ target: Target) -> [Requirement] {
        [investment(path, target.deadline), research(path, target.deadline)].compactMap { $0 }
            + scenario.economy.satellites.indices.compactMap { satellite($0, path, target.deadline) }
            + [sectors(path, target), sector(path, target)].compactMap { $0 }
    }

    /// What is projected of all of the region is no limit to a goal on all of it.
    private func withoutRestatement(_ line: Requirement, _ target: Target) -> Requirement {
        switch line.kind {
        case .investment, .research, .satellite: break
        default: return line
        }
        guard paths.coversEconomy(target.headline.indicator) else { return line }
        var line = line
        line.available = nil
        line.isLimit = false
        return line
    }

    // MARK: Money

    /// κ × value added of the output that must be new, over the years in which it must come. Net: what replaces worn-out
    /// capital comes on top.
    private func investment(_ path: GoalPath, _ deadline: Int) -> Requirement? {
        guard let ratio = inputs?.capitalOutputRatio else { return nil }
        let years = deadline - path.from
        let added = paths.valueAddedRatio(path.mix) * path.newOutput
        let share = inputs?.investmentOverGDP ?? tableInvestment()
        let available = share.flatMap { share in
            mean(of: "Value Added", path.from + 1...deadline).map { $0 * share.central }
        }
        return Requirement(
            kind: .investment, measure: .money, needed: .init(ratio) * (added / Double(years)),
            available: available, quality: worst(ratio.quality, share?.quality), source: sources(ratio, share),
            isLimit: true)
    }

    /// Fixed capital formation over value added in the table of the base year.
    private func tableInvestment() -> RequirementFigure? {
        let table = model.economy.table
        guard let values = table.domesticFinalUse.first(where: { $0.name == "fixed_capital" })?.values else {
            return nil
        }
        let share = values.reduce(0, +) / table.totalValueAdded().reduce(0, +)
        let moved = model.update == nil ? "" : ", moved to \(scenario.start)"
        return RequirementFigure(
            low: share, central: share, high: share, quality: .c,
            source: "fixed_capital of the table of \(scenario.economy.tableYear)\(moved), at its share of GDP",
            year: nil)
    }

    private func research(_ path: GoalPath, _ deadline: Int) -> Requirement? {
        guard let intensity = inputs?.researchOverOutput else { return nil }
        let share = inputs?.researchOverGDP
        return Requirement(
            kind: .research, measure: .money, needed: .init(intensity) * path.output,
            available: share.flatMap { share in
                paths.summary("Value Added", deadline).map { .init($0) * share.central }
            }, quality: worst(intensity.quality, share?.quality), source: sources(intensity, share), isLimit: true)
    }

    private func satellite(_ index: Int, _ path: GoalPath, _ deadline: Int) -> Requirement? {
        let satellite = model.satellites[index]
        let specification = satellite.specification
        guard !satellite.coefficients.isEmpty, let available = paths.summary(specification.variableName, deadline)
        else { return nil }
        var needed = 0.0
        for (sector, share) in path.mix.enumerated() where share > 0 {
            var output = share * path.output
            if specification.unit != .money {
                // Things follow the volume.
                let name = scenario.sectors[sector].name
                guard let nominal = paths.summary("Output|\(name)", deadline)?.p50, nominal > 0,
                    let volume = paths.summary("Output Volume|\(name)", deadline)?.p50
                else { return nil }
                output *= volume / nominal
            }
            needed += satellite.coefficients[sector] * output
        }
        if let productivity = specification.productivity?.distribution.median {
            needed *= exponential(-Double(deadline - scenario.start) * logarithm(1 + productivity))
        }
        return Requirement(
            kind: .satellite(specification.id), measure: specification.unit.display.measure, needed: .init(needed),
            available: .init(available), quality: specification.quality ?? .c,
            source: specification.source ?? "the table's coefficients of \(scenario.start)", isLimit: true)
    }

    // MARK: The sectors

    private func sectors(_ path: GoalPath, _ target: Target) -> Requirement? {
        guard let whole = path.whole else { return nil }
        var group: String?
        if case .share(_, let of, _) = target.headline.indicator { group = of }
        return Requirement(
            kind: .sectors(whole: group), measure: .money, needed: .init(whole.needed), available: whole.available,
            quality: .c, source: "the projection", isLimit: true,
            growthOfRest: compoundGrowth(
                from: whole.rest.start, to: max(whole.rest.end, 0), years: target.deadline - path.from))
    }

    /// The sector of which the portfolio would be the largest part, its units growing in proportion. Groups are made of
    /// sectors, so that theirs is no limit to them.
    private func sector(_ path: GoalPath, _ target: Target) -> Requirement? {
        switch target.headline.indicator {
        case .total, .unit, .count: break
        default: return nil
        }
        var tightest: Requirement?
        for (index, share) in path.mix.enumerated() where share > 0.01 {
            let sector = scenario.sectors[index]
            guard let output = paths.summary("Output|\(sector.name)", target.deadline) else { continue }
            let line = Requirement(
                kind: .sector(sector.code), measure: .money, needed: .init(share * path.output),
                available: .init(output), quality: .u, source: "the projection; sector weights are judgement",
                isLimit: true)
            if (line.ratio ?? 0) > (tightest?.ratio ?? 0) { tightest = line }
        }
        return tightest
    }

    // MARK: Growth and units

    private func growth(_ result: TargetResult, _ recorder: ReadingRecorder) -> Requirement? {
        let headline = result.headline
        guard let needed = headline.requiredGrowth, let available = projectedGrowth(headline, recorder) else {
            return nil
        }
        return Requirement(
            kind: .growth, measure: .percentagePerYear, needed: .init(needed), available: available,
            quality: headline.quality, source: "the projection", isLimit: true)
    }

    /// Growth a year of the members, each from its own value in the year of the latest figure; where that is from before
    /// the projection, from the figure itself. nil where some start at 0.
    private func projectedGrowth(_ headline: ReadingResult, _ recorder: ReadingRecorder) -> Requirement.Range? {
        if recorder.plan.growthStart != nil {
            return recorder.growth.invalid == 0 ? range(recorder.growth) : nil
        }
        let (latest, end) = (headline.latest, headline.atDeadline)
        let rates = [end.p5, end.p50, end.p95].compactMap {
            compoundGrowth(from: latest.value, to: $0, years: recorder.plan.target.deadline - latest.year)
        }
        return rates.count == 3 ? .init(p5: rates[0], p50: rates[1], p95: rates[2]) : nil
    }

    /// The unit of the rank that a goal on a count needs; where there can never be so many, their number.
    private func unit(_ target: Target) -> Requirement? {
        guard let reach = paths.recorder.reaches.first(where: { $0.plan.target == target.id }) else { return nil }
        let portfolio = model.portfolios[reach.plan.portfolio]
        guard reach.plan.rank <= portfolio.units.count else {
            return Requirement(
                kind: .units(hasEntry: portfolio.specification.entry != nil), measure: .units("units", chinese: nil),
                needed: .init(Double(reach.plan.rank)), available: .init(Double(portfolio.units.count)), quality: .a,
                source: "the portfolio of the scenario", isLimit: true)
        }
        return Requirement(
            kind: .unit(rank: reach.plan.rank), measure: .money, needed: .init(reach.plan.threshold),
            available: range(reach.deadline), quality: .u, source: "the projection", isLimit: true,
            start: range(reach.start))
    }

    private func range(_ sketch: QuantileSketch) -> Requirement.Range {
        let quantiles = sketch.quantiles([0.05, 0.5, 0.95])
        return .init(p5: quantiles[0], p50: quantiles[1], p95: quantiles[2])
    }

    /// What a total leaves on average for the units that no other target speaks of, at the least numbers and sizes that
    /// the others name, against the lowest of those sizes: more, and the programme's targets fit together only if its
    /// large units are well above their thresholds.
    private func otherUnits(_ target: Target, _ targets: [TargetResult]) -> Requirement? {
        guard case .total(let id) = target.headline.indicator, let portfolio = model.portfolio(id) else { return nil }
        let same = targets.map(\.target).filter { $0.deadline == target.deadline && !$0.goal.isCap }
        let counts = same.compactMap { other -> (number: Double, size: Double)? in
            guard case .count(id, let over, _) = other.headline.indicator else { return nil }
            return (other.goal.value, over)
        }.sorted { ($0.size, $1.number) > ($1.size, $0.number) }
        guard let lowest = counts.last, !model.portfolios[portfolio].units.isEmpty else { return nil }
        var (held, counted) = (0.0, 0.0)
        for (number, size) in counts where number > counted {
            held += (number - counted) * size
            counted = number
        }
        let listed = same.first { $0.headline.indicator == .cumulative(portfolio: id) }?.goal.value
        let name = model.portfolios[portfolio].specification.name
        let units =
            listed ?? paths.summary("Portfolio|\(name)|Active Units", target.deadline)?.p50
            ?? Double(model.portfolios[portfolio].initialCount)
        let others = (units - counted).rounded()
        guard others >= 1, target.goal.value > held else { return nil }
        return Requirement(
            kind: .otherUnits(count: Int(others)), measure: .money,
            needed: .init((target.goal.value - held) / others), available: .init(lowest.size), quality: .a,
            source: "the programme's own targets", isLimit: false)
    }

    private func land(_ target: Target) -> Requirement? {
        guard let land = inputs?.land, case .cumulative(land.portfolio) = target.headline.indicator else { return nil }
        return Requirement(
            kind: .land, measure: .other(land.unit), needed: .init(land.perUnit) * target.goal.value, available: nil,
            quality: land.perUnit.quality ?? .u, source: land.perUnit.source ?? "", isLimit: false)
    }

    // MARK: Amounts of the scenario

    /// The same need against every amount that the scenario names for it.
    private func comparisons(_ line: Requirement, _ target: Target) -> [Requirement] {
        (inputs?.available ?? []).compactMap { amount in
            let purpose: Requirement.Kind =
                switch amount.purpose {
                case .investment: .investment
                case .research: .research
                case .land: .land
                case .satellite(let id): .satellite(id)
                }
            guard line.kind == purpose, amount.targets?.contains(target.id) ?? true else { return nil }
            var line = line
            line.available = .init(amount.amount)
            if let units = amount.units, let land = inputs?.land {
                // The goal may be about more units than the amount is for.
                line.kind = .landPerUnit
                line.needed = .init(land.perUnit)
                line.available = Requirement.Range(amount.amount) * (1 / Double(units))
            }
            line.against = amount
            line.isLimit = amount.isLimit
            line.quality = worst(line.quality, amount.amount.quality)
            line.source = amount.amount.source ?? line.source
            return line
        }
    }

    private func missing(_ path: GoalPath?) -> [String] {
        guard path != nil else { return [] }
        let keys = [
            ("capital_output_ratio", inputs?.capitalOutputRatio), ("research_over_output", inputs?.researchOverOutput),
            ("research_over_gdp", inputs?.researchOverGDP),
        ]
        return keys.compactMap { $0.1 == nil ? "requirements.\($0.0)" : nil }
    }

    // MARK: Figures

    private func mean(of variable: String, _ years: ClosedRange<Int>) -> Requirement.Range? {
        var sum = Requirement.Range(0)
        for year in years {
            guard let summary = paths.summary(variable, year) else { return nil }
            sum.p5 += summary.p5
            sum.p50 += summary.p50
            sum.p95 += summary.p95
        }
        return sum * (1 / Double(years.count))
    }

    private func worst(_ a: Quality?, _ b: Quality?) -> Quality { max(a ?? .u, b ?? .a) }

    private func sources(_ need: RequirementFigure, _ supply: RequirementFigure?) -> String {
        [need.source, supply?.source].compactMap { $0 }.joined(separator: "; ")
    }
}
