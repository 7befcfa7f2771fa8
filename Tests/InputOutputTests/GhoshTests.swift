import InputOutput
import LinearAlgebra
import Testing

@Suite struct GhoshTests {
    /// Miller & Blair 2009, chapter 12, from the flows of section 2.3.
    @Test func thePublishedAllocationAndInverse() throws {
        let table = try millerBlairTable()
        let ghosh = try table.ghoshSystem(.total)
        #expect(distance(ghosh.allocation, Matrix(rowMajor: [[0.15, 0.5], [0.1, 0.05]])) < 1e-15)
        let published = Matrix(rowMajor: [[1.254125, 0.660066], [0.132013, 1.122112]])
        #expect(distance(ghosh.inverse, published) < 5e-7)
    }

    @Test(arguments: InputOrigin.allCases) func ghoshIsLeontiefScaledByOutput(origin: InputOrigin) throws {
        let table = try RegionFixture().table()
        let ghosh = try table.ghoshSystem(origin)
        let leontief = try table.leontiefSystem(origin).multipliers
        let scaled = leontief.scaledRows(by: table.output.map { 1 / $0 }).scaledColumns(by: table.output)
        #expect(distance(ghosh.inverse, scaled) < 1e-12)
        #expect(distance(ghosh.inputMultipliers(), scaled.rowSums()) < 1e-12)
    }

    /// Value added drives the total flows to the output of the table: the column identity.
    @Test func primaryInputsReproduceOutput() throws {
        let table = try RegionFixture().table()
        let output = try table.ghoshSystem(.total).output(primaryInputs: table.totalValueAdded())
        #expect(relativeDistance(output, table.output) < 1e-12)
    }

    @Test func salesWithoutOutputAreRefused() {
        #expect(throws: AnalysisError.notPositive(part: "output", index: 1, value: 0)) {
            try GhoshSystem(intermediate: Matrix(rowMajor: [[1, 1], [1, 0]]), output: [5, 0])
        }
        #expect(
            throws: AnalysisError.wrongShape(
                part: "intermediate use", expected: Shape(rows: 3, columns: 3), found: Shape(rows: 2, columns: 2))
        ) { try GhoshSystem(intermediate: .identity(2), output: [1, 2, 3]) }
    }
}

@Suite struct LeakageTests {
    /// A unit of demand for the region's product ends as value added or outside.
    @Test func valueAddedAndLeakageAddUpToOne() throws {
        let leakage = try RegionFixture().table().leakage()
        #expect(distance(zip(leakage.valueAdded, leakage.total).map { $0 + $1 }, .init(repeating: 1, count: 7)) < 1e-14)
        #expect(zip(leakage.fromAbroad, leakage.total).allSatisfy { $0 > 0 && $0 < $1 })
        // Instruments pass through: all their use counts as coming from outside.
        #expect(leakage.outsideShare[4] == 1)
        #expect(leakage.outsideShare[0] > 0 && leakage.outsideShare[0] < 1)
    }

    @Test func aClosedEconomyDoesNotLeak() throws {
        let leakage = try millerBlairTable().leakage()
        #expect(leakage.direct == [0, 0] && leakage.total == [0, 0])
        #expect(distance(leakage.valueAdded, [1, 1]) < 1e-15)
    }

    @Test func regionalCoefficientsAreTheShareOfTheTechnicalOnes() throws {
        let table = try RegionFixture().table()
        let share = try table.regionalSupply().share
        let (regional, total) = (try table.inputCoefficients(.regional), try table.inputCoefficients(.total))
        #expect(total == (try table.technicalCoefficients()))
        for i in 0..<table.count { #expect(distance(regional.row(i), total.row(i).map { share[i] * $0 }) < 1e-15) }
    }
}

@Suite struct LeontiefFactorsTests {
    @Test func bothDirectionsAgreeWithTheInverse() throws {
        let table = try RegionFixture().table()
        let factors = try table.leontiefFactors(.regional)
        let system = try table.leontiefSystem(.regional)
        let weights = (1...7).map { Double($0) / 10 }
        let column = Matrix(rowMajor: [weights])
        #expect(distance(try factors.solveTransposed(weights), try multiply(column, system.multipliers).row(0)) < 1e-13)
        #expect(distance(try factors.solve(weights), try system.solve(weights)) < 1e-13)
        #expect(distance(try system.solveTransposed(weights), try factors.solveTransposed(weights)) < 1e-14)
    }

    @Test func anUnproductiveEconomyIsRefusedWithoutItsInverse() {
        let error = #expect(throws: LeontiefError.self) {
            try LeontiefFactors(coefficients: Matrix(rowMajor: [[0.6, 0.7], [0.6, 0.5]]), supplyShare: [1, 1])
        }
        guard case .notProductive(_, _, let output) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(output < 0)
    }
}
