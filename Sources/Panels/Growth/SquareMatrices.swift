import RealModule

/// Inverts a symmetric positive definite matrix in place by its Cholesky factor.
///
/// For the many matrices of a dozen rows that a panel needs, where a call into
/// a library costs more than it computes. O(n³).
///
/// - Parameters:
///   - values: n × n, row by row; both triangles are written.
///   - order: n, 0 or more.
/// - Returns: ln of the determinant of the matrix that came in.
/// - Precondition: positive definite.
@discardableResult
func invertSymmetric(_ values: inout [Double], order n: Int) -> Double {
    precondition(values.count == n * n)
    var logDeterminant = 0.0
    values.withUnsafeMutableBufferPointer { a in
        // L below the diagonal, A = L Lᵀ.
        for j in 0..<n {
            var pivot = a[j * n + j]
            for k in 0..<j { pivot -= a[j * n + k] * a[j * n + k] }
            precondition(pivot > 0, "not positive definite at \(j) of \(n)")
            let root = pivot.squareRoot()
            logDeterminant += 2 * Double.log(root)
            a[j * n + j] = root
            for i in j + 1..<max(n, j + 1) {
                var sum = a[i * n + j]
                for k in 0..<j { sum -= a[i * n + k] * a[j * n + k] }
                a[i * n + j] = sum / root
            }
        }
        // L⁻¹ over L.
        for j in 0..<n {
            a[j * n + j] = 1 / a[j * n + j]
            for i in j + 1..<max(n, j + 1) {
                var sum = 0.0
                for k in j..<i { sum -= a[i * n + k] * a[k * n + j] }
                a[i * n + j] = sum / a[i * n + i]
            }
        }
        // A⁻¹ = L⁻ᵀ L⁻¹.
        for i in 0..<n {
            for j in 0...i {
                var sum = 0.0
                for k in i..<n { sum += a[k * n + i] * a[k * n + j] }
                a[i * n + j] = sum
            }
        }
        for i in 0..<n { for j in 0..<i { a[j * n + i] = a[i * n + j] } }
    }
    return logDeterminant
}

/// xᵀ A y of a square matrix, row by row.
func quadraticForm(_ x: [Double], _ matrix: [Double], _ y: [Double]) -> Double {
    precondition(matrix.count == x.count * y.count)
    return zip(x, multiply(matrix, y)).reduce(0) { $0 + $1.0 * $1.1 }
}

/// A x of a matrix, row by row.
func multiply(_ matrix: [Double], _ x: [Double]) -> [Double] {
    let columns = x.count
    guard columns > 0 else { return [] }
    return (0..<matrix.count / columns).map { row in
        var sum = 0.0
        for column in 0..<columns { sum += matrix[row * columns + column] * x[column] }
        return sum
    }
}

/// A B of two square matrices, row by row. O(n³).
func squareProduct(_ a: [Double], _ b: [Double], order n: Int) -> [Double] {
    precondition(a.count == n * n && b.count == n * n)
    var result = [Double](repeating: 0, count: n * n)
    result.withUnsafeMutableBufferPointer { result in
        b.withUnsafeBufferPointer { b in
            for row in 0..<n {
                for inner in 0..<n {
                    let weight = a[row * n + inner]
                    for column in 0..<n { result[row * n + column] += weight * b[inner * n + column] }
                }
            }
        }
    }
    return result
}
