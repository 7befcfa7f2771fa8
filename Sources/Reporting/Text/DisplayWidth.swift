/// How many columns text takes on a terminal, where Chinese characters and emoji take two.
public enum DisplayWidth {
    /// Columns of a text without line breaks.
    public static func of(_ text: some StringProtocol) -> Int {
        ofNarrow(text) ?? text.reduce(0) { $0 + of($1) }
    }

    /// Columns of a text in which every scalar is a character of its own and takes one column: ASCII, and the dashes,
    /// quotation marks and mathematical signs of European text. Nil for every other text.
    ///
    /// Most text is of this kind, and reading its bytes takes a twentieth of looking for characters in it.
    static func ofNarrow(_ text: some StringProtocol) -> Int? {
        let columns = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
            var (columns, index) = (0, 0)
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    guard byte >= 0x20 && byte != 0x7F else { return nil }
                    index += 1
                } else if byte == 0xC2 || byte == 0xC3 {
                    // U+00A0 to U+00FF but the soft hyphen.
                    guard byte == 0xC3 || bytes[index + 1] >= 0xA0 && bytes[index + 1] != 0xAD else { return nil }
                    index += 2
                } else if byte == 0xE2 {
                    switch (bytes[index + 1], bytes[index + 2]) {
                    // U+2010 to U+2027: dashes, quotation marks, …; U+2180 to U+22FF: arrows, mathematical signs.
                    case (0x80, 0x90...0xA7), (0x86...0x8B, _): index += 3
                    default: return nil
                    }
                } else {
                    return nil
                }
                columns += 1
            }
            return columns
        }
        return columns ?? nil
    }

    /// Columns of one character as the reader sees it: a base with its accents, or a joined emoji.
    public static func of(_ character: Character) -> Int {
        if let ascii = character.asciiValue { return ascii < 32 || ascii == 127 ? 0 : 1 }
        let scalars = character.unicodeScalars
        // A variation selector asks for the emoji form; two regional letters make a flag.
        let isFlag = scalars.count > 1 && (0x1F1E6...0x1F1FF).contains(scalars.first!.value)
        if isFlag || scalars.contains("\u{FE0F}") { return 2 }
        return scalars.lazy.map(of).first { $0 > 0 } ?? 0
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: isWide(scalar.value) ? 2 : 1
        }
    }

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= wide[0].lowerBound else { return false }
        var (low, high) = (0, wide.count - 1)
        while low <= high {
            let middle = (low + high) / 2
            if value < wide[middle].lowerBound {
                high = middle - 1
            } else if value > wide[middle].upperBound {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }

    /// East Asian Width W and F of Unicode 14 (UAX 11), gaps of unassigned characters closed. Ambiguous
    /// characters count as narrow, as terminals do unless told otherwise.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0, 0x23F3...0x23F3,
        0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F, 0x2693...0x2693, 0x26A1...0x26A1,
        0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA,
        0x26F2...0x26F3, 0x26F5...0x26F5, 0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B,
        0x2728...0x2728, 0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
        0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55, 0x2E80...0x303E,
        0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9,
        0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CD5, 0x18D00...0x18D08,
        0x1AFF0...0x1B122, 0x1B150...0x1B2FB, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E,
        0x1F191...0x1F19A,
        0x1F200...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393,
        0x1F3A0...0x1F3CA,
        0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440,
        0x1F442...0x1F4FC,
        0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
        0x1F5A4...0x1F5A4,
        0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2, 0x1F6D5...0x1F6DF,
        0x1F6EB...0x1F6EC,
        0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF,
        0x1FA70...0x1FAF8,
        0x20000...0x3FFFD,
    ]
}
