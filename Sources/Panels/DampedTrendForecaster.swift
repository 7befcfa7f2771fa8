import RealModule
import Scoring

/// The damped trend of Gardner & McKenzie 1985 with its parameters pooled over the regions.
///
/// In innovations form with the level observed (Hyndman, Koehler, Ord & Snyder
/// 2008, section 2.5, α = 1): y_t = y_{t−1} + φ b_{t−1} + ε_t and
/// b_t = φ b_{t−1} + β ε_t, so that the forecast is y + (φ + … + φ^h) b and its
/// variance σ² (1 + Σ_{j<h} c_j²) with c_j = 1 + β (φ + … + φ^j).
///
/// φ and β are the pair on a grid of steps of 0.05 (β up to 1, φ up to 1) with
/// the least pooled sum of squared one-step errors up to the origin, σ² that
/// sum over its degrees of freedom. Each region's trend starts from the pooled
/// mean growth. Over a gap of k years the error is that of k steps, and its
/// effect on the trend the regression on it; across a break the trend damps and learns nothing.
public struct DampedTrendForecaster: PanelForecaster {
    public let name = "damped trend"

    /// Has no settings.
    public init() {}

    /// - Throws: `cannotFit` with fewer than five increments within one classification, all regions together.
    public func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        let known = panel.known(through: origin)
        let increments = known.regions.indices.map { known.increments(of: $0) }
        let growth = known.growthIncrements
        guard growth.count >= 5 else { throw .tooFewIncrements(name, through: origin, needed: 5, found: growth.count) }
        let start = growth.reduce(0) { $0 + $1.change } / Double(growth.reduce(0) { $0 + $1.span })
        let longest = increments.joined().map(\.span).max() ?? 1
        var best: (squares: Double, recursion: TrendRecursion)?
        for phi in 0...20 {
            for beta in 0...20 {
                let recursion = TrendRecursion(
                    damping: Double(phi) / 20, gain: Double(beta) / 20, longestSpan: longest)
                let squares = increments.reduce(0) { $0 + recursion.run($1, from: start).squares }
                if squares < best?.squares ?? .infinity { best = (squares, recursion) }
            }
        }
        guard let best else { throw .cannotFit(method: name, through: origin, reason: "the values overflow") }
        return DampedTrend(
            known: known, origin: origin, recursion: best.recursion,
            trends: increments.map { best.recursion.run($0, from: start).trend },
            variance: best.squares / Double(growth.count - 3))
    }
}

/// Damping and gain, with what follows from them for steps of one and more years.
private struct TrendRecursion {
    let damping: Double
    let gain: Double
    /// By span k − 1: variance of the error over k years in units of σ², and the regression of the trend on it.
    private let errorVariances: [Double]
    private let trendGains: [Double]

    init(damping: Double, gain: Double, longestSpan: Int) {
        self.damping = damping
        self.gain = gain
        var variances: [Double] = []
        var gains: [Double] = []
        var variance = 0.0
        var covariance = 0.0
        for step in 0..<longestSpan {
            let weight = 1 + gain * Self.sum(damping, terms: step)
            variance += weight * weight
            covariance += gain * Double.pow(damping, step) * weight
            variances.append(variance)
            gains.append(covariance / variance)
        }
        errorVariances = variances
        trendGains = gains
    }

    /// φ + φ² + … + φ^terms.
    static func sum(_ damping: Double, terms: Int) -> Double {
        (0..<terms).reduce(0) { total, _ in damping * (1 + total) }
    }

    /// The trend after a region's increments, and the sum of squared errors, each over its variance in years.
    func run(_ increments: [Increment], from start: Double) -> (trend: Double, squares: Double) {
        var trend = start
        var squares = 0.0
        for increment in increments {
            let error = increment.change - Self.sum(damping, terms: increment.span) * trend
            trend *= Double.pow(damping, increment.span)
            if increment.crossesBreak { continue }
            squares += error * error / errorVariances[increment.span - 1]
            trend += trendGains[increment.span - 1] * error
        }
        return (trend, squares)
    }
}

private struct DampedTrend: FittedPanelForecaster {
    let known: Panel
    let origin: Int
    let recursion: TrendRecursion
    /// Trend of each region in the year of its latest observation.
    let trends: [Double]
    /// σ² of one year.
    let variance: Double

    func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
        guard let latest = known.latest(of: region) else { return nil }
        let years = origin + horizon - latest.year
        let weights = (0..<years).map { 1 + recursion.gain * TrendRecursion.sum(recursion.damping, terms: $0) }
        let spread = weights.reduce(0) { $0 + $1 * $1 }
        return NormalForecast(
            mean: latest.value + TrendRecursion.sum(recursion.damping, terms: years) * trends[region],
            deviation: (variance * spread).squareRoot())
    }
}
