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

    private static let maximumLines = 6

    init(columns: [Column]) { self.columns = columns }

    mutating func append(_ row: [Cell]) {
        precondition(row.count == columns.count, "\(row.count) cells for \(columns.count) columns")
        rows.append(row)
    }

    /// Header, rule and rows; no line is wider than `width`.
    func lines(width: Int, colour: TextFormat.Colour) -> [String] {
        let (widths, gap) = layout(total: width)
        let space = String(repeating: " ", count: gap)
        let header = columns.map { Cell($0.title, style: .strong) }
        let rule = TextStyle.faint.applied(
            to: widths.map { String(repeating: "-", count: $0) }.joined(separator: space), colour: colour)
        return lines(of: header, widths: widths, gap: space, colour: colour, fromBottom: true) + [rule]
            + rows.flatMap { lines(of: $0, widths: widths, gap: space, colour: colour, fromBottom: false) }
    }

    private func lines(of row: [Cell], widths: [Int], gap: String, colour: TextFormat.Colour, fromBottom: Bool)
        -> [String]
    {
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
            return TextLayout.trimmingEnd(parts.joined(separator: gap))
        }
    }

    private func wrapped(_ text: String, width: Int) -> [String] {
        let lines = TextLayout.wrap(text, width: width)
        guard lines.count > Self.maximumLines else { return lines }
        let rest = lines[(Self.maximumLines - 1)...].joined(separator: " ")
        return lines.prefix(Self.maximumLines - 1) + [TextLayout.shorten(rest, width: width)]
    }

    /// Widths of the columns and of the gap between them.
    ///
    /// The widest text columns give way first, down to their minimum, then to their longest word; then gaps
    /// narrow and figures stand below each other. Only where that is not enough are words and figures cut.
    private func layout(total: Int) -> (widths: [Int], gap: Int) {
        let natural = columns.indices.map { max(widest($0) { [$0] }, longestWord(columns[$0].title), 1) }
        let words = columns.indices.map { max(widest($0, TextLayout.words(of:)), longestWord(columns[$0].title), 1) }
        func floors(text: (Int) -> Int, number: (Int) -> Int) -> [Int] {
            columns.indices.map { min(natural[$0], columns[$0].isNumeric ? number($0) : text($0)) }
        }
        let minima = columns.map(\.minimum)
        let steps = [
            (floors: floors(text: { max(minima[$0], words[$0]) }, number: { natural[$0] }), gap: 2),
            (floors: floors(text: { max(words[$0], 8) }, number: { natural[$0] }), gap: 2),
            (floors: floors(text: { minima[$0] }, number: { natural[$0] }), gap: 2),
            (floors: floors(text: { max(words[$0], 8) }, number: { natural[$0] }), gap: 1),
            (floors: floors(text: { max(words[$0], 8) }, number: { words[$0] }), gap: 1),
            (floors: floors(text: { _ in 4 }, number: { words[$0] }), gap: 1),
            (floors: columns.map { _ in 2 }, gap: 1),
        ]
        var widths = natural
        for (floors, gap) in steps {
            let available = total - gap * (columns.count - 1)
            while widths.reduce(0, +) > available {
                let room = widths.indices.map { widths[$0] - floors[$0] }
                guard let widest = room.indices.max(by: { room[$0] < room[$1] }), room[widest] > 0 else { break }
                widths[widest] -= 1
            }
            if widths.reduce(0, +) <= available { return (widths, gap) }
        }
        return (widths, 1)
    }

    /// Columns that the widest part of any cell of a column takes.
    private func widest(_ column: Int, _ parts: (Substring) -> [Substring]) -> Int {
        rows.flatMap { TextLayout.paragraphs(of: $0[column].text).flatMap(parts) }.map { DisplayWidth.of($0) }.max()
            ?? 0
    }

    private func longestWord(_ text: String) -> Int {
        text.split { $0 == " " || $0 == "\n" }.map { DisplayWidth.of($0) }.max() ?? 0
    }
}

extension String {
    /// This padded cell with its text coloured.
    fileprivate func replacing(_ text: String, style: TextStyle, colour: TextFormat.Colour) -> String {
        guard colour != .none, !text.isEmpty else { return self }
        let leading = prefix { $0 == " " }
        let trailing = reversed().prefix { $0 == " " }
        let isAllSpace = leading.count == count
        return isAllSpace
            ? self : leading + style.applied(to: text, colour: colour) + String(repeating: " ", count: trailing.count)
    }
}
