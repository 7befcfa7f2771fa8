#if Workbook
    import Reporting
    import Testing
    import Workbooks
    import XLSX

    @Suite struct XLSXFileTests {
        private var workbook: Workbook {
            var sheet = Workbook.Sheet(name: "Data 数据", tab: .blue)
            sheet.rows = [
                [Workbook.Cell("year", .init(style: .header)), Workbook.Cell("=1+1", .init(style: .header))],
                [Workbook.Cell(.number(2025), .init(.ordinal)), Workbook.Cell(.number(0.1 + 0.2), .init(.percent))],
                [Workbook.Cell(.number(2026), .init(.ordinal)), Workbook.Cell(.boolean(true))],
            ]
            sheet.widths = [8, 20]
            sheet.frozenRows = 1
            sheet.filter = .init(rows: 0...2, columns: 0...1)
            sheet.bars = [.init(rows: 1...2, column: 1)]
            let looks: [Workbook.Chart.Look] = [.unseen, .init(.orange, width: 2, hasMarkers: true, isLabelled: true)]
            let kinds: [Workbook.Chart.Kind] = [.line, .stackedColumns, .bars, .stackedBars]
            sheet.charts = kinds.enumerated().map { index, kind in
                let chart = Workbook.Chart(
                    kind, title: "=1+1", valueTitle: "%", categories: .init(rows: 1...2, column: 0),
                    series: looks.map { .init("=A1", .init(rows: 1...2, column: 1), $0) }, description: "", least: 0)
                return .init(chart, row: 5 + 20 * index, column: 0)
            }
            return Workbook(title: "=title", created: 1_795_503_424, sheets: [sheet])
        }

        @Test func aWorkbookIsAZipFileWithTheMarkOfItsMaker() throws {
            let bytes = try XLSXFile.bytes(of: workbook)
            #expect(bytes.starts(with: Array("PK".utf8)))
            let empty = Workbook(title: "", created: 1, sheets: [.init(name: "Sheet")])
            let mark = try #require(WorkbookMark(bytes))
            #expect(WorkbookMark(try XLSXFile.bytes(of: empty)) == mark)
        }

        @Test func equalWorkbooksGiveEqualBytes() throws {
            let first = try XLSXFile.bytes(of: workbook)
            let second = try XLSXFile.bytes(of: workbook)
            #expect(first == second)
        }
    }
#endif
