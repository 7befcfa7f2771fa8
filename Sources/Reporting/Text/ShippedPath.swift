/// Where shipped files lie, for readers: a report or workbook that is passed on says nothing of the machine that made it.
enum ShippedPath {
    private static let folders: Set<String> = ["seeds", "scenarios"]

    /// An absolute path from its last folder of shipped files on, as `seeds/china/io-2017.csv`; any other path as it is.
    static func text(of path: String) -> String {
        let parts = path.split(separator: "/").map { String($0) }
        guard path.hasPrefix("/"), let first = parts.lastIndex(where: { folders.contains($0) }), first + 1 < parts.count
        else { return path }
        return parts[first...].joined(separator: "/")
    }
}
