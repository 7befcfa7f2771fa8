import Goals
import Panels
import Scenarios
import TestSupport
import Testing

@Suite("A scenario is scored on its own published figures")
struct ScenarioBacktestTests {
    /// Goods are exported, and stand at 1000 in 2022; exports grow by 10% a year, known or to be learned.
    private func fixture(export: String = "10%", later: [Double]) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = "{household: 0%, fixed_capital: 0%, export: \(export), outflow: 0%}"
        fixture.targets = [
            """
            {id: goods, name: Goods, indicator: {output: goods, prices: constant}, goal: at least 1200 亿元, by: 2025, \
            observed: [{file: observations.csv, indicator: goods, learn: value}]}
            """
        ]
        let values = [800, 900, 850, 1000] + later
        fixture.observations = values.enumerated().map { "goods,\(2019 + $0),\($1),100m yuan,A" }
        fixture.more = """
            observation_errors:
              level: {A: 1%, B: 5%, C: 5%, U: 5%}
              share: {A: 1%, B: 1%, C: 1%, U: 1%}
              growth: {A: 1%, B: 1%, C: 1%, U: 1%}
            """
        return fixture
    }

    private func run(_ fixture: ScenarioFixture, members: Int = 2000) throws -> ScenarioBacktest {
        try backtest(fixture.scenario(), options: RunOptions(members: members, threads: 2))
    }

    @Test func forecastThatComesTrueHasNoError() throws {
        let backtest = try run(fixture(later: [1100, 1210]), members: 1000)
        #expect(backtest.figures.map { [$0.origin, $0.year] } == [[2022, 2023], [2022, 2024], [2023, 2024]])
        for figure in backtest.figures { #expect(abs(figure.p50 / figure.published.value - 1) < 1e-9) }
        let row = try #require(backtest.result.row(method: 0, horizon: nil))
        #expect(row.summary.mae < 1e-9)
        // Up by 11.8%, down by 5.7%, up by 16.3% in logarithms: a third of their sizes is the unit of errors. No change
        // misses ln 1.1 at one year, twice, and ln 1.21 at two.
        let unit = (0.1177830 + 0.0571584 + 0.1625189) / 3
        let still = try #require(backtest.result.methods.firstIndex(of: "no change"))
        let error = try #require(backtest.result.row(method: still, horizon: nil)).summary.mae
        #expect(abs(error - 4 * 0.0953102 / 3 / unit) < 1e-5)
        #expect(backtest.references.first == "drift")
    }

    @Test func laterFiguresDoNotReachEarlierForecasts() throws {
        let one = try run(fixture(export: "5% ± 5%", later: [1100, 1210])).figures
        let other = try run(fixture(export: "5% ± 5%", later: [1100, 900])).figures
        #expect(one.map(\.p50) == other.map(\.p50))
        #expect(one.map(\.p95) == other.map(\.p95))
        #expect(one[1].published.value != other[1].published.value)
    }

    @Test func learningMovesTheForecastTowardWhatCame() throws {
        let backtest = try run(fixture(export: "5% ± 5%", later: [1150, 1322.5]))
        let (before, after) = (backtest.figures[1], backtest.figures[2])
        #expect(before.origin == 2022 && after.origin == 2023 && after.year == 2024)
        #expect(after.p50 > before.p50 + 50)
        #expect(after.p95 - after.p5 < 0.5 * (before.p95 - before.p5))
        #expect(backtest.result.methods.prefix(2) == [ScenarioBacktest.learned, ScenarioBacktest.prior])
        let learned = try #require(backtest.result.row(method: 0, horizon: 1))
        let prior = try #require(backtest.result.row(method: 1, horizon: 1))
        #expect(learned.summary.crps < prior.summary.crps)
    }

    @Test func withoutLaterFiguresThereIsNothingToScore() throws {
        #expect {
            try run(fixture(later: []))
        } throws: {
            "\($0)".contains("no published series has figures after 2022")
        }
    }

    @Test func whatTheScenarioStatesItselfIsNotScored() throws {
        var fixture = fixture(later: [1100])
        fixture.units = ["one,goods:1,10,,"]
        fixture.portfolio =
            "\(ScenarioFixture.calm), entry: {planned: {2022: 1, 2025: 4}, achieved: 100%, size: 5 亿元, new_output: 10%, weights: {goods: 1}}"
        fixture.targets.append(
            """
            {id: listed, name: Listed, indicator: {cumulative: firms}, goal: about 4, by: 2025, \
            observed: [{file: observations.csv, indicator: listed}]}
            """)
        fixture.targets.append(
            """
            {id: one, name: One, indicator: {unit: one, of: firms}, goal: at least 12 亿元, by: 2025, \
            observed: [{file: observations.csv, indicator: one}]}
            """)
        fixture.observations += (2020...2023).map { "listed,\($0),\($0 - 2020),,A" }
        fixture.observations += ["one,2022,10,100m yuan,A", "one,2023,11,100m yuan,A"]
        let leftOut = try run(fixture, members: 1000).leftOut
        #expect(leftOut.map(\.name) == ["Listed", "One"])
        #expect(leftOut.map(\.reason) == [.schedule, .tooFewFigures])
    }
}
