import LinearAlgebra

/// Why a Leontief system could not be built.
public enum LeontiefError: Error, Equatable, CustomStringConvertible {
    /// The coefficients are not square, or a vector has the wrong length.
    case wrongShape(part: String, expected: Shape, found: Shape)
    /// A supply or inventory share (index from 0) is NaN or infinite.
    case notFinite(part: String, sector: Int)
    /// I − r̂(A + inventory) cannot be inverted, or not with enough digits.
    case unsolvable(LinearAlgebraError)
    /// The sectors use up more than they make (Hawkins & Simon 1949): the
    /// multiplier of sector `row` for demand of `column`, indices from 0, is negative.
    case notProductive(row: Int, column: Int, multiplier: Double)

    public var description: String {
        switch self {
        case .wrongShape(let part, let expected, let found): "\(part): expected \(expected), found \(found)"
        case .notFinite(let part, let sector): "\(part) of sector \(sector + 1) is not a finite number"
        case .unsolvable(let error): "the Leontief system cannot be solved: \(error)"
        case .notProductive(let row, let column, let multiplier):
            "the coefficients are not productive: demand for sector \(column + 1) would change the output"
                + " of sector \(row + 1) by \(multiplier.brief) per unit"
        }
    }
}

/// Output that final demand needs, directly and through all inputs of inputs.
///
/// x = L f with L = (I − r̂(A + î))⁻¹: A technical coefficients of total use,
/// r the regional supply share of each product (1 everywhere for a national
/// table without imports), i the inventory change per unit of output where it
/// follows output. f is demand for the region's own output, r ∘ domestic use
/// included (`RegionalSupply.regionalDemand`). Miller & Blair 2009, eq. 2.10
/// and 3.2 (regional supply percentages).
public struct LeontiefSystem: Sendable {
    /// L, n x n: output of sector i per unit of final demand for the region's
    /// product j. Column sums are the type I output multipliers.
    public let multipliers: Matrix
    private let factors: LUFactorization

    /// Number of sectors.
    public var count: Int { multipliers.rows }

    /// Builds and factors the system. O(8/3 n³).
    ///
    /// - Parameters:
    ///   - coefficients: A, n x n.
    ///   - supplyShare: r, n.
    ///   - inventoryShare: i, n; nil where inventory is final demand in all sectors.
    /// - Throws: `wrongShape`, `notFinite`, `unsolvable`, `notProductive`.
    public init(
        coefficients: consuming Matrix, supplyShare: [Double], inventoryShare: [Double]? = nil
    ) throws(LeontiefError) {
        let system = try Self.matrix(
            coefficients: consume coefficients, supplyShare: supplyShare, inventoryShare: inventoryShare)
        let judgesSigns = !Self.hasPositiveOffDiagonal(system)
        do throws(LinearAlgebraError) {
            factors = try LUFactorization(consume system)
        } catch { throw .unsolvable(error) }
        multipliers = factors.inverse()
        if judgesSigns { try Self.checkProductive(multipliers) }
    }

    /// Output x that serves `demand`, n values. O(2 n²).
    ///
    /// - Throws: `wrongShape`.
    public func solve(_ demand: [Double]) throws(LeontiefError) -> [Double] {
        do throws(LinearAlgebraError) { return try factors.solve(demand) } catch { throw Self.shapeError(error) }
    }

    /// w'L: the content of the weights w (per unit of output) in a unit of
    /// final demand for every product, n values. O(2 n²).
    ///
    /// - Throws: `wrongShape`.
    public func solveTransposed(_ weights: [Double]) throws(LeontiefError) -> [Double] {
        do throws(LinearAlgebraError) { return try factors.solveTransposed(weights) } catch {
            throw Self.shapeError(error)
        }
    }

    /// Outputs that serve several demands, one per column. O(2 n² · columns).
    ///
    /// - Throws: `wrongShape`.
    public func solve(_ demands: Matrix) throws(LeontiefError) -> Matrix {
        do throws(LinearAlgebraError) { return try factors.solve(demands) } catch { throw Self.shapeError(error) }
    }

    /// Type I output multipliers: the sum of each column of L, output of the
    /// whole region per unit of final demand for product j. Households are
    /// exogenous. Miller & Blair 2009, 6.2.1.
    public func outputMultipliers() -> [Double] { multipliers.columnSums() }

    /// I − r̂(A + î) with A = Z diag(p), after checking its parts; in the storage of Z where no other value shares it.
    ///
    /// - Parameters:
    ///   - coefficients: Z, n x n; A itself where there is no `perOutput`.
    ///   - perOutput: p, n: 1 / x; nil for 1 everywhere.
    static func matrix(
        coefficients: consuming Matrix, perOutput: [Double]? = nil, supplyShare: [Double], inventoryShare: [Double]?
    ) throws(LeontiefError) -> Matrix {
        let n = supplyShare.count
        guard coefficients.shape == Shape(rows: n, columns: n) else {
            throw .wrongShape(
                part: "technical coefficients", expected: Shape(rows: n, columns: n), found: coefficients.shape)
        }
        try checkFinite(supplyShare, part: "regional supply share")
        if let inventoryShare {
            guard inventoryShare.count == n else {
                throw .wrongShape(
                    part: "inventory share", expected: Shape(rows: n, columns: 1),
                    found: Shape(rows: inventoryShare.count, columns: 1))
            }
            try checkFinite(inventoryShare, part: "inventory share")
        }
        let negativeShare = supplyShare.map { -$0 }
        return coefficients.replacingColumns { j, old, new in
            let factor = perOutput?[j] ?? 1
            let used = old[j] * factor + (inventoryShare?[j] ?? 0)
            negativeShare.withUnsafeBufferPointer { share in
                for i in 0..<n { new[i] = old[i] * factor * share[i] }
                new[j] = used * share[j] + 1
            }
        }
    }

    static func shapeError(_ error: LinearAlgebraError) -> LeontiefError {
        guard case .shapeMismatch(_, let expected, let found) = error else { return .unsolvable(error) }
        return .wrongShape(part: "final demand", expected: expected, found: found)
    }

    private static func checkFinite(_ values: [Double], part: String) throws(LeontiefError) {
        for (i, value) in values.enumerated() where !value.isFinite { throw .notFinite(part: part, sector: i) }
    }

    /// A matrix without positive elements off the diagonal has a non-negative
    /// inverse exactly when the Hawkins-Simon condition holds; where some
    /// coefficient is negative the sign of L proves nothing and is not judged.
    private static func checkProductive(_ multipliers: Matrix) throws(LeontiefError) {
        let n = multipliers.rows
        for j in 0..<n {
            let row = multipliers.withColumn(j) { column -> Int? in
                var largest = 0.0
                for i in 0..<n { largest = max(largest, abs(column[i])) }
                for i in 0..<n where column[i] < -1e-12 * largest { return i }
                return nil
            }
            if let row { throw .notProductive(row: row, column: j, multiplier: multipliers[row, j]) }
        }
    }

    static func hasPositiveOffDiagonal(_ system: Matrix) -> Bool {
        let n = system.rows
        for j in 0..<n {
            let found = system.withColumn(j) { column in
                for i in 0..<n where column[i] > 0 && i != j { return true }
                return false
            }
            if found { return true }
        }
        return false
    }
}
