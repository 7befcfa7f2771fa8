import CSV
import Foundation
import Glibc
import TestSupport
import Testing

/// Options, streams, terminals and exit codes.
@Suite struct CommandLineTests {
    // MARK: Streams

    @Test func csvGoesToStandardOutputAloneAndIsWhatTheFileHolds() throws {
        try withValley { folder in
            let outcome = try Command.run(
                ["run", "valley.yaml", "--members", "2000", "--format", "csv", "--out", "out"], in: folder)
            #expect(outcome.errors.isEmpty)
            let table = try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
            #expect(table.rows.count == 2)
            #expect(try contents(folder + "/out")["targets.csv"] == Data(outcome.output.utf8))
        }
    }

    @Test func jsonHasAnObjectPerReading() throws {
        let arguments = ["run", "hunan/high-tech-share", "liuyang/biopharma", "--members", "300", "--format"]
        let json = try Command.run(arguments + ["json"])
        #expect(json.errors.isEmpty)
        let objects = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        let table = try CSVFile(bytes: Array(try Command.run(arguments + ["csv"]).output.utf8), path: "output")
        #expect(objects.count == table.rows.count)
        #expect(objects.allSatisfy { Set($0.keys) == Set(table.header) })
        #expect(Set(objects.compactMap { $0["scenario"] as? String }) == ["high-tech-share", "biopharma"])
    }

    @Test func comparisonInCSVParses() throws {
        let outcome = try Command.run(
            [
                "compare", "hunan/high-tech-share", "hunan/high-tech-share-adverse", "--members", "300", "--format",
                "csv",
            ])
        #expect(outcome.errors.isEmpty)
        #expect(try CSVFile(bytes: Array(outcome.output.utf8), path: "output").rows.count == 3)
    }

    @Test(arguments: [["run", "valley.yaml"], ["check", "valley.yaml"], ["compare", "valley.yaml", "copy.yaml"]])
    func quietPrintsNothing(arguments: [String]) throws {
        try withValley { folder in
            try FileManager.default.copyItem(atPath: folder + "/valley.yaml", toPath: folder + "/copy.yaml")
            let members = arguments[0] == "check" ? [] : ["--members", "300"]
            let outcome = try Command.run(arguments + members + ["--quiet"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test func readerThatHasSeenEnoughIsNoError() throws {
        try withTemporaryFolder { folder in
            let process = try Command.start(
                ["-o", "pipefail", "-c", "\"$0\" schema | head -n 1", Command.executable], program: "/bin/bash",
                in: folder, output: folder + "/output", errors: folder + "/errors")
            #expect(process.wait() == 0)
            #expect(try contents(folder)["output"] == Data("{\n".utf8))
            #expect(try contents(folder)["errors"] == Data())
        }
    }

    @Test func outputThatCannotBeWrittenIsAnError() throws {
        let outcome = try Command.run(["schema"], output: "/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors == "Error: cannot write the output: No space left on device\n")
    }

    // MARK: Terminals

    @Test func terminalOf60ColumnsIsNotOverrunAndColoursCanBeSwitchedOff() throws {
        let arguments = ["run", "zhejiang/platforms", "--members", "300"]
        let coloured = try onTerminal(arguments, columns: 60, environment: ["TERM": "xterm"])
        #expect(coloured.contains("\u{1B}["))
        let plain = try onTerminal(arguments, columns: 60, environment: ["TERM": "xterm", "NO_COLOR": "1"])
        #expect(!plain.contains("\u{1B}"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
        try expectSnapshot(plain, "run-platforms-60-columns.txt")
        let inPipe = try Command.run(arguments)
        #expect(!inPipe.output.contains("\u{1B}"))
    }

    /// What a program writes to a terminal of that width, with line ends as in a file.
    private func onTerminal(_ arguments: [String], columns: UInt16, environment: [String: String]) throws -> String {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        try #require(terminal >= 0)
        defer { close(terminal) }
        // The calls TIOCSPTLCK, which unlocks the other end, and TIOCGPTN, which numbers it; Swift imports no macros.
        var (locked, number): (Int32, Int32) = (0, 0)
        try #require(ioctl(terminal, 0x4004_5431, &locked) == 0 && ioctl(terminal, 0x8004_5430, &number) == 0)
        let device = "/dev/pts/\(number)"
        var size = winsize(ws_row: 40, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        try #require(ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0)
        let process = try Command.start(
            arguments, in: Command.repository, environment: environment, output: device, errors: "/dev/null")
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(terminal, &buffer, buffer.count)
            if count <= 0 { break }
            bytes += buffer[..<count]
        }
        #expect(process.wait() == 0)
        return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    }

    // MARK: Exit codes

    @Test func usageErrorsEndWith64AndSayWhatIsWrong() throws {
        try withValley { folder in
            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder + "/again", withIntermediateDirectories: true)
            for file in files {
                try FileManager.default.copyItem(atPath: folder + "/" + file, toPath: folder + "/again/" + file)
            }
            let mistakes = [
                ["run", "valley.yaml", "--member", "3"], ["run"], ["run", "valley.yaml", "--members", "0"],
                ["run", "valley.yaml", "--members", "many"], ["run", "valley.yaml", "--threads", "-1"],
                ["run", "valley.yaml", "--lang", "fr"], ["run", "valley.yaml", "--format", "xlsx"],
                ["run", "valley.yaml", "--out", ""], ["run", "valley.yaml", "--out", "."],
                ["run", "valley.yaml", "--out", "-"],
                ["run", "valley.yaml", "--out", ".."], ["run", "valley.yaml", "valley.yaml", "--out", "both"],
                ["run", "valley.yaml", "again/valley.yaml", "--out", "both"],
                ["compare", "valley.yaml"], ["new", "valley.yaml"], ["walk"],
            ]
            var text = ""
            for arguments in mistakes {
                let outcome = try Command.run(arguments, in: folder)
                #expect(outcome.status == 64, "\(arguments)")
                #expect(outcome.output.isEmpty, "\(arguments)")
                text += "$ milepost \(arguments.joined(separator: " "))\n\(outcome.errors)\n"
            }
            try expectSnapshot(text, "usage-errors.txt")
        }
    }

    @Test func directoryOfOthersIsRefusedAndStays() throws {
        try withValley { folder in
            try FileManager.default.createDirectory(atPath: folder + "/mine", withIntermediateDirectories: false)
            try "x".write(toFile: folder + "/mine/thesis.docx", atomically: true, encoding: .utf8)
            let outcome = try Command.run(["run", "valley.yaml", "--out", "mine"], in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("mine was not written by Milepost and is not empty (it holds thesis.docx)"))
            #expect(try contents(folder + "/mine") == ["thesis.docx": Data("x".utf8)])
        }
    }

    @Test func fileInTheWayIsRefusedAndStays() throws {
        try withValley { folder in
            let outcome = try Command.run(["run", "valley.yaml", "--out", "units.csv"], in: folder)
            #expect(outcome.status == 74)
            #expect(outcome.errors.contains("units.csv is a file, not a directory"))
            #expect(try contents(folder)["units.csv"]?.isEmpty == false)
        }
    }

    // MARK: Finding scenarios

    @Test func missingScenarioIsAnErrorThatHelps() throws {
        try withValley { folder in
            let near = try Command.run(["run", "vallye.yaml"], in: folder)
            #expect(near.status == 65)
            #expect(near.errors.contains("there is valley.yaml"))
            #expect(!near.errors.contains("shipped"))
            let home = Command.repository + "/scenarios"
            for (given, meant) in [
                ("zhejiang/platform", "did you mean zhejiang/platforms? (shipped in \(home))"),
                ("zhejang", "did you mean zhejiang/platforms or zhejiang/platforms-adverse or"),
                ("biopharma.yaml", "did you mean liuyang/biopharma? (shipped in"),
                ("hunan/platforms", "hunan/high-tech-share-stronger-policy or zhejiang/platforms? (shipped"),
                ("data/sample.yaml", "shipped in \(home): anhui/emerging-industries, "),
                ("zhejiang/a/b/mini", "shipped in \(home): anhui/emerging-industries, "),
                ("hunan/", "did you mean hunan/high-tech-share or"),
            ] {
                let shipped = try Command.run(["run", given], in: folder)
                #expect(shipped.status == 65)
                #expect(shipped.errors.contains(meant), "\(shipped.errors)")
            }
            let lost = try Command.run(
                ["run", "zhejiang/platforms"], in: folder, environment: ["MILEPOST_HOME": folder])
            #expect(lost.status == 65)
            #expect(lost.errors.contains("shipped scenarios were not found in \(folder): set MILEPOST_HOME to"))
            let noScenario = try Command.run(["run", "."], in: folder)
            #expect(noScenario.status == 65)
            #expect(noScenario.errors.contains("which is a folder, expected a file"))
        }
    }

    @Test func scenarioIsFoundFromAnywhere() throws {
        try withTemporaryFolder { folder in
            let arguments = ["--members", "300", "--format", "csv"]
            let byName = try Command.run(["run", "hunan/high-tech-share"] + arguments, in: folder)
            let absolute = "\(Command.repository)/scenarios/hunan/high-tech-share.yaml"
            let byPath = try Command.run(["run", absolute] + arguments, in: folder)
            let relative = try Command.run(
                ["run", "../scenarios/hunan/high-tech-share.yaml"] + arguments, in: Command.repository + "/seeds")
            #expect(byName.status == 0)
            #expect(byPath.output == byName.output)
            #expect(relative.output == byName.output)
        }
    }

    @Test func oneErrorDoesNotHideTheOthers() throws {
        try withValley { folder in
            let check = try Command.run(["check", "nowhere.yaml", "valley.yaml", "elsewhere.yaml"], in: folder)
            #expect(check.status == 65)
            #expect(check.output.contains("valley.yaml: ok."))
            for name in ["nowhere.yaml", "elsewhere.yaml"] { #expect(check.errors.contains(name)) }
            let run = try Command.run(["run", "nowhere.yaml", "valley.yaml", "elsewhere.yaml"], in: folder)
            #expect(run.status == 65)
            #expect(run.output.isEmpty)
            for name in ["nowhere.yaml", "elsewhere.yaml"] { #expect(run.errors.contains(name)) }
        }
    }

    @Test func oneMemberRunsAndIsToldApartFromAnEnsemble() throws {
        try withValley { folder in
            let outcome = try Command.run(["run", "valley.yaml", "--members", "1"], in: folder)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("Members drawn: 1, too few"))
        }
    }
}
