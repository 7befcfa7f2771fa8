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

/// Sum of the values: eight partial sums, because additions that wait for each
/// other take four times as long. The order is fixed, hence the result.
func sum(_ values: UnsafeBufferPointer<Double>) -> Double {
    var partial = SIMD8<Double>.zero
    let whole = values.count & ~7
    for start in stride(from: 0, to: whole, by: 8) { partial += lanes(values, from: start) }
    return values[whole...].reduce(partial.sum(), +)
}

/// Σ a b of two columns of one length, in the order of ``sum(_:)``.
func dot(_ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
    precondition(a.count == b.count)
    var partial = SIMD8<Double>.zero
    let whole = a.count & ~7
    for start in stride(from: 0, to: whole, by: 8) { partial += lanes(a, from: start) * lanes(b, from: start) }
    return (whole..<a.count).reduce(partial.sum()) { $0 + a[$1] * b[$1] }
}

@inline(__always)
private func lanes(_ values: UnsafeBufferPointer<Double>, from start: Int) -> SIMD8<Double> {
    UnsafeRawPointer(values.baseAddress! + start).loadUnaligned(as: SIMD8<Double>.self)
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
