import Glibc

/// The few calls to the file system that writing results needs, with errors that name the path.
package enum FileSystem {
    enum Kind { case missing, directory, other }

    /// What is at `path`, links followed.
    static func kind(of path: String) throws(OutputError) -> Kind {
        var status = stat()
        if stat(path, &status) == 0 {
            return status.st_mode & S_IFMT == S_IFDIR ? .directory : .other
        }
        switch errno {
        case ENOENT: return .missing
        case ENOTDIR: throw .notADirectory(path: path)
        default: throw .systemCall(action: .inspect, path: path, code: errno)
        }
    }

    /// Throws where nothing could be written into the directory `path`, created with those above it where it is missing:
    /// something on the way is a file, or may not be written into.
    package static func checkDirectories(_ path: String) throws(OutputError) {
        switch try kind(of: path) {
        case .directory:
            guard access(path, W_OK | X_OK) == 0 else { throw .systemCall(action: .write, path: path, code: errno) }
        case .other: throw .notADirectory(path: path)
        case .missing: if parent(of: path) != path { try checkDirectories(parent(of: path)) }
        }
    }

    /// Names in a directory without `.` and `..`, sorted.
    static func names(in path: String) throws(OutputError) -> [String] {
        guard let stream = opendir(path) else { throw .systemCall(action: .inspect, path: path, code: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Relative paths of all files below a directory, sorted; links are named, not followed.
    static func files(below path: String) throws(OutputError) -> [String] {
        var found: [String] = []
        for name in try names(in: path) {
            if isRealDirectory(path + "/" + name) {
                for inner in try files(below: path + "/" + name) { found.append(name + "/" + inner) }
            } else {
                found.append(name)
            }
        }
        return found
    }

    static func isRealDirectory(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Creates a directory and those above it that are missing; returns the ones it created, outermost first.
    @discardableResult
    package static func createDirectories(_ path: String) throws(OutputError) -> [String] {
        if mkdir(path, 0o777) == 0 { return [path] }
        switch errno {
        case EEXIST:
            guard try kind(of: path) == .directory else { throw .notADirectory(path: path) }
            return []
        case ENOENT:
            let parent = self.parent(of: path)
            guard parent != path else { throw .systemCall(action: .createDirectory, path: path, code: ENOENT) }
            let created = try createDirectories(parent)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
                throw .systemCall(action: .createDirectory, path: path, code: errno)
            }
            return created + [path]
        case ENOTDIR: throw .notADirectory(path: parent(of: path))
        default: throw .systemCall(action: .createDirectory, path: path, code: errno)
        }
    }

    /// - Parameter synchronized: whether to wait until the file has reached the disk.
    package static func write(
        _ bytes: [UInt8], to path: String, synchronized: Bool = false
    ) throws(OutputError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw .systemCall(action: .write, path: path, code: errno) }
        var written = 0
        var failure: Int32 = 0
        while written < bytes.count && failure == 0 {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count > 0 {
                written += count
            } else if count == 0 || errno != EINTR {
                failure = count == 0 ? EIO : errno
            }
        }
        if synchronized && failure == 0 { failure = synchronize(descriptor) }
        // On network and quota file systems the lack of space shows only here.
        if close(descriptor) != 0 && failure == 0 { failure = errno }
        if failure != 0 { throw .systemCall(action: .write, path: path, code: failure) }
    }

    /// Waits until files and directories have reached the disk.
    ///
    /// - Throws: the error of the first that has one.
    static func synchronize(_ paths: [String]) throws(OutputError) {
        try waitTogether(paths.count) { (index) throws(OutputError) in try synchronize(paths[index]) }
    }

    /// Waits until a file or directory has reached the disk.
    static func synchronize(_ path: String) throws(OutputError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .systemCall(action: .write, path: path, code: errno) }
        defer { close(descriptor) }
        let failure = synchronize(descriptor)
        if failure != 0 { throw .systemCall(action: .write, path: path, code: failure) }
    }

    /// - Returns: 0, or the error number. A file system that has nothing to synchronise (pipes, some network mounts:
    ///   EINVAL) is no error.
    private static func synchronize(_ descriptor: Int32) -> Int32 {
        fsync(descriptor) == 0 || errno == EINVAL ? 0 : errno
    }

    /// Removes a file or a directory with all that is in it, as far as the system allows. Needs no further thread: it is
    /// what an interrupted process does last, even where none can be had.
    static func removeAll(_ path: String) {
        if isRealDirectory(path) {
            for name in (try? names(in: path)) ?? [] { removeAll(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    /// Exchanges two names in one step; false where the kernel or the file system cannot.
    static func exchange(_ first: String, _ second: String) -> Bool {
        // renameat2 is behind _GNU_SOURCE, which Swift's Glibc module does not set.
        typealias RenameAt2 = @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
        guard let symbol = dlsym(nil, "renameat2") else { return false }
        let exchange: UInt32 = 2
        return unsafeBitCast(symbol, to: RenameAt2.self)(AT_FDCWD, first, AT_FDCWD, second, exchange) == 0
    }

    /// The absolute path with links resolved; missing parts at the end are kept as they are.
    package static func resolved(_ path: String) -> String {
        if let pointer = realpath(path, nil) {
            defer { free(pointer) }
            return String(cString: pointer)
        }
        let parts = path.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty else { return path.hasPrefix("/") ? "/" : resolved(".") }
        let trimmed = (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
        let parent = self.parent(of: trimmed)
        guard parent != trimmed else { return trimmed }
        let above = resolved(parent)
        return (above == "/" ? "" : above) + "/" + lastComponent(of: trimmed)
    }

    package static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path == "." ? "/" : "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
