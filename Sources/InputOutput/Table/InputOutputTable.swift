import LinearAlgebra

/// A vector over the sectors with the name of its row or column in the table.
public struct NamedVector: Sendable, Equatable {
    public var name: String
    /// One value per sector, in the order of the table.
    public var values: [Double]

    /// Its parts, as documented on each.
    public init(name: String, values: [Double]) {
        self.name = name
        self.values = values
    }
}

/// A competitive-import input-output table of a region: n sectors, one year,
/// one money unit, producer prices.
///
/// Intermediate and final use are *total* use: they contain imports from
/// abroad and inflow from other regions, which stand as deductions in columns
/// of their own. Accounting identities, for every sector i:
/// - row: Σⱼ Zᵢⱼ + domestic final use + export + outflow − imports − inflow + discrepancy = output
/// - column: Σⱼ Zⱼᵢ + imported inputs + value added = output
///
/// Where a source tells what the region itself supplies (a domestic, or
/// non-competitive, table), Z and final use hold that only, nothing is
/// deducted, and what sectors buy outside stands as `importedInputs` in the
/// columns. Then r = 1 and A is exactly that of the region's own products;
/// inputs whatever their origin are not in such a table.
///
/// Shapes are checked on creation, the identities by `validate`.
/// Miller & Blair 2009, 2.2 and 4.2.
public struct InputOutputTable: Sendable, Equatable {
    /// Sector codes, n of them.
    public let sectors: [String]
    /// Z, n x n: element (i, j) is what sector j uses of product i.
    ///
    /// - Precondition: not turned into factors by `turnIntoLeontiefFactors`.
    public var intermediate: Matrix {
        guard let flows else { preconditionFailure("the flows of this table were turned into factors") }
        return flows
    }
    private var flows: Matrix?
    /// Final use inside the region by category, e.g. household, government, fixed_capital, inventory.
    public let domesticFinalUse: [NamedVector]
    /// Sales abroad.
    public let export: [Double]
    /// Sales to other regions of the country.
    public let outflow: [Double]
    /// Purchases from abroad by product, positive.
    public let imports: [Double]
    /// Purchases from other regions of the country by product, positive.
    public let inflow: [Double]
    /// What the source leaves open in the row.
    public let discrepancy: [Double]
    /// Rows of value added, e.g. compensation, production_taxes, depreciation, operating_surplus.
    public let valueAdded: [NamedVector]
    /// Gross output.
    public let output: [Double]
    /// Inputs from outside by using sector, where Z holds only the region's own products; else 0.
    public let importedInputs: [Double]

    /// Number of sectors.
    public var count: Int { sectors.count }

    /// - Throws: `wrongShape` when a part does not have one entry per sector,
    ///   `duplicateSector` when two sectors have the same code.
    public init(
        sectors: [String], intermediate: Matrix, domesticFinalUse: [NamedVector], export: [Double], outflow: [Double],
        imports: [Double], inflow: [Double], discrepancy: [Double], valueAdded: [NamedVector], output: [Double],
        importedInputs: [Double]? = nil
    ) throws(TableError) {
        let n = sectors.count
        let importedInputs = importedInputs ?? [Double](repeating: 0, count: n)
        var seen = Set<String>()
        for sector in sectors where !seen.insert(sector).inserted { throw .duplicateSector(sector) }
        guard intermediate.shape == Shape(rows: n, columns: n) else {
            throw .wrongShape(
                part: "intermediate use", expected: Shape(rows: n, columns: n), found: intermediate.shape)
        }
        let vectors =
            domesticFinalUse + valueAdded + [
                NamedVector(name: "export", values: export), NamedVector(name: "outflow", values: outflow),
                NamedVector(name: "imports", values: imports), NamedVector(name: "inflow", values: inflow),
                NamedVector(name: "discrepancy", values: discrepancy), NamedVector(name: "output", values: output),
                NamedVector(name: "imported inputs", values: importedInputs),
            ]
        for vector in vectors where vector.values.count != n {
            throw .wrongShape(
                part: vector.name, expected: Shape(rows: n, columns: 1),
                found: Shape(rows: vector.values.count, columns: 1))
        }
        self.sectors = sectors
        flows = intermediate
        self.domesticFinalUse = domesticFinalUse
        self.export = export
        self.outflow = outflow
        self.imports = imports
        self.inflow = inflow
        self.discrepancy = discrepancy
        self.valueAdded = valueAdded
        self.output = output
        self.importedInputs = importedInputs
    }

    /// Whether Z and final use hold only what the region itself supplies.
    public var holdsOwnFlowsOnly: Bool { importedInputs.contains { $0 != 0 } }

    /// Total value added by sector: the sum of the value-added rows.
    public func totalValueAdded() -> [Double] { sum(of: valueAdded) }

    /// Final use inside the region by product: the sum of its categories.
    public func totalDomesticFinalUse() -> [Double] { sum(of: domesticFinalUse) }

    /// Use inside the region by product, intermediate and final, whatever its origin.
    public func domesticUse() -> [Double] { zip(intermediate.rowSums(), totalDomesticFinalUse()).map { $0 + $1 } }

    /// A = Z x̂⁻¹, n x n: input of product i per unit of output of sector j, whatever its origin;
    /// of the region's own products where the table `holdsOwnFlowsOnly`.
    ///
    /// A sector without output and without inputs has a column of zeros.
    /// Miller & Blair 2009, eq. 2.3.
    ///
    /// - Throws: `noOutput` for a sector with inputs and an output of zero or below.
    public func technicalCoefficients() throws(TableError) -> Matrix {
        intermediate.scaledColumns(by: try inputsPerUnitOfOutput())
    }

    /// 1 / x, n: what turns a column of Z into one of A; 0 for a sector without inputs.
    ///
    /// - Throws: as `technicalCoefficients`.
    func inputsPerUnitOfOutput() throws(TableError) -> [Double] {
        let flows = intermediate
        return try perUnitOfOutput(
            used: (0..<count).map { j in
                flows.withColumn(j) { column in
                    for i in 0..<column.count where column[i] != 0 { return true }
                    return false
                }
            })
    }

    /// Z, which the table gives up: the caller's alone if no copy of the table shares it.
    mutating func takeFlows() -> Matrix {
        let taken = intermediate
        flows = nil
        return taken
    }

    /// Value added per unit of output, by sector; 0 for a sector without both.
    ///
    /// - Throws: `noOutput` for a sector with value added and an output of zero or below.
    public func valueAddedCoefficients() throws(TableError) -> [Double] {
        let valueAdded = totalValueAdded()
        return zip(valueAdded, try perUnitOfOutput(used: valueAdded.map { $0 != 0 })).map { $0 * $1 }
    }

    private func perUnitOfOutput(used: [Bool]) throws(TableError) -> [Double] {
        var factors = [Double](repeating: 0, count: count)
        for j in 0..<count where used[j] {
            guard output[j] > 0 else { throw .noOutput(sector: sectors[j], output: output[j]) }
            factors[j] = 1 / output[j]
        }
        return factors
    }

    private func sum(of vectors: [NamedVector]) -> [Double] {
        vectors.reduce(into: [Double](repeating: 0, count: count)) { sums, vector in
            for i in sums.indices { sums[i] += vector.values[i] }
        }
    }
}
