import Foundation
import Goals
import Projection
import Scenarios
import TestSupport
import Testing

private func run(
    _ fixture: ScenarioFixture, members: Int = 1000, threads: Int = 1
) throws -> ScenarioResult {
    try project(fixture.scenario(), options: RunOptions(members: members, threads: threads))
}

@Suite struct ReadingTests {
    /// 2.218 in 2025 toward 2.5 in 2027 with yearly log growth N(ln 1.055, 0.02²): P = .32795. The premium is mean growth,
    /// so the median is 5.5% where the premium is 1.055 exp(0.02² / 2) − 1.
    @Test func oddsOfOneUnitEqualTheWorkedExample() throws {
        var fixture = ScenarioFixture()
        (fixture.start, fixture.end) = (2025, 2027)
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,2.218,,"]
        let premium = 1.055 * exp(0.0002) - 1
        fixture.portfolio =
            "premium: \(premium), volatility: {at: 100 亿元, sd: 2%, size_exponent: 0, shape: normal}"
        fixture.targets = [
            "{id: size, indicator: {unit: one, of: firms}, goal: at least 2.5 亿元, by: 2027}",
            "{id: total, indicator: {total: firms}, goal: at least 2.5 亿元, by: 2027}",
            "{id: count, indicator: {count: firms, over: 2.5 亿元}, goal: at least 1, by: 2027}",
        ]
        let odds = try run(fixture, members: 40_000, threads: 2).targets.map(\.headline.odds)
        for value in odds { #expect(abs(value.probability - 0.32795) < 3 * value.standardError) }
        let plainError = (0.32795 * (1 - 0.32795) / 40_000).squareRoot()
        #expect(abs(odds[0].standardError / plainError - 1) < 0.02)
        #expect(odds[1] == odds[0])
        #expect(odds[2].standardError < odds[0].standardError)
    }

    @Test func withoutUncertaintyAllQuantilesAndTheMeanAreThePath() throws {
        var fixture = ScenarioFixture()
        fixture.prices = "[{id: goods, group: goods, later: -2%}]"
        fixture.units = ["one,goods:1,100,,", "two,services:0.3|goods:0.7,40,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.targets = [
            "{id: share, indicator: {share: goods, of: all, measure: value_added}, goal: at least 30%, by: 2025}",
            "{id: total, indicator: {total: firms}, goal: at least 145 亿元, by: 2025}",
        ]
        let result = try run(fixture)
        #expect(result.variables.count > 10)
        for variable in result.variables {
            for year in variable.years {
                let summary = try #require(year.summary)
                let values = [
                    summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95,
                ]
                #expect(values.allSatisfy { $0 == summary.mean }, "\(variable.name) in \(year.year)")
            }
        }
        let one = try run(fixture, members: 1)
        #expect("\(one.variables)" == "\(result.variables)")
        // 1044.2527 and 2112.7118 are worked by hand in the tests of the projection.
        let output = try #require(result.variables.first { $0.name == "Output Volume|Goods" })
        #expect(abs(output.years[1].summary!.mean - 1044.2527) < 5e-5)
        #expect(result.targets.allSatisfy { $0.headline.odds.standardError == 0 })
    }

    @Test func crossingSharesNeverFallAndEndAtOrAboveTheOdds() throws {
        var fixture = ScenarioFixture.everything()
        fixture.targets = [
            "{id: total, indicator: {total: firms}, goal: more than 280 亿元, by: 2025}",
            "{id: any, indicator: {total: firms}, goal: more than 280 亿元, by: 2025, by_any_year: true}",
        ]
        let readings = try run(fixture).targets.map(\.headline)
        for reading in readings {
            #expect(reading.crossedBy.map(\.year) == [2022, 2023, 2024, 2025])
            let shares = reading.crossedBy.map(\.share)
            #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 } && shares[3] <= 1)
            #expect(reading.medianCrossing == reading.crossedBy.first { $0.share >= 0.5 }?.year)
        }
        #expect(readings[0].odds.probability < readings[1].odds.probability)
        #expect(readings[1].odds.probability == readings[1].crossedBy[3].share)
    }

    @Test func oddsByDeadlineAreThoseOfTheEndsOfTheRange() throws {
        let reading = try run(ScenarioFixture.everything()).targets[1].headline
        #expect(reading.oddsByDeadline.map(\.year) == [2024, 2025])
        #expect(reading.oddsByDeadline[1].odds == reading.odds)
        #expect(reading.oddsByDeadline[0].odds.probability < reading.odds.probability)
    }

    // MARK: Baselines

    /// Exports and outflow, which are mostly goods, outgrow the rest.
    private func share(_ readings: [String], growth: String? = nil) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth =
            growth ?? "{household: 2% ± 2%, fixed_capital: 2%, export: 9% ± 5%, outflow: 9% ± 5%}"
        let items = readings.enumerated().map { index, value in
            "{id: r\(index), indicator: {share: goods, of: all, measure: value_added}, baseline: {value: \(value)}"
                + (index == 0 ? ", headline: true, reason: test}" : "}")
        }
        fixture.targets = ["{id: share, goal: more than 13%, by: 2025, readings: [\(items.joined(separator: ", "))]}"]
        return fixture
    }

    @Test func aShareStartsExactlyAtItsBaseline() throws {
        let readings = try run(share(["13%", "12.7%", "97%"])).targets[0].readings
        for (reading, baseline) in zip(readings, [0.13, 0.127, 0.97]) {
            let start = try #require(reading.fan[0].summary)
            for value in [start.mean, start.p5, start.p50, start.p95] { #expect(abs(value - baseline) < 1e-15) }
        }
    }

    @Test func anUncertainBaselineIsTheSpreadAtTheStart() throws {
        let reading = try run(share(["{p5: 11.9%, p95: 14.0%}"]), members: 20_000).targets[0].headline
        let start = try #require(reading.fan[0].summary)
        #expect(abs(start.p5 - 0.119) < 4e-4 && abs(start.p95 - 0.14) < 4e-4)
        #expect(reading.latest.isModelled && reading.drivers.contains { $0.name == "baseline of share/r0" })
    }

    @Test func aShareStaysBelowOneHoweverFastItGrows() throws {
        let reading = try run(
            share(["97%"], growth: "{household: -40%, fixed_capital: -40%, export: 90% ± 20%, outflow: 90%}")
        ).targets[0].headline
        #expect(reading.atDeadline.p95 < 1 && reading.atDeadline.p50 > 0.97)
    }

    @Test func higherBaselinesNeverLowerTheOdds() throws {
        let readings = try run(share(["12.5%", "12.8%", "13%", "13.5%"])).targets[0].readings
        let odds = readings.map(\.odds.probability)
        #expect(zip(odds, odds.dropFirst()).allSatisfy { $0 <= $1 } && odds[0] < odds[3])
        let medians = readings.map(\.atDeadline.p50)
        #expect(zip(medians, medians.dropFirst()).allSatisfy { $0 < $1 })
    }

    /// Odds part : rest grow as modelled: s / (1 − s) from 13% by the growth of the modelled odds.
    @Test func theModelSuppliesTheGrowthOfTheOdds() throws {
        var fixture = share(["13%"], growth: "{household: 2%, fixed_capital: 2%, export: 9%, outflow: 9%}")
        fixture.targets.append(
            "{id: model, indicator: {share: goods, of: all, measure: value_added}, goal: more than 13%, by: 2025}")
        let targets = try run(fixture, members: 1).targets.map(\.headline)
        func odds(_ share: Double) -> Double { share / (1 - share) }
        let modelled = targets[1].fan.map { odds($0.summary!.p50) }
        let scaled = targets[0].fan.map { odds($0.summary!.p50) }
        for year in 1...3 {
            #expect(abs(scaled[year] / scaled[0] / (modelled[year] / modelled[0]) - 1) < 1e-12)
        }
    }

    @Test(arguments: ["output: goods", "value_added: goods, prices: constant", "total: firms", "unit: one, of: firms"])
    func aLevelStartsAtItsBaselineAndGrowsAsModelled(indicator: String) throws {
        var fixture = ScenarioFixture()
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio = ScenarioFixture.calm
        let goal = "goal: at least 500 亿元, by: 2025"
        fixture.targets = [
            "{id: model, indicator: {\(indicator)}, \(goal)}",
            "{id: published, indicator: {\(indicator)}, \(goal), baseline: {value: 480 亿元, times: 1.5, over: [2, 0.9]}}",
        ]
        let readings = try run(fixture, members: 8).targets.map(\.headline)
        let (modelled, scaled) = (readings[0].fan.map { $0.summary!.p50 }, readings[1].fan.map { $0.summary!.p50 })
        #expect(abs(scaled[0] - 400) < 1e-9)
        for year in 1...3 { #expect(abs(scaled[year] / 400 / (modelled[year] / modelled[0]) - 1) < 1e-12) }
    }

    // MARK: Published figures

    /// 2.1 in 2024 toward 2.5 in 2027, 2.218 in 2025: 5.6190% a year so far, 6.16692% needed from here, Eurostat ratio
    /// .93901, UN ratio .93566.
    @Test func progressEqualsTheWorkedExample() throws {
        var fixture = ScenarioFixture()
        (fixture.start, fixture.end) = (2025, 2027)
        fixture.units = ["one,goods:1,2.218,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.observations = ["figure,2024,2.1,100m yuan,B", "figure,2025,2.218,100m yuan,A"]
        fixture.targets = [
            "{id: size, indicator: {total: firms}, goal: at least 2.5 亿元, by: 2027, since: 2024, "
                + "observed: [{file: observations.csv, indicator: figure}]}"
        ]
        let reading = try run(fixture, members: 8).targets[0].headline
        #expect(reading.latest == LatestValue(value: 2.218, year: 2025, quality: .a, isModelled: false))
        #expect(abs(try #require(reading.growthSince) - 0.056190) < 5e-7)
        #expect(abs(try #require(reading.requiredGrowth) - 0.0616692) < 5e-8)
        #expect(abs(try #require(reading.eurostat?.ratio) - 0.93901) < 5e-6 && reading.eurostat?.label == "moderate")
        #expect(abs(try #require(reading.unitedNations?.ratio) - 0.93566) < 5e-6)
        // The path that just reaches the goal, and the figures beside the fan.
        #expect(reading.fan.map(\.year) == [2024, 2025, 2026, 2027])
        #expect(reading.fan.map { $0.observed[0] } == [2.1, 2.218, nil, nil])
        #expect(reading.fan[0].required == nil && reading.fan[1].required == 2.218)
        #expect(abs(try #require(reading.fan[3].required) - 2.5) < 1e-12)
        #expect(abs(reading.gap - (2.5 - reading.atDeadline.p50)) < 1e-15)
    }

    // MARK: Growth

    /// 1044.2527 after 1000: real growth of goods is 4.42527%; the price falls by 2%.
    @Test func growthIsRealUnlessCurrentPricesAreAskedFor() throws {
        var fixture = ScenarioFixture()
        fixture.prices = "[{id: goods, group: goods, later: -2%}]"
        fixture.targets = [
            "{id: real, indicator: {growth: {output: goods}}, goal: at least 4.42%, by: 2023}",
            "{id: nominal, indicator: {growth: {output: goods, prices: current}}, goal: at least 4.42%, by: 2023}",
        ]
        let readings = try run(fixture, members: 8).targets.map(\.headline)
        #expect(abs(readings[0].atDeadline.p50 - 0.0442527) < 5e-8)
        #expect(abs(readings[1].atDeadline.p50 - (1.0442527 * 0.98 - 1)) < 5e-8)
        #expect(readings.map(\.odds.probability) == [1, 0])
        #expect(readings[0].fan[0].summary == nil && readings[0].latest.year == 2023)
    }
}
