import Goals
import Ledger
import Scenarios
import TestSupport
import Testing

/// What of a run becomes a forecast on record.
@Suite struct RecordingTests {
    private let stamp = LedgerStamp(madeOn: "2026-11-24T06:00:00Z", version: "1", digest: "d")

    private func entries(_ change: (inout ScenarioFixture) -> Void = { _ in }) throws -> [LedgerEntry] {
        var fixture = ScenarioFixture.everything()
        change(&fixture)
        return try project(fixture.scenario(), options: RunOptions(members: 500)).ledgerEntries(stamp)
    }

    @Test func everyReadingHasItsDeadlineWithOddsAndTheYearsBefore() throws {
        let result = try project(ScenarioFixture.everything().scenario(), options: RunOptions(members: 500))
        let entries = result.ledgerEntries(stamp)
        // Five readings, each of 2023 to 2025.
        #expect(entries.count == 15)
        #expect(entries.filter { $0.odds != nil }.map(\.question.year) == [2025, 2025, 2025, 2025, 2025])
        #expect(entries.filter { $0.question.goal != nil }.count == 5)
        for target in result.targets {
            for reading in target.readings {
                let last = try #require(
                    entries.last { $0.question.target == target.target.id && $0.question.reading == reading.reading.id }
                )
                #expect(last.odds == reading.odds.probability && last.oddsError == reading.odds.standardError)
                #expect(last.quantiles[0] == reading.atDeadline.p5 * reading.display.scale)
                #expect(last.quantiles[6] == reading.atDeadline.p95 * reading.display.scale)
                #expect(last.question.unit == reading.display.iamcUnit)
                #expect(last.countProbabilities == reading.countProbabilities)
            }
        }
        let first = try #require(entries.first)
        #expect(first.seed == "1" && first.members == 500 && first.asOf == 2022 && first.digest == "d")
        #expect(first.question.indicator == "{total: firms}" && first.question.region == "fixture")
        let share = try #require(entries.last)
        #expect(share.question.goal?.text == "more than 33" && share.question.unit == "%")
        #expect(share.question.indicator == "{share: goods, of: all, measure: value_added}")
        let large = try #require(entries.first { $0.question.target == "large" })
        #expect(large.question.indicator == "{count: firms, over: 80 亿元}")
    }

    @Test func whatIsPublishedAlreadyIsNoForecast() throws {
        let entries = try entries { fixture in
            fixture.observations += ["total,2023,270,100m yuan,A", "done,2025,100,100m yuan,A"]
            fixture.targets = [
                "{id: total, indicator: {total: firms}, goal: more than 400 亿元, by: 2025, "
                    + "observed: [{file: observations.csv, indicator: total}]}",
                "{id: done, indicator: {total: firms}, goal: more than 400 亿元, by: 2025, "
                    + "observed: [{file: observations.csv, indicator: done}]}",
            ]
        }
        #expect(entries.map(\.question.target) == ["total", "total"])
        #expect(entries.map(\.question.year) == [2024, 2025])
        #expect(entries.allSatisfy { $0.latest == .init(value: 270, year: 2023) })
    }

    @Test func roundGoalsStayRoundInTheirUnit() throws {
        let entries = try entries { fixture in
            fixture.targets = [
                "{id: share, indicator: {share: goods, of: all, measure: output}, goal: more than 29%, by: 2025}"
            ]
        }
        let goal = try #require(entries.last?.question.goal)
        #expect(goal.value == 29)
        #expect(!goal.isMet(by: 29) && goal.isMet(by: 29.000_001))
    }
}
