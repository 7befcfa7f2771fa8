import CSV
import Foundation
import TestSupport
import Testing

/// Forecasts recorded and scored as people do it: run, run again, fill in, score.
@Suite struct LedgerCommandTests {
    private static let run = ["run", "valley.yaml", "--members", "2000"]

    private func table(_ path: String) throws -> CSVFile {
        try CSVFile(bytes: Array(Data(contentsOf: URL(fileURLWithPath: path))), path: path)
    }

    @Test func recordedForecastsAreThoseOfTheTargetsFileAndOfTheRunRecord() throws {
        try withValley { folder in
            let outcome = try Command.run(Self.run + ["--out", "out", "--record", "new/ledger.csv"], in: folder)
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            #expect(outcome.output.hasSuffix("\nRecorded in new/ledger.csv: 10 forecasts.\n"))
            let ledger = try table(folder + "/new/ledger.csv")
            let targets = try table(folder + "/out/targets.csv")
            #expect(ledger.rows.count == 10)
            for (ours, theirs) in [("odds", "odds"), ("p5", "deadline_p5"), ("p95", "deadline_p95"), ("unit", "unit")] {
                let (own, other) = (try ledger.requiredColumn(ours), try targets.requiredColumn(theirs))
                #expect([4, 9].map { ledger.rows[$0][own] } == targets.rows.map { $0[other] }, "\(ours)")
            }
            let json = try Data(contentsOf: URL(fileURLWithPath: folder + "/out/run.json"))
            let record = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
            let digest = try ledger.requiredColumn("scenario_sha256")
            #expect(ledger.rows.allSatisfy { $0[digest] == record["inputs_sha256"] as? String })
            let time = record["time"] as? [String: Any]
            #expect(ledger.rows[0][0] == time?["started"] as? String)
        }
    }

    @Test func theSameForecastIsRecordedOnceAndAChangedOneAgain() throws {
        try withValley { folder in
            let record = ["--record", "ledger.csv"]
            #expect(try Command.run(Self.run + record, in: folder).status == 0)
            let first = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv"))
            let again = try Command.run(Self.run + record, in: folder)
            #expect(again.output.contains("0 forecasts; 10 more say what the last ones there say."))
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv")) == first)
            let other = try Command.run(Self.run + record + ["--seed", "2", "--format", "csv"], in: folder)
            #expect(other.errors.isEmpty && !other.output.contains("Recorded"))
            let second = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv"))
            #expect(second.starts(with: first))
            #expect(try table(folder + "/ledger.csv").rows.count == 20)
        }
    }

    @Test func fromTheTemplateToTheScores() throws {
        try withValley { folder in
            let record = try Command.run(Self.run + ["--record", "ledger.csv", "--quiet"], in: folder)
            #expect(record.status == 0 && record.output.isEmpty)
            let template = try Command.run(["score", "ledger.csv", "--template"], in: folder)
            #expect(template.status == 0 && template.errors.isEmpty)
            var lines = template.output.components(separatedBy: "\r\n")
            #expect(lines.count == 12 && lines[11].isEmpty)
            // The parks fail with 130, the share is said to be met, 2026 of the parks is 120; the rest stays open.
            #expect(lines[9].contains(",2027,more than 140,,,,") && lines[10].contains(",2027,at least 44,,,,"))
            lines[9] = lines[9].replacing("140,,,,", with: "140,130,,Bureau,")
            lines[10] = lines[10].replacing("44,,,,", with: "44,,yes,,")
            lines[7] = lines[7].replacing(",2026,,,,,", with: ",2026,,120,,,")
            try lines.joined(separator: "\r\n").write(
                toFile: folder + "/actuals.csv", atomically: true, encoding: .utf8)
            let scored = try Command.run(
                ["score", "ledger.csv", "--actuals", "actuals.csv", "--out", "scores"], in: folder)
            #expect(scored.status == 0 && scored.errors.isEmpty)
            #expect(scored.output.contains("Odds on 2 goals: Brier score"))
            #expect(scored.output.contains("Of 10 forecasts 3 are scored and 7 open"))
            #expect(scored.output.contains("scores.csv, score-summary.csv, reliability.csv in scores"))
            let scores = try table(folder + "/scores/scores.csv")
            let (met, actual, odds, brier) = (
                try scores.requiredColumn("met"), try scores.requiredColumn("actual"),
                try scores.requiredColumn("odds"), try scores.requiredColumn("brier")
            )
            #expect(scores.rows.map { $0[met] } == ["", "", "", "", "false", "", "", "", "", "true"])
            #expect(scores.rows.map { $0[actual] } == ["", "", "", "120", "130", "", "", "", "", ""])
            let share = try #require(Double(scores.rows[9][odds]))
            #expect(abs(try #require(Double(scores.rows[9][brier])) - (1 - share) * (1 - share)) < 1e-12)
            let rest = try Command.run(
                ["score", "ledger.csv", "--template", "--actuals", "actuals.csv"], in: folder)
            #expect(rest.output.components(separatedBy: "\r\n").count == 9)
            let csv = try Command.run(
                ["score", "ledger.csv", "--actuals", "actuals.csv", "--format", "csv"], in: folder)
            #expect(try contents(folder + "/scores")["scores.csv"] == Data(csv.output.utf8))
        }
    }

    @Test func runsThatRecordAtTheSameTimeLoseNothing() throws {
        try withValley { folder in
            let runs = try (1...8).map { seed in
                try Command.start(
                    Self.run + ["--seed", "\(seed)", "--threads", "1", "--quiet", "--record", "ledger.csv"],
                    in: folder, output: "\(folder)/o\(seed)", errors: "\(folder)/e\(seed)")
            }
            #expect(runs.map { $0.wait() } == Array(repeating: 0, count: 8))
            let ledger = try table(folder + "/ledger.csv")
            let seed = try ledger.requiredColumn("seed")
            #expect(ledger.rows.count == 80)
            // Rows of one run stand together.
            let order = ledger.rows.map { $0[seed] }
            #expect(zip(order, order.dropFirst()).count { $0 != $1 } == 7)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test func aNewLedgerForExcelBeginsWithAByteOrderMarkAndGrows() throws {
        try withValley { folder in
            let arguments = Self.run + ["--record", "ledger.csv", "--quiet"]
            #expect(try Command.run(arguments + ["--excel"], in: folder).status == 0)
            #expect(try Command.run(arguments + ["--seed", "9"], in: folder).status == 0)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv"))
            #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(try table(folder + "/ledger.csv").rows.count == 20)
            #expect(try Command.run(["score", "ledger.csv", "--template"], in: folder).status == 0)
        }
    }

    @Test func anInterruptedRunLeavesTheLedgerWhole() throws {
        try withValley { folder in
            #expect(try Command.run(Self.run + ["--record", "ledger.csv"], in: folder).status == 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv"))
            for delay in [20_000, 60_000, 120_000] as [UInt32] {
                let run = try Command.start(
                    ["run", "valley.yaml", "--members", "300000", "--seed", "9", "--record", "ledger.csv"],
                    in: folder, output: folder + "/o", errors: folder + "/e")
                usleep(delay)
                run.interrupt()
                _ = run.wait()
                let after = try Data(contentsOf: URL(fileURLWithPath: folder + "/ledger.csv"))
                #expect(after.starts(with: before))
                let rows = try table(folder + "/ledger.csv").rows.count
                #expect(rows == 10 || rows == 20)
            }
        }
    }

    @Test func mistakesAreNamedBeforeAnythingIsProjectedOrWritten() throws {
        try withValley { folder in
            #expect(try Command.run(Self.run + ["--record", "ledger.csv"], in: folder).status == 0)
            let units = try Data(contentsOf: URL(fileURLWithPath: folder + "/units.csv"))
            try "target,year,value\nparks,2027,\"1,000\"\n".write(
                toFile: folder + "/bad.csv", atomically: true, encoding: .utf8)
            try "target\tyear\tvalue\n".write(toFile: folder + "/tabs.csv", atomically: true, encoding: .utf8)
            let cases: [([String], Int32, String)] = [
                (
                    Self.run + ["--record", "units.csv", "--out", "out"], 65,
                    "units.csv is not a ledger: it has no column"
                ),
                (Self.run + ["--record", ".", "--out", "out"], 64, ". is not a regular file"),
                (Self.run + ["--record", "out/ledger.csv", "--out", "out"], 64, "which results replace as a whole"),
                (Self.run + ["--record", ""], 64, "--record is empty"),
                (Self.run + ["--record", "ledger.csv", "--as-of", "2023"], 64, "they would be hindsight"),
                (Self.run + ["--record", "ledger.csv", "--prior-only"], 64, "leaves the published figures out"),
                (["score", "ledger.csv", "--template", "--format", "json"], 64, "leave --format json out"),
                (["score", "tabs.csv", "--template"], 65, "tabs.csv:1: the columns are separated by tabs"),
                (
                    ["score", "ledger.csv", "--actuals", "tabs.csv"], 65,
                    "tabs.csv:1: the columns are separated by tabs"
                ),
                (Self.run + ["--record", "units.csv/ledger.csv"], 74, "cannot add to units.csv/ledger.csv"),
                (["score", "ledger.csv"], 64, "give --actuals FILE, or --template"),
                (["score", "ledger.csv", "--template", "--out", "out"], 64, "write it to a file with"),
                (["score", "ledgr.csv", "--template"], 65, "cannot read the file ledgr.csv; there is ledger.csv"),
                (["score", "units.csv", "--template"], 65, "units.csv is not a ledger"),
                (["score", "ledger.csv", "--actuals", "bad.csv"], 65, "bad.csv:2: \"1,000\" in column \"value\""),
                (["score", "ledger.csv", "--actuals", "nothing.csv"], 65, "cannot read the file nothing.csv"),
                (["score", "ledger.csv", "--template", "--scenario", "vally"], 65, "did you mean \"valley\"?"),
            ]
            for (arguments, status, message) in cases {
                let outcome = try Command.run(arguments, in: folder)
                #expect(outcome.status == status, "\(arguments): \(outcome.errors)")
                #expect(outcome.errors.contains(message), "\(outcome.errors)")
                #expect(outcome.output.isEmpty)
            }
            #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder + "/units.csv")) == units)
        }
    }

    @Test func judgementsAreShownAndWritten() throws {
        try withValley { folder in
            try """
            schema: 1
            extends: valley.yaml
            name: Judged
            levers:
              - {id: thin, name: Thin books, kind: demand_growth, group: chips, rate: -3%, years: 2026, because: order books are thin}
            """.write(toFile: folder + "/judged.yaml", atomically: true, encoding: .utf8)
            let outcome = try Command.run(["run", "judged.yaml", "--members", "2000", "--out", "out"], in: folder)
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            #expect(outcome.output.contains("- Thin books (because order books are thin). It moves"))
            let judgements = try table(folder + "/out/judgements.csv")
            let targets = try table(folder + "/out/targets.csv")
            let (own, other) = (try judgements.requiredColumn("odds_with"), try targets.requiredColumn("odds"))
            #expect(judgements.rows.map { $0[own] } == targets.rows.map { $0[other] })
            let plain = try Command.run(["run", "valley.yaml", "--members", "2000", "--out", "plain"], in: folder)
            #expect(plain.status == 0 && !plain.output.contains("Judgements"))
            #expect(try contents(folder + "/plain")["judgements.csv"] == nil)
            let without = try judgements.requiredColumn("odds_without")
            let odds = try table(folder + "/plain/targets.csv").rows.map { $0[other] }
            #expect(judgements.rows.map { $0[without] } == odds)
        }
    }
}
