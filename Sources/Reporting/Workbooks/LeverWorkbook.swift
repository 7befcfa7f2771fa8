import Goals
import Scenarios
import Workbooks

extension ResultWorkbook {
    /// What each lever adds, then everything of the scenario with all of them.
    public static func workbook(of result: LeverTestResult, record: RunRecord, language: Language) -> Workbook {
        var group = SheetGroup(prefix: "", tab: nil, names: SheetNames(), language: language)
        group.add(.levers) { sheet(of: result, name: $0, tab: $1, $2) }
        group.add(result.together, record)
        return Workbook(title: title(of: [result.together], language), created: record.started, sheets: group.sheets)
    }

    private static func sheet(
        of result: LeverTestResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        var page = SheetPage(
            name: name, title: name, notes: [language.text(LeverLabel.note)], tab: tab, language: language)
        for outcome in result.outcomes {
            guard case .target(let target, let reading) = outcome.subject, reading.isHeadline else { continue }
            addOdds(of: outcome, target: target, on: &page)
        }
        page.table(LeversTable.table(of: result).withoutEmptyColumns())
        return page.finished()
    }

    /// Points that each lever adds to the odds of a target, with a chart beside them.
    private static func addOdds(of outcome: LeverOutcome, target: Target, on page: inout SheetPage) {
        let language = page.language
        let effects = outcome.effects.compactMap { effect -> (name: String, points: Double)? in
            guard let difference = effect.oddsDifference else { return nil }
            switch effect.source {
            case .lever(let lever):
                return (language.name(lever.name ?? lever.id, chinese: lever.nameChinese), 100 * difference)
            case .together: return (language.text(LeverLabel.together), 100 * difference)
            case .interaction: return nil
            }
        }
        guard !effects.isEmpty else { return }
        let start = page.next
        let title = "\(RunSummary.name(of: target, language)), \(outcome.year)"
        page.heading(title)
        let heads = [language.text(LeverLabel.lever), language.text(WorkbookLabel.points)]
        let block = page.grid(
            columns: heads, heads: heads,
            rows: effects.map { [page.cell($0.name), Workbook.Cell(.number($0.points), Workbook.CellFormat(.signed))] })
        guard let names = block.range(heads[0]), let points = block.range(heads[1]) else { return }
        let height = 120 + 30 * effects.count
        page.add(
            Workbook.Chart(
                .bars, title: language.labelled(language.text(WorkbookLabel.leverTitle), title),
                valueTitle: language.text(WorkbookLabel.points),
                numbers: .signed, categories: names,
                series: [.init(language.text(WorkbookLabel.points), points, .init(.blue, isLabelled: true))],
                showsLegend: false, description: title), row: start, column: 3, height: height)
        page.makeRoom(from: start, pixels: height)
    }
}
