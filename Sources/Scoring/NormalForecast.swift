import RealModule
import Sampling

/// A normal forecast; a standard deviation of zero is a certain one.
public struct NormalForecast: ForecastDistribution, Equatable {
    public let mean: Double
    /// One standard deviation, not below zero.
    public let deviation: Double

    /// - Parameter deviation: one standard deviation, finite and not below zero.
    public init(mean: Double, deviation: Double) {
        precondition(mean.isFinite && deviation.isFinite && deviation >= 0, "normal(\(mean), \(deviation))")
        self.mean = mean
        self.deviation = deviation
    }

    public var median: Double { mean }

    /// μ + σ Φ⁻¹(p).
    public func quantile(_ p: Double) -> Double { deviation == 0 ? mean : mean + deviation * normalQuantile(p) }

    /// Φ((x − μ) / σ).
    public func cumulative(_ x: Double) -> Double {
        deviation == 0 ? (x < mean ? 0 : 1) : normalCumulative((x - mean) / deviation)
    }

    /// Of a certain forecast: infinity at its value, minus infinity elsewhere.
    public func logDensity(_ x: Double) -> Double {
        if deviation == 0 { return x == mean ? .infinity : -.infinity }
        return standardNormalLogDensity((x - mean) / deviation) - Double.log(deviation)
    }

    /// σ (z (2Φ(z) − 1) + 2φ(z) − 1/√π) with z = (x − μ)/σ: Gneiting & Raftery 2007, section 4.2.
    public func crps(_ x: Double) -> Double {
        if deviation == 0 { return (x - mean).magnitude }
        let z = (x - mean) / deviation
        let density = Double.exp(standardNormalLogDensity(z))
        return deviation * (z * (2 * normalCumulative(z) - 1) + 2 * density - 1 / Double.pi.squareRoot())
    }
}

/// ln φ(z).
func standardNormalLogDensity(_ z: Double) -> Double { -z * z / 2 - Double.log(2 * Double.pi) / 2 }
