import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct EntryTests {
    /// Two firms in 2022, eight planned for 2025, of which half to all come about.
    private func fixture(exit: String = "") -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio = """
            \(ScenarioFixture.calm), entry: {planned: {2022: 2, 2025: 8}, achieved: {uniform: [50%, 100%]}, \
            size: {p10: 10 亿元, p90: 80 亿元}, new_output: 25%, weights: {goods: 1}}\(exit)
            """
        return fixture
    }

    private let share = input("entry achieved by firms")

    @Test func withoutEntryThoseThatWereListedStayListed() throws {
        var closed = ScenarioFixture()
        closed.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        closed.portfolio = "premium: 0%, volatility: {at: 100 亿元, sd: 15%, size_exponent: 0}, exit: 30%"
        let values = try memberValues(closed.scenario(), members: 50, (0...3).map { cumulative($0) })
        #expect(values.allSatisfy { $0.allSatisfy { $0 == 2 } })
    }

    @Test func cumulativeIsTheRoundedAchievedPlanAndNeverFalls() throws {
        let values = try memberValues(fixture().scenario(), members: 2000, [share] + (0...3).map { cumulative($0) })
        for member in values[0].indices {
            for year in 0...3 {
                let planned = 2 * Double(year)
                let achieved = (planned * values[0][member]).rounded(.toNearestOrAwayFromZero)
                #expect(values[1 + year][member] == 2 + achieved)
            }
            #expect((1...3).allSatisfy { values[1 + $0][member] >= values[$0][member] })
        }
        #expect(Set(values[4]).count == 4)
    }

    @Test func everyListedUnitIsActiveWithoutExit() throws {
        let values = try memberValues(fixture().scenario(), members: 500, [cumulative(3), active(3)])
        #expect(values[0] == values[1])
    }

    @Test func exitLowersTheActiveButNotTheListed() throws {
        let quantities = [cumulative(1), cumulative(3), active(1), active(3)]
        let without = try memberValues(fixture().scenario(), members: 2000, quantities)
        let with = try memberValues(fixture(exit: ", exit: 20%").scenario(), members: 2000, quantities)
        #expect(with[0] == without[0] && with[1] == without[1])
        #expect(zip(with[3], without[3]).allSatisfy { $0 <= $1 })
        // Both of the first two units survive a year with 0.8 each; entrants of the year have not left yet.
        let left = mean(zip(without[2], with[2]).map { $0 - $1 })
        let standardError = (2 * 0.2 * 0.8 / 2000.0).squareRoot()
        #expect(abs(left - 0.4) < 4 * standardError)
    }

    @Test func unitsThatLeftStayAway() throws {
        let values = try memberValues(
            fixture(exit: ", exit: 30%").scenario(), members: 500, (0...3).map { size(0, $0) })
        for member in values[0].indices {
            for year in 1...3 where values[year - 1][member] == 0 { #expect(values[year][member] == 0) }
        }
        #expect(values[3].contains(0))
    }

    @Test func newOutputIsTheStatedShareOfTheEntrants() throws {
        let fresh: MemberQuantity = { block, member in block.portfolios[0].newOutput[3].column(0)[member] }
        let values = try memberValues(fixture().scenario(), members: 200, [fresh, total(3), size(0, 3), size(1, 3)])
        for member in values[0].indices {
            let entrants = values[1][member] - values[2][member] - values[3][member]
            #expect(abs(values[0][member] - 0.25 * entrants) < 1e-9)
        }
    }

    @Test func aLeverAddsItsEntrants() throws {
        var fixture = fixture()
        let before = try memberValues(fixture.scenario(), members: 300, [cumulative(1), cumulative(2), cumulative(3)])
        fixture.levers = [
            "{id: more, kind: entry, portfolio: firms, additional: {2024: 2, 2025: 4}, achieved: 100%, years: 2024..2025, "
                + "reason: test}"
        ]
        let after = try memberValues(fixture.scenario(), members: 300, [cumulative(1), cumulative(2), cumulative(3)])
        for (year, added) in [0.0, 2, 4].enumerated() {
            #expect(zip(after[year], before[year]).allSatisfy { $0 - $1 == added })
        }
    }
}
