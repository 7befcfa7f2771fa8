import LinearAlgebra

/// What is taken out of the economy.
///
/// With K the extracted sectors, A the coefficients, B the allocation
/// coefficients of the same flows:
public enum ExtractionKind: String, Sendable, CaseIterable {
    /// Rows and columns K of A are zero and so is final demand for K: the
    /// sectors are gone (Paelinck 1965; Miller & Lahr 2001, case 1a).
    case complete
    /// Columns K of A are zero, own use included: the sectors buy no inputs of
    /// this origin, demand stays (Dietzenbacher & van der Linden 1997, backward).
    case backward
    /// Rows K of B are zero, own use included: the sectors sell to final demand only, primary
    /// inputs stay; supply-driven (Dietzenbacher & van der Linden 1997, forward).
    case forwardGhosh = "forward_ghosh"
    /// Rows K of A are zero: users take those inputs from elsewhere, demand
    /// stays; demand-driven (Miller & Lahr 2001).
    case forwardLeontief = "forward_leontief"
}

/// Output lost when sectors are extracted.
public struct ExtractionResult: Sendable, Equatable {
    /// What was taken out.
    public let kind: ExtractionKind
    /// Indices of the extracted sectors, from 0.
    public let sectors: [Int]
    /// Output before less output after, n, in the money unit of the output.
    public let lossBySector: [Double]
    /// Sum of `lossBySector`.
    public let total: Double
    /// The part of `total` outside the extracted sectors: what they mean for the others.
    public let lossOfOthers: Double
    /// `total` over output of the whole economy.
    public let shareOfOutput: Double
}

/// Importance of sectors by what the economy would lose without their links.
///
/// No system is solved anew. With U the columns K of the identity, the loss of
/// output is, by Sherman, Morrison & Woodbury,
///   complete: L·K L_KK⁻¹ x_K,   backward: (L·K − U) L_KK⁻¹ x_K,
///   forward, Leontief: L·K L_KK⁻¹ (x_K − f_K),
///   forward, Ghosh: x_K' G_KK⁻¹ (G_K· − U').
/// One sector costs O(n), k sectors O(k³ + k n); all n sectors one by one O(n²).
/// Dietzenbacher, van der Linden & Steenge 1993; Miller & Blair 2009, 12.2.5 and 12.2.6.
public struct HypotheticalExtraction: Sendable {
    private let leontief: Matrix
    private let ghosh: Matrix
    private let output: [Double]
    private let demand: [Double]

    /// - Parameters:
    ///   - leontief: L of the flows, n x n.
    ///   - output: x, n, positive where a sector has flows.
    ///   - demand: f with x = L f.
    /// - Throws: `wrongShape`, `notFinite`.
    public init(leontief: Matrix, output: [Double], demand: [Double]) throws(AnalysisError) {
        let n = output.count
        try checkSquare(leontief, count: n, part: "Leontief inverse")
        try checkVector(output, count: n, part: "output")
        try checkVector(demand, count: n, part: "final demand")
        self.leontief = leontief
        self.output = output
        self.demand = demand
        // G = x̂⁻¹ L x̂; a sector without output has no flows, and its row of G is that of the identity.
        var ghosh = leontief.scaledColumns(by: output).scaledRows(by: output.map { $0 > 0 ? 1 / $0 : 0 })
        for i in 0..<n where output[i] <= 0 { ghosh[i, i] = 1 }
        self.ghosh = ghosh
    }

    /// The loss without one sector. O(n).
    ///
    /// - Precondition: a sector of the system, from 0.
    public func extracting(_ sector: Int, kind: ExtractionKind) throws(AnalysisError) -> ExtractionResult {
        try extracting([sector], kind: kind)
    }

    /// The loss without a group of sectors together. O(k³ + k n).
    ///
    /// - Precondition: different sectors of the system, from 0.
    /// - Throws: `unsolvable` when the block of the group in L is singular.
    public func extracting(_ sectors: [Int], kind: ExtractionKind) throws(AnalysisError) -> ExtractionResult {
        precondition(sectors.allSatisfy(output.indices.contains), "sector out of range")
        precondition(Set(sectors).count == sectors.count, "sector extracted twice")
        var loss = try weightedLines(sectors, kind)
        for (place, k) in sectors.enumerated() where kind == .backward || kind == .forwardGhosh {
            loss.values[k] -= loss.weights[place]
        }
        let total = loss.values.reduce(0, +)
        return ExtractionResult(
            kind: kind, sectors: sectors, lossBySector: loss.values, total: total,
            lossOfOthers: total - sectors.reduce(0) { $0 + loss.values[$1] },
            shareOfOutput: total / output.reduce(0, +))
    }

    /// The loss without each sector alone. O(n²).
    public func extractingEach(kind: ExtractionKind) throws(AnalysisError) -> [ExtractionResult] {
        var results: [ExtractionResult] = []
        for sector in output.indices { results.append(try extracting(sector, kind: kind)) }
        return results
    }

    /// w and the sum of the columns K of L (rows of G) with the weights w.
    private func weightedLines(
        _ sectors: [Int], _ kind: ExtractionKind
    ) throws(AnalysisError) -> (values: [Double], weights: [Double]) {
        let inverse = kind == .forwardGhosh ? ghosh : leontief
        let block = Matrix(rowMajor: sectors.map { i in sectors.map { inverse[i, $0] } })
        let lost = sectors.map { kind == .forwardLeontief ? output[$0] - demand[$0] : output[$0] }
        let weights: [Double]
        do throws(LinearAlgebraError) {
            let factors = try LUFactorization(block)
            weights = kind == .forwardGhosh ? try factors.solveTransposed(lost) : try factors.solve(lost)
        } catch { throw .unsolvable(part: "the block of the extracted sectors", error) }
        var values = [Double](repeating: 0, count: output.count)
        for (place, k) in sectors.enumerated() {
            for i in values.indices {
                values[i] += weights[place] * (kind == .forwardGhosh ? inverse[k, i] : inverse[i, k])
            }
        }
        return (values, weights)
    }
}

extension InputOutputTable {
    /// Extraction by flows of that origin; demand is what the table's output
    /// leaves after its own use of these flows, so that x = L f. O(8/3 n³).
    ///
    /// - Throws: `table`, `system`.
    public func hypotheticalExtraction(_ origin: InputOrigin) throws(AnalysisError) -> HypotheticalExtraction {
        let flows: Matrix
        do throws(TableError) { flows = try intermediateUse(origin) } catch { throw .table(error) }
        return try HypotheticalExtraction(
            leontief: try leontiefSystem(origin).multipliers, output: output,
            demand: zip(output, flows.rowSums()).map { $0 - $1 })
    }
}
