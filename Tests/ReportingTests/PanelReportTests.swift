import CSV
import Panels
import Reporting
import Scoring
import TestSupport
import Testing

@Suite struct PanelReportTests {
    /// Two regions that grow by 10% and 30% a year with a break in 2016, and one that stands still.
    private static func panel() throws -> Panel {
        let rates = ["east": 1.1, "west": 1.3, "south": 1.0]
        return try Panel(
            name: "revenue", unit: "亿元", regions: ["east", "west", "south"], years: Array(2010...2020),
            values: ["east", "west", "south"].map { region in
                (2010...2020).map { year in
                    let wave = year % 3 == 0 ? 1.05 : year % 3 == 1 ? 0.97 : 1
                    return year == 2013 && region == "east"
                        ? nil : wave * 100 * power(rates[region]!, year - 2010) * (year >= 2016 ? 1.2 : 1)
                }
            }, breaks: [2016])
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }

    private static let references = ["drift", "no change"]

    private static func backtest() throws -> BacktestResult {
        try Backtest(origins: [2014, 2015, 2017], horizons: [1, 2, 3], replicates: 200).run(
            panel().logarithms(), methods: [DampedTrendForecaster(), DriftForecaster(), NoChangeForecaster()])
    }

    private static func outlook() throws -> OutsideView {
        OutsideView(of: try panel(), growth: 0.25, years: 3, size: 150)
    }

    @Test(arguments: [(Language.english, "backtest-en.txt"), (.chinese, "backtest-zh.txt")])
    func backtestReadsAsRecorded(language: Language, snapshot: String) throws {
        let text = BacktestSummary.text(
            of: try Self.backtest(), judged: 0, references: Self.references, scale: .logarithms,
            format: TextFormat(language: language), directory: "out", files: ["backtest.csv", "pit.csv"])
        try expectSnapshot(text, snapshot)
    }

    @Test(arguments: [(Language.english, "outlook-en.txt"), (.chinese, "outlook-zh.txt")])
    func outlookReadsAsRecorded(language: Language, snapshot: String) throws {
        let text = OutlookSummary.text(
            of: try Self.outlook(), panel: try Self.panel(), region: ("east", 2020, 150),
            format: TextFormat(language: language), directory: "out", files: ["outlook.csv", "windows.csv"])
        try expectSnapshot(text, snapshot)
    }

    @Test(arguments: [60, 80], Language.allCases)
    func noLineIsWiderThanTheTerminal(width: Int, language: Language) throws {
        let format = TextFormat(width: width, language: language)
        let text =
            BacktestSummary.text(
                of: try Self.backtest(), judged: 0, references: Self.references, scale: .asInTheFile, format: format)
            + OutlookSummary.text(of: try Self.outlook(), panel: try Self.panel(), region: nil, format: format)
        #expect(!text.contains("{"))
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= width, "\(line)") }
    }

    @Test func scoresAreThoseOfTheForecasts() throws {
        let files = BacktestTables.files(of: try Self.backtest(), references: Self.references)
        #expect(files.map(\.relativePath) == ["backtest.csv", "forecasts.csv", "pit.csv"])
        let tables = try files.map { try CSVFile(bytes: $0.bytes, path: $0.relativePath) }
        func column(_ table: CSVFile, _ name: String, where keep: (CSVFile.Row) -> Bool) throws -> [Double] {
            let index = try table.requiredColumn(name)
            return try table.rows.filter(keep).map { try #require(try table.number(row: $0, column: index)) }
        }
        for method in ["drift", "no change"] {
            let crps = try column(tables[1], "crps") { $0[0] == method }
            let outcomes = try column(tables[1], "outcome") { $0[0] == method }
            let low = try column(tables[1], "p10") { $0[0] == method }
            let high = try column(tables[1], "p90") { $0[0] == method }
            let mean = try column(tables[0], "crps") { $0[2] == method && $0[3] == "all" }
            #expect(crps.count == 27)
            #expect(abs(mean[0] - crps.reduce(0, +) / 27) < 1e-12)
            let held = outcomes.indices.count { low[$0] <= outcomes[$0] && outcomes[$0] <= high[$0] }
            let coverage = try column(tables[0], "coverage_80") { $0[2] == method && $0[3] == "all" }
            #expect(abs(coverage[0] - Double(held) / 27) < 1e-12)
            let shares = try column(tables[2], "share") { $0[0] == method && $0[1] == "2" }
            #expect(shares.count == 10 && abs(shares.reduce(0, +) - 1) < 1e-12)
        }
        let own = try column(tables[0], "crps_below_drift_percent") { $0[2] == "drift" }
        #expect(own == [0, 0, 0, 0])
        let drift = try column(tables[0], "crps") { $0[2] == "drift" && $0[3] == "1" }
        let still = try column(tables[0], "crps") { $0[2] == "no change" && $0[3] == "1" }
        let below = try column(tables[0], "crps_below_drift_percent") { $0[2] == "no change" && $0[3] == "1" }
        #expect(abs(below[0] - 100 * (1 - still[0] / drift[0])) < 1e-9)
    }

    /// On values that do not change, methods that miss by 1, 2 and nothing.
    @Test func verdictNamesTheMethodsThatAreBetter() throws {
        let panel = try Panel(
            name: "still", regions: ["a", "b"], years: Array(2000...2010),
            values: [[Double?](repeating: 5, count: 11), [Double?](repeating: 7, count: 11)])
        let result = try Backtest(origins: [2005, 2007], horizons: [1, 2]).run(
            panel, methods: [Shifted(name: "own", by: 1), Shifted(name: "far", by: 2), Shifted(name: "near", by: 0.5)])
        func verdict(_ references: [String], _ language: Language = .english) -> String {
            BacktestSummary.text(
                of: result, judged: 0, references: references, scale: .asInTheFile,
                format: TextFormat(width: 500, language: language)
            ).split(separator: "\n")[2].description
        }
        #expect(verdict(["far", "near"]).contains(/Own beats far by \d+% ± 0, but is worse than near by \d+% ± 0/))
        #expect(verdict(["near", "far"]).contains(/Own is worse than near by \d+% ± 0 \(far \d+% ± 0\)/))
        #expect(verdict(["far", "near"], .chinese).contains("，但劣于near"))
        let exact = try Backtest(origins: [2005], horizons: [1]).run(
            panel, methods: [Shifted(name: "own", by: 1), NoChangeForecaster()])
        let text = BacktestSummary.text(
            of: exact, judged: 0, references: ["no change"], scale: .asInTheFile, format: TextFormat(width: 500))
        #expect(text.contains("Own cannot be held against no change: none of them missed anything."))
    }

    /// The latest value and something more.
    private struct Shifted: PanelForecaster, FittedPanelForecaster {
        var name: String
        var by: Double
        var known: Panel?

        func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
            Shifted(name: name, by: by, known: panel)
        }

        func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
            known?.latest(of: region).map { NormalForecast(mean: $0.value + by, deviation: 0.2) }
        }
    }

    /// Twenty regions around a drift of nothing: the same method twice differs by nothing, the other way round too.
    @Test func verdictSaysBetterOnlyBeyondTwoStandardErrors() throws {
        let result = try Self.backtest()
        func first(_ judged: Int, _ reference: String) -> String {
            let text = BacktestSummary.text(of: result, judged: judged, references: [reference], scale: .logarithms)
            return text.split(separator: "\n").dropFirst(2).prefix(2).joined(separator: " ")
        }
        let better = try #require(result.improvement(of: 2, over: 1, horizon: nil, \.crps))
        let error = try #require(better.standardError)
        let expected =
            better.share > 2 * error ? "No change beats drift" : better.share < -2 * error ? "worse" : "about as well"
        #expect(first(2, "drift").contains(expected))
        #expect(first(1, "no change").contains("80% intervals hold"))
    }

    @Test func outlookTablesHoldEveryWindow() throws {
        let view = try Self.outlook()
        let files = OutlookTables.files(of: view, panel: try Self.panel(), region: "east")
        let windows = try CSVFile(bytes: files[1].bytes, path: "windows.csv")
        #expect(windows.rows.count == view.count)
        let periods = try CSVFile(bytes: files[0].bytes, path: "outlook.csv")
        let column = try periods.requiredColumn("windows")
        #expect(periods.rows.map { $0[column] } == view.periods.reversed().map { String($0.windows) })
        #expect(periods.rows[0][2] == "east")
    }
}
