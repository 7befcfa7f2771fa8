import RealModule

/// P(T <= t) of Student's t distribution, with location 0 and scale 1.
///
/// The regularized incomplete beta function, taken at the end that keeps its
/// digits: error about 1e-14, relative in the tails. Above 10⁵ degrees of
/// freedom the normal with the correction of Abramowitz & Stegun 26.7.8, whose
/// error is below 1e-10 there.
///
/// - Parameter degreesOfFreedom: above zero; infinity gives the normal distribution.
public func studentTCumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
    precondition(degreesOfFreedom > 0, "\(degreesOfFreedom) degrees of freedom")
    if t.isNaN { return .nan }
    let nu = degreesOfFreedom
    if nu > largeDegrees {
        return normalCumulative(t * (1 - 1 / (4 * nu)) / (1 + t * t / (2 * nu)).squareRoot())
    }
    let square = t * t
    if square < 1 {
        let half = BetaDistribution(alpha: 0.5, beta: nu / 2).cumulative(square / (nu + square)) / 2
        return t < 0 ? 0.5 - half : 0.5 + half
    }
    let tail = BetaDistribution(alpha: nu / 2, beta: 0.5).cumulative(nu / (nu + square)) / 2
    return t < 0 ? tail : 1 - tail
}

/// The t that ``studentTCumulative(_:degreesOfFreedom:)`` takes to u: 0 gives -infinity, 1 +infinity,
/// anything outside 0...1 NaN.
///
/// Newton's method inside a bracket that halves when a step leaves it; about
/// ten evaluations of the cumulative distribution.
public func studentTQuantile(_ u: Double, degreesOfFreedom: Double) -> Double {
    guard u > 0, u < 1 else { return u == 0 ? -.infinity : u == 1 ? .infinity : .nan }
    if u == 0.5 { return 0 }
    if u < 0.5 { return -upperQuantile(tail: u, degreesOfFreedom) }
    return upperQuantile(tail: 1 - u, degreesOfFreedom)
}

/// ln of the density of Student's t distribution at t.
public func studentTLogDensity(_ t: Double, degreesOfFreedom nu: Double) -> Double {
    let normalizer = logGammaHalfStep(nu / 2) - Double.log(nu * Double.pi) / 2
    // ln(1 + t²/ν) without the overflow of t².
    let spread = t.magnitude > 1e150 ? 2 * Double.log(t.magnitude) - Double.log(nu) : Double.log(onePlus: t * t / nu)
    return normalizer - (nu + 1) / 2 * spread
}

/// ln Γ(x + 1/2) − ln Γ(x), by its asymptotic series where the difference of two large numbers would lose digits.
public func logGammaHalfStep(_ x: Double) -> Double {
    if x < 50 { return Double.logGamma(x + 0.5) - Double.logGamma(x) }
    let inverse = 1 / x
    let square = inverse * inverse
    return Double.log(x) / 2 - inverse / 8 + inverse * square / 192 - inverse * square * square / 640
}

private let largeDegrees = 1e5

/// The t > 0 with P(T > t) = tail, for a tail below one half.
private func upperQuantile(tail: Double, _ nu: Double) -> Double {
    var low = 0.0
    var high = 1.0
    func excess(_ t: Double) -> Double { studentTCumulative(-t, degreesOfFreedom: nu) - tail }
    while excess(high) > 0, high < 1e300 { (low, high) = (high, high * 4) }
    var t = min(max(-normalQuantile(tail), low), high)
    for _ in 0..<200 {
        let difference = excess(t)
        if difference == 0 { break }
        if difference > 0 { low = t } else { high = t }
        var next = t + difference / Double.exp(studentTLogDensity(t, degreesOfFreedom: nu))
        if !(next > low && next < high) { next = low + (high - low) / 2 }
        let step = (next - t).magnitude
        t = next
        if step <= 4e-16 * t { break }
    }
    return t
}
