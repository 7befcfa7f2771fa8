import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// An award for the R&D of two firms, worked out by hand.
@Suite struct AwardTests {
    private func fixture(cap: String = "[1 亿元, 0.5 亿元]", budget: String = "2 亿元", more: String = "") -> ScenarioFixture
    {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,100,,", "two,services:1,50,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.levers = [
            "{id: award, kind: rd_award, portfolio: firms, cap: \(cap), budget: \(budget), rate: 50%, intensity: 4%, "
                + "misuse: 50%, additionality: 0.2, relabelled: 25%, elasticity: 0.1, depreciation: 15%, "
                + "stock_growth: 10%, trade_response: 1.5, years: 2023, reason: t}"
        ]
        return fixture
    }

    private let sizes = (1...3).flatMap { [size(0, $0), size(1, $0)] }

    /// Sizes after an award of `w` in 2023: R&D of 4% is real in three quarters, and 0.6 of the award is added to it.
    private func expected(_ size: Double, award w: Double) -> [Double] {
        let second = 1 + 0.25 * (w * 0.5 * 1.2 / (size * 0.04 * 0.75)) / 1.1
        let third = second + 0.25 * (1 - second) / 1.1
        return [size, size * pow(second, 0.15), size * pow(third, 0.15)]
    }

    private func check(_ fixture: ScenarioFixture, awards: (Double, Double)) throws {
        let found = try memberValues(fixture.scenario(), members: 1, sizes).map { $0[0] }
        let (one, two) = (expected(100, award: awards.0), expected(50, award: awards.1))
        #expect(largestDifference(found, (0..<3).flatMap { [one[$0], two[$0]] }) < 1e-12)
    }

    /// Half of R&D of 4 and 2 is 2 and 1; the caps of 1 and 0.5 add up to 1.5, so that 1.5 and 1 are claimed, which the
    /// budget of 2 scales by 0.8.
    @Test func claimsAreCutByTheCapThenByTheBudget() throws { try check(fixture(), awards: (1.2, 0.8)) }

    @Test func withoutABudgetThatBindsTheCapLimitsTheLargeFirm() throws {
        try check(fixture(budget: "9 亿元"), awards: (1.5, 1))
    }

    @Test func withoutACapThatBindsTheBudgetIsSharedByClaims() throws {
        try check(fixture(cap: "9 亿元"), awards: (4.0 / 3, 2.0 / 3))
    }

    @Test func whichLimitBindsIsKeptByYear() throws {
        func limits(_ fixture: ScenarioFixture) throws -> [Double] {
            try memberValues(
                fixture.scenario(), members: 1,
                [
                    { block, member in block.portfolios[0].awards[0].paid[1].column(0)[member] },
                    { block, member in block.portfolios[0].awards[0].budgetBinds[1].column(0)[member] },
                    { block, member in block.portfolios[0].awards[0].capBinds[1].column(0)[member] },
                    { block, member in block.portfolios[0].awards[0].paid[2].column(0)[member] },
                ]
            ).map { ($0[0] * 1e9).rounded() / 1e9 }
        }
        // The caps cut both claims, but beyond the budget they no longer decide what is paid.
        #expect(try limits(fixture()) == [2, 1, 0, 0])
        #expect(try limits(fixture(budget: "9 亿元")) == [2.5, 0, 1, 0])
        #expect(try limits(fixture(cap: "9 亿元", budget: "9 亿元")) == [3, 0, 0, 0])
    }

    /// 0.5 · 2.5 = 1.25: sales would grow more than in proportion to the stock. 0.3 at the P95 by 3.4 is 1.02.
    @Test(arguments: [("0.5", "2.5", "1.25"), ("{p5: 0.1, p95: 0.3}", "{p5: 1, p95: 3.4}", "1.02")])
    func parametersWithoutABoundAreRefused(elasticity: String, response: String, gain: String) throws {
        var fixture = fixture()
        fixture.levers = fixture.levers.map {
            $0.replacing("elasticity: 0.1", with: "elasticity: \(elasticity)").replacing(
                "trade_response: 1.5", with: "trade_response: \(response)")
        }
        do throws(any Error) {
            _ = try fixture.scenario()
            Issue.record("the award was read")
        } catch {
            let text = "\(error)"
            #expect(text.contains("scenario.yaml:"), "\(text)")
            #expect(text.contains("levers[award].elasticity: elasticity × trade_response reaches \(gain) at the P95"))
        }
    }

    /// All of it crowded out, or no money at all: nothing is added, and nothing taken away.
    @Test(arguments: [("additionality: 0.2", "additionality: -1"), ("budget: 2 亿元", "budget: 0 亿元")])
    func anAwardThatAddsNothingChangesNothing(key: String, instead: String) throws {
        var fixture = fixture()
        fixture.levers = fixture.levers.map { $0.replacing(key, with: instead) }
        let with = try memberValues(fixture.scenario(), members: 50, sizes)
        fixture.levers = []
        #expect(try memberValues(fixture.scenario(), members: 50, sizes) == with)
    }
}
