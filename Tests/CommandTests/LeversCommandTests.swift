import CSV
import Foundation
import TestSupport
import Testing

/// Levers, tried one by one.
@Suite struct LeversCommandTests {
    @Test func csvHasARowPerOutcomeAndLeverThenTogetherAndTheInteraction() throws {
        try withTemporaryFolder { folder in
            let outcome = try Command.run(
                ["levers", "liuyang/biopharma-stronger-policy", "--members", "500", "--format", "csv", "--out", "out"],
                in: folder)
            #expect(outcome.status == 0)
            let files = try contents(folder + "/out")
            #expect(Set(files.keys).isSuperset(of: ["levers.csv", "run.json"]))
            #expect(files["levers.csv"] == Data(outcome.output.utf8))
            let table = try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
            let (row, lever) = (try table.requiredColumn("row"), try table.requiredColumn("lever"))
            // Five readings of three targets; six levers, all together, and what is beyond their sum.
            #expect(table.rows.count == 5 * 8)
            #expect(Array(table.rows.prefix(8).map { $0[row] }.suffix(2)) == ["together", "interaction"])
            #expect(table.rows.contains { $0[lever] == "jiudian-new-park" })
        }
    }

    /// The award is paid, and moves the firms by less than its levers' means: a hundredth of their output at most.
    @Test func theAwardIsLimitedByItsBudgetAndTiny() throws {
        let outcome = try Command.run(
            ["levers", "liuyang/biopharma-stronger-policy", "--members", "1000", "--format", "csv"])
        let table = try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
        let columns = try ["lever", "reading", "added_mean", "p50_without"].map { try table.requiredColumn($0) }
        let row = try #require(table.rows.first { $0[columns[0]] == "rd-award" && $0[columns[1]] == "biopharma-only" })
        let added = try #require(Double(row[columns[2]]))
        let level = try #require(Double(row[columns[3]]))
        #expect(added > 0 && added < 0.01 * level)
        let text = try Command.run(["levers", "liuyang/biopharma-stronger-policy", "--members", "1000"]).output
        #expect(text.firstMatch(of: /Lever R&D award pays \d+(?:\.\d+)? million CNY a year/) != nil)
        #expect(text.contains("its budget limits it in"))
    }

    @Test func aScenarioWithoutLeversIsBadInput() throws {
        let outcome = try Command.run(["levers", "zhejiang/platforms"])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("the scenario has no levers, expected at least one to try"))
        #expect(outcome.output.isEmpty)
    }

    @Test func checkWarnsOfALeverThatCanDoNothing() throws {
        try withValley { folder in
            let path = folder + "/valley.yaml"
            let science = """
                  science:
                    elasticity: 0.1
                    depreciation: [{id: all, group: all, share: 15%}]
                    stock_growth: 8%
                    trade_response: 1

                """
            var text = try String(contentsOfFile: path, encoding: .utf8)
            text = text.replacing("portfolios:\n  parks:", with: science + "portfolios:\n  parks:")
            text += "levers:\n  - {id: more, kind: conversion, group: chips, increase: 10%, reason: t}\n"
            try text.write(toFile: path, atomically: true, encoding: .utf8)
            let outcome = try Command.run(["check", "valley.yaml"], in: folder)
            #expect(outcome.status == 0 && outcome.output.contains("valley.yaml: ok"))
            #expect(outcome.errors.contains("valley.yaml:51:"), "\(outcome.errors)")
            #expect(
                outcome.errors.contains(
                    "warning: levers[more]: lever more does nothing: `economy.science.conversion` is 100%"))
            #expect(try Command.run(["check", "--quiet", "valley.yaml"], in: folder).errors.isEmpty)
        }
    }
}
