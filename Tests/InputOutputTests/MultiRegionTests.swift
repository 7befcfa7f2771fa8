import InputOutput
import LinearAlgebra
import Testing

@Suite struct MultiRegionTests {
    /// Invented: three regions of two sectors; north and south trade, the island does not.
    let flows = Matrix(rowMajor: [
        [20, 30, 5, 8, 0, 0], [25, 10, 3, 6, 0, 0], [4, 9, 40, 20, 0, 0], [7, 2, 30, 60, 0, 0], [0, 0, 0, 0, 3, 2],
        [0, 0, 0, 0, 1, 4],
    ])
    let demand = Matrix(rowMajor: [
        [50, 6, 0], [40, 9, 0], [8, 90, 0], [5, 110, 0], [0, 0, 12], [0, 0, 9],
    ])

    private func table() throws -> MultiRegionTable {
        let rest: [Double] = [1, 7, 12, 6, 3, 1]
        let output = (0..<6).map { flows.rowSums()[$0] + demand.rowSums()[$0] + rest[$0] }
        return try MultiRegionTable(
            regions: ["north", "south", "island"], sectors: ["goods", "services"], intermediate: flows,
            finalDemand: demand, restOfWorld: rest, primaryInputs: zip(output, flows.columnSums()).map { $0 - $1 },
            output: output)
    }

    @Test func linesAndBlocks() throws {
        let table = try table()
        #expect(table.line(region: 1, sector: 1) == 3 && table.name(ofLine: 3) == "south/services")
        #expect(table.block(table.intermediate, from: 0, to: 1) == Matrix(rowMajor: [[5, 8], [3, 6]]))
        #expect(table.values(table.output, of: 2) == [20, 15])
        #expect(table.imbalances().isEmpty)
    }

    /// With two regions that trade, L^rr = (I − A^rr − A^rs (I − A^ss)⁻¹ A^sr)⁻¹ (Miller & Blair 2009, eq. 3.14).
    @Test func feedbackIsTheTripThroughTheOtherRegion() throws {
        let table = try table()
        let a = try table.coefficients()
        func block(_ r: Int, _ s: Int) -> Matrix { table.block(a, from: r, to: s) }
        func inverse(of m: Matrix) throws -> Matrix {
            try LeontiefSystem(coefficients: m, supplyShare: [1, 1]).multipliers
        }
        var trip = block(0, 0)
        let middle = try multiply(inverse(of: block(1, 1)), block(1, 0))
        try multiply(block(0, 1), middle, into: &trip, beta: 1)
        let feedback = try InterregionalFeedback(table).feedback(of: "north")
        var expected = try inverse(of: trip)
        let alone = try inverse(of: block(0, 0))
        for i in 0..<2 { for j in 0..<2 { expected[i, j] -= alone[i, j] } }
        #expect(distance(feedback, expected) < 1e-14)
        feedback.withUnsafeBuffer { #expect($0.allSatisfy { $0 > 0 }) }
    }

    @Test func multipliersAddUpOverRegions() throws {
        let table = try table()
        let model = try InterregionalFeedback(table)
        let sums = model.inverse.columnSums()
        for (r, region) in table.regions.enumerated() {
            let spillovers = try model.spillovers(of: region)
            #expect(distance(spillovers.total, table.values(sums, of: r)) < 1e-14)
            #expect(spillovers.spillover.row(r) == [0, 0])
        }
    }

    @Test func aRegionWithoutTradeHasNoFeedback() throws {
        let model = try InterregionalFeedback(table())
        #expect(distance(try model.feedback(of: "island"), Matrix(rows: 2, columns: 2)) < 1e-15)
        #expect(try model.spillovers(of: "island").spillover == Matrix(rows: 3, columns: 2))
        #expect(try model.effect(of: [1, 1], in: "island").share == 0)
    }

    @Test func whatASingleRegionTableMisses() throws {
        let effect = try InterregionalFeedback(table()).effect(of: [100, 50], in: "north")
        #expect(effect.effect.allSatisfy { $0 > 0 })
        let missed = effect.output.reduce(0, +) - effect.isolatedOutput.reduce(0, +)
        #expect(abs(effect.share - missed / effect.output.reduce(0, +)) < 1e-15)
        #expect(effect.share > 0 && effect.share < 0.1)
    }

    @Test func whatDoesNotFitIsNamed() throws {
        let model = try InterregionalFeedback(table())
        #expect(
            throws: AnalysisError.unknownName(kind: "region", name: "east", known: ["north", "south", "island"])
        ) { try model.feedback(of: "east") }
        #expect(throws: AnalysisError.duplicateName(kind: "region", name: "a")) {
            try MultiRegionTable(
                regions: ["a", "a"], sectors: ["s"], intermediate: .identity(2), finalDemand: .identity(2),
                restOfWorld: [0, 0], primaryInputs: [0, 0], output: [1, 1])
        }
    }
}
