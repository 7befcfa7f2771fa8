import Foundation
import Reporting
import Testing

/// How output adapts to where it goes.
@Suite struct TerminalTests {
    private static let members = ["--members", "200"]
    private static let panel = [
        "seeds/high-tech.csv", "--value", "ht_revenue_100m_yuan", "--leave-out", "china", "--break", "2018",
    ]
    private static let commands: [[String]] = {
        let scenarios = Shipped.main + ["anhui/emerging-industries", "guangdong/emerging-industries"]
        let tables = ["inspect", "balance", "multipliers", "linkages"].map { ["table", $0, "seeds/hunan/io-2017.csv"] }
        return scenarios.map { ["run", $0] + members }
            + Shipped.main.map { ["compare", $0, $0 + "-stronger-policy", $0 + "-adverse"] + members }
            + [
                ["compare", "henan/emerging-industries", "henan/emerging-industries-stronger-policy"] + members,
                ["compare", "hunan/high-tech-share", "zhejiang/platforms"] + members,
                ["levers", "liuyang/biopharma-stronger-policy"] + members, ["track", "zhejiang/platforms"] + members,
                ["backtest", "zhejiang/platforms"] + members, ["calibrate"] + panel,
                ["outlook"] + panel + ["--growth", "20%", "--years", "4", "--for", "zhejiang"],
                ["regions"], ["regions", "zhejiang"],
            ] + tables
    }()

    /// Every page of every command that lays out text, at the widths that terminals have.
    @Test(arguments: [40, 60, 80, 120], ["en", "zh"])
    func noLineOfAnyCommandIsWiderThanItShouldBe(width: Int, language: String) throws {
        for command in Self.commands {
            let outcome = try Command.run(command + ["--lang", language], environment: ["COLUMNS": String(width)])
            #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            for line in outcome.output.split(separator: "\n") where DisplayWidth.of(line) > width {
                Issue.record("\(command): \(line)")
            }
        }
    }

    @Test func pipeGets80ColumnsWithoutColourUnlessAsked() throws {
        let command = ["run", "zhejiang/platforms"] + Self.members
        let plain = try Command.run(command)
        #expect(!plain.output.contains("\u{1B}") && plain.errors.isEmpty)
        #expect(try Command.run(command, environment: ["COLUMNS": "80"]).output == plain.output)
        #expect(try Command.run(command, environment: ["COLUMNS": "wide"]).output == plain.output)
        for (options, environment) in [
            (["--color", "always"], [:]), (["--color", "always"], ["NO_COLOR": "1"]), ([], ["CLICOLOR_FORCE": "1"]),
            ([], ["FORCE_COLOR": "3"]),
        ] {
            let coloured = try Command.run(command + options, environment: environment).output
            #expect(coloured.contains("\u{1B}[1;33mremote"), "\(options) \(environment)")
            #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain.output)
        }
        for (options, environment) in [
            (["--color", "never"], ["CLICOLOR_FORCE": "1"]), ([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"]),
            ([], ["CLICOLOR_FORCE": "0"]),
        ] {
            #expect(try Command.run(command + options, environment: environment).output == plain.output)
        }
        let many = try Command.run(command + ["--color", "always"], environment: ["TERM": "xterm-256color"])
        #expect(many.output.contains("\u{1B}[1;38;5;208mremote"))
    }

    @Test(arguments: [["LC_ALL": "C"], ["LANG": "POSIX"], ["TERM": "dumb"]])
    func terminalWithoutBlocksGetsPlainSigns(environment: [String: String]) throws {
        let command = ["run", "zhejiang/platforms"] + Self.members
        let text = try Command.run(command, environment: environment).output
        #expect(!text.contains("░") && text.contains("x path that just reaches the goal"))
        let unicode = try Command.run(command, environment: ["LC_ALL": "C.UTF-8", "LANG": "C"]).output
        #expect(unicode.contains("░"))
    }
}
