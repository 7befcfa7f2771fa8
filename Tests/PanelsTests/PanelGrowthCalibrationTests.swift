import Panels
import Scoring
import Testing

/// Whether the growth model's intervals hold what they claim, on simulated panels large and small.
@Suite struct PanelGrowthCalibrationTests {
    /// Share of outcomes inside the 80% intervals, and the mean score over that of drift.
    private func score(_ simulated: SimulatedPanel, panels: Int, origin: Int) throws -> (held: Double, score: Double) {
        var held = 0
        var count = 0
        var scores = [0.0, 0.0]
        for seed in 1...panels {
            var simulated = simulated
            simulated.seed = UInt64(seed)
            let panel = try simulated.panel()
            let methods: [any PanelForecaster] = [PanelGrowthModel(), DriftForecaster()]
            for (index, method) in methods.enumerated() {
                let fitted = try method.fit(panel.known(through: origin), through: origin)
                for region in panel.regions.indices {
                    for horizon in 1...5 {
                        let outcome = try #require(panel.value(region, in: origin + horizon))
                        let forecast = try #require(fitted.forecast(region: region, horizon: horizon))
                        scores[index] += forecast.crps(outcome)
                        if index == 0 {
                            held += forecast.interval(0.8).contains(outcome) ? 1 : 0
                            count += 1
                        }
                    }
                }
            }
        }
        return (Double(held) / Double(count), scores[0] / scores[1])
    }

    @Test("Twenty regions over twelve years, trends damped after the last")
    func large() throws {
        let simulated = SimulatedPanel(regions: 20, years: 17, dampedFrom: 11)
        let (held, score) = try score(simulated, panels: 30, origin: 2011)
        #expect(held > 0.74 && held < 0.88)
        #expect(score < 0.9)
    }

    @Test("Five regions over eight years")
    func small() throws {
        let simulated = SimulatedPanel(regions: 5, years: 13, dampedFrom: 7)
        let (held, score) = try score(simulated, panels: 60, origin: 2007)
        #expect(held > 0.74 && held < 0.9)
        #expect(score < 0.9)
    }

    @Test("Trends that go on undamped")
    func undamped() throws {
        let simulated = SimulatedPanel(regions: 12, years: 15, trend: 0.1)
        let (held, _) = try score(simulated, panels: 40, origin: 2009)
        #expect(held > 0.68 && held < 0.9)
    }

    @Test("No growth at all")
    func flat() throws {
        let simulated = SimulatedPanel(regions: 12, years: 15, trend: 0)
        let (held, score) = try score(simulated, panels: 40, origin: 2009)
        #expect(held > 0.74 && held < 0.9)
        #expect(score < 0.9)
    }
}
