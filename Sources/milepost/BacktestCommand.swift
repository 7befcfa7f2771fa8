import ArgumentParser
import Goals
import Panels
import Reporting
import Scenarios

struct BacktestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest",
        abstract: "Forecast from past years what was published later, and score the forecasts.",
        usage: """
            milepost backtest <panel> --value <column> [<options>]
            milepost backtest <scenario> [<options>]
            """,
        discussion: """
            For every origin each method knows what was published by then and forecasts the years ahead; what was \
            published later scores it, against no change, drift and a damped trend. Of a panel in CSV the growth model \
            of `calibrate` is judged; of a scenario its own forecasts of its published figures, from the base year on. \
            With --out it writes backtest.csv (scores by method and years ahead), forecasts.csv (every forecast with \
            what came) and pit.csv, of a scenario also figures.csv in the figures' own units.

              milepost backtest seeds/high-tech.csv --value ht_revenue_100m_yuan --leave-out china --break 2018
              milepost backtest shares.csv --value share --levels raw --origins 2015..2020 --horizons 1,3
              milepost backtest zhejiang/platforms
            """)

    @Argument(
        help: "CSV file with a row per region and year, or a scenario.",
        completion: .file(extensions: ["csv", "yaml", "yml"]))
    var subject: String

    @OptionGroup var layout: PanelOptions

    @Option(
        help:
            "Years from which forecasts are made, as 2016..2020 or 2016,2018 (default: the later half of the column's, 30 at most)."
    )
    var origins: NumberList?

    @Option(help: "Years ahead, as 1..5 or 1,3 (default: 1..5).")
    var horizons: NumberList?

    @Option(help: "Score logarithms (levels that grow) or the values as they are (shares, rates); default log.")
    var levels: Levels?

    @OptionGroup var ensemble: EnsembleOptions

    @OptionGroup var output: OutputOptions

    enum Levels: String, ExpressibleByArgument, CaseIterable { case log, raw }

    func validate() throws {
        if let wrong = horizons?.values.first(where: { !(1...100).contains($0) }) {
            throw ValidationError("--horizons has \(wrong); give years ahead from 1 to 100, e.g. 1..5.")
        }
        if isPanel, ensemble.asOf != nil || ensemble.priorOnly || ensemble.members != nil {
            throw ValidationError("--members, --as-of and --prior-only belong to scenarios; a panel has --origins.")
        }
        if !isPanel, layout.value != nil || origins != nil || horizons != nil || levels != nil {
            throw ValidationError(
                "--value, --origins, --horizons and --levels belong to panels in CSV; a scenario brings its own figures."
            )
        }
        if !isPanel, let option = layout.given.first {
            throw ValidationError("\(option) belongs to panels in CSV; a scenario brings its own figures.")
        }
        if isPanel, ensemble.threads != nil {
            throw ValidationError("--threads belongs to scenarios; a panel is fitted on one core.")
        }
        if !isPanel, ensemble.priorOnly {
            throw ValidationError("backtest shows the prior beside what was learned; leave --prior-only out.")
        }
    }

    /// A file that is not called CSV is a panel too if columns are asked of it.
    private var isPanel: Bool {
        if subject.lowercased().hasSuffix(".yaml") || subject.lowercased().hasSuffix(".yml") { return false }
        return subject.lowercased().hasSuffix(".csv") || layout.value != nil
    }

    mutating func run() throws {
        try Failure.reporting(subject) {
            if let out = output.out { try OutputDirectory.check(out) }
            if isPanel { try backtestPanel() } else { try backtestScenario() }
        }
    }

    private func backtestScenario() throws {
        let scenario = try ScenarioLocator.load(subject, quiet: output.quiet).scenario
        let progress = ProgressLine(
            label: scenario.id, learns: ensemble.learns(from: scenario), language: output.lang, quiet: output.quiet)
        defer { progress.finish() }
        let backtest = try Goals.backtest(scenario, options: ensemble.run)
        progress.finish()
        let files = ScenarioBacktestReport.files(of: backtest, byteOrderMark: output.excel)
        if let out = output.out { try OutputDirectory.write(to: out, files: files) }
        if output.quiet { return }
        guard output.format == .table else {
            return show(
                BacktestTables.scores(
                    of: backtest.result, references: ScenarioBacktestReport.references(of: backtest)))
        }
        Terminal.write(
            ScenarioBacktestReport.text(
                of: backtest, format: output.text, directory: output.out, files: files.map(\.relativePath)))
    }

    private func backtestPanel() throws {
        let levelled = try layout.panel(at: subject)
        let scored = levels ?? .log == .log ? try Self.logarithms(of: levelled) : levelled
        let backtest = Backtest(
            origins: try origins?.values ?? Self.laterHalf(of: scored), horizons: horizons?.values ?? Array(1...5),
            seed: ensemble.seed ?? RunOptions.defaultSeed)
        let line = ProgressLine(
            label: subject, total: backtest.origins.count, unit: .origins, language: output.lang, quiet: output.quiet)
        defer { line.finish() }
        let result = try backtest.run(scored, methods: Self.methods, progress: line.report)
        line.finish()
        let files = BacktestTables.files(of: result, references: Self.references, byteOrderMark: output.excel)
        if let out = output.out { try OutputDirectory.write(to: out, files: files) }
        if output.quiet { return }
        guard output.format == .table else {
            return show(BacktestTables.scores(of: result, references: Self.references))
        }
        Terminal.write(
            BacktestSummary.text(
                of: result, judged: 0, references: Self.references,
                scale: levels ?? .log == .log ? .logarithms : .asInTheFile, format: output.text,
                directory: output.out, files: files.map(\.relativePath)))
    }

    private static func logarithms(of panel: Panel) throws(PanelError) -> Panel {
        do throws(PanelError) {
            return try panel.logarithms()
        } catch {
            guard case .notPositive = error else { throw error }
            throw .nothingToDo(reason: "\(error); or score the values as they are with --levels raw")
        }
    }

    private func show(_ table: DataTable) {
        if output.format == .csv { Terminal.write(table.csv()) } else { Terminal.write(table.json().text) }
    }

    /// The method that is judged comes first, then what it is held against.
    private static let methods: [any PanelForecaster] = [
        PanelGrowthModel(), DriftForecaster(), NoChangeForecaster(), DampedTrendForecaster(),
    ]

    /// The one that the verdict is against comes first.
    private static let references = ["drift", "no change", "damped trend"]

    /// From the middle of the years that have values, or the first that every method can be fitted through, to the
    /// year before the last; no more than ``mostOrigins``.
    private static func laterHalf(of panel: Panel) throws(PanelError) -> [Int] {
        guard let years = panel.observedYears else {
            throw .nothingToDo(reason: "\(panel.name) has no values at all")
        }
        guard let possible = PanelGrowthModel.firstOrigin(of: panel), possible < years.upperBound else {
            let growth = panel.growthIncrements
            throw .nothingToDo(
                reason: "\(panel.name) is too short to forecast from a year before its last, \(years.upperBound): that "
                    + "takes five changes between neighbouring observations in one classification, of two regions and "
                    + "over three years, and one year more to score; from \(years.lowerBound) on there "
                    + "\(growth.count == 1 ? "is" : "are") \(growth.count), of "
                    + counted(Set(growth.map(\.region)).count, "region") + " over "
                    + counted(Set(growth.flatMap { $0.start + 1...$0.end }).count, "year"))
        }
        let middle = years.lowerBound + years.count / 2
        return Array(
            max(min(middle, years.upperBound - 1), possible, years.upperBound - mostOrigins)..<years.upperBound)
    }

    /// Origins that are taken unless `--origins` asks for more.
    private static let mostOrigins = 30
}
