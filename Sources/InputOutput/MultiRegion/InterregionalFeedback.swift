import LinearAlgebra

/// Multipliers of one region's products, by where the output arises.
public struct SpilloverMultipliers: Sendable, Equatable {
    /// Name of the region.
    public let region: String
    /// S: output in the region itself if it were alone: column sums of (I − A^rr)⁻¹.
    public let isolated: [Double]
    /// S: what comes back through other regions: column sums of L^rr less `isolated`.
    public let feedback: [Double]
    /// R x S: output in every other region, column sums of L^sr; 0 in the region's own row.
    public let spillover: Matrix

    /// S: output everywhere: isolated + feedback + spillover.
    public var total: [Double] {
        isolated.indices.map { isolated[$0] + feedback[$0] + spillover.column($0).reduce(0, +) }
    }
}

/// What a region's demand brings back to it through the other regions.
public struct FeedbackEffect: Sendable, Equatable {
    /// Name of the region.
    public let region: String
    /// S: output of the region in the multi-region model.
    public let output: [Double]
    /// S: output of the region by its own coefficients alone.
    public let isolatedOutput: [Double]

    /// S: the difference.
    public var effect: [Double] { zip(output, isolatedOutput).map { $0 - $1 } }

    /// The difference over output, all sectors: Miller's overall percentage
    /// error as a fraction; what a single-region table misses.
    public var share: Double { effect.reduce(0, +) / output.reduce(0, +) }
}

/// Feedback between regions: demand in r needs inputs from s, whose producers
/// need inputs from r.
///
/// With L the inverse over all lines, the block L^rr holds all output of r per
/// unit of demand for r's products, (I − A^rr)⁻¹ the part that needs no other
/// region; the difference is the inter-regional feedback, never negative. For
/// two regions L^rr = (I − A^rr − A^rs (I − A^ss)⁻¹ A^sr)⁻¹. Blocks are
/// isolated by factoring A^rr alone. Miller 1966, 1969; Miller & Blair 2009, 3.3.2 and 6.3.
public struct InterregionalFeedback: Sendable {
    private let table: MultiRegionTable
    private let isolated: [LeontiefSystem]
    /// L, RS x RS.
    public let inverse: Matrix

    /// Factors all lines and every region alone. O(8/3 (R³ + R) S³).
    ///
    /// - Throws: `notPositive`, `system`.
    public init(_ table: MultiRegionTable) throws(AnalysisError) {
        self.table = table
        let coefficients = try table.coefficients()
        inverse = try Self.system(coefficients).multipliers
        var isolated: [LeontiefSystem] = []
        for r in table.regions.indices { isolated.append(try Self.system(table.block(coefficients, from: r, to: r))) }
        self.isolated = isolated
    }

    /// L^rr − (I − A^rr)⁻¹, S x S.
    ///
    /// - Throws: `unknownName`.
    public func feedback(of region: String) throws(AnalysisError) -> Matrix {
        let r = try table.region(region)
        var result = table.block(inverse, from: r, to: r)
        for j in 0..<result.columns {
            for i in 0..<result.rows { result[i, j] -= isolated[r].multipliers[i, j] }
        }
        return result
    }

    /// Output of a region for a demand for its products, with and without the
    /// other regions. O(S²).
    ///
    /// - Throws: `unknownName`, `wrongShape`, `notFinite`.
    public func effect(of demand: [Double], in region: String) throws(AnalysisError) -> FeedbackEffect {
        let r = try table.region(region)
        try checkVector(demand, count: table.sectors.count, part: "final demand")
        return FeedbackEffect(
            region: region, output: applied(table.block(inverse, from: r, to: r), demand),
            isolatedOutput: applied(isolated[r].multipliers, demand))
    }

    /// Multipliers of a region's products by where output arises. O(R S²).
    ///
    /// - Throws: `unknownName`.
    public func spillovers(of region: String) throws(AnalysisError) -> SpilloverMultipliers {
        let r = try table.region(region)
        let rows = table.regions.indices.map { s -> [Double] in
            s == r ? table.sectors.map { _ in 0 } : table.block(inverse, from: s, to: r).columnSums()
        }
        return SpilloverMultipliers(
            region: region, isolated: isolated[r].multipliers.columnSums(),
            feedback: try feedback(of: region).columnSums(), spillover: Matrix(rowMajor: rows))
    }

    private static func system(_ coefficients: Matrix) throws(AnalysisError) -> LeontiefSystem {
        do throws(LeontiefError) {
            return try LeontiefSystem(
                coefficients: coefficients, supplyShare: [Double](repeating: 1, count: coefficients.rows))
        } catch { throw .system(error) }
    }
}
