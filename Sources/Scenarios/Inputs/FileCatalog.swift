import CSV

/// Reads files once, and remembers them for the record of a run.
final class FileCatalog {
    /// Larger inputs are a mistake: the largest of the seeds has 71 kB.
    static let maximumBytes = 64 << 20
    /// A dense table of 10,000 sectors has 2 GB.
    static let maximumTableBytes = 4 << 30

    let access: FileAccess
    private let log: DiagnosticLog
    /// In order of first reading.
    private(set) var files: [InputFile] = []
    /// Where a path stands in a scenario, and what it resolved to.
    private(set) var resolvedPaths: [SourceLocation: String] = [:]

    init(access: FileAccess, log: DiagnosticLog) {
        self.access = access
        self.log = log
    }

    /// The file that a node names, relative to the file that the node stands in.
    func file(namedBy node: ConfigNode, maximumBytes: Int = FileCatalog.maximumBytes) -> InputFile? {
        guard let name = node.text else { return nil }
        let path = access.resolve(name, from: node.location.file)
        resolvedPaths[node.location] = path
        return read(path, name: name, reportedAt: node.location, maximumBytes: maximumBytes)
    }

    /// A file that the user named, to be read piece by piece and not remembered.
    func open(_ path: String, reportedAt location: SourceLocation) -> ByteSource? {
        guard let source = access.open(path) else {
            reportMissing(path, name: path, at: location)
            return nil
        }
        return source
    }

    func read(
        _ path: String, name: String, reportedAt location: SourceLocation,
        maximumBytes: Int = FileCatalog.maximumBytes
    ) -> InputFile? {
        if let known = files.first(where: { $0.path == path }) { return known }
        guard let bytes = access.read(path) else {
            reportMissing(path, name: name, at: location)
            return nil
        }
        if bytes.count > maximumBytes {
            log.error(location, "\(path) has \(bytes.count) bytes, expected at most \(maximumBytes)")
            return nil
        }
        let file = InputFile(path: path, bytes: bytes)
        files.append(file)
        return file
    }

    private func reportMissing(_ path: String, name: String, at location: SourceLocation) {
        let inside = access.names(path)
        if inside.isEmpty {
            log.error(location, missing(path, name), suggestion: sibling(of: path))
        } else {
            log.error(
                location, "found \"\(name)\", which is a folder, expected a file",
                suggestion: "it holds \(list(inside.prefix(6)))\(inside.count > 6 ? " and more" : "")")
        }
    }

    private func missing(_ path: String, _ name: String) -> String {
        name == path ? "cannot read the file \(path)" : "found \"\(name)\", but cannot read \(path)"
    }

    private func sibling(of path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.dropLast().joined(separator: "/")
        let names = access.names(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
        if let nearest = nearestName(to: String(parts.last ?? ""), among: names) {
            return "there is \(folder.isEmpty ? nearest : "\(folder)/\(nearest)")"
        }
        return names.isEmpty && !folder.isEmpty ? "there is no folder \(folder), or it is empty" : nil
    }
}
