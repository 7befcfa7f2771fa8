import Sampling
import Scoring
import Testing

/// Forecasts as a record keeps them: quantiles, chances of counts, odds.
@Suite struct RecordedForecastTests {
    private static let probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
    private let uneven = QuantileForecast(probabilities: probabilities, values: [1, 2, 2, 5, 6, 9, 10])

    /// ∫ (F − 1{z >= x})² dz by the midpoint rule, wide enough for the tails.
    private func integral(_ forecast: any ForecastDistribution, _ x: Double, from: Double, to: Double) -> Double {
        let steps = 400_000
        let width = (to - from) / Double(steps)
        return (0..<steps).reduce(0) { sum, step in
            let z = from + (Double(step) + 0.5) * width
            let gap = forecast.cumulative(z) - (z >= x ? 1 : 0)
            return sum + gap * gap * width
        }
    }

    @Test(arguments: [-12.0, 0.5, 1, 1.7, 2, 3.3, 5, 8, 10, 10.4, 31])
    func scoreOfQuantilesIsTheIntegralOfItsDefinition(outcome: Double) {
        #expect(abs(uneven.crps(outcome) - integral(uneven, outcome, from: -30, to: 50)) < 1e-3)
    }

    @Test func quantilesThatAreKnownAreMet() {
        for (p, value) in zip(Self.probabilities, [1.0, 2, 2, 5, 6, 9, 10]) {
            #expect(abs(uneven.quantile(p) - value) < 1e-12)
        }
        #expect(uneven.median == 5)
        #expect(uneven.interval(0.9) == 1...10 && uneven.interval(0.8) == 2...9)
        // Between: 0.5 to 0.75 is one unit; the jump from 0.1 to 0.25 stands at 2.
        #expect(abs(uneven.cumulative(5.5) - 0.625) < 1e-12)
        #expect(abs(uneven.cumulative(2) - 0.25) < 1e-12 && abs(uneven.cumulative(1.999_999) - 0.1) < 1e-6)
        #expect(abs(uneven.logScore(5.5) - 1.386_294_361) < 1e-9)
        #expect(uneven.logDensity(2) == .infinity)
    }

    @Test func tailsFallOffAsTheOuterQuantilesImply() {
        // P10 to P5 halves the rest: every further unit does so again.
        #expect(abs(uneven.cumulative(0) - 0.025) < 1e-12)
        #expect(abs(uneven.cumulative(11) - 0.975) < 1e-12)
        #expect(abs(uneven.quantile(0.0125) + 1) < 1e-12)
        #expect(abs(uneven.quantile(0.9875) - 12) < 1e-12)
        #expect(abs(uneven.logDensity(11) - uneven.logDensity(12) - 0.693_147_181) < 1e-9)
    }

    @Test func quantilesOfANormalScoreAsTheNormalDoes() {
        let normal = NormalForecast(mean: 3, deviation: 2)
        let kept = QuantileForecast(
            probabilities: Self.probabilities, values: Self.probabilities.map { normal.quantile($0) })
        var (exact, found) = (0.0, 0.0)
        for step in 0..<2000 {
            let outcome = normal.quantile((Double(step) + 0.5) / 2000)
            (exact, found) = (exact + normal.crps(outcome), found + kept.crps(outcome))
        }
        #expect(abs(found / exact - 1) < 0.01)
        for outcome in [-6.0, 0, 3, 5, 14] {
            #expect(abs(kept.crps(outcome) - normal.crps(outcome)) < 0.04 * normal.crps(outcome))
        }
    }

    @Test func aCertainForecastScoresItsDistance() {
        let certain = QuantileForecast(probabilities: Self.probabilities, values: Array(repeating: 7, count: 7))
        #expect(certain.crps(7) == 0 && certain.crps(9.5) == 2.5 && certain.crps(4) == 3)
        #expect(certain.cumulative(7) == 1 && certain.cumulative(6.9) == 0)
        #expect(certain.quantile(0.001) == 7 && certain.quantile(0.999) == 7)
    }

    @Test(arguments: [-2.0, 0, 1, 2.4, 3, 9])
    func scoreOfCountsIsTheIntegralOfItsDefinition(outcome: Double) {
        let counts = CountForecast(chances: [0.1, 0.2, 0.4, 0, 0.3])
        #expect(abs(counts.crps(outcome) - integral(counts, outcome, from: -10, to: 20)) < 1e-3)
    }

    @Test func chancesOfCountsAreTheDistribution() {
        let counts = CountForecast(chances: [0.2, 0.4, 0.8, 0, 0.6])
        #expect(counts.median == 2 && counts.quantile(0.1) == 0 && counts.quantile(0.999) == 4)
        #expect(counts.cumulative(-1) == 0 && counts.cumulative(1.5) == 0.1 + 0.2 && counts.cumulative(7) == 1)
        #expect(abs(counts.logScore(4) - 1.203_972_804) < 1e-9)
        #expect(counts.logDensity(3) == -.infinity && counts.logDensity(1.5) == -.infinity)
    }

    /// Brier and Good: hand arithmetic; ln 2 for even odds.
    @Test func oddsScoreByWhatHappened() {
        #expect(abs(OddsScore(probability: 0.8, happened: true).brier - 0.04) < 1e-15)
        #expect(abs(OddsScore(probability: 0.8, happened: false).brier - 0.64) < 1e-15)
        #expect(abs(OddsScore(probability: 0.5, happened: false).logScore - 0.693_147_181) < 1e-9)
        #expect(OddsScore(probability: 0, happened: true).logScore == .infinity)
        // None of 1000 members: no more than 1/1000 was said.
        #expect(abs(OddsScore(probability: 0, happened: true, bound: 0.001).logScore - 6.907_755_279) < 1e-9)
        #expect(abs(OddsScore(probability: 1, happened: true, bound: 0.001).logScore - 0.001_000_500) < 1e-9)
    }

    @Test func noOddsButThoseBelievedInScoreBetterInTheMean() {
        let truth = 0.3
        func mean(_ p: Double, _ score: (OddsScore) -> Double) -> Double {
            truth * score(OddsScore(probability: p, happened: true))
                + (1 - truth) * score(OddsScore(probability: p, happened: false))
        }
        for p in [0.05, 0.25, 0.35, 0.9] {
            #expect(mean(p, \.brier) > mean(truth, \.brier))
            #expect(mean(p, \.logScore) > mean(truth, \.logScore))
        }
    }
}
