import Goals
import RealModule
import TestSupport
import Testing

/// Figures whose model is linear and Gaussian in logs: ln y_t = ln y_{t−1} + σ ε_t − σ²/2, observed with normal error.
/// What the ensemble learns must then be what the Kalman filter says.
@Suite("Learning from levels is the Kalman filter where that is exact")
struct KalmanEquivalenceTests {
    /// Two units of goods that nothing else moves: known within a range at the start, with normal shocks of which 30%
    /// of the variance is common.
    private func fixture(observations: [String], common: String = "30%") -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = ScenarioFixture.still
        fixture.units = ["alpha,goods:1,100,80,125", "beta,goods:1,50,40,62.5"]
        fixture.portfolio = """
            premium: 0%, volatility: {at: 100 亿元, sd: 12%, size_exponent: 0, shape: normal, common: \(common)}
            """
        fixture.observations = observations
        fixture.targets = ["alpha", "beta"].map { unit in
            let observed =
                observations.contains { $0.hasPrefix(unit) }
                ? ", observed: [{file: observations.csv, indicator: \(unit), learn: value}]" : ""
            return "{id: \(unit), indicator: {unit: \(unit), of: firms}, goal: more than 120 亿元, by: 2025\(observed)}"
        }
        fixture.more = """
            observation_errors:
              level: {A: 5%, B: 10%, C: 1000000000%, U: 15%}
              share: {A: 1%, B: 1%, C: 1%, U: 1%}
              growth: {A: 1%, B: 1%, C: 1%, U: 1%}
            """
        return fixture
    }

    /// Mean and sd of ln y of both units in 2025.
    private func logs(_ fixture: ScenarioFixture, members: Int = 40_000) throws -> [(mean: Double, deviation: Double)] {
        let result = try project(fixture.scenario(), options: RunOptions(members: members, threads: 2))
        return result.targets.map { target in
            let summary = target.headline.atDeadline
            let logs = [summary.p5, summary.p50, summary.p95].map { Double.log($0) }
            return (logs[1], (logs[2] - logs[0]) / (2 * 1.6448536269514722))
        }
    }

    /// Gaussian conditioning of (ln α_t, ln β_t), t = 0…3, on the given (unit, step, value, sd).
    private func exact(
        _ observed: [(unit: Int, step: Int, value: Double, error: Double)], common: Double = 0.3
    ) -> [(mean: Double, deviation: Double)] {
        let start = [Double.log(100), Double.log(50)]
        let startVariance = Double.pow(Double.log(125.0 / 80) / (2 * 1.6448536269514722), 2)
        let shock = 0.12 * 0.12
        func mean(_ unit: Int, _ step: Int) -> Double { start[unit] - Double(step) * shock / 2 }
        func covariance(_ a: (Int, Int), _ b: (Int, Int)) -> Double {
            Double(min(a.1, b.1)) * shock * (a.0 == b.0 ? 1 : common) + (a.0 == b.0 ? startVariance : 0)
        }
        // One figure after the other: conditioning on independent errors is the same in any order.
        var points = [(0, 3), (1, 3)] + observed.map { ($0.unit, $0.step) }
        var means = points.map { mean($0.0, $0.1) }
        var matrix = points.map { a in points.map { covariance(a, $0) } }
        for (index, figure) in observed.enumerated() {
            let at = index + 2
            let variance = matrix[at][at] + figure.error * figure.error
            let gain = matrix.map { $0[at] / variance }
            let innovation = Double.log(figure.value) - means[at]
            let row = matrix[at]
            for a in points.indices {
                means[a] += gain[a] * innovation
                for b in points.indices { matrix[a][b] -= gain[a] * row[b] }
            }
        }
        points.removeLast(observed.count)
        return points.indices.map { (means[$0], matrix[$0][$0].squareRoot()) }
    }

    private func expectEqual(
        _ found: [(mean: Double, deviation: Double)], _ expected: [(mean: Double, deviation: Double)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for (a, b) in zip(found, expected) {
            #expect(abs(a.mean - b.mean) < 0.02 * b.deviation + 1e-4, sourceLocation: sourceLocation)
            #expect(abs(a.deviation / b.deviation - 1) < 0.02, sourceLocation: sourceLocation)
        }
    }

    @Test("without figures both agree, which checks the reference")
    func prior() throws { expectEqual(try logs(fixture(observations: [])), exact([])) }

    @Test("several units, two years, a common shock: equal to conditioning the joint normal distribution")
    func multivariate() throws {
        let found = try logs(
            fixture(observations: [
                "alpha,2023,115,100m yuan,A", "alpha,2024,140,100m yuan,B", "beta,2023,44,100m yuan,A",
            ]))
        expectEqual(
            found, exact([(0, 1, 115, 0.05), (0, 2, 140, 0.1), (1, 1, 44, 0.05)]))
    }

    @Test("one unit's figure moves the other through the common shock alone")
    func throughTheCommonShock() throws {
        let figures = ["alpha,2024,150,100m yuan,A"]
        let related = try logs(fixture(observations: figures))[1]
        let unrelated = try logs(fixture(observations: figures, common: "0%"))[1]
        let expected = exact([(0, 2, 150, 0.05)])[1]
        expectEqual([related], [expected])
        #expect(related.mean > unrelated.mean + 0.02)
        expectEqual([unrelated], [exact([], common: 0)[1]])
    }

    @Test("a figure that is just what was expected leaves the mean and narrows the spread")
    func expectedFigure() throws {
        let value = Double.exp(Double.log(100) - 0.0144 / 2)
        let found = try logs(fixture(observations: ["alpha,2023,\(value),100m yuan,A"]))[0]
        let (prior, posterior) = (exact([])[0], exact([(0, 1, value, 0.05)])[0])
        #expect(abs(posterior.mean - prior.mean) < 1e-12)
        #expect(posterior.deviation < 0.9 * prior.deviation)
        expectEqual([found], [posterior])
    }

    @Test("a figure with an error beyond all bounds changes nothing")
    func infiniteError() throws {
        let prior = try logs(fixture(observations: []))
        let found = try logs(fixture(observations: ["alpha,2023,300,100m yuan,C"]))
        for (a, b) in zip(found, prior) {
            #expect(abs(a.mean - b.mean) < 1e-6)
            #expect(abs(a.deviation - b.deviation) < 1e-6)
        }
    }

    @Test(
        "local level on the flow of the Nile: the reference filter's likelihood is the published one, and the ensemble follows it"
    )
    func nile() throws {
        let (observationVariance, levelVariance) = (15098.53, 1469.178)
        var level: (mean: Double, variance: Double) = (Nile.flow[0], observationVariance)
        var likelihood = 0.0
        var filtered = [level]
        for value in Nile.flow.dropFirst() {
            level.variance += levelVariance
            let total = level.variance + observationVariance
            let innovation = value - level.mean
            likelihood -= (Double.log(2 * .pi * total) + innovation * innovation / total) / 2
            level.mean += level.variance / total * innovation
            level.variance *= 1 - level.variance / total
            filtered.append(level)
        }
        #expect(abs(likelihood - -632.5456) < 1e-3)

        // The same filter from the second year on, on a scale of logs: one unit whose ln is the flow over 1000.
        let years = 25
        var fixture = fixture(observations: [], common: "0%")
        (fixture.start, fixture.end) = (2001, 2001 + years)
        let (start, spread) = (Nile.flow[0] / 1000, observationVariance.squareRoot() / 1000 * 1.6448536269514722)
        fixture.units = [
            "nile,goods:1,\(Double.exp(start)),\(Double.exp(start - spread)),\(Double.exp(start + spread))"
        ]
        let sigma = levelVariance.squareRoot() / 1000
        fixture.portfolio = """
            premium: 0%, volatility: {at: 1 亿元, sd: \(sigma * 100)%, size_exponent: 0, shape: normal, common: 0%}
            """
        let drift = sigma * sigma / 2
        fixture.observations = (1...years).map { step in
            // The model's units drift down by σ²/2 a year, so that their mean stays; the flow does not.
            "nile,\(2001 + step),\(Double.exp(Nile.flow[step] / 1000 - Double(step) * drift)),100m yuan,A"
        }
        fixture.targets = [
            "{id: nile, indicator: {unit: nile, of: firms}, goal: more than 1 亿元, by: \(2001 + years), "
                + "observed: [{file: observations.csv, indicator: nile, learn: value}]}"
        ]
        fixture.more = fixture.more.replacing("A: 5%", with: "A: \(observationVariance.squareRoot() / 10)%")
        let found = try logs(fixture, members: 10_000)[0]
        let expected = filtered[years]
        let deviation = expected.variance.squareRoot()
        #expect(abs((found.mean + Double(years) * drift) * 1000 - expected.mean) < 0.05 * deviation)
        #expect(abs(found.deviation * 1000 / deviation - 1) < 0.05)
    }
}

/// Annual flow of the Nile at Aswan, 1871 to 1970 (Durbin & Koopman 2012).
private enum Nile {
    static let flow: [Double] = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ]
}
