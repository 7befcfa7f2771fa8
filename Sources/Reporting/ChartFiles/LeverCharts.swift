import Charts
import Goals
import Scenarios

/// What levers add to outcomes.
enum LeverCharts {
    /// One chart for each headline outcome.
    static func charts(of result: LeverTestResult, _ language: Language) -> [NamedChart] {
        let words = ChartWords(result.together, language)
        var names = FileNames()
        return result.outcomes.compactMap { outcome in
            guard let (id, name) = subject(of: outcome, words) else { return nil }
            return chart(of: outcome, named: name, path: names.path(for: "levers-" + id), words)
        }
    }

    /// nil for readings besides the headline, which are in levers.csv.
    private static func subject(of outcome: LeverOutcome, _ words: ChartWords) -> (id: String, name: String)? {
        switch outcome.subject {
        case .target(let target, let reading): reading.isHeadline ? (target.id, words.name(target)) : nil
        case .theme(let theme): (theme.id, words.language.name(theme.name, chinese: theme.nameChinese))
        case .valueAdded: ("value-added", words.language.text(LeverLabel.valueAdded))
        }
    }

    private static func chart(
        of outcome: LeverOutcome, named name: String, path: String, _ words: ChartWords
    ) -> NamedChart {
        let language = words.language
        let scale = outcome.display.scale
        var table = DataTable(columns: ["lever", "name", "name_zh", "added_mean", "added_p5", "added_p95"])
        var bars: [BarChart.Bar] = []
        let ends: [Double] = outcome.effects.flatMap { effect -> [Double] in
            [effect.outcome.mean, effect.outcome.p5 ?? 0, effect.outcome.p95 ?? 0]
        }
        let largest: Double = ends.map { abs($0) }.max() ?? 0
        let measure = outcome.display.measure
        let unit = ChartUnit(language.unitOfChange(of: measure, like: largest), of: measure)
        let decimals = decimals(for: largest * scale * unit.factor)
        for effect in outcome.effects {
            let (id, english, chinese) = names(of: effect)
            let change = effect.outcome
            table.append(
                [.text(id), .optional(english), .optional(chinese)]
                    + [change.mean, change.p5, change.p95].map { .optional($0.map { $0 * scale }) })
            let isSum: Bool = if case .lever = effect.source { false } else { true }
            bars.append(
                BarChart.Bar(
                    key: DataTable.harmless(id), name: language.name(english ?? id, chinese: chinese),
                    value: change.mean * scale, low: change.p5.map { $0 * scale }, high: change.p95.map { $0 * scale },
                    label: HumanNumber.signed(change.mean * scale * unit.factor, decimals: decimals), isMarked: isSum))
        }
        let values = ["name": name, "year": String(outcome.year), "members": words.memberCount]
        let form = BarChart(
            horizontal: Axis(title: language.text(ChartLabel.added, ["unit": unit.name]), factor: unit.factor),
            panels: [BarChart.Panel(bars: bars)], barColumn: "lever", valueColumn: "added_mean",
            lowColumn: "added_p5", highColumn: "added_p95")
        let list = bars.map { language.text(ChartLabel.leverOfOutcome, ["name": $0.name, "value": $0.label]) }
        return NamedChart(
            path: path, unit: outcome.display.iamcUnit, table: table,
            chart: Chart(
                title: language.text(ChartLabel.leversTitle, values),
                subtitle: language.text(ChartLabel.leversLine, values),
                source: words.source(),
                alternative: language.text(
                    ChartLabel.leversText, values.merging(["list": list.joined(separator: language.separator)]) { $1 }),
                language: words.code, form: .bars(form)))
    }

    /// Id for the file, names in both languages.
    private static func names(of effect: LeverEffect) -> (id: String, english: String?, chinese: String?) {
        switch effect.source {
        case .lever(let lever): (lever.id, lever.name, lever.nameChinese)
        case .together: ("together", LeverLabel.together.texts.english, LeverLabel.together.texts.chinese)
        case .interaction: ("interaction", LeverLabel.interaction.texts.english, LeverLabel.interaction.texts.chinese)
        }
    }

    /// As many as give the largest figure three digits: figures below each other have the same. None where all are zero.
    private static func decimals(for largest: Double) -> Int {
        guard largest > 0 else { return 0 }
        var (decimals, rest) = (0, largest)
        while decimals < 6, rest < 100 {
            rest *= 10
            decimals += 1
        }
        return decimals
    }
}
