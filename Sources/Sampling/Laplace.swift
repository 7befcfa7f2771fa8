import CKernels
import RealModule

/// Quantile of the Laplace distribution with mean 0 and variance 1 (scale 1/sqrt 2).
///
/// 0 gives -infinity, 1 +infinity, anything outside 0...1 NaN.
public func laplaceQuantile(_ u: Double) -> Double {
    var result = 0.0
    withUnsafePointer(to: u) { ckernels_laplace_quantile($0, &result, 1) }
    return result
}

/// Replaces each uniform of the buffer by its unit-variance Laplace quantile:
/// bit for bit those of ``laplaceQuantile(_:)``.
public func laplaceQuantile(inPlace buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    ckernels_laplace_quantile(base, base, buffer.count)
}

/// Replaces each standard normal score of the buffer by the unit-variance Laplace quantile of its probability.
///
/// Without the way over the probability, which is rounded to 1 from 8.3 on. Error below 1e-15 of max(1, |value|);
/// ±infinity for ±infinity.
public func laplaceQuantile(ofScores buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    ckernels_laplace_of_scores(base, base, buffer.count)
}

/// P(X <= x) of the Laplace distribution with mean 0 and variance 1.
public func laplaceCumulative(_ x: Double) -> Double {
    let tail = 0.5 * Double.exp(-2.0.squareRoot() * x.magnitude)
    return x < 0 ? tail : 1 - tail
}
