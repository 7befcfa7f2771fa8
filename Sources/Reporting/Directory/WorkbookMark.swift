/// By what a workbook that Milepost wrote is known again: the checksum of the part that names its maker.
///
/// Whoever saves the workbook anew writes that part in another way, so that what a reader has changed is no longer
/// taken for what may be replaced.
public struct WorkbookMark: Sendable, Equatable {
    private var checksum: UInt32
    private var size: UInt32

    /// The part with the properties that are not of the standard.
    private static let part = Array("docProps/custom.xml".utf8)

    /// The mark of a file; nil for what is no workbook or names no maker.
    public init?(_ bytes: [UInt8]) {
        guard let directory = Self.directory(of: bytes) else { return nil }
        var start = directory
        // An entry of the directory of a zip archive: its names and sizes, little-endian, at fixed places.
        while let signature = Self.number(bytes, start, 4), signature == 0x0201_4B50,
            let checksum = Self.number(bytes, start + 16, 4), let size = Self.number(bytes, start + 24, 4),
            let name = Self.number(bytes, start + 28, 2), let extra = Self.number(bytes, start + 30, 2),
            let comment = Self.number(bytes, start + 32, 2)
        {
            let (first, last) = (start + 46, start + 46 + Int(name))
            if last <= bytes.count, bytes[first..<last].elementsEqual(Self.part) {
                (self.checksum, self.size) = (checksum, size)
                return
            }
            start = last + Int(extra) + Int(comment)
        }
        return nil
    }

    /// Where the directory of a zip archive begins, which its last record tells.
    private static func directory(of bytes: [UInt8]) -> Int? {
        let (record, longestComment) = (22, 0xFFFF)
        guard bytes.count >= record else { return nil }
        for start in stride(
            from: bytes.count - record, through: max(0, bytes.count - record - longestComment), by: -1)
        where number(bytes, start, 4) == 0x0605_4B50 {
            return number(bytes, start + 16, 4).map { Int($0) }
        }
        return nil
    }

    /// A little-endian number; nil beyond the end.
    private static func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> UInt32? {
        guard start >= 0, start + count <= bytes.count else { return nil }
        return bytes[start..<(start + count)].reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}
