import CSV
import Foundation
import TestSupport
import Testing

/// Panels from the command line: backtest and outlook.
@Suite struct PanelCommandTests {
    private static let highTech = [
        "seeds/high-tech.csv", "--value", "ht_revenue_100m_yuan", "--leave-out", "china", "--break", "2018",
    ]

    /// The panel and the test that growth priors are held to: origins 2016 to 2020, one to five years ahead.
    @Test func growthModelBeatsDriftOnHighTechRevenue() throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let outcome = try Command.run(
                ["backtest"] + Self.highTech + ["--origins", "2016..2020", "--horizons", "1..5", "--out", out])
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            let files = try contents(out)
            #expect(Set(files.keys) == ["backtest.csv", "forecasts.csv", "pit.csv"])
            let table = try CSVFile(bytes: Array(try #require(files["backtest.csv"])), path: "backtest.csv")
            let row = try #require(table.rows.first { $0[2] == "growth model" && $0[3] == "all" })
            func number(_ name: String, of row: CSVFile.Row) throws -> Double {
                try #require(try table.number(row: row, column: try table.requiredColumn(name)))
            }
            func number(_ name: String) throws -> Double { try number(name, of: row) }
            // 31 provinces; the targets 2018 to 2023 of five origins, none in 2017.
            #expect(try number("forecasts") == 651)
            #expect(try number("crps_below_drift_percent") >= 22)
            #expect(try number("mae_below_drift_percent") >= 22)
            #expect((0.76...0.84).contains(try number("coverage_80")))
            // Drift as a script of its own has it, from the same file.
            let drift = try #require(table.rows.first { $0[2] == "drift" && $0[3] == "all" })
            #expect(abs(try number("crps", of: drift) - 0.2903556488761178) < 1e-8)
            #expect(abs(try number("mae", of: drift) - 0.38943519832080764) < 1e-8)
            #expect(abs(try number("coverage_80", of: drift) - 0.6559139784946236) < 1e-12)
        }
    }

    @Test func csvOnStandardOutputIsTheFile() throws {
        try withTemporaryFolder { folder in
            for (command, file) in [
                (["backtest"] + Self.highTech + ["--horizons", "1"], "backtest.csv"),
                (["outlook"] + Self.highTech + ["--growth", "20%", "--years", "4", "--for", "hunan"], "outlook.csv"),
            ] {
                let outcome = try Command.run(command + ["--format", "csv", "--out", folder + "/" + command[0]])
                #expect(outcome.errors.isEmpty)
                #expect(try contents(folder + "/" + command[0])[file] == Data(outcome.output.utf8))
                let json = try Command.run(command + ["--format", "json"])
                let objects = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
                let table = try CSVFile(bytes: Array(outcome.output.utf8), path: file)
                #expect(objects?.count == table.rows.count)
                #expect(try Command.run(command + ["--quiet"]).output.isEmpty)
            }
        }
    }

    @Test func sameSeedSameErrorsAnotherSeedOthers() throws {
        let arguments = ["backtest"] + Self.highTech + ["--origins", "2018", "--format", "csv", "--seed"]
        let first = try Command.run(arguments + ["1"]).output
        #expect(try Command.run(arguments + ["1"]).output == first)
        #expect(try Command.run(arguments + ["2"]).output != first)
    }

    /// Counted by a script of its own from the seeds: provinces between 5,119 and 46,074 in the first year.
    @Test func outlookOfZhejiangAsAsked() throws {
        let outcome = try Command.run(
            ["outlook"] + Self.highTech + ["--growth", "20%", "--years", "4", "--for", "zhejiang"])
        #expect(outcome.status == 0)
        let text = outcome.output.replacing(/\n */, with: " ")
        #expect(text.contains("achieved in 0 of 19 comparable windows since 2018, 0 of 12 in 2010 to 2016."))
    }

    @Test(arguments: [("zhejiang/platforms", "en"), ("hunan/high-tech-share", "zh")])
    func scenarioIsScoredOnItsOwnFigures(scenario: String, language: String) throws {
        try withTemporaryFolder { folder in
            let out = folder + "/out"
            let arguments = ["backtest", scenario, "--members", "2000", "--lang", language]
            let outcome = try Command.run(arguments)
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
            #expect(try Command.run(arguments + ["--quiet", "--out", out]).status == 0)
            let files = try contents(out)
            #expect(Set(files.keys) == ["backtest.csv", "forecasts.csv", "pit.csv", "figures.csv"])
            let figures = try CSVFile(bytes: Array(try #require(files["figures.csv"])), path: "figures.csv")
            #expect(!figures.rows.isEmpty)
            let name = scenario.split(separator: "/")[1]
            try expectSnapshot(outcome.output, "backtest-\(name)-\(language).txt")
        }
    }

    @Test func shippedSeedsAreFoundFromAnywhere() throws {
        try withTemporaryFolder { folder in
            let rest = ["--value", "ht_firms", "--growth", "5%", "--years", "3", "--format", "csv"]
            let byName = try Command.run(["outlook", "high-tech.csv"] + rest, in: folder)
            #expect(byName.status == 0)
            #expect(try Command.run(["outlook", "seeds/high-tech.csv"] + rest).output == byName.output)
        }
    }

    @Test func mistakesAreNamed() throws {
        let panel = "region,year,v\na,2010,1\na,2011,2\na,2012,0\nb,2010,1\nb,2011,x\n"
        let good = "region,year,v\na,2010,1\na,2011,2\na,2012,3\nb,2010,0\n"
        let cases: [(arguments: [String], status: Int32)] = [
            (["backtest", "good.csv"], 64), (["backtest", "scenario", "--horizons", "1"], 64),
            (["backtest", "good.csv", "--value", "v", "--prior-only"], 64),
            (["backtest", "scenario.yaml", "--prior-only"], 64), (["backtest", "good.csv", "--value", "w"], 65),
            (["backtest", "god.csv", "--value", "v"], 65), (["backtest", "bad.csv", "--value", "v"], 65),
            (["backtest", "good.csv", "--value", "v"], 65),
            (["backtest", "good.csv", "--value", "v", "--levels", "raw"], 65),
            (["backtest", "good.csv", "--value", "v", "--horizons", "0"], 64),
            (["backtest", "good.csv", "--value", "v", "--origins", "2016-2020"], 64),
            (["backtest", "good.csv", "--value", "v", "--leave-out", "b", "--origins", "2012"], 65),
            (["backtest", "good.csv", "--value", "v", "--break", "2010"], 65),
            (["outlook", "good.csv", "--value", "v", "--growth", "0.2", "--years", "2"], 64),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "0"], 64),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--for", "aa"], 65),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--for", "b"], 65),
            (
                [
                    "outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--for", "a", "--size",
                    "3",
                ], 64
            ),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--factor", "0.5"], 64),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--factor", "2"], 64),
            (["outlook", "good.csv", "--value", "v", "--growth", "20%", "--years", "1", "--leave-out", "a"], 65),
            (["backtest", "scenario.yaml", "--break", "2018"], 64),
            (["backtest", "late.csv", "--value", "v", "--origins", "2011"], 65),
            (["backtest", "late.csv", "--value", "v", "--origins", "2015"], 65),
            (["backtest", "late.csv", "--value", "v", "--origins", "2016", "--horizons", "99"], 65),
        ]
        try withTemporaryFolder { folder in
            let late =
                "region,year,v\n"
                + ["a", "b"].flatMap { region in
                    (2010...2017).map { "\(region),\($0),\($0 < 2013 ? "" : String($0 - 2000))\n" }
                }.joined()
            try late.write(toFile: folder + "/late.csv", atomically: true, encoding: .utf8)
            let defaults = try Command.run(["backtest", "late.csv", "--value", "v", "--format", "csv"], in: folder)
            #expect(defaults.status == 0 && defaults.errors.isEmpty)
            try panel.write(toFile: folder + "/bad.csv", atomically: true, encoding: .utf8)
            try good.write(toFile: folder + "/good.csv", atomically: true, encoding: .utf8)
            var text = ""
            for (arguments, status) in cases {
                let outcome = try Command.run(arguments, in: folder)
                #expect(outcome.status == status, "\(arguments)")
                #expect(outcome.output.isEmpty, "\(arguments)")
                text += "$ milepost \(arguments.joined(separator: " "))\n\(outcome.errors)\n"
            }
            try expectSnapshot(text, "panel-errors.txt")
        }
    }
}
