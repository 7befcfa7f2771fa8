import Scenarios

/// Where the figures of a scenario come from, as it and its files say.
struct ReportSources {
    /// Sources of one kind, below a heading.
    struct Group {
        var title: String
        var entries: [Entry] = []
    }

    /// What is known from where.
    struct Entry: Equatable {
        var subject: String
        var source: String
        var years: ClosedRange<Int>?
        var quality: Quality?
    }

    let scenario: Scenario
    let language: Language

    /// Kinds with at least one source, in a fixed order.
    var groups: [Group] {
        let units = scenario.portfolios.map { portfolio in
            Group(
                title: language.text(
                    ReportLabel.unitsOf, ["name": language.name(portfolio.name, chinese: portfolio.nameChinese)]),
                entries: portfolio.units.map { unit in
                    Entry(
                        subject: language.name(unit.name, chinese: unit.nameChinese), source: unit.source,
                        quality: unit.quality)
                })
        }
        return
            ([
                Group(title: language.text(ReportLabel.statements), entries: statements),
                Group(title: language.text(.published), entries: published),
                Group(title: language.text(ReportLabel.controls), entries: controls),
            ] + units + [
                Group(title: language.text(ThemeLabel.industry), entries: themes),
                Group(title: language.text(ReportLabel.numbers), entries: numbers),
            ]).filter { !$0.entries.isEmpty }
    }

    private var statements: [Entry] {
        scenario.targets.compactMap { target in
            target.source.map { Entry(subject: RunSummary.name(of: target, language), source: $0) }
        }
    }

    /// Figures of one series from one source as one entry, its years together.
    private var published: [Entry] {
        let ofTargets = scenario.targets.flatMap { target in
            target.readings.flatMap(\.observed).map { (RunSummary.name(of: target, language), $0) }
        }
        let followed = scenario.tracked.flatMap { tracked in
            tracked.observed.map { (language.name(tracked.name, chinese: tracked.nameChinese), $0) }
        }
        var entries: [Entry] = []
        for (subject, series) in ofTargets + followed {
            for point in series.points {
                let known = entries.firstIndex {
                    $0.subject == subject && $0.source == point.source && $0.quality == point.quality
                }
                if let known, let years = entries[known].years {
                    entries[known].years = min(years.lowerBound, point.year)...max(years.upperBound, point.year)
                } else {
                    entries.append(
                        Entry(
                            subject: subject, source: point.source, years: point.year...point.year,
                            quality: point.quality))
                }
            }
        }
        return entries
    }

    private var controls: [Entry] {
        let names = ScenarioNames(scenario: scenario, language: language)
        return (scenario.economy.update?.controls ?? []).map {
            Entry(subject: names.id($0.id).replacing("_", with: " "), source: $0.source, quality: $0.quality)
        }
    }

    private var themes: [Entry] {
        scenario.themes.compactMap { theme in
            theme.size.map { size in
                Entry(
                    subject: language.name(theme.name, chinese: theme.nameChinese), source: size.source,
                    years: size.year...size.year, quality: size.quality)
            }
        }
    }

    /// Numbers that name a source, by their keys in the scenario.
    private var numbers: [Entry] {
        let economy = scenario.economy
        var values = economy.growth.map(\.rate) + economy.prices.map(\.later)
        values += [economy.shocks.common, economy.shocks.sector, economy.shocks.correlation]
        values += economy.satellites.compactMap(\.productivity)
        if let science = economy.science {
            values += [
                science.elasticity, science.spillover, science.stockGrowth, science.tradeResponse,
                science.pricePassThrough, science.conversion, science.realShare, science.misuse, science.additionality,
            ]
            values += (science.depreciation + science.intensity).map(\.value)
        }
        for portfolio in scenario.portfolios { values += Self.values(of: portfolio) }
        for reading in scenario.targets.flatMap(\.readings) {
            values += (reading.baseline?.factors ?? []) + (reading.baseline?.divisors ?? [])
        }
        let named = values.compactMap { value in
            value.source.map { Entry(subject: value.id, source: $0, quality: value.quality) }
        }
        return named + amounts
    }

    private static func values(of portfolio: PortfolioSpecification) -> [UncertainValue] {
        [
            portfolio.size?.median, portfolio.size?.logDeviation, portfolio.localShare, portfolio.total?.value,
            portfolio.total?.growth, portfolio.premium, portfolio.volatility.deviation,
            portfolio.volatility.sizeExponent, portfolio.entry?.achieved, portfolio.entry?.size,
            portfolio.entry?.newOutput, portfolio.exitRate,
        ].compactMap { $0 }
    }

    /// What a path to a goal takes, and what there is.
    private var amounts: [Entry] {
        guard let inputs = scenario.requirements else { return [] }
        let figures: [(String, RequirementFigure?)] = [
            ("requirements.capital_output_ratio", inputs.capitalOutputRatio),
            ("requirements.research_over_output", inputs.researchOverOutput),
            ("requirements.research_over_gdp", inputs.researchOverGDP),
            ("requirements.investment_over_gdp", inputs.investmentOverGDP),
            ("requirements.land", inputs.land?.perUnit),
        ]
        let available = inputs.available.map {
            (language.name($0.name, chinese: $0.nameChinese), Optional($0.amount))
        }
        return (figures + available).compactMap { subject, figure in
            figure.flatMap { figure in
                figure.source.map {
                    Entry(
                        subject: subject, source: $0, years: figure.year.map { $0...$0 }, quality: figure.quality)
                }
            }
        }
    }
}

extension ReportChapter {
    /// Who published what, of which year, and how far it can be trusted; nil where no source is named.
    var sources: ReportDocument.Section? {
        let groups = ReportSources(scenario: scenario, language: language).groups
        guard !groups.isEmpty else { return nil }
        let title = language.text(ReportLabel.sources)
        let columns = [language.text(.quantity), language.text(ReportLabel.source), language.text(.year), letters].map {
            ReportTable.Column(title: $0, isNumber: false)
        }
        let rows = groups.flatMap { group in
            [
                ReportTable.Row(
                    [.init(group.title, tone: .strong)] + columns.dropFirst().map { _ in .init("") }, isHeading: true)
            ]
                + group.entries.map { entry in
                    ReportTable.Row([
                        .init(entry.subject),
                        .init(entry.source.isEmpty ? language.text(ReportLabel.noSource) : entry.source),
                        .init(entry.years.map(Self.text) ?? "–"), .init(entry.quality?.rawValue ?? "–"),
                    ])
                }
        }
        return section(
            .sources, title,
            [
                .paragraph(ReportText(language.text(ReportLabel.sourcesNote), tone: .faint)),
                .paragraph(ReportText(language.text(ReportLabel.letters), tone: .faint)),
                .table(ReportTable(caption: title, columns: columns, rows: rows, isCaptionHidden: true)),
            ])
    }

    private var letters: String { language.text(ReportLabel.quality) }

    private static func text(_ years: ClosedRange<Int>) -> String {
        years.count == 1 ? String(years.lowerBound) : "\(years.lowerBound)–\(years.upperBound)"
    }
}
