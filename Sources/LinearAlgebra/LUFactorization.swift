import COpenBLAS

/// P · A = L · U with partial pivoting: factor once, solve for many right sides.
///
/// Factorisation O(2/3 n³) by LAPACK `dgetrf`, on all cores for orders above
/// 500, condition by `dgecon`; each right side O(2 n²). Memory: n² numbers,
/// those of the matrix itself where it is passed on by `consume`. Golub & Van
/// Loan 2013, 3.4 and 3.5.4.
public struct LUFactorization: Sendable {
    private let factors: Matrix
    private let pivots: [blasint]
    /// 1 / (‖A‖₁ ‖A⁻¹‖₁), or an estimate: about the fraction of the precision that survives a solution.
    public private(set) var reciprocalCondition: Double

    /// Number of rows and columns of the factored matrix.
    public var order: Int { factors.rows }

    /// Factors a square matrix, in its own storage where no other value shares it (`consume`), else in a copy.
    ///
    /// - Parameters:
    ///   - minimumReciprocalCondition: below it the solution would
    ///     have less than about three correct digits, which is reported as an
    ///     error rather than as a result.
    ///   - inverseNorm: ‖A⁻¹‖₁ from the factors, by callers that can tell it for less than the dozen solves of an
    ///     estimate; nil for the estimate.
    /// - Throws: `shapeMismatch` when not square, `notFinite`, `singular`, `illConditioned`.
    public init(
        _ matrix: consuming Matrix, minimumReciprocalCondition: Double = 1e-13,
        inverseNorm: (LUFactorization) -> Double? = { _ in nil }
    ) throws(LinearAlgebraError) {
        guard matrix.isSquare else {
            throw .shapeMismatch(
                operation: "LU factorisation", expected: Shape(rows: matrix.rows, columns: matrix.rows),
                found: matrix.shape)
        }
        let norm = matrix.columnNorm()
        if !norm.isFinite, let place = matrix.firstNonFinite() {
            throw .notFinite(row: place.row, column: place.column)
        }
        self = try LUFactorization(factoring: consume matrix)
        if order > 0 {
            reciprocalCondition = inverseNorm(self).map { 1 / ($0 * norm) } ?? estimatedReciprocalCondition(norm: norm)
        }
        guard reciprocalCondition >= minimumReciprocalCondition else {
            throw .illConditioned(reciprocalCondition: reciprocalCondition, order: order)
        }
    }

    /// Condition 1 until it is known.
    private init(factoring matrix: consuming Matrix) throws(LinearAlgebraError) {
        let order = matrix.rows
        var pivots = [blasint](repeating: 0, count: order)
        matrix.makeUnique()
        let elements = matrix.storage.elements
        let info = BLASThreads.onAllCores(order: order) {
            copenblas_dgetrf(blasint(order), elements, blasint(max(order, 1)), &pivots)
        }
        precondition(info >= 0, "dgetrf: argument \(-info)")
        if info > 0 { throw .singular(column: Int(info) - 1, order: order) }
        factors = matrix
        self.pivots = pivots
        reciprocalCondition = 1
    }

    private func estimatedReciprocalCondition(norm: Double) -> Double {
        var result = 0.0
        var work = [Double](repeating: 0, count: 4 * order)
        var integerWork = [blasint](repeating: 0, count: order)
        let info = copenblas_dgecon(
            blasint(order), factors.storage.elements, blasint(order), norm, &result, &work, &integerWork)
        precondition(info >= 0, "dgecon: argument \(-info)")
        return result
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
        var x = b
        x.withUnsafeMutableBufferPointer { solve(inPlace: $0.baseAddress, columns: 1) }
        return x
    }

    /// The X with A · X = B, column by column. O(2 n² · columns).
    ///
    /// - Throws: `shapeMismatch` unless `b` has as many rows as A.
    public func solve(_ b: Matrix) throws(LinearAlgebraError) -> Matrix {
        guard b.rows == order else {
            throw .shapeMismatch(
                operation: "right side of a linear system", expected: Shape(rows: order, columns: b.columns),
                found: b.shape)
        }
        var x = b
        x.makeUnique()
        solve(inPlace: x.storage.elements, columns: b.columns)
        return x
    }

    /// The x with Aᵀ · x = b, from the same factors: bᵀ A⁻¹ without the inverse. O(2 n²).
    ///
    /// - Throws: `shapeMismatch` unless `b` has one element per column of A.
    public func solveTransposed(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
        guard b.count == order else {
            throw .shapeMismatch(
                operation: "right side of a transposed linear system", expected: Shape(rows: order, columns: 1),
                found: Shape(rows: b.count, columns: 1))
        }
        var x = b
        x.withUnsafeMutableBufferPointer { solve(inPlace: $0.baseAddress, columns: 1, transposed: true) }
        return x
    }

    /// A⁻¹, as the solution for the identity. O(2 n³).
    ///
    /// Worth its cost only when the elements themselves are wanted, as with
    /// the Leontief inverse; to apply it, use `solve`.
    public func inverse() -> Matrix {
        let inverse = Matrix.identity(order)
        solve(inPlace: inverse.storage.elements, columns: order)
        return inverse
    }

    private func solve(inPlace b: UnsafeMutablePointer<Double>?, columns: Int, transposed: Bool = false) {
        guard let b, order > 0, columns > 0 else { return }
        let info = BLASThreads.onAllCores(order: min(order, 8 * columns)) {
            copenblas_dgetrs(
                transposed ? 1 : 0, blasint(order), blasint(columns), factors.storage.elements, blasint(order), pivots,
                b, blasint(order))
        }
        precondition(info == 0, "dgetrs: argument \(-info)")
    }
}
