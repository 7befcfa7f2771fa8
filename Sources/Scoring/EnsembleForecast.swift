import RealModule

/// A forecast that is a set of equally likely members.
public struct EnsembleForecast: ForecastDistribution, Equatable {
    /// The members in ascending order; at least one.
    public let members: [Double]
    /// Σ (2i − m − 1) x_(i) over the sorted members: half the sum of |x_i − x_j| over all ordered pairs.
    private let pairDistance: Double

    /// Sorts the members, O(m log m).
    ///
    /// - Parameter members: in any order; at least one, all finite.
    public init(members: [Double]) {
        precondition(!members.isEmpty && members.allSatisfy(\.isFinite), "members must be finite, at least one")
        let sorted = members.sorted()
        self.members = sorted
        // Distances from the middle, so that members far from zero keep their digits.
        let centre = sorted[sorted.count / 2]
        let count = Double(sorted.count)
        pairDistance = sorted.indices.reduce(0) {
            $0 + (2 * Double($1 + 1) - count - 1) * (sorted[$1] - centre)
        }
    }

    public var median: Double { quantile(0.5) }

    /// Order statistics at p(m + 1), linear between them and constant beyond the
    /// ends (Hyndman & Fan 1996, definition 6): an outcome like the members
    /// falls below the i-th of m with probability i/(m + 1).
    public func quantile(_ p: Double) -> Double {
        let position = p * Double(members.count + 1) - 1
        if position <= 0 { return members[0] }
        if position >= Double(members.count - 1) { return members[members.count - 1] }
        let lower = Int(position)
        return members[lower] + (position - Double(lower)) * (members[lower + 1] - members[lower])
    }

    /// The share of members at or below x; O(log m).
    public func cumulative(_ x: Double) -> Double { Double(count(atOrBelow: x)) / Double(members.count) }

    /// ln of a Gaussian kernel estimate of the density, with Silverman's bandwidth
    /// 0.9 min(sd, IQR/1.34) m^(−1/5) (Silverman 1986, 3.31); O(m).
    ///
    /// An ensemble has no density of its own: where members are few or in the
    /// tails, the score is the kernel's as much as theirs. Members that are all
    /// equal give infinity at their value, minus infinity elsewhere.
    public func logDensity(_ x: Double) -> Double {
        let bandwidth = kernelBandwidth
        guard bandwidth > 0 else { return x == members[0] ? .infinity : -.infinity }
        // The largest term is taken out, so that a point far out in the tail does not underflow to minus infinity.
        let exponents = members.map { standardNormalLogDensity((x - $0) / bandwidth) }
        let largest = exponents.max() ?? 0
        let sum = exponents.reduce(0) { $0 + Double.exp($1 - largest) }
        return largest + Double.log(sum / (Double(members.count) * bandwidth))
    }

    /// The score of the members as they stand, ``plainCRPS(_:)``.
    public func crps(_ x: Double) -> Double { plainCRPS(x) }

    /// The plain estimator, that of the step function which ``cumulative(_:)`` is:
    /// 1/m Σ|x_i − x| − 1/(2m²) ΣΣ|x_i − x_j|. Falls as members are added to the same forecast. O(m).
    public func plainCRPS(_ x: Double) -> Double {
        let count = Double(members.count)
        return meanDistance(to: x) - pairDistance / (count * count)
    }

    /// The fair estimator, whose expectation does not depend on the number of members:
    /// 1/m Σ|x_i − x| − 1/(2m(m − 1)) ΣΣ|x_i − x_j| (Ferro 2014). May fall below zero. O(m).
    ///
    /// Needs two members at least.
    public func fairCRPS(_ x: Double) -> Double {
        precondition(members.count > 1, "the fair score needs two members")
        let count = Double(members.count)
        return meanDistance(to: x) - pairDistance / (count * (count - 1))
    }

    private func meanDistance(to x: Double) -> Double {
        members.reduce(0) { $0 + ($1 - x).magnitude } / Double(members.count)
    }

    private func count(atOrBelow x: Double) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle] <= x { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private var kernelBandwidth: Double {
        let count = Double(members.count)
        guard count > 1 else { return 0 }
        let mean = members.reduce(0, +) / count
        let variance = members.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let quartiles = (quantile(0.75) - quantile(0.25)) / 1.34
        let deviation = variance.squareRoot()
        return 0.9 * (quartiles > 0 ? min(deviation, quartiles) : deviation) * Double.pow(count, -0.2)
    }
}
