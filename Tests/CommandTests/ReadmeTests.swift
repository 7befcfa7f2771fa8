import CSV
import Foundation
import Testing

/// What the README quotes is what is there.
@Suite struct ReadmeTests {
    private let readme: String

    init() throws { readme = try String(contentsOfFile: Command.repository + "/README.md", encoding: .utf8) }

    /// Line by line in the file's order; where lines are left out, `# …` says so.
    @Test func firstScenarioIsLinesOfTheShippedOne() throws {
        let section = try #require(readme.components(separatedBy: "## A first scenario, line by line").last)
        let block = try #require(section.components(separatedBy: "```yaml\n").dropFirst().first)
        let quoted = try #require(block.components(separatedBy: "```").first)
        let path = Command.repository + "/scenarios/zhejiang/platforms.yaml"
        let file = try String(contentsOfFile: path, encoding: .utf8)
        var rest = lines(file).filter { !$0.isEmpty }[...]
        var isGap = false
        var count = 0
        for line in quoted.components(separatedBy: "\n") where !line.isEmpty {
            if line.trimmingCharacters(in: .whitespaces) == "# …" {
                isGap = true
                continue
            }
            let code = try #require(lines(line).first)
            let found = isGap ? rest.firstIndex(of: code) : rest.first == code ? rest.startIndex : nil
            let index = try #require(found, "not the scenario's next line: \(line)")
            rest = rest[(index + 1)...]
            isGap = false
            count += 1
        }
        #expect(count > 40)
        #expect(rest.isEmpty || isGap)
    }

    /// Lines without comments and trailing space. No text in the scenario holds ` #`.
    private func lines(_ text: String) -> [String] {
        text.components(separatedBy: "\n").map { line in
            let code = line.components(separatedBy: " #")[0]
            return code.hasPrefix("#") ? "" : String(code.reversed().drop { $0 == " " }.reversed())
        }
    }

    @Test func oddsOfTheUnverifiedTotalAreThoseOfTheComparison() throws {
        let text = readme.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let quoted = try #require(text.firstMatch(of: /moves the odds from about (\d+)% to about (\d+)%/))
        let outcome = try Command.run([
            "compare", "zhejiang/platforms", "zhejiang/platforms-unverified-total", "--members", "10000", "--format",
            "csv",
        ])
        #expect(outcome.status == 0)
        let table = try CSVFile(bytes: Array(outcome.output.utf8), path: "output")
        let target = try table.requiredColumn("target")
        let row = try #require(table.rows.first { $0[target] == "total-output" })
        for (column, figure) in [("base_odds", quoted.1), ("alternative_odds", quoted.2)] {
            let odds = try #require(try table.number(row: row, column: table.requiredColumn(column)))
            #expect(Int((100 * odds).rounded()) == Int(figure), "\(column)")
        }
    }

    @Test func tableOfTheExampleIsTheShippedOne() throws {
        let block = try #require(readme.components(separatedBy: "```csv\n").dropFirst().first)
        let table = try String(contentsOfFile: Command.repository + "/scenarios/example/table.csv", encoding: .utf8)
        #expect(block.components(separatedBy: "```").first == table)
        let example = Command.repository + "/scenarios/example/example.yaml"
        let count = try String(contentsOfFile: example, encoding: .utf8).split(separator: "\n").count
        #expect(readme.contains("in \(count) lines"))
    }
}
