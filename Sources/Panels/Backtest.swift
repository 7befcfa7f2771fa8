import Scoring

/// Forecasts a panel from past years as if the later ones were not known, and scores them.
///
/// For each origin every method is fitted on the years up to it; each
/// horizon's target is scored if it was observed. Every method is scored on the
/// same cases: those that all of them forecast.
public struct Backtest: Sendable {
    /// Last years that forecasts know of, ascending.
    public let origins: [Int]
    /// Years from origin to target, ascending.
    public let horizons: [Int]
    /// Seed of the bootstrap.
    public let seed: UInt64
    /// Resamples of the bootstrap.
    public let replicates: Int

    /// Sorts origins and horizons.
    ///
    /// - Parameter horizons: at least 1 each.
    public init(
        origins: [Int], horizons: [Int], seed: UInt64 = 1, replicates: Int = BlockBootstrap.defaultReplicates
    ) {
        precondition(horizons.allSatisfy { $0 >= 1 }, "horizons start at 1")
        self.origins = Set(origins).sorted()
        self.horizons = Set(horizons).sorted()
        self.seed = seed
        self.replicates = replicates
    }

    /// Runs the methods over all origins. Cost: one fit per method and origin.
    ///
    /// - Parameters:
    ///   - panel: on the scale on which changes add up, see ``PanelForecaster``.
    ///   - methods: with different names.
    ///   - progress: called with the number of origins that are done.
    /// - Throws: `nothingToDo` if no target was observed, `cannotFit` from a method.
    public func run(
        _ panel: Panel, methods: [any PanelForecaster], progress: ((Int) -> Void)? = nil
    ) throws(PanelError) -> BacktestResult {
        try check(panel)
        var cases: [BacktestCase] = []
        var skipped = 0
        for (done, origin) in origins.enumerated() {
            progress?(done)
            let known = panel.known(through: origin)
            var fitted: [any FittedPanelForecaster] = []
            for method in methods { fitted.append(try fit(method, known, through: origin)) }
            for region in panel.regions.indices {
                let scale = known.meanAbsoluteChange(of: region)
                for horizon in horizons {
                    guard let outcome = panel.value(region, in: origin + horizon) else { continue }
                    let forecasts = fitted.compactMap { $0.forecast(region: region, horizon: horizon) }
                    guard forecasts.count == methods.count, let latest = known.latest(of: region) else {
                        skipped += 1
                        continue
                    }
                    cases.append(
                        BacktestCase(
                            region: region, origin: origin, horizon: horizon,
                            crossesBreak: panel.hasBreak(after: latest.year, through: origin + horizon),
                            scores: forecasts.map { ForecastScore(of: $0, outcome: outcome, scale: scale) }))
                }
            }
        }
        guard !cases.isEmpty else {
            let last = panel.observedYears?.upperBound ?? panel.years[panel.years.count - 1]
            throw .nothingToDo(
                reason: "no forecast can be scored: \(panel.name) ends in \(last), and no region has a value before an "
                    + "origin (\(origins.map(String.init).joined(separator: ", "))) and one "
                    + "\(horizons.map(String.init).joined(separator: ", ")) years after it; give earlier --origins or "
                    + "shorter --horizons")
        }
        return BacktestResult(
            panel: panel, methods: methods.map(\.name), horizons: horizons, cases: cases, skipped: skipped,
            bootstrap: panel.regions.count < 2
                ? nil : BlockBootstrap(blocks: panel.regions.count, replicates: replicates, seed: seed))
    }

    private func fit(
        _ method: any PanelForecaster, _ known: Panel, through origin: Int
    ) throws(PanelError) -> any FittedPanelForecaster {
        do throws(PanelError) {
            return try method.fit(known, through: origin)
        } catch {
            guard case .cannotFit(let method, let year, let reason) = error else { throw error }
            throw .cannotFit(method: method, through: year, reason: reason + "; give later --origins")
        }
    }

    private func check(_ panel: Panel) throws(PanelError) {
        guard let years = panel.observedYears else {
            throw .nothingToDo(reason: "\(panel.name) has no values at all")
        }
        let (first, last) = (years.lowerBound + 1, years.upperBound - 1)
        for origin in origins where origin < first || origin > last {
            throw .nothingToDo(
                reason: first > last
                    ? "\(panel.name) has values from \(years.lowerBound) to \(years.upperBound) only, a backtest needs "
                        + "three years"
                    : "an origin in \(origin), expected years from \(first) to \(last) (--origins): after the first "
                        + "value of \(panel.name) and before its last")
        }
    }
}

/// One target of a backtest with the scores of every method.
public struct BacktestCase: Sendable, Equatable {
    /// Position of the region in the panel.
    public let region: Int
    public let origin: Int
    public let horizon: Int
    /// A new classification starts between the latest observation that the forecasts know of and the target.
    public let crossesBreak: Bool
    /// By method.
    public let scores: [ForecastScore]

    /// The year that is forecast.
    public var target: Int { origin + horizon }
}

extension Panel {
    /// Mean absolute growth a year of a region: the sum of the sizes of its increments within one classification
    /// over the sum of their years; nil without any.
    public func meanAbsoluteChange(of region: Int) -> Double? {
        let growth = increments(of: region).filter { !$0.crossesBreak }
        guard !growth.isEmpty else { return nil }
        return growth.reduce(0) { $0 + $1.change.magnitude } / Double(growth.reduce(0) { $0 + $1.span })
    }
}
