import InputOutput
import LinearAlgebra
import Testing

/// Tables that hold the region's own flows only, with imported inputs in one row.
@Suite struct OwnFlowsTests {
    /// A = [[0.1, 0.1], [0.3, 0.2]]; I − A has the determinant 0.69 and the inverse [[0.8, 0.1], [0.3, 0.9]] / 0.69.
    private func table() throws -> InputOutputTable {
        let none = [0.0, 0]
        return try InputOutputTable(
            sectors: ["a", "b"], intermediate: Matrix(rowMajor: [[10, 20], [30, 40]]),
            domesticFinalUse: [NamedVector(name: "household", values: [50, 100])], export: [20, 30], outflow: none,
            imports: none, inflow: none, discrepancy: none,
            valueAdded: [NamedVector(name: "wages", values: [55, 130])], output: [100, 200], importedInputs: [5, 10])
    }

    @Test func multipliersAreThoseOfOwnCoefficients() throws {
        let table = try table()
        try table.validate()
        let output = try table.multipliers(.output).simple
        #expect(distance(output, [1.1 / 0.69, 1.0 / 0.69]) < 1e-14)
        // Imported inputs are no value added: 0.55 and 0.65 per unit of output.
        let added = try table.multipliers(.valueAdded).simple
        #expect(distance(added, [(0.55 * 0.8 + 0.65 * 0.3) / 0.69, (0.55 * 0.1 + 0.65 * 0.9) / 0.69]) < 1e-14)
    }

    @Test func whatIsNotValueAddedLeaks() throws {
        let leakage = try table().leakage()
        #expect(distance(leakage.direct, [0.05, 0.05]) < 1e-15)
        #expect(distance(leakage.fromAbroad, leakage.total) < 1e-15)
        #expect(distance(zip(leakage.total, leakage.valueAdded).map { $0 + $1 }, [1, 1]) < 1e-14)
    }

    @Test func inputsWhateverTheirOriginAreNotKnown() throws {
        #expect(throws: AnalysisError.table(.ownFlowsOnly)) { try table().multipliers(.output, origin: .total) }
        #expect(try table().inspection().spectralRadius == nil)
        #expect(try table().inspection().regionalSpectralRadius != nil)
    }

    @Test func importedInputsStayWithTheirColumns() throws {
        let table = try table()
        #expect(table.impliedColumnTotals() == [40, 60])
        #expect(try table.balanced().fit.iterations == 0)
        let swapped = try table.ordered(by: ["b", "a"])
        #expect(swapped.importedInputs == [10, 5])
        #expect(swapped.intermediate[0, 1] == 30)
        try swapped.validate()
        #expect(throws: AnalysisError.self) { try table.ordered(by: ["a", "c"]) }
        #expect(throws: AnalysisError.self) { try table.ordered(by: ["a"]) }
        let concordance = try Concordance(
            sectors: ["a", "b"], entries: [.init(sector: "a", group: "all"), .init(sector: "b", group: "all")])
        let one = try table.aggregated(by: concordance)
        #expect(one.importedInputs == [15])
        try one.validate()
        #expect(try table.closingRounding().importedInputs == [5, 10])
    }
}
