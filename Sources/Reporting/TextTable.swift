/// A table for the terminal: columns aligned by display width, fitted to a given number of columns.
struct TextTable {
    struct Column {
        var title: String
        var isNumeric: Bool
        /// Text columns give up width down to this before anything is cut.
        var minimum: Int

        static func text(_ title: String, minimum: Int = 12) -> Column {
            Column(title: title, isNumeric: false, minimum: minimum)
        }

        static func number(_ title: String) -> Column { Column(title: title, isNumeric: true, minimum: 0) }
    }

    struct Cell {
        var text: String
        var style: TextStyle = .plain

        init(_ text: String, style: TextStyle = .plain) {
            self.text = TextLayout.printable(text)
            self.style = style
        }
    }

    var columns: [Column]
    /// Rows with one cell per column; a line break in a cell starts a new line in it.
    var rows: [[Cell]] = []

    private static let gap = "  "
    private static let maximumLines = 4

    init(columns: [Column]) { self.columns = columns }

    mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
        rows.append(row)
    }

    /// Header, rule and rows; no line is wider than `width`.
    func lines(width: Int, colour: Bool) -> [String] {
        let widths = fittedWidths(total: width)
        let header = columns.map { Cell($0.title, style: .strong) }
        let rule = TextStyle.faint.applied(
            to: widths.map { String(repeating: "-", count: $0) }.joined(separator: Self.gap), colour: colour)
        return lines(of: header, widths: widths, colour: colour, fromBottom: true) + [rule]
            + rows.flatMap { lines(of: $0, widths: widths, colour: colour, fromBottom: false) }
    }

    private func lines(of row: [Cell], widths: [Int], colour: Bool, fromBottom: Bool) -> [String] {
        let cells = zip(row, widths).map { wrapped($0.0.text, width: $0.1) }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var parts: [String] = []
            for (index, cell) in cells.enumerated() {
                let position = fromBottom ? line - (height - cell.count) : line
                let text = cell.indices.contains(position) ? cell[position] : ""
                let padded = TextLayout.pad(text, width: widths[index], right: columns[index].isNumeric)
                // Padding stays outside the colour, so that the line's end can be trimmed.
                parts.append(padded.replacing(text, style: row[index].style, colour: colour))
            }
            return TextLayout.trimmingEnd(parts.joined(separator: Self.gap))
        }
    }

    private func wrapped(_ text: String, width: Int) -> [String] {
        let lines = TextLayout.wrap(text, width: width)
        guard lines.count > Self.maximumLines else { return lines }
        let rest = lines[(Self.maximumLines - 1)...].joined(separator: " ")
        return lines.prefix(Self.maximumLines - 1) + [TextLayout.shorten(rest, width: width)]
    }

    /// Natural widths, the widest text columns giving way first; only then are numbers cut.
    private func fittedWidths(total: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let body = rows.flatMap { $0[column].text.split(separator: "\n").map { DisplayWidth.of($0) } }.max() ?? 0
            return max(body, longestWord(columns[column].title), 1)
        }
        let available = total - Self.gap.count * (columns.count - 1)
        let floors = columns.indices.map { columns[$0].isNumeric ? widths[$0] : min(widths[$0], columns[$0].minimum) }
        let tightFloors = columns.indices.map { columns[$0].isNumeric ? widths[$0] : min(widths[$0], 7) }
        for floors in [floors, tightFloors, columns.map { _ in 2 }] {
            while widths.reduce(0, +) > available {
                let room = widths.indices.map { widths[$0] - floors[$0] }
                guard let widest = room.indices.max(by: { room[$0] < room[$1] }), room[widest] > 0 else { break }
                widths[widest] -= 1
            }
        }
        return widths
    }

    private func longestWord(_ text: String) -> Int {
        text.split { $0 == " " || $0 == "\n" }.map { DisplayWidth.of($0) }.max() ?? 0
    }
}

extension String {
    /// This padded cell with its text coloured.
    fileprivate func replacing(_ text: String, style: TextStyle, colour: Bool) -> String {
        guard colour, !text.isEmpty else { return self }
        let leading = prefix { $0 == " " }
        let trailing = reversed().prefix { $0 == " " }
        let isAllSpace = leading.count == count
        return isAllSpace
            ? self : leading + style.applied(to: text, colour: colour) + String(repeating: " ", count: trailing.count)
    }
}
