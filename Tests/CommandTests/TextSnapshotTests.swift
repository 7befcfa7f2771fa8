import Foundation
import TestSupport
import Testing

/// What people read, word for word.
@Suite struct TextSnapshotTests {
    @Test func helpOfEveryCommand() throws {
        var text = ""
        for command in [
            [], ["run"], ["report"], ["merge"], ["compare"], ["levers"], ["track"], ["calibrate"], ["backtest"],
            ["outlook"],
            ["score"],
            ["check"], ["new"], ["schema"], ["doctor"], ["regions"],
        ] {
            let outcome = try Command.run(command + ["--help"])
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            text += "$ milepost \((command + ["--help"]).joined(separator: " "))\n" + outcome.output + "\n"
        }
        try expectSnapshot(text, "help.txt")
    }

    @Test(arguments: Shipped.main, ["en", "zh"])
    func summary(scenario: String, language: String) throws {
        let outcome = try Command.run([
            "run", "scenarios/\(scenario).yaml", "--members", "2000", "--lang", language,
        ])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSnapshot(outcome.output, "run-\(name(scenario))-\(language).txt")
    }

    @Test(arguments: [("zhejiang/platforms", "en"), ("liuyang/biopharma", "en"), ("hunan/high-tech-share", "zh")])
    func comparison(scenario: String, language: String) throws {
        let outcome = try Command.run(
            ["compare"] + [scenario, scenario + "-stronger-policy", scenario + "-adverse"]
                + ["--members", "2000", "--lang", language])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSnapshot(outcome.output, "compare-\(name(scenario))-\(language).txt")
    }

    @Test(arguments: [
        ("liuyang/biopharma", "en"), ("hunan/high-tech-share", "zh"), ("liaoning/emerging-industries", "en"),
    ])
    func levers(scenario: String, language: String) throws {
        let outcome = try Command.run(
            ["levers", scenario + "-stronger-policy", "--members", "2000", "--lang", language])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSnapshot(outcome.output, "levers-\(name(scenario))-\(language).txt")
    }

    @Test(arguments: [
        ("zhejiang/platforms", "en"), ("zhejiang/platforms-unverified-total", "en"), ("hunan/high-tech-share", "zh"),
        ("liuyang/biopharma", "en"),
    ])
    func track(scenario: String, language: String) throws {
        let outcome = try Command.run(["track", scenario, "--members", "2000", "--lang", language])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try expectSnapshot(outcome.output, "track-\(name(scenario))-\(language).txt")
    }

    @Test func checkOfEveryShippedScenario() throws {
        let outcome = try Command.run(["check", "scenarios/hunan/economy.part.yaml"] + Shipped.all)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSnapshot(outcome.output, "check.txt")
    }

    @Test func newScenarioIsWhatTheScaffoldSaysAndPassesTheCheck() throws {
        try withValley { folder in
            #expect(try Command.run(["new", "policy", "--like", "valley.yaml"], in: folder).status == 0)
            let text = try String(contentsOfFile: folder + "/policy.yaml", encoding: .utf8)
            try expectSnapshot(text, "new.yaml")
            #expect(try Command.run(["check", "policy.yaml"], in: folder).status == 0)
        }
    }

    @Test func doctorFindsNothingWrongHere() throws {
        let outcome = try Command.run(["doctor"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("shipped files:"))
        #expect(!outcome.output.contains("WRONG"))
    }

    @Test func schemaIsJSONOnStandardOutput() throws {
        let outcome = try Command.run(["schema"])
        let schema = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(schema?["$schema"] != nil)
        #expect(schema?["properties"] != nil)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func shellsCanCompleteCommandsAndOptions(shell: String) throws {
        let outcome = try Command.run(["--generate-completion-script", shell])
        #expect(outcome.status == 0)
        for word in ["milepost", "compare", "members", "yaml"] { #expect(outcome.output.contains(word)) }
    }

    private func name(_ scenario: String) -> String { String(scenario.split(separator: "/")[1]) }
}
