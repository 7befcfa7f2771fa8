/// A distribution of one uncertain number: a shape, cut off at optional bounds.
///
/// Bounds truncate properly: with F the shape's cumulative distribution and
/// bounds a...b, u becomes F(a) + u (F(b) - F(a)), so no mass piles up at the
/// bounds. One bound may be infinite.
public struct Distribution: Sendable, Equatable {
    public let shape: Shape
    public let bounds: ClosedRange<Double>?
    /// F(a) of the lower bound, 0 without.
    let probabilityBelow: Double
    /// F(b) - F(a), 1 without bounds.
    let probabilityWithin: Double

    /// The family with its parameters.
    public enum Shape: Sendable, Equatable {
        case constant(Double)
        case normal(mean: Double, deviation: Double)
        /// Two half normals that meet at the median; P5 = median - 1.6448536 lower, P95 = median + 1.6448536 upper.
        case splitNormal(median: Double, lower: Double, upper: Double)
        /// exp of a normal; `logDeviation` is the standard deviation of the logarithm.
        case lognormal(median: Double, logDeviation: Double)
        case triangular(low: Double, mode: Double, high: Double)
        case uniform(low: Double, high: Double)
        /// Beta distribution on low...high with mean (low + 4 mode + high) / 6 (Malcolm et al. 1959).
        case pert(low: Double, mode: Double, high: Double)
        /// Double exponential; `deviation` is the standard deviation, not the scale.
        case laplace(mean: Double, deviation: Double)
    }

    /// Checks the parameters: finite, deviations not negative, ends in order,
    /// at least one part in a million of the probability within the bounds.
    public init(_ shape: Shape, bounds: ClosedRange<Double>? = nil) throws(DistributionError) {
        try shape.check()
        self.shape = shape
        self.bounds = bounds
        guard let bounds else {
            probabilityBelow = 0
            probabilityWithin = 1
            return
        }
        if let value = shape.constantValue {
            guard bounds.contains(value) else {
                throw .nothingWithinBounds(lower: bounds.lowerBound, upper: bounds.upperBound, probability: 0)
            }
            probabilityBelow = 0
            probabilityWithin = 1
            return
        }
        let below = shape.cumulative(bounds.lowerBound)
        let within = shape.cumulative(bounds.upperBound) - below
        guard within >= 1e-6 else {
            throw .nothingWithinBounds(lower: bounds.lowerBound, upper: bounds.upperBound, probability: within)
        }
        probabilityBelow = below
        probabilityWithin = within
    }

    /// A number without uncertainty.
    public static func constant(_ value: Double) -> Distribution {
        precondition(value.isFinite, "a constant is finite")
        return Distribution(finiteConstant: value)
    }

    private init(finiteConstant value: Double) {
        shape = .constant(value)
        bounds = nil
        probabilityBelow = 0
        probabilityWithin = 1
    }

    /// Whether every draw is the same, so that nothing need be drawn.
    public var isConstant: Bool { shape.constantValue != nil }
}

extension Distribution.Shape {
    /// The only value of a shape without spread; nil for the others.
    var constantValue: Double? {
        switch self {
        case .constant(let value): value
        case .normal(let mean, let deviation), .laplace(let mean, let deviation): deviation == 0 ? mean : nil
        case .splitNormal(let median, let lower, let upper): lower == 0 && upper == 0 ? median : nil
        case .lognormal(let median, let logDeviation): logDeviation == 0 ? median : nil
        case .triangular(let low, _, let high), .uniform(let low, let high), .pert(let low, _, let high):
            low == high ? low : nil
        }
    }

    fileprivate func check() throws(DistributionError) {
        switch self {
        case .constant(let value):
            try checkFinite(("value", value))
        case .normal(let mean, let deviation), .laplace(let mean, let deviation):
            try checkFinite(("mean", mean), ("deviation", deviation))
            try checkDeviation("deviation", deviation)
        case .splitNormal(let median, let lower, let upper):
            try checkFinite(("median", median), ("lower deviation", lower), ("upper deviation", upper))
            try checkDeviation("lower deviation", lower)
            try checkDeviation("upper deviation", upper)
        case .lognormal(let median, let logDeviation):
            try checkFinite(("median", median), ("deviation of the logarithm", logDeviation))
            guard median > 0 else { throw .notPositive(parameter: "median", value: median) }
            try checkDeviation("deviation of the logarithm", logDeviation)
        case .uniform(let low, let high):
            try checkFinite(("low", low), ("high", high))
            guard low <= high else { throw .unordered(low: low, mode: nil, high: high) }
        case .triangular(let low, let mode, let high), .pert(let low, let mode, let high):
            try checkFinite(("low", low), ("mode", mode), ("high", high))
            guard low <= mode, mode <= high else { throw .unordered(low: low, mode: mode, high: high) }
        }
    }
}

private func checkFinite(_ parameters: (name: String, value: Double)...) throws(DistributionError) {
    for (name, value) in parameters where !value.isFinite {
        throw .notFinite(parameter: name, value: value)
    }
}

private func checkDeviation(_ name: String, _ value: Double) throws(DistributionError) {
    guard value >= 0 else { throw .negativeDeviation(parameter: name, value: value) }
}
