import CKernels
import RealModule

/// Quantile of the standard normal distribution: x with P(X <= x) = u.
///
/// 0 gives -infinity, 1 +infinity, anything outside 0...1 NaN. Relative error
/// about 1e-16. Source: algorithm AS 241, PPND16 (Wichura 1988, Applied
/// Statistics 37, 477-484).
public func normalQuantile(_ u: Double) -> Double {
    var result = 0.0
    withUnsafePointer(to: u) { ckernels_normal_quantile($0, &result, 1) }
    return result
}

/// Replaces each uniform of the buffer by its standard normal quantile: bit for
/// bit those of ``normalQuantile(_:)``.
public func normalQuantile(inPlace buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    ckernels_normal_quantile(base, base, buffer.count)
}

/// P(X <= x) of the standard normal distribution, accurate in both tails.
public func normalCumulative(_ x: Double) -> Double {
    0.5 * Double.erfc(-x * 0.5.squareRoot())
}

/// Replaces each value of the buffer by P(X <= x) of the standard normal distribution: relative error below 1.2e-14 for
/// x > −8, absolute error below 1e-16 everywhere.
public func normalCumulative(inPlace buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    ckernels_normal_cumulative(base, base, buffer.count)
}
