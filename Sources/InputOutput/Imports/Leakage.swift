import LinearAlgebra

/// Where a unit of demand ends: in the region's value added, or outside.
///
/// With r the regional supply share, A the technical coefficients of total
/// use, L = (I − r̂A)⁻¹ and v the value-added coefficients:
/// - direct leakage of sector j per unit of output: ℓⱼ = Σᵢ (1 − rᵢ) aᵢⱼ, and what the column has as imported inputs
/// - total leakage per unit of demand for the region's product j: ℓ'L
/// - value added per unit of demand for it: v'L, and v'L + ℓ'L = 1.
///
/// The identity holds for every table whose columns add up. Leakage is split
/// between imports and inflow as each product's total is (proportionality);
/// imported inputs of a column count as from abroad.
/// Miller & Blair 2009, 4.2.3 and 3.2.
public struct Leakage: Sendable, Equatable {
    /// ℓ, n: inputs from outside per unit of output.
    public let direct: [Double]
    /// ℓ'L, n: inputs from outside, of all sectors, per unit of demand for product j of the region.
    public let total: [Double]
    /// The part of `total` that comes from abroad; the rest is inflow from other regions.
    public let fromAbroad: [Double]
    /// v'L, n: value added in the region per unit of demand for product j.
    public let valueAdded: [Double]
    /// 1 − rᵢ, n: share of the use of product i that comes from outside.
    public let outsideShare: [Double]
}

extension InputOutputTable {
    /// Direct and total leakage of every sector. O(2/3 n³).
    ///
    /// - Throws: `table`, `system`.
    public func leakage() throws(AnalysisError) -> Leakage {
        let factors = try leontiefFactors(.regional)
        let (coefficients, outside, valueAdded) = try leakageParts()
        let abroad = (0..<count).map { i in
            let brought = imports[i] + inflow[i]
            return brought == 0 ? 0 : outside[i] * imports[i] / brought
        }
        let imported = try perOutput(importedInputs, part: "imported inputs")
        let direct = zip(coefficients.scaledRows(by: outside).columnSums(), imported).map { $0 + $1 }
        let directAbroad = zip(coefficients.scaledRows(by: abroad).columnSums(), imported).map { $0 + $1 }
        do throws(LeontiefError) {
            return Leakage(
                direct: direct, total: try factors.solveTransposed(direct),
                fromAbroad: try factors.solveTransposed(directAbroad),
                valueAdded: try factors.solveTransposed(valueAdded), outsideShare: outside)
        } catch { throw .system(error) }
    }

    private func leakageParts() throws(AnalysisError) -> (Matrix, [Double], [Double]) {
        do throws(TableError) {
            return (
                try technicalCoefficients(), try regionalSupply().share.map { 1 - $0 }, try valueAddedCoefficients()
            )
        } catch { throw .table(error) }
    }
}
