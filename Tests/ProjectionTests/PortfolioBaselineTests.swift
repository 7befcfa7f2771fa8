import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct PortfolioBaselineTests {
    private static let volatility = "premium: 0%, volatility: {at: 100 亿元, sd: 0%, size_exponent: 0}"
    private static let lognormal = "size: {median: {p5: 30 亿元, p95: 90 亿元}, sd_log: {uniform: [0.4, 0.9]}}"

    private func fixture(_ keys: String, units: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.units = units
        fixture.portfolio = (keys.isEmpty ? "" : keys + ", ") + Self.volatility
        return fixture
    }

    private let units = ["exact,goods:1,120,,", "ranged,goods:1,40,30,60"] + (1...6).map { "u\($0),services:1,,," }

    private func sizes(_ fixture: ScenarioFixture, members: Int = 2000) throws -> [[Double]] {
        try memberValues(fixture.scenario(), members: members, fixture.units.indices.map { size($0, 0) })
    }

    @Test func knownCountsHoldInEveryMember() throws {
        let fixture = fixture(
            "\(Self.lognormal), known: [{over: 100 亿元, is: 2..3}, {over: 50 亿元, is: 4}]", units: units)
        let sizes = try sizes(fixture)
        for member in sizes[0].indices {
            #expect((2...3).contains(sizes.filter { $0[member] > 100 }.count))
            #expect(sizes.filter { $0[member] > 50 }.count == 4)
        }
    }

    @Test func theTotalIsMetInEveryMemberAndExactFiguresStay() throws {
        let sizes = try sizes(
            fixture(
                "\(Self.lognormal), total: {value: 700 亿元, year: 2022}, known: [{over: 100 亿元, is: 2}]", units: units)
        )
        for member in sizes[0].indices {
            #expect(abs(sizes.reduce(0) { $0 + $1[member] } / 700 - 1) < 1e-9)
            #expect(sizes[0][member] == 120)
            #expect(sizes.filter { $0[member] > 100 }.count == 2)
        }
        #expect(deviation(sizes[1]) > 0)
    }

    /// ln y moves by λ times the variance of its log: the better known a figure, the less it gives.
    @Test func reconciliationMovesFiguresByTheirUncertainty() throws {
        var narrow = fixture("", units: ["narrow,goods:1,,90,110", "wide,goods:1,,60,160"])
        let before = try sizes(narrow)
        narrow.portfolio = "total: {value: 260 亿元, year: 2022}, \(Self.volatility)"
        let after = try sizes(narrow)
        for member in before[0].indices {
            let moves = (0...1).map { abs(log(after[$0][member] / before[$0][member])) }
            #expect(moves[0] < 0.2 * moves[1])
        }
    }

    @Test func aTotalOfAnEarlierYearIsCarriedToTheBaseYear() throws {
        let sizes = try sizes(
            fixture("\(Self.lognormal), total: {value: 500 亿元, year: 2020, growth: 10%}", units: units))
        for member in sizes[0].indices {
            #expect(abs(sizes.reduce(0) { $0 + $1[member] } / (500 * 1.21) - 1) < 1e-9)
        }
    }

    /// Nearly all of the portfolio is known exactly, so the little that can move has to move far.
    @Test func theTotalIsMetWhenOnlyATinyPartCanMove() throws {
        for goal in [1000.5, 3000] {
            let sizes = try sizes(
                fixture(
                    "size: {median: 0.1 亿元, sd_log: 0.5}, total: {value: \(goal) 亿元, year: 2022}",
                    units: ["exact,goods:1,1000,,", "small,goods:1,,,"]), members: 200)
            for member in sizes[0].indices { #expect(abs((sizes[0][member] + sizes[1][member]) / goal - 1) < 1e-9) }
        }
    }

    @Test func aShareOfTheFigureIsLocal() throws {
        let sizes = try sizes(
            fixture("local_share: 60%", units: ["one,goods:1,100,,", "two,goods:1,50,,"]), members: 8)
        #expect(sizes[0].allSatisfy { abs($0 - 60) < 1e-12 } && sizes[1].allSatisfy { abs($0 - 30) < 1e-12 })
    }

    @Test(arguments: ["known: [{over: 200 亿元, is: 1}]", "total: {value: 150 亿元, year: 2022}"])
    func impossibleConditionsAreAnErrorThatSaysSo(condition: String) throws {
        let fixture = fixture(condition, units: ["one,goods:1,100,,", "two,goods:1,90,,"])
        let error = #expect(throws: ModelError.self) { try sizes(fixture) }
        guard case .baselineImpossible("firms", let attempts, _)? = error else {
            Issue.record("expected baselineImpossible, found \(String(describing: error))")
            return
        }
        #expect(attempts > 0)
        #expect("\(try #require(error))".contains("portfolio firms: no starting sizes"))
    }
}
