import RealModule
import Sampling
import Scoring
import Testing

/// The integral of (F(z) − 1{z >= x})² by the midpoint rule on both sides of x: the definition of the score.
func integratedCRPS(_ forecast: some ForecastDistribution, _ x: Double, within range: ClosedRange<Double>) -> Double {
    let steps = 200_000
    func integral(_ low: Double, _ high: Double, _ integrand: (Double) -> Double) -> Double {
        let width = (high - low) / Double(steps)
        return (0..<steps).reduce(0) { $0 + integrand(low + (Double($1) + 0.5) * width) * width }
    }
    return integral(range.lowerBound, x) { forecast.cumulative($0) * forecast.cumulative($0) }
        + integral(x, range.upperBound) { (1 - forecast.cumulative($0)) * (1 - forecast.cumulative($0)) }
}

@Suite struct NormalForecastTests {
    /// Gneiting & Raftery's closed form, evaluated by hand in the published oracle for N(0, 1).
    @Test(arguments: [(0, 0.23369497725510913), (1, 0.6024413576), (2, 1.4527918217)])
    func scoreOfStandardNormal(x: Double, score: Double) {
        #expect(abs(NormalForecast(mean: 0, deviation: 1).crps(x) - score) < 1e-10)
    }

    @Test func scoreScalesWithTheUnit() {
        let score = NormalForecast(mean: 3, deviation: 2).crps(7)
        #expect(abs(score - 2 * 1.4527918217) < 1e-9)
    }

    @Test func certainForecastScoresItsError() {
        let forecast = NormalForecast(mean: 2, deviation: 0)
        #expect(forecast.crps(5) == 3)
        #expect(forecast.logDensity(5) == -.infinity)
        #expect(forecast.interval(0.8) == 2...2)
    }

    @Test func logScoreIsMinusLogDensity() {
        let forecast = NormalForecast(mean: 1, deviation: 2)
        // −ln(φ(0.5)/2) = ½ ln 2π + 0.125 + ln 2.
        #expect(abs(forecast.logScore(2) - (0.9189385332046727 + 0.125 + 0.6931471805599453)) < 1e-14)
    }
}

@Suite struct StudentTForecastTests {
    /// P(T <= 1) for 1 to 3 and 10 degrees of freedom: the closed forms 1/2 + atan(t)/π and
    /// 1/2 + t/(2√(2 + t²)), and published tables.
    @Test(arguments: [
        (1, 0.75), (2, 0.7886751345948129), (3, 0.8044988905221148), (10, 0.8295534338489701),
    ])
    func cumulativeAtOne(degrees: Double, probability: Double) {
        #expect(abs(studentTCumulative(1, degreesOfFreedom: degrees) - probability) < 1e-14)
        #expect(abs(studentTCumulative(-1, degreesOfFreedom: degrees) - (1 - probability)) < 1e-14)
    }

    /// The 97.5% points from mpmath in 40 digits.
    @Test(arguments: [(2, 4.302652729749464), (5, 2.5705818356363155), (30, 2.042272456301238)])
    func quantileOfTables(degrees: Double, t: Double) {
        #expect(abs(studentTQuantile(0.975, degreesOfFreedom: degrees) - t) < 1e-12 * t)
        #expect(abs(studentTQuantile(0.025, degreesOfFreedom: degrees) + t) < 1e-12 * t)
    }

    @Test(arguments: [1.5, 3, 8, 40, 99, 101, 5000, 9e4, 1.1e5, 1e9])
    func quantileInvertsCumulative(degrees: Double) {
        for u in [1e-9, 0.001, 0.2, 0.4999, 0.5, 0.7, 0.995] {
            let t = studentTQuantile(u, degreesOfFreedom: degrees)
            #expect(abs(studentTCumulative(t, degreesOfFreedom: degrees) / u - 1) < 1e-10)
        }
    }

    @Test(arguments: [1.5, 2, 4.5, 30])
    func densityIsTheSlopeOfTheCumulative(degrees: Double) {
        let forecast = StudentTForecast(location: 1, scale: 0.5, degreesOfFreedom: degrees)
        for x in [-1.0, 0.9, 1.3, 4] {
            let slope = (forecast.cumulative(x + 1e-5) - forecast.cumulative(x - 1e-5)) / 2e-5
            #expect(abs(forecast.logScore(x) + Double.log(slope)) < 1e-6)
        }
    }

    @Test(arguments: [3, 5, 30])
    func closedFormIsTheIntegral(degrees: Double) {
        let forecast = StudentTForecast(location: 0.3, scale: 0.7, degreesOfFreedom: degrees)
        for x in [-1.5, 0.3, 2] {
            let integral = integratedCRPS(forecast, x, within: -700...700)
            #expect(abs(forecast.crps(x) - integral) < 1e-4)
        }
    }

    @Test func tendsToTheNormalAsDegreesGrow() {
        let normal = NormalForecast(mean: 0, deviation: 1)
        for x in [0, 0.5, 3] {
            let far = StudentTForecast(location: 0, scale: 1, degreesOfFreedom: 1e7)
            #expect(abs(far.crps(x) - normal.crps(x)) < 1e-6)
            #expect(abs(far.logDensity(x) - normal.logDensity(x)) < 1e-5)
            #expect(abs(far.quantile(0.9) - normal.quantile(0.9)) < 1e-6)
        }
    }
}

@Suite struct EnsembleForecastTests {
    private static let published: [(members: [Double], x: Double, score: Double)] = [
        ([0, 1], 0, 0.25), ([0, 1], 2, 1.25), ([-1, 1], 0, 0.5), ([0, 0, 1], 0, 1.0 / 9),
        ([0, 0, 1], 1, 4.0 / 9), ([-1, 0, 0, 1], 0, 1.0 / 8),
    ]

    /// Published worked values of the plain estimator.
    @Test(arguments: published)
    func plainScore(members: [Double], x: Double, score: Double) {
        #expect(abs(EnsembleForecast(members: members).plainCRPS(x) - score) < 1e-15)
    }

    @Test func scoresAreTheirDoubleSums() {
        let members = [0.3, -1.2, 4, 0.3, 2.5, -0.1, 7]
        let forecast = EnsembleForecast(members: members)
        let distance = members.map { abs($0 - 1) }.reduce(0, +) / 7
        let pairs = members.flatMap { a in members.map { abs(a - $0) } }.reduce(0, +)
        #expect(abs(forecast.plainCRPS(1) - (distance - pairs / 98)) < 1e-14)
        #expect(abs(forecast.fairCRPS(1) - (distance - pairs / 84)) < 1e-14)
    }

    @Test func plainScoreIsTheIntegralOfItsStepFunction() {
        let forecast = EnsembleForecast(members: [0.5, 1, 1, 3])
        #expect(abs(forecast.crps(2) - integratedCRPS(forecast, 2, within: 0...4)) < 1e-4)
    }

    @Test func memberFarFromZeroKeepsItsDigits() {
        let near = EnsembleForecast(members: [0, 1, 1.5, 4])
        let far = EnsembleForecast(members: [0, 1, 1.5, 4].map { $0 + 1e9 })
        #expect(near.fairCRPS(2) == far.fairCRPS(2 + 1e9))
    }

    /// Midpoints of 4000 equal slices of the normal distribution stand for it.
    @Test func largeEnsembleScoresLikeItsDistribution() {
        let members = (0..<4000).map { normalQuantile((Double($0) + 0.5) / 4000) }
        let forecast = EnsembleForecast(members: members)
        let normal = NormalForecast(mean: 0, deviation: 1)
        // A normal smoothed by a normal kernel is normal: its variance is the sum of both.
        let bandwidth = 0.9 * Double.pow(4000, -0.2)
        let smoothed = NormalForecast(mean: 0, deviation: (1 + bandwidth * bandwidth).squareRoot())
        for x in [-2, 0, 1.0] {
            #expect(abs(forecast.crps(x) - normal.crps(x)) < 1e-4)
            #expect(abs(forecast.logDensity(x) - smoothed.logDensity(x)) < 1e-3)
        }
        #expect(abs(forecast.quantile(0.9) - normal.quantile(0.9)) < 1e-3)
    }

    /// Of nine exchangeable members, an outcome falls below the third with probability 3/10.
    @Test func quantilesHoldWhatExchangeableMembersDo() {
        let forecast = EnsembleForecast(members: [5, 1, 9, 3, 7, 2, 8, 4, 6])
        #expect(abs(forecast.quantile(0.3) - 3) < 1e-12)
        #expect(forecast.median == 5)
        #expect(forecast.quantile(0.01) == 1)
        #expect(forecast.cumulative(3) == 3.0 / 9)
    }
}
