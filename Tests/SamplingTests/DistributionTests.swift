import Sampling
import Testing

private let shapes: [Distribution.Shape] = [
    .normal(mean: 0.05, deviation: 0.02),
    .splitNormal(median: 3, lower: 1, upper: 2.5),
    .lognormal(median: 100, logDeviation: 0.4),
    .triangular(low: 1, mode: 2, high: 4),
    .triangular(low: 1, mode: 1, high: 4),
    .triangular(low: 1, mode: 4, high: 4),
    .uniform(low: -1, high: 3),
    .pert(low: 1, mode: 2, high: 4),
    .pert(low: 0, mode: 0, high: 1),
    .laplace(mean: 1, deviation: 0.5),
]

private let bounded: [(Distribution.Shape, ClosedRange<Double>)] = [
    (.normal(mean: 0.05, deviation: 0.02), 0...0.06),
    (.normal(mean: 0, deviation: 1), 2...Double.infinity),
    (.splitNormal(median: 3, lower: 1, upper: 2.5), 2...7),
    (.lognormal(median: 100, logDeviation: 0.4), -Double.infinity...150),
    (.triangular(low: 1, mode: 2, high: 4), 1.5...3),
    (.uniform(low: -1, high: 3), 0...10),
    (.pert(low: 1, mode: 2, high: 4), 1.2...2),
    (.laplace(mean: 1, deviation: 0.5), 0...1.5),
]

private func all() throws -> [Distribution] {
    try shapes.map { try Distribution($0) } + bounded.map { try Distribution($0, bounds: $1) }
}

private func draws(_ distribution: Distribution, count: Int) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer {
        RandomStream(seed: 4, purpose: "test", item: "distribution").fill(step: 0, firstMember: 0, into: $0)
        distribution.fill(quantilesOf: $0)
    }
    return values
}

@Suite struct DistributionTests {
    @Test func cumulativeInvertsQuantile() throws {
        for distribution in try all() {
            var previous = -Double.infinity
            for k in 1..<500 {
                let u = Double(k) / 500
                let x = distribution.quantile(u)
                #expect(x > previous)
                previous = x
                #expect(abs(distribution.cumulative(x) - u) < 2e-14, "\(distribution.shape) at \(u)")
            }
        }
    }

    @Test func fillEqualsQuantileBitForBit() throws {
        for distribution in try all() + [.constant(7)] {
            let uniforms = (0..<301).map { (Double($0) + 0.5) / 301 }
            var values = uniforms
            values.withUnsafeMutableBufferPointer { distribution.fill(quantilesOf: $0) }
            #expect(values == uniforms.map { distribution.quantile($0) })
        }
    }

    /// Φ(z) and back loses digits far out, so that the bound is that of z = 4.
    @Test func scoresGiveTheQuantilesOfTheirUniforms() throws {
        for distribution in try all() + [.constant(7)] {
            let scores = (-40...40).map { Double($0) / 10 }
            var values = scores
            values.withUnsafeMutableBufferPointer { distribution.fill(quantilesOfScores: $0) }
            for (score, value) in zip(scores, values) {
                let expected = distribution.quantile(normalCumulative(score))
                #expect(abs(value - expected) <= 1e-11 * max(1, abs(expected)), "\(distribution.shape) at \(score)")
            }
        }
    }

    @Test func drawsHaveTheStatedMeanVarianceAndDistribution() throws {
        for distribution in try all() {
            let n = 20_000
            let values = draws(distribution, count: n).sorted()
            let mean = values.reduce(0, +) / Double(n)
            let deviation = distribution.variance.squareRoot()
            #expect(abs(mean - distribution.mean) < 4 * deviation / Double(n).squareRoot(), "\(distribution.shape)")
            let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(n)
            #expect(abs(variance / distribution.variance - 1) < 0.1, "\(distribution.shape)")
            let distance = values.enumerated().map { abs(distribution.cumulative($1) - (Double($0) + 0.5) / Double(n)) }
            #expect(distance.max()! < 1.95 / Double(n).squareRoot(), "\(distribution.shape)")
        }
    }

    /// E and Var of a normal cut to a...b (Johnson, Kotz & Balakrishnan 1994, vol. 1); half normal: sqrt(2/pi), 1 - 2/pi.
    @Test func momentsOfTruncatedShapesAreExact() throws {
        let half = try Distribution(.normal(mean: 0, deviation: 1), bounds: 0...Double.infinity)
        #expect(abs(half.mean - (2 / Double.pi).squareRoot()) < 1e-9)
        #expect(abs(half.variance - (1 - 2 / Double.pi)) < 1e-9)
        let uniform = try Distribution(.uniform(low: -1, high: 3), bounds: 0...10)
        #expect(abs(uniform.mean - 1.5) < 1e-12)
        #expect(abs(uniform.variance - 0.75) < 1e-12)
        // Laplace cut at its mean is exponential with the scale b = deviation / sqrt 2.
        let exponential = try Distribution(.laplace(mean: 0, deviation: 2.0.squareRoot()), bounds: 0...Double.infinity)
        #expect(abs(exponential.mean - 1) < 1e-9)
        #expect(abs(exponential.variance - 1) < 1e-9)
        let triangle = try Distribution(.triangular(low: 0, mode: 1, high: 2), bounds: -5...5)
        #expect(abs(triangle.mean - 1) < 1e-9)
        #expect(abs(triangle.variance - 1.0 / 6) < 1e-9)
    }

    @Test func truncationRescalesProbabilityAndPilesNothingUp() throws {
        let whole = try Distribution(.normal(mean: 0, deviation: 1))
        let cut = try Distribution(.normal(mean: 0, deviation: 1), bounds: -1...0.5)
        let (below, within) = (whole.cumulative(-1), whole.cumulative(0.5) - whole.cumulative(-1))
        #expect(abs(cut.quantile(0.3) - whole.quantile(below + 0.3 * within)) < 1e-15)
        #expect(cut.cumulative(-1.01) == 0 && cut.cumulative(0.5) == 1)
        let values = draws(cut, count: 10_000)
        #expect(values.allSatisfy { $0 > -1 && $0 < 0.5 })
    }

    @Test func oneSidedTruncationNeverGivesInfinity() throws {
        let positive = try Distribution(.normal(mean: 0, deviation: 1), bounds: 0...Double.infinity)
        #expect(positive.quantile(1.0.nextDown).isFinite)
    }

    @Test func splitNormalHasItsQuantilesAtP5AndP95() throws {
        let split = try Distribution(.splitNormal(median: 10, lower: 2, upper: 5))
        #expect(abs(split.quantile(0.05) - (10 - 1.6448536 * 2)) < 1e-6)
        #expect(abs(split.quantile(0.95) - (10 + 1.6448536 * 5)) < 1e-6)
        #expect(split.median == 10)
    }

    @Test func pertIsTheBetaOfTheTextbook() throws {
        // Symmetric PERT on 0...1 is Beta(3, 3): F(x) = x^3 (10 - 15 x + 6 x^2).
        let pert = try Distribution(.pert(low: 0, mode: 0.5, high: 1))
        for x in [0.01, 0.2, 0.5, 0.77, 0.999] {
            #expect(abs(pert.cumulative(x) - x * x * x * (10 - 15 * x + 6 * x * x)) < 1e-14)
        }
        #expect(pert.mean == 0.5)
        #expect(abs(pert.variance - 1.0 / 28) < 1e-15)
    }

    @Test func shapesWithoutSpreadAreConstant() throws {
        let flat: [Distribution.Shape] = [
            .constant(2), .normal(mean: 2, deviation: 0), .splitNormal(median: 2, lower: 0, upper: 0),
            .lognormal(median: 2, logDeviation: 0), .triangular(low: 2, mode: 2, high: 2), .uniform(low: 2, high: 2),
            .pert(low: 2, mode: 2, high: 2), .laplace(mean: 2, deviation: 0),
        ]
        for shape in flat {
            for distribution in [try Distribution(shape), try Distribution(shape, bounds: 0...3)] {
                #expect(distribution.isConstant)
                #expect(distribution.quantile(0.1) == 2 && distribution.quantile(0.9) == 2)
                #expect(distribution.mean == 2 && distribution.variance == 0 && distribution.median == 2)
                #expect(distribution.cumulative(1.9) == 0 && distribution.cumulative(2) == 1)
                #expect(draws(distribution, count: 3) == [2, 2, 2])
            }
        }
        #expect(try !Distribution(.uniform(low: 1, high: 2)).isConstant)
    }
}

@Suite struct DistributionErrorTests {
    @Test(
        arguments: [
            (.constant(.infinity), .notFinite(parameter: "value", value: .infinity)),
            (.normal(mean: 0, deviation: -1), .negativeDeviation(parameter: "deviation", value: -1)),
            (.laplace(mean: -.infinity, deviation: 1), .notFinite(parameter: "mean", value: -.infinity)),
            (.splitNormal(median: 0, lower: 1, upper: -2), .negativeDeviation(parameter: "upper deviation", value: -2)),
            (.lognormal(median: 0, logDeviation: 1), .notPositive(parameter: "median", value: 0)),
            (.triangular(low: 1, mode: 0, high: 2), .unordered(low: 1, mode: 0, high: 2)),
            (.pert(low: 1, mode: 3, high: 2), .unordered(low: 1, mode: 3, high: 2)),
            (.uniform(low: 2, high: 1), .unordered(low: 2, mode: nil, high: 1)),
        ] as [(Distribution.Shape, DistributionError)])
    func badParametersAreNamed(shape: Distribution.Shape, error: DistributionError) {
        #expect(throws: error) { try Distribution(shape) }
    }

    @Test func boundsMustHoldProbability() {
        #expect(throws: DistributionError.nothingWithinBounds(lower: 3, upper: 4, probability: 0)) {
            try Distribution(.uniform(low: 0, high: 1), bounds: 3...4)
        }
        #expect(throws: DistributionError.nothingWithinBounds(lower: 3, upper: 4, probability: 0)) {
            try Distribution(.constant(5), bounds: 3...4)
        }
        #expect(throws: DistributionError.self) {
            try Distribution(.normal(mean: 0, deviation: 1), bounds: 9...Double.infinity)
        }
    }
}

@Suite struct DistributionFromQuantilesTests {
    @Test func twoQuantilesOfARateGiveANormal() throws {
        let rate = try Distribution(quantiles: [(0.9, 0.07), (0.1, 0.02)], positive: false)
        #expect(abs(rate.quantile(0.1) - 0.02) < 1e-15 && abs(rate.quantile(0.9) - 0.07) < 1e-15)
        guard case .normal = rate.shape else { return #expect(Bool(false), "\(rate.shape)") }
        #expect(abs(rate.mean - 0.045) < 1e-15)
    }

    @Test func twoQuantilesOfALevelGiveALognormal() throws {
        let level = try Distribution(quantiles: [(0.05, 5000), (0.95, 13_000)], positive: true)
        #expect(abs(level.quantile(0.05) / 5000 - 1) < 1e-14 && abs(level.quantile(0.95) / 13_000 - 1) < 1e-14)
        #expect(abs(level.median / (5000.0 * 13_000).squareRoot() - 1) < 1e-14)
    }

    @Test func asymmetricPairsAreMetToo() throws {
        let rate = try Distribution(quantiles: [(0.25, 1), (0.95, 2)], positive: false)
        #expect(abs(rate.quantile(0.25) - 1) < 1e-14 && abs(rate.quantile(0.95) - 2) < 1e-14)
    }

    @Test func threeQuantilesGiveASplitNormal() throws {
        let split = try Distribution(quantiles: [(0.1, 1), (0.5, 2), (0.9, 5)], positive: false)
        for (p, x) in [(0.1, 1.0), (0.5, 2), (0.9, 5)] { #expect(abs(split.quantile(p) - x) < 1e-14) }
        let positive = try Distribution(quantiles: [(0.1, 1), (0.5, 2), (0.9, 5)], positive: true)
        #expect(positive.bounds == 0...Double.infinity && positive.quantile(1e-9) >= 0)
        let symmetric = try Distribution(quantiles: [(0.1, 1), (0.5, 2), (0.9, 4)], positive: true)
        guard case .lognormal(2, _) = symmetric.shape else { return #expect(Bool(false), "\(symmetric.shape)") }
    }

    @Test func equalQuantilesGiveAConstant() throws {
        #expect(try Distribution(quantiles: [(0.1, 3), (0.9, 3)], positive: true) == .constant(3))
    }

    @Test func impossibleQuantilesAreNamed() {
        func failure(_ quantiles: [(p: Double, x: Double)], positive: Bool = false) -> DistributionError? {
            do throws(DistributionError) {
                _ = try Distribution(quantiles: quantiles, positive: positive)
                return nil
            } catch { return error }
        }
        #expect(failure([(0, 1), (0.9, 2)]) == .badProbability(0))
        #expect(failure([(0.1, 2), (0.9, 1)]) == .quantilesNotIncreasing(probabilities: [0.1, 0.9], values: [2, 1]))
        #expect(failure([(0.5, 2), (0.5, 3)]) == .quantilesNotIncreasing(probabilities: [0.5, 0.5], values: [2, 3]))
        #expect(failure([(0.5, 2)]) == .unsupportedQuantiles(probabilities: [0.5]))
        #expect(failure([(0.1, 1), (0.4, 2), (0.9, 3)]) == .unsupportedQuantiles(probabilities: [0.1, 0.4, 0.9]))
        #expect(failure([(0.1, 0), (0.9, 3)], positive: true) == .notPositive(parameter: "quantile at 0.1", value: 0))
        #expect(failure([(0.1, 1), (0.9, .infinity)]) == .notFinite(parameter: "quantile at 0.9", value: .infinity))
    }
}
