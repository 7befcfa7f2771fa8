/// Rows and columns of a matrix; a vector of n elements is n x 1.
public struct Shape: Sendable, Equatable, CustomStringConvertible {
    public let rows: Int
    public let columns: Int

    /// Its parts, as documented on each.
    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    public var description: String { "\(rows) x \(columns)" }
}

extension Matrix {
    /// Rows and columns together.
    public var shape: Shape { Shape(rows: rows, columns: columns) }
}

/// Why a product, factorisation or solution could not be computed.
public enum LinearAlgebraError: Error, Equatable, CustomStringConvertible {
    /// An operand has the wrong shape. `operation` names the operand's part in it.
    case shapeMismatch(operation: String, expected: Shape, found: Shape)
    /// The pivot of `column` (from 0) is exactly zero.
    case singular(column: Int, order: Int)
    /// The reciprocal condition number (1-norm) is below the accepted minimum.
    case illConditioned(reciprocalCondition: Double, order: Int)
    /// The leading minor of this order (from 1) is not positive.
    case notPositiveDefinite(leadingMinor: Int)
    /// Elements (row, column) and (column, row) differ by more than rounding.
    case notSymmetric(row: Int, column: Int, difference: Double)
    /// The eigenvalues did not converge (LAPACK's limit on iterations), or none is real and dominant.
    case noDominantEigenvalue(order: Int)
    /// NaN or infinity at this place, both indices from 0.
    case notFinite(row: Int, column: Int)

    public var description: String {
        switch self {
        case .shapeMismatch(let operation, let expected, let found):
            "\(operation): expected \(expected), found \(found)"
        case .singular(let column, let order):
            "matrix of order \(order) is singular: column \(column + 1) depends on those before it"
        case .illConditioned(let reciprocalCondition, let order):
            "matrix of order \(order) is close to singular: reciprocal condition number \(reciprocalCondition)"
        case .notPositiveDefinite(let leadingMinor):
            "matrix is not positive definite: leading minor of order \(leadingMinor) is not positive"
        case .notSymmetric(let row, let column, let difference):
            "matrix is not symmetric: elements (\(row + 1), \(column + 1)) and (\(column + 1), \(row + 1))"
                + " differ by \(difference)"
        case .noDominantEigenvalue(let order):
            "matrix of order \(order) has no real dominant eigenvalue"
        case .notFinite(let row, let column):
            "element (\(row + 1), \(column + 1)) is not a finite number"
        }
    }
}
