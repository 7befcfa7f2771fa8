import Goals
import Scenarios
import Workbooks

/// What the result assumes and what the reader must know, line by line.
enum AssumptionSheet {
    static func sheet(
        of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        var page = SheetPage(name: name, title: name, tab: tab, language: language)
        let words = NoticeWords(result.scenario, language)
        let heads = [WorkbookLabel.level, .quality, .text].map { language.text($0) }
        let notices = result.notices.sorted { $0.level == .warning && $1.level != .warning }.map { notice in
            [
                page.cell(
                    language.text(notice.level == .warning ? WorkbookLabel.warningLevel : .noteLevel),
                    Workbook.CellFormat(style: notice.level == .warning ? .poor : .plain)),
                .empty, page.cell(words.text(of: notice)),
            ]
        }
        let assumptions = result.assumptions.map { assumption in
            [
                page.cell(language.text(WorkbookLabel.assumptionLevel)), page.cell(assumption.quality?.rawValue ?? ""),
                page.cell(words.text(of: assumption)),
            ]
        }
        let commitments = result.scenario.commitments.map { commitment in
            [
                page.cell(language.text(.commitments)), .empty,
                page.cell(
                    language.labelled(
                        commitment.id, language.name(commitment.subject, chinese: commitment.subjectChinese))),
            ]
        }
        page.grid(columns: heads, heads: heads, rows: notices + assumptions + commitments, isMain: true)
        page.widen(2, to: 110)
        return page.finished()
    }
}
