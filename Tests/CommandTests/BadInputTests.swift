import Foundation
import TestSupport
import Testing

/// Mistakes in scenarios and data: exit code 65, a message that says where and what, nothing written.
@Suite struct BadInputTests {
    /// A change that makes the small scenario wrong, and what the message must say.
    struct Mistake {
        var title: String
        var file = "valley.yaml"
        var change: Change
        var says: [String]

        enum Change {
            case replace(String, String)
            case append(String)
            case write([UInt8])
        }
    }

    private static let mistakes: [Mistake] = [
        Mistake(
            title: "unknown key", change: .replace("growth_correlation", "growth_corelation"),
            says: ["valley.yaml:22:3", "unknown key \"growth_corelation\"", "did you mean `growth_correlation`?"]),
        Mistake(
            title: "share in money", change: .replace("government: 3%", "government: 3 亿元"),
            says: ["valley.yaml:18:17", "economy.growth.government", "found \"3 亿元\", expected a rate"]),
        Mistake(
            title: "percent without a sign", change: .replace("government: 3%", "government: 3"),
            says: ["write 3% if that is what is meant"]),
        Mistake(
            title: "range with a hyphen", change: .replace("government: 3%", "government: 3-5%"),
            says: ["{p5: 3%, p95: 5%}"]),
        Mistake(
            title: "growth category left out", change: .replace("    outflow: 5% ± 2%\n", ""),
            says: ["the category \"outflow\" of final use has no rate of growth"]),
        Mistake(
            title: "goal without a unit", change: .replace("more than 140 亿元", "more than 140"),
            says: ["expected an amount of money, e.g. \"more than 140 亿元\""]),
        Mistake(
            title: "target before the base year",
            change: .replace("by: 2027\n  - id: share", "by: 2020\n  - id: share"),
            says: ["found 2020, expected a year after the base year 2022"]),
        Mistake(
            title: "target after the last year", change: .replace("by: 2027\n  - id: share", "by: 2050\n  - id: share"),
            says: ["up to the last projected year 2027", "set years.end to 2050 or later"]),
        Mistake(
            title: "not a number", change: .replace("government: 3%", "government: .nan"),
            says: ["found \".nan\", expected a rate"]),
        Mistake(
            title: "infinity", change: .replace("government: 3%", "government: inf"),
            says: ["found \"inf\", expected a rate"]),
        Mistake(
            title: "huge number", change: .replace("government: 3%", "government: 1e400%"),
            says: ["found \"1e400%\", expected a rate"]),
        Mistake(
            title: "tab", change: .replace("    government", "\tgovernment"),
            says: ["valley.yaml:18:1", "indent with spaces, not with tabs"]),
        Mistake(
            title: "full-width colon", change: .replace("region: valley", "region： valley"),
            says: ["half-width", "not `：`"]),
        Mistake(title: "empty file", change: .write([]), says: ["the file is empty, expected a scenario"]),
        Mistake(
            title: "not UTF-8", change: .write(Array("schema: 1\nname: ".utf8) + [0xD0, 0xBE, 0xC6, 0xAC, 0xFF]),
            says: ["valley.yaml:2", "is not valid UTF-8", "save the file as UTF-8"]),
        Mistake(
            title: "nested brackets", change: .write(Array("a: ".utf8) + [UInt8](repeating: 0x5B, count: 100_000)),
            says: ["nested more than 32 deep"]),
        Mistake(title: "expanding aliases", change: .write(aliases), says: ["more than 20000 values once aliases are"]),
        Mistake(
            title: "circle", change: .append("extends: valley.yaml\n"),
            says: ["files extend each other in a circle: valley.yaml -> valley.yaml"]),
        Mistake(
            title: "missing file", change: .replace("table: table.csv", "table: tabel.csv"),
            says: ["valley.yaml:9:10", "cannot read the file tabel.csv", "there is table.csv"]),
        Mistake(
            title: "controls that disagree",
            change: .replace(
                "is: manufacturing_share, of: gdp}", "is: 500 亿元, quality: U, source: Guess}"),
            says: ["valley.yaml: 500", "manufacturing", "190", "farm"]),
        Mistake(
            title: "table that does not balance", file: "table.csv",
            change: .replace("farm,10,5,5,40", "farm,10,5,5,48"),
            says: ["table.csv:2: farm: row farm adds up to 68.0, its output is 60.0 (difference 8.0)"]),
        Mistake(
            title: "negative output", file: "table.csv", change: .replace("10,4,12,0,60", "10,4,12,0,-60"),
            says: ["table.csv:2: farm: output of farm is negative: -60.0"]),
        Mistake(
            title: "missing sector", file: "table.csv",
            change: .replace("chips,5,15,30,50,30,5,0,5,10,5,15,0,130\n", ""),
            says: ["table.csv: the table has no row for the sector \"chips\""]),
        Mistake(
            title: "too many fields", file: "table.csv", change: .replace("0,130\n", "0,130,7\n"),
            says: ["table.csv:4: found 15 fields, expected 14 as in the header"]),
        Mistake(
            title: "text for a number", file: "table.csv", change: .replace("farm,10,5", "farm,ten,5"),
            says: ["table.csv:2: farm: \"ten\" in column \"farm\" is not a number"]),
        Mistake(
            title: "semicolons", file: "observations.csv",
            change: .write(Array("indicator;year;value\ngdp;2022;190\n".utf8)),
            says: ["observations.csv:1: ", "the columns are separated by semicolons", "1 error;"]),
        Mistake(
            title: "CSV that is not UTF-8", file: "sectors.csv",
            change: .write(Array("code,name_en,name_zh,group\nfarm,Agriculture,".utf8) + [0xBB, 0xFA, 0x2C]),
            says: ["sectors.csv:2", "is not valid UTF-8"]),
    ]

    /// Nine times nine times nine…: a kilobyte that would become hundreds of millions of values.
    private static let aliases: [UInt8] = {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            text += "a\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", "))]\n"
        }
        return Array(text.utf8)
    }()

    @Test func everyMistakeIsNamedAndNothingIsWritten() throws {
        var text = ""
        for mistake in Self.mistakes {
            try withValley { folder in
                try apply(mistake, in: folder)
                let outcome = try Command.run(["run", "valley.yaml", "--members", "300", "--out", "out"], in: folder)
                #expect(outcome.status == 65, "\(mistake.title)")
                #expect(outcome.output.isEmpty, "\(mistake.title)")
                #expect(!FileManager.default.fileExists(atPath: folder + "/out"), "\(mistake.title)")
                for part in mistake.says + ["nothing was written"] {
                    #expect(outcome.errors.contains(part), "\(mistake.title): \(outcome.errors)")
                }
                #expect(try Command.run(["check", "valley.yaml"], in: folder).errors == outcome.errors)
                text += "# \(mistake.title)\n\(outcome.errors)\n"
            }
        }
        try expectSnapshot(text, "bad-input.txt")
    }

    @Test func oldResultsSurviveAScenarioThatBecameWrong() throws {
        try withValley { folder in
            let arguments = ["run", "valley.yaml", "--members", "300", "--out", "out"]
            #expect(try Command.run(arguments, in: folder).status == 0)
            let before = try contents(folder + "/out")
            try apply(Self.mistakes[0], in: folder)
            #expect(try Command.run(arguments, in: folder).status == 65)
            #expect(try contents(folder + "/out") == before)
        }
    }

    /// What a scenario names may be a pipe, which has its data once.
    @Test func dataFromAPipeAreReadOnce() throws {
        try withValley { folder in
            let whole = try Command.run(["run", "valley.yaml", "--members", "300"], in: folder)
            let piped = Mistake(title: "pipe", change: .replace("units: units.csv", "units: /dev/stdin"), says: [])
            func run() throws -> (status: Int32, output: String, errors: String) {
                let process = try Command.start(
                    ["-c", "cat units.csv | \"$0\" run valley.yaml --members 300", Command.executable],
                    program: "/bin/bash", in: folder, output: folder + "/output", errors: folder + "/errors")
                let status = process.wait()
                let files = try contents(folder)
                return (
                    status, String(decoding: files["output"]!, as: UTF8.self),
                    String(decoding: files["errors"]!, as: UTF8.self)
                )
            }
            try apply(piped, in: folder)
            let right = try run()
            #expect(right.status == 0)
            #expect(right.output == whole.output)
            try apply(Self.mistakes[0], in: folder)
            let wrong = try run()
            #expect(wrong.status == 65)
            #expect(wrong.errors.contains("unknown key \"growth_corelation\"") && wrong.errors.contains("1 error;"))
        }
    }

    private func apply(_ mistake: Mistake, in folder: String) throws {
        let file = URL(fileURLWithPath: "\(folder)/\(mistake.file)")
        let text = try String(contentsOf: file, encoding: .utf8)
        switch mistake.change {
        case .replace(let old, let new):
            try #require(text.contains(old), "\(mistake.title)")
            try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
        case .append(let more): try Data((text + more).utf8).write(to: file)
        case .write(let bytes): try Data(bytes).write(to: file)
        }
    }
}
