/// Sum of the values: eight partial sums, because additions that wait for each
/// other take four times as long. The order is fixed, hence the result.
public func sum(_ values: UnsafeBufferPointer<Double>) -> Double {
    var partial = SIMD8<Double>.zero
    let whole = values.count & ~7
    for start in stride(from: 0, to: whole, by: 8) { partial += lanes(values, from: start) }
    return values[whole...].reduce(partial.sum(), +)
}

/// Σ a b of two columns of one length, in the order of ``sum(_:)``.
public func dot(_ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
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
