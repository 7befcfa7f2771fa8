import Goals
import Scenarios
import Workbooks

extension ResultWorkbook {
    /// Scenarios side by side, then the sheets of each, the base first.
    public static func workbook(
        of comparisons: [ComparisonResult], record: RunRecord, language: Language
    ) -> Workbook {
        guard let base = comparisons.first?.base else {
            return workbook(of: [(result: ScenarioResult, record: RunRecord)](), language: language)
        }
        let results = [base] + comparisons.map(\.alternative)
        var names = SheetNames()
        let first = comparison(
            comparisons, results, name: names.name(language.text(WorkbookLabel.comparison)), language)
        var group = SheetGroup(prefix: "", tab: nil, names: names, language: language)
        let differences = ComparisonTable.table(of: comparisons).pivoted(
            keys: ["base", "alternative", "variable", "unit", "year"], statistic: "statistic",
            values: ["base_value", "alternative_value", "difference", "percent"]
        ).namedAfterStatistics().withoutEmptyColumns()
        group.add(differences, as: .differences)
        names = group.names
        return Workbook(
            title: title(of: results, language), created: record.started,
            sheets: [first] + group.sheets + groups(results.map { ($0, record) }, names: &names, language))
    }

    private static func comparison(
        _ comparisons: [ComparisonResult], _ results: [ScenarioResult], name: String, _ language: Language
    ) -> Workbook.Sheet {
        var page = SheetPage(
            name: name, title: name, notes: [language.text(WorkbookLabel.comparisonNote)], tab: nil, language: language)
        addOdds(comparisons, results, on: &page)
        page.table(ComparisonTargetsTable.table(of: comparisons).withoutEmptyColumns())
        page.blank()
        list(results, on: &page)
        for comparison in comparisons {
            let words = NoticeWords(comparison.base.scenario, language)
            for notice in comparison.notices where notice.level == .warning {
                page.note(RunSummary.warning(notice, words), style: .caution)
            }
        }
        return page.finished()
    }

    /// Odds of the headline readings: a row per target, a column per scenario.
    private static func addOdds(
        _ comparisons: [ComparisonResult], _ results: [ScenarioResult], on page: inout SheetPage
    ) {
        let language = page.language
        let targets = (comparisons.first?.targets ?? []).map(\.target)
        guard !targets.isEmpty else { return page.note(language.text(.noSharedTargets)) }
        let names = results.map { language.name($0.scenario.name, chinese: $0.scenario.nameChinese) }
        let block = page.grid(
            columns: ["target"] + results.indices.map(String.init),
            heads: [language.text(WorkbookLabel.target)] + names,
            rows: targets.map { target in
                [page.cell(RunSummary.name(of: target, language))]
                    + results.map { result in
                        let odds = result.targets.first { $0.target.id == target.id }?.headline.odds.probability
                        return odds.map { Workbook.Cell(.number($0), Workbook.CellFormat(.percent)) } ?? .empty
                    }
            })
        guard let categories = block.range("target") else { return }
        let title = language.text(WorkbookLabel.comparisonTitle)
        let colours: [Workbook.Colour] = [.grey] + Workbook.Colour.distinct
        let series = results.indices.compactMap { index in
            block.range(String(index)).map {
                Workbook.Chart.Series(names[index], $0, .init(colours[index % colours.count], isLabelled: true))
            }
        }
        page.blank()
        let height = 140 + 30 * targets.count * results.count
        page.add(
            Workbook.Chart(
                .bars, title: title, valueTitle: language.text(WorkbookLabel.oddsHead), numbers: .percent,
                categories: categories, series: series, description: title, least: 0, greatest: 1),
            row: page.next, column: 0, width: 760, height: height)
        page.makeRoom(from: page.next, pixels: height)
    }
}

extension DataTable {
    /// A comparison made wide has `base_value_p50` where other tables say `base_p50`.
    fileprivate func namedAfterStatistics() -> DataTable {
        var table = self
        table.columns = columns.map { column in
            if column.hasPrefix("difference_difference_") { return String(column.dropFirst("difference_".count)) }
            if column.hasPrefix("difference_") { return "shift_" + column.dropFirst("difference_".count) }
            if column.hasPrefix("percent_") { return "percent_of_" + column.dropFirst("percent_".count) }
            return column.replacing("_value_", with: "_", maxReplacements: 1)
        }
        return table
    }
}
