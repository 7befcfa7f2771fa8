import RealModule

extension Distribution {
    /// The distribution through two or three quantiles.
    ///
    /// Two: a normal, or with `positive` a lognormal. Three, the middle one the
    /// median: a split normal; with `positive`, a lognormal if they are
    /// symmetric in the logarithm (to 1e-9), else a split normal cut off at
    /// zero, whose quantiles then lie a little above those asked for. Equal
    /// values make a constant.
    ///
    /// - Parameters:
    ///   - quantiles: probability p and value x, in any order.
    ///   - positive: the quantity is a level that cannot be zero or below.
    public init(quantiles: [(p: Double, x: Double)], positive: Bool) throws(DistributionError) {
        let sorted = quantiles.sorted { $0.p < $1.p }
        try checkQuantiles(sorted, positive: positive)
        let (first, last) = (sorted[0], sorted[sorted.count - 1])
        if first.x == last.x {
            try self.init(.constant(first.x))
        } else if sorted.count == 2 {
            try self.init(positive ? lognormalShape(first, last) : normalShape(first, last))
        } else {
            let middle = sorted[1].x
            if positive {
                let left = Double.log(middle / first.x) / -normalQuantile(first.p)
                let right = Double.log(last.x / middle) / normalQuantile(last.p)
                if (left - right).magnitude <= 1e-9 * max(left, right) {
                    try self.init(.lognormal(median: middle, logDeviation: left))
                    return
                }
            }
            let lower = (middle - first.x) / -normalQuantile(first.p)
            let upper = (last.x - middle) / normalQuantile(last.p)
            try self.init(
                .splitNormal(median: middle, lower: lower, upper: upper), bounds: positive ? 0...Double.infinity : nil)
        }
    }
}

private typealias Quantile = (p: Double, x: Double)

private func checkQuantiles(_ sorted: [Quantile], positive: Bool) throws(DistributionError) {
    let probabilities = sorted.map(\.p)
    for (p, x) in sorted {
        guard p > 0, p < 1 else { throw .badProbability(p) }
        guard x.isFinite else { throw .notFinite(parameter: "quantile at \(p)", value: x) }
        if positive, x <= 0 { throw .notPositive(parameter: "quantile at \(p)", value: x) }
    }
    guard sorted.count == 2 || (sorted.count == 3 && probabilities[1] == 0.5) else {
        throw .unsupportedQuantiles(probabilities: probabilities)
    }
    for (left, right) in zip(sorted, sorted.dropFirst()) where left.p == right.p || left.x > right.x {
        throw .quantilesNotIncreasing(probabilities: probabilities, values: sorted.map(\.x))
    }
}

private func normalShape(_ low: Quantile, _ high: Quantile) -> Distribution.Shape {
    let (z, w) = (normalQuantile(low.p), normalQuantile(high.p))
    let deviation = (high.x - low.x) / (w - z)
    return .normal(mean: low.x - z * deviation, deviation: deviation)
}

private func lognormalShape(_ low: Quantile, _ high: Quantile) -> Distribution.Shape {
    let (z, w) = (normalQuantile(low.p), normalQuantile(high.p))
    let logDeviation = Double.log(high.x / low.x) / (w - z)
    return .lognormal(median: low.x * Double.exp(-z * logDeviation), logDeviation: logDeviation)
}
