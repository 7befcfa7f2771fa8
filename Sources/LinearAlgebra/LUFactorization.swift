import COpenBLAS

/// P · A = L · U with partial pivoting: factor once, solve for many right sides.
///
/// Factorisation O(2/3 n³) by LAPACK `dgetrf`, condition by `dgecon`; each
/// right side O(2 n²). Golub & Van Loan 2013, 3.4 and 3.5.4.
public struct LUFactorization: Sendable {
    private let factors: Matrix
    private let pivots: [blasint]
    /// Estimate of 1 / (‖A‖₁ ‖A⁻¹‖₁): about the fraction of the precision that survives a solution.
    public let reciprocalCondition: Double

    /// Number of rows and columns of the factored matrix.
    public var order: Int { factors.rows }

    /// Factors a square matrix.
    ///
    /// - Parameter minimumReciprocalCondition: below it the solution would
    ///   have less than about three correct digits, which is reported as an
    ///   error rather than as a result.
    /// - Throws: `shapeMismatch` when not square, `notFinite`, `singular`, `illConditioned`.
    public init(_ matrix: Matrix, minimumReciprocalCondition: Double = 1e-13) throws(LinearAlgebraError) {
        guard matrix.isSquare else {
            throw .shapeMismatch(
                operation: "LU factorisation", expected: Shape(rows: matrix.rows, columns: matrix.rows),
                found: matrix.shape)
        }
        if let place = matrix.firstNonFinite() { throw .notFinite(row: place.row, column: place.column) }
        let order = matrix.rows
        let leading = blasint(max(order, 1))
        let norm = (0..<order).map { j in matrix.column(j).reduce(0) { $0 + abs($1) } }.max() ?? 0

        var factors = matrix
        var pivots = [blasint](repeating: 0, count: order)
        factors.makeUnique()
        let info = copenblas_dgetrf(blasint(order), factors.storage.elements, leading, &pivots)
        precondition(info >= 0, "dgetrf: argument \(-info)")
        if info > 0 { throw .singular(column: Int(info) - 1, order: order) }

        var reciprocalCondition = 1.0
        if order > 0 {
            var work = [Double](repeating: 0, count: 4 * order)
            var integerWork = [blasint](repeating: 0, count: order)
            let info = copenblas_dgecon(
                blasint(order), factors.storage.elements, leading, norm, &reciprocalCondition, &work, &integerWork)
            precondition(info >= 0, "dgecon: argument \(-info)")
        }
        guard reciprocalCondition >= minimumReciprocalCondition else {
            throw .illConditioned(reciprocalCondition: reciprocalCondition, order: order)
        }
        self.factors = factors
        self.pivots = pivots
        self.reciprocalCondition = reciprocalCondition
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
        let info = copenblas_dgetrs(
            transposed ? 1 : 0, blasint(order), blasint(columns), factors.storage.elements, blasint(order), pivots, b,
            blasint(order))
        precondition(info == 0, "dgetrs: argument \(-info)")
    }
}
