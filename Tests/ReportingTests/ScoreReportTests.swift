import CSV
import Foundation
import Ledger
import Reporting
import TestSupport
import Testing

/// What is said of a ledger's scores: the ledger made by hand.
@Suite struct ScoreReportTests {
    private static func entry(
        _ index: Int, scenario: String, year: Int, odds: Double?, latest: Double? = 90
    ) -> LedgerEntry {
        let median = 100.0 + 10 * Double(index)
        return LedgerEntry(
            madeOn: "202\(5 + index % 2)-11-24T06:00:00Z", scenario: scenario, digest: "ab", version: "1.2.3",
            seed: "1", members: 1000, asOf: 2024,
            question: Question(
                region: "valley", target: "t\(index)", reading: "main", indicator: "{total: t\(index)}",
                unit: index == 3 ? "%" : "100 million CNY/yr", year: year,
                goal: odds.map { _ in LedgerGoal(comparator: .moreThan, value: median * 1.1) }),
            name: index == 0 ? "=Total output" : "Output of park \(index)", isHeadline: true, odds: odds,
            oddsError: odds.map { ($0 * (1 - $0) / 1000).squareRoot() },
            quantiles: [-3, -2, -1, 0, 1, 2, 3].map { median * (1 + $0 / 10) }, countProbabilities: [],
            latest: latest.map { .init(value: $0, year: 2024) }, quality: "B")
    }

    private func scores(_ goals: Int) throws -> LedgerScores {
        let entries = (0..<goals).flatMap { index in
            [
                Self.entry(index, scenario: "valley", year: 2027, odds: index % 3 == 0 ? 0.7 : 0.05),
                Self.entry(index, scenario: "valley-adverse", year: 2026, odds: nil, latest: nil),
            ]
        }
        let lines = (0..<goals - 1).map { index in
            let median = 100.0 + 10 * Double(index)
            return "t\(index),2027,\(index % 4 == 0 ? 1.2 * median : 1.05 * median),\nt\(index),2026,\(0.95 * median),"
        }
        let text = (["target,year,value,met"] + lines + ["typo,2027,5,"]).joined(separator: "\n")
        let bytes = try Ledger.appending(entries, to: [], path: "ledger.csv").bytes
        return try LedgerScores(
            of: Ledger(bytes: bytes, path: "ledger.csv"), actuals: Actuals(bytes: Array(text.utf8), path: "a.csv"))
    }

    @Test(arguments: [(Language.english, "score-en.txt"), (.chinese, "score-zh.txt")])
    func summaryReadsAsRecorded(language: Language, snapshot: String) throws {
        let text = ScoreSummaryText.text(
            of: try scores(16), ledger: "ledger.csv", format: TextFormat(language: language), directory: "results",
            files: ["scores.csv", "score-summary.csv"])
        #expect(!text.contains("{") && !text.contains("}"))
        try expectSnapshot(text, snapshot)
    }

    @Test func filesReadAsRecorded() throws {
        let files = ScoreFiles.files(of: try scores(4))
        #expect(files.map(\.relativePath) == ["scores.csv", "score-summary.csv", "reliability.csv"])
        for file in files {
            let text = String(decoding: file.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
            try expectSnapshot(text, file.relativePath)
        }
    }

    @Test func fewScoresAndNoneAreSaid() throws {
        let few = ScoreSummaryText.text(of: try scores(4), ledger: "l.csv")
        #expect(few.contains("Fewer than 10: too few to judge the forecasts by."))
        #expect(!few.contains("Were the verdicts right?"))
        let none = ScoreSummaryText.text(of: try scores(1), ledger: "l.csv")
        #expect(none.contains("No forecast can be scored yet"))
        #expect(none.contains("Of 2 forecasts 0 are scored and 2 open"))
    }

    @Test func rangesAreCalledNarrowOrWideOnlyBeyondChance() throws {
        func text(_ share: Double) throws -> String {
            let entries = (0..<50).map { Self.entry($0, scenario: "s", year: 2027, odds: nil) }
            let lines = (0..<50).map { index in
                let median = 100.0 + 10 * Double(index)
                return "t\(index),2027,\(Double(index) < share * 50 ? median : 3 * median)"
            }
            let file = (["target,year,value"] + lines).joined(separator: "\n")
            let bytes = try Ledger.appending(entries, to: [], path: "l.csv").bytes
            let scores = try LedgerScores(
                of: Ledger(bytes: bytes, path: "l.csv"), actuals: Actuals(bytes: Array(file.utf8), path: "a.csv"))
            return ScoreSummaryText.text(of: scores, ledger: "l.csv")
        }
        // Two standard errors of 80% in 50 are 11 points.
        #expect(try text(0.7).contains("Ranges of 50 figures: 70% lie inside P10 to P90, where 80% should."))
        #expect(try text(0.66).contains("Ranges of 50 figures are too narrow: 66%"))
        #expect(try text(0.94).contains("Ranges of 50 figures are too wide: 94%"))
    }

    @Test(arguments: [40, 60, 80])
    func noLineIsWiderThanTheTerminal(width: Int) throws {
        for language in Language.allCases {
            let text = ScoreSummaryText.text(
                of: try scores(16), ledger: "ledger.csv", format: TextFormat(width: width, language: language))
            for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
        }
    }

    @Test func recordingSaysHowMuchWasNew() {
        func text(_ added: Int, _ unchanged: Int) -> String {
            RecordNote.text(
                of: Ledger.Appended(bytes: [], added: added, unchanged: unchanged), path: "l.csv", language: .english)
        }
        #expect(text(3, 0) == "Recorded in l.csv: 3 forecasts.\n")
        #expect(text(0, 2).contains("0 forecasts; 2 more say what the last ones there say."))
        #expect(text(0, 0).hasPrefix("Nothing to record in l.csv"))
    }
}
