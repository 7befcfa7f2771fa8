import Goals
import Scenarios
import TestSupport
import Testing

/// When published figures decide, and when the odds do.
@Suite struct VerdictTests {
    private func verdict(
        _ indicator: String, goal: String, observed: [String], by: Int = 2025, extra: String = ""
    ) throws -> Verdict {
        var fixture = ScenarioFixture()
        fixture.growth = "{household: -5%, fixed_capital: -5%, export: -5%, outflow: -5%}"
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio = """
            \(ScenarioFixture.calm), entry: {planned: {2022: 2, 2025: 4}, achieved: 0%, size: 10 亿元, new_output: 0%, \
            weights: {goods: 1}}
            """
        fixture.observations = observed
        let series = observed.isEmpty ? "" : ", observed: [{file: observations.csv, indicator: figure}]"
        fixture.targets = ["{id: t, indicator: {\(indicator)}, goal: \(goal), by: \(by)\(series)\(extra)}"]
        return try project(fixture.scenario(), options: RunOptions(members: 8)).targets[0].headline.verdict
    }

    @Test func aFigureAtTheDeadlineThatMeetsTheGoalDecides() throws {
        let total = "total: firms"
        #expect(try verdict(total, goal: "at least 145 亿元", observed: ["figure,2025,150,100m yuan,A"]) == .met)
        #expect(try verdict(total, goal: "at least 155 亿元", observed: ["figure,2025,150,100m yuan,A"]) == .remote)
    }

    @Test func aFigureBeforeTheDeadlineLeavesItToTheOdds() throws {
        let figure = ["figure,2024,200,100m yuan,A"]
        #expect(try verdict("total: firms", goal: "at least 145 亿元", observed: figure) == .remote)
        #expect(
            try verdict("total: firms", goal: "at least 145 亿元", observed: figure, extra: ", by_any_year: true") == .met
        )
    }

    @Test func aCumulativeNumberNeverFallsSoItIsMetOnceReached() throws {
        let figure = ["figure,2023,4,platforms,A"]
        #expect(try verdict("cumulative: firms", goal: "at least 4", observed: figure) == .met)
        #expect(try verdict("cumulative: firms", goal: "more than 4", observed: figure) == .remote)
    }

    @Test func aCapOnACumulativeNumberIsNotMetBeforeTheDeadline() throws {
        let figure = ["figure,2023,2,platforms,A"]
        #expect(try verdict("cumulative: firms", goal: "at most 3", observed: figure) == .veryLikely)
        #expect(try verdict("cumulative: firms", goal: "at most 3", observed: ["figure,2025,2,platforms,A"]) == .met)
    }

    @Test func aModelledValueIsNeverMet() throws {
        #expect(try verdict("total: firms", goal: "at least 1 亿元", observed: []) == .veryLikely)
    }

    @Test func theLatestFigureCountsNotTheBest() throws {
        let figures = ["figure,2024,200,100m yuan,A", "figure,2025,140,100m yuan,A"]
        #expect(try verdict("total: firms", goal: "at least 145 亿元", observed: figures) == .remote)
    }
}
