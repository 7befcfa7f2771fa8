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
        defer { unlink(temporary) }
        do throws(OutputError) {
            try FileSystem.write(Array(text.utf8), to: temporary)
        } catch {
            throw error.renaming(temporary, to: path)
        }
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
}
