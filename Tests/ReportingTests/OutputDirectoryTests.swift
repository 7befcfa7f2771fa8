import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct OutputDirectoryTests {
    private func file(_ path: String, _ text: String = "x") -> OutputFile { OutputFile(relativePath: path, text: text) }

    private func contents(_ path: String) throws -> [String: String] {
        var found: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isDirectory)
            if !isDirectory.boolValue { found[name] = try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
        }
        return found.filter { $0.key != OutputDirectory.marker }
    }

    @Test func writesFoldersAndReplacesWhatAnEarlierRunWrote() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/new/results"
            try OutputDirectory.write(to: out, files: [file("a.csv", "1"), file("charts/b.csv", "2"), file("old.csv")])
            try OutputDirectory.write(to: out, files: [file("a.csv", "3"), file("charts/c.csv", "4")])
            #expect(try contents(out) == ["a.csv": "3", "charts/c.csv": "4"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/new") == ["results"])
        }
    }

    @Test func directoryOfOthersIsRefused() throws {
        try withTemporaryFolder { folder in
            try "mine".write(toFile: folder + "/thesis.docx", atomically: true, encoding: .utf8)
            #expect(throws: OutputError.foreignDirectory(path: folder, example: "thesis.docx")) {
                try OutputDirectory.write(to: folder, files: [file("a")])
            }
            #expect(try contents(folder) == ["thesis.docx": "mine"])
        }
    }

    @Test func fileThatAUserAddedIsNotLost() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            try OutputDirectory.write(to: out, files: [file("a")])
            try "mine".write(toFile: out + "/notes.txt", atomically: true, encoding: .utf8)
            let expected = OutputError.foreignFiles(path: out, names: ["notes.txt"])
            #expect(throws: expected) { try OutputDirectory.check(out) }
            #expect(expected.isUsageError)
            try FileManager.default.moveItem(atPath: out + "/notes.txt", toPath: out + "/.~lock.a.csv#")
            try OutputDirectory.check(out)
        }
    }

    @Test func fileInTheWayIsRefused() throws {
        try withTemporaryFolder { folder in
            try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
            for path in [folder + "/file", folder + "/file/below"] {
                let error = #expect(throws: OutputError.self) {
                    try OutputDirectory.write(to: path, files: [file("a")])
                }
                guard case .notADirectory = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        }
    }

    @Test func emptyDirectoryAndLinkToADirectoryAreAccepted() throws {
        try withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/real", withIntermediateDirectories: false)
            try FileManager.default.createSymbolicLink(atPath: folder + "/link", withDestinationPath: folder + "/real")
            try OutputDirectory.write(to: folder + "/link", files: [file("a")])
            try OutputDirectory.write(to: folder + "/link/", files: [file("b")])
            #expect(try contents(folder + "/real") == ["b": "x"])
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == folder + "/real")
        }
    }

    @Test func slashesAtTheEndAndDotsMakeNoDifference() throws {
        try withTemporaryFolder { folder in
            for path in ["/new//", "/./new/", "/new/."] {
                try OutputDirectory.write(to: folder + path, files: [file("a", path)])
                #expect(try contents(folder + "/new") == ["a": path])
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["new"])
                try FileManager.default.removeItem(atPath: folder + "/new")
            }
        }
    }

    @Test func workingDirectoryIsRefused() {
        #expect(throws: OutputError.holdsWorkingDirectory(path: "")) { try OutputDirectory.check("") }
        #expect(throws: OutputError.holdsWorkingDirectory(path: ".")) { try OutputDirectory.check(".") }
        #expect(throws: OutputError.holdsWorkingDirectory(path: "/")) { try OutputDirectory.check("/") }
    }

    @Test func failureInTheMiddleLeavesTheOldDirectoryWhole() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            try OutputDirectory.write(to: out, files: [file("a", "old"), file("b", "old")])
            let tooLong = String(repeating: "n", count: 300)
            let error = #expect(throws: OutputError.self) {
                try OutputDirectory.write(to: out, files: [file("a", "new"), file(tooLong), file("c")])
            }
            #expect(error?.isUsageError == false)
            #expect(error?.description.contains("choose a shorter name") == true)
            #expect(try contents(out) == ["a": "old", "b": "old"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
            #expect(throws: OutputError.self) {
                try OutputDirectory.write(to: folder + "/x/y/out", files: [file(tooLong)])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
        }
    }

    @Test(.enabled(if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/bin/mount")))
    func fullDiskLeavesTheOldDirectoryWhole() throws {
        try withTemporaryFolder { folder in
            // A container may withhold the right to mount even from root; there is nothing to test then.
            guard run("/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]) == 0 else { return }
            defer { _ = run("/bin/umount", [folder]) }
            let out = folder + "/out"
            try OutputDirectory.write(to: out, files: [file("a", "old")])
            let big = file("big", String(repeating: "x", count: 100_000))
            let error = #expect(throws: OutputError.self) {
                try OutputDirectory.write(to: out, files: [file("a"), big])
            }
            #expect(
                error?.description.hasPrefix(
                    "cannot write \(out)/big: No space left on device (free some space, or choose") == true)
            #expect(try contents(out) == ["a": "old"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
        }
    }

    private func run(_ program: String, _ arguments: [String]) -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return -1 }
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// Runs in which the process dies while it writes: each in a process of its own.
@Suite struct InterruptedWriteTests {
    /// Four files; when the third is made, the process sends a signal to itself.
    static func dying(of signal: Int32) -> [OutputFile] {
        (1...4).map { number in
            OutputFile(relativePath: "\(number)") {
                if number == 3 {
                    kill(getpid(), signal)
                    // The signal is answered on a thread of its own.
                    sleep(5)
                }
                return Array("new".utf8)
            }
        }
    }

    @Test func killedRunLeavesTheOldDirectoryAndTheNextRunCleansUp() async throws {
        let folder = NSTemporaryDirectory() + "milepost-kill-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try OutputDirectory.write(to: folder + "/out", files: [OutputFile(relativePath: "1", text: "old")])
        await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
            try OutputDirectory.write(to: folder + "/out", files: InterruptedWriteTests.dying(of: SIGKILL))
        }
        #expect(try String(contentsOfFile: folder + "/out/1", encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
        try OutputDirectory.write(to: folder + "/out", files: [OutputFile(relativePath: "2", text: "new")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
    }

    @Test func directorySetAsideByAKilledRunIsPutBack() throws {
        try withTemporaryFolder { folder in
            try OutputDirectory.write(to: folder + "/out", files: [OutputFile(relativePath: "1", text: "old")])
            // No process has this number: it is above the kernel's limit.
            try FileManager.default.moveItem(atPath: folder + "/out", toPath: folder + "/.out.milepost-99999999.old")
            let tooLong = String(repeating: "n", count: 300)
            #expect(throws: OutputError.self) {
                try OutputDirectory.write(to: folder + "/out", files: [OutputFile(relativePath: tooLong, text: "")])
            }
            #expect(try String(contentsOfFile: folder + "/out/1", encoding: .utf8) == "old")
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func signalRemovesTheTemporary(signal: Int32) async throws {
        let folder = NSTemporaryDirectory() + "milepost-signal-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try OutputDirectory.write(to: folder + "/out", files: [OutputFile(relativePath: "1", text: "old")])
        await #expect(processExitsWith: .exitCode(128 + signal)) {
            [folder = folder as String, signal = signal as Int32] in
            OutputDirectory.removeTemporariesOnSignal()
            try OutputDirectory.write(to: folder + "/out", files: InterruptedWriteTests.dying(of: signal))
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["out"])
        #expect(try String(contentsOfFile: folder + "/out/1", encoding: .utf8) == "old")
    }
}
