import InputOutput
import LinearAlgebra
import Testing

@Suite struct FieldOfInfluenceTests {
    let table: InputOutputTable
    let field: FieldOfInfluence
    let coefficients: Matrix

    init() throws {
        table = try RegionFixture().table()
        coefficients = try table.inputCoefficients(.regional)
        field = try FieldOfInfluence(inverse: table.leontiefSystem(.regional).multipliers)
    }

    private func inverse(with change: Double, _ i: Int, _ j: Int) throws -> Matrix {
        var changed = coefficients
        changed[i, j] += change
        return try LeontiefSystem(coefficients: changed, supplyShare: .init(repeating: 1, count: 7)).multipliers
    }

    @Test(arguments: [(0, 5), (3, 3), (6, 2)]) func theFieldIsTheNumericalDerivative(i: Int, j: Int) throws {
        let h = 1e-5
        let (above, below) = (try inverse(with: h, i, j), try inverse(with: -h, i, j))
        let f = field.field(row: i, column: j)
        for k in 0..<7 {
            for m in 0..<7 { #expect(abs((above[k, m] - below[k, m]) / (2 * h) - f[k, m]) < 1e-8) }
        }
    }

    @Test(arguments: [-0.02, 0.15]) func aChangedCoefficientGivesTheNewInverse(change: Double) throws {
        let updated = try field.inverse(afterChange: change, row: 2, column: 5)
        #expect(distance(updated, try inverse(with: change, 2, 5)) < 1e-13)
    }

    @Test func intensityIsTheSumOfTheField() {
        let intensity = field.intensity()
        for (i, j) in [(0, 0), (2, 5), (6, 1)] {
            #expect(abs(intensity[i, j] - field.field(row: i, column: j).columnSums().reduce(0, +)) < 1e-12)
        }
        #expect(abs(field.relativeIntensity().columnSums().reduce(0, +) - 49) < 1e-11)
    }

    @Test func aChangeThatEndsProductivityIsRefused() throws {
        // l_22 of the example is 1.12211221: a change of 1 / 1.122 on the diagonal is the limit.
        let two = try FieldOfInfluence(inverse: millerBlairTable().leontiefSystem(.total).multipliers)
        #expect(throws: Never.self) { try two.inverse(afterChange: 0.89, row: 1, column: 1) }
        #expect(throws: AnalysisError.self) { try two.inverse(afterChange: 0.90, row: 1, column: 1) }
    }
}

@Suite struct HypotheticalExtractionTests {
    let table: InputOutputTable
    let extraction: HypotheticalExtraction
    let flows: Matrix

    init() throws {
        table = try RegionFixture().table()
        extraction = try table.hypotheticalExtraction(.regional)
        flows = try table.intermediateUse(.regional)
    }

    /// Output after the flows of `kind` are really removed and the system is solved again.
    private func output(without sectors: [Int], _ kind: ExtractionKind) throws -> [Double] {
        var z = flows
        var demand = zip(table.output, flows.rowSums()).map { $0 - $1 }
        for k in sectors {
            for i in 0..<7 {
                if kind == .complete || kind == .backward { z[i, k] = 0 }
                if kind != .backward { z[k, i] = 0 }
            }
            if kind == .complete { demand[k] = 0 }
        }
        guard kind == .forwardGhosh else {
            let a = z.scaledColumns(by: table.output.map { 1 / $0 })
            return try LeontiefSystem(coefficients: a, supplyShare: .init(repeating: 1, count: 7)).solve(demand)
        }
        let primary = zip(table.output, flows.columnSums()).map { $0 - $1 }
        return try GhoshSystem(intermediate: z, output: table.output).output(primaryInputs: primary)
    }

    @Test(arguments: ExtractionKind.allCases, [[0], [4], [2, 3], [6, 1, 5]])
    func theLossIsWhatANewSolutionLacks(kind: ExtractionKind, sectors: [Int]) throws {
        let result = try extraction.extracting(sectors, kind: kind)
        let lost = zip(table.output, try output(without: sectors, kind)).map { $0 - $1 }
        #expect(distance(result.lossBySector, lost) < 1e-10)
        #expect(abs(result.total - lost.reduce(0, +)) < 1e-9)
        let others = (0..<7).filter { !sectors.contains($0) }.reduce(0) { $0 + lost[$1] }
        #expect(abs(result.lossOfOthers - others) < 1e-9)
    }

    /// By hand: agriculture of the two-sector example leaves x2 = 1700 / .95.
    @Test func theTwoSectorExampleWithoutAgriculture() throws {
        let result = try millerBlairTable().hypotheticalExtraction(.total).extracting(0, kind: .complete)
        #expect(distance(result.lossBySector, [1000, 2000 - 1700 / 0.95]) < 1e-10)
        #expect(abs(result.shareOfOutput - (1000 + 2000 - 1700 / 0.95) / 3000) < 1e-14)
    }

    @Test func theWholeEconomyLosesEverything() throws {
        let result = try extraction.extracting(Array(0..<7), kind: .complete)
        #expect(distance(result.lossBySector, table.output) < 1e-10)
        #expect(abs(result.shareOfOutput - 1) < 1e-13)
    }

    @Test(arguments: ExtractionKind.allCases) func theOrderOfSectorsDoesNotMatter(kind: ExtractionKind) throws {
        let order = [4, 0, 6, 2, 5, 1, 3]
        let other = try table.permuted(order).hypotheticalExtraction(.regional).extractingEach(kind: kind)
        let each = try extraction.extractingEach(kind: kind)
        #expect(distance(other.map(\.total), order.map { each[$0].total }) < 1e-10)
    }

    @Test func eachIsOneByOneAndScalesWithMoney() throws {
        let each = try extraction.extractingEach(kind: .backward)
        #expect(try each[3] == extraction.extracting(3, kind: .backward))
        let doubled = try scaled(table, by: 2).hypotheticalExtraction(.regional).extractingEach(kind: .backward)
        #expect(distance(doubled.map(\.shareOfOutput), each.map(\.shareOfOutput)) < 1e-14)
    }
}
