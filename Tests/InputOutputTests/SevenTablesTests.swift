import InputOutput
import LinearAlgebra
import Testing

/// What theory says of any productive table, on each of the seven of 2017.
@Suite struct SevenTablesTests {
    @Test func thereAreSeven() throws {
        #expect(SeedTable.seven.count == 7)
        #expect(try SeedTable.seven.allSatisfy { try $0.read().count == 33 })
    }

    /// Rows to machine precision once rounding is closed, columns to the four decimals of the file.
    @Test(arguments: SeedTable.seven) func accountsAddUp(seed: SeedTable) throws {
        let table = try seed.read()
        #expect(throws: Never.self) { try table.validate() }
        #expect(table.imbalances(.row, relativeTolerance: 1e-12).isEmpty)
        #expect(table.imbalances(.column).isEmpty)
        let uses = zip(table.domesticUse(), zip(table.export, table.outflow)).map { $0 + $1.0 + $1.1 }
        let supply = zip(table.output, zip(table.imports, table.inflow)).map { $0 + $1.0 + $1.1 }
        #expect(distance(zip(uses, table.discrepancy).map { $0 + $1 }, supply) < 1e-9 * supply.reduce(0, +))
        // Value added is final use less trade: the two sides of GDP.
        let gdp = table.totalValueAdded().reduce(0, +)
        let trade = zip(zip(table.export, table.outflow), zip(table.imports, table.inflow)).map {
            $0.0 + $0.1 - $1.0 - $1.1
        }
        let spent = (table.totalDomesticFinalUse() + trade + table.discrepancy).reduce(0, +)
        #expect(abs(gdp - spent) < 1e-6 * gdp)
    }

    @Test(arguments: SeedTable.seven) func baseYearIsReproduced(seed: SeedTable) throws {
        let table = try seed.read()
        #expect(relativeDistance(try table.reproducedOutput(), table.output) < 1e-9)
        let ghosh = try table.ghoshSystem(.regional)
        let bought = try table.intermediateUse(.regional).columnSums()
        let primary = zip(table.output, bought).map { $0 - $1 }
        #expect(relativeDistance(try ghosh.output(primaryInputs: primary), table.output) < 1e-9)
    }

    /// With B = r̂A ≥ 0 and column sums c, m = 1 + B'm gives 1 / (1 − min c) ≤ m ≤ 1 / (1 − max c), and the spectral
    /// radius lies between the smallest and the largest c (Frobenius).
    @Test(arguments: SeedTable.seven, InputOrigin.allCases)
    func typeOneLiesBetweenTheBoundsOfTheColumnSums(seed: SeedTable, origin: InputOrigin) throws {
        let table = try seed.read()
        let sums = try table.inputCoefficients(origin).columnSums()
        let multipliers = try table.leontiefSystem(origin).outputMultipliers()
        let (low, high) = (try #require(sums.min()), try #require(sums.max()))
        #expect(low >= 0 && high < 1)
        #expect(multipliers.allSatisfy { $0 >= 1 / (1 - low) - 1e-12 && $0 <= 1 / (1 - high) + 1e-12 })
        #expect(zip(multipliers, sums).allSatisfy { $0 >= 1 + $1 - 1e-12 })
        let inspection = try table.inspection()
        let radius = try #require(origin == .total ? inspection.spectralRadius : inspection.regionalSpectralRadius)
        #expect(radius >= low - 1e-9 && radius <= high + 1e-9)
    }

    /// The product stays in the region or leaves it: what counts the region's inputs alone is never larger.
    @Test(arguments: SeedTable.seven) func regionalMultipliersAreNeverAboveTotalOnes(seed: SeedTable) throws {
        let table = try seed.read()
        let (regional, total) = (
            try table.leontiefSystem(.regional).outputMultipliers(),
            try table.leontiefSystem(.total).outputMultipliers()
        )
        #expect(zip(regional, total).allSatisfy { $0 <= $1 + 1e-12 })
    }

    /// 1 ≤ type I ≤ type II, and households add the same k to every sector: type II income is k times type I income
    /// (Miller & Blair 2009, 6.2.2), and output rises by income per demand times what k yuan of income make.
    @Test(arguments: SeedTable.seven) func typeTwoIsTypeOneAndTheSameRoundOfHouseholds(seed: SeedTable) throws {
        let table = try seed.read()
        let households = try table.householdCoefficients()
        let closed = try HouseholdClosedSystem(open: table.leontiefFactors(.regional), households: households)
        let k = closed.incomeMultiplier
        #expect(k > 1)
        let output = try table.multipliers(.output, households: households)
        let total = try #require(output.total)
        #expect(zip(output.simple, total).allSatisfy { $0 >= 1 && $1 >= $0 })
        let induced = closed.outputPerIncome.reduce(0, +) * k
        for j in 0..<table.count {
            #expect(abs(total[j] - output.simple[j] - induced * closed.incomePerDemand[j]) < 1e-9 * total[j])
        }
        let income = try table.multipliers(.income(row: "compensation"), households: households)
        for (simple, total) in zip(income.simple, try #require(income.total)) {
            #expect(abs(total - k * simple) < 1e-9 * total)
        }
    }
}
