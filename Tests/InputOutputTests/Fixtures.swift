import InputOutput
import LinearAlgebra

/// Largest absolute difference of two equally long vectors; infinite otherwise.
func distance(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).map { abs($0 - $1) }.max() ?? 0 : .infinity
}

func distance(_ a: Matrix, _ b: Matrix) -> Double {
    guard a.shape == b.shape else { return .infinity }
    return (0..<a.columns).map { distance(a.column($0), b.column($0)) }.max() ?? 0
}

/// Largest relative difference of two vectors of positive numbers.
func relativeDistance(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).map { abs($0 / $1 - 1) }.max() ?? 0 : .infinity
}

/// A closed economy of two sectors: Miller & Blair, Input-Output Analysis,
/// 2nd ed. 2009, section 2.3.
func millerBlairTable() throws -> InputOutputTable {
    let none = [0.0, 0]
    return try InputOutputTable(
        sectors: ["agriculture", "manufacturing"], intermediate: Matrix(rowMajor: [[150, 500], [200, 100]]),
        domesticFinalUse: [NamedVector(name: "final", values: [350, 1700])], export: none, outflow: none,
        imports: none, inflow: none, discrepancy: none,
        valueAdded: [NamedVector(name: "value_added", values: [650, 1400])], output: [1000, 2000])
}

/// An invented region with everything that real tables have: inventory of both
/// signs, a product that passes through (instruments: imports and inflow
/// exceed use), a product without export, value added in two rows.
///
/// Outputs follow from the rows, value added from the columns, so that both
/// identities hold to rounding. `discrepancy` and `adjust` open them.
struct RegionFixture {
    var sectors = ["farming", "mining", "machinery", "electronics", "instruments", "building", "services"]
    var intermediate: [[Double]] = [
        [80, 0, 2, 1, 0, 6, 30], [1, 20, 30, 4, 1, 40, 5], [10, 12, 160, 40, 6, 60, 30], [2, 3, 50, 150, 12, 10, 60],
        [0, 1, 8, 10, 5, 4, 6], [1, 1, 2, 1, 0, 10, 20], [20, 15, 90, 60, 8, 70, 250],
    ]
    var household: [Double] = [120, 2, 60, 90, 3, 10, 420]
    var government: [Double] = [5, 0, 0, 0, 0, 0, 180]
    var fixedCapital: [Double] = [3, 0, 140, 60, 12, 390, 40]
    var inventory: [Double] = [6, -2, 40, 5, 0, 0, 0]
    var export: [Double] = [4, 0, 60, 180, 30, 0, 20]
    var outflow: [Double] = [40, 5, 180, 90, 45, 8, 60]
    var imports: [Double] = [12, 20, 30, 80, 31, 0, 10]
    var inflow: [Double] = [30, 38, 130, 150, 28, 2, 170]
    var discrepancy: [Double] = [0, 0.5, 0, -0.25, 0, 0, 0]

    func table() throws -> InputOutputTable {
        let z = Matrix(rowMajor: intermediate)
        let rows = z.rowSums()
        let output = sectors.indices.map { i -> Double in
            let domestic = rows[i] + household[i] + government[i] + fixedCapital[i] + inventory[i]
            return domestic + export[i] + outflow[i] - imports[i] - inflow[i] + discrepancy[i]
        }
        let valueAdded = zip(output, z.columnSums()).map { $0 - $1 }
        let wages = valueAdded.map { 0.6 * abs($0) }
        return try InputOutputTable(
            sectors: sectors, intermediate: z,
            domesticFinalUse: [
                NamedVector(name: "household", values: household), NamedVector(name: "government", values: government),
                NamedVector(name: "fixed_capital", values: fixedCapital),
                NamedVector(name: "inventory", values: inventory),
            ], export: export, outflow: outflow, imports: imports, inflow: inflow, discrepancy: discrepancy,
            valueAdded: [
                NamedVector(name: "compensation", values: wages),
                NamedVector(name: "operating_surplus", values: zip(valueAdded, wages).map { $0 - $1 }),
            ], output: output)
    }
}

extension InputOutputTable {
    /// The same table with some parts exchanged.
    func replacing(
        intermediate: Matrix? = nil, export: [Double]? = nil, valueAdded: [NamedVector]? = nil, output: [Double]? = nil
    ) throws -> InputOutputTable {
        try InputOutputTable(
            sectors: sectors, intermediate: intermediate ?? self.intermediate, domesticFinalUse: domesticFinalUse,
            export: export ?? self.export, outflow: outflow, imports: imports, inflow: inflow,
            discrepancy: discrepancy, valueAdded: valueAdded ?? self.valueAdded, output: output ?? self.output)
    }

    /// The table with its sectors in another order.
    func permuted(_ order: [Int]) throws -> InputOutputTable {
        func moved(_ values: [Double]) -> [Double] { order.map { values[$0] } }
        func moved(_ vectors: [NamedVector]) -> [NamedVector] {
            vectors.map { NamedVector(name: $0.name, values: moved($0.values)) }
        }
        return try InputOutputTable(
            sectors: order.map { sectors[$0] },
            intermediate: Matrix(rowMajor: order.map { moved(intermediate.row($0)) }),
            domesticFinalUse: moved(domesticFinalUse), export: moved(export), outflow: moved(outflow),
            imports: moved(imports), inflow: moved(inflow), discrepancy: moved(discrepancy),
            valueAdded: moved(valueAdded), output: moved(output))
    }

    /// Output by the Leontief system of the table's own year.
    func reproducedOutput() throws -> [Double] {
        try LeontiefSystem(coefficients: technicalCoefficients(), supplyShare: regionalSupply().share)
            .solve(regionalDemand())
    }
}

/// The table in another unit of money.
func scaled(_ table: InputOutputTable, by factor: Double) throws -> InputOutputTable {
    func scaled(_ values: [Double]) -> [Double] { values.map { factor * $0 } }
    func scaled(_ vectors: [NamedVector]) -> [NamedVector] {
        vectors.map { NamedVector(name: $0.name, values: scaled($0.values)) }
    }
    return try InputOutputTable(
        sectors: table.sectors,
        intermediate: table.intermediate.scaledRows(by: scaled(Array(repeating: 1, count: table.count))),
        domesticFinalUse: scaled(table.domesticFinalUse), export: scaled(table.export),
        outflow: scaled(table.outflow), imports: scaled(table.imports), inflow: scaled(table.inflow),
        discrepancy: scaled(table.discrepancy), valueAdded: scaled(table.valueAdded), output: scaled(table.output))
}
