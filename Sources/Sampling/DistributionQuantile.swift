import CKernels
import RealModule

extension Distribution {
    /// The value x with P(X <= x) = u, for u strictly between 0 and 1.
    ///
    /// Monotone in u, so that one uniform per draw keeps members comparable
    /// when the distribution's parameters change.
    public func quantile(_ u: Double) -> Double {
        guard let bounds else { return shape.quantile(u) }
        return clamp(shape.quantile(truncated(u)), to: bounds)
    }

    /// P(X <= x).
    public func cumulative(_ x: Double) -> Double {
        guard let bounds, !isConstant else { return shape.cumulative(x) }
        if x < bounds.lowerBound { return 0 }
        if x >= bounds.upperBound { return 1 }
        return min(max((shape.cumulative(x) - probabilityBelow) / probabilityWithin, 0), 1)
    }

    /// Replaces each uniform of the buffer by its quantile: bit for bit those of
    /// ``quantile(_:)``, but normal shapes run through vector code.
    ///
    /// A PERT shape costs about a microsecond a value, all others nanoseconds.
    public func fill(quantilesOf buffer: UnsafeMutableBufferPointer<Double>) {
        guard let bounds else { return shape.fill(quantilesOf: buffer) }
        for index in buffer.indices { buffer[index] = truncated(buffer[index]) }
        shape.fill(quantilesOf: buffer)
        for index in buffer.indices { buffer[index] = clamp(buffer[index], to: bounds) }
    }

    /// Replaces standard normal scores z by the quantiles of Φ(z).
    ///
    /// Shapes that are made from the normal one, and Laplace's, do without the uniforms between.
    public func fill(quantilesOfScores buffer: UnsafeMutableBufferPointer<Double>) {
        if bounds == nil, shape.fill(quantilesOfScores: buffer) { return }
        takeOpenUniforms(buffer)
        fill(quantilesOf: buffer)
    }

    /// Rounding must not carry a uniform to 1, where an unbounded shape is infinite.
    @inline(__always)
    private func truncated(_ u: Double) -> Double {
        min(probabilityBelow + u * probabilityWithin, 1.0.nextDown)
    }
}

@inline(__always)
private func clamp(_ x: Double, to bounds: ClosedRange<Double>) -> Double {
    x < bounds.lowerBound ? bounds.lowerBound : x > bounds.upperBound ? bounds.upperBound : x
}

extension Distribution.Shape {
    func quantile(_ u: Double) -> Double {
        switch self {
        case .constant(let value): value
        case .normal(let mean, let deviation): mean + deviation * normalQuantile(u)
        case .splitNormal(let median, let lower, let upper): splitScale(normalQuantile(u), median, lower, upper)
        case .lognormal(let median, let logDeviation): median * exponential(logDeviation * normalQuantile(u))
        case .triangular(let low, let mode, let high): triangularQuantile(u, low, mode, high)
        case .uniform(let low, let high): low + u * (high - low)
        case .pert(let low, let mode, let high):
            low == high ? low : low + (high - low) * PERT(low: low, mode: mode, high: high).beta.quantile(u)
        case .laplace(let mean, let deviation): mean + deviation * laplaceQuantile(u)
        }
    }

    func cumulative(_ x: Double) -> Double {
        if let value = constantValue { return x < value ? 0 : 1 }
        switch self {
        case .constant: preconditionFailure("constants are handled above")
        case .normal(let mean, let deviation): return normalCumulative((x - mean) / deviation)
        case .splitNormal(let median, let lower, let upper):
            if x == median { return 0.5 }
            return normalCumulative((x - median) / (x < median ? lower : upper))
        case .lognormal(let median, let logDeviation):
            return x <= 0 ? 0 : normalCumulative(Double.log(x / median) / logDeviation)
        case .triangular(let low, let mode, let high):
            if x <= low { return 0 }
            if x >= high { return 1 }
            if x < mode { return (x - low) / (high - low) * ((x - low) / (mode - low)) }
            return 1 - (high - x) / (high - low) * ((high - x) / (high - mode))
        case .uniform(let low, let high): return min(max((x - low) / (high - low), 0), 1)
        case .pert(let low, let mode, let high):
            return PERT(low: low, mode: mode, high: high).beta.cumulative(min(max((x - low) / (high - low), 0), 1))
        case .laplace(let mean, let deviation): return laplaceCumulative((x - mean) / deviation)
        }
    }

    func fill(quantilesOf buffer: UnsafeMutableBufferPointer<Double>) {
        switch self {
        case .normal, .splitNormal, .lognormal:
            normalQuantile(inPlace: buffer)
            _ = fill(quantilesOfScores: buffer)
        case .laplace(let mean, let deviation):
            laplaceQuantile(inPlace: buffer)
            for index in buffer.indices { buffer[index] = mean + deviation * buffer[index] }
        case .pert(let low, let mode, let high) where low < high:
            let beta = PERT(low: low, mode: mode, high: high).beta
            for index in buffer.indices { buffer[index] = low + (high - low) * beta.quantile(buffer[index]) }
        case .triangular(let low, let mode, let high):
            for index in buffer.indices { buffer[index] = triangularQuantile(buffer[index], low, mode, high) }
        case .uniform(let low, let high):
            for index in buffer.indices { buffer[index] = low + buffer[index] * (high - low) }
        case .constant(let value), .pert(let value, _, _):
            buffer.update(repeating: value)
        }
    }

    /// The same of standard normal scores; false, and nothing done, for shapes that need uniforms.
    func fill(quantilesOfScores buffer: UnsafeMutableBufferPointer<Double>) -> Bool {
        switch self {
        case .normal(let mean, let deviation):
            for index in buffer.indices { buffer[index] = mean + deviation * buffer[index] }
        case .splitNormal(let median, let lower, let upper):
            for index in buffer.indices { buffer[index] = splitScale(buffer[index], median, lower, upper) }
        case .lognormal(let median, let logDeviation):
            for index in buffer.indices { buffer[index] *= logDeviation }
            takeExponentials(buffer)
            for index in buffer.indices { buffer[index] *= median }
        case .laplace(let mean, let deviation):
            laplaceQuantile(ofScores: buffer)
            for index in buffer.indices { buffer[index] = mean + deviation * buffer[index] }
        case .constant, .triangular, .uniform, .pert: return false
        }
        return true
    }
}

private func takeExponentials(_ buffer: UnsafeMutableBufferPointer<Double>) {
    guard let base = buffer.baseAddress else { return }
    ckernels_exp(base, base, buffer.count)
}

/// Bit for bit that of a buffer.
private func exponential(_ x: Double) -> Double {
    var result = 0.0
    withUnsafePointer(to: x) { ckernels_exp($0, &result, 1) }
    return result
}

@inline(__always)
private func splitScale(_ z: Double, _ median: Double, _ lower: Double, _ upper: Double) -> Double {
    median + (z < 0 ? lower : upper) * z
}

@inline(__always)
private func triangularQuantile(_ u: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double {
    let range = high - low
    return u * range < mode - low
        ? low + (u * range * (mode - low)).squareRoot()
        : high - ((1 - u) * range * (high - mode)).squareRoot()
}

/// The beta distribution behind a PERT shape with `low < high`.
struct PERT {
    let beta: BetaDistribution

    init(low: Double, mode: Double, high: Double) {
        let range = high - low
        beta = BetaDistribution(alpha: 1 + 4 * (mode - low) / range, beta: 1 + 4 * (high - mode) / range)
    }
}
