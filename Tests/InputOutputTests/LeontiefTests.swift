import InputOutput
import LinearAlgebra
import Testing

/// Miller & Blair 2009, section 2.3: two sectors, printed to four to eight digits.
@Suite struct LeontiefPublishedExampleTests {
    let table: InputOutputTable
    let system: LeontiefSystem

    init() throws {
        table = try millerBlairTable()
        system = try LeontiefSystem(coefficients: table.technicalCoefficients(), supplyShare: [1, 1])
    }

    @Test func technicalCoefficients() throws {
        #expect(distance(try table.technicalCoefficients(), Matrix(rowMajor: [[0.15, 0.25], [0.2, 0.05]])) < 1e-15)
        #expect(distance(try table.valueAddedCoefficients(), [0.65, 0.7]) < 1e-15)
    }

    @Test func leontiefInverse() {
        let published = Matrix(rowMajor: [[1.25412541, 0.330033], [0.2640264, 1.12211221]])
        #expect(distance(system.multipliers, published) < 5e-8)
    }

    @Test func outputForNewDemand() throws {
        #expect(distance(try system.solve([600, 1500]), [1247.52, 1841.58]) < 0.005)
        let both = try system.solve(Matrix(rowMajor: [[350, 600], [1700, 1500]]))
        #expect(distance(both.column(0), [1000, 2000]) < 1e-9)
        #expect(distance(both.column(1), try system.solve([600, 1500])) < 1e-12)
    }

    @Test func outputMultipliers() { #expect(distance(system.outputMultipliers(), [1.518152, 1.452145]) < 5e-7) }
}

@Suite struct LeontiefSystemTests {
    @Test func theBaseYearIsReproduced() throws {
        let table = try RegionFixture().table()
        try table.validate()
        #expect(relativeDistance(try table.reproducedOutput(), table.output) < 1e-12)
    }

    @Test func theBaseYearIsReproducedWithInventoryInTheSystem() throws {
        let table = try RegionFixture().table()
        let rule = try table.inventoryRule()
        let supply = try table.regionalSupply()
        let system = try LeontiefSystem(
            coefficients: table.technicalCoefficients(), supplyShare: supply.share, inventoryShare: rule.share)
        let final = zip(table.totalDomesticFinalUse(), zip(rule.share, table.output)).map { $0 - $1.0 * $1.1 }
        let demand = supply.regionalDemand(domesticFinalUse: final, export: table.export, outflow: table.outflow)
        let output = try system.solve(zip(demand, table.discrepancy).map { $0 + $1 })
        #expect(relativeDistance(output, table.output) < 1e-12)
    }

    /// v̂ L with v = 1 − column sums of A has column sums of 1: all of final
    /// demand ends as value added when nothing is imported.
    @Test func valueAddedMultipliersOfAClosedEconomyAreOne() throws {
        let table = try millerBlairTable()
        let system = try LeontiefSystem(coefficients: table.technicalCoefficients(), supplyShare: [1, 1])
        let ones = system.multipliers.scaledRows(by: try table.valueAddedCoefficients()).columnSums()
        #expect(distance(ones, [1, 1]) < 1e-15)
    }

    @Test func multipliersTimesDemandIsTheSolution() throws {
        let table = try RegionFixture().table()
        let system = try LeontiefSystem(
            coefficients: table.technicalCoefficients(), supplyShare: table.regionalSupply().share)
        let demand = Matrix(rows: table.count, columns: 1, repeating: 1)
        #expect(distance(try multiply(system.multipliers, demand), try system.solve(demand)) < 1e-13)
        #expect(distance(system.multipliers.rowSums(), try system.solve(demand.column(0))) < 1e-13)
    }

    /// L = I + r̂A L, and no multiplier below its first round.
    @Test func multipliersSatisfyTheirDefinition() throws {
        let table = try RegionFixture().table()
        let share = try table.regionalSupply().share
        let used = try table.technicalCoefficients().scaledRows(by: share)
        let system = try LeontiefSystem(coefficients: table.technicalCoefficients(), supplyShare: share)
        var rounds = Matrix.identity(table.count)
        try multiply(used, system.multipliers, into: &rounds, beta: 1)
        #expect(distance(rounds, system.multipliers) < 1e-13)
        #expect((0..<table.count).allSatisfy { system.multipliers[$0, $0] >= 1 })
    }

    @Test func theOrderOfSectorsDoesNotMatter() throws {
        let table = try RegionFixture().table()
        let order = [4, 0, 6, 2, 5, 1, 3]
        let permuted = try table.permuted(order)
        let direct = try LeontiefSystem(
            coefficients: table.technicalCoefficients(), supplyShare: table.regionalSupply().share)
        let other = try LeontiefSystem(
            coefficients: permuted.technicalCoefficients(), supplyShare: permuted.regionalSupply().share)
        for (i, from) in order.enumerated() {
            for (j, column) in order.enumerated() {
                #expect(abs(other.multipliers[i, j] - direct.multipliers[from, column]) < 1e-13)
            }
        }
    }

    @Test func anUnproductiveEconomyIsRefused() {
        // Each sector uses more than one unit per unit of output.
        let error = #expect(throws: LeontiefError.self) {
            try LeontiefSystem(coefficients: Matrix(rowMajor: [[0.6, 0.7], [0.6, 0.5]]), supplyShare: [1, 1])
        }
        guard case .notProductive(0, 0, let multiplier) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        // (I − A)⁻¹ = [[.5, .7], [.6, .4]] / (.4 · .5 − .7 · .6)
        #expect(abs(multiplier - 0.5 / -0.22) < 1e-12)
    }

    @Test func aSingularSystemNamesItsCause() {
        #expect(throws: LeontiefError.unsolvable(.singular(column: 1, order: 2))) {
            try LeontiefSystem(coefficients: Matrix(rowMajor: [[0.5, 0.5], [0.5, 0.5]]), supplyShare: [1, 1])
        }
    }

    @Test func inputThatDoesNotFitIsNamed() throws {
        let a = Matrix(rowMajor: [[0.1, 0], [0, 0.1]])
        #expect(
            throws: LeontiefError.wrongShape(
                part: "technical coefficients", expected: Shape(rows: 3, columns: 3), found: Shape(rows: 2, columns: 2))
        ) { try LeontiefSystem(coefficients: a, supplyShare: [1, 1, 1]) }
        #expect(
            throws: LeontiefError.wrongShape(
                part: "inventory share", expected: Shape(rows: 2, columns: 1), found: Shape(rows: 1, columns: 1))
        ) { try LeontiefSystem(coefficients: a, supplyShare: [1, 1], inventoryShare: [0]) }
        #expect(throws: LeontiefError.notFinite(part: "regional supply share", sector: 1)) {
            try LeontiefSystem(coefficients: a, supplyShare: [1, .nan])
        }
        #expect(throws: LeontiefError.unsolvable(.notFinite(row: 0, column: 1))) {
            try LeontiefSystem(coefficients: Matrix(rowMajor: [[0, .nan], [0, 0]]), supplyShare: [1, 1])
        }
        let system = try LeontiefSystem(coefficients: a, supplyShare: [1, 1])
        #expect(
            throws: LeontiefError.wrongShape(
                part: "final demand", expected: Shape(rows: 2, columns: 1), found: Shape(rows: 1, columns: 1))
        ) { try system.solve([1]) }
    }
}
