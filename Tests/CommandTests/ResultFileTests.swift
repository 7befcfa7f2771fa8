import CSV
import Foundation
import TestSupport
import Testing

/// What a run leaves on the disk.
@Suite struct ResultFileTests {
    private static let projectionsHeader = [
        "model", "scenario", "region", "variable", "unit", "year", "statistic", "value",
    ]
    private static let members = ["--members", "2000"]

    @Test(arguments: Shipped.all)
    func everyShippedScenarioRunsAndWritesReadableFiles(path: String) throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let outcome = try Command.run(["run", path, "--out", out] + Self.members)
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            let files = try contents(out)
            let tables = try csvFiles(files)
            #expect(Set(files.keys).isSuperset(of: ["projections.csv", "targets.csv", "base-year.csv", "run.json"]))
            let projections = try #require(tables["projections.csv"])
            #expect(projections.header == Self.projectionsHeader)
            let value = try projections.requiredColumn("value")
            #expect(try projections.rows.allSatisfy { try projections.number(row: $0, column: value) != nil })
            // A scenario judges targets or, without one, follows named industries.
            #expect(tables["targets.csv"]?.rows.isEmpty == false || tables["themes.csv"]?.rows.isEmpty == false)

            let index = try #require(tables["charts/index.csv"])
            #expect(index.header == ["file", "title", "unit", "vega_lite", "svg"])
            let listed = Set(index.rows.flatMap { row in [0, 3, 4].map { "charts/" + row[$0] } })
            #expect(listed == Set(files.keys.filter { $0.hasPrefix("charts/") && $0 != "charts/index.csv" }))
            for (name, table) in tables where name.hasPrefix("charts/fan-") {
                #expect(table.header.starts(with: ["year", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]))
                #expect(table.header.last == "required")
            }
            // What the sectors contribute adds up to the growth of the whole.
            let contributions = try #require(tables["charts/contributions.csv"])
            for row in contributions.rows {
                let points = try (1..<contributions.header.count).map {
                    try #require(try contributions.number(row: row, column: $0))
                }
                #expect(abs(points[0] - points[1...].reduce(0, +)) < 1e-9 * max(1, abs(points[0])))
            }
            let record = try JSONSerialization.jsonObject(with: try #require(files["run.json"])) as? [String: Any]
            #expect(record?["members"] as? Int == 2000)
        }
    }

    @Test(arguments: Shipped.main)
    func filesHeadersAndTargetsAreAsRecorded(scenario: String) throws {
        try withTemporaryFolder { folder in
            #expect(try Command.run(["run", scenario, "--quiet", "--out", folder + "/out"] + Self.members).status == 0)
            let files = try contents(folder + "/out")
            let tables = try csvFiles(files)
            var text = ""
            for name in files.keys.sorted() where !name.hasSuffix(".svg") && !name.hasSuffix(".vl.json") {
                text += name + (tables[name].map { ": " + $0.header.joined(separator: " | ") } ?? "") + "\n"
            }
            let targets = try #require(tables["targets.csv"])
            for row in targets.rows {
                text += "\n"
                for (column, field) in zip(targets.header, row.fields) where !field.isEmpty {
                    text += "\(column): \(fourDigits(field))\n"
                }
            }
            try expectSnapshot(text, "files-\(scenario.split(separator: "/")[1]).txt")
        }
    }

    @Test func resultsDoNotDependOnTheNumberOfThreads() throws {
        try withTemporaryFolder { folder in
            var results: [[String: Data]] = []
            for threads in ["1", "2", "8"] {
                let out = "\(folder)/\(threads)"
                let outcome = try Command.run(
                    ["run", "liuyang/biopharma", "--threads", threads, "--out", out] + Self.members)
                #expect(outcome.status == 0)
                results.append(try contents(out).filter { $0.key != "run.json" })
            }
            #expect(results[0].count > 10)
            #expect(results[1] == results[0])
            #expect(results[2] == results[0])
        }
    }

    @Test func excelGetsTheByteOrderMarkAndNothingElse() throws {
        try withValley { folder in
            let arguments = ["run", "valley.yaml"] + Self.members
            #expect(try Command.run(arguments + ["--out", "plain"], in: folder).status == 0)
            #expect(try Command.run(arguments + ["--out", "excel", "--excel"], in: folder).status == 0)
            let (plain, excel) = (try contents(folder + "/plain"), try contents(folder + "/excel"))
            #expect(Set(plain.keys) == Set(excel.keys))
            for (name, bytes) in plain where name.hasSuffix(".csv") {
                #expect(excel[name] == Data([0xEF, 0xBB, 0xBF]) + bytes, "\(name)")
            }
        }
    }

    @Test func severalScenariosGetAFolderEach() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let scenarios = ["hunan/high-tech-share", "hunan/high-tech-share-adverse"]
            let outcome = try Command.run(["run"] + scenarios + ["--out", "out"] + Self.members, in: folder)
            #expect(outcome.status == 0)
            #expect(
                Set(try FileManager.default.contentsOfDirectory(atPath: out)) == [
                    ".milepost", "high-tech-share", "high-tech-share-adverse",
                ])
            #expect(outcome.output.contains("out/high-tech-share-adverse\n"))
            let alone = folder + "/alone"
            #expect(try Command.run(["run", scenarios[1], "--out", alone] + Self.members).status == 0)
            for name in ["projections.csv", "targets.csv"] {
                #expect(try contents(out)["high-tech-share-adverse/" + name] == contents(alone)[name], "\(name)")
            }
        }
    }

    @Test func comparisonWritesItsTablesBesideTheResultsOfEachScenario() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let outcome = try Command.run(
                ["compare", "hunan/high-tech-share", "hunan/high-tech-share-adverse", "--out", out] + Self.members)
            #expect(outcome.status == 0)
            let tables = try csvFiles(try contents(out))
            #expect(tables["high-tech-share/projections.csv"] != nil)
            #expect(tables["high-tech-share-adverse/targets.csv"] != nil)
            var text = ""
            for name in ["comparison.csv", "comparison-targets.csv"] {
                let table = try #require(tables[name])
                text += "\(name): \(table.header.joined(separator: ","))\n"
                guard name == "comparison-targets.csv" else { continue }
                for row in table.rows { text += row.fields.map(fourDigits).joined(separator: ",") + "\n" }
            }
            try expectSnapshot(text, "comparison-files.txt")
        }
    }

    @Test func secondRunIntoADirectoryReplacesTheFirst() throws {
        try withValley { folder in
            #expect(try Command.run(["run", "valley.yaml", "--out", "out"] + Self.members, in: folder).status == 0)
            let first = try contents(folder + "/out")
            #expect(first["charts/ranking-parks.csv"] != nil)
            try """
            schema: 1
            extends: valley.yaml
            name: Without parks
            portfolios: {parks: null}
            targets: {parks: null}
            """.write(toFile: folder + "/without.yaml", atomically: true, encoding: .utf8)
            #expect(try Command.run(["run", "without.yaml", "--out", "out"] + Self.members, in: folder).status == 0)
            let second = try contents(folder + "/out")
            #expect(second["charts/ranking-parks.csv"] == nil)
            #expect(second["projections.csv"] != first["projections.csv"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test func pathsWithSpacesAndChineseWork() throws {
        try withValley { folder in
            let outcome = try Command.run(
                ["run", "valley.yaml", "--out", "结果 2027 年/第 一次"] + Self.members, in: folder)
            #expect(outcome.status == 0)
            #expect(try contents(folder + "/结果 2027 年/第 一次")["targets.csv"] != nil)
        }
    }

    @Test func namesThatASpreadsheetOrBrowserWouldRunAreHarmless() throws {
        try withValley { folder in
            try """
            schema: 1
            extends: valley.yaml
            name: "<script>alert(1)</script>"
            name_zh: '=HYPERLINK("x")'
            portfolios: {parks: {name: "+cmd|' /C calc'!A0"}}
            targets:
              parks: {name: '=HYPERLINK("x")', name_zh: "@SUM(1)"}
              share: {name: "-1+1", source: "\\t=1"}
            """.write(toFile: folder + "/evil.yaml", atomically: true, encoding: .utf8)
            let outcome = try Command.run(["run", "evil.yaml", "--out", "out"] + Self.members, in: folder)
            #expect(outcome.status == 0)
            let files = try contents(folder + "/out")
            for (name, bytes) in files where name.hasSuffix(".svg") {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"), "\(name)")
            }
            for (name, table) in try csvFiles(files) {
                for field in table.header + table.rows.flatMap(\.fields) where Double(field) == nil {
                    #expect(!"=+-@\t\r＝＋－＠".contains(field.first ?? " "), "\(name): \(field)")
                    #expect(!field.contains("<script"), "\(name): \(field)")
                }
            }
        }
    }

    // MARK: Reading

    private func csvFiles(_ files: [String: Data]) throws -> [String: CSVFile] {
        var tables: [String: CSVFile] = [:]
        for (name, bytes) in files where name.hasSuffix(".csv") {
            tables[name] = try CSVFile(bytes: Array(bytes), path: name)
        }
        return tables
    }
}

/// A field with every number in it cut to four digits.
func fourDigits(_ field: String) -> String {
    field.replacing(/-?[0-9]+\.[0-9]+(e-?[0-9]+)?/) { match in
        String(format: "%.4g", Double(match.output.0) ?? .nan)
    }
}
