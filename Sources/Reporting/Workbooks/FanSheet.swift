import Goals
import Scenarios
import Workbooks

/// Ranges by year, each with its table and a chart beside it.
enum FanSheet {
    /// A table of years (or of what was known when) with columns of quantiles, published figures and a path or goal.
    struct Fan {
        var title: String
        var unit: String
        var table: DataTable
        /// Columns of published figures without those of their ranges.
        var published: [String] = []
        /// Titles of columns that are named after something of the scenario.
        var titles: [String: String] = [:]
    }

    static func sheet(
        _ fans: [Fan], name: String, notes: [String], tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        var page = SheetPage(name: name, title: name, notes: notes, tab: tab, language: language)
        let tables = fans.map { $0.table.withoutEmptyColumns() }
        let width = (tables.map(\.columns.count).max() ?? 0) + 1
        for (index, fan) in fans.enumerated() {
            // Two go on a printed page.
            if index > 0, index.isMultiple(of: 2) { page.breakPage() }
            let start = page.next
            page.heading(
                language.text(WorkbookLabel.fanTitle, ["name": fan.title, "unit": fan.unit]))
            let block = page.table(tables[index], titles: fan.titles)
            if let chart = chart(fan, block, language) {
                page.add(chart, row: start, column: width)
                page.makeRoom(from: start, pixels: 340)
            }
            page.blank()
        }
        return page.finished()
    }

    /// Every target by its readings, then the followed quantities.
    static func fans(of result: ScenarioResult, _ language: Language) -> [Fan] {
        let words = ChartWords(result, language)
        let targets = result.targets.flatMap { target in
            target.readings.map { reading in
                let name = RunSummary.name(of: target.target, language)
                let (table, columns) = FanCharts.table(of: reading)
                return Fan(
                    title: target.readings.count == 1
                        ? name : language.labelled(name, RunSummary.name(of: reading.reading, language)),
                    unit: WorkbookUnits.text(reading.display, language), table: table,
                    published: columns.map(\.value),
                    titles: titles(of: Array(zip(reading.reading.observed, columns)), words))
            }
        }
        let tracked = result.tracked.map { tracked in
            let (table, main, others) = FanCharts.table(of: tracked)
            return Fan(
                title: language.name(tracked.indicator.name, chinese: tracked.indicator.nameChinese),
                unit: WorkbookUnits.text(tracked.display, language), table: table.withEveryYear(),
                published: (main == nil ? [] : ["observed"]) + others.map(\.column),
                titles: titles(of: others.map { ($0.series, FanCharts.Columns(value: $0.column)) }, words))
        }
        return targets + tracked
    }

    /// Columns of published series bear the names of the scenario; their heads have those of the charts.
    private static func titles(
        of published: [(ObservedSeries, FanCharts.Columns)], _ words: ChartWords
    ) -> [String: String] {
        var titles: [String: String] = [:]
        for (series, columns) in published {
            // The spreadsheet draws no line for a range; its ends have columns of their own.
            let name = words.plainLegend(of: series)
            titles[columns.value] = name
            if let low = columns.low { titles[low] = words.language.text(WorkbookLabel.lowOf, ["name": name]) }
            if let high = columns.high { titles[high] = words.language.text(WorkbookLabel.highOf, ["name": name]) }
        }
        return titles
    }

    static func themes(of result: ScenarioResult, _ language: Language) -> [Fan] {
        result.themes.map { theme in
            Fan(
                title: language.name(theme.theme.name, chinese: theme.theme.nameChinese),
                unit: "\(theme.start) = 1", table: ThemesTable.path(of: theme))
        }
    }

    private static let quantiles: [(column: String, look: Workbook.Chart.Look)] = [
        ("p95", .init(.paleBlue, width: 1.25, dash: .dashes)), ("p75", .init(.paleBlue, width: 1.75)),
        ("p50", .init(.blue, width: 3)), ("p25", .init(.paleBlue, width: 1.75)),
        ("p5", .init(.paleBlue, width: 1.25, dash: .dashes)),
    ]

    private static func chart(_ fan: Fan, _ block: SheetPage.Block, _ language: Language) -> Workbook.Chart? {
        guard let years = block.range(block.columns[0]) else { return nil }
        var series = quantiles.compactMap { column, look in
            block.range(column).map {
                Workbook.Chart.Series(WorkbookColumn.title(column, language), $0, look)
            }
        }
        for column in ["required", "goal"] {
            guard let range = block.range(column) else { continue }
            series.append(
                .init(WorkbookColumn.title(column, language), range, .init(.orange, width: 2.25, dash: .dots)))
        }
        series += published(fan, block, language)
        return Workbook.Chart(
            .line, title: fan.title, valueTitle: fan.unit, numbers: isLarge(fan.table) ? .count : .general,
            categories: years, series: series,
            description: language.text(WorkbookLabel.fanTitle, ["name": fan.title, "unit": fan.unit]))
    }

    /// Whether an axis of the amounts needs its thousands separated.
    private static func isLarge(_ table: DataTable) -> Bool {
        table.rows.contains { row in
            row.contains { if case .number(let value) = $0 { abs(value) >= 1000 } else { false } }
        }
    }

    /// The first three series of published figures, as points; ranges stay in the table.
    private static func published(
        _ fan: Fan, _ block: SheetPage.Block, _ language: Language
    ) -> [Workbook.Chart.Series] {
        zip(fan.published.prefix(3), [Workbook.Colour.black, .grey, .paleOrange]).compactMap {
            column, colour -> Workbook.Chart.Series? in
            // A long name in the legend leaves no room for the lines; the head of the column has all of it.
            let title = TextLayout.shorten(fan.titles[column] ?? WorkbookColumn.title(column, language), width: 28)
            return block.range(column).map { Workbook.Chart.Series(title, $0, .init(colour, hasMarkers: true)) }
        }
    }
}
