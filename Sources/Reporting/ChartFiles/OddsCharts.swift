import Charts
import Goals
import Scenarios

/// Odds: of all targets beside each other, and of having met one by each year.
enum OddsCharts {
    static let columns = [
        "target", "name", "name_zh", "reading", "headline", "deadline", "odds", "odds_standard_error", "verdict",
    ]

    /// `odds.csv`: one row per target and reading; nil without targets.
    static func chart(of result: ScenarioResult, path: String, _ words: ChartWords) -> NamedChart? {
        guard !result.targets.isEmpty else { return nil }
        let language = words.language
        var table = DataTable(columns: columns)
        for target in result.targets {
            for reading in target.readings {
                table.append([
                    .text(target.target.id), .text(target.target.name), .optional(target.target.nameChinese),
                    .text(reading.reading.id), .boolean(reading.reading.isHeadline), .integer(target.target.deadline),
                    .number(reading.odds.probability), .optional(reading.odds.standardError),
                    .text(reading.verdict.rawValue),
                ])
            }
        }
        let bars = result.targets.map { target in
            BarChart.Bar(
                key: DataTable.harmless(target.target.id), name: words.name(target.target),
                value: target.headline.odds.probability,
                label: language.clauses([
                    HumanNumber.probability(target.headline.odds), language.name(of: target.headline.verdict),
                ]))
        }
        let texts = result.targets.map { target in
            language.text(
                ChartLabel.oddsOfTarget,
                [
                    "name": words.name(target.target), "odds": HumanNumber.probability(target.headline.odds),
                    "verdict": language.name(of: target.headline.verdict),
                ])
        }
        let form = BarChart(
            horizontal: words.odds,
            panels: [BarChart.Panel(filters: [BarChart.Filter(column: "headline", value: "true")], bars: bars)],
            barColumn: "target", valueColumn: "odds", zones: words.verdicts)
        return NamedChart(
            path: path, unit: "probability", table: table,
            chart: Chart(
                title: language.text(ChartLabel.oddsTitle), subtitle: language.text(ChartLabel.oddsLine),
                source: words.source(result.targets.map { words.source(of: $0.target) }),
                alternative: language.text(ChartLabel.oddsText, ["list": texts.joined(separator: language.separator)]),
                language: words.code, form: .bars(form)))
    }

    /// Share of members that have met the goal by each year.
    static func chart(
        of result: ReadingResult, _ target: Target, path: String, _ words: ChartWords
    ) -> NamedChart {
        let language = words.language
        var table = DataTable(columns: ["year", "crossed_by"])
        for point in result.crossedBy { table.append([.integer(point.year), .number(point.share)]) }
        let years = table.leadingIntegers.map { String($0) }
        let title = words.title(of: target, result.reading)
        let form = StepChart(
            horizontal: words.years, vertical: words.odds,
            categories: Categories(names: years, column: "year", keys: years),
            series: [table.series("crossed_by", name: title)], zones: words.verdicts)
        return NamedChart(
            path: path, unit: "share of members", table: table,
            chart: Chart(
                title: language.text(ChartLabel.metBy, ["name": title]),
                subtitle: language.text(
                    ChartLabel.metByLine,
                    [
                        "members": words.memberCount, "goal": words.goal(target, result.display),
                        "year": String(target.deadline),
                    ]),
                source: words.source([words.source(of: target)]),
                alternative: language.text(
                    ChartLabel.metByText,
                    [
                        "start": years.first ?? "", "end": years.last ?? "", "name": title,
                        "first": HumanNumber.percent(result.crossedBy.first?.share),
                        "last": HumanNumber.percent(result.crossedBy.last?.share),
                    ]),
                language: words.code, form: .steps(form)))
    }
}
