import Foundation

/// The little that the loader needs of a file system, so that scenarios can
/// also come from memory. Paths are those of `SourceLocation.file`.
public struct FileAccess: Sendable {
    /// The bytes of a file, or nil if it does not exist or cannot be read.
    public var read: @Sendable (_ path: String) -> [UInt8]?
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
    }

    /// The real file system, seen from the process's working directory.
    public static var real: FileAccess { real(in: FileManager.default.currentDirectoryPath) }

    /// The real file system, with paths relative to a folder (an absolute path).
    public static func real(in workingDirectory: String) -> FileAccess {
        @Sendable func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)" }
        return FileAccess(
            workingDirectory: workingDirectory,
            read: { path in
                guard let handle = fopen(absolute(path), "rb") else { return nil }
                defer { fclose(handle) }
                var bytes: [UInt8] = []
                while true {
                    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
                        count = fread(buffer.baseAddress, 1, buffer.count, handle)
                    }
                    bytes += chunk
                    if chunk.count < 1 << 16 || bytes.count > FileCatalog.maximumBytes { break }
                }
                return ferror(handle) == 0 ? bytes : nil
            },
            names: { (try? FileManager.default.contentsOfDirectory(atPath: absolute($0)))?.sorted() ?? [] })
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
