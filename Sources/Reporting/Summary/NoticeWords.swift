import Goals
import Scenarios

/// The words of notices and assumptions.
struct NoticeWords {
    let names: ScenarioNames
    private var language: Language { names.language }

    init(_ scenario: Scenario, _ language: Language) {
        names = ScenarioNames(scenario: scenario, language: language)
    }

    func text(of notice: Notice) -> String { sentence(words(of: notice)) }

    /// With a capital at its beginning, whatever it begins with.
    private func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private func words(of notice: Notice) -> String {
        switch notice.matter {
        case .readingsDisagree, .outsideViewDisagrees, .missingBase, .restatesInput, .edgeOfVerdicts, .remark,
            .furtherSeries:
            ofTarget(notice.matter)
        case .surprise, .pricesUsed, .shownOnly, .knownUntil, .nothingLearned: ofFigures(notice.matter)
        case .withinSectors, .exceedsSector, .industryExceedsSector, .transit, .entrants, .startingSizesKept:
            ofPortfolio(notice.matter)
        case .idleLever(let id, let reason): text(onLever: id, reason)
        case .award(let id, let paid, let budget, let cap):
            fill(
                .award,
                [
                    "lever": names.lever(id), "paid": language.money(paid), "budget": HumanNumber.percent(budget),
                    "cap": HumanNumber.percent(cap), "neither": HumanNumber.percent(max(1 - budget - cap, 0)),
                ])
        case .incredibleGrowth, .unstableDraws, .balancingInventory, .reexports, .sobolPoints:
            ofEconomy(notice.matter)
        case .unsharedTargets, .differentStarts, .sharedSeed, .restsOnJudgements, .differentGoals:
            ofComparison(notice.matter)
        }
    }

    /// A lever that can change nothing, by its id.
    func text(onLever id: String, _ reason: Scenario.Idleness) -> String {
        fill(.idleLever, ["lever": names.lever(id), "reason": text(of: reason)])
    }

    private func fill(_ label: NoticeLabel, _ values: [String: String] = [:]) -> String { language.text(label, values) }

    private func list(_ items: [String]) -> String { items.joined(separator: language.separator) }

    // MARK: Targets

    private func ofTarget(_ matter: Notice.Matter) -> String {
        switch matter {
        case .readingsDisagree(let target, let headline, let others):
            return disagreement(target, headline, others)
        case .outsideViewDisagrees(let target, let odds, let achieved, let windows, let years, let growth):
            return fill(
                .outsideViewDisagrees,
                [
                    "target": names.target(target), "odds": HumanNumber.percent(odds), "achieved": String(achieved),
                    "windows": String(windows), "years": language.span(years), "growth": HumanNumber.percent(growth),
                ])
        case .missingBase(let target, let reading, let year, let value, let range, let display):
            let unit = display.unit(like: value, language)
            return fill(
                .missingBase,
                [
                    "target": names.target(target, reading: reading), "year": String(year), "value": unit.text(value),
                    "range": range.map {
                        fill(.missingBaseRange, ["low": unit.number($0.p5), "high": unit.number($0.p95)])
                    } ?? "",
                ])
        case .restatesInput(let target, let input, let share):
            return fill(
                .restatesInput,
                [
                    "target": names.target(target), "input": names.input(input), "share": HumanNumber.percent(share),
                ])
        case .edgeOfVerdicts(let target, let low, let high):
            return fill(
                .edgeOfVerdicts,
                ["target": names.target(target), "low": language.name(of: low), "high": language.name(of: high)])
        case .remark(let target, let reading, let text, let chinese):
            return fill(
                .remark,
                ["target": names.target(target, reading: reading), "text": language.name(text, chinese: chinese)])
        case .furtherSeries(let target, let reading, let label, let chinese, let figures, let display):
            let list = figures.map { figure in
                fill(
                    .figureInYear,
                    [
                        "value": display.text(figure.value, language), "year": String(figure.year),
                        "quality": figure.quality.rawValue,
                    ])
            }
            return fill(
                .furtherSeries,
                [
                    "target": names.target(target, reading: reading),
                    "label": language.name(label, chinese: chinese), "list": self.list(list),
                ])
        default: preconditionFailure("\(matter) is not of a target")
        }
    }

    private func disagreement(
        _ target: String, _ headline: Notice.ReadingVerdict, _ others: [Notice.ReadingVerdict]
    ) -> String {
        func values(_ side: Notice.ReadingVerdict) -> [String: String] {
            ["reading": names.reading(side.reading, of: target), "verdict": language.name(of: side.verdict)]
        }
        let list = others.map { fill(.readingVerdict, values($0)) }
        return fill(
            .readingsDisagree,
            [
                "target": names.target(target), "headline": names.reading(headline.reading, of: target),
                "verdict": language.name(of: headline.verdict), "others": language.clauses(list),
            ])
    }

    // MARK: Figures

    private func ofFigures(_ matter: Notice.Matter) -> String {
        switch matter {
        case .surprise(let subject, let chinese, let year, let value, let deviations, let expected, let display):
            let unit = display.unit(like: value, language)
            return fill(
                .surprise,
                [
                    "subject": language.name(subject, chinese: chinese), "year": String(year),
                    "value": unit.text(value), "deviations": HumanNumber.threeDigits(abs(deviations)),
                    "low": unit.number(expected.p5), "high": unit.number(expected.p95),
                ])
        case .pricesUsed(let years, let rules):
            return fill(.pricesUsed, ["years": list(years.map(String.init)), "list": list(rules.map(names.id))])
        case .shownOnly(let start, let subjects):
            return fill(.shownOnly, ["start": String(start), "list": list(subjects.map(names.target))])
        case .knownUntil(let year): return fill(.knownUntil, ["year": String(year)])
        case .nothingLearned(let start): return fill(.nothingLearned, ["start": String(start)])
        default: preconditionFailure("\(matter) is not of figures")
        }
    }

    // MARK: Portfolios and industries

    private func ofPortfolio(_ matter: Notice.Matter) -> String {
        switch matter {
        case .withinSectors(let portfolio, let growth):
            return fill(.withinSectors, ["portfolio": names.portfolio(portfolio), "rest": rest(growth)])
        case .exceedsSector(let portfolio, let year, let share, let sector, let often, let growth):
            return fill(
                .exceedsSector,
                [
                    "portfolio": names.portfolio(portfolio), "year": String(year),
                    "share": HumanNumber.percent(share), "sector": names.sectorByName(sector),
                    "often": HumanNumber.percent(often), "rest": rest(growth),
                ])
        case .industryExceedsSector(let theme, let year, let sector, let ratio):
            return fill(
                .industryExceedsSector,
                [
                    "theme": names.theme(theme), "year": String(year), "sector": names.sectorByName(sector),
                    "ratio": HumanNumber.threeDigits(ratio),
                ])
        case .transit(let theme, let parts):
            let list = parts.map { HumanNumber.percent($0.share) + " " + names.sector($0.sector) }
            return fill(.transit, ["theme": names.theme(theme), "parts": self.list(list)])
        case .entrants(let portfolio, let start, let end, let share, let existing):
            return fill(
                .entrants,
                [
                    "portfolio": names.portfolio(portfolio), "start": String(start), "end": String(end),
                    "share": HumanNumber.percent(share), "existing": HumanNumber.percent(existing),
                ])
        case .startingSizesKept(let portfolio, let share):
            return fill(
                .startingSizesKept,
                ["portfolio": names.portfolio(portfolio), "share": HumanNumber.percent(share)])
        default: preconditionFailure("\(matter) is not of a portfolio")
        }
    }

    private func rest(_ growth: Double?) -> String {
        growth.map { fill(.restGrows, ["growth": HumanNumber.percent($0)]) } ?? fill(.noRest)
    }

    private func text(of idleness: Scenario.Idleness) -> String {
        func noResearch(_ group: String) -> String { fill(.noResearch, ["group": names.id(group)]) }
        return switch idleness {
        case .startsInLastYear(let year): fill(.startsInLastYear, ["year": String(year)])
        case .knowledgeIsOff: fill(.knowledgeIsOff)
        case .noResearchToRaise(let group): fill(.noResearchToRaise, ["reason": noResearch(group)])
        case .conversionIsWhole: fill(.conversionIsWhole)
        case .noResearchNorSpillover(let group): fill(.noResearchNorSpillover, ["reason": noResearch(group)])
        }
    }

    // MARK: The economy

    private func ofEconomy(_ matter: Notice.Matter) -> String {
        switch matter {
        case .incredibleGrowth(let growth): return fill(.incredibleGrowth, ["growth": HumanNumber.percent(growth)])
        case .unstableDraws(let rejected, let members):
            return fill(
                .unstableDraws,
                [
                    "rejected": HumanNumber.fixed(rejected, decimals: 0),
                    "members": HumanNumber.fixed(members, decimals: 0),
                ])
        case .balancingInventory(let sectors):
            return fill(.balancingInventory, ["list": shortened(sectors.map(names.sector))])
        case .reexports(let sectors): return fill(.reexports, ["list": list(sectors.map(names.sector))])
        case .sobolPoints(let coordinates, let others, let isPowerOfTwo):
            return language.sentences(
                [
                    fill(.sobolPoints, ["count": String(coordinates)]),
                    others == 0 ? nil : fill(.sobolOthers, ["count": String(others)]),
                    isPowerOfTwo ? nil : fill(.sobolUneven),
                ].compactMap { $0 })
        default: preconditionFailure("\(matter) is not of the economy")
        }
    }

    /// The first few of many names.
    private func shortened(_ names: [String]) -> String {
        guard names.count > 6 else { return list(names) }
        return fill(
            .andMore,
            ["list": list(Array(names.prefix(5))), "count": String(names.count - 5)])
    }

    // MARK: Comparisons

    private func ofComparison(_ matter: Notice.Matter) -> String {
        switch matter {
        case .unsharedTargets(let targets): return fill(.unsharedTargets, ["list": list(targets.map(names.target))])
        case .differentStarts(let base, let alternative):
            return fill(.differentStarts, ["base": String(base), "alternative": String(alternative)])
        case .sharedSeed(let members, let seed):
            return fill(.sharedSeed, ["members": HumanNumber.exact(Double(members)), "seed": String(seed)])
        case .restsOnJudgements(let levers):
            return fill(.restsOnJudgements, ["list": list(levers.map(names.lever))])
        case .differentGoals(let target, let base, let alternative):
            return fill(
                .differentGoals,
                ["target": names.target(target), "base": text(of: base), "alternative": text(of: alternative)])
        default: preconditionFailure("\(matter) is not of a comparison")
        }
    }

    private func text(of stated: Notice.StatedGoal) -> String {
        let unit = stated.goal.unit(stated.display, language)
        return fill(
            .goalBy,
            [
                "goal": RunSummary.goal(stated.goal, unit, stated.display.measure), "year": String(stated.deadline),
            ])
    }
}

// MARK: Assumptions

extension NoticeWords {
    func text(of assumption: Assumption) -> String {
        switch assumption.matter {
        case .relativeGrowth(let relative): return text(of: relative)
        case .impliedGrowth(let median, let low, let high, let years):
            return language.text(
                AssumptionLabel.impliedGrowth,
                [
                    "median": HumanNumber.percent(median), "low": HumanNumber.percent(low),
                    "high": HumanNumber.percent(high), "years": language.span(years),
                ])
        case .sectorWeights: return language.text(AssumptionLabel.sectorWeights)
        case .drift(let origin): return Self.text(of: origin, language)
        }
    }

    private func text(of relative: Assumption.RelativeGrowth) -> String {
        func percent(_ value: Double) -> String { HumanNumber.percent(value) }
        let damped =
            relative.damping < 1 ? language.text(AssumptionLabel.damped, ["share": percent(relative.damping)]) : ""
        let prices: AssumptionLabel = relative.isNominal ? .currentPrices : .constantPrices
        return language.sentences(
            [
                language.text(
                    AssumptionLabel.relativeGrowth,
                    [
                        "group": names.id(relative.id), "reference": names.id(relative.relativeTo),
                        "size": "\(percent(relative.mean)) ± \(percent(relative.deviation))", "damped": damped,
                        "prices": language.text(prices),
                    ]),
                text(of: relative.origin),
                relative.carriedBy.map { language.text(AssumptionLabel.carried, ["group": names.id($0)]) },
                relative.shocks.map { language.text(AssumptionLabel.shocks, ["size": percent($0)]) },
                language.text(AssumptionLabel.passThrough, ["share": percent(relative.passThrough)]),
            ].compactMap { $0 })
    }

    private func text(of origin: Assumption.Origin) -> String {
        switch origin {
        case .observed(let series, let file, let from, let to, let increments, let mean, let error):
            return language.text(
                AssumptionLabel.observed,
                [
                    "series": series, "file": ShippedPath.text(of: file), "first": String(from), "last": String(to),
                    "count": String(increments), "mean": HumanNumber.percent(mean),
                    "error": HumanNumber.percent(error),
                ])
        case .stated(let source):
            return language.text(
                AssumptionLabel.stated, ["source": source ?? language.text(AssumptionLabel.noSource)])
        }
    }

    /// How sectors without a control moved.
    static func text(of origin: DriftOrigin, _ language: Language) -> String {
        let span = origin.years.upperBound - origin.years.lowerBound
        let reach = origin.start - origin.tableYear
        let values = [
            "from": ShippedPath.text(of: origin.from), "to": ShippedPath.text(of: origin.to),
            "first": String(origin.years.lowerBound),
            "last": String(origin.years.upperBound), "shared": String(origin.sharedYears), "span": String(span),
            "table": String(origin.tableYear), "start": String(origin.start), "years": String(reach),
            "share": HumanNumber.exact(100 * origin.technology) + "%",
        ]
        let power =
            origin.sharedYears < span
            ? language.text(AssumptionLabel.driftShared, values)
            : reach > span ? language.text(AssumptionLabel.driftNotExtrapolated, values) : ""
        return language.sentences([
            language.text(AssumptionLabel.drift, values.merging(["power": power]) { $1 }),
            language.text(AssumptionLabel.driftTechnology, values),
        ])
    }
}
