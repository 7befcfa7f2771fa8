/// A CSV file with a header, read whole: RFC 4180 in UTF-8.
///
/// Accepted: quoted fields with commas, newlines and doubled quotes; CRLF, LF
/// or CR at line ends; an optional byte order mark; a last line without an end.
/// Blank lines are skipped (a one-column file writes an empty cell as `""`).
/// Fields are kept as they stand, spaces included.
public struct CSVFile: Sendable {
    /// The path that errors name.
    public let path: String
    public let header: [String]
    /// 1-based line of the header.
    public let headerLine: Int
    public let rows: [Row]

    /// One record; `fields` has as many entries as the header.
    public struct Row: Sendable, Equatable {
        /// 1-based line of the file on which the record starts.
        public let line: Int
        public let fields: [String]

        /// The field of a column, counted from 0.
        public subscript(column: Int) -> String { fields[column] }
    }

    /// Parses the bytes of a file. Cost: one pass to check UTF-8, one to split.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    public init(bytes: [UInt8], path: String) throws(CSVError) {
        if let offset = firstInvalidUTF8(in: bytes) {
            throw CSVError(path: path, line: lineNumber(of: offset, in: bytes), kind: .notUTF8(byteOffset: offset))
        }
        var scanner = RecordScanner(bytes: bytes, path: path)
        guard let first = try scanner.next(expecting: nil) else {
            throw CSVError(path: path, line: 1, kind: .emptyFile)
        }
        try checkHeader(first, path: path)
        var rows: [Row] = []
        while let row = try scanner.next(expecting: first.fields.count) {
            rows.append(row)
        }
        self.path = path
        self.header = first.fields
        self.headerLine = first.line
        self.rows = rows
    }

    /// Position of the column with exactly this name, counted from 0.
    public func column(_ name: String) -> Int? { header.firstIndex(of: name) }

    /// Position of the column, or an error that names the nearest existing column.
    public func requiredColumn(_ name: String) throws(CSVError) -> Int {
        if let index = column(name) { return index }
        let kind = CSVError.Kind.missingColumn(name: name, nearest: nearestName(to: name, among: header))
        throw CSVError(path: path, line: headerLine, kind: kind)
    }

    /// The number in a cell; nil if the cell is empty or blank.
    ///
    /// Decimal notation only: optional sign, digits with at most one `.`,
    /// optional exponent. Thousands separators, `nan`, `inf`, hexadecimal and
    /// numbers beyond the range of Double are errors, not guesses.
    public func number(row: Row, column: Int) throws(CSVError) -> Double? {
        let text = row.fields[column]
        switch parseDecimal(text) {
        case .blank: return nil
        case .number(let value): return value
        case .malformed: throw .notANumber(path: path, line: row.line, column: header[column], value: text)
        }
    }
}

func checkHeader(_ header: CSVFile.Row, path: String) throws(CSVError) {
    // One column whose name holds what other programs separate columns by: those were meant.
    if header.fields.count == 1,
        let separator = CSVError.Separator.allCases.first(where: {
            header.fields[0].contains($0.rawValue)
        })
    {
        throw CSVError(path: path, line: header.line, kind: .otherSeparator(separator))
    }
    var seen: Set<String> = []
    for (index, name) in header.fields.enumerated() {
        if name.utf8.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) {
            throw CSVError(path: path, line: header.line, kind: .unnamedColumn(field: index + 1))
        }
        if !seen.insert(name).inserted {
            throw CSVError(path: path, line: header.line, kind: .duplicateColumn(name: name))
        }
    }
}

/// 1-based line that holds the byte at `offset`; CRLF, LF and CR end lines.
func lineNumber(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset {
        let isLoneReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if bytes[index] == 0x0A || isLoneReturn { line += 1 }
    }
    return line
}
