import RealModule
import Scenarios

/// What observed figures and a wider experience together say about the yearly
/// growth of a group relative to its reference, in log points.
///
/// The increments d_k over Δ_k years follow a random walk with drift, so the
/// observed mean is μ̂ = Σ d / Σ Δ with yearly variance
/// s² = Σ (d_k − μ̂ Δ_k)² / Δ_k / (K − 1) and standard error s / √Σ Δ. It is
/// shrunk toward N(m, t²), the wider experience, by precision:
/// mean = (μ̂ / se² + m / t²) / (1 / se² + 1 / t²), variance = 1 / (1 / se² + 1 / t²).
public struct RelativeGrowthPrior: Sendable, Equatable {
    public let observedMean: Double
    public let observedYearlyDeviation: Double
    public let observedStandardError: Double
    public let mean: Double
    public let deviation: Double

    /// - Precondition: at least two increments with positive spans (the scenario reader sees to it).
    public init(increments: [RelativeGrowth.Increment], towardMean: Double, towardDeviation: Double) {
        let spans = increments.map { Double($0.to - $0.from) }
        let years = spans.reduce(0, +)
        let drift = increments.reduce(0) { $0 + $1.logChange } / years
        var squares = 0.0
        for (increment, span) in zip(increments, spans) {
            let residual = increment.logChange - drift * span
            squares += residual * residual / span
        }
        let variance = increments.count > 1 ? squares / Double(increments.count - 1) : 0
        observedMean = drift
        observedYearlyDeviation = variance.squareRoot()
        observedStandardError = (variance / years).squareRoot()
        switch (observedStandardError > 0, towardDeviation > 0) {
        case (true, true):
            let own = 1 / (observedStandardError * observedStandardError)
            let wider = 1 / (towardDeviation * towardDeviation)
            mean = (drift * own + towardMean * wider) / (own + wider)
            deviation = (1 / (own + wider)).squareRoot()
        case (true, false):
            mean = towardMean
            deviation = 0
        case (false, _):
            mean = drift
            deviation = 0
        }
    }
}
