import Goals
import Scenarios

/// The part of a report that sets one scenario beside another.
struct ReportComparison {
    let comparison: ComparisonResult
    let language: Language
    let id: String
    let level: Int
    let charts: ReportCharts

    var section: ReportDocument.Section {
        let words = NoticeWords(comparison.base.scenario, language)
        let title = ComparisonSummary.title(of: comparison, language)
        var page = Page(format: TextFormat(language: language))
        for warning in comparison.notices where warning.level == .warning {
            page.item(RunSummary.warning(warning, words), style: .poor)
        }
        for sentence in ComparisonSummary.sentences(on: comparison, language) {
            page.paragraph(sentence, style: .strong)
        }
        if !comparison.targets.isEmpty {
            page.table(ComparisonSummary.table(of: comparison, language: language))
            page.paragraph(language.text(.pointsNote), style: .faint)
        }
        var changes = Page(format: TextFormat(language: language))
        ComparisonSummary.changes(of: comparison, note: ReportLabel.changesNote, on: &changes)
        var notes = Page(format: TextFormat(language: language))
        RunSummary.notices(comparison.notices.filter { $0.level != .warning }, words, on: &notes)
        return ReportDocument.Section(
            id: id, title: title, level: level,
            blocks: ReportBlock.blocks(of: page, level: level + 1, caption: title) + charts.all
                + ReportBlock.blocks(of: changes, level: level + 1, caption: title)
                + ReportBlock.blocks(of: notes, level: level + 1, caption: title))
    }
}
