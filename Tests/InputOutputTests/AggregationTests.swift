import InputOutput
import LinearAlgebra
import Testing

@Suite struct AggregationTests {
    let table: InputOutputTable
    let groups = ["primary", "primary", "industry", "industry", "industry", "building", "services"]

    init() throws { table = try RegionFixture().table() }

    private func concordance(_ sectors: [String]) throws -> Concordance {
        let group = Dictionary(uniqueKeysWithValues: zip(table.sectors, groups))
        return try Concordance(
            sectors: sectors, entries: sectors.map { Concordance.Entry(sector: $0, group: group[$0] ?? "") })
    }

    @Test func identitiesAndTotalsAreKept() throws {
        let small = try table.aggregated(by: concordance(table.sectors))
        #expect(small.sectors == ["primary", "industry", "building", "services"])
        #expect(throws: Never.self) { try small.validate(relativeTolerance: 1e-13) }
        #expect(abs(small.output.reduce(0, +) - table.output.reduce(0, +)) < 1e-9)
        #expect(abs(small.totalValueAdded().reduce(0, +) - table.totalValueAdded().reduce(0, +)) < 1e-9)
        #expect(small.domesticFinalUse.map(\.name) == table.domesticFinalUse.map(\.name))
        // Machinery, electronics and instruments among themselves.
        #expect(abs(small.intermediate[1, 1] - (160 + 40 + 6 + 50 + 150 + 12 + 8 + 10 + 5)) < 1e-12)
        #expect(relativeDistance(try small.reproducedOutput(), small.output) < 1e-12)
    }

    @Test func everySectorAloneIsTheTable() throws {
        let each = try Concordance(
            sectors: table.sectors, entries: table.sectors.map { Concordance.Entry(sector: $0, group: $0) })
        #expect(try table.aggregated(by: each) == table)
    }

    @Test func inTwoStepsItIsTheSame() throws {
        let first = try table.aggregated(by: concordance(table.sectors))
        func all(_ sectors: [String]) throws -> Concordance {
            try Concordance(sectors: sectors, entries: sectors.map { Concordance.Entry(sector: $0, group: "all") })
        }
        let (steps, once) = (try first.aggregated(by: all(first.sectors)), try table.aggregated(by: all(table.sectors)))
        #expect(relativeDistance(steps.output, once.output) < 1e-14)
        #expect(relativeDistance(steps.intermediate.column(0), once.intermediate.column(0)) < 1e-14)
    }

    @Test func theOrderOfSectorsDoesNotMatter() throws {
        let permuted = try table.permuted([4, 0, 6, 2, 5, 1, 3])
        let (a, b) = (
            try table.aggregated(by: concordance(table.sectors)),
            try permuted.aggregated(by: concordance(permuted.sectors))
        )
        for (g, name) in a.sectors.enumerated() {
            let other = try #require(b.sectors.firstIndex(of: name))
            #expect(abs(a.output[g] - b.output[other]) < 1e-10)
        }
    }

    @Test func aSplitSectorIsSharedOut() throws {
        var entries = table.sectors.dropFirst().map { Concordance.Entry(sector: $0, group: "rest") }
        entries += [
            .init(sector: "farming", group: "crops", weight: 0.75),
            .init(sector: "farming", group: "rest", weight: 0.25),
        ]
        let split = try table.aggregated(by: Concordance(sectors: table.sectors, entries: entries))
        let crops = try #require(split.sectors.firstIndex(of: "crops"))
        #expect(abs(split.output[crops] - 0.75 * table.output[0]) < 1e-12)
        #expect(abs(split.intermediate[crops, crops] - 0.75 * 0.75 * 80) < 1e-12)
        #expect(throws: Never.self) { try split.validate(relativeTolerance: 1e-13) }
    }

    @Test func whatDoesNotFitIsNamed() throws {
        let entries = table.sectors.map { Concordance.Entry(sector: $0, group: "all") }
        #expect(throws: AnalysisError.incompleteSplit(sector: "services", sum: 0)) {
            try Concordance(sectors: table.sectors, entries: Array(entries.dropLast()))
        }
        #expect(throws: AnalysisError.unknownName(kind: "sector", name: "fishing", known: table.sectors)) {
            try Concordance(sectors: table.sectors, entries: entries + [.init(sector: "fishing", group: "all")])
        }
        #expect(throws: AnalysisError.duplicateName(kind: "concordance entry", name: "farming to all")) {
            try Concordance(sectors: table.sectors, entries: entries + [.init(sector: "farming", group: "all")])
        }
        let other = try Concordance(sectors: ["x"], entries: [.init(sector: "x", group: "all")])
        #expect(throws: AnalysisError.unknownName(kind: "sector of the concordance", name: "farming", known: ["x"])) {
            try table.aggregated(by: other)
        }
    }
}
