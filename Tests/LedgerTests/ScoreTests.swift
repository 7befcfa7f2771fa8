import Ledger
import Scoring
import Testing

@Suite struct ScoreTests {
    /// 0.3 on what came true, 0.9 on what did not: (0.49 + 0.81)/2 and −(ln 0.3 + ln 0.1)/2.
    @Test func oddsAreScoredByHandArithmetic() throws {
        let scores = try Fixtures.scores(
            [
                Fixtures.entry("a", goal: Fixtures.more, odds: 0.3),
                Fixtures.entry("b", goal: Fixtures.more, odds: 0.9),
                Fixtures.entry("c", goal: Fixtures.more, odds: 0.5),
            ], ["a,2027,130,", "b,2027,,no"])
        let odds = try #require(scores.overall.odds)
        #expect(odds.count == 2 && odds.baseRate == 0.5)
        #expect(abs(odds.brier - 0.65) < 1e-12)
        #expect(abs(odds.logScore - 1.753_278_948) < 1e-9)
        #expect(abs(try #require(odds.brierError) - 0.16) < 1e-12)
        #expect(odds.baseRateBrier == nil)
        #expect(scores.open.count == 1 && scores.overall.figures?.count == 1)
    }

    @Test func certaintyIsNoMoreThanTheMembersCanTell() throws {
        let entry = Fixtures.entry("a", goal: Fixtures.more, odds: 0, members: 200)
        let scores = try Fixtures.scores([entry], ["a,2027,,yes"])
        #expect(abs(try #require(scores.forecasts[0].odds?.logScore) - 5.298_317_367) < 1e-9)
        #expect(scores.forecasts[0].odds?.brier == 1)
    }

    @Test func figuresAreScoredByTheRecordedQuantilesInsideAndOutside() throws {
        let scores = try Fixtures.scores(
            [Fixtures.entry("a", latest: 80), Fixtures.entry("b"), Fixtures.entry("c", median: 200, latest: 100)],
            ["a,2027,100,", "b,2027,125,", "c,2027,100,"])
        let figures = try #require(scores.overall.figures)
        #expect(figures.count == 3)
        // 100 on the median of 100; 125 between P90 and P95; 100 far below P5.
        let inside = [1, 1, 2].map { Double($0) / 3 }
        #expect(figures.coverage == inside)
        #expect(figures.above == 0.5)
        let forecast = QuantileForecast(
            probabilities: LedgerEntry.probabilities, values: [70, 80, 90, 100, 110, 120, 130])
        #expect(abs(try #require(scores.forecasts[0].figure).crps - forecast.crps(100)) < 1e-12)
        #expect(scores.forecasts.map(\.noChangeError) == [20, nil, 0])
        #expect(scores.forecasts.map(\.scale) == [100, 125, 100])
        let known = try #require(figures.againstNoChange)
        #expect(known.count == 2 && abs(known.noChange - 0.1) < 1e-12)
        let own = [scores.forecasts[0], scores.forecasts[2]].map { $0.figure!.crps / 100 }
        #expect(abs(known.crps - (own[0] + own[1]) / 2) < 1e-12)
        // Medians are off by 0 and by 100 of 100.
        #expect(abs(known.error - 0.5) < 1e-12)
        #expect(abs(try #require(figures.skill) - (1 - 0.5 / 0.1)) < 1e-12)
    }

    @Test func countsAreScoredByTheirChances() throws {
        let chances = [0.1, 0.2, 0.7]
        let entry = Fixtures.entry("a", goal: Fixtures.more, odds: 0, counts: chances)
        let scores = try Fixtures.scores([entry], ["a,2027,1,"])
        #expect(abs(try #require(scores.forecasts[0].figure).crps - CountForecast(chances: chances).crps(1)) < 1e-12)
    }

    @Test func aLaterForecastFromAsFarAheadReplacesTheEarlier() throws {
        let scores = try Fixtures.scores(
            [
                Fixtures.entry("a", madeOn: "2026-03-01", goal: Fixtures.more, odds: 0.5),
                Fixtures.entry("a", madeOn: "2026-09-01", goal: Fixtures.more, odds: 0.9),
                Fixtures.entry("a", madeOn: "2024-09-01", asOf: 2023, goal: Fixtures.more, odds: 0.1),
            ], ["a,2027,,yes"])
        #expect(scores.forecasts.map(\.isSuperseded) == [true, false, false])
        // The question counts once: the mean of 0.01 from two years ahead and 0.81 from four.
        let odds = try #require(scores.overall.odds)
        #expect(odds.count == 1 && abs(odds.brier - 0.41) < 1e-12)
        #expect(scores.byLead.map(\.years) == [2, 4])
        #expect(scores.byLead.map { ($0.group.odds!.brier * 1e9).rounded() } == [1e7, 8.1e8])
    }

    @Test func forecastsThatDoNotSayWhatTheyKnewCountFromWhenTheyWereMade() {
        #expect(Fixtures.entry(year: 2027, asOf: 2024).lead == 3)
        #expect(Fixtures.entry(year: 2027, madeOn: "2026-01-01", asOf: nil).lead == 1)
        #expect(Fixtures.entry(year: 2024, madeOn: "2026-01-01", asOf: nil).lead == 0)
    }

    @Test func scenariosAreScoredEachAndVerdictsByWhatCameTrue() throws {
        let entries = (0..<12).flatMap { index in
            [("base", 0.95), ("doubt", index < 6 ? 0.5 : 0.2)].map { scenario, odds in
                Fixtures.entry("t\(index)", scenario: scenario, goal: Fixtures.more, odds: odds)
            }
        }
        let scores = try Fixtures.scores(entries, (0..<12).map { "t\($0),2027,,\($0 < 9 ? "yes" : "no")" })
        #expect(scores.byScenario.map(\.scenario) == ["base", "doubt"])
        #expect(scores.byScenario.map { $0.group.odds!.count } == [12, 12])
        let base = try #require(scores.byScenario[0].group.odds)
        #expect(abs(base.brier - (9 * 0.0025 + 3 * 0.9025) / 12) < 1e-12)
        // The others' share, one added to either side: 9/13 for those met, 10/13 for those not.
        let expected = (9 * (4.0 / 13) * (4.0 / 13) + 3 * (10.0 / 13) * (10.0 / 13)) / 12
        #expect(abs(try #require(base.baseRateBrier) - expected) < 1e-12)
        #expect(scores.reliability.map(\.verdict) == [.veryLikely, .open, .unlikely])
        #expect(scores.reliability.map(\.count) == [12, 6, 6])
        #expect(scores.reliability.map(\.metShare) == [0.75, 1, 0.5])
    }
}
