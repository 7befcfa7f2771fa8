import Glibc

/// A workbook on disk: replaced as a whole, and only where Milepost wrote it and nobody has changed it since.
public enum WorkbookFile {
    /// Throws if `path` may not be (re)placed, so that a long run can be refused before it starts.
    ///
    /// Accepted are: nothing there, an empty file, and a workbook that bears `mark`.
    ///
    /// - Throws: `OutputError`.
    public static func check(_ path: String, mark: WorkbookMark?) throws(OutputError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw .systemCall(action: .workbook, path: path, code: errno) }
            return
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
    /// - Parameter path: links are followed; missing folders are created.
    /// - Throws: `OutputError`, also for what `check` refuses.
    public static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
        try check(path, mark: WorkbookMark(bytes))
        let place = FileSystem.resolved(path)
        do throws(OutputError) {
            try FileSystem.createDirectories(FileSystem.parent(of: place))
            OutputDirectory.recoverInterrupted(place)
            try GrowingFile.replace(place, named: path, bytes: bytes)
        } catch {
            throw error.aboutWorkbook(path)
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
