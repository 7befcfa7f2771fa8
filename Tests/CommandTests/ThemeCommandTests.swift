import CSV
import Foundation
import TestSupport
import Testing

/// Scenarios of provinces that name industries but no number.
@Suite struct ThemeCommandTests {
    private static let provinces = ["anhui", "guangdong", "henan", "liaoning"]
    private static let members = ["--members", "2000"]

    @Test(arguments: ["en", "zh"])
    func summaryOfAProvinceWithoutATarget(language: String) throws {
        let outcome = try Command.run(["run", "anhui/emerging-industries", "--lang", language] + Self.members)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
        try expectSnapshot(outcome.output, "run-anhui-\(language).txt")
    }

    @Test func trackWithoutATargetHasNoTableOfOdds() throws {
        let outcome = try Command.run(["track", "henan/emerging-industries"] + Self.members)
        #expect(outcome.status == 0)
        try expectSnapshot(outcome.output, "track-henan-en.txt")
    }

    /// Every row of the source for these provinces is listed, and followed as the industries that the source names.
    @Test(arguments: provinces)
    func everyRowOfTheSourceIsListed(province: String) throws {
        let source = try CSVFile(
            bytes: Array(Data(contentsOf: URL(fileURLWithPath: Command.repository + "/seeds/targets.csv"))),
            path: "targets.csv")
        let (id, region, theme) = (
            try source.requiredColumn("id"), try source.requiredColumn("region"), try source.requiredColumn("theme")
        )
        let rows = source.rows.filter { $0[region] == province }
        #expect(!rows.isEmpty)
        let run = ["run", "\(province)/emerging-industries"] + Self.members
        let outcome = try Command.run(run)
        for row in rows { #expect(outcome.output.contains("\n- \(row[id]): "), "\(row[id])") }

        let csv = try Command.run(run + ["--format", "csv"])
        let table = try CSVFile(bytes: Array(csv.output.utf8), path: "output")
        let (name, commitments) = (try table.requiredColumn("theme"), try table.requiredColumn("commitments"))
        let followed = table.rows.flatMap { row in row[commitments].split(separator: "|").map { "\($0) \(row[name])" } }
        let named = rows.flatMap { row in row[theme].split(separator: "|").map { "\(row[id]) \($0)" } }
        #expect(Set(followed) == Set(named) && followed.count == named.count)
    }

    /// Value added and what leaves the region share each yuan; growth and odds belong to the index.
    @Test(arguments: provinces)
    func tableOfIndustriesIsConsistent(province: String) throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            #expect(
                try Command.run(["run", "\(province)/emerging-industries", "--quiet", "--out", out] + Self.members)
                    .status == 0)
            let files = try contents(out)
            let table = try CSVFile(bytes: Array(try #require(files["themes.csv"])), path: "themes.csv")
            func number(_ column: String, _ row: CSVFile.Row) throws -> Double {
                try #require(try table.number(row: row, column: table.requiredColumn(column)), "\(column)")
            }
            for row in table.rows {
                let leak = try number("leakage_per_yuan", row)
                #expect(abs(leak + (try number("value_added_per_yuan", row)) - 1) < 1e-9)
                #expect(leak > 0 && leak < 1)
                let (index, growth) = (
                    try number("index_p50", row), try number("growth_p50_percent_per_year", row) / 100
                )
                #expect(abs(pow(1 + growth, 5) - index) < 1e-9)
                #expect((try number("doubling_odds", row) > 0.5) == (index > 2))
                // What no province's industry has kept up over five years.
                #expect(growth > -0.02 && growth < 0.2)
                let id = row[try table.requiredColumn("theme")]
                let path = try CSVFile(bytes: Array(try #require(files["charts/theme-\(id).csv"])), path: id)
                #expect(path.rows.count == 6)
                #expect(path.rows[0][try path.requiredColumn("p50")] == "1")
                #expect(path.rows[5][try path.requiredColumn("p50")] == row[try table.requiredColumn("index_p50")])
            }
        }
    }

    /// Numbers of the seeds that are about the named industries stand on the page, and none is called a goal.
    @Test(arguments: [
        (
            "anhui",
            [
                "aim of the province's action plan: more than 60 billion CNY in 2025 (C)",
                "its later aim: 100 billion CNY in 2030 (C)",
                "more than 160 billion CNY in 2025 (C)", "10.5% in 2024 (C)", "42.9% in 2023 (C)",
                "Low-altitude economy more than 40 billion CNY in 2023 (B)",
                // (600 / 400)^(1/2) − 1
                "that takes up to 22.5% a year",
            ]
        ),
        ("guangdong", ["more than 100 billion CNY in 2025 (B)", "more than 300 billion CNY in 2026 (B)"]),
        ("henan", ["25.5% in 2023 (U)"]),
        ("liaoning", ["27.5% in 2024 (B)", "48.0% in 2024 (B)", "28.5% in 2024 (B)", "25.0% in 2024 (B)"]),
    ])
    func numbersThatOthersStateStandBesideTheIndustries(province: String, numbers: [String]) throws {
        let outcome = try Command.run(["run", "\(province)/emerging-industries"] + Self.members)
        let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(text.contains("The programme states no target with a number"))
        for number in numbers { #expect(text.contains(number), "\(number)") }
    }

    /// What a figure covers is on the page, and so is an unverified one that is not learned from.
    @Test func publishedFiguresSayWhatTheyCover() throws {
        let anhui = try Command.run(["run", "anhui/emerging-industries"] + Self.members).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(anhui.contains("published for above-scale industry, January to November."))
        #expect(anhui.contains("but they rest on a weak part of the table: 27% instruments"))
        try withTemporaryFolder { folder in
            let run = ["run", "liaoning/emerging-industries", "--out", folder + "/out"] + Self.members
            let liaoning = try Command.run(run).output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(liaoning.contains("published for the year, unverified: 5.1% in 2024 (U)"))
            let chart = try #require(try contents(folder + "/out")["charts/tracked-gdp-growth.csv"])
            let table = try CSVFile(bytes: Array(chart), path: "chart")
            let column = try table.requiredColumn("published for the year, unverified")
            #expect(try table.rows.compactMap { try table.number(row: $0, column: column) } == [5.1])
        }
    }

    @Test func weightsThatDoNotAddUpAreBadInput() throws {
        try withValley { folder in
            try "theme,sector,weight\nrobots,chips,0.5\nrobots,farm,0.4\n"
                .write(toFile: folder + "/themes.csv", atomically: true, encoding: .utf8)
            try """
            schema: 1
            extends: valley.yaml
            name: Robots
            themes: themes.csv
            commitments: [{id: C1, subject: More robots, theme: robots}]
            """.write(toFile: folder + "/robots.yaml", atomically: true, encoding: .utf8)
            let outcome = try Command.run(["run", "robots.yaml"], in: folder)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("themes.csv:2: robots.weight: the weights add up to 0.9, expected 1"))
        }
    }

    /// Beside targets the industries stand in the background, and --format csv stays with the targets.
    @Test func industriesBesideTargets() throws {
        let run = ["run", "hunan/high-tech-share"] + Self.members
        let outcome = try Command.run(run)
        #expect(outcome.output.contains("HN03 Artificial intelligence"))
        let csv = try Command.run(run + ["--format", "csv"])
        let table = try CSVFile(bytes: Array(csv.output.utf8), path: "output")
        #expect(table.column("verdict") != nil && table.rows.count == 3)
    }
}
