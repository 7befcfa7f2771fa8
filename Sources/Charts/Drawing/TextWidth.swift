/// How wide text will be, estimated: an SVG cannot measure the font that its reader has. Rather too wide than too narrow.
enum TextWidth {
    /// In pixels, at a font size.
    static func of(_ text: some StringProtocol, size: Double) -> Double {
        size * text.unicodeScalars.reduce(0) { $0 + ems($1) }
    }

    private static func ems(_ scalar: Unicode.Scalar) -> Double {
        switch scalar.value {
        case 0x20, 0x21, 0x27, 0x28, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x49, 0x5B, 0x5D, 0x69, 0x6A, 0x6C, 0x7C: 0.31
        case 0x2D, 0x2F, 0x66, 0x72, 0x74: 0.38
        case 0x25, 0x40, 0x4D, 0x57, 0x6D: 0.9
        case 0x77: 0.78
        case 0x41...0x5A: 0.67
        case 0x21...0x7E: 0.57
        case 0x2013, 0x2212: 0.57
        case 0x2018...0x201D, 0xB7: 0.4
        case 0x300...0x36F, 0x200B...0x200F: 0
        case 0x2E80...: 1
        default: 0.62
        }
    }

    /// Text in lines no wider than a width: broken at spaces and between Chinese characters, cut with `…` after the last.
    static func lines(of text: String, size: Double, width: Double, most: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var lineWidth = 0.0
        for piece in pieces(of: text) {
            let pieceWidth = of(piece, size: size)
            if lineWidth + of(piece.trimmingSpaces, size: size) > width, !line.isEmpty {
                lines.append(line.trimmingSpaces)
                // No more is read than can be drawn: names may have thousands of letters.
                if lines.count > most { break }
                (line, lineWidth) = ("", 0)
            }
            line += piece
            lineWidth += pieceWidth
        }
        if !line.trimmingSpaces.isEmpty, lines.count <= most { lines.append(line.trimmingSpaces) }
        guard lines.count > most || lines.contains(where: { of($0, size: size) > width }) else { return lines }
        let isCut = lines.count > most
        lines = Array(lines.prefix(most))
        for index in lines.indices {
            lines[index] = cut(
                lines[index], size: size, width: width, always: isCut && index == lines.count - 1)
        }
        return lines
    }

    /// Text no wider than a width, cut with `…`.
    static func cut(_ text: String, size: Double, width: Double, always: Bool = false) -> String {
        let ellipsis = of("…", size: size)
        var (kept, used) = (text.startIndex, 0.0)
        for index in text.indices {
            used += of(String(text[index]), size: size)
            if used + ellipsis <= width { kept = text.index(after: index) }
            if used > width { return String(text[..<kept]).trimmingSpaces + "…" }
        }
        return always ? String(text[..<kept]).trimmingSpaces + "…" : text
    }

    /// Words with the space behind them; single characters of Chinese, with the marks that must not begin a line.
    private static func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var start = text.startIndex
        var (isEmpty, opens) = (true, false)
        // A word ends before, or behind, a place: what stands since the last end is a piece.
        func end(at place: String.Index) {
            pieces.append(String(text[start..<place]))
            (start, isEmpty, opens) = (place, true, false)
        }
        for index in text.indices {
            let first = text.unicodeScalars[index]
            let next = text.index(after: index)
            if isEmpty, !pieces.isEmpty, mayNotBegin(first) {
                pieces[pieces.count - 1] += text[index..<next]
                start = next
            } else if first.value >= 0x2E80, !mayNotBegin(first), !mayNotEnd(first) {
                if !isEmpty, !opens { end(at: index) }
                end(at: next)
            } else if first == " " {
                end(at: next)
            } else {
                (isEmpty, opens) = (false, mayNotEnd(first))
            }
        }
        if !isEmpty { end(at: text.endIndex) }
        return pieces
    }

    /// Whether it is a mark that stays with what is before it.
    private static func mayNotBegin(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", "。", "、", "；", "：", "）", "》", "」", "』", "”", "！", "？", "％": true
        default: false
        }
    }

    /// Whether it is a mark that stays with what is behind it.
    private static func mayNotEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "（" || scalar == "《" || scalar == "“" }
}

extension StringProtocol {
    /// Without spaces at its ends.
    var trimmingSpaces: String {
        guard let start = firstIndex(where: { $0 != " " }), let end = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[start...end])
    }
}
