import CSV
import Ledger
import TestSupport
import Testing

/// How figures find the forecasts that they answer.
@Suite struct ActualsTests {
    private let columns = "region,scenario,target,reading,indicator,unit,year,goal,value,met"

    private func scores(_ entries: [LedgerEntry], _ lines: [String]) throws -> LedgerScores {
        try LedgerScores(of: Fixtures.ledger(entries), actuals: Fixtures.actuals(lines, columns: columns))
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return String(describing: error)
        }
    }

    @Test func aFactHoldsForEveryScenarioUnlessOneIsNamed() throws {
        let entries = ["valley", "hills"].map { Fixtures.entry(scenario: $0) }
        #expect(try scores(entries, [",,output,,,,2027,,110,"]).forecasts.map(\.actual) == [110, 110])
        #expect(try scores(entries, [",hills,output,,,,2027,,110,"]).forecasts.map(\.actual) == [nil, 110])
        #expect(try scores(entries, ["elsewhere,,output,,,,2027,,110,"]).forecasts.map(\.actual) == [nil, nil])
        #expect(try scores(entries, [",,output,,,,2026,,110,"]).unused.map(\.place.line) == [2])
        #expect(try scores(entries, [",,output,,,,2027,,110,"]).unused.isEmpty)
    }

    @Test func goalsAreJudgedByTheFigureOrByWhatIsSaid() throws {
        let entry = Fixtures.entry(goal: Fixtures.more, odds: 0.3)
        func met(_ line: String) throws -> Bool? { try scores([entry], [line]).forecasts[0].met }
        #expect(try met(",,output,,,,2027,,120,") == false)
        #expect(try met(",,output,,,,2027,,120.1,") == true)
        #expect(try met(",,output,,,,2027,,,是") == true)
        #expect(try met(",,output,,,,2027,more than 120,,no") == false)
        #expect(try met(",,output,,,,2027,more than 130,,yes") == nil)
        #expect(try met(",,output,,,,2026,,150,") == nil)
        #expect(try met(",,output,,,,2027,,,") == nil)
    }

    @Test func aGoalForAnyYearIsMetByAnEarlierFigure() throws {
        let goal = LedgerGoal(comparator: .moreThan, value: 120, byAnyYear: true)
        let entry = Fixtures.entry(goal: goal, odds: 0.3)
        func met(_ lines: [String]) throws -> Bool? { try scores([entry], lines).forecasts[0].met }
        #expect(try met([",,output,,,,2025,,121,"]) == true)
        #expect(try met([",,output,,,,2025,,119,"]) == nil)
        #expect(try met([",,output,,,,2025,,121,", ",,output,,,,2027,,90,"]) == true)
        #expect(try met([",,output,,,,2025,,119,", ",,output,,,,2027,,90,"]) == false)
        #expect(try met([",,output,,,,2028,,121,"]) == nil)
    }

    @Test func rowsThatDoNotSayEnoughAreRefused() throws {
        let readings = ["a", "b"].map { Fixtures.entry(reading: $0) }
        #expect(
            message { _ = try scores(readings, [",,output,,,,2027,,110,"]) }
                == "a.csv:2: \"output\" has several readings in the ledger: say in a column \"reading\" which one this is of (a, b)"
        )
        #expect(try scores(readings, [",,output,b,,,2027,,110,"]).forecasts.map(\.actual) == [nil, 110])
        let other = LedgerGoal(comparator: .moreThan, value: 150)
        let goals = [Fixtures.more, other].map { Fixtures.entry(goal: $0, odds: 0.5) }
        #expect(message { _ = try scores(goals, [",,output,,,,2027,,,yes"]) }.contains("several goals for \"output\""))
        #expect(try scores(goals, [",,output,,,,2027,,130,"]).forecasts.map(\.met) == [true, false])
        #expect(
            message { _ = try scores([Fixtures.entry()], [",,output,,,kg,2027,,110,"]) }.contains(
                "a.csv:2: \"output\" is in \"kg\" here and in \"t\" in the ledger"))
    }

    @Test func whetherAGoalWasMetIsSaidOfItsDeadline() throws {
        let entries = [Fixtures.entry(goal: Fixtures.more, odds: 0.3), Fixtures.entry(year: 2026)]
        #expect(
            message { _ = try scores(entries, [",,output,,,,2026,,,no"]) }
                == "a.csv:2: \"met\" is given for \"output\" in 2026, whose goal is for 2027; "
                + "say there whether it was met, and here the value")
        #expect(
            message { _ = try scores([entries[1]], [",,output,,,,2026,,99,no"]) }
                == "a.csv:2: \"met\" is given for \"output\" in 2026, which has no goal in the ledger; "
                + "give its value instead")
        #expect(try scores(entries, [",,output,,,,2025,,,no"]).unused.count == 1)
    }

    @Test func rowsThatContradictEachOtherAreRefused() throws {
        let entry = Fixtures.entry(goal: Fixtures.more, odds: 0.3)
        #expect(
            message { _ = try scores([entry], [",,output,,,,2027,,110,", ",,output,,,,2027,,111,"]) }
                == "a.csv:3: contradicts a.csv:2 on the figure of output in 2027")
        #expect(
            message { _ = try scores([entry], [",,output,,,,2027,,110,yes"]) }.contains(
                "on whether the goal \"more than 120\" was met by 110"))
        #expect(try scores([entry], [",,output,,,,2027,,110,", ",,output,,,,2027,,110,no"]).forecasts[0].met == false)
    }

    @Test func cellsThatAreNoAnswerAreRefused() {
        func message(_ line: String) -> String { self.message { _ = try Fixtures.actuals([line]) } }
        #expect(
            message("output,2027,,maybe")
                == "a.csv:2: found \"maybe\" in column \"met\", expected yes or no, or nothing")
        #expect(message("output,27,5,") == "a.csv:2: found \"27\" in column \"year\", expected a year, e.g. 2027")
        #expect(message("output,2027,\"1,000\",").contains("is not a number"))
        #expect(message(",2027,5,") == "a.csv:2: the target is missing")
        #expect(message(",,,") == "no error")
        #expect(
            self.message { _ = try Fixtures.actuals(["output,2027"], columns: "target,year") }.contains(
                "column \"value\" is missing"))
    }

    @Test func theTemplateAsksForEveryFigureOnceAndNotForThoseThatAreThere() throws {
        let entries = [
            Fixtures.entry(goal: Fixtures.more, odds: 0.5), Fixtures.entry(scenario: "hills", goal: Fixtures.more),
            Fixtures.entry(year: 2026), Fixtures.entry(scenario: "far"), Fixtures.entry("other", year: 2026),
        ]
        let ledger = try Fixtures.ledger(entries)
        let all = try Actuals.template(for: ledger, besides: Actuals([]))
        #expect(
            all.map { "\($0[2 - 1]) \($0[6]) \($0[7])" } == [
                "other 2026 ", "output 2026 ", "output 2027 more than 120",
            ])
        #expect(all.allSatisfy { $0.count == Actuals.columns.count && $0[5] == "t" && $0[8].isEmpty })
        let rest = try Actuals.template(for: ledger, besides: Fixtures.actuals(["output,2026,99,"]))
        #expect(rest.map { $0[1] } == ["other", "output"])
        // Filled in, it answers everything.
        var writer = CSVWriter(header: Actuals.columns)
        for row in all {
            for (index, cell) in row.enumerated() { writer.append(Actuals.columns[index] == "value" ? "130" : cell) }
            writer.endRow()
        }
        let scores = try LedgerScores(of: ledger, actuals: Actuals(bytes: writer.bytes, path: "a.csv"))
        #expect(scores.open.isEmpty && scores.unused.isEmpty)
    }

    @Test func aScenarioAnswersWithWhatItNamesAsPublished() throws {
        var fixture = ScenarioFixture.everything()
        fixture.observations += ["share,2024,34.5,percent,A", "share,2025,33,percent,A"]
        fixture.targets = [
            "{id: share, indicator: {share: goods, of: all, measure: output}, goal: more than 33%, by: 2025, "
                + "observed: [{file: observations.csv, indicator: share}]}"
        ]
        var entry = Fixtures.entry(
            "share", year: 2025, goal: LedgerGoal(comparator: .moreThan, value: 33), odds: 0.5, median: 30)
        entry.question.region = "fixture"
        entry.question.unit = "%"
        entry.question.indicator = "{share: goods, of: all, measure: output}"
        let scores = try LedgerScores(
            of: Fixtures.ledger([entry]), actuals: Actuals(publishedIn: fixture.scenario()))
        #expect(abs(try #require(scores.forecasts[0].actual) - 33) < 1e-9)
        #expect(scores.forecasts[0].met == false && scores.unused.isEmpty)
    }
}
