import Goals
import Workbooks

extension ResultWorkbook {
    /// How odds and ranges have moved, then everything that is thought now.
    public static func workbook(of result: TrackResult, record: RunRecord, language: Language) -> Workbook {
        var group = SheetGroup(prefix: "", tab: nil, names: SheetNames(), language: language)
        group.add(.oddsHistory) { history(of: result, name: $0, tab: $1, $2) }
        group.add(.ranges) { name, tab, language in
            let fans = result.last.targets.map { target in
                FanSheet.Fan(
                    title: "\(RunSummary.name(of: target.target, language)), \(target.target.deadline)",
                    unit: WorkbookUnits.text(target.headline.display, language),
                    table: TrackTables.history(of: target.target, in: result))
            }
            return fans.isEmpty ? nil : FanSheet.sheet(fans, name: name, notes: [], tab: tab, language)
        }
        group.add(TrackTables.track(result), as: .odds, bars: "odds")
        group.add(
            TrackTables.innovations(result.steps.compactMap(\.vintage), excluded: result.excluded), as: .learned)
        group.add(TrackTables.next(result.nextFigures), as: .nextFigures)
        var now = result.last
        // What each figure moved stands on the sheet of all figures.
        now.learning = nil
        group.add(now, record)
        return Workbook(title: title(of: [result.last], language), created: record.started, sheets: group.sheets)
    }

    private static func history(
        of result: TrackResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet? {
        let targets = result.last.targets
        guard !targets.isEmpty else { return nil }
        var page = SheetPage(name: name, title: name, tab: tab, language: language)
        let table = TrackTables.history(result)
        let names = targets.map { RunSummary.name(of: $0.target, language) }
        let heads = [WorkbookColumn.title("vintage", language)] + names
        let block = page.grid(
            columns: table.columns, heads: heads, showsNames: true,
            rows: table.rows.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let text): page.cell(TableWords.text(text, inColumn: "vintage", language))
                    case .number(let odds): Workbook.Cell(.number(odds), Workbook.CellFormat(.percent))
                    default: .empty
                    }
                }
            })
        guard let categories = block.range("vintage") else { return page.finished() }
        page.blank()
        let series = names.indices.map { index in
            let colour = Workbook.Colour.distinct[index % Workbook.Colour.distinct.count]
            return Workbook.Chart.Series(
                names[index], .init(rows: categories.rows, column: index + 1),
                .init(colour, width: 2.25, hasMarkers: true))
        }
        page.add(
            Workbook.Chart(
                .line, title: name, valueTitle: language.text(WorkbookLabel.oddsHead), numbers: .percent,
                categories: categories, series: series, description: name, least: 0, greatest: 1),
            row: page.next, column: 0, width: 760, height: 400)
        page.makeRoom(from: page.next, pixels: 400)
        return page.finished()
    }
}
