import Charts
import Goals
import Scenarios

/// All charts of a result: each with the table that a spreadsheet plots as it is.
public enum ChartCatalogue {
    /// Charts of one scenario: fans and odds of the targets, what is followed, named industries, portfolios, sectors,
    /// drivers. Words are in `language`, columns of tables in English under both.
    public static func charts(of result: ScenarioResult, language: Language = .english) -> [NamedChart] {
        let words = ChartWords(result, language)
        var names = FileNames()
        var charts: [NamedChart] = []
        for target in result.targets {
            for reading in target.readings {
                let suffix = reading.reading.isHeadline ? "" : "-" + reading.reading.id
                let (id, target) = (target.target.id + suffix, target.target)
                charts.append(FanCharts.chart(of: reading, target, path: names.path(for: "fan-" + id), words))
                guard !reading.crossedBy.isEmpty else { continue }
                charts.append(OddsCharts.chart(of: reading, target, path: names.path(for: "odds-" + id), words))
            }
        }
        for tracked in result.tracked {
            charts.append(
                FanCharts.chart(of: tracked, path: names.path(for: "tracked-" + tracked.indicator.id), words))
        }
        for theme in result.themes {
            charts.append(FanCharts.chart(of: theme, path: names.path(for: "theme-" + theme.theme.id), words))
        }
        // One unit has no rank.
        for ranking in result.rankings where ranking.units.count > 1 {
            charts.append(
                PortfolioCharts.chart(of: ranking, path: names.path(for: "ranking-" + ranking.portfolio), words))
        }
        let others = [
            SectorCharts.output(of: result, path: names.path(for: "sectors"), words),
            SectorCharts.contributions(of: result, path: names.path(for: "contributions"), words),
            DriverCharts.chart(of: result, path: names.path(for: "drivers"), words),
            OddsCharts.chart(of: result, path: names.path(for: "odds"), words),
        ]
        return charts + others.compactMap { $0 }
    }

    /// Charts of scenarios beside each other: odds of the targets, and medians against the goals.
    public static func charts(of comparisons: [ComparisonResult], language: Language = .english) -> [NamedChart] {
        ComparisonCharts.charts(of: comparisons, language)
    }

    /// Charts of how odds and ranges have moved.
    public static func charts(of result: TrackResult, language: Language = .english) -> [NamedChart] {
        let words = ChartWords(result.last, language)
        var names = FileNames()
        let odds = TrackCharts.odds(of: result, path: names.path(for: "odds-history"), words)
        return [odds]
            + result.last.targets.map { target in
                TrackCharts.range(
                    of: target, in: result, path: names.path(for: "history-" + target.target.id), words)
            }
    }

    /// Charts of what levers add to each outcome.
    public static func charts(of result: LeverTestResult, language: Language = .english) -> [NamedChart] {
        LeverCharts.charts(of: result, language)
    }
}
