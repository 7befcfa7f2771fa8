import RealModule

/// The beta distribution on 0...1, for shape parameters of at least 1.
struct BetaDistribution {
    let alpha: Double
    let beta: Double
    /// ln B(alpha, beta).
    private let logNormalizer: Double

    init(alpha: Double, beta: Double) {
        self.alpha = alpha
        self.beta = beta
        logNormalizer = Double.logGamma(alpha) + Double.logGamma(beta) - Double.logGamma(alpha + beta)
    }

    /// The regularized incomplete beta function I_x(alpha, beta), by its
    /// continued fraction (Abramowitz & Stegun 26.5.8) on the side of the mean where it converges fast.
    func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = Double.exp(alpha * Double.log(x) + beta * Double.log(onePlus: -x) - logNormalizer)
        if x < (alpha + 1) / (alpha + beta + 2) {
            return front * continuedFraction(x, alpha, beta) / alpha
        }
        return 1 - front * continuedFraction(1 - x, beta, alpha) / beta
    }

    /// Newton's method on the cumulative distribution, kept inside a bracket that halves when a step leaves it.
    func quantile(_ u: Double) -> Double {
        if u <= 0 { return 0 }
        if u >= 1 { return 1 }
        var low = 0.0
        var high = 1.0
        var x = alpha / (alpha + beta)
        for _ in 0..<200 {
            let excess = cumulative(x) - u
            if excess == 0 { break }
            if excess > 0 { high = x } else { low = x }
            let slope = Double.exp(
                (alpha - 1) * Double.log(x) + (beta - 1) * Double.log(onePlus: -x) - logNormalizer)
            var next = x - excess / slope
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            let step = (next - x).magnitude
            x = next
            if step <= 1e-15 * x || high - low <= 1e-16 { break }
        }
        return x
    }

    /// Lentz's method as modified by Thompson & Barnett 1986.
    private func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / guarded(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...200 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / guarded(1 + even * d)
            c = guarded(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / guarded(1 + odd * d)
            c = guarded(1 + odd / c)
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }
}
