import RealModule
import Sampling

/// Student's t with a location and a scale: a normal forecast whose variance is itself estimated.
public struct StudentTForecast: ForecastDistribution, Equatable {
    public let location: Double
    /// Above zero; the standard deviation is scale √(ν/(ν − 2)) where ν > 2.
    public let scale: Double
    /// ν, above 1: at 1 and below the continuous ranked probability score is infinite.
    public let degreesOfFreedom: Double

    /// - Parameters:
    ///   - scale: finite and above zero.
    ///   - degreesOfFreedom: finite and above 1.
    public init(location: Double, scale: Double, degreesOfFreedom: Double) {
        precondition(
            location.isFinite && scale.isFinite && scale > 0 && degreesOfFreedom.isFinite && degreesOfFreedom > 1,
            "t(\(location), \(scale), \(degreesOfFreedom))")
        self.location = location
        self.scale = scale
        self.degreesOfFreedom = degreesOfFreedom
    }

    public var median: Double { location }

    /// Location + scale × the quantile of Student's t.
    public func quantile(_ p: Double) -> Double {
        location + scale * studentTQuantile(p, degreesOfFreedom: degreesOfFreedom)
    }

    /// F_ν((x − location) / scale).
    public func cumulative(_ x: Double) -> Double {
        studentTCumulative((x - location) / scale, degreesOfFreedom: degreesOfFreedom)
    }

    /// ln of the density at `x`.
    public func logDensity(_ x: Double) -> Double {
        studentTLogDensity((x - location) / scale, degreesOfFreedom: degreesOfFreedom) - Double.log(scale)
    }

    /// σ (z (2F(z) − 1) + 2 f(z) (ν + z²)/(ν − 1) − 2√ν/(ν − 1) · B(1/2, ν − 1/2)/B(1/2, ν/2)²):
    /// Jordan, Krüger & Lerch 2019, "Evaluating probabilistic forecasts with scoringRules", appendix A.
    public func crps(_ x: Double) -> Double {
        let nu = degreesOfFreedom
        let z = (x - location) / scale
        let density = Double.exp(studentTLogDensity(z, degreesOfFreedom: nu))
        let betaRatio =
            Double.exp(2 * logGammaHalfStep(nu / 2) - logGammaHalfStep(nu - 0.5)) / Double.pi.squareRoot()
        let standard =
            z * (2 * studentTCumulative(z, degreesOfFreedom: nu) - 1) + 2 * density * (nu + z * z) / (nu - 1)
            - 2 * nu.squareRoot() / (nu - 1) * betaRatio
        return scale * standard
    }
}
