import ArgumentParser
import Glibc
import Reporting

/// Creates a file as a whole or not at all.
enum NewFile {
    /// - Parameters:
    ///   - replacing: whether a file of that name gives way; without it, it is an error.
    ///   - hint: what to do about a file that is there.
    static func write(
        _ text: String, to path: String, replacing: Bool = false, hint: String = "choose another name"
    ) throws {
        // Complete under another name in the same folder first: the last step is one that cannot be half done.
        let temporary = path + ".part-\(getpid())"
        try create(temporary, Array(text.utf8), for: path)
        defer { unlink(temporary) }
        if replacing {
            if ScenarioLocator.isDirectory(path) { throw ValidationError("\(path) is a directory; \(hint).") }
            guard rename(temporary, path) == 0 else {
                throw OutputError.systemCall(action: .replace, path: path, code: errno)
            }
        } else if link(temporary, path) != 0 {
            if errno == EEXIST { throw ValidationError("\(path) exists already; \(hint).") }
            throw OutputError.systemCall(action: .write, path: path, code: errno)
        }
    }

    /// - Parameter path: named in errors.
    private static func create(_ temporary: String, _ bytes: [UInt8], for path: String) throws {
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw OutputError.systemCall(action: .write, path: path, code: errno) }
        // A disk that fills takes a part first, and says why only when it is asked to take the rest.
        var (written, code): (Int, Int32) = (0, 0)
        while written < bytes.count && code == 0 {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written) }
            if count > 0 { written += count } else if count == 0 || errno != EINTR { code = count == 0 ? EIO : errno }
        }
        if close(descriptor) != 0 && code == 0 { code = errno }
        guard code == 0 else {
            unlink(temporary)
            throw OutputError.systemCall(action: .write, path: path, code: code)
        }
    }
}
