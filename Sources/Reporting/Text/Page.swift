/// Text for people that grows from top to bottom.
struct Page {
    let format: TextFormat
    private(set) var lines: [String] = []
    /// What was set, before it was broken into lines: other media than a terminal break it themselves.
    private(set) var blocks: [Block] = []

    /// A piece of a page.
    enum Block {
        case heading(String)
        case paragraph(String, style: TextStyle)
        case item(String, style: TextStyle)
        case table(TextTable)
    }

    init(format: TextFormat) { self.format = format }

    var text: String { lines.map { $0 + "\n" }.joined() }

    /// A blank line and a title in bold; `rule` underlines it.
    mutating func heading(_ text: String, rule: Bool = false) {
        blocks.append(.heading(text))
        if !lines.isEmpty { lines.append("") }
        let title = TextLayout.wrap(TextLayout.printable(text), width: format.measure)
        lines += title.map { TextStyle.strong.applied(to: $0, colour: format.colour) }
        if rule { lines.append(String(repeating: "=", count: title.map { DisplayWidth.of($0) }.max() ?? 0)) }
    }

    mutating func blank() {
        if lines.last?.isEmpty == false { lines.append("") }
    }

    mutating func paragraph(_ text: String, style: TextStyle = .plain) {
        blocks.append(.paragraph(text, style: style))
        for line in TextLayout.wrap(TextLayout.printable(text), width: format.measure) {
            lines.append(style.applied(to: line, colour: format.colour))
        }
    }

    /// An item of a list, its further lines indented below the first.
    mutating func item(_ text: String, style: TextStyle = .plain) {
        blocks.append(.item(text, style: style))
        for (index, line) in TextLayout.wrap(TextLayout.printable(text), width: format.measure - 2).enumerated() {
            lines.append((index == 0 ? "- " : "  ") + style.applied(to: line, colour: format.colour))
        }
    }

    mutating func table(_ table: TextTable) {
        blocks.append(.table(table))
        lines += table.lines(width: format.width, colour: format.colour)
    }

    /// Lines that are set already.
    mutating func drawing(_ drawn: [String]) { lines += drawn }
}
