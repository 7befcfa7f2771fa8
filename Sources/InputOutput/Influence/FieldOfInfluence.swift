import LinearAlgebra

/// What one coefficient matters for the whole inverse.
///
/// If a_ij changes by ε alone, L changes by F(i, j) ε / (1 − l_ji ε) exactly,
/// where the (first-order, direct) field of influence is the outer product
///   F(i, j) = L·ᵢ Lⱼ· ,
/// column i of L times row j of L: its (k, m) element is l_ki l_jm. Sonis &
/// Hewings 1989, 1992; the change is Sherman & Morrison 1950; Miller & Blair
/// 2009, 12.3.
public struct FieldOfInfluence: Sendable {
    /// L, n x n.
    public let inverse: Matrix

    /// - Parameter inverse: the Leontief inverse.
    /// - Throws: `wrongShape` when not square.
    public init(inverse: Matrix) throws(AnalysisError) {
        try checkSquare(inverse, count: inverse.rows, part: "Leontief inverse")
        self.inverse = inverse
    }

    /// F(i, j), n x n: the derivative of L by a_ij. O(n²).
    ///
    /// - Precondition: sectors of the system, from 0.
    public func field(row i: Int, column j: Int) -> Matrix { outer(row: i, column: j, scale: 1) }

    /// L after a_ij has changed by `change`. O(n²) instead of a new inverse.
    ///
    /// - Throws: `notPositive` where 1 − l_ji ε is not positive: the changed
    ///   economy is not productive.
    public func inverse(afterChange change: Double, row i: Int, column j: Int) throws(AnalysisError) -> Matrix {
        let denominator = 1 - inverse[j, i] * change
        guard denominator > 0 else {
            throw .notPositive(part: "1 - l_ji times the change", index: i, value: denominator)
        }
        var result = outer(row: i, column: j, scale: change / denominator)
        for m in 0..<inverse.columns {
            for k in 0..<inverse.rows { result[k, m] += inverse[k, m] }
        }
        return result
    }

    /// S, n x n: the sum of the elements of F(i, j) for every coefficient, the
    /// derivative by a_ij of the output for a unit of demand everywhere.
    ///
    /// In closed form s_ij = (column sum i of L) · (row sum j of L), O(n²) for
    /// all n² coefficients; forming the fields would take O(n⁴).
    public func intensity() -> Matrix {
        let (columnSums, rowSums) = (inverse.columnSums(), inverse.rowSums())
        return Matrix(rowMajor: columnSums.map { sum in rowSums.map { sum * $0 } })
    }

    /// S over its mean: above 1 the coefficient is more important than the
    /// average one. O(n²).
    public func relativeIntensity() -> Matrix {
        let all = intensity()
        let mean = all.columnSums().reduce(0, +) / Double(max(all.count, 1))
        return all.scaledRows(by: [Double](repeating: 1 / mean, count: all.rows))
    }

    private func outer(row i: Int, column j: Int, scale: Double) -> Matrix {
        let (column, row) = (inverse.column(i), inverse.row(j))
        return Matrix(rowMajor: column.map { value in row.map { scale * value * $0 } })
    }
}
