import Foundation
import TestSupport
import Testing

/// `milepost calibrate`: what it prints, what it writes, and what it refuses.
@Suite struct CalibrateCommandTests {
    private static let revenue = [
        "calibrate", "seeds/high-tech.csv", "--value", "ht_revenue_100m_yuan", "--leave-out", "china", "--break",
        "2018",
    ]
    private static let ratio = [
        "calibrate", "seeds/high-tech-over-gdp.csv", "--value", "ht_revenue_100m_yuan", "--over", "gdp_100m_yuan",
        "--leave-out", "china", "--break", "2018", "--through", "2022", "--for", "zhejiang",
    ]

    @Test(arguments: ["en", "zh"]) func summary(language: String) throws {
        let outcome = try Command.run(Self.revenue + ["--for", "zhejiang", "--lang", language])
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        try expectSnapshot(outcome.output, "calibrate-\(language).txt")
    }

    @Test func summaryOfAllRegionsFitsTheTerminal() throws {
        let outcome = try Command.run(Self.revenue)
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(outcome.output.contains("\nxinjiang "))
    }

    @Test("The table has the group, the regions and their forecasts, which lie in order")
    func table() throws {
        let outcome = try Command.run(Self.revenue + ["--format", "csv", "--horizon", "3"])
        #expect(outcome.status == 0)
        let rows = outcome.output.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows[0].count == 16 && rows.allSatisfy { $0.count == 16 })
        let levels = rows.filter { $0[4] == "level" }
        #expect(levels.count == 31 * 3)
        for row in levels {
            let quantiles = row[8...12].compactMap { Double($0) }
            #expect(quantiles.count == 5 && quantiles == quantiles.sorted())
            #expect(Double(row[6]) == quantiles[2])
        }
        #expect(rows.contains { $0[4] == "shift" && $0[5] == "2018" && Double($0[6])! < 0 })
    }

    @Test("The part that is written is a prior that a scenario extends, twice the same bytes")
    func prior() throws {
        try withTemporaryFolder { folder in
            let path = folder + "/growth.part.yaml"
            #expect(try Command.run(Self.ratio + ["--out", path, "--quiet"]).status == 0)
            let text = try String(contentsOfFile: path, encoding: .utf8)
            try expectSnapshot(text, "growth.part.yaml")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["growth.part.yaml"])

            let again = try Command.run(Self.ratio + ["--out", path])
            #expect(again.status == 64)
            #expect(again.errors.contains("exists already; choose another name, or --force"))
            #expect(try Command.run(Self.ratio + ["--out", path, "--force", "--quiet"]).status == 0)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["growth.part.yaml"])

            let scenario = folder + "/scenario.yaml"
            try """
            schema: 1
            extends: [\(Command.repository)/scenarios/zhejiang/platforms.yaml, growth.part.yaml]
            """.write(toFile: scenario, atomically: true, encoding: .utf8)
            let run = try Command.run(["run", scenario, "--members", "200"])
            #expect(run.status == 0)
            #expect(run.output.contains("Partially pooled growth of"))
        }
    }

    @Test("The part that is shipped is what the command that it names writes")
    func shippedPriorIsCurrent() throws {
        let shipped = try String(
            contentsOfFile: Command.repository + "/scenarios/zhejiang/growth.part.yaml", encoding: .utf8)
        let lines = shipped.split(separator: "\n").drop { !$0.contains("milepost calibrate seeds/") }
            .prefix { $0.hasPrefix("#") }
        var words = lines.flatMap { $0.dropFirst().split(separator: " ") }.filter { $0 != "\\" }.map(String.init)
        try #require(words.first == "milepost" && words.suffix(2) == ["--out", "FILE"])
        try withTemporaryFolder { folder in
            words[words.count - 1] = folder + "/growth.part.yaml"
            let outcome = try Command.run(Array(words.dropFirst()) + ["--quiet"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try String(contentsOfFile: words[words.count - 1], encoding: .utf8) == shipped)
        }
    }

    @Test(
        "Mistakes are said to be such, with what to do",
        arguments: [
            (["--for", "zhejang"], 65, "no region \"zhejang\" in the panel; did you mean \"zhejiang\"?"),
            (["--through", "2031"], 65, "--through is 2031, expected a year from 2011 to 2023"),
            (["--through", "2011"], 65, "there are 31 over one year"),
            (["--out", "x.yaml"], 64, "--out writes the growth of one region; name it with --for."),
            (["--for", "china"], 64, "--for names china, which --leave-out leaves out; drop one of the two."),
            (["--force"], 64, "--force is about the part that --out writes; name it with --out."),
            (["--for", "hunan", "--id", "x"], 64, "--id is about the part that --out writes"),
            (["--horizon", "0"], 64, "--horizon is 0; give a number of years from 1 to 100."),
            (
                ["--for", "hunan", "--out", "x.yaml", "--id", "a b"], 64,
                "--id is \"a b\"; give letters, digits, - and _."
            ),
            (
                ["--break", "2040"], 65,
                "a break in 2040, expected the first year of a new classification, after 2010 and not after 2023"
            ),
        ] as [([String], Int32, String)])
    func mistakes(options: [String], status: Int32, message: String) throws {
        let outcome = try Command.run(Self.revenue + options)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
    }

    @Test("Values at or below zero, a missing column and a missing file are named")
    func unusableFiles() throws {
        let profit = try Command.run([
            "calibrate", "seeds/high-tech.csv", "--value", "ht_profit_100m_yuan", "--leave-out", "china",
        ])
        #expect(profit.status == 65)
        #expect(profit.errors.contains("the value of ningxia in 2013 is -0.1, expected one above zero"))
        let column = try Command.run(["calibrate", "seeds/high-tech.csv", "--value", "ht_revenue"])
        #expect(column.status == 65 && column.errors.contains("column \"ht_revenue\" is missing"))
        let file = try Command.run(["calibrate", "seeds/high-tec.csv", "--value", "x"])
        #expect(file.status == 65 && file.errors.contains("high-tech.csv"))
    }
}
