import RealModule
import Sampling
import Scenarios

/// A published figure of one unit, built into the unit's luck of its year.
///
/// Given the economy and the common factor, the log size is center + scale · e. With a figure m of error r, x = (m −
/// center)/scale and ρ = r/scale, the luck has the density f(e) φ((e − x)/ρ)/ρ over its integral Z/…, which for the normal
/// shape is normal and for the Laplace shape, f(e) = exp(−√2 |e|)/√2, is made of two truncated normals:
///   e > 0: N(x − √2 ρ², ρ²) with mass exp(ρ² − √2 x) Φ((x − √2 ρ²)/ρ)/√2, e < 0 by symmetry.
/// Members draw their luck from it and weigh Z/scale, the density of the figure given all else: the optimal proposal of a
/// particle filter (Doucet, Godsill & Andrieu 2000), exact however surprising the figure is.
public struct UnitGuide: Sendable {
    let portfolio: String
    let unit: String
    let year: Int
    /// ln of a level, or ln(1 + g) of a growth.
    let value: Double
    let isGrowth: Bool
    /// sd of its error, in logs.
    let error: Double

    /// - Parameters:
    ///   - value: ln of the published level, or ln(1 + g) of the published growth.
    ///   - error: sd in logs, above 0.
    public init(portfolio: String, unit: String, year: Int, value: Double, isGrowth: Bool, error: Double) {
        precondition(error > 0)
        self.portfolio = portfolio
        self.unit = unit
        self.year = year
        self.value = value
        self.isGrowth = isGrowth
        self.error = error
    }
}

/// Luck of unit variance, weighed by a normal figure of it.
struct TiltedLuck {
    /// The luck that belongs to a uniform.
    let luck: Double
    /// ln of the density of the figure, in units of the luck.
    let logWeight: Double

    /// - Parameters:
    ///   - distance: x, the figure's distance from the center in units of the luck.
    ///   - error: ρ, its sd in these units, above 0.
    init(distance: Double, error rho: Double, uniform: Double, shape: Volatility.Shape) {
        switch shape {
        case .normal:
            let variance = 1 + rho * rho
            luck = distance / variance + rho / variance.squareRoot() * normalQuantile(uniform)
            logWeight = -(distance * distance / variance + Double.log(2 * .pi * variance)) / 2
        case .laplace where rho > 20:
            // The figure says next to nothing of the luck.
            let variance = 1 + rho * rho
            luck = laplaceQuantile(uniform)
            logWeight = -(distance * distance / variance + Double.log(2 * .pi * variance)) / 2
        case .laplace:
            // For figures below the center all is mirrored.
            let (x, u) = distance < 0 ? (-distance, 1 - uniform) : (distance, uniform)
            let root = 2.0.squareRoot()
            let (centerAbove, centerBelow) = (x - root * rho * rho, x + root * rho * rho)
            // ln of the masses on either side of zero, without the factor exp(−√2 x)/√2.
            let above = rho * rho + logNormalCumulative(centerAbove / rho)
            let below = rho * rho + 2 * root * x + logNormalCumulative(-centerBelow / rho)
            let total = max(above, below) + Double.log(onePlus: Double.exp(-abs(above - below)))
            let shareBelow = Double.exp(below - total)
            let value: Double
            if u < shareBelow {
                let part = u / shareBelow * normalCumulative(-centerBelow / rho)
                value = min(centerBelow + rho * normalQuantile(max(part, 1e-300)), 0)
            } else {
                let part = (1 - u) / (1 - shareBelow) * normalCumulative(centerAbove / rho)
                value = max(centerAbove - rho * normalQuantile(min(max(part, 1e-300), 1 - 0x1p-53)), 0)
            }
            luck = distance < 0 ? -value : value
            logWeight = total - root * x - Double.log(2) / 2
        }
    }
}

/// ln Φ(x), from its asymptotic series where Φ itself has few digits left.
private func logNormalCumulative(_ x: Double) -> Double {
    guard x < -12 else { return Double.log(normalCumulative(x)) }
    let square = x * x
    return -square / 2 - Double.log(-x) - Double.log(2 * .pi) / 2
        + Double.log(onePlus: -1 / square + 3 / (square * square) - 15 / (square * square * square))
}
