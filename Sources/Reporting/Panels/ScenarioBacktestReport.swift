import Goals
import Panels
import Scenarios

/// What a backtest of a scenario says of it: verdict, scores, and each figure beside what was expected.
public enum ScenarioBacktestReport {
    /// Names that a scenario's own forecasts are held against, the one that the verdict is about first.
    public static func references(of backtest: ScenarioBacktest) -> [String] {
        backtest.references + [ScenarioBacktest.prior]
    }

    /// One page for people.
    public static func text(
        of backtest: ScenarioBacktest, format: TextFormat = TextFormat(), directory: String? = nil,
        files: [String] = []
    ) -> String {
        let language = format.language
        let references = references(of: backtest)
        let scenario = backtest.scenario
        var page = Page(format: format)
        BacktestSummary.opening(
            of: backtest.result, named: language.name(scenario.name, chinese: scenario.nameChinese), judged: 0,
            references: references, scale: .yearlyChanges, on: &page)
        page.heading(language.text(PanelLabel.expectedAndCame))
        page.table(table(of: backtest, language))
        page.blank()
        page.paragraph(language.text(PanelLabel.judgementNote), style: .faint)
        if !backtest.leftOut.isEmpty {
            let list = backtest.leftOut.map { series in
                let reason: PanelLabel = series.reason == .schedule ? .schedule : .tooFewFigures
                return language.name(series.name, chinese: series.nameChinese) + language.text(reason)
            }
            page.paragraph(
                language.text(PanelLabel.seriesLeftOut, ["list": list.joined(separator: language.separator)]),
                style: .faint)
        }
        BacktestSummary.scores(of: backtest.result, judged: 0, references: references, on: &page)
        BacktestSummary.closing(directory, files, on: &page)
        return page.text
    }

    private static func table(of backtest: ScenarioBacktest, _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(PanelLabel.seriesName), minimum: 14), .number(language.text(.year)),
            .number(language.text(PanelLabel.madeIn)),
            .number(language.text(PanelLabel.expectedRange)), .number(language.text(PanelLabel.outcomeColumn)),
            .text(language.text(.place), minimum: 9),
        ])
        var last: Int?
        var unit = FigureUnit(name: "", scale: 1)
        for figure in sorted(backtest.figures) {
            let series = backtest.series[figure.series]
            if last != figure.series {
                unit = series.display.unit(like: figure.published.value, language)
            }
            func text(_ value: Double) -> String { unit.number(value) }
            // The rank decides; the quantile beside it keeps a figure that all members hit from falling outside.
            let value = figure.published.value
            let place: Label =
                figure.pit < 0.05 && value < figure.p5
                ? .below
                : figure.pit > 0.95 && value > figure.p95 ? .above : .inside
            let name = language.name(series.name, chinese: series.nameChinese)
            table.append([
                TextTable.Cell(last == figure.series ? "" : unit.heading(name)),
                TextTable.Cell(String(figure.year)), TextTable.Cell(String(figure.origin)),
                TextTable.Cell("\(text(figure.p50)) (\(text(figure.p5))–\(text(figure.p95)))"),
                TextTable.Cell("\(text(figure.published.value)) (\(figure.published.quality.rawValue))"),
                TextTable.Cell(language.text(place), style: place == .inside ? .plain : .poor),
            ])
            last = figure.series
        }
        return table
    }

    private static func sorted(_ figures: [ScenarioBacktest.Figure]) -> [ScenarioBacktest.Figure] {
        figures.sorted { ($0.series, $0.year, $0.origin) < ($1.series, $1.year, $1.origin) }
    }

    /// Scores as of a panel, and `figures.csv` in the figures' own units.
    public static func files(of backtest: ScenarioBacktest, byteOrderMark: Bool = false) -> [OutputFile] {
        BacktestTables.files(
            of: backtest.result, references: references(of: backtest), byteOrderMark: byteOrderMark)
            + [OutputFile(relativePath: "figures.csv", bytes: figures(of: backtest).csv(byteOrderMark: byteOrderMark))]
    }

    /// One row per origin and published figure: what the scenario expected, and what came.
    static func figures(of backtest: ScenarioBacktest) -> DataTable {
        var table = DataTable(columns: [
            "scenario", "series", "name", "unit", "origin", "year", "p5", "p50", "p95", "published", "quality",
            "source",
            "pit",
        ])
        for figure in sorted(backtest.figures) {
            let series = backtest.series[figure.series]
            let scale = series.display.scale
            table.append([
                .text(backtest.scenario.id), .text(backtest.result.panel.regions[figure.series]), .text(series.name),
                .text(series.display.iamcUnit), .integer(figure.origin), .integer(figure.year),
                .optional(figure.p5 * scale), .optional(figure.p50 * scale), .optional(figure.p95 * scale),
                .optional(figure.published.value * scale), .text(figure.published.quality.rawValue),
                .text(figure.published.source), .number(figure.pit),
            ])
        }
        return table
    }
}
