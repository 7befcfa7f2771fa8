import Goals
import Reporting
import Scenarios
import TestSupport
import Testing
import Workbooks

/// Workbooks as values, without the library that writes them.
@Suite struct WorkbookTests {
    private let record = RunRecord(
        version: "1.2.3",
        machine: Machine(processor: "CPU", cores: 2, system: "Debian", linearAlgebra: "OpenBLAS 0.3.21"),
        started: 1_795_503_424, seconds: 0.1234567)

    private func workbook(_ language: Language, _ results: [ScenarioResult]? = nil) -> Workbook {
        ResultWorkbook.workbook(of: (results ?? [Fixtures.zhejiang()]).map { ($0, record) }, language: language)
    }

    /// Every workbook that there is of the fixtures.
    private func all(_ language: Language) -> [Workbook] {
        [
            workbook(language), workbook(language, [Fixtures.zhejiang(), Fixtures.zhejiang()]),
            ResultWorkbook.workbook(of: [Fixtures.comparison()], record: record, language: language),
        ]
    }

    private func texts(_ sheet: Workbook.Sheet) -> [String] {
        sheet.rows.joined().compactMap { if case .text(let text) = $0.value { text } else { nil } }
    }

    @Test(arguments: Language.allCases)
    func namesOfSheetsAreDistinctAndAllowed(language: Language) {
        for book in all(language) {
            var names = SheetNames()
            for sheet in book.sheets { #expect(names.name(sheet.name) == sheet.name) }
        }
    }

    @Test func theFirstSheetHasTheAnswer() throws {
        let english = try #require(workbook(.english).sheets.first)
        let chinese = try #require(workbook(.chinese).sheets.first)
        #expect(english.name == "Summary" && chinese.name == "结论")
        #expect(texts(english).contains("remote") && texts(chinese).contains("希望渺茫"))
    }

    @Test(arguments: Language.allCases)
    func cellsHoldTheNumbersOfTheCSV(language: Language) throws {
        let result = Fixtures.zhejiang()
        let book = workbook(language, [result])
        let tables = [
            ("deadline_p50", TargetsTable.table(of: [result])), ("because", JudgementsTable.table(of: result)),
        ]
        for (column, table) in tables {
            let sheet = try #require(book.sheets.first { $0.rows.contains { isKey(column, in: $0) } })
            let names = try #require(sheet.rows.firstIndex { isKey(column, in: $0) })
            for (offset, row) in table.rows.enumerated() {
                let cells = zip(sheet.rows[names], sheet.rows[names + 2 + offset])
                for (name, cell) in cells {
                    guard case .text(let column) = name.value else { continue }
                    switch row[try #require(table.columns.firstIndex(of: column))] {
                    case .number(let number): #expect(cell.value == .number(number), "\(column)")
                    case .integer(let number): #expect(cell.value == .number(Double(number)), "\(column)")
                    case .empty: #expect(cell.value == .empty, "\(column)")
                    // Words may be those of the reader's language.
                    case .text, .boolean: if case .text = cell.value {} else { Issue.record("\(column)") }
                    }
                }
            }
        }
    }

    @Test(arguments: Language.allCases)
    func chartsAreDrawnFromCellsThatHoldNumbers(language: Language) {
        for book in all(language) {
            #expect(book.sheets.contains { !$0.charts.isEmpty })
            for sheet in book.sheets {
                for placed in sheet.charts {
                    for series in placed.chart.series {
                        #expect(series.values.columns.count == 1)
                        #expect(series.values.rows.count == placed.chart.categories.rows.count)
                        let cells = series.values.rows.map { sheet.rows[$0] }.map { row in
                            row.indices.contains(series.values.columns.lowerBound)
                                ? row[series.values.columns.lowerBound].value : .empty
                        }
                        #expect(cells.allSatisfy { if case .text = $0 { false } else { true } }, "\(sheet.name)")
                    }
                    #expect(!placed.chart.title.isEmpty && !placed.chart.description.isEmpty)
                }
            }
        }
    }

    @Test func everyColumnOfTheTablesHasATitleInBothLanguages() {
        let result = Fixtures.zhejiang()
        let tables = [
            TargetsTable.table(of: [result]), JudgementsTable.table(of: result), RequirementsTable.table(of: [result]),
            ThemesTable.table(of: [result]), LoopTable.table(of: result), TrackTables.innovations([], excluded: []),
            TrackTables.next([]), ComparisonTargetsTable.table(of: [Fixtures.comparison()]),
        ]
        let known = LabelCatalogue.all.map { $0.name.replacing("WorkbookColumn.", with: "") }
        let statistics = ["mean", "p50", "p95", "p90", "p75", "p25", "p10", "p5"]
        for column in Set(tables.flatMap(\.columns)) {
            let patterns = statistics.map { column.replacing($0, with: "*", maxReplacements: 1) }
            #expect(known.contains(column) || patterns.contains { known.contains($0) }, "\(column)")
        }
    }

    /// CSV files call the series `published`; above the heads that name stays.
    @Test func publishedSeriesOfFansAreCalledInChinese() throws {
        let fans = try #require(workbook(.chinese).sheets.first { $0.name == "走势扇形图" })
        let heads = fans.rows.joined().filter { $0.format.style == .header }.compactMap { cell -> String? in
            if case .text(let text) = cell.value { text } else { nil }
        }
        #expect(heads.contains("公布值") && heads.contains("公布值下限") && heads.contains("公布值上限"))
        #expect(!heads.contains { $0.contains("published") })
        #expect(!fans.charts.flatMap(\.chart.series).contains { $0.name.contains("published") })
        #expect(fans.charts.contains { $0.chart.series.contains { $0.name == "公布值" } })
    }

    @Test func severalScenariosHaveAGroupOfSheetsEach() {
        let names = workbook(.english, [Fixtures.zhejiang(), Fixtures.zhejiang()]).sheets.map(\.name)
        #expect(names[0] == "Overview" && names.contains("1 Summary") && names.contains("2 Summary"))
    }

    @Test func textOfAScenarioIsCutOnlyWhereACellCannotHoldIt() {
        var result = Fixtures.zhejiang()
        result.scenario.name = "=HYPERLINK(\"x\")\u{1B}"
        result.notices = [
            Notice(
                level: .warning,
                matter: .remark(
                    target: "total-output", reading: nil, text: String(repeating: "x", count: 40_000), chinese: nil))
        ]
        let all = workbook(.english, [result]).sheets.flatMap(texts)
        #expect(all.contains("=HYPERLINK(\"x\")"))
        #expect(all.allSatisfy { $0.utf16.count <= CellText.most })
        #expect(all.contains { $0.hasSuffix("characters left out]") })
    }

    private func isKey(_ name: String, in row: [Workbook.Cell]) -> Bool {
        row.contains { $0.value == .text(name) && $0.format.style == .key }
    }
}
