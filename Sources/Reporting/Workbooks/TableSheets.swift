import Goals
import Scenarios
import Workbooks

/// Sheets that are one table of results, some with a chart above it.
enum TableSheets {
    /// A table with its head fixed and its rows to filter.
    static func plain(
        _ table: DataTable, name: String, notes: [String] = [], titles: [String: String] = [:],
        bars: String? = nil, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        var page = SheetPage(name: name, title: name, notes: notes, tab: tab, language: language)
        let block = page.table(table, titles: titles, isMain: true)
        if let bars { page.addBars(block.range(bars)) }
        return page.finished()
    }

    /// Units of a portfolio, the largest first.
    static func ranking(
        _ ranking: PortfolioRanking, of result: ScenarioResult, name: String, tab: Workbook.Colour?,
        _ language: Language
    ) -> Workbook.Sheet {
        let portfolio = result.scenario.portfolios.first { $0.id == ranking.portfolio }
        let title = language.text(
            WorkbookLabel.rankingTitle,
            [
                "name": portfolio.map { language.name($0.name, chinese: $0.nameChinese) } ?? ranking.portfolio,
                "year": String(ranking.year),
            ])
        var page = SheetPage(
            name: name, title: title, notes: [language.text(WorkbookLabel.rankingNote, ["year": String(ranking.year)])],
            tab: tab, language: language)
        let table = PortfolioCharts.table(of: ranking).named(in: language)
        let block = page.table(table, isMain: true)
        for column in table.columns where column.hasPrefix("odds_over_") { page.addBars(block.range(column)) }
        guard let body = block.body, let medians = block.range("p50") else { return page.finished() }
        // The first 30 keep the chart legible; Chinese names where all of them have one.
        let shown = body.lowerBound...min(body.upperBound, body.lowerBound + 29)
        let names = table.columns.firstIndex(of: "name") ?? table.columns.firstIndex(of: "name_zh")!
        page.add(
            Workbook.Chart(
                .bars, title: title, valueTitle: language.text(UnitLabel.hundredMillion), numbers: .general,
                categories: .init(rows: shown, column: names),
                series: [
                    .init(
                        language.text(WorkbookLabel.median), .init(rows: shown, columns: medians.columns), .init(.blue))
                ],
                showsLegend: false, description: title, least: 0),
            row: block.header, column: table.columns.count + 1, height: 120 + 24 * shown.count)
        return page.finished()
    }

    /// Output by sector: a chart of the largest, and the table of all. nil where the result has no sectors.
    static func sectors(
        of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet? {
        guard let (table, unit, _) = SectorCharts.outputTable(of: result), let last = table.rows.last,
            case .integer(let year) = last[0]
        else { return nil }
        let money = WorkbookUnits.yearly(unit, language)
        var page = SheetPage(
            name: name, title: name,
            notes: [language.text(WorkbookLabel.sectorsNote, ["year": String(year), "unit": money])],
            tab: tab, language: language)
        let titles = SectorNames.titles(of: result.scenario, language)
        let start = page.next
        let largest = table.columns.indices.dropFirst().sorted { amount(last[$0]) > amount(last[$1]) }.prefix(7)
        let others = Set(table.columns.indices.dropFirst()).subtracting(largest).sorted()
        let names =
            largest.map { titles[table.columns[$0]] ?? table.columns[$0] }
            + (others.isEmpty ? [] : [language.text(WorkbookLabel.others)])
        let heads = [WorkbookColumn.title("year", language)] + names
        let block = page.grid(
            columns: heads, heads: heads,
            rows: table.rows.map { row in
                let amounts =
                    largest.map { amount(row[$0]) }
                    + (others.isEmpty ? [] : [others.reduce(0) { $0 + amount(row[$1]) }])
                return [Workbook.Cell(.number(Double(ordinal(row[0]))), Workbook.CellFormat(.ordinal))]
                    + amounts.map { Workbook.Cell(.number($0), Workbook.CellFormat(.figure)) }
            })
        if let years = block.range(heads[0]) {
            let series = zip(names.indices, Workbook.Colour.distinct).map { index, colour in
                Workbook.Chart.Series(
                    names[index], .init(rows: years.rows, column: index + 1), .init(colour))
            }
            let title = language.text(WorkbookLabel.sectorsTitle)
            page.add(
                Workbook.Chart(
                    .stackedColumns, title: title, valueTitle: money, numbers: .count, categories: years,
                    series: series, description: title, least: 0),
                row: start, column: heads.count + 1, width: 760, height: 400)
        }
        page.makeRoom(from: start, pixels: 400)
        page.turned(table, titles: titles)
        return page.finished()
    }

    private static func amount(_ cell: DataTable.Cell) -> Double {
        if case .number(let value) = cell { value } else { 0 }
    }

    private static func ordinal(_ cell: DataTable.Cell) -> Int {
        if case .integer(let value) = cell { value } else { 0 }
    }

    /// Share of members that have met each goal by each year.
    static func metBy(
        of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet? {
        let readings = result.targets.flatMap { target in
            target.readings.filter { !$0.crossedBy.isEmpty }.map { reading in
                let name = RunSummary.name(of: target.target, language)
                return (
                    target.readings.count == 1
                        ? name : language.labelled(name, RunSummary.name(of: reading.reading, language)),
                    reading.crossedBy
                )
            }
        }
        guard !readings.isEmpty else { return nil }
        var page = SheetPage(
            name: name, title: name, notes: [language.text(WorkbookLabel.metByNote)], tab: tab, language: language)
        let years = Set(readings.flatMap { $0.1.map(\.year) }).sorted()
        let heads = [WorkbookColumn.title("year", language)] + readings.map(\.0)
        let block = page.grid(
            columns: heads.indices.map(String.init), heads: heads,
            rows: years.map { year in
                [Workbook.Cell(.number(Double(year)), Workbook.CellFormat(.ordinal))]
                    + readings.map { reading in
                        guard let point = reading.1.first(where: { $0.year == year }) else { return .empty }
                        return Workbook.Cell(.number(point.share), Workbook.CellFormat(.percent))
                    }
            })
        guard let categories = block.range("0") else { return page.finished() }
        let series = readings.indices.map { index in
            Workbook.Chart.Series(
                readings[index].0, .init(rows: categories.rows, column: index + 1),
                .init(Workbook.Colour.distinct[index % Workbook.Colour.distinct.count], width: 2.25))
        }
        page.blank()
        page.add(
            Workbook.Chart(
                .line, title: name, valueTitle: language.text(WorkbookLabel.share), numbers: .percent,
                categories: categories,
                series: series, description: name, least: 0, greatest: 1),
            row: page.next, column: 0, width: 760, height: 400)
        page.makeRoom(from: page.next, pixels: 400)
        return page.finished()
    }
}
