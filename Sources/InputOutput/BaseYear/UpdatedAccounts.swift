import LinearAlgebra
import RealModule

/// The rows and columns of the updated table for given outputs and value added, and the intermediate block that fits.
///
/// Column totals are what output leaves after value added. A row total lies between what supply suggests, the old row
/// moved like its output, and what use suggests, the sum of the users' needs at the expected technology:
///   supplyᵢ^(1−oᵢ) · useᵢ^oᵢ, scaled to the sum of the columns,
/// with oᵢ the openness of the product, (imports + inflow + export + outflow) over (output + imports + inflow), at most
/// 1. Where a product is traded, trade gives way; where it is not, use must be what is produced.
///
/// Final use, export and outflow of a product follow its output; imports and inflow its use inside the region, so that
/// the region supplies the share of its use that it did. The row is closed by outflow, by inflow where outflow would
/// fall below zero.
struct UpdatedAccounts {
    let table: InputOutputTable
    let rasIterations: Int

    /// - Parameters:
    ///   - outputFactors: new over old output.
    ///   - valueAddedFactors: new over old value added.
    init(
        of old: InputOutputTable, outputFactors: [Double], valueAddedFactors: [Double], technology: TechnologyPrior,
        drift: NationalDrift?
    ) throws(BaseYearError) {
        func moved(_ values: [Double]) -> [Double] { zip(values, outputFactors).map { $0 * $1 } }
        let expected = technology.intermediate.scaledColumns(by: outputFactors)
        let columnTotals = Self.columnTotals(old, outputFactors, valueAddedFactors)
        let rowTotals = Self.rowTotals(old, moved(old.intermediate.rowSums()), expected, columnTotals)
        let fitted: RASResult
        do throws(RASError) {
            fitted = try ras(expected, rowTotals: rowTotals, columnTotals: columnTotals)
        } catch {
            guard case .negativeCell(let row, let column, _) = error else {
                throw .balancing(error, sectors: old.sectors)
            }
            // The cell as the user knows it.
            let value = old.intermediate[row, column]
            throw .balancing(.negativeCell(row: row, column: column, value: value), sectors: old.sectors)
        }
        rasIterations = fitted.iterations

        let (output, export, discrepancy) = (moved(old.output), moved(old.export), moved(old.discrepancy))
        let domesticFinalUse = old.domesticFinalUse.map { NamedVector(name: $0.name, values: moved($0.values)) }
        let intermediateUse = fitted.matrix.rowSums()
        let use = (0..<old.count).map { i in domesticFinalUse.reduce(intermediateUse[i]) { $0 + $1.values[i] } }
        let bought = zip(use, old.domesticUse()).enumerated().map { i, use in
            use.0 > 0 && use.1 > 0 ? use.0 / use.1 : outputFactors[i]
        }
        let imports = zip(old.imports, bought).map { $0 * $1 }
        var (outflow, inflow) = (moved(old.outflow), zip(old.inflow, bought).map { $0 * $1 })
        for (i, domestic) in use.enumerated() {
            let closing = output[i] - (domestic + export[i] - imports[i] - inflow[i] + discrepancy[i])
            outflow[i] = max(closing, 0)
            inflow[i] += max(-closing, 0)
        }
        do throws(TableError) {
            table = try InputOutputTable(
                sectors: old.sectors, intermediate: fitted.matrix, domesticFinalUse: domesticFinalUse, export: export,
                outflow: outflow, imports: imports, inflow: inflow, discrepancy: discrepancy,
                valueAdded: Self.valueAddedRows(old, valueAddedFactors, drift), output: output)
        } catch { throw .table(error) }
    }

    private static func columnTotals(
        _ old: InputOutputTable, _ outputFactors: [Double], _ valueAddedFactors: [Double]
    ) -> [Double] {
        let (inputs, valueAdded) = (old.intermediate.columnSums(), old.totalValueAdded())
        return inputs.indices.map { j in
            if inputs[j] == 0 || outputFactors[j] == valueAddedFactors[j] { return inputs[j] * outputFactors[j] }
            return (inputs[j] + valueAdded[j]) * outputFactors[j] - valueAdded[j] * valueAddedFactors[j]
        }
    }

    private static func rowTotals(
        _ old: InputOutputTable, _ supply: [Double], _ expected: Matrix, _ columnTotals: [Double]
    ) -> [Double] {
        let (total, sum) = (columnTotals.reduce(0, +), supply.reduce(0, +))
        let pace = sum > 0 ? total / sum : 1
        let mixed = expected.rowSums().enumerated().map { i, use -> Double in
            let suggested = pace * supply[i]
            guard suggested > 0, use > 0 else { return suggested }
            return suggested * Double.pow(use / suggested, openness(of: i, in: old))
        }
        let mixedSum = mixed.reduce(0, +)
        return mixedSum > 0 ? mixed.map { $0 * total / mixedSum } : mixed
    }

    private static func openness(of product: Int, in table: InputOutputTable) -> Double {
        let bought = table.imports[product] + table.inflow[product]
        let supply = table.output[product] + bought
        guard supply > 0 else { return 0 }
        return min(max((bought + table.export[product] + table.outflow[product]) / supply, 0), 1)
    }

    /// Rows of value added: each by its column's factor and the drift of its share, scaled so that the column's total
    /// is met; by the factor alone where rows of a column have both signs or none.
    private static func valueAddedRows(
        _ old: InputOutputTable, _ factors: [Double], _ drift: NationalDrift?
    ) -> [NamedVector] {
        let shares = old.valueAdded.map { row in drift?.valueAddedRows.first { $0.name == row.name }?.values }
        var rows = old.valueAdded
        for s in 0..<old.count {
            let values = old.valueAdded.map { $0.values[s] }
            let total = values.reduce(0, +)
            let drifted = zip(values, shares).map { $0 * ($1?[s] ?? 1) }
            let sum = drifted.reduce(0, +)
            let isPlain = values.allSatisfy { $0 >= 0 } && total > 0 && drifted != values
            for k in rows.indices {
                rows[k].values[s] = factors[s] * (isPlain ? drifted[k] * total / sum : values[k])
            }
        }
        return rows
    }
}
