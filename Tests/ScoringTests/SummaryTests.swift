import Sampling
import Scoring
import Testing

@Suite struct ScoreSummaryTests {
    @Test func meansOfTwoForecastsByHand() throws {
        let standard = NormalForecast(mean: 0, deviation: 1)
        let scores = [
            ForecastScore(of: standard, outcome: 1, scale: 0.5), ForecastScore(of: standard, outcome: -2),
        ]
        let summary = try #require(ScoreSummary(scores))
        #expect(abs(summary.crps - (0.6024413576 + 1.4527918217) / 2) < 1e-9)
        #expect(summary.mae == 1.5)
        // Only the first has a scale.
        #expect(summary.mase == 2)
        // The central 50% ends at 0.674, 80% at 1.282, 90% at 1.645.
        #expect(summary.coverage == [0, 0.5, 0.5])
        // Φ(1) = 0.841 and Φ(−2) = 0.023.
        #expect(summary.pitHistogram == [0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0])
    }

    @Test func nothingHasNoMeans() {
        #expect(ScoreSummary([]) == nil)
    }

    /// Outcomes are the forecast's own quantiles at the middle of 1000 equal slices.
    @Test func calibratedForecastsCoverWhatTheyClaim() throws {
        let forecast = StudentTForecast(location: 2, scale: 3, degreesOfFreedom: 5)
        let scores = (0..<1000).map {
            ForecastScore(of: forecast, outcome: forecast.quantile((Double($0) + 0.5) / 1000))
        }
        let summary = try #require(ScoreSummary(scores))
        #expect(zip(summary.coverage, ForecastScore.levels).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(summary.pitHistogram.allSatisfy { abs($0 - 0.1) < 1e-9 })
        #expect(summary.mase == nil)
    }
}

@Suite struct BlockBootstrapTests {
    /// The mean of m independent numbers has the standard error sd/√m, the bootstrap's with the divisor m.
    @Test func errorOfAMeanOfIndependentBlocks() throws {
        let values = (0..<50).map { normalQuantile((Double($0) + 0.5) / 50) }
        let mean = values.reduce(0, +) / 50
        let expected = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 50 / 50).squareRoot()
        let bootstrap = BlockBootstrap(blocks: 50, replicates: 4000, seed: 3)
        let error = try #require(
            bootstrap.standardErrorOfRatio(values, over: values.map { _ in 1 }))
        #expect(abs(error / expected - 1) < 0.05)
    }

    /// A region whose forecasts are all repeated says nothing new: single forecasts would claim a smaller error.
    @Test func repeatedForecastsInABlockAddNothing() {
        let sums = [1.0, 4, 2, 8, 5, 7]
        let once = BlockBootstrap(blocks: 6, seed: 1).standardErrorOfRatio(sums, over: sums.map { _ in 1 })
        let tenTimes = BlockBootstrap(blocks: 6, seed: 1)
            .standardErrorOfRatio(sums.map { $0 * 10 }, over: sums.map { _ in 10 })
        #expect(abs(once! - tenTimes!) < 1e-12)
    }

    @Test func equalScoresDifferByNothing() {
        let sums = [1.0, 4, 2, 8]
        #expect(BlockBootstrap(blocks: 4, seed: 9).standardErrorOfRatio(sums, over: sums) == 0)
    }

    @Test func sameSeedSameError() {
        let sums = [1.0, 4, 2, 8]
        let ones = [1.0, 1, 1, 1]
        func error(_ seed: UInt64) -> Double? {
            BlockBootstrap(blocks: 4, seed: seed).standardErrorOfRatio(sums, over: ones)
        }
        #expect(error(5) == error(5))
        #expect(error(5) != error(6))
    }
}
