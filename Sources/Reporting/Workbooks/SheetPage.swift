import Workbooks

/// A sheet as it grows from top to bottom: title, notes, tables, charts beside or below them.
struct SheetPage {
    let language: Language
    private(set) var sheet: Workbook.Sheet
    /// By column, the widest text of its tables.
    private var widths: [Int] = []
    /// Widths that were asked for.
    private var wide: [Int: Int] = [:]

    /// Where a table came to stand.
    struct Block {
        var header: Int
        /// Rows of the body; nil for none.
        var body: ClosedRange<Int>?
        var columns: [String]

        /// The cells of a column; nil without rows or without such a column.
        func range(_ column: String) -> Workbook.CellRange? {
            guard let body, let index = columns.firstIndex(of: column) else { return nil }
            return Workbook.CellRange(rows: body, column: index)
        }
    }

    init(name: String, title: String, notes: [String] = [], tab: Workbook.Colour?, language: Language) {
        self.language = language
        sheet = Workbook.Sheet(name: name, tab: tab)
        append([cell(title, Workbook.CellFormat(style: .title))])
        for note in notes { self.note(note) }
        blank()
    }

    /// The next free row.
    var next: Int { sheet.rows.count }

    mutating func blank() { append([]) }

    mutating func heading(_ text: String) { append([cell(text, Workbook.CellFormat(style: .heading))]) }

    /// Running text, in lines that a printed page takes.
    mutating func note(_ text: String, style: Workbook.Style = .faint) {
        for line in TextLayout.wrap(text, width: 120) { append([cell(line, Workbook.CellFormat(style: style))]) }
    }

    /// Leaves rows free, as many as a chart of this height covers.
    mutating func makeRoom(from row: Int, pixels: Int) {
        while next < row + pixels / 20 + 2 { blank() }
    }

    mutating func add(
        _ chart: Workbook.Chart, row: Int, column: Int, width: Int = 640, height: Int = 340
    ) {
        sheet.charts.append(Workbook.PlacedChart(chart, row: row, column: column, width: width, height: height))
    }

    mutating func addBars(_ range: Workbook.CellRange?) {
        if let range { sheet.bars.append(range) }
    }

    /// Text that a cell can hold.
    func cell(_ text: String, _ format: Workbook.CellFormat = Workbook.CellFormat()) -> Workbook.Cell {
        Workbook.Cell(
            CellText.fitting(text) { language.text(WorkbookLabel.cut, ["count": String($0)]) }, format)
    }

    // MARK: Tables

    /// A table of results: over the titles of its columns their names in CSV files.
    ///
    /// - Parameters:
    ///   - titles: of columns that are named after something of the scenario, by their names in the CSV.
    ///   - isMain: whether its head stays when the reader scrolls, and its rows can be filtered.
    @discardableResult
    mutating func table(_ table: DataTable, titles: [String: String] = [:], isMain: Bool = false) -> Block {
        let table = table.named(in: language)
        let formats = TableFormats.formats(of: table)
        let rows = table.rows.map { row in
            let ofUnit = formats[TableFormats.unit(of: row, in: table)] ?? []
            return zip(zip(table.columns, row), ofUnit).map { named, format -> Workbook.Cell in
                switch named.1 {
                case .text(let text): self.cell(TableWords.text(text, inColumn: named.0, language))
                // As in CSV files; a spreadsheet refuses a file with a number that is not finite.
                case .number(let value): value.isFinite ? Workbook.Cell(.number(value), format.number) : .empty
                case .integer(let value): Workbook.Cell(.number(Double(value)), format.integer)
                // Spreadsheets show true as TRUE, as 1, or in their own language.
                case .boolean(let value): self.cell(language.text(value ? WorkbookLabel.yes : .no))
                case .empty: .empty
                }
            }
        }
        let heads = table.columns.map { titles[$0] ?? WorkbookColumn.title($0, language) }
        return grid(columns: table.columns, heads: heads, showsNames: true, rows: rows, isMain: isMain)
    }

    /// A table whose cells are ready. `columns` name them for charts; CSV files know them only where `showsNames`.
    @discardableResult
    mutating func grid(
        columns: [String], heads: [String], showsNames: Bool = false, rows: [[Workbook.Cell]], isMain: Bool = false
    ) -> Block {
        // Heads stand where their numbers do.
        let areNumbers = heads.indices.map { Self.isNumbers(column: $0, of: rows) }
        func line(_ texts: [String], _ format: Workbook.CellFormat) -> [Workbook.Cell] {
            zip(texts, areNumbers).map { text, isNumber in
                var format = format
                format.isRight = isNumber
                return cell(text, format)
            }.enumerated().map { clear(of: $0.offset, $0.element) }
        }
        // Text that follows numbers would touch them.
        func clear(of column: Int, _ cell: Workbook.Cell) -> Workbook.Cell {
            guard column > 0, areNumbers[column - 1], !areNumbers[column], case .text = cell.value else { return cell }
            var cell = cell
            cell.format.isIndented = true
            return cell
        }
        if showsNames { append(line(columns, Workbook.CellFormat(style: .key))) }
        let header = next
        append(line(heads, Workbook.CellFormat(style: .header, wraps: true)))
        // Lists for programs (`2023:0|2024:0.1`) stay on one line, cut at the edge of the cell: rows were a page high.
        let lists: Set = [
            "crossed_by", "count_probabilities", "odds_by_deadline", "drivers", "outside_view_periods", "moved_inputs",
            "moved_targets", "sector_weights", "inputs_per_yuan",
        ]
        let areLists = columns.map { showsNames && lists.contains($0) }
        for row in rows {
            append(
                zip(row, areLists).enumerated().map { column, part in
                    clear(of: column, part.1 ? part.0 : wrapped(part.0))
                })
        }
        let body = rows.isEmpty ? nil : (header + 1)...(header + rows.count)
        if isMain {
            sheet.frozenRows = header + 1
            let names = ["target_name", "target_name_zh", "quantity", "name", "name_zh", "variable", "lever_name"]
            sheet.frozenColumns = columns.firstIndex { names.contains($0) }.map { $0 + 1 } ?? 0
            if let body {
                sheet.filter = Workbook.CellRange(rows: header...body.upperBound, columns: 0...(columns.count - 1))
            }
        }
        measure(heads: heads, rows: rows)
        return Block(header: header, body: body, columns: columns)
    }

    private static func isNumbers(column: Int, of rows: [[Workbook.Cell]]) -> Bool {
        for row in rows where row[column].value != .empty {
            if case .number = row[column].value { return true }
            return false
        }
        return false
    }

    /// A table of years with a column for each sector, turned: a row for each, which a page can hold.
    mutating func turned(_ table: DataTable, titles: [String: String] = [:]) {
        let years = table.rows.map { row in if case .integer(let year) = row[0] { String(year) } else { "" } }
        let heads = [WorkbookColumn.title("sector", language)] + years
        grid(
            columns: heads, heads: heads,
            rows: table.columns.indices.dropFirst().map { column in
                let name = table.columns[column]
                return [cell(titles[name] ?? WorkbookColumn.title(name, language))]
                    + table.rows.map { row -> Workbook.Cell in
                        guard case .number(let value) = row[column], value.isFinite else { return .empty }
                        return Workbook.Cell(.number(value), Workbook.CellFormat(.figure))
                    }
            })
    }

    /// Gives a column of long text more room than others have.
    mutating func widen(_ column: Int, to width: Int) {
        guard widths.indices.contains(column) else { return }
        wide[column] = width
    }

    /// The sheet with columns as wide as their contents.
    func finished() -> Workbook.Sheet {
        var sheet = sheet
        sheet.widths = widths.enumerated().map { column, width in
            Double(wide[column] ?? min(max(width + 2, 9), Self.widest + 2))
        }
        // What stays must leave room for what moves.
        if sheet.widths.prefix(sheet.frozenColumns).reduce(0, +) > 80 { sheet.frozenColumns = 0 }
        for (row, cells) in sheet.rows.enumerated() {
            let lines =
                cells.enumerated().map { column, cell in
                    cell.format.wraps && column < sheet.widths.count
                        ? Self.lines(of: cell, width: sheet.widths[column] - 2, isHead: cell.format.style == .header)
                        : 1
                }.max() ?? 1
            // No row may be higher than 409 points.
            if lines > 1 {
                sheet.heights[row] = min(409, 15 * Double(lines))
            } else if cells.first?.format.style == .title {
                // Not every program makes room for larger type by itself.
                sheet.heights[row] = 24
            } else if cells.first?.format.style == .heading {
                sheet.heights[row] = 21
            }
        }
        return sheet
    }

    /// Lines that wrapped text takes.
    private static func lines(of cell: Workbook.Cell, width: Double, isHead: Bool) -> Int {
        guard case .text(let text) = cell.value else { return 1 }
        // Bold type is wider.
        return TextLayout.wrap(String(text.prefix(2000)), width: Int(isHead ? width * 0.9 : width)).count
    }

    /// Begins a new page in print.
    mutating func breakPage() { sheet.pageBreaks.append(next) }

    /// Columns of a terminal that text may take before it is set in several lines.
    private static let widest = 48

    private mutating func append(_ row: [Workbook.Cell]) { sheet.rows.append(row) }

    private func wrapped(_ cell: Workbook.Cell) -> Workbook.Cell {
        guard case .text(let text) = cell.value, text.utf8.count > Self.widest || text.contains("\n") else {
            return cell
        }
        var cell = cell
        cell.format.wraps = true
        return cell
    }

    private mutating func measure(heads: [String], rows: [[Workbook.Cell]]) {
        if widths.count < heads.count {
            widths += [Int](repeating: 0, count: heads.count - widths.count)
        }
        for (column, head) in heads.enumerated() {
            // Heads take up to three lines; a word is not broken.
            let words = TextLayout.words(of: head[...]).map { DisplayWidth.of($0) }
            widths[column] = max(widths[column], words.max() ?? 0, DisplayWidth.of(head) / 3 + 3)
        }
        for row in rows {
            for (column, cell) in row.enumerated() { widths[column] = max(widths[column], Self.width(of: cell)) }
        }
    }

    /// Of the shown text.
    private static func width(of cell: Workbook.Cell) -> Int {
        switch cell.value {
        case .text(let text):
            // Long text is wrapped: no need to look at all of it.
            text.prefix(400).split(separator: "\n").map { DisplayWidth.of($0) }.max().map { min($0, widest) } ?? 0
        case .number(let value):
            abs(value) < 1e6 ? 8 : 8 + Int(abs(value).description.prefix { $0 != "." }.count)
        case .boolean: 6
        case .empty: 0
        }
    }
}
