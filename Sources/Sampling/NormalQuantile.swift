import RealModule

/// Quantile of the standard normal distribution: x with P(X <= x) = u.
///
/// 0 gives -infinity, 1 +infinity, anything outside 0...1 NaN. Relative error
/// about 1e-16. Source: algorithm AS 241, PPND16 (Wichura 1988, Applied
/// Statistics 37, 477-484).
public func normalQuantile(_ u: Double) -> Double {
    if (u - 0.5).magnitude <= centralLimit { return centralQuantile(u) }
    return tailQuantile(u)
}

/// Replaces each uniform of the buffer by its standard normal quantile: bit for
/// bit those of ``normalQuantile(_:)``.
///
/// The central 85% of the values go through a loop without branches, the tails
/// are gathered first and written after.
public func normalQuantile(inPlace buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    var start = 0
    while start < buffer.count {
        let count = min(chunkLength, buffer.count - start)
        transformChunk(base + start, count: count)
        start += count
    }
}

/// P(X <= x) of the standard normal distribution, accurate in both tails.
public func normalCumulative(_ x: Double) -> Double {
    0.5 * Double.erfc(-x * 0.5.squareRoot())
}

/// Half width of the central region of AS 241: |u - 1/2| <= 0.425.
private let centralLimit = 0.425
/// Values handled together; the list of tails stays on the stack.
private let chunkLength = 256

private func transformChunk(_ values: UnsafeMutablePointer<Double>, count: Int) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: chunkLength) { tailValues in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: chunkLength) { tailIndices in
            var tails = 0
            for index in 0..<count {
                let u = values[index]
                // Written always, kept only if the count advances: no branch to mispredict.
                tailValues[tails] = u
                tailIndices[tails] = Int32(truncatingIfNeeded: index)
                tails &+= (u - 0.5).magnitude <= centralLimit ? 0 : 1
            }
            for index in 0..<count { values[index] = centralQuantile(values[index]) }
            for tail in 0..<tails { values[Int(tailIndices[tail])] = tailQuantile(tailValues[tail]) }
        }
    }
}

@inline(__always)
private func centralQuantile(_ u: Double) -> Double {
    let q = u - 0.5
    let r = 0.180625 - q * q
    var p = 2.5090809287301226727e+3 * r + 3.3430575583588128105e+4
    p = p * r + 6.7265770927008700853e+4
    p = p * r + 4.5921953931549871457e+4
    p = p * r + 1.3731693765509461125e+4
    p = p * r + 1.9715909503065514427e+3
    p = p * r + 1.3314166789178437745e+2
    p = p * r + 3.3871328727963666080e+0
    var d = 5.2264952788528545610e+3 * r + 2.8729085735721942674e+4
    d = d * r + 3.9307895800092710610e+4
    d = d * r + 2.1213794301586595867e+4
    d = d * r + 5.3941960214247511077e+3
    d = d * r + 6.8718700749205790830e+2
    d = d * r + 4.2313330701600911252e+1
    d = d * r + 1
    return q * p / d
}

private func tailQuantile(_ u: Double) -> Double {
    let tail = min(u, 1 - u)
    guard tail > 0 else { return tail == 0 ? (u < 0.5 ? -.infinity : .infinity) : .nan }
    var r = (-Double.log(tail)).squareRoot()
    let magnitude: Double
    if r <= 5 {
        r -= 1.6
        magnitude = nearTail(r)
    } else {
        r -= 5
        magnitude = farTail(r)
    }
    return u < 0.5 ? -magnitude : magnitude
}

@inline(__always)
private func nearTail(_ r: Double) -> Double {
    var p = 7.74545014278341407640e-4 * r + 2.27238449892691845833e-2
    p = p * r + 2.41780725177450611770e-1
    p = p * r + 1.27045825245236838258e+0
    p = p * r + 3.64784832476320460504e+0
    p = p * r + 5.76949722146069140550e+0
    p = p * r + 4.63033784615654529590e+0
    p = p * r + 1.42343711074968357734e+0
    var d = 1.05075007164441684324e-9 * r + 5.47593808499534494600e-4
    d = d * r + 1.51986665636164571966e-2
    d = d * r + 1.48103976427480074590e-1
    d = d * r + 6.89767334985100004550e-1
    d = d * r + 1.67638483018380384940e+0
    d = d * r + 2.05319162663775882187e+0
    d = d * r + 1
    return p / d
}

private func farTail(_ r: Double) -> Double {
    var p = 2.01033439929228813265e-7 * r + 2.71155556874348757815e-5
    p = p * r + 1.24266094738807843860e-3
    p = p * r + 2.65321895265761230930e-2
    p = p * r + 2.96560571828504891230e-1
    p = p * r + 1.78482653991729133580e+0
    p = p * r + 5.46378491116411436990e+0
    p = p * r + 6.65790464350110377720e+0
    var d = 2.04426310338993978564e-15 * r + 1.42151175831644588870e-7
    d = d * r + 1.84631831751005468180e-5
    d = d * r + 7.86869131145613259100e-4
    d = d * r + 1.48753612908506148525e-2
    d = d * r + 1.36929880922735805310e-1
    d = d * r + 5.99832206555887937690e-1
    d = d * r + 1
    return p / d
}
