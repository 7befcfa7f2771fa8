import Scoring

/// What came of a backtest.
public struct BacktestResult: Sendable {
    public let panel: Panel
    /// Names of the methods, in the order in which they were given.
    public let methods: [String]
    public let horizons: [Int]
    /// By origin, region and horizon.
    public let cases: [BacktestCase]
    /// Observed targets that a method could not forecast; they are scored for none.
    public let skipped: Int
    /// Resamples of the regions; nil for a single region.
    let bootstrap: BlockBootstrap?

    /// The origins that have cases.
    public var origins: [Int] { Set(cases.map(\.origin)).sorted() }

    /// Scores of a method at a horizon; nil where there are no cases.
    ///
    /// - Parameter horizon: nil for all horizons together.
    public func row(method: Int, horizon: Int?) -> BacktestRow? {
        let own = cases.filter { horizon == nil || $0.horizon == horizon }
        guard let summary = ScoreSummary(own.map { $0.scores[method] }) else { return nil }
        func error(_ value: (ForecastScore) -> Double) -> Double? {
            bootstrap?.standardErrorOfRatio(
                sums(own) { value($0.scores[method]) }, over: sums(own) { _ in 1 })
        }
        let coverageErrors = ForecastScore.levels.indices.map { level in
            error { $0.intervals[level].contains($0.outcome) ? 1 : 0 }
        }
        return BacktestRow(
            method: methods[method], horizon: horizon, regions: Set(own.map(\.region)).count,
            origins: Set(own.map(\.origin)).count, summary: summary, crpsError: error(\.crps),
            maeError: error(\.error.magnitude), coverageErrors: coverageErrors)
    }

    /// How far a method's mean score is below a reference's on the same cases; nil where there are no cases.
    ///
    /// - Parameters:
    ///   - score: not below zero: the ranked probability score or the size of the error.
    ///   - horizon: nil for all horizons together.
    public func improvement(
        of method: Int, over reference: Int, horizon: Int?, _ score: (ForecastScore) -> Double
    ) -> Improvement? {
        let own = cases.filter { horizon == nil || $0.horizon == horizon }
        let scores = sums(own) { score($0.scores[method]) }
        let references = sums(own) { score($0.scores[reference]) }
        let total = references.reduce(0, +)
        guard total > 0 else { return nil }
        return Improvement(
            share: 1 - scores.reduce(0, +) / total,
            standardError: bootstrap?.standardErrorOfRatio(scores, over: references))
    }

    /// Sums of a value over the cases of each region.
    private func sums(_ cases: [BacktestCase], _ value: (BacktestCase) -> Double) -> [Double] {
        var sums = [Double](repeating: 0, count: panel.regions.count)
        for item in cases { sums[item.region] += value(item) }
        return sums
    }
}

/// Mean scores of one method at one horizon, or at all together.
public struct BacktestRow: Sendable, Equatable {
    public let method: String
    /// Nil for all horizons.
    public let horizon: Int?
    /// Regions and origins among the forecasts.
    public let regions: Int
    public let origins: Int
    public let summary: ScoreSummary
    /// Bootstrap standard errors by region; nil for a single region.
    public let crpsError: Double?
    public let maeError: Double?
    /// By position in `ForecastScore.levels`.
    public let coverageErrors: [Double?]
}

/// By how much a mean score is below another one: 0.21 is 21% below.
public struct Improvement: Sendable, Equatable {
    /// 1 − score / reference; negative where the score is worse.
    public let share: Double
    /// Bootstrap standard error by region; nil for a single region.
    public let standardError: Double?

    /// Its parts, as documented on each.
    public init(share: Double, standardError: Double?) {
        self.share = share
        self.standardError = standardError
    }
}
