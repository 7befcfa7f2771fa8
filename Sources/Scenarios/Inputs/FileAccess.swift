import CSV
import Foundation

/// The little that the loader needs of a file system, so that scenarios can
/// also come from memory. Paths are those of `SourceLocation.file`.
public struct FileAccess: Sendable {
    /// The bytes of a file, or nil if it does not exist or cannot be read.
    public var read: @Sendable (_ path: String) -> [UInt8]?
    /// A file that is read piece by piece, for tables too large to hold as text; nil as for `read`.
    public var open: @Sendable (_ path: String) -> ByteSource?
    /// Names in a folder, for suggestions; empty if there is none.
    public var names: @Sendable (_ folder: String) -> [String]
    /// Absolute; paths below it are shown relative to it.
    public var workingDirectory: String

    /// A file system made of two closures.
    public init(
        workingDirectory: String, read: @escaping @Sendable (_ path: String) -> [UInt8]?,
        names: @escaping @Sendable (_ folder: String) -> [String] = { _ in [] }
    ) {
        self.workingDirectory = workingDirectory
        self.read = read
        self.names = names
        open = { path in read(path).map { ByteSource($0) } }
    }

    /// The real file system, seen from the process's working directory.
    public static var real: FileAccess { real(in: FileManager.default.currentDirectoryPath) }

    /// The real file system, with paths relative to a folder (an absolute path).
    public static func real(in workingDirectory: String) -> FileAccess {
        @Sendable func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)" }
        var access = FileAccess(
            workingDirectory: workingDirectory, read: { OpenFile(absolute($0))?.contents() },
            names: { (try? FileManager.default.contentsOfDirectory(atPath: absolute($0)))?.sorted() ?? [] })
        access.open = { path in
            guard let file = OpenFile(absolute(path)) else { return nil }
            // A pipe cannot be read twice.
            guard let size = file.size else { return file.contents().map { ByteSource($0) } }
            return ByteSource(count: size) { file.read(from: $0, into: $1) }
        }
        return access
    }

    /// A path as it is shown and read: normalised, relative to the working directory when below it.
    ///
    /// - Parameter base: the file that names the path; nil for one that the user gave.
    func resolve(_ path: String, from base: String? = nil) -> String {
        var absolute = path
        if !path.hasPrefix("/") {
            let folder = base.map {
                $0.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
            }
            switch folder {
            case .some(let folder) where base?.hasPrefix("/") == true: absolute = "\(folder)/\(path)"
            case .some(let folder): absolute = "\(workingDirectory)/\(folder)/\(path)"
            case nil: absolute = "\(workingDirectory)/\(path)"
            }
        }
        var parts: [Substring] = []
        for part in absolute.split(separator: "/") where part != "." {
            if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
        }
        let normal = "/" + parts.joined(separator: "/")
        let root = workingDirectory == "/" ? "/" : workingDirectory + "/"
        return normal.hasPrefix(root) ? String(normal.dropFirst(root.count)) : normal
    }
}
