import Foundation
import Glibc
import TestSupport

/// The built program, run as its users run it.
enum Command {
    /// Beside the test program: SwiftPM puts all products of a build into one folder.
    static let executable: String = {
        let folders = [testProgram] + CommandLine.arguments.filter { $0.contains(".xctest") }
        let candidates =
            folders.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("milepost").path }
            + ["release", "debug"].map { "\(repository)/.build/\($0)/milepost" }
        guard let found = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            preconditionFailure("no milepost among \(candidates)")
        }
        return found
    }()

    private static var testProgram: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    }

    static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// What a run left: how it ended, and what it said where.
    struct Outcome {
        /// The exit code, or 128 and the signal.
        var status: Int32
        var output: String
        var errors: String
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - folder: the working directory; by default the repository, where shipped scenarios are found by path.
    ///   - output: a device for standard output, instead of a file.
    static func run(
        _ arguments: [String], in folder: String = repository, environment: [String: String] = [:],
        output: String? = nil
    ) throws -> Outcome {
        try withTemporaryFolder { own in
            let process = try start(
                arguments, in: folder, environment: environment, output: output ?? own + "/output",
                errors: own + "/errors")
            return Outcome(
                status: process.wait(), output: try text(own + "/output", isThere: output == nil),
                errors: try text(own + "/errors"))
        }
    }

    /// A program at work.
    struct Running {
        var id: pid_t

        func interrupt() { kill(id, SIGINT) }

        func wait() -> Int32 {
            var status: Int32 = 0
            while waitpid(id, &status, 0) < 0 && errno == EINTR {}
            return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
        }
    }

    /// Starts a program without waiting for it; by default milepost.
    static func start(
        _ arguments: [String], program: String = executable, in folder: String, environment: [String: String] = [:],
        output: String, errors: String
    ) throws -> Running {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
        // Children inherit what a test run in the background ignores, and what the threads of the tests block.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))

        let ofTerminals = [
            "NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM", "TERM", "COLUMNS", "LC_ALL", "LC_CTYPE", "LANG",
        ]
        var variables = ProcessInfo.processInfo.environment.filter { !ofTerminals.contains($0.key) }
        variables["MILEPOST_HOME"] = repository
        variables.merge(environment) { $1 }
        // `env -C` changes the folder and becomes the program, under the same process id.
        let words = (["env", "-C", folder, program] + arguments).map { strdup($0) }
        let settings = variables.map { strdup("\($0.key)=\($0.value)") }
        defer { for text in words + settings { free(text) } }
        var id = pid_t()
        let code = posix_spawn(&id, "/usr/bin/env", &actions, &attributes, words + [nil], settings + [nil])
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return Running(id: id)
    }

    private static func text(_ path: String, isThere: Bool = true) throws -> String {
        isThere ? String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self) : ""
    }
}

/// Runs `body` in a folder with a copy of the small scenario `valley.yaml` and its files.
func withValley<Result>(_ body: (String) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
        let source = Command.repository + "/Tests/CommandTests/Fixtures/valley"
        for name in try FileManager.default.contentsOfDirectory(atPath: source) {
            try FileManager.default.copyItem(atPath: "\(source)/\(name)", toPath: "\(folder)/\(name)")
        }
        return try body(folder)
    }
}

/// The files below a folder with their contents; the list by which Milepost knows its own directory left out.
func contents(_ folder: String) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where !name.hasSuffix(".milepost") {
        var isDirectory: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isDirectory)
        if !isDirectory.boolValue { found[name] = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }
    }
    return found
}

/// The shipped scenarios, as paths from the repository.
enum Shipped {
    static let main = ["zhejiang/platforms", "hunan/high-tech-share", "liuyang/biopharma"]

    static let all: [String] = {
        let folder = Command.repository + "/scenarios"
        return (FileManager.default.subpaths(atPath: folder) ?? []).filter {
            $0.hasSuffix(".yaml") && !$0.hasSuffix(".part.yaml") && $0 != "defaults.yaml"
        }.sorted().map { "scenarios/" + $0 }
    }()
}
