import InputOutput
import LinearAlgebra
import Testing

/// What holds for a table too large to be inverted: the same figures as from the inverse, in one matrix of memory.
@Suite struct LargeTableTests {
    /// A closed economy of n sectors, dense, with inputs of 30% to 70% of output.
    private func table(_ n: Int) throws -> InputOutputTable {
        let output = (0..<n).map { 500 + Double(($0 * 7919) % 1000) }
        let flows = Matrix(unsafeUninitializedRows: n, columns: n) { flows in
            for j in 0..<n {
                for i in 0..<n {
                    flows[i + j * n] = output[j] / Double(n) * Double((i * 104_729 + j * 1_299_709) % 997) / 997
                }
            }
        }
        let sold = zip(output, flows.rowSums()).map { $0 - $1 }
        let added = zip(output, flows.columnSums()).map { $0 - $1 }
        let none = [Double](repeating: 0, count: n)
        return try InputOutputTable(
            sectors: (0..<n).map { "s\($0)" }, intermediate: flows,
            domesticFinalUse: [NamedVector(name: "household", values: sold)], export: none, outflow: none,
            imports: none, inflow: none, discrepancy: none,
            valueAdded: [
                NamedVector(name: "compensation", values: added.map { 0.6 * $0 }),
                NamedVector(name: "operating_surplus", values: added.map { 0.4 * $0 }),
            ], output: output)
    }

    @Test(arguments: [7, 120, 520])
    func multipliersAreThoseOfTheInverse(n: Int) throws {
        let table = try table(n)
        let inverse = try table.leontiefSystem(.total).multipliers
        let factors = try table.leontiefFactors(.total)
        #expect(relativeDistance(factors.outputMultipliers, inverse.columnSums()) < 1e-12)
        let wages = try table.directCoefficients(.income(row: "compensation"))
        let content = inverse.scaledRows(by: wages).columnSums()
        #expect(relativeDistance(try multipliers(direct: wages, open: factors).simple, content) < 1e-12)
        #expect(relativeDistance(try factors.solve(table.totalDomesticFinalUse()), table.output) < 1e-12)
    }

    /// The table gives its flows away; a copy of it keeps them.
    @Test func factorsInPlaceAreTheOrdinaryOnes() throws {
        var spent = try table(300)
        let ordinary = try spent.leontiefFactors(.regional)
        let copy = spent
        let shared = try spent.turnIntoLeontiefFactors(.regional)
        #expect(copy.intermediate.rowSums() == (try table(300).intermediate.rowSums()))
        var alone = try table(300)
        let inPlace = try alone.turnIntoLeontiefFactors(.regional)
        // Not to the last bit: tests beside this one change how many threads OpenBLAS takes.
        for factors in [shared, inPlace] {
            #expect(relativeDistance(factors.outputMultipliers, ordinary.outputMultipliers) < 1e-13)
            #expect(relativeDistance(try factors.solve(alone.output), try ordinary.solve(alone.output)) < 1e-13)
        }
        #expect(alone.totalValueAdded() == copy.totalValueAdded())
    }

    @Test func aSpentTableHasNoFlows() async {
        await #expect(processExitsWith: .failure) {
            var table = try millerBlairTable()
            _ = try table.turnIntoLeontiefFactors(.total)
            _ = table.domesticUse()
        }
    }

    @Test func anAccountThatDoesNotHoldIsFoundWithItsSum() throws {
        let sound = try table(120)
        #expect(throws: Never.self) { try sound.validate() }
        var flows = sound.intermediate
        flows[3, 5] += 1
        let broken = try sound.replacing(intermediate: flows)
        let (rows, columns) = (broken.imbalances(.row), broken.imbalances(.column))
        #expect(rows.map(\.sector) == ["s3"] && columns.map(\.sector) == ["s5"])
        #expect(abs(rows[0].difference - 1) < 1e-9 && abs(columns[0].difference - 1) < 1e-9)
    }
}
