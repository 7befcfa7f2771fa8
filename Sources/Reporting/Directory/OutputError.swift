import Glibc

/// Why a result directory could not be written, with what to do about it.
public enum OutputError: Error, Equatable, Sendable {
    /// The path, or a folder on the way to it, is a file.
    case notADirectory(path: String)
    /// The directory holds something and Milepost did not write it.
    case foreignDirectory(path: String, example: String)
    /// Milepost wrote the directory, but others have put files into it since.
    case foreignFiles(path: String, names: [String])
    /// The directory holds a part of a run, which may be hours of work.
    case holdsPart(path: String, part: String)
    /// The path is the working directory or one above it, which cannot be swapped under the shell.
    case holdsWorkingDirectory(path: String)
    /// What should be a file is a directory or a device.
    case notAFile(path: String)
    /// The file lies in the directory that results replace as a whole.
    case insideOutput(path: String, directory: String)
    /// What stands where the workbook should go is none that Milepost wrote, or was changed since.
    case foreignWorkbook(path: String)
    /// What should be a workbook is a directory.
    case workbookIsDirectory(path: String)
    /// A call to the system failed; `code` is its `errno`.
    case systemCall(action: Action, path: String, code: Int32)

    /// What Milepost was about to do when the system refused.
    public enum Action: String, Sendable {
        case inspect
        case createDirectory = "create the directory"
        case write
        case replace
        case append = "add to"
        case workbook = "write the workbook"
    }

    /// Whether another `--out` is the answer (exit code 64), or the file system stands in the way (exit code 74).
    public var isUsageError: Bool {
        switch self {
        case .systemCall, .notADirectory: false
        case .foreignDirectory, .foreignFiles, .holdsPart, .holdsWorkingDirectory, .notAFile, .insideOutput,
            .foreignWorkbook, .workbookIsDirectory:
            true
        }
    }
}

extension OutputError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notADirectory(let path):
            "\(path) is a file, not a directory: choose another --out, or move the file away"
        case .foreignDirectory(let path, let example):
            """
            \(path) was not written by Milepost and is not empty (it holds \(example)): \
            choose a new or empty directory with --out
            """
        case .foreignFiles(let path, let names):
            """
            \(path) holds files that Milepost did not write (\(names.joined(separator: ", "))), \
            and replacing the directory would lose them: move them away, or choose another --out
            """
        case .holdsPart(let path, let part):
            """
            \(path) holds a part of a run (\(part)), which would be lost: \
            give every shard a directory of its own with --out, or remove it
            """
        case .holdsWorkingDirectory(let path):
            "\(path) is the working directory or contains it, and results replace their directory as a whole: "
                + "name a directory inside it with --out"
        case .notAFile(let path): "\(path) is not a regular file: name a file with --record"
        case .insideOutput(let path, let directory):
            "\(path) lies in \(directory), which results replace as a whole: keep the ledger elsewhere"
        case .foreignWorkbook(let path):
            """
            \(path) was not written by Milepost, or was changed since, and would be lost: \
            choose another --xlsx, or move the file away
            """
        case .workbookIsDirectory(let path):
            "\(path) is a directory: name a file with --xlsx, e.g. \(path)/results.xlsx"
        case .systemCall(let action, let path, let code):
            "cannot \(action.rawValue) \(path): \(String(cString: strerror(code)))"
                + Self.advice(code, option: Self.option(of: action))
                + ([.write, .replace, .append, .workbook].contains(action)
                    ? "; what was there before is unchanged" : "")
        }
    }

    /// The same error about the place that the user named, where it is about the temporary beside it.
    package func renaming(_ temporary: String, to place: String) -> OutputError {
        func named(_ path: String) -> String {
            path.hasPrefix(temporary) ? place + path.dropFirst(temporary.count) : path
        }
        switch self {
        case .systemCall(let action, let path, let code):
            return .systemCall(action: action, path: named(path), code: code)
        case .notADirectory(let path): return .notADirectory(path: named(path))
        default: return self
        }
    }

    private static func option(of action: Action) -> String {
        switch action {
        case .append: "--record"
        case .workbook: "--xlsx"
        case .inspect, .createDirectory, .write, .replace: "--out"
        }
    }

    private static func advice(_ code: Int32, option: String) -> String {
        switch code {
        case ENOSPC, EDQUOT: " (free some space, or choose another disk with \(option))"
        case EACCES, EPERM: " (choose a place that you may write to with \(option))"
        case EROFS: " (the disk is read-only: choose another \(option))"
        case EBUSY, EXDEV: " (it is a mount point: name a directory inside it with \(option))"
        case ENAMETOOLONG: " (choose a shorter name)"
        default: ""
        }
    }
}
