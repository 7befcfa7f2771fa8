import Glibc

/// A file of the real file system, open for reading until the last use of it.
final class OpenFile: Sendable {
    private let descriptor: Int32
    /// Bytes of a regular file; nil for what has no size of its own, such as a pipe.
    let size: Int?

    /// Nil for what cannot be read, folders among it.
    init?(_ path: String) {
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            size = nil
            if descriptor >= 0 { close(descriptor) }
            return nil
        }
        size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }

    deinit { close(descriptor) }

    /// Fills the buffer from an offset of a regular file; how many bytes there were.
    func read(from offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var done = 0
        while done < buffer.count, let start = buffer.baseAddress {
            let count = pread(descriptor, start + done, buffer.count - done, off_t(offset + done))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            done += count
        }
        return done
    }

    /// All bytes; of what has no size, no more than one above the limit of the catalogue. Nil after an error.
    func contents() -> [UInt8]? {
        var bytes: [UInt8] = []
        if let size {
            bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                count = read(from: 0, into: UnsafeMutableRawBufferPointer(buffer))
            }
            // Files of /proc say that they are empty.
            if size > 0 { return bytes.count == size ? bytes : nil }
        }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= FileCatalog.maximumBytes {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes
    }
}
