import Goals
import Scenarios
import Workbooks

/// What each sector adds to growth: a waterfall of the last year, and the table of all years.
enum ContributionSheet {
    /// nil where the result has no contributions.
    static func sheet(
        of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet? {
        guard let table = ContributionTable.table(of: result), let last = table.rows.last,
            case .integer(let end) = last[0]
        else { return nil }
        let years = ["start": String(result.scenario.start), "end": String(end)]
        var page = SheetPage(
            name: name, title: name, notes: [language.text(WorkbookLabel.waterfallNote, years)], tab: tab,
            language: language)
        let titles = SectorNames.titles(of: result.scenario, language)
        let steps = Waterfall.steps(
            zip(table.columns, last).dropFirst(2).compactMap { column, cell in
                guard case .number(let value) = cell else { return nil }
                return (titles[column] ?? column, value)
            }, others: language.text(WorkbookLabel.others), total: WorkbookColumn.title("total", language))
        add(steps, title: language.text(WorkbookLabel.waterfallTitle, years), on: &page)
        page.turned(table, titles: titles)
        return page.finished()
    }

    private static func add(_ steps: [Waterfall.Step], title: String, on page: inout SheetPage) {
        let language = page.language
        let start = page.next
        let hasBelow = steps.contains { $0.below != 0 }
        let labels: [WorkbookLabel] = [.item, .contribution, .unseen, .rise, .fall] + (hasBelow ? [.below] : [])
        let columns = labels.map { language.text($0) } + [WorkbookColumn.title("total", language)]
        let block = page.grid(
            columns: columns, heads: columns,
            rows: steps.map { step in
                let parts = [step.value, step.base, step.rise, step.fall] + (hasBelow ? [step.below] : [])
                return [page.cell(step.name)]
                    + (parts + [step.total]).enumerated().map { index, value in
                        // An empty cell draws no label and no line of no height.
                        index > 0 && value == 0
                            ? .empty : Workbook.Cell(.number(value), Workbook.CellFormat(.figure))
                    }
            })
        guard let names = block.range(columns[0]) else { return }
        let looks: [Workbook.Chart.Look] =
            [.unseen, .init(.blue), .init(.orange)] + (hasBelow ? [.init(.paleOrange)] : []) + [.init(.black)]
        let series = zip(columns.dropFirst(2), looks).compactMap { column, look in
            block.range(column).map { Workbook.Chart.Series(column, $0, look) }
        }
        page.add(
            Workbook.Chart(
                .stackedBars, title: title, valueTitle: language.text(WorkbookLabel.percentagePoints),
                categories: names,
                series: series, description: title), row: start, column: columns.count + 1, width: 760, height: 480)
        page.makeRoom(from: start, pixels: 480)
    }
}

/// Steps of a waterfall as columns that a spreadsheet stacks: each bar stands on an unseen one.
enum Waterfall {
    struct Step: Equatable {
        var name: String
        var value: Double
        /// Unseen, from zero to where the bar begins.
        var base: Double
        var rise = 0.0
        var fall = 0.0
        /// Part of a bar that crosses zero which lies below it.
        var below = 0.0
        var total = 0.0
    }

    /// Rises from the largest on, then falls, then the total; items beyond the largest, as many as the chart file draws, are one step.
    static func steps(_ items: [(name: String, value: Double)], others: String, total: String) -> [Step] {
        let ranked = items.sorted { (abs($0.value), $1.name) > (abs($1.value), $0.name) }
        // Never a rest of one.
        let most = ranked.count <= SectorCharts.most + 1 ? ranked.count : SectorCharts.most
        var shown = Array(ranked.prefix(most))
        let rest = ranked.dropFirst(most)
        if !rest.isEmpty { shown.append((others, rest.reduce(0) { $0 + $1.value })) }
        shown.sort { ($0.value, $1.name) > ($1.value, $0.name) }
        var level = 0.0
        var steps = shown.map { item in
            defer { level += item.value }
            return step(item.name, from: level, to: level + item.value)
        }
        var last = Step(name: total, value: level, base: 0)
        last.total = level
        steps.append(last)
        return steps
    }

    private static func step(_ name: String, from start: Double, to end: Double) -> Step {
        let (low, high) = (min(start, end), max(start, end))
        var step = Step(name: name, value: end - start, base: low > 0 ? low : high < 0 ? high : 0)
        let (above, below) = (max(high, 0) - max(low, 0), min(low, 0) - min(high, 0))
        if end >= start { step.rise = above } else { step.fall = above }
        step.below = below
        return step
    }
}

/// Names of sectors in the reader's language, by their names in results.
enum SectorNames {
    static func titles(of scenario: Scenario, _ language: Language) -> [String: String] {
        guard language == .chinese else { return [:] }
        return Dictionary(scenario.sectors.map { ($0.name, $0.nameChinese) }) { first, _ in first }
            .filter { !$0.value.isEmpty }
    }
}
