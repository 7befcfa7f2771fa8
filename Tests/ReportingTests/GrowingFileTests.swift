import Foundation
import Reporting
import Synchronization
import TestSupport
import Testing

@Suite struct GrowingFileTests {
    private struct Refusal: Error {}

    private func add(_ text: String, to path: String) throws {
        try GrowingFile.update(path) { $0 + Array(text.utf8) }
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try GrowingFile.contents(path), as: UTF8.self)
    }

    @Test func growsAndCreatesWhatIsMissing() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/new/a.csv"
            #expect(try GrowingFile.contents(path).isEmpty)
            try add("one\n", to: path)
            try add("two\n", to: path)
            #expect(try text(path) == "one\ntwo\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/new") == ["a.csv"])
        }
    }

    @Test func aRefusedChangeLeavesEverythingAsItWas() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.csv"
            #expect(throws: Refusal.self) { try GrowingFile.update(path) { _ in throw Refusal() } }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            try add("one\n", to: path)
            #expect(throws: Refusal.self) { try GrowingFile.update(path) { _ in throw Refusal() } }
            #expect(try text(path) == "one\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
        }
    }

    @Test func linksStayLinksAndPermissionsStay() throws {
        try withTemporaryFolder { folder in
            let (path, link) = (folder + "/kept/a.csv", folder + "/link.csv")
            try add("one\n", to: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "kept/a.csv")
            try add("two\n", to: link)
            #expect(try text(path) == "one\ntwo\n")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "kept/a.csv")
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o640)
        }
    }

    @Test func writersThatComeTogetherAllGetThrough() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/a.csv"
            let failures = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: 40) { index in
                do {
                    try GrowingFile.update(path) { bytes in
                        usleep(UInt32(index % 5) * 300)
                        return bytes + Array("line \(index)\n".utf8)
                    }
                } catch {
                    failures.withLock { $0 += 1 }
                }
            }
            #expect(failures.withLock { $0 } == 0)
            let lines = try text(path).split(separator: "\n")
            #expect(Set(lines) == Set((0..<40).map { "line \($0)" }) && lines.count == 40)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.csv"])
        }
    }

    @Test func whatIsNoFileIsRefused() throws {
        try withTemporaryFolder { folder in
            #expect(throws: OutputError.notAFile(path: folder)) { try add("x", to: folder) }
            #expect(throws: OutputError.notAFile(path: "/dev/null")) { try add("x", to: "/dev/null") }
            mkfifo(folder + "/pipe", 0o600)
            #expect(throws: OutputError.notAFile(path: folder + "/pipe")) { try add("x", to: folder + "/pipe") }
            try add("x", to: folder + "/file")
            #expect(
                throws: OutputError.systemCall(action: .append, path: folder + "/file/a.csv", code: ENOTDIR)
            ) { try add("x", to: folder + "/file/a.csv") }
        }
    }
}
