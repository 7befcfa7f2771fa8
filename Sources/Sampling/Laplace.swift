import RealModule

/// Quantile of the Laplace distribution with mean 0 and variance 1 (scale 1/sqrt 2).
///
/// 0 gives -infinity, 1 +infinity, anything outside 0...1 NaN.
@inline(__always)
public func laplaceQuantile(_ u: Double) -> Double {
    let magnitude = -0.5.squareRoot() * Double.log(2 * min(u, 1 - u))
    return u < 0.5 ? -magnitude : magnitude
}

/// Replaces each uniform of the buffer by its unit-variance Laplace quantile:
/// bit for bit those of ``laplaceQuantile(_:)``.
public func laplaceQuantile(inPlace buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices { buffer[index] = laplaceQuantile(buffer[index]) }
}

/// P(X <= x) of the Laplace distribution with mean 0 and variance 1.
public func laplaceCumulative(_ x: Double) -> Double {
    let tail = 0.5 * Double.exp(-2.0.squareRoot() * x.magnitude)
    return x < 0 ? tail : 1 - tail
}
