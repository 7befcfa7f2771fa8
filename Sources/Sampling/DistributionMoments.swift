import RealModule

extension Distribution {
    /// The value that half of the probability lies below.
    public var median: Double { quantile(0.5) }

    /// Expected value; closed form without bounds, quadrature to about 1e-9 of the deviation with them.
    public var mean: Double {
        if bounds == nil || isConstant { return shape.mean }
        return integral { $0 }
    }

    /// Variance; closed form without bounds, quadrature with them.
    public var variance: Double { moments.variance }

    /// Both at once: the variance needs the mean anyway.
    public var moments: (mean: Double, variance: Double) {
        if bounds == nil || isConstant { return (shape.mean, shape.variance) }
        let center = mean
        return (center, integral { ($0 - center) * ($0 - center) })
    }

    /// Expected value of a function: its integral over u of the quantile function.
    ///
    /// Tanh-sinh quadrature (Takahasi & Mori 1974) bears the infinite ends of
    /// an unbounded side; the range is cut where the quantile function has a kink.
    private func integral(_ value: (Double) -> Double) -> Double {
        var cuts = [0.0, 1.0]
        if let kink = shape.kink {
            let u = cumulative(kink)
            if u > 0, u < 1 { cuts.insert(u, at: 1) }
        }
        var sum = 0.0
        for (start, end) in zip(cuts, cuts.dropFirst()) {
            let half = (end - start) / 2
            for node in nodes {
                let u = node.isLower ? start + half * node.fraction : end - half * node.fraction
                guard u > 0, u < 1 else { continue }
                sum += half * node.slope / 32 * value(quantile(u))
            }
        }
        return sum
    }
}

/// Nodes of the tanh-sinh quadrature.
private let nodes = (-96...96).map { node in
    let t = Double(node) / 32
    let hyperbolic = Double.pi / 2 * Double.sinh(t)
    return (
        isLower: node < 0,
        // Distance from the nearer end over half the range, so that nodes close to it keep their digits.
        fraction: 1 / (Double.exp(hyperbolic.magnitude) * Double.cosh(hyperbolic)),
        slope: Double.pi / 2 * Double.cosh(t) / (Double.cosh(hyperbolic) * Double.cosh(hyperbolic))
    )
}

extension Distribution.Shape {
    fileprivate var mean: Double {
        switch self {
        case .constant(let value): value
        case .normal(let mean, _), .laplace(let mean, _): mean
        case .splitNormal(let median, let lower, let upper): median + (upper - lower) / (2 * Double.pi).squareRoot()
        case .lognormal(let median, let logDeviation): median * Double.exp(logDeviation * logDeviation / 2)
        case .triangular(let low, let mode, let high): (low + mode + high) / 3
        case .uniform(let low, let high): low + (high - low) / 2
        case .pert(let low, let mode, let high): (low + 4 * mode + high) / 6
        }
    }

    fileprivate var variance: Double {
        switch self {
        case .constant: return 0
        case .normal(_, let deviation), .laplace(_, let deviation): return deviation * deviation
        case .splitNormal(_, let lower, let upper):
            let shift = (upper - lower) / (2 * Double.pi).squareRoot()
            return (lower * lower + upper * upper) / 2 - shift * shift
        case .lognormal(_, let logDeviation):
            let square = logDeviation * logDeviation
            return mean * mean * Double.expMinusOne(square)
        case .triangular(let low, let mode, let high):
            let (left, right) = (mode - low, high - mode)
            return (left * left + left * right + right * right) / 18
        case .uniform(let low, let high): return (high - low) * (high - low) / 12
        case .pert(let low, _, let high): return (mean - low) * (high - mean) / 7
        }
    }

    /// Where the quantile function is not smooth.
    fileprivate var kink: Double? {
        switch self {
        case .splitNormal(let median, _, _): median
        case .laplace(let mean, _): mean
        case .triangular(_, let mode, _): mode
        case .constant, .normal, .lognormal, .uniform, .pert: nil
        }
    }
}
