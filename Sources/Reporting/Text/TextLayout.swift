/// Fits text into columns: breaking lines, cutting, padding.
enum TextLayout {
    /// Text that cannot disturb a terminal: control and direction characters removed, line breaks kept.
    static func printable(_ text: String) -> String {
        guard DisplayWidth.ofNarrow(text) == nil else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: clean.append(scalar)
            case 0x09: clean.append(" ")
            case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
            default: clean.append(scalar)
            }
        }
        return String(clean)
    }

    /// The same on one line.
    static func oneLine(_ text: String) -> String {
        printable(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// Lines of at most `width` columns, broken at spaces and between Chinese characters; a word that is
    /// too long is cut. Line breaks in the text stay.
    static func wrap(_ text: String, width: Int) -> [String] {
        let width = max(2, width)
        var lines: [String] = []
        for paragraph in paragraphs(of: text) {
            var line = ""
            var used = 0
            for piece in pieces(of: paragraph) {
                let columns = DisplayWidth.of(withoutTrailingSpaces(piece))
                if used + columns > width && used > 0 {
                    lines.append(trimmingEnd(line))
                    (line, used) = ("", 0)
                }
                if columns > width {
                    var cut = hardCut(piece, width: width)
                    line = cut.removeLast()
                    lines += cut
                    used = DisplayWidth.of(line)
                } else {
                    line += piece
                    used += DisplayWidth.of(piece)
                }
            }
            lines.append(trimmingEnd(line))
        }
        return lines
    }

    /// The parts of a text between its line breaks.
    static func paragraphs(of text: String) -> [Substring] {
        text.utf8.contains(UInt8(ascii: "\n"))
            ? text.split(separator: "\n", omittingEmptySubsequences: false) : [text[...]]
    }

    /// The text cut to `width` columns, with `…` where something is missing.
    static func shorten(_ text: String, width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var kept = ""
        var used = 0
        for character in text {
            let columns = DisplayWidth.of(character)
            if used + columns > width - 1 { break }
            kept.append(character)
            used += columns
        }
        return kept + "…"
    }

    static func pad(_ text: String, width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
        return right ? space + text : text + space
    }

    static func trimmingEnd(_ text: String) -> String { String(withoutTrailingSpaces(text[...])) }

    private static func withoutTrailingSpaces(_ text: Substring) -> Substring {
        let bytes = text.utf8
        var end = bytes.endIndex
        while end > bytes.startIndex, bytes[bytes.index(before: end)] == UInt8(ascii: " ") {
            end = bytes.index(before: end)
        }
        return text[..<end]
    }

    /// The parts that a line break need not cut, without the spaces after them.
    static func words(of text: Substring) -> [Substring] {
        pieces(of: text).map { $0.prefix { $0 != " " } }
    }

    /// Parts between which a line may break; a space belongs to the part before it.
    private static func pieces(of text: Substring) -> [Substring] {
        DisplayWidth.ofNarrow(text) == nil ? piecesByCharacter(of: text) : piecesBySpace(of: text)
    }

    /// The same of a narrow text, which breaks at spaces alone.
    private static func piecesBySpace(of text: Substring) -> [Substring] {
        let (bytes, space) = (text.utf8, UInt8(ascii: " "))
        var pieces: [Substring] = []
        var (start, index) = (text.startIndex, text.startIndex)
        while let found = bytes[index...].firstIndex(of: space) {
            index = bytes.index(after: found)
            guard index < text.endIndex, bytes[index] != space else { continue }
            // Nothing is bound to a letter.
            let right = bytes[index]
            if (right < 0x80 && !(0x30...0x39).contains(right)) || !isBound(text, at: found) {
                pieces.append(text[start..<index])
                start = index
            }
        }
        if start < text.endIndex { pieces.append(text[start...]) }
        return pieces
    }

    private static func piecesByCharacter(of text: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            let next = text.index(after: index)
            if next < text.endIndex && mayBreak(after: text[index], before: text[next]) && !isBound(text, at: index) {
                pieces.append(text[start..<next])
                start = next
            }
            index = next
        }
        if start < text.endIndex { pieces.append(text[start...]) }
        return pieces
    }

    /// Whether the space at `index` stands inside `8.8% ± 0.4` or `2027: 8.8%`.
    private static func isBound(_ text: Substring, at index: Substring.Index) -> Bool {
        guard text[index] == " " else { return false }
        let right = text[text.index(after: index)]
        if right == "±" { return true }
        guard index > text.startIndex, right.isNumber else { return false }
        let left = text[text.index(before: index)]
        if left == "±" { return true }
        let before = text[..<index].dropLast().last
        return left == ":" && before?.isNumber == true
    }

    private static func mayBreak(after left: Character, before right: Character) -> Bool {
        if left == " " { return right != " " }
        if right == " " { return false }
        guard DisplayWidth.of(left) == 2 || DisplayWidth.of(right) == 2 else { return false }
        // Kinsoku: closing marks do not begin a line, opening marks do not end one. A figure keeps its unit.
        if "，。、；：！？）》」』】”’…%,.;:!?)]".contains(right) || "（《「『【“‘([".contains(left) { return false }
        // Units of money stay whole: 亿元, 万亿元, 万元.
        if "万亿".contains(left) && "亿元".contains(right) { return false }
        return !(left.isNumber && DisplayWidth.of(left) == 1)
    }

    private static func hardCut(_ text: Substring, width: Int) -> [String] {
        var lines = [""]
        var used = 0
        for character in text {
            let columns = DisplayWidth.of(character)
            if used + columns > width {
                lines.append("")
                used = 0
            }
            lines[lines.count - 1].append(character)
            used += columns
        }
        return lines
    }
}
