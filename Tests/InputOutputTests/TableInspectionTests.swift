import InputOutput
import LinearAlgebra
import Testing

@Suite struct TableInspectionTests {
    @Test func soundTableHasNoFindings() throws {
        let inspection = try millerBlairTable().inspection()
        #expect(inspection.findings.isEmpty)
        // Roots of λ² − 0.2 λ − 0.0425 = 0 for A = [[0.15, 0.25], [0.20, 0.05]].
        let root = (0.2 + (0.04 + 4 * 0.0425).squareRoot()) / 2
        #expect(abs(try #require(inspection.spectralRadius) - root) < 1e-12)
        #expect(inspection.regionalSpectralRadius == inspection.spectralRadius)
    }

    /// What the fixture was invented for: instruments pass through, mining runs its stocks down by a sixth.
    @Test func odditiesOfARegionAreNamed() throws {
        let table = try RegionFixture().table()
        let inspection = try table.inspection()
        let supply = inspection.findings(of: .negativeSupplyShare)
        #expect(supply.map(\.sector) == ["instruments"])
        // Use 34 + 15 against imports and inflow of 59.
        #expect(supply.map(\.value) == [10])
        #expect(abs(try #require(supply[0].ratio) - (1 - 59.0 / 49)) < 1e-12)
        for finding in inspection.findings(of: .largeInventory) { #expect(abs(try #require(finding.ratio)) > 0.05) }
        #expect(inspection.findings(of: .rowImbalance).isEmpty)
        #expect(inspection.findings(of: .columnImbalance).isEmpty)
        // Inputs from outside do not come back as demand.
        #expect(try #require(inspection.regionalSpectralRadius) < (try #require(inspection.spectralRadius)))
    }

    @Test func negativeCellsAndBrokenAccountsAreFindings() throws {
        let none = [0.0, 0]
        let table = try InputOutputTable(
            sectors: ["a", "b"], intermediate: Matrix(rowMajor: [[10, -5], [20, 30]]),
            domesticFinalUse: [
                NamedVector(name: "household", values: [95, -4]), NamedVector(name: "inventory", values: [0, -2]),
            ], export: none, outflow: none, imports: none, inflow: none, discrepancy: none,
            valueAdded: [NamedVector(name: "taxes", values: [-3, 0]), NamedVector(name: "rest", values: [73, 120])],
            output: [100, 45])
        let inspection = try table.inspection()
        #expect(inspection.findings(of: .negativeFlow).map { [$0.sector, $0.item] } == [["a", "b"]])
        // Stocks may fall; other final use may not.
        #expect(inspection.findings(of: .negativeFinalUse).map(\.item) == ["household"])
        #expect(inspection.findings(of: .negativeValueAdded).map(\.item) == ["taxes"])
        #expect(inspection.findings(of: .rowImbalance).map { [$0.sector: $0.value] } == [["b": -1]])
        #expect(inspection.findings(of: .columnImbalance).map { [$0.sector: $0.value] } == [["b": 100]])
        #expect(inspection.findings(of: .valueAddedRatio).map(\.sector) == ["b"])
        #expect(inspection.findings.map(\.check) == inspection.findings.map(\.check).sorted { order($0) < order($1) })
    }

    /// Stocks run down by a tenth of output, under any name that says so; what a source leaves open is odd.
    @Test func inventoryIsKnownByItsName() throws {
        func table(_ name: String, _ row: String = "wages") throws -> InputOutputTable {
            let none = [0.0]
            return try InputOutputTable(
                sectors: ["a"], intermediate: Matrix(rowMajor: [[10]]),
                domesticFinalUse: [
                    NamedVector(name: "household", values: [100]), NamedVector(name: name, values: [-10]),
                ], export: none, outflow: none, imports: none, inflow: none, discrepancy: none,
                valueAdded: [NamedVector(name: row, values: [80]), NamedVector(name: "tax", values: [10])],
                output: [100])
        }
        for name in ["inventory", "Changes in inventories", "存货增加"] {
            #expect(try table(name).inspection().findings.map(\.check) == [.largeInventory], "\(name)")
            #expect(try table(name).inspection().inventory == name)
        }
        #expect(try table("valuables").inspection().findings.map(\.check) == [.negativeFinalUse])
        #expect(try table("valuables").inspection().inventory == nil)
        #expect(try table("valuables").inspection(inventory: "valuables").findings.map(\.check) == [.largeInventory])
        #expect(throws: TableError.self) { try table("inventory").inspection(inventory: "foo") }
        let unexplained = try table("inventory", "unexplained").inspection().findings(of: .unexplainedValueAdded)
        #expect(unexplained.map(\.value) == [80])
        #expect(unexplained.map(\.ratio) == [80.0 / 90])
    }

    private func order(_ check: TableInspection.Check) -> Int {
        TableInspection.Check.allCases.firstIndex(of: check) ?? 0
    }
}
