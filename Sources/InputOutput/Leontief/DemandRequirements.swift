import LinearAlgebra

/// What final demand for a mix of the region's products takes, directly and through all inputs of inputs.
///
/// For demand d: output x = (I − r̂A)⁻¹ d, use of product i as input uᵢ = Σⱼ Aᵢⱼ xⱼ, of which (1 − rᵢ) uᵢ comes from
/// outside, value added v'x. What is paid ends as one or the other: Σ (1 − rᵢ) uᵢ + v'x = Σ dᵢ. Inventory is final use
/// here, so that the account closes. `Leakage` has the sums for single products. Miller & Blair 2009, 2.3 and 3.2 (regional supply percentages).
public struct DemandRequirements: Sendable, Equatable {
    /// u, by product: input of it, whatever its origin.
    public let inputs: [Double]
    /// (1 − r) u, by product: the part of it that is imported or flows in.
    public let fromOutside: [Double]
    /// v'x: value added in the region.
    public let valueAdded: Double
    /// Sum of `fromOutside`: what leaves the region as imports and inflow.
    public var leakage: Double { fromOutside.reduce(0, +) }
}

extension InputOutputTable {
    /// What each of several demands takes. O(2/3 n³ + n² · demands).
    ///
    /// - Parameter demands: one value per product each, for products that the region makes.
    /// - Throws: `AnalysisError`, `TableError`, `LeontiefError`.
    public func requirements(of demands: [[Double]]) throws -> [DemandRequirements] {
        let factors = try leontiefFactors(.regional)
        let coefficients = try technicalCoefficients()
        let supply = try supplyShare(.regional)
        let ratios = try valueAddedCoefficients()
        return try demands.map { demand in
            let output = try factors.solve(demand)
            var inputs = [Double](repeating: 0, count: count)
            for j in 0..<count where output[j] != 0 {
                for i in 0..<count { inputs[i] += coefficients[i, j] * output[j] }
            }
            return DemandRequirements(
                inputs: inputs, fromOutside: zip(inputs, supply).map { $0 * (1 - $1) },
                valueAdded: zip(output, ratios).reduce(0) { $0 + $1.0 * $1.1 })
        }
    }
}
