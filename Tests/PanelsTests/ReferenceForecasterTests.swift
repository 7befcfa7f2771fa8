import Panels
import RealModule
import Sampling
import Scoring
import Testing

/// a grows 1 in a year, then 3 in two; b by 0, 2, 0.
private func smallPanel(shift: Double = 0, breaks: [Int] = []) throws -> Panel {
    try Panel(
        name: "x", regions: ["a", "b"], years: [2010, 2011, 2012, 2013, 2014],
        values: [[0, 1, nil, 4, 5 + shift], [0, 0, 2, 2, 1 + shift]], breaks: breaks)
}

private func normal(
    _ method: any PanelForecaster, _ panel: Panel, through origin: Int, region: Int = 0, horizon: Int
) throws -> NormalForecast {
    let forecast = try method.fit(panel, through: origin).forecast(region: region, horizon: horizon)
    return try #require(forecast as? NormalForecast)
}

@Suite struct ReferenceForecasterTests {
    /// Σ d²/k = 1 + 9/2 + 0 + 4 + 0 over five increments.
    @Test func noChangeByHand() throws {
        let forecast = try normal(NoChangeForecaster(), smallPanel(), through: 2013, horizon: 2)
        #expect(forecast.mean == 4)
        #expect(abs(forecast.deviation - (1.9 * 2).squareRoot()) < 1e-14)
    }

    /// Means 4/3 and 2/3; squares (1/9 + 1/9/2) + (4 + 16 + 4)/9 over (2 − 1) + (3 − 1) degrees of freedom.
    @Test func driftByHand() throws {
        let forecast = try normal(DriftForecaster(), smallPanel(), through: 2013, horizon: 2)
        #expect(abs(forecast.mean - (4 + 8.0 / 3)) < 1e-14)
        #expect(abs(forecast.deviation - (17.0 / 18 * 2).squareRoot()) < 1e-14)
    }

    @Test func yearsRunFromTheLatestObservation() throws {
        let panel = try smallPanel()
        // a has no value in 2012: its forecast for 2013 is two years from 2011.
        let gap = try normal(NoChangeForecaster(), panel, through: 2012, horizon: 1)
        let none = try normal(NoChangeForecaster(), panel, through: 2012, region: 1, horizon: 1)
        #expect(gap.mean == 1)
        #expect(abs(gap.deviation / none.deviation - 2.0.squareRoot()) < 1e-14)
    }

    @Test(arguments: [NoChangeForecaster() as any PanelForecaster, DriftForecaster(), DampedTrendForecaster()])
    func changesAcrossABreakAreNotGrowth(method: any PanelForecaster) throws {
        let moved = try normal(method, smallPanel(shift: 100, breaks: [2014]), through: 2014, horizon: 1)
        let still = try normal(method, smallPanel(shift: 0, breaks: [2014]), through: 2014, horizon: 1)
        let taken = try normal(method, smallPanel(shift: 100), through: 2014, horizon: 1)
        #expect(abs(moved.mean - still.mean - 100) < 1e-9)
        #expect(abs(moved.deviation - still.deviation) < 1e-12)
        #expect(taken.deviation > 10 * moved.deviation)
    }

    @Test(arguments: [NoChangeForecaster() as any PanelForecaster, DriftForecaster(), DampedTrendForecaster()])
    func laterYearsAreNotLookedAt(method: any PanelForecaster) throws {
        let early = try normal(method, smallPanel(shift: 100), through: 2013, horizon: 1)
        #expect(try early == normal(method, smallPanel(), through: 2013, horizon: 1))
    }

    @Test func tooLittleIsAnErrorThatSaysSo() throws {
        let panel = try Panel(name: "x", regions: ["a"], years: [1, 2, 3], values: [[0, 1, 3]], breaks: [2, 3])
        #expect {
            try NoChangeForecaster().fit(panel, through: 3)
        } throws: {
            "\($0)" == "no change cannot be fitted through 3: it needs 1 change between neighbouring observations of a "
                + "region in one classification, there are 0"
        }
        #expect(throws: PanelError.self) { try DriftForecaster().fit(panel, through: 2) }
        #expect(throws: PanelError.self) { try DampedTrendForecaster().fit(panel, through: 3) }
    }
}

@Suite struct DampedTrendTests {
    /// Growth that falls by a fifth each year: φ = 0.8 and β = 1 continue it without error. With its mirror image the
    /// pooled mean growth, from which trends start, is zero, and the first error the same for all φ and β.
    @Test func continuesDampedGrowth() throws {
        var level = 0.0
        let path = (0..<20).map { year -> Double in
            level += Double.pow(0.8, year)
            return level
        }
        let panel = try Panel(
            name: "x", regions: ["a", "b"], years: Array(1...15),
            values: [Array(path.prefix(15)), path.prefix(15).map { -$0 }])
        let forecast = try normal(DampedTrendForecaster(), panel, through: 15, horizon: 5)
        #expect(abs(forecast.mean - path[19]) < 1e-9)
    }

    @Test func continuesSteadyGrowth() throws {
        let panel = try Panel(
            name: "x", regions: ["a"], years: Array(1...8), values: [(1...8).map { 0.1 * Double($0) }])
        let forecast = try normal(DampedTrendForecaster(), panel, through: 8, horizon: 3)
        #expect(abs(forecast.mean - 1.1) < 1e-9)
        #expect(forecast.deviation < 1e-9)
    }

    /// y_t = y_{t−1} + φ b_{t−1} + ε_t, b_t = φ b_{t−1} + β ε_t with φ = 0.7, β = 0.4, simulated: the variance that
    /// is stated for four years is that of the errors.
    @Test func statedSpreadIsTheSpreadOfErrors() throws {
        let years = 45
        let values = (0..<300).map { region in
            let stream = RandomStream(seed: 1, purpose: "test", item: "\(region)")
            var (level, trend) = (0.0, 0.0)
            return (0..<years).map { year -> Double? in
                let shock = normalQuantile(stream.uniform(step: UInt32(year), member: 0))
                level += 0.7 * trend + shock
                trend = 0.7 * trend + 0.4 * shock
                return level
            }
        }
        let panel = try Panel(
            name: "x", regions: (0..<300).map { "\($0)" }, years: Array(1...years), values: values)
        let result = try Backtest(origins: [40], horizons: [4]).run(panel, methods: [DampedTrendForecaster()])
        let row = try #require(result.row(method: 0, horizon: 4))
        #expect(abs(row.summary.coverage[1] - 0.8) < 3 * (0.16 / 300).squareRoot())
        let expected = 0.5 * (1.0 + 1.28 * 1.28 + 1.476 * 1.476 + 1.6132 * 1.6132).squareRoot()
        // The mean score of a calibrated normal forecast is σ/√π.
        #expect(abs(row.summary.crps / (2 * expected / Double.pi.squareRoot()) - 1) < 0.12)
    }
}
