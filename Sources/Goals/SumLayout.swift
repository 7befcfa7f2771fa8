/// Hands out places in the vector of sums that a block returns.
struct SumLayout: Sendable {
    private(set) var count = 0

    mutating func reserve(_ places: Int) -> Range<Int> {
        defer { count += places }
        return count..<count + places
    }
}

/// Sums of a quantity and of its square over the members.
struct Moments {
    let count: Double
    let sum: Double
    let squares: Double

    var mean: Double { sum / count }
    var variance: Double { max(squares / count - mean * mean, 0) }
    /// Standard error of the mean.
    var standardError: Double { count > 1 ? (variance / (count - 1)).squareRoot() : 0 }
}
