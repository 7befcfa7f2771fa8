extension ReportBlock {
    /// What was written on a page for the terminal, as pieces of a report.
    ///
    /// - Parameters:
    ///   - level: of its headings.
    ///   - caption: of its tables.
    ///   - skipsFirstHeading: where the section has the heading already.
    static func blocks(
        of page: Page, level: Int, caption: String, skipsFirstHeading: Bool = false
    ) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        var items: [ReportText] = []
        func flush() {
            if !items.isEmpty { blocks.append(.list(ReportList(items: items))) }
            items = []
        }
        var title = caption
        for (index, block) in page.blocks.enumerated() {
            if case .item(let text, let style) = block {
                items.append(ReportText(text, tone: ReportTone(style)))
                continue
            }
            flush()
            switch block {
            case .heading(let text):
                title = text
                if index > 0 || !skipsFirstHeading { blocks.append(.heading(ReportHeading(level: level, text: text))) }
            case .paragraph(let text, let style):
                blocks.append(.paragraph(ReportText(text, tone: ReportTone(style))))
            case .table(let table):
                var own = ReportTable(table, caption: title)
                own.isCaptionHidden = true
                blocks.append(.table(own))
            case .item: break
            }
        }
        flush()
        return blocks
    }
}

extension ReportTable {
    /// A table of the terminal; rows with a head alone become headings, and rows without one repeat that above them:
    /// heads of rows are read out, and a page may end between two rows.
    init(_ table: TextTable, caption: String) {
        var rows: [Row] = []
        var head = ""
        for row in table.rows {
            var cells = zip(row, table.columns).map {
                Cell($0.text, isNumber: $1.isNumeric, tone: ReportTone($0.style))
            }
            let isHeading = row.count > 1 && row.dropFirst().allSatisfy(\.text.isEmpty)
            if row[0].text.isEmpty && !isHeading { cells[0] = Cell(head) } else { head = row[0].text }
            rows.append(Row(cells, isHeading: isHeading))
        }
        self.init(
            caption: caption, columns: table.columns.map { Column(title: $0.title, isNumber: $0.isNumeric) },
            rows: rows)
    }
}

extension ReportTable.Row {
    init(_ cells: [ReportTable.Cell], isHeading: Bool = false) {
        self.init(
            isHeading: isHeading, span: isHeading ? cells.count : 1, head: cells[0],
            cells: isHeading ? [] : Array(cells.dropFirst()))
    }
}
