import LinearAlgebra

/// Δx = Δ(L f) split into technology and final demand: the mean of the two
/// polar forms. O(4/3 n³).
///
/// - Parameters:
///   - earlierCoefficients, laterCoefficients: A, n x n.
///   - earlierDemand, laterDemand: f, n.
/// - Returns: contributions `technology` and `final demand`.
/// - Throws: `wrongShape`, `notFinite`, `system`.
public func decomposeOutput(
    earlierCoefficients: Matrix, earlierDemand: [Double], laterCoefficients: Matrix, laterDemand: [Double]
) throws(AnalysisError) -> StructuralDecomposition {
    let n = earlierDemand.count
    try checkVector(earlierDemand, count: n, part: "earlier final demand")
    try checkVector(laterDemand, count: n, part: "later final demand")
    let (earlier, later) = (try closedFactors(earlierCoefficients, n), try closedFactors(laterCoefficients, n))
    return try meanOfPolarForms(factors: ["technology", "final demand"]) { moved throws(AnalysisError) in
        do throws(LeontiefError) {
            return try (moved[0] ? later : earlier).solve(moved[1] ? laterDemand : earlierDemand)
        } catch { throw .system(error) }
    }
}

private func closedFactors(_ coefficients: Matrix, _ n: Int) throws(AnalysisError) -> LeontiefFactors {
    do throws(LeontiefError) {
        return try LeontiefFactors(coefficients: coefficients, supplyShare: [Double](repeating: 1, count: n))
    } catch { throw .system(error) }
}

/// What is decomposed between two tables.
public enum DecomposedQuantity: String, Sendable, CaseIterable {
    /// Gross output.
    case output
    /// Sum of the value-added rows.
    case valueAdded
}

/// The causes that a competitive-import table can tell apart.
///
/// x = (I − r̂A)⁻¹ (r ∘ (level · mix) + external sales of own output + discrepancy),
/// value added = ratio ∘ x.
public enum ChangeCause: String, Sendable, CaseIterable {
    /// Value added per unit of output; for value added only.
    case valueAddedRatio = "value_added_ratio"
    /// r, and the shares of export and outflow that are re-export.
    case supplyShare = "supply_share"
    /// A: coefficients of total use.
    case technology
    /// Sum of final use inside the region, all categories and products.
    case demandLevel = "demand_level"
    /// Share of each product in that sum. Categories are not told apart: the
    /// inventory column adds up to about zero, so that shares within it mean nothing.
    case demandMix = "demand_mix"
    /// Export and outflow.
    case externalSales = "external_sales"
    /// What the sources leave open in the rows.
    case discrepancy
}

/// The change between two tables of the same sectors split into `ChangeCause`s.
///
/// The tables are taken as they are: at current prices every contribution
/// contains the change of prices, and only the mix, the shares and the ratios
/// are free of a common inflation. The change is that of the Leontief solution:
/// of the table's own output once its rows close (`closingRounding`).
/// 12 or 14 systems of O(2/3 n³).
///
/// Sectors of the later table may stand in another order.
///
/// - Throws: `unknownName` for a sector that only one of them has, `table`, `system`.
public func decompose(
    _ quantity: DecomposedQuantity, from earlier: InputOutputTable, to later: InputOutputTable
) throws(AnalysisError) -> StructuralDecomposition {
    let later = try later.ordered(by: earlier.sectors)
    let states = [try EconomyState(earlier), try EconomyState(later)]
    let causes = ChangeCause.allCases.filter { quantity == .valueAdded || $0 != .valueAddedRatio }
    return try meanOfPolarForms(factors: causes.map(\.rawValue)) { moved throws(AnalysisError) in
        func state(_ cause: ChangeCause) -> EconomyState {
            causes.firstIndex(of: cause).map { moved[$0] } == true ? states[1] : states[0]
        }
        let supply = state(.supplyShare).supply
        let level = state(.demandLevel).level
        let sales = state(.externalSales)
        let demand = supply.regionalDemand(
            domesticFinalUse: state(.demandMix).mix.map { level * $0 }, export: sales.export, outflow: sales.outflow)
        let output: [Double]
        do throws(LeontiefError) {
            output = try LeontiefFactors(
                coefficients: state(.technology).coefficients, supplyShare: supply.share
            ).solve(zip(demand, state(.discrepancy).discrepancy).map { $0 + $1 })
        } catch { throw .system(error) }
        guard quantity == .valueAdded else { return output }
        return zip(state(.valueAddedRatio).ratio, output).map { $0 * $1 }
    }
}

/// The factors of one table.
private struct EconomyState {
    let supply: RegionalSupply
    let coefficients: Matrix
    let ratio: [Double]
    let level: Double
    let mix: [Double]
    let export: [Double]
    let outflow: [Double]
    let discrepancy: [Double]

    init(_ table: InputOutputTable) throws(AnalysisError) {
        do throws(TableError) {
            supply = try table.regionalSupply()
            coefficients = try table.technicalCoefficients()
            ratio = try table.valueAddedCoefficients()
        } catch { throw .table(error) }
        let use = table.totalDomesticFinalUse()
        let sum = use.reduce(0, +)
        guard sum > 0 else { throw .notPositive(part: "final use inside the region", index: 0, value: sum) }
        level = sum
        mix = use.map { $0 / sum }
        export = table.export
        outflow = table.outflow
        discrepancy = table.discrepancy
    }
}
