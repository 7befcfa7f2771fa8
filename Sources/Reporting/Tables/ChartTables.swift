import Goals
import Scenarios

/// The files of `charts/`: wide tables that a spreadsheet plots as they are, and an index of them.
public enum ChartTables {
    /// A table with its place in the result directory and what a chart of it would be called.
    struct Chart {
        var path: String
        var title: String
        var unit: String
        var table: DataTable
    }

    /// All charts of a result, then `charts/index.csv` with each one's title and unit.
    public static func tables(of result: ScenarioResult) -> [(path: String, table: DataTable)] {
        indexed(all(of: result))
    }

    /// Charts of how odds and ranges have moved.
    public static func tables(of result: TrackResult) -> [(path: String, table: DataTable)] {
        var names = FileNames()
        let history = Chart(
            path: names.path(for: "odds-history"), title: "Odds by year of the figures known", unit: "probability",
            table: TrackTables.history(result))
        return indexed(
            [history]
                + result.last.targets.map { target in
                    Chart(
                        path: names.path(for: "history-" + target.target.id),
                        title: "\(target.target.name): range in \(target.target.deadline) by year of the figures known",
                        unit: target.headline.display.iamcUnit,
                        table: TrackTables.history(of: target.target, in: result))
                })
    }

    private static func indexed(_ charts: [Chart]) -> [(path: String, table: DataTable)] {
        guard !charts.isEmpty else { return [] }
        var index = DataTable(columns: ["file", "title", "unit"])
        for chart in charts {
            index.append([.text(String(chart.path.dropFirst("charts/".count))), .text(chart.title), .text(chart.unit)])
        }
        return charts.map { ($0.path, $0.table) } + [("charts/index.csv", index)]
    }

    private static func all(of result: ScenarioResult) -> [Chart] {
        var names = FileNames()
        var charts: [Chart] = []
        for target in result.targets {
            for reading in target.readings {
                let suffix = reading.reading.isHeadline ? "" : "-" + reading.reading.id
                let title = target.target.name + (reading.reading.isHeadline ? "" : " (\(reading.reading.id))")
                charts.append(
                    Chart(
                        path: names.path(for: "fan-" + target.target.id + suffix), title: title,
                        unit: reading.display.iamcUnit, table: fan(of: reading)))
                guard !reading.crossedBy.isEmpty else { continue }
                charts.append(
                    Chart(
                        path: names.path(for: "odds-" + target.target.id + suffix), title: title + ": met by",
                        unit: "share of members", table: crossing(of: reading)))
            }
        }
        for tracked in result.tracked {
            charts.append(
                Chart(
                    path: names.path(for: "tracked-" + tracked.indicator.id), title: tracked.indicator.name,
                    unit: tracked.display.iamcUnit, table: fan(of: tracked)))
        }
        for theme in result.themes {
            charts.append(
                Chart(
                    path: names.path(for: "theme-" + theme.theme.id),
                    title: "\(theme.theme.name): output at current prices, if it grows as its sectors do",
                    unit: "index (\(theme.start) = 1)", table: ThemesTable.path(of: theme)))
        }
        for ranking in result.rankings where !ranking.units.isEmpty {
            charts.append(
                Chart(
                    path: names.path(for: "ranking-" + ranking.portfolio),
                    title: "\(ranking.portfolio): units by median output in \(ranking.year)",
                    unit: "100 million CNY/yr",
                    table: table(of: ranking)))
        }
        if let sectors = sectors(of: result) {
            charts.append(
                Chart(
                    path: names.path(for: "sectors"), title: "Median output by sector", unit: sectors.unit,
                    table: sectors.table))
        }
        if let contributions = ContributionTable.table(of: result) {
            charts.append(
                Chart(
                    path: names.path(for: "contributions"),
                    title: "Contribution of each sector to the growth of value added since \(result.scenario.start)",
                    unit: "percentage points", table: contributions))
        }
        if let drivers = drivers(of: result) {
            charts.append(
                Chart(
                    path: names.path(for: "drivers"), title: "What explains the spread of each outcome",
                    unit: "share of variance", table: drivers))
        }
        return charts
    }

    private static let quantileNames = Array(Summary.statisticNames.dropFirst())

    private static func quantiles(of summary: Summary?) -> [Double?] {
        summary?.quantiles.map(\.value) ?? quantileNames.map { _ in nil }
    }

    /// Year, quantiles, one column per observed series (three where it has ranges: the figure, `… low`,
    /// `… high`), and the path that would just reach the goal.
    static func fan(of result: ReadingResult) -> DataTable {
        let scale = result.display.scale
        let series = result.reading.observed
        let hasRange = series.map { $0.points.contains { $0.low != nil || $0.high != nil } }
        let labels = zip(series, hasRange).flatMap { series, hasRange in
            [series.label] + (hasRange ? [series.label + " low", series.label + " high"] : [])
        }
        var table = DataTable(
            columns: ["year"] + quantileNames + distinct(labels, besides: quantileNames) + ["required"])
        for point in result.fan {
            let observed = series.indices.flatMap { index -> [Double?] in
                let value = index < point.observed.count ? point.observed[index] : nil
                guard hasRange[index] else { return [value] }
                let published = series[index].points.first { $0.year == point.year }
                return [value, published?.low, published?.high]
            }
            let values = quantiles(of: point.summary) + observed + [point.required]
            table.append([.integer(point.year)] + values.map { .optional($0.map { $0 * scale }) })
        }
        return table
    }

    /// Year, quantiles, the published figure with its range, and one column per further series.
    static func fan(of result: TrackedResult) -> DataTable {
        let scale = result.display.scale
        let main = result.indicator.observed.firstIndex(where: \.isOutcome)
        let others = result.indicator.observed.enumerated().filter { $0.offset != main }.map(\.element)
        let names = ["observed", "observed_low", "observed_high"]
        var table = DataTable(
            columns: ["year"] + quantileNames + names + distinct(others.map(\.label), besides: quantileNames + names))
        for point in result.points {
            let further = others.map { series in series.points.first { $0.year == point.year }?.value }
            let observed = [point.observed?.value, point.observed?.low, point.observed?.high] + further
            let values = quantiles(of: point.summary) + observed
            table.append([.integer(point.year)] + values.map { .optional($0.map { $0 * scale }) })
        }
        return table
    }

    /// Share of members that have met the goal by each year.
    static func crossing(of result: ReadingResult) -> DataTable {
        var table = DataTable(columns: ["year", "crossed_by"])
        for point in result.crossedBy { table.append([.integer(point.year), .number(point.share)]) }
        return table
    }

    /// Units, largest first, in 亿元; `odds_over_N` for each threshold that a target names.
    static func table(of ranking: PortfolioRanking) -> DataTable {
        let thresholds = ranking.units.first?.oddsOver.map(\.threshold) ?? []
        var table = DataTable(
            columns: [
                "rank", "unit", "name", "name_zh", "start_p5", "start_p50", "start_p95", "year", "p5", "p25", "p50",
                "p75", "p95",
            ]
                + thresholds.map { "odds_over_" + ($0 == $0.rounded() ? String(Int($0)) : $0.description) })
        for (index, unit) in ranking.units.enumerated() {
            let (start, end) = (unit.start, unit.atYear)
            let odds = thresholds.map { threshold in unit.oddsOver.first { $0.threshold == threshold }?.probability }
            table.append(
                [.integer(index + 1), .text(unit.id), .text(unit.name), .optional(unit.nameChinese)]
                    + [start.p5, start.p50, start.p95].map { .optional($0) } + [.integer(ranking.year)]
                    + [end.p5, end.p25, end.p50, end.p75, end.p95].map { .optional($0) } + odds.map { .optional($0) })
        }
        return table
    }

    /// Median output by sector and year; nil when the result has no sectors.
    ///
    /// Only `Output|SECTOR` counts: deeper names are parts of a sector, and a second unit would be the same
    /// output at other prices.
    static func sectors(of result: ScenarioResult) -> (table: DataTable, unit: String)? {
        let candidates = result.variables.filter { variable in
            variable.name.hasPrefix("Output|") && variable.name.utf8.count { $0 == UInt8(ascii: "|") } == 1
        }
        guard let unit = candidates.first?.unit else { return nil }
        let variables = candidates.filter { $0.unit == unit }
        let names = variables.map { String($0.name.dropFirst("Output|".count)) }
        var table = DataTable(columns: ["year"] + distinct(names, besides: []))
        for year in Set(variables.flatMap { $0.years.map(\.year) }).sorted() {
            let medians = variables.map { variable in
                variable.years.first { $0.year == year }?.summary.map { $0.p50 * variable.scale }
            }
            table.append([.integer(year)] + medians.map { .optional($0) })
        }
        return (table, unit)
    }

    /// Drivers of every reading, largest first; nil when there are none.
    static func drivers(of result: ScenarioResult) -> DataTable? {
        var table = DataTable(columns: ["target", "reading", "rank", "driver", "share_of_variance", "quality"])
        for target in result.targets {
            for reading in target.readings {
                for (index, driver) in reading.drivers.enumerated() {
                    table.append([
                        .text(target.target.id), .text(reading.reading.id), .integer(index + 1), .text(driver.name),
                        .optional(driver.share), .optional(driver.quality?.rawValue),
                    ])
                }
            }
        }
        return table.rows.isEmpty ? nil : table
    }

    /// Column names that differ from each other and from the fixed ones of the table.
    private static func distinct(_ labels: [String], besides taken: [String]) -> [String] {
        var used = Set(taken + ["year", "required"])
        return labels.map { label in
            var candidate = label
            var number = 2
            while !used.insert(candidate).inserted {
                candidate = "\(label) \(number)"
                number += 1
            }
            return candidate
        }
    }
}

/// Names for chart files made from ids that a user chose.
struct FileNames {
    private var used: Set<String> = []

    /// `charts/NAME.csv`, with a name that every file system takes, told apart from earlier ones by a number.
    mutating func path(for name: String) -> String {
        let safe = String(
            String.UnicodeScalarView(
                name.unicodeScalars.prefix(60).map { scalar in
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                        || "-_".unicodeScalars.contains(scalar)
                        ? scalar : "-"
                }))
        var candidate = safe
        var number = 2
        while !used.insert(candidate.lowercased()).inserted {
            candidate = "\(safe)-\(number)"
            number += 1
        }
        return "charts/\(candidate).csv"
    }
}
