import Foundation
import Glibc
import Testing

/// Runs that do not reach their end: what was there before stays whole.
@Suite(.serialized) struct InterruptionTests {
    @Test func controlCEndsALongRunWithNothingHalfWritten() throws {
        try withValley { folder in
            let before = try firstResults(in: folder)
            let run = try Command.start(
                ["run", "valley.yaml", "--members", "5000000", "--out", "out"], in: folder, output: folder + "/output",
                errors: folder + "/errors")
            usleep(300_000)
            run.interrupt()
            #expect(run.wait() == 130)
            #expect(try contents(folder)["errors"] == Data("interrupted; nothing was half-written\n".utf8))
            try expectWhole(in: folder, isEither: [before])
        }
    }

    /// Wherever Ctrl-C strikes, also while files are written or directories are swapped.
    @Test func controlCAtAnyMomentLeavesTheOldOrTheNewResults() throws {
        try withValley { folder in
            let before = try firstResults(in: folder)
            let arguments = ["run", "valley.yaml", "--members", "500", "--seed", "2", "--quiet", "--out"]
            let started = ContinuousClock.now
            #expect(try Command.run(arguments + ["whole"], in: folder).status == 0)
            let whole = UInt32((ContinuousClock.now - started) / .microseconds(1))
            let after = try contents(folder + "/whole").filter { $0.key != "run.json" }
            for step in 1...12 as ClosedRange<UInt32> {
                let run = try Command.start(
                    arguments + ["out"], in: folder, output: "/dev/null", errors: "/dev/null")
                usleep(whole * step / 10)
                run.interrupt()
                #expect([0, 130].contains(run.wait()))
                try expectWhole(in: folder, isEither: [before, after])
            }
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root may mount a small disk"))
    func fullDiskLeavesTheOldResults() throws {
        try withValley { folder in
            let disk = folder + "/disk"
            try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
            // In a container root may not mount either.
            guard mount("milepost-test", disk, "tmpfs", 0, "size=520k") == 0 else { return }
            defer { umount2(disk, Int32(MNT_DETACH)) }
            let arguments = ["run", "valley.yaml", "--members", "300", "--out", "disk/out"]
            #expect(try Command.run(arguments, in: folder).status == 0)
            let before = try contents(disk)
            let outcome = try Command.run(arguments + ["--seed", "2"], in: folder)
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("No space left on device"))
            #expect(outcome.errors.contains("what was there before is unchanged"))
            #expect(outcome.output.isEmpty)
            #expect(try contents(disk) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: disk) == ["out"])
        }
    }

    @Test func directoryThatMayNotBeWrittenIsAFileSystemError() throws {
        try withValley { folder in
            let outcome = try Command.run(
                ["run", "valley.yaml", "--members", "300", "--out", "/proc/milepost"], in: folder)
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("cannot create the directory /proc/milepost"))
        }
    }

    private func firstResults(in folder: String) throws -> [String: Data] {
        #expect(try Command.run(["run", "valley.yaml", "--members", "300", "--out", "out"], in: folder).status == 0)
        return try contents(folder + "/out").filter { $0.key != "run.json" }
    }

    private func expectWhole(in folder: String, isEither results: [[String: Data]]) throws {
        let found = try contents(folder + "/out")
        #expect(found["run.json"]?.isEmpty == false)
        #expect(results.contains(found.filter { $0.key != "run.json" }))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.allSatisfy { !$0.hasPrefix(".out") }, "\(names)")
    }
}
