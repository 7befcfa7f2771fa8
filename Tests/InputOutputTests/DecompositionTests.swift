import InputOutput
import LinearAlgebra
import Testing

@Suite struct StructuralDecompositionTests {
    let earlier = (
        z: Matrix(rowMajor: [[10, 20, 25], [15, 5, 30], [30, 40, 5]]), f: [45.0, 30, 25], x: [100.0, 80, 100]
    )
    let later = (
        z: Matrix(rowMajor: [[12, 15, 35], [24, 11, 30], [36, 50, 8]]), f: [50.0, 35, 26], x: [112.0, 100, 120]
    )

    private func coefficients(_ z: Matrix, _ x: [Double]) -> Matrix { z.scaledColumns(by: x.map { 1 / $0 }) }

    /// Mean of the polar forms of Dietzenbacher & Los 1998, computed from the flows above.
    @Test func technologyAndFinalDemandOfThreeSectors() throws {
        let result = try decomposeOutput(
            earlierCoefficients: coefficients(earlier.z, earlier.x), earlierDemand: earlier.f,
            laterCoefficients: coefficients(later.z, later.x), laterDemand: later.f)
        #expect(distance(try result.contribution("technology"), [0.84150773, 9.14132563, 9.48693264]) < 5e-9)
        #expect(distance(try result.contribution("final demand"), [11.15849227, 10.85867437, 10.51306736]) < 5e-9)
        #expect(distance(result.change, [12, 20, 20]) < 1e-12)
        #expect(distance(result.residual, [0, 0, 0]) < 1e-13)
    }

    /// A product of three factors, whose polar forms are known: ½(Δa b₀c₀ + Δa b₁c₁) and so on.
    @Test func threeFactorsOfAProduct() throws {
        let (a, b, c) = ([2.0, 5], [3.0, 4], [7.0, 1])
        let result = try meanOfPolarForms(factors: ["a", "b", "c"]) { moved throws(AnalysisError) in
            [a[moved[0] ? 1 : 0] * b[moved[1] ? 1 : 0] * c[moved[2] ? 1 : 0]]
        }
        #expect(try abs(result.contribution("a")[0] - 3 * (3 * 7 + 4 * 1) / 2) < 1e-12)
        #expect(try abs(result.contribution("b")[0] - 1 * (5 * 7 + 2 * 1) / 2.0) < 1e-12)
        #expect(try abs(result.contribution("c")[0] - -6 * (5 * 4 + 2 * 3) / 2) < 1e-12)
        #expect(result.change == [20 - 42])
    }

    private func laterTable() throws -> InputOutputTable {
        var fixture = RegionFixture()
        fixture.household = [130, 2, 80, 120, 4, 12, 560]
        fixture.export[3] = 320
        fixture.imports[3] = 70
        fixture.intermediate[3][2] = 75
        fixture.discrepancy[1] = 0
        return try fixture.table()
    }

    @Test(arguments: DecomposedQuantity.allCases) func twoTablesLeaveNoResidual(quantity: DecomposedQuantity) throws {
        let (a, b) = (try RegionFixture().table(), try laterTable())
        let result = try decompose(quantity, from: a, to: b)
        let values = quantity == .output ? (a.output, b.output) : (a.totalValueAdded(), b.totalValueAdded())
        #expect(distance(result.change, zip(values.1, values.0).map { $0 - $1 }) < 1e-9)
        #expect(distance(result.residual, .init(repeating: 0, count: 7)) < 1e-10)
        #expect(result.contributions.count == (quantity == .output ? 6 : 7))
        // Electronics sold 140 more abroad, one for one and through inputs.
        #expect(try result.contribution("external_sales")[3] > (quantity == .output ? 100 : 0))
    }

    @Test func backwardsInTimeEverythingChangesItsSign() throws {
        let (a, b) = (try RegionFixture().table(), try laterTable())
        let (there, back) = (try decompose(.valueAdded, from: a, to: b), try decompose(.valueAdded, from: b, to: a))
        for (x, y) in zip(there.contributions, back.contributions) {
            #expect(distance(x.values, y.values.map { -$0 }) < 1e-10)
        }
    }

    @Test func orderOfTheSectorsDoesNotMatter() throws {
        let (a, b) = (try RegionFixture().table(), try laterTable())
        let swapped = try b.ordered(by: b.sectors.reversed())
        #expect(try decompose(.output, from: a, to: swapped) == decompose(.output, from: a, to: b))
    }

    /// In a table of twice the money only the level, external sales and the discrepancy move.
    @Test func inflationOfEverythingIsNotTechnology() throws {
        let a = try RegionFixture().table()
        let result = try decompose(.valueAdded, from: a, to: scaled(a, by: 2))
        for cause in [ChangeCause.technology, .supplyShare, .demandMix, .valueAddedRatio] {
            #expect(distance(try result.contribution(cause.rawValue), .init(repeating: 0, count: 7)) < 1e-10)
        }
        #expect(distance(result.change, a.totalValueAdded()) < 1e-9)
    }
}
