import Glibc

/// A file that several runs add to: changed by one of them at a time, in one step.
public enum GrowingFile {
    /// The bytes of a file; empty where there is none yet.
    ///
    /// - Throws: `OutputError` for what is no regular file or cannot be read.
    public static func contents(_ path: String) throws(OutputError) -> [UInt8] {
        // A pipe without a writer would keep the run waiting; `read` refuses it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 && errno == ENOENT { return [] }
        guard descriptor >= 0 else { throw .systemCall(action: .append, path: path, code: errno) }
        defer { close(descriptor) }
        return try read(descriptor, path: path)
    }

    /// Replaces the contents of a file, in a file of its own if there is none yet, by what `change` makes of them.
    ///
    /// A lock on the file keeps other runs waiting meanwhile. The new contents are written beside it, reach the
    /// disk, and take its name by a rename: whatever fails, and whenever the process is killed, the file is as
    /// it was before or as it should be after. Nothing is written where `change` changes nothing.
    ///
    /// - Parameter path: links are followed; missing folders are created.
    /// - Throws: `OutputError`, and whatever `change` throws, after which the file is as before.
    public static func update(_ path: String, _ change: ([UInt8]) throws -> [UInt8]) throws {
        let place = FileSystem.resolved(path)
        do throws(OutputError) {
            try FileSystem.createDirectories(FileSystem.parent(of: place))
        } catch {
            guard case .notADirectory = error else { throw error }
            throw OutputError.systemCall(action: .append, path: path, code: ENOTDIR)
        }
        let (descriptor, isNew) = try locked(place, named: path)
        // Closing gives up the lock.
        defer { close(descriptor) }
        // Under the lock nobody is at work beside it: what is there was left by runs that were killed.
        OutputDirectory.recoverInterrupted(place)
        do {
            let before = try read(descriptor, path: path)
            let after = try change(before)
            if after != before { try replace(place, named: path, bytes: after) }
        } catch {
            if isNew { unlink(place) }
            throw error
        }
    }

    /// The file, opened and locked. A run that has waited finds its file replaced by the one that it waited for,
    /// and has to open the new one.
    private static func locked(_ place: String, named path: String) throws(OutputError) -> (Int32, isNew: Bool) {
        while true {
            var isNew = false
            var descriptor = open(place, O_RDWR | O_CLOEXEC | O_NONBLOCK)
            if descriptor < 0 && errno == ENOENT {
                descriptor = open(place, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
                if descriptor < 0 && errno == EEXIST { continue }
                isNew = true
            }
            guard descriptor >= 0 else {
                if errno == EISDIR { throw .notAFile(path: path) }
                throw .systemCall(action: .append, path: path, code: errno)
            }
            var own = stat()
            fstat(descriptor, &own)
            guard own.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                throw .notAFile(path: path)
            }
            while flock(descriptor, LOCK_EX) != 0 {
                let code = errno
                if code == EINTR { continue }
                close(descriptor)
                throw .systemCall(action: .append, path: path, code: code)
            }
            var named = stat()
            if stat(place, &named) == 0, named.st_ino == own.st_ino, named.st_dev == own.st_dev {
                return (descriptor, isNew)
            }
            close(descriptor)
        }
    }

    /// Puts a file of these bytes at `path`, in the place of the one that is there, if any, in one step.
    ///
    /// - Parameter path: links are followed; missing folders are created.
    /// - Throws: `OutputError`; what was there before is then unchanged.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        let place = FileSystem.resolved(path)
        try FileSystem.createDirectories(FileSystem.parent(of: place))
        OutputDirectory.recoverInterrupted(place)
        do throws(OutputError) {
            try replace(place, named: path, bytes: bytes)
        } catch {
            guard case .systemCall(_, _, let code) = error else { throw error }
            throw .systemCall(action: .write, path: path, code: code)
        }
    }

    /// Puts a file of these bytes in the place of the one that is there, if any, in one step.
    ///
    /// - Parameter others: what has to succeed first; runs when the new file is complete on disk beside its place.
    static func replace(
        _ place: String, named path: String, bytes: [UInt8], after others: () throws(OutputError) -> Void = {}
    ) throws(OutputError) {
        let temporary = OutputDirectory.temporaryPath(for: place, process: getpid())
        do throws(OutputError) {
            try TemporaryDirectories.create(temporary)
            defer { TemporaryDirectories.remove(temporary) }
            let file = temporary + "/" + FileSystem.lastComponent(of: place)
            try FileSystem.write(bytes, to: file)
            var status = stat()
            if stat(place, &status) == 0 {
                chmod(file, status.st_mode & 0o7777)
                // Only root may give files away; for others the file is theirs as any that they write.
                _ = chown(file, status.st_uid, status.st_gid)
            }
            try FileSystem.synchronize(file)
            try others()
            try TemporaryDirectories.undisturbed { () throws(OutputError) in
                guard rename(file, place) == 0 else {
                    throw .systemCall(action: .append, path: path, code: errno)
                }
            }
        } catch {
            guard case .systemCall(_, _, let code) = error else { throw error }
            throw .systemCall(action: .append, path: path, code: code)
        }
        try? FileSystem.synchronize(FileSystem.parent(of: place))
    }

    private static func read(_ descriptor: Int32, path: String) throws(OutputError) -> [UInt8] {
        var status = stat()
        fstat(descriptor, &status)
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .systemCall(action: .append, path: path, code: errno) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
