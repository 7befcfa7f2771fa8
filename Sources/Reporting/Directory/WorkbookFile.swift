import Glibc

/// A workbook on disk: replaced as a whole, and only where Milepost wrote it and nobody has changed it since.
public enum WorkbookFile {
    /// Throws if `path` may not be (re)placed, so that a long run can be refused before it starts.
    ///
    /// Accepted are: nothing there, an empty file, and a workbook that bears `mark`.
    ///
    /// - Parameter directory: where other results go; the workbook may lie in it but not take its place.
    /// - Throws: `OutputError`.
    public static func check(
        _ path: String, mark: WorkbookMark?, besides directory: String? = nil
    ) throws(OutputError) {
        if let directory, FileSystem.resolved(path) == FileSystem.resolved(directory) {
            throw .workbookIsDirectory(path: path)
        }
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .systemCall(action: .workbook, path: path, code: errno) }
            do throws(OutputError) {
                return try FileSystem.checkDirectories(FileSystem.parent(of: FileSystem.resolved(path)))
            } catch {
                throw error.aboutWorkbook(path)
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw .workbookIsDirectory(path: path)
        case S_IFREG: break
        default: throw .foreignWorkbook(path: path)
        }
        let bytes: [UInt8]
        do throws(OutputError) {
            bytes = try GrowingFile.contents(path)
        } catch {
            throw error.aboutWorkbook(path)
        }
        guard bytes.isEmpty || mark != nil && WorkbookMark(bytes) == mark else { throw .foreignWorkbook(path: path) }
    }

    /// Writes the workbook beside its place first, and renames it when it has reached the disk: whatever fails, what was
    /// there before is unchanged.
    ///
    /// - Parameters:
    ///   - path: links are followed; missing folders are created.
    ///   - others: other results, written when the workbook is complete beside its place: where there is no room for
    ///     it, they stay as they were, and where they fail, it does.
    /// - Throws: `OutputError`, also for what `check` refuses, and whatever `others` throws.
    public static func write(
        _ bytes: [UInt8], to path: String, after others: () throws(OutputError) -> Void = {}
    ) throws(OutputError) {
        try check(path, mark: WorkbookMark(bytes))
        let place = FileSystem.resolved(path)
        var ofOthers: OutputError?
        do throws(OutputError) {
            try FileSystem.createDirectories(FileSystem.parent(of: place))
            OutputDirectory.recoverInterrupted(place)
            try GrowingFile.replace(place, named: path, bytes: bytes) { () throws(OutputError) in
                do throws(OutputError) {
                    try others()
                } catch {
                    ofOthers = error
                    throw error
                }
            }
        } catch {
            throw ofOthers ?? error.aboutWorkbook(path)
        }
    }

    /// Where `path` lies below a result directory, from there; nil where it does not.
    public static func path(_ path: String, below directory: String) -> String? {
        let (place, outer) = (FileSystem.resolved(path), FileSystem.resolved(directory))
        return place.hasPrefix(outer + "/") ? String(place.dropFirst(outer.count + 1)) : nil
    }
}

extension OutputError {
    /// The same error about the workbook that the user named.
    fileprivate func aboutWorkbook(_ path: String) -> OutputError {
        switch self {
        case .systemCall(_, _, let code): .systemCall(action: .workbook, path: path, code: code)
        case .notADirectory: .systemCall(action: .workbook, path: path, code: ENOTDIR)
        default: self
        }
    }
}
