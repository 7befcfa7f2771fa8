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
    /// Type I output multipliers 1'L, n: output of the whole region per unit of final demand for product j.
    /// Miller & Blair 2009, 6.2.1.
    public let outputMultipliers: [Double]

    /// Number of sectors.
    public var count: Int { factors.order }

    /// Factors the system. O(2/3 n³), on all cores for n above 500; memory n² numbers, those of A itself where it
    /// is passed on by `consume`.
    ///
    /// One transposed solve, for 1'L, says three things. Without positive
    /// elements off the diagonal L is non-negative exactly when 1'L is (Hawkins
    /// & Simon 1949): the system is productive. Then the largest of them is
    /// ‖L‖₁, and with it the condition of the system is known, not estimated.
    /// And they are the output multipliers. Where some coefficient is negative
    /// the signs prove nothing and are not judged.
    ///
    /// - Parameters: as `LeontiefSystem`.
    /// - Throws: `wrongShape`, `notFinite`, `unsolvable`, `notProductive` with
    ///   the first product of negative multiplier as row and, as L is not formed, as column.
    public init(
        coefficients: consuming Matrix, supplyShare: [Double], inventoryShare: [Double]? = nil
    ) throws(LeontiefError) {
        try self.init(
            system: LeontiefSystem.matrix(
                coefficients: consume coefficients, supplyShare: supplyShare, inventoryShare: inventoryShare))
    }

    /// The same from flows: A = Z diag(p).
    ///
    /// - Parameters:
    ///   - flows: Z, n x n; its storage is used where no other value shares it.
    ///   - perOutput: p, n: 1 / x, 0 for a sector without output.
    init(flows: consuming Matrix, perOutput: [Double], supplyShare: [Double]) throws(LeontiefError) {
        try self.init(
            system: LeontiefSystem.matrix(
                coefficients: consume flows, perOutput: perOutput, supplyShare: supplyShare, inventoryShare: nil))
    }

    private init(system: consuming Matrix) throws(LeontiefError) {
        let judgesSigns = !LeontiefSystem.hasPositiveOffDiagonal(system)
        let ones = [Double](repeating: 1, count: system.rows)
        var sums: [Double] = []
        do throws(LinearAlgebraError) {
            factors = try LUFactorization(consume system) { factors in
                sums = (try? factors.solveTransposed(ones)) ?? []
                return judgesSigns && sums.allSatisfy { $0 >= 0 } ? sums.max() : nil
            }
        } catch { throw .unsolvable(error) }
        outputMultipliers = sums
        if judgesSigns, let sector = sums.firstIndex(where: { $0 < 0 }) {
            throw .notProductive(row: sector, column: sector, multiplier: sums[sector])
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
