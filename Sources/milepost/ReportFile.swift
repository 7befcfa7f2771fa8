import ArgumentParser
import Glibc
import HTMLReport
import Reporting

/// Where a report goes.
struct ReportFile {
    /// Nil for standard output.
    let path: String?

    /// - Parameters:
    ///   - out: a file, a directory, or `-`; nil for a file in the working directory.
    ///   - name: of the file where none is given.
    init(_ out: String?, name: String) {
        switch out {
        case "-": path = nil
        case let out? where out.hasSuffix("/"): path = out + name + ".html"
        case let out? where ScenarioLocator.isDirectory(out): path = out + "/" + name + ".html"
        case let out?: path = out
        case nil: path = name + ".html"
        }
    }

    /// Throws where the report could not be written, so that a long run is refused before it starts.
    func check() throws {
        guard let path else { return }
        try FileSystem.checkDirectories(FileSystem.parent(of: path))
        if ScenarioLocator.isDirectory(path) {
            throw ValidationError("\(path) is a directory; choose another name with --out.")
        }
        guard let beginning = Self.beginning(of: path), !HTMLReport.isOwn(beginning) else { return }
        throw ValidationError(
            "\(path) is there already and is no report of Milepost; choose another name with --out, or move it away.")
    }

    /// Folders that are missing are created.
    func write(_ text: String) throws {
        guard let path else { return Terminal.write(text) }
        try GrowingFile.write(Array(text.utf8), to: path)
    }

    /// Nil where there is no file.
    private static func beginning(of path: String) -> [UInt8]? {
        // A pipe without a writer would keep the command waiting: what is no file is no report.
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return [] }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno == ENOENT ? nil : [] }
        defer { close(descriptor) }
        return Array(
            unsafeUninitializedCapacity: HTMLReport.beginning,
            initializingWith: { buffer, count in
                count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
            })
    }
}
