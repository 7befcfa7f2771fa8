/// The bytes of a file, read piece by piece: what a file too large for memory and an array have in common.
public struct ByteSource: Sendable {
    /// Number of bytes.
    public let count: Int
    private let fill: @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int

    /// Bytes that are read when they are wanted.
    ///
    /// - Parameters:
    ///   - count: number of bytes.
    ///   - read: fills the buffer with the bytes from an offset on, says how many there were; called from any thread.
    public init(
        count: Int, read: @escaping @Sendable (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) -> Int
    ) {
        self.count = count
        fill = read
    }

    /// Bytes in memory.
    public init(_ bytes: [UInt8]) {
        self.init(count: bytes.count) { offset, buffer in
            bytes.withUnsafeBytes { bytes in
                let count = max(0, min(buffer.count, bytes.count - offset))
                if count > 0 {
                    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count]))
                }
                return count
            }
        }
    }

    /// Fills a buffer from an offset on; whether all of it could be read.
    func read(from offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
        fill(offset, UnsafeMutableRawBufferPointer(buffer)) == buffer.count
    }

    /// Some bytes as an array; nil where they cannot be read.
    func bytes(_ range: Range<Int>) -> [UInt8]? {
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            let part = UnsafeMutableBufferPointer(rebasing: buffer[..<range.count])
            isWhole = read(from: range.lowerBound, into: part)
            count = isWhole ? range.count : 0
        }
        return isWhole ? bytes : nil
    }
}
