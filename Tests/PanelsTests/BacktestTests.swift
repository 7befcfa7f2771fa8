import Panels
import RealModule
import Sampling
import Scoring
import Testing

/// Forecasts the truth plus a constant, with a spread of one.
private struct Biased: PanelForecaster {
    let name: String
    let truth: Panel
    let bias: Double

    func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        #expect(panel.years.last == origin, "a method must not be shown what came after the origin")
        return Fitted(method: self, origin: origin)
    }

    struct Fitted: FittedPanelForecaster {
        let method: Biased
        let origin: Int

        func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
            // The third region is beyond this method.
            guard region < 2, let value = method.truth.value(region, in: origin + horizon) else { return nil }
            return NormalForecast(mean: value + method.bias, deviation: 1)
        }
    }
}

@Suite struct BacktestTests {
    private func panel() throws -> Panel {
        try Panel(
            name: "x", regions: ["a", "b", "c"], years: Array(2010...2015),
            values: [[0, 1, 2, nil, 5, 6], [0, 3, 3, 3, 1, 0], [1, 1, 2, 2, 3, 3]], breaks: [2014])
    }

    private func result() throws -> BacktestResult {
        let panel = try panel()
        return try Backtest(origins: [2013, 2012], horizons: [2, 1]).run(
            panel,
            methods: [Biased(name: "one", truth: panel, bias: 1), Biased(name: "two", truth: panel, bias: -2)])
    }

    @Test func onlyObservedTargetsThatAllMethodsForecast() throws {
        let result = try result()
        let found = result.cases.map { [$0.region, $0.origin, $0.horizon] }
        // Region a has no value in 2013.
        #expect(
            found == [
                [0, 2012, 2], [1, 2012, 1], [1, 2012, 2], [0, 2013, 1], [0, 2013, 2], [1, 2013, 1], [1, 2013, 2],
            ])
        #expect(result.skipped == 4)
        // From 2012 on: the target 2013 is of the old classification, all others are of the new one.
        #expect(result.cases.map(\.crossesBreak) == [true, false, true, true, true, true, true])
    }

    @Test func rowsAndImprovements() throws {
        let result = try result()
        let row = try #require(result.row(method: 1, horizon: nil))
        #expect(row.summary.count == 7)
        #expect(row.summary.mae == 2)
        #expect(abs(row.summary.crps - 1.4527918217) < 1e-9)
        #expect(row.regions == 2 && row.origins == 2)
        #expect(try #require(row.crpsError) < 1e-12)
        let better = try #require(result.improvement(of: 0, over: 1, horizon: 1, \.error.magnitude))
        #expect(better.share == 0.5)
        let worse = try #require(result.improvement(of: 1, over: 0, horizon: nil, \.error.magnitude))
        #expect(worse.share == -1)
        #expect(result.row(method: 0, horizon: 3) == nil)
    }

    /// Through 2012: a changed 1, 1; b 3, 0. Through 2013: a the same, b 3, 0, 0.
    @Test func errorsAreScaledByYearlyChangesKnownAtTheOrigin() throws {
        let scaled = try result().cases.map { $0.scores[0].scaledError }
        let expected: [Double] = [1, 1 / 1.5, 1 / 1.5, 1, 1, 1, 1]
        #expect(zip(scaled, expected).allSatisfy { abs($0! - $1) < 1e-12 })
    }

    @Test func originsMustLeaveSomethingToFitAndSomethingToForecast() throws {
        let panel = try panel()
        for origin in [2010, 2015, 1999] {
            #expect(throws: PanelError.self) {
                try Backtest(origins: [origin], horizons: [1]).run(panel, methods: [NoChangeForecaster()])
            }
        }
        #expect(throws: PanelError.self) {
            try Backtest(origins: [2014], horizons: [9]).run(panel, methods: [NoChangeForecaster()])
        }
    }

    /// Random walks with drift and a long history: what drift assumes.
    @Test func driftIsCalibratedOnWhatItAssumes() throws {
        let years = 80
        let values = (0..<60).map { region in
            let stream = RandomStream(seed: 2, purpose: "test", item: "\(region)")
            var level = 0.0
            return (0..<years).map { year -> Double? in
                level += 0.5 + normalQuantile(stream.uniform(step: UInt32(year), member: 0))
                return level
            }
        }
        let panel = try Panel(name: "x", regions: (0..<60).map { "\($0)" }, years: Array(1...years), values: values)
        let result = try Backtest(origins: Array(70...79), horizons: [1]).run(
            panel, methods: [DriftForecaster(), NoChangeForecaster()])
        let drift = try #require(result.row(method: 0, horizon: 1))
        #expect(abs(drift.summary.coverage[1] - 0.8) < 3 * (0.16 / 600).squareRoot())
        #expect(abs(drift.summary.crps - 1 / Double.pi.squareRoot()) < 0.05)
        // Squares of 1 + 0.25 against 1: √1.25 of the score, known to about a standard error.
        let improvement = try #require(result.improvement(of: 0, over: 1, horizon: 1, \.crps))
        #expect(abs(improvement.share - (1 - 1 / 1.25.squareRoot())) < 3 * improvement.standardError!)
    }
}
