private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D

/// Splits bytes that are known to be UTF-8 into records, keeping count of lines.
struct RecordScanner {
    let bytes: [UInt8]
    let path: String
    private let separator: UInt8
    private var position: Int
    private var line = 1

    /// - Parameter separator: an ASCII character that stands between fields.
    init(bytes: [UInt8], path: String, separator: UInt8 = UInt8(ascii: ",")) {
        self.bytes = bytes
        self.path = path
        self.separator = separator
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record that is not a blank line; nil at the end.
    mutating func next(expecting count: Int?) throws(CSVError) -> CSVFile.Row? {
        while position < bytes.count, isLineEnd(bytes[position]) { skipLineEnd() }
        if position == bytes.count { return nil }
        let start = line
        var fields: [String] = []
        if let count { fields.reserveCapacity(count) }
        while true {
            if position < bytes.count, bytes[position] == quote {
                fields.append(try quotedField(number: fields.count + 1))
            } else {
                fields.append(try plainField(number: fields.count + 1))
            }
            guard position < bytes.count, bytes[position] == separator else { break }
            position += 1
        }
        if position < bytes.count { skipLineEnd() }
        if let count, fields.count != count {
            throw CSVError(path: path, line: start, kind: .wrongFieldCount(found: fields.count, expected: count))
        }
        return CSVFile.Row(line: start, fields: fields)
    }

    /// Reads up to the separator or line end that follows.
    private mutating func plainField(number: Int) throws(CSVError) -> String {
        let (start, separator) = (position, separator)
        let (end, hasQuote) = bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index < bytes.count {
                let byte = bytes[index]
                if byte == separator || byte == lineFeed || byte == carriageReturn { break }
                if byte == quote { return (index, true) }
                index += 1
            }
            return (index, false)
        }
        if hasQuote { throw CSVError(path: path, line: line, kind: .strayQuote(field: number)) }
        position = end
        return try text(start..<end, field: number)
    }

    /// Reads from the opening quote to just after the closing one.
    private mutating func quotedField(number: Int) throws(CSVError) -> String {
        let startLine = line
        position += 1
        var start = position
        var content = ""
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                content += try text(start..<position, field: number)
                let isDoubled = position + 1 < bytes.count && bytes[position + 1] == quote
                if !isDoubled {
                    position += 1
                    if position < bytes.count, bytes[position] != separator, !isLineEnd(bytes[position]) {
                        throw CSVError(path: path, line: line, kind: .strayQuote(field: number))
                    }
                    return content
                }
                // The second quote opens the next stretch, so that it becomes part of the content.
                start = position + 1
                position += 2
            } else if isLineEnd(byte) {
                skipLineEnd()
            } else {
                position += 1
            }
        }
        throw CSVError(path: path, line: startLine, kind: .unterminatedQuote)
    }

    private mutating func skipLineEnd() {
        let isPair =
            bytes[position] == carriageReturn && position + 1 < bytes.count && bytes[position + 1] == lineFeed
        position += isPair ? 2 : 1
        line += 1
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }

    private func text(_ range: Range<Int>, field: Int) throws(CSVError) -> String {
        let (text, isSuspect) = bytes.withUnsafeBufferPointer { bytes in
            let part = UnsafeBufferPointer(rebasing: bytes[range])
            return (String(decoding: part, as: UTF8.self), mayHoldControl(part))
        }
        if isSuspect, let code = firstControlCharacter(in: text) {
            throw CSVError(path: path, line: line, kind: .controlCharacter(field: field, code: code))
        }
        return text
    }
}

/// Offset of the first byte that is not part of valid UTF-8; nil if all are.
func firstInvalidUTF8(in bytes: [UInt8]) -> Int? { bytes.withUnsafeBufferPointer { firstInvalidUTF8(in: $0) } }

/// Offset of the first byte that is not part of valid UTF-8; nil if all are.
func firstInvalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span)
        return nil
    } catch {
        return error.byteOffsets.lowerBound
    }
}
