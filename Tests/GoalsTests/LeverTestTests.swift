import Foundation
import Goals
import Scenarios
import TestSupport
import Testing

/// What each lever adds, in cases that can be worked out by hand.
@Suite struct LeverTestTests {
    /// Two firms of 100 and 50 亿元 whose sectors stand still, without luck.
    private var firms: ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.targets = [
            "{id: total, name: T, indicator: {total: firms}, goal: at least 200 亿元, by: 2025}",
            "{id: large, name: L, indicator: {count: firms, over: 110 亿元}, goal: at least 1 firms, by: 2025}",
        ]
        return fixture
    }

    private func tried(_ fixture: ScenarioFixture, members: Int = 200) throws -> LeverTestResult {
        try testLevers(fixture.scenario(), options: RunOptions(members: members))
    }

    private func level(_ id: String, _ percent: Int) -> String {
        "{id: \(id), kind: portfolio_level, portfolio: firms, level: \(percent)%, years: 2023..2024, reason: t}"
    }

    /// 150 + 20% = 180 of 200: of the gap of 50 the lever closes 30, which is 60%, and takes one firm to 120.
    @Test func aLevelOfAPortfolioIsSaidInMoneyAndAsShareOfTheGap() throws {
        var fixture = firms
        fixture.levers = [level("fund", 20)]
        let result = try tried(fixture)
        #expect(result.outcomes.count == 2)
        let total = result.outcomes[0]
        // A single lever is all of them: nothing is said twice.
        #expect(total.effects.count == 1)
        let effect = total.effects[0]
        #expect(abs(total.without.p50 - 150) < 0.1)
        #expect(abs(try #require(total.gap) - 50) < 0.1)
        #expect(abs(effect.outcome.mean - 30) < 1e-9 && effect.money == effect.outcome)
        #expect(abs(try #require(total.shareOfGap(effect)) - 0.6) < 0.002)
        #expect(effect.oddsDifference == 0 && effect.standardError == 0)
        let count = result.outcomes[1].effects[0]
        #expect(count.outcome.mean == 1)
        #expect(abs(try #require(count.money).mean - 30) < 1e-9)
        #expect(abs(try #require(count.oddsDifference) - 1) < 1e-12)
    }

    /// Of each lever alone less is recorded than of a comparison with it; what it adds is the same to the bit.
    @Test func aLeverAddsWhatAComparisonWithItSays() throws {
        let levers = [
            "{id: help, kind: portfolio_growth, portfolio: firms, rate: 1% ± 0.5%, reason: t}",
            "{id: orders, kind: demand_growth, group: goods, categories: [export], rate: -3%, reason: t}",
        ]
        func scenario(_ levers: [String]) throws -> Scenario {
            var fixture = ScenarioFixture.everything()
            fixture.observations += ["total,2023,290,100m yuan,C", "large,2023,2,firms,A"]
            fixture.learnTotalAndCount()
            fixture.more = ScenarioFixture.observationErrors
            fixture.levers = levers
            return try fixture.scenario()
        }
        let options = RunOptions(members: 1000, threads: 2)
        let result = try testLevers(scenario(levers), options: options)
        let comparisons = try compare(
            scenario([]), with: levers.map { try scenario([$0]) } + [scenario(levers)], options: options)
        #expect(result.outcomes.count >= 4)
        for (index, comparison) in comparisons.enumerated() {
            let readings = comparison.targets.flatMap(\.readings)
            #expect(readings.count == result.outcomes.count)
            for (outcome, reading) in zip(result.outcomes, readings) {
                let (effect, difference) = (outcome.effects[index], try #require(reading.difference))
                #expect(outcome.without == reading.base.atDeadline)
                #expect([effect.outcome.p5, effect.outcome.p95] == [difference.p5, difference.p95])
                #expect(effect.outcome.mean == difference.mean && effect.standardError == reading.standardError)
                #expect(abs(try #require(effect.oddsDifference) - reading.oddsDifference) < 1e-12)
            }
        }
        #expect(result.outcomes.contains { $0.effects[0].outcome.mean != 0 })
    }

    /// About 200 is met from 190: of the gap of 40 the lever closes 30. About 155 is met from 147.25, by 150: no gap is left.
    @Test func theGapIsToTheValueFromWhichTheGoalIsMet() throws {
        var fixture = firms
        fixture.targets = [
            "{id: open, name: T, indicator: {total: firms}, goal: about 200 亿元, by: 2025}",
            "{id: reached, name: T, indicator: {total: firms}, goal: about 155 亿元, by: 2025}",
            "{id: beyond, name: T, indicator: {total: firms}, goal: at least 120 亿元, by: 2025}",
            "{id: more, name: T, indicator: {count: firms, over: 40 亿元}, goal: more than 2, by: 2025}",
            "{id: cap, name: T, indicator: {total: firms}, goal: at most 100 亿元, by: 2025}",
        ]
        fixture.levers = [level("fund", 20)]
        let outcomes = try tried(fixture).outcomes
        let gaps = try outcomes.map { try #require($0.gap) }
        #expect(abs(gaps[0] - 40) < 0.1 && gaps[1] == 0 && gaps[2] == 0 && gaps[3] == 1 && abs(gaps[4] - 50) < 0.1)
        #expect(abs(try #require(outcomes[0].shareOfGap(outcomes[0].effects[0])) - 0.75) < 0.002)
        #expect(outcomes[1].shareOfGap(outcomes[1].effects[0]) == nil)
        // 30 more where 50 less are asked for.
        #expect(abs(try #require(outcomes[4].shareOfGap(outcomes[4].effects[0])) + 0.6) < 0.002)
    }

    /// 1.2 · 1.1 − 1 = 0.32 of 150 is 48, 3 more than 30 and 15.
    @Test func whatLeversAddTogetherBeyondTheirSumIsTheirInteraction() throws {
        var fixture = firms
        fixture.levers = [level("fund", 20), level("zone", 10)]
        let effects = try tried(fixture).outcomes[0].effects
        #expect(effects.map { ($0.outcome.mean * 1e6).rounded() / 1e6 } == [30, 15, 48, 3])
        guard case .together = effects[2].source, case .interaction = effects[3].source else {
            Issue.record("order of effects")
            return
        }
        #expect(effects[3].outcome.p5 == nil && effects[3].standardError == nil)
    }

    /// A price of goods moves the firm that makes them, and splits of demand move only last digits: no noise is shown.
    @Test func aLeverThatDoesNotTouchATargetAddsExactlyNothing() throws {
        var fixture = ScenarioFixture.everything()
        fixture.targets = ["{id: total, name: T, indicator: {total: firms}, goal: at least 400 亿元, by: 2025}"]
        fixture.levers = [
            "{id: none, kind: demand_growth, group: services, categories: [export], rate: 0%, reason: t}",
            "{id: some, kind: price, group: goods, rate: 2%, reason: t}",
        ]
        let effects = try tried(fixture, members: 500).outcomes[0].effects
        #expect(effects[0].outcome == LeverEffect.Change(mean: 0, p5: 0, p95: 0))
        #expect(effects[0].oddsDifference == 0)
        #expect(effects[1].outcome.mean > 0)
        #expect(abs(effects[2].outcome.mean - effects[1].outcome.mean) < 1e-6 && effects[3].outcome.mean == 0)
    }

    /// A share's money is what it is the share of: goods add 10% of their exports' growth.
    @Test func theMoneyOfAShareIsItsNumerator() throws {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = ScenarioFixture.still
        fixture.targets = [
            "{id: share, name: S, indicator: {share: goods, of: all, measure: value_added}, goal: more than 35%, by: 2025}"
        ]
        fixture.levers = ["{id: a, kind: demand_level, group: goods, level: 10%, years: 2023, reason: t}"]
        let outcome = try tried(fixture).outcomes[0]
        #expect(outcome.money == .valueAdded(group: "goods"))
        #expect(abs(try #require(outcome.effects[0].money).mean - 100) < 1e-9)
        #expect(abs(outcome.effects[0].outcome.mean - (1100.0 / 3100 - 1000.0 / 3000)) < 1e-12)
    }

    @Test func withoutTargetsTheIndustriesAndTheValueAddedAreTried() throws {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = ScenarioFixture.still
        fixture.themes = ["robots,goods,1"]
        fixture.commitments = ["{id: C1, subject: Robots, theme: robots}"]
        fixture.levers = ["{id: a, kind: demand_level, group: goods, level: 10%, years: 2023, reason: t}"]
        let outcomes = try tried(fixture).outcomes
        #expect(outcomes.count == 2)
        #expect(abs(outcomes[0].effects[0].outcome.mean - 0.1) < 1e-12 && outcomes[0].effects[0].money == nil)
        #expect(abs(outcomes[1].effects[0].outcome.mean - 100) < 1e-9 && outcomes[1].gap == nil)
    }

    @Test(arguments: ["", "because"])
    func aScenarioWithoutAnythingToTryIsBadInput(key: String) throws {
        var fixture = firms
        if !key.isEmpty { fixture.levers = [level("fund", 20).replacing("reason", with: key)] }
        #expect(throws: ScenarioError.self) { try tried(fixture) }
        fixture.levers.append(level("zone", 10))
        #expect(try tried(fixture).levers.map(\.id) == ["zone"])
    }
}
