/// Text as a cell can hold it.
public enum CellText {
    /// UTF-16 units in a cell at most.
    public static let most = 32_767

    /// The text without characters that no spreadsheet file can hold (control characters but line feed and tab, and
    /// noncharacters), cut where it is too long: there `mark` says how many characters are left out.
    public static func fitting(_ text: String, mark: (Int) -> String) -> String {
        let clean = cleaned(text)
        // UTF-16 never takes more units than UTF-8 takes bytes.
        guard clean.utf8.count > most, clean.utf16.count > most else { return clean }
        let room = most - mark(clean.utf16.count).utf16.count
        var (units, end) = (0, clean.startIndex)
        while end < clean.endIndex {
            let next = clean.index(after: end)
            units += clean[end..<next].utf16.count
            if units > room { break }
            end = next
        }
        return clean[..<end] + mark(clean[end...].count)
    }

    /// The text without characters that no spreadsheet file can hold; line ends become line feeds.
    public static func cleaned(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var scalars = String.UnicodeScalarView()
        var follows = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                scalars.append("\n")
            } else if !(scalar == "\n" && follows), isAllowed(scalar) {
                scalars.append(scalar)
            }
            follows = scalar == "\r"
        }
        return String(scalars)
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: true
        case 0x00...0x1F, 0x7F...0x9F: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }
}
