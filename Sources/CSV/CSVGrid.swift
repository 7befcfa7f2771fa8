/// A CSV file whose cells are mostly figures, indexed but not held: what a table too large for text in memory is
/// read through.
///
/// The file is that of ``CSVFile``, with the same errors. Opening it goes over
/// the bytes once and keeps where each record stands; `texts` reads one column,
/// and `readFigures` all cells, record by record, into numbers. No text of the
/// file is kept, and no cell becomes a String but those that hold text.
public struct CSVGrid: Sendable {
    /// The path that errors name.
    public let path: String
    public let header: [String]
    /// 1-based line of the header.
    public let headerLine: Int
    /// Number of records below the header.
    public var count: Int { places.count }
    let source: ByteSource
    let places: [RecordPlace]
    private let columns: [String: Int]

    /// Finds the records of a file. Cost: one pass over its bytes, several gigabytes a second.
    ///
    /// - Parameter path: named in errors; nothing is read from it.
    public init(_ source: ByteSource, path: String) throws(CSVError) {
        var header: CSVFile.Row?
        var places: [RecordPlace] = []
        var index = RecordIndex(source, path: path)
        try index.readAll { (place) throws(CSVError) in
            if let header {
                guard place.fields == header.fields.count else {
                    let kind = CSVError.Kind.wrongFieldCount(found: place.fields, expected: header.fields.count)
                    throw CSVError(path: path, line: place.line, kind: kind)
                }
                places.append(place)
            } else {
                let row = try Self.row(at: place, of: source, path: path)
                try checkHeader(row, path: path)
                header = row
            }
        }
        guard let header else { throw CSVError(path: path, line: 1, kind: .emptyFile) }
        self.path = path
        self.header = header.fields
        self.headerLine = header.line
        self.source = source
        self.places = places
        columns = Dictionary(uniqueKeysWithValues: zip(header.fields, header.fields.indices))
    }

    /// Position of the column with exactly this name, counted from 0. O(1).
    public func column(_ name: String) -> Int? { columns[name] }

    /// Position of the column, or an error that names the nearest existing column.
    public func requiredColumn(_ name: String) throws(CSVError) -> Int {
        if let index = column(name) { return index }
        let kind = CSVError.Kind.missingColumn(name: name, nearest: nearestName(to: name, among: header))
        throw CSVError(path: path, line: headerLine, kind: kind)
    }

    /// 1-based line on which a record, counted from 0, starts.
    public func line(of record: Int) -> Int { places[record].line }

    /// The fields of one column, record by record. Cost: reads every record up to the column.
    public func texts(of column: Int) throws(CSVError) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(count)
        for place in places { texts.append(try text(of: column, at: place)) }
        return texts
    }

    private func text(of column: Int, at place: RecordPlace) throws(CSVError) -> String {
        var length = 256
        while true {
            let end = min(place.bytes.lowerBound + length, place.bytes.upperBound)
            guard let bytes = source.bytes(place.bytes.lowerBound..<end) else { throw changed(place) }
            let found = bytes.withUnsafeBufferPointer { bytes -> String? in
                guard let base = bytes.baseAddress else { return "" }
                var cells = FieldCursor(base, base + bytes.count)
                for _ in 0..<column where !cells.isAtEnd { cells.skip() }
                // What runs up to the end of the piece may go on behind it.
                let text = cells.text()
                return cells.isAtEnd && end < place.bytes.upperBound ? nil : text
            }
            if let found {
                try Self.checkControl(found, field: column, at: place, path: path)
                return found
            }
            length *= 8
        }
    }

    private static func row(
        at place: RecordPlace, of source: ByteSource, path: String
    ) throws(CSVError) -> CSVFile.Row {
        guard let bytes = source.bytes(place.bytes) else {
            throw CSVError(path: path, line: place.line, kind: .changedWhileRead)
        }
        let fields = bytes.withUnsafeBufferPointer { bytes -> [String] in
            guard let base = bytes.baseAddress else { return [] }
            var cells = FieldCursor(base, base + bytes.count)
            return (0..<place.fields).map { _ in
                let text = cells.text()
                cells.passSeparator()
                return text
            }
        }
        for (index, field) in fields.enumerated() { try checkControl(field, field: index, at: place, path: path) }
        return CSVFile.Row(line: place.line, fields: fields)
    }

    private static func checkControl(
        _ text: String, field: Int, at place: RecordPlace, path: String
    ) throws(CSVError) {
        guard let code = firstControlCharacter(in: text) else { return }
        throw CSVError(path: path, line: place.line, kind: .controlCharacter(field: field + 1, code: code))
    }

    func changed(_ place: RecordPlace) -> CSVError {
        CSVError(path: path, line: place.line, kind: .changedWhileRead)
    }
}

/// Goes through the fields of a record that is known to be sound.
struct FieldCursor {
    private(set) var place: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>

    init(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) {
        place = start
        self.end = end
    }

    private static let quote = UInt8(ascii: "\"")
    private static let separator = UInt8(ascii: ",")

    /// Whether nothing is left of the record.
    var isAtEnd: Bool { place >= end }

    /// Whether the field is quoted.
    var isQuoted: Bool { !isAtEnd && place.pointee == Self.quote }

    /// Whether the field, or what is left of it, is empty.
    var isAtSeparator: Bool { isAtEnd || place.pointee == Self.separator }

    /// Goes to the field after the separator that was reached.
    mutating func passSeparator() { if !isAtEnd { place += 1 } }

    /// Goes to the next field.
    mutating func skip() {
        passContent()
        passSeparator()
    }

    /// A number at the start of the field that fills it; the cursor then stands behind it. Nil for all else.
    @inline(__always) mutating func number() -> Double? {
        guard let found = scanDecimal(place, end), found.end == end || found.end.pointee == Self.separator else {
            return nil
        }
        place = found.end
        return found.value
    }

    /// The text of the field; the cursor then stands behind it.
    mutating func text() -> String {
        let (start, isQuoted) = (place, isQuoted)
        passContent()
        var field = UnsafeBufferPointer(start: start, count: place - start)
        guard isQuoted else { return String(decoding: field, as: UTF8.self) }
        field = UnsafeBufferPointer(rebasing: field.dropFirst().dropLast())
        var isDoubled = false
        let content = field.filter { byte in
            isDoubled = byte == Self.quote && !isDoubled
            return !isDoubled
        }
        return String(decoding: content, as: UTF8.self)
    }

    private mutating func passContent() {
        if isQuoted {
            place += 1
            while place < end {
                if place.pointee == Self.quote {
                    place += 1
                    guard place < end, place.pointee == Self.quote else { return }
                }
                place += 1
            }
        } else {
            while place < end, place.pointee != Self.separator { place += 1 }
        }
    }
}
