import Charts
import Goals
import Scenarios

/// How odds and ranges have moved with what was published.
enum TrackCharts {
    static func odds(of result: TrackResult, path: String, _ words: ChartWords) -> NamedChart {
        let language = words.language
        let table = TrackTables.history(result)
        let series = zip(table.columns.dropFirst(), result.last.targets).map { column, target in
            table.series(column, name: words.name(target.target))
        }
        let texts = zip(result.last.targets, series).map { target, series in
            language.text(
                ChartLabel.comparisonOfTarget,
                [
                    "name": words.name(target.target), "base": HumanNumber.percent(series.values.first ?? nil),
                    "alternatives": HumanNumber.percent(series.values.last ?? nil),
                ])
        }
        let form = StepChart(
            horizontal: Axis(title: language.text(ChartLabel.yearOfFigures)), vertical: words.odds,
            categories: vintages(of: result, language), series: series, zones: words.verdicts)
        return NamedChart(
            path: path, unit: "probability", table: table,
            chart: Chart(
                title: language.text(ChartLabel.oddsHistoryTitle), subtitle: language.text(ChartLabel.oddsHistoryLine),
                source: words.source(words.sources(of: result.last.targets.flatMap { $0.headline.reading.observed })),
                alternative: language.text(
                    ChartLabel.oddsHistoryText, ["list": texts.joined(separator: language.separator)]),
                language: words.code, form: .steps(form)))
    }

    static func range(of target: TargetResult, in result: TrackResult, path: String, _ words: ChartWords) -> NamedChart
    {
        let language = words.language
        let table = TrackTables.history(of: target.target, in: result)
        let display = target.headline.display
        let unit = ChartUnit(target.unit(language), of: display.measure)
        let median = table.series("p50", name: language.text(ChartLabel.median))
        let form = RangeChart(
            horizontal: Axis(title: language.text(ChartLabel.yearOfFigures)), vertical: unit.axis,
            categories: vintages(of: result, language, with: target.target.id), bands: words.bands(of: table),
            median: median, goals: words.goals(target.target, display))
        func text(_ value: Double??) -> String { (value ?? nil).map { unit.text($0 / unit.scale) } ?? "–" }
        let values = ["name": words.name(target.target), "year": String(target.target.deadline)]
        let further = [
            "first": text(median.values.first), "last": text(median.values.last),
            "goal": words.goal(target.target, display),
        ]
        return NamedChart(
            path: path, unit: display.iamcUnit, table: table,
            chart: Chart(
                title: language.text(ChartLabel.historyTitle, values), subtitle: language.text(ChartLabel.historyLine),
                source: words.source(words.sources(of: target.headline.reading.observed)),
                alternative: language.text(ChartLabel.historyText, values.merging(further) { $1 }),
                language: words.code,
                form: .ranges(form)))
    }

    /// Those of a table: where a target is named, the steps that have it.
    private static func vintages(
        of result: TrackResult, _ language: Language, with target: String? = nil
    ) -> Categories {
        let steps = result.steps.filter { step in
            target == nil || step.result.targets.contains { $0.target.id == target }
        }
        return Categories(
            names: steps.map { $0.year.map { String($0) } ?? language.text(ChartLabel.prior) }, column: "vintage",
            keys: steps.map { $0.year.map { String($0) } ?? "prior" })
    }
}
