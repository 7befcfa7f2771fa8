import Goals
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct ThemeTests {
    /// All that is uncertain, without a portfolio.
    private func fixture(_ themes: [String], _ commitments: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture.everything()
        (fixture.units, fixture.portfolio, fixture.targets) = ([], "", [])
        fixture.levers = []
        (fixture.themes, fixture.commitments) = (themes, commitments)
        return fixture
    }

    private func run(_ fixture: ScenarioFixture, members: Int = 1000, threads: Int = 2) throws -> ScenarioResult {
        try project(fixture.scenario(), options: RunOptions(members: members, threads: threads, blockSize: 256))
    }

    private static let three = [
        "alone,goods,1", "mixed,goods,0.3", "mixed,services,0.7", "elsewhere,services,1",
    ]
    private static let named = [
        "{id: C1, subject: Two, theme: [mixed, alone]}", "{id: C2, subject: One, theme: alone}",
        "{id: C3, subject: None}",
    ]

    /// Output at current prices and volume against the base year, 1000 of goods and 2000 of services.
    @Test func industryOfOneSectorHasItsIndex() throws {
        let result = try run(fixture(Self.three, ["{id: C, subject: S, theme: [alone, elsewhere]}"]))
        for (theme, sector, base) in [(result.themes[0], "Goods", 1000.0), (result.themes[1], "Services", 2000)] {
            for (path, prefix) in [(theme.index, "Output|"), (theme.volume, "Output Volume|")] {
                let output = try #require(result.variables.first { $0.name == prefix + sector })
                #expect(path.count == 4 && path[0].p5 == 1 && path[0].p95 == 1)
                for (index, year) in zip(path, output.years) {
                    let summary = try #require(year.summary)
                    // Quantiles come from a histogram whose bins are 2^-11 of a value wide.
                    for (own, sectoral) in zip(
                        [index.p5, index.p50, index.p95], [summary.p5, summary.p50, summary.p95])
                    { #expect(abs(own * base / sectoral - 1) < 1e-3) }
                    #expect(abs(index.mean * base / summary.mean - 1) < 1e-12)
                }
            }
        }
    }

    @Test func meanOfAMixIsTheMixOfTheMeans() throws {
        let result = try run(fixture(Self.three, ["{id: C, subject: S, theme: [mixed, alone, elsewhere]}"]))
        let (mixed, goods, services) = (result.themes[0], result.themes[1], result.themes[2])
        for year in 0...3 {
            let expected = 0.3 * goods.index[year].mean + 0.7 * services.index[year].mean
            #expect(abs(mixed.index[year].mean - expected) < 1e-12)
        }
        #expect(goods.index[3].mean != services.index[3].mean)
        #expect(goods.index[3].mean < goods.volume[3].mean)
    }

    @Test func orderOfRowsAndThreadsChangesNothing() throws {
        let commitments = ["{id: C, subject: S, theme: [mixed, alone]}"]
        let one = try run(fixture(Self.three, commitments), threads: 1).themes
        let other = try run(fixture(Self.three.reversed(), commitments), threads: 2).themes
        #expect(one.map(\.theme) == other.map(\.theme))
        #expect(one.map(\.index) == other.map(\.index) && one.map(\.doublingOdds) == other.map(\.doublingOdds))
    }

    @Test func eachIndustryStandsOnceWithTheCommitmentsThatNameIt() throws {
        let result = try run(fixture(Self.three, Self.named), members: 8)
        #expect(result.themes.map(\.theme.id) == ["mixed", "alone"])
        #expect(result.themes.map(\.commitments) == [["C1"], ["C1", "C2"]])
        let names = result.variables.map(\.name).filter { $0.hasPrefix("Theme|") }
        #expect(
            names == [
                "Theme|mixed|Output Index", "Theme|mixed|Output Volume Index", "Theme|alone|Output Index",
                "Theme|alone|Output Volume Index",
            ])
        #expect(try run(fixture(Self.three, ["{id: C, subject: S}"]), members: 8).themes.isEmpty)
    }

    /// A size of a later year is that figure in that year in every member, and moves with the index before and after.
    @Test func aPublishedSizeIsMovedByTheIndex() throws {
        func sized(_ year: Int) -> String {
            "{id: C, subject: S, theme: mixed, size: {year: \(year), value: 40 亿元, quality: C, source: test}}"
        }
        let base = try run(fixture(Self.three, [sized(2022)])).themes[0]
        let size = try #require(base.size)
        for year in 0...3 { #expect(abs(size[year].mean / (40 * base.index[year].mean) - 1) < 1e-12) }
        let later = try #require(try run(fixture(Self.three, [sized(2024)])).themes[0].size)
        for value in [later[2].p5, later[2].p50, later[2].p95, later[2].mean] { #expect(abs(value - 40) < 1e-12) }
        #expect(later[0].p95 > later[0].p5 && later[3].p95 > later[3].p5)
    }

    /// Goods and services double in three years at 2^(1/3) − 1 = 25.99% a year, by exports and households alone.
    @Test func doublingTakesTheCompoundRate() throws {
        func odds(_ rate: String) throws -> ThemeResult {
            var fixture = fixture(Self.three, ["{id: C, subject: S, theme: mixed}"])
            fixture.table = ScenarioFixture.separate
            fixture.growth = "{household: \(rate), fixed_capital: 0%, export: \(rate), outflow: 0%}"
            (fixture.shocks, fixture.prices, fixture.relativeGrowth) = (
                "{common: 0%, sector: 0%, correlation: 0}", "", ""
            )
            return try run(fixture, members: 100).themes[0]
        }
        let (below, above) = (try odds("25.9%"), try odds("26%"))
        #expect(abs(below.doublingGrowth - 0.259921) < 5e-7)
        #expect(below.doublingOdds.probability == 0 && above.doublingOdds.probability == 1)
        #expect(abs(above.growth.p50 - 0.26) < 1e-12 && abs(above.volumeGrowth.p95 - 0.26) < 1e-12)
    }

    /// x = L w for the mix (0.3, 0.7) with L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002.
    @Test func whatItLeansOnFollowsFromTheTable() throws {
        var fixture = fixture(Self.three, ["{id: C, subject: S, theme: mixed}"])
        fixture.relativeGrowth = ""
        let theme = try run(fixture, members: 8).themes[0]
        #expect(theme.leadingSectors.map(\.sector) == [1, 0] && theme.leadingSectors.map(\.weight) == [0.7, 0.3])
        let output = [(0.9525 * 0.3 + 0.2 * 0.7) / 0.8002, (0.19 * 0.3 + 0.88 * 0.7) / 0.8002]
        let inputs = [0.15 * output[0] + 0.25 * output[1], 0.2 * output[0] + 0.05 * output[1]]
        #expect(theme.suppliers.map(\.sector) == [0, 1])
        for supplier in theme.suppliers {
            #expect(abs(supplier.input - inputs[supplier.sector]) < 1e-12)
            #expect(abs(supplier.fromOutside - [0.2, 0.05][supplier.sector] * inputs[supplier.sector]) < 1e-12)
        }
        #expect(abs(theme.leakage - (0.2 * inputs[0] + 0.05 * inputs[1])) < 1e-12)
        #expect(abs(theme.leakage + theme.valueAdded - 1) < 1e-12)
    }

    /// 40% of 8000 亿元 would be more goods than the region makes (1000).
    @Test func aSizeAboveTheOutputOfItsSectorsIsAWarning() throws {
        func notices(_ value: Int) throws -> [Notice] {
            let size = "size: {year: 2022, value: \(value) 亿元, quality: C, source: test}"
            return try run(fixture(Self.three, ["{id: C, subject: S, theme: mixed, \(size)}"]), members: 8).notices
        }
        let warnings = try notices(8000).filter { $0.level == .warning }
        #expect(warnings.count == 1)
        guard case .industryExceedsSector(theme: "mixed", year: 2022, _, _)? = warnings.first?.matter else {
            Issue.record("\(warnings)")
            return
        }
        #expect(try notices(800).allSatisfy { $0.level == .note })
    }
}
