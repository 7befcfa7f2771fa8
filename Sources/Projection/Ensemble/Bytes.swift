/// Writes numbers as bytes: whole ones in groups of seven bits (LEB128), the others by their bits, the zeros at the end of
/// the significand left out.
public struct ByteWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    /// Nothing written yet.
    public init() {}

    /// Writes a number that is not negative.
    public mutating func write(_ value: Int) {
        precondition(value >= 0)
        write(UInt64(value))
    }

    /// Writes a number of either sign.
    public mutating func write(signed value: Int) { write(UInt64(bitPattern: Int64(value << 1 ^ value >> 63))) }

    /// Writes a number, bit for bit: 2 or 3 bytes for small whole ones, up to 10 for others.
    public mutating func write(_ value: Double) { write(value.bitPattern.byteSwapped) }

    /// Writes text as UTF-8 behind its length.
    public mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    /// Writes all elements behind their number.
    public mutating func write<Element>(_ list: [Element], _ element: (inout ByteWriter, Element) -> Void) {
        write(list.count)
        for item in list { element(&self, item) }
    }

    private mutating func write(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads what a ``ByteWriter`` has written.
public struct ByteReader: Sendable {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    /// The bytes are not what is expected.
    public struct Malformed: Error {
        /// Says that they are not.
        public init() {}
    }

    /// Reads from the first byte on.
    public init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        place = bytes.startIndex
    }

    /// Whether all was read.
    public var isAtEnd: Bool { place == bytes.endIndex }

    /// A number that is not negative.
    public mutating func count() throws(Malformed) -> Int {
        guard let value = Int(exactly: try word()) else { throw Malformed() }
        return value
    }

    /// A number of either sign.
    public mutating func signed() throws(Malformed) -> Int {
        let word = try word()
        return Int(word >> 1) ^ -Int(word & 1)
    }

    /// A number, bit for bit.
    public mutating func double() throws(Malformed) -> Double { Double(bitPattern: try word().byteSwapped) }

    /// Text.
    public mutating func text() throws(Malformed) -> String {
        let length = try count()
        guard length <= bytes.endIndex - place else { throw Malformed() }
        defer { place += length }
        guard let text = String(validating: bytes[place..<place + length], as: UTF8.self) else { throw Malformed() }
        return text
    }

    /// All elements of a list.
    public mutating func list<Element>(
        _ element: (inout ByteReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        let count = try count()
        // Every element takes a byte at least: a wrong number must not ask for all memory.
        guard count <= bytes.endIndex - place else { throw Malformed() }
        var list: [Element] = []
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try element(&self)) }
        return list
    }

    private mutating func word() throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 70, by: 7) {
            guard place < bytes.endIndex else { throw Malformed() }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        throw Malformed()
    }
}
