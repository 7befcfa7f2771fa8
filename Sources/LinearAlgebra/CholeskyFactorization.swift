import COpenBLAS

/// A = L · Lᵀ of a symmetric positive definite matrix, L lower triangular.
///
/// L turns independent unit normals z into L · z with covariance A.
/// O(n³ / 3) by LAPACK `dpotrf`. Golub & Van Loan 2013, 4.2.
public struct CholeskyFactorization: Sendable {
    /// The factor L; zero above the diagonal.
    public let lower: Matrix

    /// Number of rows and columns of the factored matrix.
    public var order: Int { lower.rows }

    /// Factors a symmetric positive definite matrix.
    ///
    /// - Throws: `shapeMismatch` when not square, `notFinite`, `notSymmetric`
    ///   (two mirrored elements differ by more than 10⁻¹² of the larger
    ///   diagonal element of their row and column), `notPositiveDefinite`.
    public init(_ matrix: Matrix) throws(LinearAlgebraError) {
        guard matrix.isSquare else {
            throw .shapeMismatch(
                operation: "Cholesky factorisation", expected: Shape(rows: matrix.rows, columns: matrix.rows),
                found: matrix.shape)
        }
        if let place = matrix.firstNonFinite() { throw .notFinite(row: place.row, column: place.column) }
        let order = matrix.rows
        // LAPACK reads one triangle only: a matrix that is symmetric in the
        // caller's mind but not in memory would pass unnoticed.
        for j in 0..<order {
            for i in 0..<j {
                let difference = matrix[i, j] - matrix[j, i]
                guard abs(difference) <= 1e-12 * max(abs(matrix[i, i]), abs(matrix[j, j])) else {
                    throw .notSymmetric(row: i, column: j, difference: difference)
                }
            }
        }
        var factor = matrix
        factor.makeUnique()
        let info = copenblas_dpotrf(blasint(order), factor.storage.elements, blasint(max(order, 1)))
        precondition(info >= 0, "dpotrf: argument \(-info)")
        if info > 0 { throw .notPositiveDefinite(leadingMinor: Int(info)) }
        for j in 0..<order {
            for i in 0..<j { factor[i, j] = 0 }
        }
        lower = factor
    }

    /// The x with A · x = b. O(2 n²).
    ///
    /// - Throws: `shapeMismatch` unless `b` has one element per row of A.
    public func solve(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
        guard b.count == order else {
            throw .shapeMismatch(
                operation: "right side of a linear system", expected: Shape(rows: order, columns: 1),
                found: Shape(rows: b.count, columns: 1))
        }
        guard order > 0 else { return [] }
        var x = b
        let info = copenblas_dpotrs(
            blasint(order), 1, lower.storage.elements, blasint(order), &x, blasint(order))
        precondition(info == 0, "dpotrs: argument \(-info)")
        return x
    }
}
