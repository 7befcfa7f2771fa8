import Charts
import Goals
import Scenarios

/// Scenarios beside each other: odds of the targets, and medians against the goals.
enum ComparisonCharts {
    /// A row per target of the base, a column per scenario; empty where a scenario has not the target.
    static func charts(of comparisons: [ComparisonResult], _ language: Language) -> [NamedChart] {
        guard let base = comparisons.first?.base, !base.targets.isEmpty else { return [] }
        let words = ChartWords(base, language)
        var names = FileNames()
        let odds = chart(
            of: comparisons, path: names.path(for: "comparison-odds"), words,
            labels: (.comparisonOddsTitle, .comparisonOddsLine), axis: words.odds, zones: words.verdicts,
            unit: "probability"
        ) { reading, _ in reading.odds.probability }
        let medians = chart(
            of: comparisons, path: names.path(for: "comparison-medians"), words,
            labels: (.comparisonMediansTitle, .comparisonMediansLine),
            axis: Axis(title: language.text(ChartLabel.percentOfGoal)), thresholds: [100], unit: "% of the goal"
        ) { reading, goal in
            goal.value != 0 ? 100 * reading.atDeadline.p50 / goal.value : nil
        }
        return [odds, medians]
    }

    private static func chart(
        of comparisons: [ComparisonResult], path: String, _ words: ChartWords,
        labels: (title: ChartLabel, line: ChartLabel), axis: Axis, zones: [Zone] = [], thresholds: [Double] = [],
        unit: String, value: (ReadingResult, Goal) -> Double?
    ) -> NamedChart {
        let language = words.language
        let base = comparisons[0].base
        let scenarios = [base] + comparisons.map(\.alternative)
        let columns = DataTable.distinct(scenarios.map(\.scenario.id), besides: ["target", "name", "name_zh"])
        var table = DataTable(columns: ["target", "name", "name_zh"] + columns)
        for target in base.targets {
            let values = scenarios.enumerated().map { index, scenario -> Double? in
                // A comparison has the readings that both share.
                let reading =
                    index == 0
                    ? target.headline
                    : comparisons[index - 1].targets.first { $0.target.id == target.target.id }?.headline.alternative
                return reading.flatMap { value($0, target.target.goal) }
            }
            table.append(
                [.text(target.target.id), .text(target.target.name), .optional(target.target.nameChinese)]
                    + values.map { .optional($0) })
        }
        let series = zip(columns, scenarios).map { column, scenario in
            table.series(column, name: language.name(scenario.scenario.name, chinese: scenario.scenario.nameChinese))
        }
        let form = DumbbellChart(
            horizontal: axis,
            rows: Categories(
                names: base.targets.map { words.name($0.target) }, column: "target",
                keys: base.targets.map { DataTable.harmless($0.target.id) }),
            series: series, zones: zones,
            thresholds: thresholds.map {
                Threshold(name: language.text(ChartLabel.goal, ["goal": HumanNumber.exact($0) + "%"]), value: $0)
            })
        return NamedChart(
            path: path, unit: unit, table: table,
            chart: Chart(
                title: language.text(labels.title), subtitle: language.text(labels.line),
                source: words.source(base.targets.map { words.source(of: $0.target) }),
                alternative: language.text(
                    ChartLabel.comparisonText, ["list": words.listed(texts(of: base, series, axis, words))]),
                language: words.code, form: .dumbbells(form)))
    }

    private static func texts(
        of base: ScenarioResult, _ series: [Series], _ axis: Axis, _ words: ChartWords
    ) -> [String] {
        func text(_ value: Double?) -> String {
            value.map { axis.format == .percent ? HumanNumber.percent($0) : HumanNumber.threeDigits($0) + "%" } ?? "–"
        }
        return base.targets.enumerated().map { row, target in
            words.language.text(
                ChartLabel.comparisonOfTarget,
                [
                    "name": words.name(target.target), "base": text(series[0].values[row]),
                    "alternatives": series.dropFirst().map { text($0.values[row]) }
                        .joined(separator: words.language.separator),
                ])
        }
    }
}
