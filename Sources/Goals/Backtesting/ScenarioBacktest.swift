import Panels
import Projection
import Scenarios
import Scoring

/// How a scenario's forecasts of its own published figures have done.
public struct ScenarioBacktest: Sendable {
    /// Methods: the scenario as it had learned by each origin, its prior, then the references. Regions are series, in
    /// units of their own mean yearly change up to the base year.
    public var result: BacktestResult
    /// Names of the methods that the scenario is held against.
    public var references: [String]
    /// By position of the region.
    public var series: [(name: String, nameChinese: String?, display: Display)]
    /// What the scenario thought at each origin and what came, in natural units.
    public var figures: [Figure]
    /// Series that have figures after the base year but are not scored.
    public var leftOut: [LeftOut]
    public var scenario: Scenario

    /// A series that is not scored, and why.
    public struct LeftOut: Sendable, Equatable {
        public var name: String
        public var nameChinese: String?
        public var reason: Reason

        /// Why a series has no scores.
        public enum Reason: Sendable {
            /// Fewer than two yearly changes up to the base year, or none but of zero: no unit for its errors.
            case tooFewFigures
            /// The scenario states the numbers: they are no forecast.
            case schedule
        }
    }

    /// One forecast of a published figure.
    public struct Figure: Sendable {
        /// Position of the series.
        public var series: Int
        public var origin: Int
        public var year: Int
        /// Of the scenario as it had learned by the origin.
        public var p5: Double
        public var p50: Double
        public var p95: Double
        public var published: ObservedSeries.Point
        /// Share of members at or below the published figure.
        public var pit: Double
    }

    /// Names of the two methods that are the scenario's own.
    public static let learned = "scenario"
    public static let prior = "prior"
}

/// Goes back to the base year and to every year in which figures came, forecasts from there what was published later,
/// and scores it against no change, drift and a damped trend of the same series.
///
/// - Throws: `PanelError` where nothing was published after the base year on a series with enough figures before, and
///   the errors of a projection.
public func backtest(_ scenario: Scenario, options: RunOptions) throws -> ScenarioBacktest {
    let known = options.knowledge.applied(to: scenario)
    let seed = options.seed ?? scenario.seed ?? RunOptions.defaultSeed
    let ensemble = Ensemble(
        members: options.members ?? scenario.members ?? RunOptions.defaultMembers, threads: options.threads,
        blockSize: options.blockSize)
    var model = try Model(known, seed: seed)
    model.points = options.sampling.points(for: [model])
    guard let history = try PublishedHistory(of: model) else {
        throw PanelError.nothingToDo(
            reason: "no published series has figures after \(scenario.start) and at least three up to it")
    }
    var learner = try Learner(model: model, ensemble: ensemble)
    let last = history.panel.years[history.panel.years.count - 1]
    let origins = [known.start] + learner.plan.years.filter { $0 > known.start && $0 < last }
    var learned = ScenarioForecaster(name: ScenarioBacktest.learned)
    var prior = ScenarioForecaster(name: ScenarioBacktest.prior)
    // Figures of the base year itself are part of what its forecasts know.
    for year in learner.plan.years where year <= known.start { try learner.learn(year: year) }
    for origin in origins {
        if origin > known.start { try learner.learn(year: origin) }
        let past = learner.learnedModel(try Model(known.asKnown(in: origin), seed: seed))
        let forecasts = try history.forecasts(of: past, after: origin, ensemble: ensemble)
        learned.forecasts[origin] = forecasts
        prior.forecasts[origin] = prior.forecasts[known.start] ?? forecasts
    }
    let references = try references(of: history.panel, origin: known.start)
    let result = try Backtest(origins: origins, horizons: Array(1...max(1, last - known.start)), seed: seed).run(
        history.panel, methods: [learned, prior] + references)
    return ScenarioBacktest(
        result: result, references: references.map(\.name),
        series: history.series.map { ($0.name, $0.nameChinese, $0.display) },
        figures: result.cases.compactMap { history.figure($0, of: learned) }, leftOut: history.leftOut,
        scenario: scenario)
}

/// Those that can be fitted on what was known in the base year; drift, which the verdict is against, first.
private func references(of panel: Panel, origin: Int) throws -> [any PanelForecaster] {
    let all: [any PanelForecaster] = [DriftForecaster(), NoChangeForecaster(), DampedTrendForecaster()]
    let possible = all.filter { (try? $0.fit(panel.known(through: origin), through: origin)) != nil }
    guard !possible.isEmpty else {
        throw PanelError.nothingToDo(reason: "too few figures were published up to \(origin) to compare with")
    }
    return possible
}

/// Forecasts of published series that were made beforehand: by origin, then series and target year.
private struct ScenarioForecaster: PanelForecaster {
    let name: String
    var forecasts: [Int: [[Int: EnsembleForecast]]] = [:]

    func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        guard let known = forecasts[origin] else {
            throw .cannotFit(method: name, through: origin, reason: "nothing was projected from there")
        }
        return Fitted(origin: origin, forecasts: known)
    }

    struct Fitted: FittedPanelForecaster {
        let origin: Int
        let forecasts: [[Int: EnsembleForecast]]

        func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
            forecasts[region][origin + horizon]
        }
    }
}

extension PublishedHistory {
    /// Projects a model and keeps what its members say of every figure after the origin.
    fileprivate func forecasts(
        of model: Model, after origin: Int, ensemble: Ensemble
    ) throws -> [[Int: EnsembleForecast]] {
        let start = model.scenario.start
        let wanted = series.indices.flatMap { index in
            series[index].points.filter { $0.year > origin }.map { (series: index, year: $0.year) }
        }
        let (rows, evaluators) = (ensemble.blockSize, wanted.map { (series[$0.series].evaluator, $0.year - start) })
        let run = try ensemble.run(
            [model], conditionalYears: [[]], through: wanted.map(\.year).max(),
            makeObserver: { ValueObserver(evaluators, rows: rows) })
        var members = wanted.map { _ in [Double](repeating: 0, count: ensemble.members) }
        for block in run.observers.flatMap(\.blocks) {
            for (index, values) in block.values.enumerated() {
                members[index].replaceSubrange(block.first..<block.first + values.count, with: values)
            }
        }
        var forecasts = series.map { _ in [Int: EnsembleForecast]() }
        for (index, item) in wanted.enumerated() {
            forecasts[item.series][item.year] = EnsembleForecast(
                members: members[index].map { series[item.series].standard($0) })
        }
        return forecasts
    }

    fileprivate func figure(_ item: BacktestCase, of method: ScenarioForecaster) -> ScenarioBacktest.Figure? {
        let series = series[item.region]
        guard let forecast = method.forecasts[item.origin]?[item.region][item.target],
            let published = series.points.first(where: { $0.year == item.target })
        else { return nil }
        return ScenarioBacktest.Figure(
            series: item.region, origin: item.origin, year: item.target, p5: series.natural(forecast.quantile(0.05)),
            p50: series.natural(forecast.median), p95: series.natural(forecast.quantile(0.95)), published: published,
            pit: item.scores[0].pit)
    }
}

/// Keeps every member's value of some indicators in some years.
private final class ValueObserver: EnsembleObserver {
    private(set) var blocks: [(first: Int, values: [[Double]])] = []
    private let evaluators: [(evaluator: IndicatorEvaluator, year: Int)]
    private let column: BlockColumns

    init(_ evaluators: [(IndicatorEvaluator, Int)], rows: Int) {
        self.evaluators = evaluators
        column = BlockColumns(rows: rows, columns: 1)
    }

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        let values = evaluators.map { evaluator, year in
            evaluator.evaluate(block, year: year, into: column.column(0))
            return Array(used(column.column(0), in: block))
        }
        self.blocks.append((block.firstMember, values))
        return []
    }
}
