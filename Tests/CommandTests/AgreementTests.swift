import CSV
import Foundation
import TestSupport
import Testing

/// The same figure wherever it is printed: on the screen, in the report, in the files.
@Suite struct AgreementTests {
    /// A figure as `targets.csv` has it, and how people read it.
    private struct Headline {
        var target: String
        var odds: Double
        /// P5, P50, P95 in the unit that is printed.
        var outcome: [Double]

        var range: String { "\(Headline.printed(outcome[0]))–\(Headline.printed(outcome[2]))" }

        /// Three significant digits, thousands apart.
        static func printed(_ value: Double) -> String {
            let format = NumberFormatter()
            format.locale = Locale(identifier: "en_US")
            format.numberStyle = .decimal
            format.usesSignificantDigits = true
            format.maximumSignificantDigits = 3
            format.minimumSignificantDigits = 1
            return format.string(from: NSNumber(value: value)) ?? ""
        }
    }

    @Test(arguments: Shipped.main, ["en", "zh"])
    func screenReportAndFilesHaveTheSameFigures(scenario: String, language: String) throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            // Wide enough that no cell of the table of verdicts is broken into further lines.
            let outcome = try Command.run(
                ["run", scenario, "--members", "2000", "--lang", language, "--report", "--out", out],
                environment: ["COLUMNS": "200"])
            #expect(outcome.status == 0)
            let targets = try CSVFile(
                bytes: Array(Data(contentsOf: URL(fileURLWithPath: out + "/targets.csv"))), path: "targets.csv")
            let report = try String(contentsOfFile: out + "/report.html", encoding: .utf8)
            let headlines = try headlines(of: targets, language)
            #expect(!headlines.isEmpty)
            for headline in headlines {
                let odds = [
                    try oddsOnScreen(of: headline, outcome.output), try oddsInReport(of: headline, report),
                ]
                for text in odds where headline.odds > 0.0005 && headline.odds < 0.9995 {
                    #expect(prints(text, percent: 100 * headline.odds), "\(headline.target): \(headline.odds)")
                }
            }
        }
    }

    /// The line of the table of verdicts that has the odds: the one above the range, with the median.
    private func oddsOnScreen(of headline: Headline, _ output: String) throws -> String {
        let lines = output.components(separatedBy: "\n")
        let median = Headline.printed(headline.outcome[1])
        let found = lines.indices.dropFirst().first { index in
            lines[index].contains("(\(headline.range))")
                && lines[index - 1].split(separator: " ").contains { $0 == median }
        }
        let index = try #require(found, "\(headline.target): \(median) (\(headline.range))")
        return lines[index - 1]
    }

    /// The odds at the head of the target's own card, which has the median with the range below it as well.
    private func oddsInReport(of headline: Headline, _ report: String) throws -> String {
        let start = try #require(report.range(of: "id=\"target-\(headline.target)\"")).upperBound
        let end = try #require(report.range(of: "</article>", range: start..<report.endIndex)).lowerBound
        let card = String(report[start..<end])
        let median = Headline.printed(headline.outcome[1])
        let facts = card.matches(of: /<dd>([0-9.,]+)[^<]* <small>([^<]*)<\/small>/)
        #expect(
            facts.contains { $0.1 == median && $0.2 == headline.range },
            "\(headline.target): \(median), \(headline.range)")
        return String(try #require(card.firstMatch(of: /class="odds">([^<]*)/)).1)
    }

    /// Money is read in the unit of the goal.
    private func headlines(of targets: CSVFile, _ language: String) throws -> [Headline] {
        let (id, mark) = (try targets.requiredColumn("target"), try targets.requiredColumn("headline"))
        let unit = try targets.requiredColumn("unit")
        return try targets.rows.filter { $0[mark] == "true" }.map { row in
            func value(_ column: String) throws -> Double {
                try #require(try targets.number(row: row, column: targets.requiredColumn(column)))
            }
            let goal = try value("goal_value")
            let money = row[unit].contains("CNY")
            let size = !money ? 1 : goal >= 1e4 ? 1e4 : language == "zh" ? 1 : 10
            return Headline(
                target: row[id], odds: try value("odds"),
                outcome: try ["deadline_p5", "deadline_p50", "deadline_p95"].map { try value($0) / size })
        }
    }

    /// Whether a percentage in the text is the value, rounded to the decimals that it has.
    private func prints(_ text: String, percent: Double) -> Bool {
        text.matches(of: /([0-9]+)(?:\.([0-9]+))?%/).contains { match in
            let decimals = match.2?.count ?? 0
            guard let printed = Double(match.0.dropLast()) else { return false }
            return abs(printed - percent) <= 0.5 * pow(10, -Double(decimals)) + 1e-9
        }
    }
}
