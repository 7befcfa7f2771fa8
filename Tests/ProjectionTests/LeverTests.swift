import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// What a lever adds to the fixture's path, against L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002.
@Suite struct LeverTests {
    private let quantities = (1...3).flatMap { [output(0, $0), output(1, $0)] }

    /// Change of the outputs (goods, services by year) that the levers bring.
    private func change(_ levers: [String], _ fixture: ScenarioFixture = .init()) throws -> [Double] {
        var with = fixture
        with.levers = levers
        let base = try memberValues(fixture.scenario(), members: 1, quantities)
        return zip(try memberValues(with.scenario(), members: 1, quantities), base).map { $0[0] - $1[0] }
    }

    private func outputs(of goods: Double, _ services: Double) -> [Double] {
        [(0.9525 * goods + 0.2 * services) / 0.8002, (0.19 * goods + 0.88 * services) / 0.8002]
    }

    private func isClose(_ a: [Double], _ b: [Double]) -> Bool { zip(a, b).allSatisfy { abs($0 - $1) < 1e-9 } }

    @Test func demandGrowthOfACategoryTouchesThatCategoryOfTheGroupAlone() throws {
        let found = try change([
            "{id: a, kind: demand_growth, group: goods, categories: [export], rate: 3%, years: 2024..2025, reason: t}"
        ])
        #expect(found[0] == 0 && found[1] == 0)
        #expect(isClose(Array(found[2...3]), outputs(of: 120 * pow(1.02, 2) * 0.03, 0)))
        #expect(isClose(Array(found[4...5]), outputs(of: 120 * pow(1.02, 3) * (pow(1.03, 2) - 1), 0)))
    }

    @Test func demandGrowthOfDomesticCategoriesCountsByTheSupplyShare() throws {
        let found = try change([
            "{id: a, kind: demand_growth, group: services, categories: [household, fixed_capital], rate: 2%, "
                + "years: 2023, reason: t}"
        ])
        #expect(isClose(Array(found[0...1]), outputs(of: 0, 0.95 * (1300 * 1.05 + 400 * 1.10) * 0.02)))
    }

    /// Exports of goods reach 12% more in three equal steps of ln 1.12 / 3, and stay there.
    @Test func aLevelOfDemandIsReachedOnce() throws {
        var fixture = ScenarioFixture()
        fixture.end = 2026
        let quantities = (1...4).map { output(0, $0) }
        let base = try memberValues(fixture.scenario(), members: 1, quantities)
        fixture.levers = [
            "{id: a, kind: demand_level, group: goods, categories: [export], level: 12%, years: 2023..2025, reason: t}"
        ]
        let found = try memberValues(fixture.scenario(), members: 1, quantities)
        for (year, exponent) in [(1, 1.0 / 3), (2, 2.0 / 3), (3, 1), (4, 1)] {
            let goods = 120 * pow(1.02, Double(year)) * (pow(1.12, exponent) - 1)
            #expect(abs(found[year - 1][0] - base[year - 1][0] - outputs(of: goods, 0)[0]) < 1e-9)
        }
    }

    @Test func demandGrowthWithoutCategoriesMovesAllFinalUseOfTheGroup() throws {
        let found = try change(["{id: a, kind: demand_growth, group: all, rate: 3%, years: 2023, reason: t}"])
        let base = try memberValues(ScenarioFixture().scenario(), members: 1, quantities).map { $0[0] }
        #expect(isClose(found, base.map { $0 * 0.03 }))
    }

    @Test func twoLeversOnOneCategoryAddUpInLogs() throws {
        let found = try change([
            "{id: a, kind: demand_growth, group: goods, categories: [export], rate: 3%, years: 2023, reason: t}",
            "{id: b, kind: demand_growth, group: all, categories: [export, outflow], rate: 2%, years: 2023, reason: t}",
        ])
        let goods = 120 * 1.02 * (1.03 * 1.02 - 1) + 80 * 0.95 * 0.02
        #expect(isClose(Array(found[0...1]), outputs(of: goods, 60 * 1.02 * 0.02 + 40 * 0.95 * 0.02)))
    }

    /// 10 亿元 of household demand for goods, of which 80% is supplied in the region and half comes about.
    @Test func demandAddsItsAmountTimesTheSupplyShare() throws {
        let household = "kind: demand, group: goods, category: household, amount: {2023: 10 亿元, 2025: 20 亿元}"
        let found = try change(["{id: a, \(household), factor: 50%, years: 2023..2024, reason: t}"])
        #expect(isClose(Array(found[0...1]), outputs(of: 10 * 0.8 * 0.5, 0)))
        #expect(isClose(Array(found[2...3]), outputs(of: 15 * 0.8 * 0.5, 0)))
        #expect(isClose(Array(found[4...5]), [0, 0]))
        let export = try change([
            "{id: a, kind: demand, group: all, category: export, amount: {2023: 18 亿元}, reason: t}"
        ])
        // Spread like the base year's exports, 120 to 60, all of it made in the region.
        #expect(isClose(Array(export[0...1]), outputs(of: 12, 6)))
    }

    @Test func aFactorPerYearIsDrawnEveryYear() throws {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.levers = [
            "{id: a, kind: demand, group: goods, category: export, amount: {2023: 10 亿元}, "
                + "factor: {value: 1 ± 0.2, per: year}, reason: t}"
        ]
        let values = try memberValues(fixture.scenario(), members: 4000, [output(0, 1), output(0, 2)])
        #expect(abs(correlation(values[0], values[1])) < 4 / 4000.0.squareRoot())
    }

    /// 2% of the fixed investment of 500, growing by 10% a year, builds a capacity of 5.5 in 2023 and 6.05 in 2024 at 2 yuan
    /// a yuan of value added; each sells from the year after, half of it displaced. A yuan of goods sold is 0.65 · 0.9525 / 0.8002 of value
    /// added in goods and 0.7 · 0.19 / 0.8002 in services.
    @Test func shiftedInvestmentSellsWhatItBuildsAYearLater() throws {
        let found = try change([
            "{id: a, kind: investment_shift, group: goods, share: 2%, capital_output: 2, displaced: 50%, "
                + "years: 2023..2024, reason: t}"
        ])
        for (year, capacity) in [0, 5.5, 5.5 + 6.05].enumerated() {
            #expect(isClose(Array(found[2 * year...2 * year + 1]), outputs(of: capacity / chain / 2, 0)))
        }
    }

    private let chain = (0.65 * 0.9525 + 0.7 * 0.19) / 0.8002

    @Test func shiftedInvestmentKeepsItsCapacityWhenItEnds() throws {
        let found = try change([
            "{id: a, kind: investment_shift, group: goods, share: 2%, capital_output: 2, displaced: 0%, years: 2023, "
                + "reason: t}"
        ])
        #expect(isClose(Array(found[2...3]), outputs(of: 5.5 / chain, 0)))
        #expect(isClose(Array(found[4...5]), outputs(of: 5.5 / chain, 0)))
    }

    /// Export is no investment of the region, whatever table it has.
    @Test(arguments: [
        (
            "investment_shift, group: goods, category: export, share: 2%, capital_output: 2, displaced: 0%", "export",
            "there are household, fixed_capital\n"
        ),
        (
            "demand, group: goods, category: fixed_capitol, amount: {2023: 1 亿元}", "fixed_capitol",
            "did you mean `fixed_capital`? there are household, fixed_capital, export, outflow\n"
        ),
    ])
    func aCategoryThatIsNoneIsAnErrorThatListsThem(lever: String, found: String, suggestion: String) throws {
        var fixture = ScenarioFixture()
        fixture.levers = ["{id: a, kind: \(lever), reason: t}"]
        do throws(any Error) {
            _ = try fixture.scenario()
            Issue.record("\(lever) was read")
        } catch {
            let text = "\(error)\n"
            #expect(text.contains("scenario.yaml:14:"), "\(text)")
            #expect(
                text.contains("levers[a].category: found \"\(found)\", expected a category of final use"), "\(text)")
            #expect(text.contains(suggestion), "\(text)")
        }
    }

    // MARK: Portfolios

    private var firms: ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.end = 2026
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio =
            "premium: 2% ± 1%, volatility: {at: 100 亿元, sd: 15%, size_exponent: 0, common: 20%}, exit: 2%"
        return fixture
    }

    /// Ratio of the first unit's size with the lever to that without, by year, for every member that still has it.
    private func ratios(_ lever: String) throws -> [[Double]] {
        let sizes = (0...4).map { size(0, $0) }
        let base = try memberValues(firms.scenario(), members: 200, sizes)
        var fixture = firms
        fixture.levers = [lever]
        let with = try memberValues(fixture.scenario(), members: 200, sizes)
        return zip(with, base).map { zip($0, $1).filter { $0.1 > 0 }.map { $0 / $1 } }
    }

    @Test func aLevelEffectHappensOnceSpreadOverItsYears() throws {
        let found = try ratios(
            "{id: a, kind: portfolio_level, portfolio: firms, level: 12%, years: 2023..2025, reason: t}")
        for (year, exponent) in [0, 1.0 / 3, 2.0 / 3, 1, 1].enumerated() {
            #expect(found[year].allSatisfy { abs($0 - pow(1.12, exponent)) < 1e-12 })
        }
    }

    @Test func addedGrowthCompoundsInItsYears() throws {
        let found = try ratios(
            "{id: a, kind: portfolio_growth, portfolio: firms, rate: 3%, years: 2024..2025, reason: t}")
        for (year, exponent) in [0.0, 0, 1, 2, 2].enumerated() {
            #expect(found[year].allSatisfy { abs($0 - pow(1.03, exponent)) < 1e-12 })
        }
    }

    @Test func cheaperGoodsLowerTheSalesOfTheirMakersButNotOfOthers() throws {
        var fixture = firms
        let quantities = [size(0, 3), size(1, 3), output(0, 3)]
        let before = try memberValues(fixture.scenario(), members: 100, quantities)
        fixture.levers = ["{id: a, kind: price, group: goods, rate: -3%, years: 2023..2024, reason: t}"]
        let after = try memberValues(fixture.scenario(), members: 100, quantities)
        for member in 0..<100 where before[0][member] > 0 {
            #expect(abs(after[0][member] / before[0][member] - 0.97 * 0.97) < 1e-12)
        }
        #expect(after[1] == before[1] && after[2] == before[2])
    }
}
