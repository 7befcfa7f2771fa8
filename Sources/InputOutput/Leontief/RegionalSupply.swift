/// How much of the use inside the region is supplied from inside it.
///
/// rᵢ = 1 − (importsᵢ + inflowᵢ) / (domestic use of i), the same share for
/// every user of a product (the assumption of a competitive-import table).
/// Where imports and inflow exceed domestic use, r would be negative: goods
/// pass through the region. There r is 0 and the excess is re-export, taken
/// off outflow first and off export for the rest, as fixed shares of them, so
/// that the base year's output is reproduced exactly. Where domestic use is
/// negative (a large run-down of inventory), r is 1 and all imports and
/// inflow count as re-export.
public struct RegionalSupply: Sendable, Equatable {
    /// r, one share per product.
    public let share: [Double]
    /// Share of outflow that the region's own output serves; 1 without re-export.
    public let retainedOutflow: [Double]
    /// Share of export that the region's own output serves; 1 without re-export.
    public let retainedExport: [Double]
    /// Indices of the products with re-export: worth a warning, it is either
    /// transit trade or weak data.
    public let reexports: [Int]

    /// Demand for the region's own output: r ∘ domestic + retained export and outflow.
    ///
    /// - Parameters: one value per product each, in the order of the table.
    /// - Precondition: equal lengths.
    public func regionalDemand(domesticFinalUse: [Double], export: [Double], outflow: [Double]) -> [Double] {
        let n = share.count
        precondition(domesticFinalUse.count == n && export.count == n && outflow.count == n, "one value per product")
        return (0..<n).map { i -> Double in
            let sales = retainedExport[i] * export[i] + retainedOutflow[i] * outflow[i]
            return share[i] * domesticFinalUse[i] + sales
        }
    }
}

extension InputOutputTable {
    /// The supply shares and re-exports of this table. O(n²).
    ///
    /// - Throws: `reexportsExceedSales` where the excess is more than outflow
    ///   and export together, beyond rounding (10⁻⁶ of domestic use).
    public func regionalSupply() throws(TableError) -> RegionalSupply {
        var share = [Double](repeating: 1, count: count)
        var retainedOutflow = share
        var retainedExport = share
        var reexports: [Int] = []
        for (i, use) in domesticUse().enumerated() {
            let brought = imports[i] + inflow[i]
            if brought == 0 { continue }
            if use > 0 && brought <= use {
                share[i] = 1 - brought / use
                continue
            }
            if use >= 0 { share[i] = 0 }
            let excess = brought - max(use, 0)
            reexports.append(i)
            let fromOutflow = min(excess, max(outflow[i], 0))
            if fromOutflow > 0 { retainedOutflow[i] = 1 - fromOutflow / outflow[i] }
            let fromExport = min(excess - fromOutflow, max(export[i], 0))
            if fromExport > 0 { retainedExport[i] = 1 - fromExport / export[i] }
            guard excess - fromOutflow - fromExport <= 1e-6 * abs(use) else {
                throw .reexportsExceedSales(sector: sectors[i], reexports: excess, sales: outflow[i] + export[i])
            }
        }
        return RegionalSupply(
            share: share, retainedOutflow: retainedOutflow, retainedExport: retainedExport, reexports: reexports)
    }

    /// Demand for the region's own output in the year of the table, discrepancy
    /// included: the right side whose Leontief solution is the table's output.
    ///
    /// - Throws: as `regionalSupply`.
    public func regionalDemand() throws(TableError) -> [Double] {
        let demand = try regionalSupply().regionalDemand(
            domesticFinalUse: totalDomesticFinalUse(), export: export, outflow: outflow)
        return zip(demand, discrepancy).map { $0 + $1 }
    }
}
