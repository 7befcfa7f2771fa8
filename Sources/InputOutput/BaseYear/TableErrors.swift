import LinearAlgebra

/// How far an updated or estimated table lies from the published one of the same year.
///
/// Errors are weighted: Σ |estimate − real| / Σ |real| (weighted mean absolute percentage error), multipliers by real
/// output. Multipliers are simple output multipliers, type I.
public struct TableErrors: Sendable, Equatable {
    public let output: Double
    public let valueAdded: Double
    /// Multipliers of inputs from the region itself.
    public let regionalMultipliers: Double
    /// Multipliers of all inputs whatever their origin.
    public let totalMultipliers: Double
    /// Cells of intermediate use.
    public let intermediate: Double
    public let domesticFinalUse: Double
    /// Export and outflow.
    public let sales: Double
    /// Imports and inflow.
    public let purchases: Double
    /// Regional multipliers of the estimate by sector.
    public let estimatedMultipliers: [Double]
    /// Regional multipliers of the published table by sector.
    public let realMultipliers: [Double]

    /// - Parameters:
    ///   - estimate: the table to judge.
    ///   - real: the published one; it must have the same sectors in the same order.
    /// - Throws: `wrongShape` for other sectors; `table` and `system` where a table has no multipliers.
    public init(of estimate: InputOutputTable, against real: InputOutputTable) throws(AnalysisError) {
        guard estimate.sectors == real.sectors else {
            throw .wrongShape(
                part: "tables with the same sectors in the same order", expected: Shape(rows: real.count, columns: 1),
                found: Shape(rows: estimate.count, columns: 1))
        }
        func error(_ values: (InputOutputTable) -> [Double]) -> Double {
            Self.weighted(values(estimate), values(real), weights: [Double](repeating: 1, count: values(real).count))
        }
        output = error { $0.output }
        valueAdded = error { $0.totalValueAdded() }
        intermediate = error { table in (0..<table.count).flatMap { table.intermediate.column($0) } }
        domesticFinalUse = error { $0.totalDomesticFinalUse() }
        sales = error { zip($0.export, $0.outflow).map { $0 + $1 } }
        purchases = error { zip($0.imports, $0.inflow).map { $0 + $1 } }
        func simple(_ table: InputOutputTable, _ origin: InputOrigin) throws(AnalysisError) -> [Double] {
            try table.leontiefSystem(origin).multipliers.columnSums()
        }
        estimatedMultipliers = try simple(estimate, .regional)
        realMultipliers = try simple(real, .regional)
        regionalMultipliers = Self.weighted(estimatedMultipliers, realMultipliers, weights: real.output)
        totalMultipliers = Self.weighted(
            try simple(estimate, .total), try simple(real, .total), weights: real.output)
    }

    private static func weighted(_ estimate: [Double], _ real: [Double], weights: [Double]) -> Double {
        var (distance, size) = (0.0, 0.0)
        for i in real.indices {
            distance += weights[i] * abs(estimate[i] - real[i])
            size += weights[i] * abs(real[i])
        }
        return size > 0 ? distance / size : distance
    }
}
