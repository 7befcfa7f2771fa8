import LinearAlgebra

/// Largest absolute difference of two equally long vectors; infinite otherwise.
func distance(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}

/// Largest absolute difference of two equally shaped matrices; infinite otherwise.
func distance(_ a: Matrix, _ b: Matrix) -> Double {
    guard a.shape == b.shape else { return .infinity }
    return (0..<a.columns).map { distance(a.column($0), b.column($0)) }.max() ?? 0
}

/// A matrix with reproducible elements between -0.5 and 0.5.
func scattered(_ rows: Int, _ columns: Int, seed: Int = 1) -> Matrix {
    var m = Matrix(rows: rows, columns: columns)
    for j in 0..<columns {
        for i in 0..<rows {
            let t = Double((i * 7919 + j * 104_729 + seed * 1_299_709) % 1000) / 1000
            m[i, j] = t - 0.5
        }
    }
    return m
}
