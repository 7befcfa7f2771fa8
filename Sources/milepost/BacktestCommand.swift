import ArgumentParser
import Panels
import Reporting
import Scenarios

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Forecast a panel from past years and score the forecasts.",
        usage: "milepost backtest <panel> --value <column> [<options>]",
        discussion: """
            For every origin each method knows what was published by then and forecasts the years ahead; what was \
            published later scores it, against no change, drift and a damped trend. With --out it writes \
            backtest.csv (scores by method and years ahead), forecasts.csv (every forecast with what came) and pit.csv.

              milepost backtest seeds/high-tech.csv --value ht_revenue_100m_yuan --leave-out china --break 2018
              milepost backtest shares.csv --value share --levels raw --origins 2015..2020 --horizons 1,3
            """)

    @Argument(help: "CSV file with a row per region and year.", completion: .file(extensions: ["csv"]))
    var panel: String

    @OptionGroup var layout: PanelOptions

    @Option(help: "Years from which forecasts are made, as 2016..2020 or 2016,2018 (default: the later half).")
    var origins: NumberList?

    @Option(help: "Years ahead, as 1..5 or 1,3.")
    var horizons: NumberList = NumberList(1...5)

    @Option(help: "Score logarithms (levels that grow) or the values as they are (shares, rates).")
    var levels: Levels = .log

    @Option(help: "Seed of the resampling that standard errors come from.")
    var seed: UInt64 = 1

    @OptionGroup var output: OutputOptions

    enum Levels: String, ExpressibleByArgument, CaseIterable { case log, raw }

    func validate() throws {
        if let wrong = horizons.values.first(where: { !(1...100).contains($0) }) {
            throw ValidationError("--horizons has \(wrong); give years ahead from 1 to 100, e.g. 1..5.")
        }
    }

    mutating func run() throws {
        try Failure.reporting(panel) {
            if let out = output.out { try OutputDirectory.check(out) }
            let levelled = try layout.panel(at: panel)
            let scored = levels == .log ? try levelled.logarithms() : levelled
            let result = try Backtest(
                origins: origins?.values ?? Self.laterHalf(of: scored), horizons: horizons.values, seed: seed
            ).run(scored, methods: Self.methods)
            let files = BacktestTables.files(of: result, references: Self.references, byteOrderMark: output.excel)
            if let out = output.out { try OutputDirectory.write(to: out, files: files) }
            if !output.quiet { show(result, files: files.map(\.relativePath)) }
        }
    }

    /// The method that is judged comes first, then what it is held against.
    private static let methods: [any PanelForecaster] = [
        PanelGrowthModel(), DriftForecaster(), NoChangeForecaster(), DampedTrendForecaster(),
    ]

    /// The one that the verdict is against comes first.
    private static let references = ["drift", "no change", "damped trend"]

    /// From the middle of the panel to the year before its last.
    private static func laterHalf(of panel: Panel) -> [Int] {
        let last = panel.years[panel.years.count - 1]
        return Array(min(max(panel.years[0] + 1, panel.years[panel.years.count / 2]), last - 1)..<last)
    }

    private func show(_ result: BacktestResult, files: [String]) {
        switch output.format {
        case .table:
            Terminal.write(
                BacktestSummary.text(
                    of: result, judged: 0, references: Self.references, isLogarithmic: levels == .log,
                    format: output.text, directory: output.out, files: files))
        case .csv: Terminal.write(BacktestTables.scores(of: result, references: Self.references).csv())
        case .json: Terminal.write(BacktestTables.scores(of: result, references: Self.references).json().text)
        }
    }
}
