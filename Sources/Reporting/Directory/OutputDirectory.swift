import Glibc

/// Result directories: written as a whole or not at all.
///
/// A directory that Milepost wrote carries a list of its files, by which a
/// later run knows that it may replace it, and sees what others have put there.
public enum OutputDirectory {
    /// Name of the list of files that marks a directory as Milepost's own.
    public static let marker = ".milepost"

    private static let markerTitle = "Written by Milepost; the next run replaces this directory as a whole."

    /// Throws if `path` may not be (re)placed, so that a long run can be refused before it starts.
    ///
    /// Accepted are: nothing there, an empty directory, and a directory with only files that Milepost wrote and can write
    /// again in one run.
    ///
    /// - Parameter part: name of the part of a run that may be replaced, because it is about to be written anew.
    public static func check(_ path: String, renewing part: String? = nil) throws(OutputError) {
        let place = FileSystem.resolved(path)
        try FileSystem.checkDirectories(FileSystem.parent(of: place))
        switch try FileSystem.kind(of: place) {
        case .missing: return
        case .other: throw .notADirectory(path: path)
        case .directory: break
        }
        let here = FileSystem.resolved(".")
        if here == place || place == "/" || here.hasPrefix(place + "/") { throw .holdsWorkingDirectory(path: path) }
        let present = try FileSystem.files(below: place).filter { !isLeftByTheDesktop($0) }
        guard let example = present.first else { return }
        guard let own = ownFiles(of: place) else { throw .foreignDirectory(path: path, example: example) }
        let foreign = present.filter { !own.contains($0) }
        if !foreign.isEmpty {
            throw .foreignFiles(path: path, names: Array(foreign.prefix(3)) + (foreign.count > 3 ? ["…"] : []))
        }
        if let other = present.first(where: { $0.hasSuffix(PartFile.suffix) && $0 != part }) {
            throw .holdsPart(path: path, part: other)
        }
    }

    /// Writes `files` as the directory `path`, replacing one that Milepost wrote before.
    ///
    /// Everything goes into a temporary directory beside `path`, reaches the disk, and takes the place of
    /// the old directory by a rename. Until then the old one is untouched; if anything fails, or the
    /// process is killed, it stays whole. Files are made and written side by side.
    ///
    /// - Parameter part: as of ``check(_:renewing:)``.
    /// - Precondition: relative paths are distinct and stay below the directory.
    public static func write(
        to path: String, files: [OutputFile], renewing part: String? = nil
    ) throws(OutputError) {
        try check(path, renewing: part)
        let place = FileSystem.resolved(path)
        recoverInterrupted(place)
        let created = try FileSystem.createDirectories(FileSystem.parent(of: place))
        do {
            try fill(place, files: files)
        } catch {
            for directory in created.reversed() { rmdir(directory) }
            throw error.renaming(temporaryPath(for: place, process: getpid()), to: path)
        }
    }

    private static func fill(_ place: String, files: [OutputFile]) throws(OutputError) {
        let names = files.map(\.relativePath)
        precondition(Set(names).count == names.count, "two files of one directory have the same path")
        let temporary = temporaryPath(for: place, process: getpid())
        try TemporaryDirectories.create(temporary)
        defer { TemporaryDirectories.remove(temporary) }
        let folders = try createFolders(of: names, below: temporary)
        let list = ([markerTitle] + names.sorted()).map { $0 + "\n" }.joined()
        try write(files + [OutputFile(relativePath: marker, text: list)], below: temporary)
        try FileSystem.synchronize(folders)
        try TemporaryDirectories.undisturbed { () throws(OutputError) in try swap(temporary, into: place) }
        try? FileSystem.synchronize(FileSystem.parent(of: place))
    }

    /// - Returns: all folders, the root among them.
    private static func createFolders(of names: [String], below root: String) throws(OutputError) -> [String] {
        var folders: Set = [root]
        for name in names {
            let parts = name.split(separator: "/", omittingEmptySubsequences: false)
            precondition(!parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }, "not a path below: \(name)")
            guard parts.count > 1 else { continue }
            let folder = root + "/" + parts.dropLast().joined(separator: "/")
            if folders.insert(folder).inserted {
                try TemporaryDirectories.undisturbed { () throws(OutputError) in
                    try FileSystem.createDirectories(folder)
                }
            }
        }
        return folders.sorted()
    }

    /// Makes and writes files side by side, and waits until all have reached the disk.
    ///
    /// - Throws: the error of the first that has one.
    private static func write(_ files: [OutputFile], below root: String) throws(OutputError) {
        try waitTogether(files.count) { (index) throws(OutputError) in
            let (path, bytes) = (root + "/" + files[index].relativePath, files[index].bytes)
            try TemporaryDirectories.undisturbed { () throws(OutputError) in
                try FileSystem.write(bytes, to: path, synchronized: true)
            }
        }
    }

    private static func swap(_ temporary: String, into place: String) throws(OutputError) {
        var status = stat()
        guard lstat(place, &status) == 0 else {
            guard rename(temporary, place) == 0 else { throw .systemCall(action: .replace, path: place, code: errno) }
            return
        }
        chmod(temporary, status.st_mode & 0o7777)
        if FileSystem.exchange(temporary, place) {
            FileSystem.removeAll(temporary)
            return
        }
        // Without an exchange there is a moment with no directory at all; `recoverInterrupted` mends that.
        let aside = temporary + asideSuffix
        guard rename(place, aside) == 0 else { throw .systemCall(action: .replace, path: place, code: errno) }
        guard rename(temporary, place) == 0 else {
            let code = errno
            rename(aside, place)
            throw .systemCall(action: .replace, path: place, code: code)
        }
        FileSystem.removeAll(aside)
    }

    // MARK: What belongs to whom

    /// The files that the marker lists, the marker included; nil without a marker.
    private static func ownFiles(of place: String) -> Set<String>? {
        guard let text = readSmallFile(place + "/" + marker) else { return nil }
        let lines = text.split(separator: "\n").map(String.init)
        guard lines.first == markerTitle else { return nil }
        return Set(lines.dropFirst()).union([marker])
    }

    private static func readSmallFile(_ path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        let most = 1 << 20
        // Not filled with zeros first: the list is hardly ever a kilobyte.
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = fread(buffer.baseAddress, 1, most, file)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Droppings of file managers and spreadsheets, which nobody misses.
    private static func isLeftByTheDesktop(_ path: String) -> Bool {
        let name = FileSystem.lastComponent(of: path)
        return [".DS_Store", "Thumbs.db", "desktop.ini", ".directory"].contains(name)
            || name.hasPrefix(".~lock.") || name.hasPrefix("~$")
    }

    // MARK: Temporaries

    private static let asideSuffix = ".old"

    private static func temporaryPrefix(for place: String) -> String {
        "." + FileSystem.lastComponent(of: place) + ".milepost-"
    }

    static func temporaryPath(for place: String, process: Int32) -> String {
        let parent = FileSystem.parent(of: place)
        return (parent == "/" ? "" : parent) + "/" + temporaryPrefix(for: place) + String(process)
    }

    /// Clears what killed runs have left beside `place`, and puts back a directory that was set aside.
    static func recoverInterrupted(_ place: String) {
        let parent = FileSystem.parent(of: place)
        let prefix = temporaryPrefix(for: place)
        for name in (try? FileSystem.names(in: parent)) ?? [] where name.hasPrefix(prefix) {
            let rest = name.dropFirst(prefix.count)
            let isAside = rest.hasSuffix(asideSuffix)
            guard let process = Int32(isAside ? rest.dropLast(asideSuffix.count) : rest) else { continue }
            // Another run that is at work on the same directory keeps its temporary.
            if process != getpid() && (kill(process, 0) == 0 || errno == EPERM) { continue }
            let path = parent + "/" + name
            if isAside && rename(path, place) == 0 { continue }
            FileSystem.removeAll(path)
        }
    }
}
