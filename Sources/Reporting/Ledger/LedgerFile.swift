import Ledger

/// A ledger on disk.
public enum LedgerFile {
    /// Throws if forecasts may not be added to `path`, so that a long run can be refused before it starts.
    ///
    /// - Parameter directory: where the results of the same run go, which are replaced as a whole; nil for nowhere.
    /// - Throws: `OutputError`, `LedgerError`.
    public static func check(_ path: String, besides directory: String?) throws {
        if let directory {
            let (place, outer) = (FileSystem.resolved(path), FileSystem.resolved(directory))
            guard place != outer, !place.hasPrefix(outer + "/") else {
                throw OutputError.insideOutput(path: path, directory: directory)
            }
        }
        let bytes = try GrowingFile.contents(path)
        if !bytes.isEmpty { _ = try Ledger(bytes: bytes, path: path) }
    }

    /// Adds forecasts at the end of the ledger at `path`, as one; see `Ledger.appending` and `GrowingFile.update`.
    ///
    /// - Parameter byteOrderMark: whether a new ledger begins with one, for Excel; one that is there stays as it is.
    /// - Throws: `OutputError`, `LedgerError`; the file is then as before.
    public static func append(
        _ entries: [LedgerEntry], to path: String, byteOrderMark: Bool = false
    ) throws -> Ledger.Appended {
        var appended = Ledger.Appended(bytes: [], added: 0, unchanged: 0)
        try GrowingFile.update(path) { bytes in
            appended = try Ledger.appending(entries, to: bytes, path: path)
            return bytes.isEmpty && byteOrderMark ? [0xEF, 0xBB, 0xBF] + appended.bytes : appended.bytes
        }
        return appended
    }
}
