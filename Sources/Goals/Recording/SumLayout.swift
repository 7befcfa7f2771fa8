import Projection

/// Hands out places in the vector of sums that a block returns.
struct SumLayout: Sendable {
    private(set) var count = 0

    mutating func reserve(_ places: Int) -> Range<Int> {
        defer { count += places }
        return count..<count + places
    }
}

/// The values of a column that belong to members; the last block is only partly in use.
func used(_ column: UnsafeMutableBufferPointer<Double>, in block: BlockProjection) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(column)[0..<block.memberCount])
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
