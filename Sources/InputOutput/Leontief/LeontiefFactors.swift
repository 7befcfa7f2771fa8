import LinearAlgebra

/// I − r̂(A + î), factored but not inverted: for a few solves, or for weights
/// of all sectors at once.
///
/// Forward, `solve` gives the output x = L f that serves a demand; transposed,
/// `solveTransposed` gives w'L, the content of w (labour, value added, tax …)
/// in a unit of final demand for every product. Neither needs L: a quarter of
/// the work of `LeontiefSystem`. Miller & Blair 2009, eq. 2.10 and 6.2.
public struct LeontiefFactors: Sendable {
    private let factors: LUFactorization

    /// Number of sectors.
    public var count: Int { factors.order }

    /// Factors the system. O(2/3 n³).
    ///
    /// Whether it is productive is judged by one solve: without positive
    /// elements off the diagonal, L is non-negative exactly when the output for
    /// a demand of 1 everywhere is (Hawkins & Simon 1949). Where some
    /// coefficient is negative this proves nothing and is not judged.
    ///
    /// - Parameters: as `LeontiefSystem`.
    /// - Throws: `wrongShape`, `notFinite`, `unsolvable`, `notProductive` with
    ///   the first sector of negative output as row and, as L is not formed, as column.
    public init(
        coefficients: Matrix, supplyShare: [Double], inventoryShare: [Double]? = nil
    ) throws(LeontiefError) {
        let system = try LeontiefSystem.matrix(
            coefficients: coefficients, supplyShare: supplyShare, inventoryShare: inventoryShare)
        do throws(LinearAlgebraError) {
            factors = try LUFactorization(system)
        } catch { throw .unsolvable(error) }
        guard !LeontiefSystem.hasPositiveOffDiagonal(system) else { return }
        let output = try solve([Double](repeating: 1, count: system.rows))
        if let sector = output.firstIndex(where: { $0 < 0 }) {
            throw .notProductive(row: sector, column: sector, multiplier: output[sector])
        }
    }

    /// x = L f for the demand f, n values. O(2 n²).
    ///
    /// - Throws: `wrongShape`.
    public func solve(_ demand: [Double]) throws(LeontiefError) -> [Double] {
        do throws(LinearAlgebraError) { return try factors.solve(demand) } catch {
            throw LeontiefSystem.shapeError(error)
        }
    }

    /// w'L for weights w per unit of output, n values. O(2 n²).
    ///
    /// - Throws: `wrongShape`.
    public func solveTransposed(_ weights: [Double]) throws(LeontiefError) -> [Double] {
        do throws(LinearAlgebraError) { return try factors.solveTransposed(weights) } catch {
            throw LeontiefSystem.shapeError(error)
        }
    }
}
