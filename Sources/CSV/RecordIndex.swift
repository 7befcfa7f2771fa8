private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D

/// Where a record of a file stands.
struct RecordPlace: Sendable, Equatable {
    /// 1-based line on which it starts.
    var line: Int
    /// Its bytes, the line end not counted.
    var bytes: Range<Int>
    /// Number of fields.
    var fields: Int
}

/// Finds the records of a file in one pass that keeps no text: what stands in them is read later.
///
/// The rules are those of ``CSVFile``, and so are the errors, in the order in
/// which they stand in the file. Between quotes and line ends sixteen bytes are
/// looked at at a time; several gigabytes a second.
struct RecordIndex {
    private let source: ByteSource
    private let path: String
    private let separator: UInt8
    private var mode = Mode.lineStart
    private var line = 1
    /// The byte before the one that is looked at.
    private var last: UInt8 = 0
    private var start = 0
    private var startLine = 1
    private var separators = 0
    private var quoteLine = 1

    private enum Mode { case lineStart, unquoted, quoted, afterQuote }

    /// - Parameter separator: an ASCII character that stands between fields.
    init(_ source: ByteSource, path: String, separator: UInt8 = UInt8(ascii: ",")) {
        self.source = source
        self.path = path
        self.separator = separator
    }

    /// Bytes that are looked at together.
    private static let chunk = 1 << 18

    /// Calls `body` with every record that is not a blank line.
    mutating func readAll(_ body: (RecordPlace) throws(CSVError) -> Void) throws(CSVError) {
        let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: min(Self.chunk, max(source.count, 1)))
        defer { buffer.deallocate() }
        var offset = 0
        while offset < source.count {
            let part = UnsafeMutableBufferPointer(rebasing: buffer[..<min(buffer.count, source.count - offset)])
            guard source.read(from: offset, into: part) else {
                throw CSVError(path: path, line: line, kind: .changedWhileRead)
            }
            var bytes = UnsafeBufferPointer(part)
            bytes = UnsafeBufferPointer(rebasing: bytes[..<(try checkedUTF8(bytes, at: offset))])
            let hasMark = offset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
            try scan(bytes, from: hasMark ? 3 : 0, at: offset, body)
            offset += bytes.count
        }
        if mode == .quoted { throw CSVError(path: path, line: quoteLine, kind: .unterminatedQuote) }
        if mode != .lineStart { try body(record(endingAt: offset)) }
    }

    /// The bytes up to a character that the next chunk completes.
    private func checkedUTF8(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws(CSVError) -> Int {
        guard let invalid = firstInvalidUTF8(in: bytes) else { return bytes.count }
        if invalid > 0, invalid > bytes.count - 4, offset + bytes.count < source.count { return invalid }
        var line = line
        var last = last
        for byte in bytes[..<invalid] {
            if byte == carriageReturn || (byte == lineFeed && last != carriageReturn) { line += 1 }
            last = byte
        }
        throw CSVError(path: path, line: line, kind: .notUTF8(byteOffset: offset + invalid))
    }

    private mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from first: Int, at offset: Int,
        _ body: (RecordPlace) throws(CSVError) -> Void
    ) throws(CSVError) {
        guard let base = bytes.baseAddress else { return }
        var index = first
        while index < bytes.count {
            let byte = base[index]
            switch mode {
            case .lineStart:
                if byte == lineFeed || byte == carriageReturn {
                    endLine(byte)
                    index += 1
                } else {
                    (start, startLine, separators) = (offset + index, line, 0)
                    mode = .unquoted
                    last = separator
                }
            case .unquoted:
                if byte == quote {
                    guard last == separator else { throw strayQuote() }
                    quoteLine = line
                    mode = .quoted
                } else if byte == lineFeed || byte == carriageReturn {
                    try body(record(endingAt: offset + index))
                    endLine(byte)
                } else {
                    index = skipPlain(base, from: index, to: bytes.count)
                    last = base[index - 1]
                    continue
                }
                last = byte
                index += 1
            case .quoted:
                if byte == quote {
                    mode = .afterQuote
                } else if byte == lineFeed || byte == carriageReturn {
                    endLine(byte)
                    mode = .quoted
                }
                last = byte
                index += 1
            case .afterQuote:
                if byte == quote {
                    mode = .quoted
                } else if byte == separator {
                    separators += 1
                    mode = .unquoted
                } else if byte == lineFeed || byte == carriageReturn {
                    try body(record(endingAt: offset + index))
                    endLine(byte)
                } else {
                    throw strayQuote()
                }
                last = byte
                index += 1
            }
        }
    }

    /// Counts a line; the second byte of CRLF ends none.
    private mutating func endLine(_ byte: UInt8) {
        if byte == carriageReturn || last != carriageReturn { line += 1 }
        last = byte
        mode = .lineStart
    }

    private func strayQuote() -> CSVError {
        CSVError(path: path, line: line, kind: .strayQuote(field: separators + 1))
    }

    private func record(endingAt end: Int) -> RecordPlace {
        RecordPlace(line: startLine, bytes: start..<end, fields: separators + 1)
    }

    /// Goes over bytes that are no quote and no line end, and counts the separators among them.
    private mutating func skipPlain(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        let (separator, quotes) = (SIMD16(repeating: separator), SIMD16(repeating: quote))
        let (feeds, returns) = (SIMD16(repeating: lineFeed), SIMD16(repeating: carriageReturn))
        var index = start
        while end - index >= 16 {
            var counts = SIMD16<UInt8>(repeating: 0)
            // A byte counts to 255.
            let limit = min(end - 16, index + 254 * 16)
            var isPlain = true
            while index <= limit {
                let block = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
                let special = (block .== quotes) .| (block .== feeds) .| (block .== returns)
                isPlain = unsafeBitCast(special, to: SIMD2<UInt64>.self) == SIMD2(0, 0)
                if !isPlain { break }
                let found = unsafeBitCast(block .== separator, to: SIMD16<UInt8>.self)
                counts = counts &- found
                index += 16
            }
            separators += sum(counts)
            if !isPlain { break }
        }
        while index < end {
            let byte = base[index]
            if byte == quote || byte == lineFeed || byte == carriageReturn { break }
            if byte == self.separator { separators += 1 }
            index += 1
        }
        return index
    }

    private func sum(_ counts: SIMD16<UInt8>) -> Int {
        var sum = 0
        for lane in 0..<16 { sum += Int(counts[lane]) }
        return sum
    }
}
