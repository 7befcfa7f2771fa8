import CSV
import Foundation
import TestSupport
import Testing

/// `milepost report`, and `--report` beside other files.
@Suite struct ReportCommandTests {
    private static let members = ["--members", "500"]

    @Test(arguments: Shipped.all)
    func everyShippedScenarioMakesAReportThatNeedsNothingElse(path: String) throws {
        let outcome = try Command.run(["report", path, "--out", "-"] + Self.members)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSound(outcome.output)
    }

    @Test(arguments: Shipped.main)
    func numbersAreThoseOfTheTables(scenario: String) throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            #expect(try Command.run(["run", scenario, "--quiet", "--report", "--out", out] + Self.members).status == 0)
            let files = try contents(out)
            let html = String(decoding: try #require(files["report.html"]), as: UTF8.self)
            let targets = try CSVFile(bytes: Array(try #require(files["targets.csv"])), path: "targets.csv")
            let (id, headline) = (try targets.requiredColumn("target"), try targets.requiredColumn("headline"))
            for row in targets.rows where row[headline] == "true" {
                func value(_ column: String) throws -> Double {
                    try #require(try targets.number(row: row, column: targets.requiredColumn(column)))
                }
                let card = try #require(html.components(separatedBy: "id=\"target-\(row[id])\"").dropFirst().first)
                let odds = try #require(card.firstMatch(of: /class="odds">([^<]*)%/))
                expectPrinted(String(odds.1), 100 * (try value("odds")))
                let median = try #require(
                    card.firstMatch(of: /Median \(P5–P95\)<\/dt><dd>([0-9.,]+)([^<]*) <small>([0-9.,]+)–([0-9.,]+)/))
                let unit = unit(String(median.2))
                expectPrinted(String(median.1), try value("deadline_p50") / unit)
                expectPrinted(String(median.3), try value("deadline_p5") / unit)
                expectPrinted(String(median.4), try value("deadline_p95") / unit)
            }
            // The report alone is the same.
            let alone = try Command.run(["report", scenario, "--out", "-"] + Self.members)
            #expect(alone.output == html)
        }
    }

    /// Headings and figures, word for word.
    @Test(arguments: [("hunan/high-tech-share", "en"), ("liuyang/biopharma", "zh")])
    func outlineAndFigures(scenario: String, language: String) throws {
        let outcome = try Command.run(["report", scenario, "--out", "-", "--lang", language, "--members", "2000"])
        #expect(outcome.status == 0)
        var text = ""
        for line in outcome.output.split(separator: "\n") {
            if let heading = line.firstMatch(of: /<h([1-5])[^>]*>(.*)<\/h[1-5]>/) {
                text += "\(String(repeating: "#", count: Int(heading.1)!)) \(heading.2)\n"
            } else if let fact = line.firstMatch(of: /<dt>(.*)<\/dt><dd>(.*)<\/dd>/) {
                text += "\(fact.1): \(fact.2.replacing(/<[^>]*>/, with: ""))\n"
            } else if line.contains("class=\"odds\"") || line.contains("class=\"word\"") {
                text += line.replacing(/<[^>]*>/, with: "") + "\n"
            }
        }
        try expectSnapshot(text, "report-\(scenario.split(separator: "/")[1])-\(language).txt")
    }

    @Test func scenariosThatShareATargetAreCompared() throws {
        let names = ["hunan/high-tech-share", "hunan/high-tech-share-adverse", "liuyang/biopharma"]
        let outcome = try Command.run(["report"] + names + ["--out", "-"] + Self.members)
        #expect(outcome.status == 0)
        try expectSound(outcome.output)
        #expect(outcome.output.contains("id=\"comparison-1\""))
        #expect(!outcome.output.contains("id=\"comparison-2\""))
        let compared = try Command.run(["compare"] + names.prefix(2) + ["--format", "csv"] + Self.members)
        let table = try CSVFile(bytes: Array(compared.output.utf8), path: "output")
        let odds = try ["base_odds", "alternative_odds"].map {
            100 * (try #require(try table.number(row: table.rows[0], column: table.requiredColumn($0))))
        }
        let printed = outcome.output.matches(of: /class="odds">([^<]*)%/).map { String($0.1) }
        #expect(printed.contains { abs((Double($0) ?? .nan) - odds[0]) < 0.06 })
        #expect(printed.contains { abs((Double($0) ?? .nan) - odds[1]) < 0.06 })
    }

    @Test func namesThatABrowserWouldRunAreText() throws {
        try withValley { folder in
            try """
            schema: 1
            extends: valley.yaml
            name: "<script>alert(1)</script>"
            name_zh: '"><img src=x onerror=alert(1)>'
            portfolios: {parks: {name: "</table>{{title}}"}}
            targets:
              parks: {name: '<b onclick=alert(1)>', source: "javascript:alert(1)"}
            """.write(toFile: folder + "/evil.yaml", atomically: true, encoding: .utf8)
            for language in ["en", "zh"] {
                let outcome = try Command.run(
                    ["report", "evil.yaml", "--out", "-", "--lang", language] + Self.members, in: folder)
                #expect(outcome.status == 0)
                try expectSound(outcome.output)
                for text in ["<img", "<b ", "onerror=alert(1)>", "href=\"javascript"] {
                    #expect(!outcome.output.contains(text), "\(text)")
                }
            }
        }
    }

    @Test func reportsAreReplacedAndOtherFilesAreNot() throws {
        try withValley { folder in
            func report(_ arguments: String...) throws -> Command.Outcome {
                try Command.run(["report", "valley.yaml"] + arguments + Self.members, in: folder)
            }
            func text(_ name: String) throws -> String {
                try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            }
            let first = try report()
            #expect(first.status == 0)
            #expect(first.output == "The report is in valley.html.\n")
            #expect(try report("--lang", "zh").output == "报告已写入 valley.html。\n")
            #expect(try text("valley.html").contains("<html lang=\"zh-CN\">"))

            try "mine".write(toFile: folder + "/mine.html", atomically: true, encoding: .utf8)
            let refused = try report("--out", "mine.html")
            #expect(refused.status == 64)
            #expect(refused.errors.contains("mine.html is there already and is no report of Milepost"))
            #expect(try text("mine.html") == "mine")

            let lost = try report("--out", "mine.html/report.html")
            #expect(lost.status == 74)
            #expect(lost.errors.contains("mine.html is a file, not a directory"))
            #expect(try report("--out", "new/folder/report.html").status == 0)
            // A pipe without a reader would keep the command waiting.
            #expect(mkfifo(folder + "/pipe.html", 0o644) == 0)
            #expect(try report("--out", "pipe.html").status == 64)
            // A link stays one, and what it leads to is written.
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/link.html", withDestinationPath: "new/folder/report.html")
            #expect(try report("--out", "link.html", "--lang", "zh").status == 0)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link.html")
                    == "new/folder/report.html")
            #expect(try text("new/folder/report.html").contains("<html lang=\"zh-CN\">"))
            #expect(try text("new/folder/report.html").contains("</html>"))
            #expect(try report("--out", ".", "--quiet").output.isEmpty)
            #expect(try report("--out", "").status == 64)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".html") }.sorted()
                    == ["link.html", "mine.html", "pipe.html", "valley.html"])
        }
    }

    @Test func reportBesideOtherFilesNeedsAPlaceAndTheWholeRun() throws {
        for arguments in [
            ["run", "hunan/high-tech-share", "--report"],
            ["compare", "hunan/high-tech-share", "hunan/high-tech-share-adverse", "--report"],
            ["run", "hunan/high-tech-share", "--report", "--shard", "1/2", "--out", "parts"],
        ] {
            let outcome = try Command.run(arguments)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("--report"))
        }
    }

    @Test func comparisonPutsItsReportBesideItsTables() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let outcome = try Command.run(
                ["compare", "hunan/high-tech-share", "hunan/high-tech-share-adverse", "--report", "--out", out]
                    + Self.members)
            #expect(outcome.status == 0)
            #expect(outcome.output.contains("report.html"))
            let html = String(decoding: try #require(try contents(out)["report.html"]), as: UTF8.self)
            try expectSound(html)
            #expect(html.contains("id=\"comparison-1\""))
        }
    }

    // MARK: What every report must be

    private func expectSound(_ html: String) throws {
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang="))
        #expect(html.hasSuffix("</html>\n"))
        // Nothing is loaded, nothing runs.
        for text in ["<script", "<link", "<img", "<iframe", "@import", "url(", "javascript:\""] {
            #expect(!html.contains(text), "\(text)")
        }
        #expect(html.firstMatch(of: /<[a-z][^>]* src=/) == nil)
        for link in html.matches(of: /<a href="(https?:[^"]*)"([^>]*)>/) { #expect(link.2.contains("noopener")) }
        // Ids differ, and what refers to one finds it.
        let ids = html.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
        #expect(Set(ids).count == ids.count)
        for reference in html.matches(of: /(?:href="#|aria-labelledby=")([^"]*)"/) {
            for id in reference.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
        }
        // One first heading; none skips a level.
        let levels = html.matches(of: /<h([1-6])[ >]/).map { Int($0.1)! }
        #expect(levels.count { $0 == 1 } == 1)
        for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
        #expect(html.matches(of: /<table>/).count == html.matches(of: /<caption(?: class="unseen")?>[^<]/).count)
        #expect(html.matches(of: /<th (?!scope=)/).isEmpty)
    }

    /// What a unit of money is in that of the tables, 100 million CNY; 1 for other units.
    private func unit(_ name: String) -> Double {
        [(" trillion", 10_000.0), (" billion", 10), (" million", 0.01)].first { name.hasPrefix($0.0) }?.1 ?? 1
    }

    /// Whether a number is printed as its digits say.
    private func expectPrinted(_ text: String, _ value: Double) {
        let plain = text.replacing(",", with: "")
        guard !plain.hasPrefix("&") else { return }
        let decimals = plain.split(separator: ".").dropFirst().first?.count ?? 0
        // Three significant digits leave up to half a percent.
        let tolerance = max(0.5 * pow(10, -Double(decimals)), 0.005 * abs(value)) * 1.0001
        #expect(abs((Double(plain) ?? .nan) - value) <= tolerance, "\(text) for \(value)")
    }
}
