import InputOutput
import LinearAlgebra
import Testing

@Suite struct InputOutputTableTests {
    @Test func bothIdentitiesHoldInTheFixtures() throws {
        try RegionFixture().table().validate(relativeTolerance: 1e-14)
        try millerBlairTable().validate(relativeTolerance: 0)
    }

    @Test func failingAccountsAreNamedWithTheirDifference() throws {
        var table = try millerBlairTable()
        table = try table.replacing(export: [0, 3])
        #expect(
            throws: TableError.unbalanced(
                [Imbalance(account: .row, sector: "manufacturing", sum: 2003, output: 2000)], total: 1)
        ) { try table.validate() }
        table = try table.replacing(valueAdded: [NamedVector(name: "value_added", values: [640, 1400])])
        #expect(
            throws: TableError.unbalanced(
                [
                    Imbalance(account: .row, sector: "manufacturing", sum: 2003, output: 2000),
                    Imbalance(account: .column, sector: "agriculture", sum: 990, output: 1000),
                ], total: 2)
        ) { try table.validate() }
    }

    @Test func atMostFiveAccountsAreListedAndAllCounted() throws {
        let table = try RegionFixture().table()
        let error = #expect(throws: TableError.self) {
            try table.replacing(output: table.output.map { $0 + 1 }).validate()
        }
        guard case .unbalanced(let accounts, total: 14) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(accounts.map(\.sector) == ["farming", "mining", "machinery", "electronics", "instruments"])
        #expect(accounts.allSatisfy { abs($0.difference + 1) < 1e-9 })
    }

    @Test func roundingPassesAndIsClosedOnRequest() throws {
        let exact = try RegionFixture().table()
        let rounded = try exact.replacing(output: exact.output.map { $0 * (1 + 1e-7) })
        try rounded.validate()
        #expect(relativeDistance(try rounded.reproducedOutput(), rounded.output) > 1e-9)
        let closed = try rounded.closingRounding()
        #expect(relativeDistance(try closed.reproducedOutput(), closed.output) < 1e-12)
        #expect(throws: TableError.self) {
            try exact.replacing(output: exact.output.map { $0 * 1.01 }).closingRounding()
        }
    }

    @Test func valuesThatAreNoNumbersAreLocated() throws {
        let table = try millerBlairTable()
        var z = table.intermediate
        z[1, 0] = .nan
        #expect(
            throws: TableError.notFinite(part: "intermediate use", sector: "manufacturing", user: "agriculture")
        ) { try table.replacing(intermediate: z).validate() }
        #expect(throws: TableError.notFinite(part: "export", sector: "agriculture", user: nil)) {
            try table.replacing(export: [.infinity, 0]).validate()
        }
    }

    @Test func negativeOutputIsRefused() throws {
        #expect(throws: TableError.negativeOutput(sector: "manufacturing", output: -1)) {
            try millerBlairTable().replacing(output: [1000, -1]).validate()
        }
    }

    @Test func partsOfAnotherSizeAndRepeatedSectorsAreRefused() throws {
        let table = try millerBlairTable()
        #expect(
            throws: TableError.wrongShape(
                part: "export", expected: Shape(rows: 2, columns: 1), found: Shape(rows: 3, columns: 1))
        ) { try table.replacing(export: [0, 0, 0]) }
        #expect(
            throws: TableError.wrongShape(
                part: "intermediate use", expected: Shape(rows: 2, columns: 2), found: Shape(rows: 2, columns: 1))
        ) { try table.replacing(intermediate: Matrix(rows: 2, columns: 1)) }
        #expect(throws: TableError.duplicateSector("agriculture")) { try table.permuted([0, 0]) }
    }

    @Test func aSectorWithoutOutputHasNoCoefficients() throws {
        let table = try millerBlairTable()
        #expect(throws: TableError.noOutput(sector: "agriculture", output: 0)) {
            try table.replacing(output: [0, 2000]).technicalCoefficients()
        }
        let idle = try table.replacing(
            intermediate: Matrix(rowMajor: [[0, 500], [0, 100]]),
            valueAdded: [NamedVector(name: "value_added", values: [0, 1400])], output: [0, 2000])
        #expect(try idle.technicalCoefficients().column(0) == [0, 0])
        #expect(distance(try idle.valueAddedCoefficients(), [0, 0.7]) < 1e-15)
    }
}

@Suite struct RegionalSupplyTests {
    @Test func sharesAreWhatIsNotBroughtIn() throws {
        let table = try RegionFixture().table()
        let supply = try table.regionalSupply()
        let use = table.domesticUse()
        // farming: 42 of 253 are brought in.
        #expect(use[0] == 253)
        #expect(abs(supply.share[0] - (1 - 42.0 / 253)) < 1e-15)
        #expect(supply.share.allSatisfy { (0...1).contains($0) })
    }

    /// Instruments: 59 brought in, 49 used; 10 of 45 pass through to outflow.
    @Test func excessImportsAreReexportsOffOutflow() throws {
        let supply = try RegionFixture().table().regionalSupply()
        #expect(supply.reexports == [4])
        #expect(supply.share[4] == 0)
        #expect(abs(supply.retainedOutflow[4] - 35.0 / 45) < 1e-15)
        #expect(supply.retainedExport == [1, 1, 1, 1, 1, 1, 1])
    }

    @Test func whatOutflowCannotCarryComesOffExport() throws {
        var fixture = RegionFixture()
        fixture.inflow[4] = 80
        let table = try fixture.table()
        let supply = try table.regionalSupply()
        #expect(supply.retainedOutflow[4] == 0)
        #expect(abs(supply.retainedExport[4] - 13.0 / 30) < 1e-15)
        #expect(relativeDistance(try table.reproducedOutput(), table.output) < 1e-12)
    }

    @Test func reexportsBeyondAllSalesAreAnError() throws {
        var fixture = RegionFixture()
        fixture.inflow[4] = 100
        fixture.discrepancy[4] = 20
        let table = try fixture.table()
        #expect(throws: TableError.reexportsExceedSales(sector: "instruments", reexports: 82, sales: 75)) {
            try table.regionalSupply()
        }
    }

    @Test func negativeDomesticUseIsServedInFull() throws {
        var fixture = RegionFixture()
        fixture.inventory[4] = -60
        fixture.inflow[4] = 0
        fixture.imports[4] = 10
        let table = try fixture.table()
        let supply = try table.regionalSupply()
        #expect(supply.share[4] == 1)
        #expect(supply.reexports == [4])
        #expect(relativeDistance(try table.reproducedOutput(), table.output) < 1e-12)
    }

    @Test func inventoryFollowsOutputUpToTheLimit() throws {
        let table = try RegionFixture().table()
        let rule = try table.inventoryRule()
        // machinery: 40 is above 5 percent of its output; mining's run-down of 2 is not.
        #expect(40 > 0.05 * table.output[2] && 2 < 0.05 * table.output[1])
        #expect(rule.exogenous == [2])
        #expect(abs(rule.share[0] - 6 / table.output[0]) < 1e-15)
        #expect(rule.share[2] == 0)
        #expect(try table.inventoryRule(limit: 1).exogenous == [])
        #expect(
            throws: TableError.unknownCategory(
                "stocks", known: ["household", "government", "fixed_capital", "inventory"])
        ) { try table.inventoryRule(category: "stocks") }
    }
}
