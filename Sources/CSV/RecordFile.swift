/// A delimited text file read whole, without a header of its own: what CSV
/// files of other makers have in common.
///
/// Quoting and line ends as in ``CSVFile``; the separator is free, records may
/// have different numbers of fields, and blank lines are skipped.
public struct RecordFile: Sendable {
    /// What stands between fields.
    public enum Separator: String, Sendable, CaseIterable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"
    }

    /// How numbers are written.
    public struct Notation: Sendable, Equatable {
        /// Between units and decimals.
        public var decimalMark: Character
        /// Between thousands; nil where there is none.
        public var groupMark: Character?

        /// By default a decimal point and nothing between thousands.
        public init(decimalMark: Character = ".", groupMark: Character? = nil) {
            self.decimalMark = decimalMark
            self.groupMark = groupMark
        }
    }

    /// The path that errors name.
    public let path: String
    /// The records in the order of the file.
    public let rows: [CSVFile.Row]

    /// Parses the bytes of a file. Cost: one pass to check UTF-8, one to split.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    /// - Throws: `CSVError` of kind `emptyFile`, `notUTF8`, `unterminatedQuote` or `strayQuote`.
    public init(bytes: [UInt8], path: String, separator: Separator = .comma) throws(CSVError) {
        if let offset = firstInvalidUTF8(in: bytes) {
            throw CSVError(path: path, line: lineNumber(of: offset, in: bytes), kind: .notUTF8(byteOffset: offset))
        }
        var scanner = RecordScanner(
            bytes: bytes, path: path, separator: separator.rawValue.utf8.first ?? UInt8(ascii: ","))
        var rows: [CSVFile.Row] = []
        while let row = try scanner.next(expecting: nil) { rows.append(row) }
        guard !rows.isEmpty else { throw CSVError(path: path, line: 1, kind: .emptyFile) }
        self.path = path
        self.rows = rows
    }

    /// The number in a cell of a record; nil if the cell is empty, blank, or beyond the record's end.
    ///
    /// - Parameters:
    ///   - column: counted from 0.
    ///   - name: what an error calls the column.
    ///   - path: the file that an error names.
    /// - Throws: `CSVError` of kind `notANumber`.
    public static func number(
        _ row: CSVFile.Row, _ column: Int, name: String, path: String, notation: Notation = Notation()
    ) throws(CSVError) -> Double? {
        guard row.fields.indices.contains(column) else { return nil }
        let text = row.fields[column]
        switch parseDecimal(plain(text, notation)) {
        case .blank: return nil
        case .number(let value): return value
        case .malformed: throw .notANumber(path: path, line: row.line, column: name, value: text)
        }
    }

    /// Whether three digits follow every group mark, up to three come before the first, and none stands in the decimals.
    private static func groupsThousands(_ text: String, _ mark: Character, _ decimalMark: Character) -> Bool {
        guard text.contains(mark) else { return true }
        let parts = text.split(separator: decimalMark, maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count > 1, parts[1].contains(mark) { return false }
        let groups = parts[0].split(separator: mark, omittingEmptySubsequences: false)
        let first = groups[0].filter(\.isNumber).count
        return (1...3).contains(first)
            && groups.dropFirst().allSatisfy { group in
                let digits = group.filter { !$0.isWhitespace }
                return digits.count == 3 && digits.allSatisfy(\.isNumber)
            }
    }

    /// The cell in the notation of ``CSVFile``; a mark in the wrong place makes it malformed.
    private static func plain(_ text: String, _ notation: Notation) -> String {
        if notation == Notation() { return text }
        if let mark = notation.groupMark, !groupsThousands(text, mark, notation.decimalMark) { return "?" }
        return String(
            text.compactMap { character -> Character? in
                if character == notation.groupMark { return nil }
                if character == notation.decimalMark { return "." }
                return character == "." ? "?" : character
            })
    }
}
