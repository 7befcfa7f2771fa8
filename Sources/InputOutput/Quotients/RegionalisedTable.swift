import LinearAlgebra

/// A regional table estimated from a national one, and what it rests on.
public struct RegionalisedTable: Sendable, Equatable {
    /// The estimate; both identities hold as far as the national table's do.
    public let table: InputOutputTable
    /// q of final use, n: the share of national products that the region supplies itself.
    public let finalSupplyShare: [Double]
    /// Products whose output falls short of what the quotients and exports ask
    /// for: the shortage is more inflow than the quotients say. Many or large
    /// ones mean that the method does not fit the region.
    public let shortages: [Shortage]

    /// Output that the quotients expect and the region does not make.
    public struct Shortage: Sendable, Equatable {
        /// Index of the product, from 0.
        public let sector: Int
        /// In the money unit of the table; added to inflow.
        public let amount: Double
    }
}

extension InputOutputTable {
    /// A table for a region without one, from this national table and the
    /// sizes of its sectors in region and nation (non-survey method).
    ///
    /// Every sector keeps the nation's technology, value-added ratios, export
    /// share and import share of use; with sᵢ = REᵢ / NEᵢ and R = RE / NE:
    /// - output xᵢ sᵢ: productivity as in the nation, unless the base is output
    /// - use Z ŝ, final use F R (or its own share by category)
    /// - imports from abroad: the national share (1 − rᵢ) of the region's use,
    ///   the part of it that the table has as inflow counted as inflow
    /// - inflow: the rest of its use times 1 − min(1, qᵢⱼ); final users' q is
    ///   SLQᵢ, times λ for FLQ and AFLQ
    /// - outflow closes the row; where it would be negative, inflow rises
    ///   instead and the shortage is reported.
    /// The table stores use whatever its origin, with one supply share a row:
    /// cell-by-cell quotients enter through each row's inflow. Miller & Blair
    /// 2009, 8.2; Flegg & Webber 2000. O(n²).
    ///
    /// How far to trust it: see `QuotientTrial`. No method is right for every
    /// province; show two.
    ///
    /// - Parameters:
    ///   - quotients: sizes of the sectors of this table.
    ///   - method: the quotient.
    ///   - finalUseShare: the region's share of the nation's final use by
    ///     category; categories not named have R.
    /// - Throws: `wrongShape`, `outOfRange`, `unknownName`, `table`.
    public func regionalised(
        by quotients: LocationQuotients, method: QuotientMethod, finalUseShare: [String: Double] = [:]
    ) throws(AnalysisError) -> RegionalisedTable {
        try method.checkDelta()
        guard quotients.count == count else {
            throw .wrongShape(
                part: "location quotients", expected: Shape(rows: count, columns: 1),
                found: Shape(rows: quotients.count, columns: 1))
        }
        for name in finalUseShare.keys.sorted() { _ = try finalUse(name) }
        let supply: RegionalSupply
        do throws(TableError) { supply = try regionalSupply() } catch { throw .table(error) }

        let size = zip(quotients.region, quotients.nation).map { $1 == 0 ? 0 : $0 / $1 }
        func scaled(_ values: [Double]) -> [Double] { zip(values, size).map { $0 * $1 } }
        let use = intermediate.scaledColumns(by: size)
        let final = domesticFinalUse.map { category in
            let share = finalUseShare[category.name] ?? quotients.relativeSize
            return NamedVector(name: category.name, values: category.values.map { share * $0 })
        }
        let finalShare = quotients.simple.map { min(1, $0 * method.sizeFactor(quotients)) }
        let sales = zip(supply.retainedExport, export).map { $0 * $1 }
        let trade = Trade(
            use: use, final: final, nationalShare: supply.share, fromAbroad: shareFromAbroad(),
            shares: quotients.supplyShares(method), finalShare: finalShare, output: scaled(output),
            export: scaled(sales), discrepancy: scaled(discrepancy))
        do throws(TableError) {
            let table = try InputOutputTable(
                sectors: sectors, intermediate: use, domesticFinalUse: final, export: scaled(sales),
                outflow: trade.outflow, imports: trade.imports, inflow: trade.inflow, discrepancy: scaled(discrepancy),
                valueAdded: valueAdded.map { NamedVector(name: $0.name, values: scaled($0.values)) },
                output: scaled(output), importedInputs: scaled(importedInputs))
            return RegionalisedTable(table: table, finalSupplyShare: finalShare, shortages: trade.shortages)
        } catch { throw .table(error) }
    }
}

extension InputOutputTable {
    /// The part from abroad of what comes from outside, by product; 1 where nothing does.
    fileprivate func shareFromAbroad() -> [Double] {
        zip(imports, inflow).map { $0 + $1 > 0 ? $0 / ($0 + $1) : 1 }
    }
}

/// Imports, inflow and outflow of the estimate.
private struct Trade {
    private(set) var imports: [Double] = []
    private(set) var inflow: [Double] = []
    private(set) var outflow: [Double] = []
    private(set) var shortages: [RegionalisedTable.Shortage] = []

    init(
        use: Matrix, final: [NamedVector], nationalShare: [Double], fromAbroad: [Double], shares: Matrix,
        finalShare: [Double], output: [Double], export: [Double], discrepancy: [Double]
    ) {
        for i in output.indices {
            let users = use.row(i)
            let finalUse = final.reduce(0) { $0 + $1.values[i] }
            let all = users.reduce(0, +) + finalUse
            let outside = (1 - nationalShare[i]) * all
            let abroad = fromAbroad[i] * outside
            let own = zip(users, shares.row(i)).reduce(0) { $0 + $1.0 * $1.1 } + finalShare[i] * finalUse
            let brought = nationalShare[i] * (all - own) + outside - abroad
            let rest = output[i] + abroad + brought - all - export[i] - discrepancy[i]
            // Differences of equal sums are rounding, not a shortage.
            let negligible = 1e-12 * (abs(output[i]) + abs(all))
            imports.append(abroad)
            inflow.append(brought + max(0, -rest))
            outflow.append(max(0, rest))
            if rest < -negligible { shortages.append(.init(sector: i, amount: -rest)) }
        }
    }
}

extension QuotientMethod {
    /// λ for the methods that have it, 1 for the others.
    fileprivate func sizeFactor(_ quotients: LocationQuotients) -> Double {
        switch self {
        case .simple, .crossIndustry: 1
        case .flegg(let delta, _), .augmentedFlegg(let delta, _): quotients.lambda(delta: delta)
        }
    }
}
