/// A file of a result directory, made when it is written or looked at: while one waits for the disk, others are made.
public struct OutputFile: Sendable {
    /// Path below the directory, with `/` between folders.
    public var relativePath: String
    private let make: @Sendable () -> [UInt8]

    /// The content, made anew each time.
    public var bytes: [UInt8] { make() }

    /// A file whose content is made when it is needed.
    public init(relativePath: String, making make: @escaping @Sendable () -> [UInt8]) {
        self.relativePath = relativePath
        self.make = make
    }

    /// A file of bytes that are there already.
    public init(relativePath: String, bytes: [UInt8]) { self.init(relativePath: relativePath) { bytes } }

    /// A file of text in UTF-8.
    public init(relativePath: String, text: String) { self.init(relativePath: relativePath) { Array(text.utf8) } }

    /// A table as a CSV file.
    init(relativePath: String, byteOrderMark: Bool, table: @escaping @Sendable () -> DataTable) {
        self.init(relativePath: relativePath) { table().csv(byteOrderMark: byteOrderMark) }
    }
}
