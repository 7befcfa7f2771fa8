import LinearAlgebra

/// The supply-driven model: where the output of a sector goes, directly and on.
///
/// Orientation: B = x̂⁻¹Z, so bᵢⱼ is the share of sector i's output that
/// sector j buys, and G = (I − B)⁻¹ with x' = v'G for primary inputs v. With
/// the Leontief inverse of the same Z: G = x̂⁻¹ L x̂. Row sums of G are forward
/// linkages. Primary inputs are all payments outside Z: value added, and with
/// regional flows also inputs from outside. As a model of quantities it lets
/// inputs be substituted without limit; as a model of prices it equals
/// Leontief's (Dietzenbacher 1997). Ghosh 1958; Miller & Blair 2009, eq. 12.1 to 12.11.
public struct GhoshSystem: Sendable {
    /// B, n x n: sales to j per unit of the output of i; rows add up to less than 1.
    public let allocation: Matrix
    /// G, n x n: output of sector j per unit of primary input into sector i.
    public let inverse: Matrix
    private let factors: LUFactorization

    /// Number of sectors.
    public var count: Int { inverse.rows }

    /// Builds and factors the system. O(8/3 n³).
    ///
    /// - Parameters:
    ///   - intermediate: Z, n x n, in money.
    ///   - output: x, n; a sector without output may sell nothing.
    /// - Throws: `wrongShape`, `notFinite`, `notPositive` for sales from an
    ///   output of zero or below, `unsolvable`.
    public init(intermediate: Matrix, output: [Double]) throws(AnalysisError) {
        let n = output.count
        try checkSquare(intermediate, count: n, part: "intermediate use")
        try checkVector(output, count: n, part: "output")
        var perOutput = [Double](repeating: 0, count: n)
        var sales = perOutput
        intermediate.addRows(to: &sales, absolute: true)
        for i in 0..<n where sales[i] != 0 {
            guard output[i] > 0 else { throw .notPositive(part: "output", index: i, value: output[i]) }
            perOutput[i] = 1 / output[i]
        }
        allocation = intermediate.scaledRows(by: perOutput)
        var system = allocation.scaledRows(by: [Double](repeating: -1, count: n))
        for i in 0..<n { system[i, i] += 1 }
        do throws(LinearAlgebraError) {
            factors = try LUFactorization(consume system)
        } catch { throw .unsolvable(part: "the Ghosh system", error) }
        inverse = factors.inverse()
    }

    /// Output x' = v'G for the primary inputs v, n values. O(2 n²).
    ///
    /// - Throws: `wrongShape`, `notFinite`.
    public func output(primaryInputs: [Double]) throws(AnalysisError) -> [Double] {
        try checkVector(primaryInputs, count: count, part: "primary inputs")
        do throws(LinearAlgebraError) { return try factors.solveTransposed(primaryInputs) } catch {
            throw .unsolvable(part: "primary inputs", error)
        }
    }

    /// Row sums of G: output of the whole economy per unit of primary input
    /// into sector i. Miller & Blair 2009, 12.1.
    public func inputMultipliers() -> [Double] { inverse.rowSums() }
}

extension InputOutputTable {
    /// The Ghosh system of flows of that origin. O(8/3 n³).
    ///
    /// - Throws: `table`, and as `GhoshSystem`.
    public func ghoshSystem(_ origin: InputOrigin) throws(AnalysisError) -> GhoshSystem {
        let flows: Matrix
        do throws(TableError) { flows = try intermediateUse(origin) } catch { throw .table(error) }
        return try GhoshSystem(intermediate: flows, output: output)
    }
}
