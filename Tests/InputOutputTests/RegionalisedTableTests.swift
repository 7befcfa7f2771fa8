import InputOutput
import LinearAlgebra
import Testing

@Suite struct RegionalisedTableTests {
    let china: InputOutputTable

    init() throws { china = try SeedTable.china2017.read() }

    private func quotients(_ share: (Int) -> Double) throws -> LocationQuotients {
        try LocationQuotients(
            region: china.output.indices.map { china.output[$0] * share($0) }, nation: china.output, base: .output)
    }

    /// The nation as its own region is the national table.
    @Test func theWholeNationIsReproduced() throws {
        for method in [QuotientMethod.simple, .crossIndustry(), .flegg(delta: 0.3), .augmentedFlegg(delta: 0.3)] {
            let result = try china.regionalised(by: quotients { _ in 1 }, method: method)
            let scale = china.output.reduce(0, +)
            #expect(distance(result.table.intermediate, china.intermediate) < 1e-12 * scale)
            #expect(distance(result.table.imports, china.imports) < 1e-12 * scale)
            #expect(distance(result.table.inflow, china.inflow) < 1e-12 * scale)
            #expect(distance(result.table.outflow, china.outflow) < 1e-12 * scale)
            #expect(result.shortages.isEmpty)
        }
    }

    /// A tenth of everything: SLQ is 1 everywhere, so only FLQ sees that a small region buys outside.
    @Test func aProportionalRegionTradesOnlyByFlegg() throws {
        let tenth = try quotients { _ in 0.1 }
        let simple = try china.regionalised(by: tenth, method: .simple).table
        #expect(distance(simple.inflow, .init(repeating: 0, count: 33)) < 1e-6)
        let flegg = try china.regionalised(by: tenth, method: .flegg(delta: 0.3)).table
        let lambda = tenth.lambda(delta: 0.3)
        let share = try china.regionalSupply().share
        for i in 0..<33 where china.domesticUse()[i] > 0 {
            let expected = (1 - lambda) * share[i] * 0.1 * china.domesticUse()[i]
            #expect(abs(flegg.inflow[i] - expected) < 1e-9 * china.output[i])
            #expect(abs(try flegg.regionalSupply().share[i] - lambda * share[i]) < 1e-9)
        }
    }

    /// Hunan from the nation and its own outputs: the identities hold, the base
    /// year is reproduced, and the small open region multiplies less than the nation.
    @Test func hunanWithoutItsTable() throws {
        let hunan = try SeedTable.hunan2017.read()
        let sizes = try LocationQuotients(region: hunan.output, nation: china.output, base: .output)
        let result = try china.regionalised(by: sizes, method: .flegg(delta: 0.3))
        try result.table.validate()
        #expect(relativeDistance(result.table.output, hunan.output) < 1e-9)
        let output = try result.table.reproducedOutput()
        #expect(zip(output, hunan.output).allSatisfy { abs($0 - $1) < 1e-9 * max($1, 1) })
        let (regional, national) = (try result.table.multipliers(.output), try china.multipliers(.output))
        #expect(zip(regional.simple, national.simple).allSatisfy { $0 < $1 })
    }

    /// Mean absolute error of type I output multipliers against the regions' own tables of the same year.
    ///
    /// No method is best in both: Hunan's table is much less open than Flegg's
    /// formula says of a region of 3.6% of the nation, Zhejiang's is not.
    @Test(arguments: [
        (SeedTable.hunan2017, [0.128, 0.101, 0.263, 0.604, 0.574]),
        (SeedTable.zhejiang2017, [0.435, 0.352, 0.225, 0.109, 0.133]),
    ]) func errorsAgainstSurveyTables(seed: SeedTable, errors: [Double]) throws {
        let region = try seed.read()
        let sizes = try LocationQuotients(region: region.output, nation: china.output, base: .output)
        let survey = try region.multipliers(.output).simple
        let methods: [QuotientMethod] = [
            .simple, .crossIndustry(), .flegg(delta: 0.1), .flegg(delta: 0.3), .augmentedFlegg(delta: 0.3),
        ]
        for (method, error) in zip(methods, errors) {
            let estimate = try china.regionalised(by: sizes, method: method).table.multipliers(.output).simple
            let mean = zip(estimate, survey).reduce(0) { $0 + abs($1.0 - $1.1) } / Double(survey.count)
            #expect(abs(mean - error) < 5e-4)
        }
    }

    /// A region of a region: what its nation brings in from the rest of the country is no import.
    @Test func inflowOfTheTableStaysInflow() throws {
        let table = try RegionFixture().table()
        let tenth = try LocationQuotients(region: table.output.map { $0 / 10 }, nation: table.output, base: .output)
        let made = try table.regionalised(by: tenth, method: .simple).table
        try made.validate()
        // SLQ is 1: a tenth of all trade, but for instruments, of which more is brought in than used.
        for i in table.sectors.indices where table.sectors[i] != "instruments" {
            #expect(abs(made.imports[i] - table.imports[i] / 10) < 1e-12)
            #expect(abs(made.inflow[i] - table.inflow[i] / 10) < 1e-12)
            #expect(abs(made.export[i] - table.export[i] / 10) < 1e-12)
            #expect(abs(made.outflow[i] - table.outflow[i] / 10) < 1e-12)
        }
    }

    @Test func aShortageIsReportedAndBroughtIn() throws {
        let few = try quotients { $0 == 3 ? 0.08 : 0.1 }
        let result = try china.regionalised(by: few, method: .simple, finalUseShare: ["household": 0.14])
        #expect(!result.shortages.isEmpty)
        try result.table.validate()
        let shortage = try #require(result.shortages.first)
        #expect(result.table.outflow[shortage.sector] == 0)
        #expect(result.table.inflow[shortage.sector] >= shortage.amount)
        #expect(throws: AnalysisError.self) {
            try china.regionalised(by: few, method: .simple, finalUseShare: ["households": 0.14])
        }
    }
}
