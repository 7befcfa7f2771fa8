import InputOutput
import LinearAlgebra
import Testing

/// Miller & Blair 2009, sections 2.5 and 6.2: two sectors and households with
/// income row (.3, .25, .05) and consumption column (.05, .4, .05).
@Suite struct PublishedMultiplierTests {
    let open: LeontiefFactors
    let closed: HouseholdClosedSystem

    init() throws {
        let a = Matrix(rowMajor: [[0.15, 0.25], [0.2, 0.05]])
        open = try LeontiefFactors(coefficients: a, supplyShare: [1, 1])
        closed = try HouseholdClosedSystem(
            open: open,
            households: HouseholdCoefficients(income: [0.3, 0.25], consumption: [0.05, 0.4], ownIncome: 0.05))
    }

    @Test func outputMultipliersOfTypeI() throws {
        let m = try multipliers(direct: [1, 1], open: open)
        #expect(distance(m.simple, [1.518152, 1.452145]) < 5e-7)
        #expect(m.typeI == m.simple.map { $0 } && m.total == nil && m.typeII == [nil, nil])
    }

    @Test func theInverseClosedForHouseholds() throws {
        let published = Matrix(rowMajor: [
            [1.365086, 0.42526, 0.250904], [0.527323, 1.348076, 0.595365], [0.569849, 0.48905, 1.288539],
        ])
        #expect(distance(try closed.multipliers(), published) < 5e-7)
    }

    @Test func labourFollowsOutput() throws {
        let output = try open.solve([600, 1500])
        #expect(abs(0.3 * output[0] - 374.257) < 5e-4 && abs(0.25 * output[1] - 460.396) < 5e-4)
    }

    /// Truncated: the first two rows of the published inverse; with households: all three.
    @Test func typeTwoOutputByBothConventions() throws {
        let truncated = try multipliers(direct: [1, 1], open: open, closed: closed)
        #expect(distance(try #require(truncated.total), [1.365086 + 0.527323, 0.42526 + 1.348076]) < 1e-6)
        let all = try multipliers(direct: [1, 1], open: open, closed: closed, householdWeight: 1)
        #expect(
            distance(try #require(all.total), [1.365086 + 0.527323 + 0.569849, 0.42526 + 1.348076 + 0.48905]) < 2e-6)
    }

    /// The ratio of total to simple income multipliers is the same for every sector (Miller & Blair 2009, 6.2.2).
    @Test func typeTwoIncomeIsAConstantMultipleOfTypeOne() throws {
        let m = try multipliers(direct: [0.3, 0.25], open: open, closed: closed, householdWeight: 0.05)
        let ratios = zip(try #require(m.total), m.simple).map { $0 / $1 }
        #expect(abs(ratios[0] - ratios[1]) < 1e-14)
        #expect(abs(ratios[0] - closed.incomeMultiplier) < 1e-14)
        // With the household weight a, income is the household row of the inverse.
        #expect(distance(try #require(m.total), [0.569849, 0.48905]) < 5e-7)
    }

    @Test func householdsThatSpendMoreThanTheyEarnAreRefused() {
        let error = #expect(throws: AnalysisError.self) {
            try HouseholdClosedSystem(
                open: open, households: HouseholdCoefficients(income: [0.65, 0.7], consumption: [0.6, 0.5]))
        }
        // In a closed economy all demand becomes value added: h'L = 1, so respending is .6 + .5.
        guard case .explosiveHouseholds(let respending) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(abs(respending - 1.1) < 1e-14)
    }
}

@Suite struct TableMultiplierTests {
    let table: InputOutputTable

    init() throws { table = try RegionFixture().table() }

    @Test func theBorderedInverseIsTheInverseOfTheBorderedSystem() throws {
        let households = try table.householdCoefficients(relativeTo: .stated(1500))
        let closed = try HouseholdClosedSystem(open: table.leontiefFactors(.regional), households: households)
        let n = table.count
        var bordered = Matrix.identity(n + 1)
        let used = try table.inputCoefficients(.regional)
        for j in 0..<n {
            for i in 0..<n { bordered[i, j] -= used[i, j] }
            bordered[n, j] = -households.income[j]
            bordered[j, n] = -households.consumption[j]
        }
        #expect(distance(try closed.multipliers(), try LUFactorization(bordered).inverse()) < 1e-13)
    }

    @Test func householdCoefficientsAreSharesOfTheStatedIncome() throws {
        let households = try table.householdCoefficients(relativeTo: .stated(1500))
        let share = try table.regionalSupply().share
        let consumption = try table.finalUse("household")
        #expect(distance(households.consumption.map { $0 * 1500 }, zip(share, consumption).map { $0 * $1 }) < 1e-12)
        let earned = zip(households.income, table.output).map { $0 * $1 }
        #expect(distance(earned, try table.valueAddedRow("compensation")) < 1e-11)
        let wages = earned.reduce(0, +)
        let byRow = try table.householdCoefficients(relativeTo: .sumOfRow)
        #expect(distance(byRow.consumption.map { $0 * wages }, zip(share, consumption).map { $0 * $1 }) < 1e-11)
    }

    /// Value added of type I is at most 1 for regional flows, exactly 1 for total ones.
    @Test func valueAddedMultipliersAreBounded() throws {
        let total = try table.multipliers(.valueAdded, origin: .total)
        #expect(distance(total.simple, .init(repeating: 1, count: 7)) < 1e-13)
        let regional = try table.multipliers(.valueAdded)
        #expect(zip(regional.simple, regional.direct).allSatisfy { $0 >= $1 && $0 < 1 })
    }

    @Test func rowsAddUpToValueAdded() throws {
        let wages = try table.multipliers(.income(row: "compensation"))
        let surplus = try table.multipliers(.tax(row: "operating_surplus"))
        let all = try table.multipliers(.valueAdded)
        #expect(distance(zip(wages.simple, surplus.simple).map { $0 + $1 }, all.simple) < 1e-14)
    }

    @Test func householdsOnlyAdd() throws {
        let households = try table.householdCoefficients(relativeTo: .stated(1500))
        for measure in [MultiplierMeasure.output, .valueAdded, .employment(perOutput: [9, 3, 2, 1, 1, 4, 0])] {
            let m = try table.multipliers(measure, households: households)
            #expect(zip(try #require(m.total), m.simple).allSatisfy { $0 > $1 })
        }
    }

    /// One sector by a solve, all sectors by a transposed solve: the same numbers.
    @Test func oneSectorAgreesWithAllSectors() throws {
        let open = try table.leontiefFactors(.regional)
        let closed = try HouseholdClosedSystem(
            open: open, households: table.householdCoefficients(relativeTo: .stated(1500)))
        let jobs: [Double] = [9, 3, 2, 1, 1, 4, 0]
        let all = try multipliers(direct: jobs, open: open, closed: closed)
        #expect(all.typeI[6] == nil && all.typeII[6] == nil)
        for j in 0..<table.count {
            let one = try SectorImpact(sector: j, open: open, closed: closed)
            #expect(abs(zip(jobs, one.output).reduce(0) { $0 + $1.0 * $1.1 } - all.simple[j]) < 1e-13)
            let induced = zip(jobs, try #require(one.outputWithHouseholds)).reduce(0) { $0 + $1.0 * $1.1 }
            #expect(abs(induced - (try #require(all.total)[j])) < 1e-12)
        }
    }

    @Test func doublingTheUnitOfMoneyChangesNothing() throws {
        let doubled = try scaled(table, by: 2)
        let (a, b) = (try table.multipliers(.valueAdded), try doubled.multipliers(.valueAdded))
        #expect(distance(a.simple, b.simple) < 1e-14)
    }

    @Test func anUnknownRowNamesTheKnownOnes() {
        #expect(
            throws: AnalysisError.unknownName(
                kind: "value-added row", name: "wages", known: ["compensation", "operating_surplus"])
        ) { try table.multipliers(.income(row: "wages")) }
    }
}
