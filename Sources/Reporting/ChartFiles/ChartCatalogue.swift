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
        var charts: [@Sendable () -> NamedChart?] = []
        func add(_ name: String, _ make: @escaping @Sendable (_ path: String) -> NamedChart?) {
            let path = names.path(for: name)
            charts.append { make(path) }
        }
        for target in result.targets {
            for reading in target.readings {
                let suffix = reading.reading.isHeadline ? "" : "-" + reading.reading.id
                let (id, target) = (target.target.id + suffix, target.target)
                add("fan-" + id) { FanCharts.chart(of: reading, target, path: $0, words) }
                guard !reading.crossedBy.isEmpty else { continue }
                add("odds-" + id) { OddsCharts.chart(of: reading, target, path: $0, words) }
            }
        }
        for tracked in result.tracked {
            add("tracked-" + tracked.indicator.id) { FanCharts.chart(of: tracked, path: $0, words) }
        }
        for theme in result.themes {
            add("theme-" + theme.theme.id) { FanCharts.chart(of: theme, path: $0, words) }
        }
        // One unit has no rank.
        for ranking in result.rankings where ranking.units.count > 1 {
            add("ranking-" + ranking.portfolio) { PortfolioCharts.chart(of: ranking, path: $0, words) }
        }
        add("sectors") { SectorCharts.output(of: result, path: $0, words) }
        add("contributions") { SectorCharts.contributions(of: result, path: $0, words) }
        add("drivers") { DriverCharts.chart(of: result, path: $0, words) }
        add("odds") { OddsCharts.chart(of: result, path: $0, words) }
        let makers = charts
        return concurrently(makers.count, threads: mostThreads) { makers[$0]() }.compactMap { $0 }
    }

    /// Among which making charts is split: a dozen of them takes two milliseconds.
    private static let mostThreads = 4

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
