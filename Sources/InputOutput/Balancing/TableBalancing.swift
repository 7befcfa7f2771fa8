import LinearAlgebra

/// A table whose intermediate block was fitted to totals, and how.
public struct TableBalancing: Sendable {
    public let table: InputOutputTable
    /// Totals of intermediate use by row and by column that were fitted.
    public let rowTotals: [Double]
    public let columnTotals: [Double]
    public let fit: RASResult
    /// Whether negative cells asked for GRAS; RAS otherwise.
    public let isSigned: Bool
}

extension InputOutputTable {
    /// What each row of intermediate use must add up to for its account to hold:
    /// output − final use − export − outflow + imports + inflow − discrepancy.
    public func impliedRowTotals() -> [Double] {
        let finalUse = totalDomesticFinalUse()
        return (0..<count).map { i -> Double in
            let sales = finalUse[i] + export[i] + outflow[i]
            return output[i] - sales + imports[i] + inflow[i] - discrepancy[i]
        }
    }

    /// What each column of intermediate use must add up to: output − value added − imported inputs.
    public func impliedColumnTotals() -> [Double] {
        let valueAdded = totalValueAdded()
        return (0..<count).map { output[$0] - valueAdded[$0] - importedInputs[$0] }
    }

    /// The table with its intermediate block fitted to totals; everything else stays.
    ///
    /// With the implied totals both identities hold afterwards. RAS where no cell
    /// and no total is negative, GRAS otherwise.
    ///
    /// - Parameters:
    ///   - rowTotals, columnTotals: of intermediate use; nil for those that the accounts imply.
    /// - Throws: as `ras` and `gras`.
    public func balanced(
        rowTotals: [Double]? = nil, columnTotals: [Double]? = nil
    ) throws(RASError) -> TableBalancing {
        let rows = rowTotals ?? impliedRowTotals()
        let columns = columnTotals ?? impliedColumnTotals()
        let hasNegativeCell = (0..<count).contains { j in intermediate.column(j).contains { $0 < 0 } }
        let isSigned = hasNegativeCell || (rows + columns).contains { $0 < 0 }
        let fit =
            isSigned
            ? try gras(intermediate, rowTotals: rows, columnTotals: columns)
            : try ras(intermediate, rowTotals: rows, columnTotals: columns)
        do throws(TableError) {
            let table = try InputOutputTable(
                sectors: sectors, intermediate: fit.matrix, domesticFinalUse: domesticFinalUse, export: export,
                outflow: outflow, imports: imports, inflow: inflow, discrepancy: discrepancy, valueAdded: valueAdded,
                output: output, importedInputs: importedInputs)
            return TableBalancing(
                table: table, rowTotals: rows, columnTotals: columns, fit: fit, isSigned: isSigned)
        } catch { preconditionFailure("a fit has the shape of its matrix: \(error)") }
    }
}
