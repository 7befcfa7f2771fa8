import InputOutput
import LinearAlgebra
import Testing

/// The identities of every method on the tables that ship. Columns of
/// published tables are rounded to 10⁻⁴ of the money unit.
@Suite struct SeedTableTests {
    @Test(arguments: SeedTable.allCases) func ghoshAndLeakageIdentitiesHold(seed: SeedTable) throws {
        let table = try seed.read()
        #expect(table.count == 33)
        let leontief = try table.leontiefSystem(.regional).multipliers
        let scaled = leontief.scaledRows(by: table.output.map { 1 / $0 }).scaledColumns(by: table.output)
        #expect(distance(try table.ghoshSystem(.regional).inverse, scaled) < 1e-9)
        let leakage = try table.leakage()
        let sums = zip(leakage.valueAdded, leakage.total).map { $0 + $1 }
        #expect(distance(sums, .init(repeating: 1, count: table.count)) < 1e-6)
    }

    @Test(arguments: SeedTable.allCases) func multipliersStayWithinTheirBounds(seed: SeedTable) throws {
        let table = try seed.read()
        let households = try table.householdCoefficients()
        let valueAdded = try table.multipliers(.valueAdded, households: households)
        #expect(zip(valueAdded.simple, valueAdded.direct).allSatisfy { $0 >= $1 - 1e-12 && $0 <= 1 + 1e-6 })
        let output = try table.multipliers(.output, households: households)
        #expect(zip(try #require(output.total), output.simple).allSatisfy { $0 > $1 && $1 >= 1 })
        let income = try table.multipliers(.income(row: "compensation"), households: households)
        #expect(zip(income.simple, valueAdded.simple).allSatisfy { $0 > 0 && $0 < $1 })
        let tax = try table.multipliers(.tax(row: "production_taxes"))
        #expect(zip(tax.simple, valueAdded.simple).allSatisfy { abs($0) < $1 })
    }

    @Test(arguments: SeedTable.allCases) func everyExtractionEqualsANewSolution(seed: SeedTable) throws {
        let table = try seed.read()
        let flows = try table.intermediateUse(.regional)
        let demand = zip(table.output, flows.rowSums()).map { $0 - $1 }
        let extraction = try table.hypotheticalExtraction(.regional)
        for sector in [0, 13, 32] {
            var a = try table.inputCoefficients(.regional)
            for i in 0..<table.count { a[i, sector] = 0 }
            let output = try LeontiefSystem(
                coefficients: a, supplyShare: .init(repeating: 1, count: table.count)
            ).solve(demand)
            let loss = zip(table.output, output).map { $0 - $1 }
            let result = try extraction.extracting(sector, kind: .backward)
            #expect(distance(result.lossBySector, loss) < 1e-9 * table.output.reduce(0, +))
        }
    }

    @Test func chinasGrowthIsExplainedWithoutResidual() throws {
        let (earlier, later) = (try SeedTable.china2017.read(), try SeedTable.china2020.read())
        for quantity in DecomposedQuantity.allCases {
            let result = try decompose(quantity, from: earlier, to: later)
            let scale = later.output.reduce(0, +)
            #expect(distance(result.residual, .init(repeating: 0, count: 33)) < 1e-13 * scale)
            let (before, after) =
                quantity == .output
                ? (earlier.output, later.output) : (earlier.totalValueAdded(), later.totalValueAdded())
            #expect(distance(result.change, zip(after, before).map { $0 - $1 }) < 1e-9 * scale)
        }
    }

    /// Final use with its inventory of both signs, balanced to the margins that it has and to moved ones.
    @Test(arguments: SeedTable.allCases) func finalUseIsBalancedWithItsSigns(seed: SeedTable) throws {
        let table = try seed.read()
        var final = Matrix(rows: table.count, columns: table.domesticFinalUse.count)
        for (j, category) in table.domesticFinalUse.enumerated() {
            for i in 0..<table.count { final[i, j] = category.values[i] }
        }
        let unchanged = try gras(final, rowTotals: final.rowSums(), columnTotals: final.columnSums())
        #expect(unchanged.iterations == 0 && unchanged.matrix == final)
        // Every cell moved by at most a quarter, signs kept: these margins can be met.
        var target = final
        for j in 0..<final.columns {
            for i in 0..<final.rows { target[i, j] *= 1 + Double((7 * i + 3 * j) % 5 - 2) / 8 }
        }
        let moved = try gras(final, rowTotals: target.rowSums(), columnTotals: target.columnSums())
        let scale = target.columnSums().reduce(0) { $0 + abs($1) }
        #expect(distance(moved.matrix.rowSums(), target.rowSums()) < 1e-9 * scale)
        #expect(distance(moved.matrix.columnSums(), target.columnSums()) < 1e-9 * scale)
        for j in 0..<final.columns {
            for i in 0..<final.rows { #expect(moved.matrix[i, j] * final[i, j] >= 0) }
        }
    }

    @Test(arguments: SeedTable.allCases) func threeIndustriesKeepTheIdentities(seed: SeedTable) throws {
        let table = try seed.read()
        let entries = table.sectors.enumerated().map { i, sector in
            Concordance.Entry(sector: sector, group: i == 0 ? "primary" : i < 24 ? "secondary" : "tertiary")
        }
        let small = try table.aggregated(by: Concordance(sectors: table.sectors, entries: entries))
        #expect(throws: Never.self) { try small.validate() }
        #expect(relativeDistance([small.output.reduce(0, +)], [table.output.reduce(0, +)]) < 1e-14)
        #expect(relativeDistance(try small.reproducedOutput(), small.output) < 1e-9)
    }
}
