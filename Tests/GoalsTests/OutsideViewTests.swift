import Goals
import Panels
import Scenarios
import TestSupport
import Testing

@Suite struct OutsideViewTests {
    /// A portfolio that stands at 100 and must double in three years: 26% a year. Of the regions only `fast` does.
    private func fixture(goal: String = "at least 200 亿元", years: ClosedRange<Int> = 2015...2022) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,100,,"]
        fixture.portfolio = ScenarioFixture.calm
        for (region, rate) in [("fast", 1.3), ("slow", 1.1), ("tiny", 1.5)] {
            var value = region == "tiny" ? 0.01 : 60.0
            for year in years {
                fixture.panel.append("\(region),\(year),\(value)")
                value *= rate
            }
        }
        fixture.targets = [
            """
            {id: total, indicator: {total: firms}, goal: \(goal), by: 2025, \
            outside_view: {panel: panel.csv, value: value, region: slow}}
            """
        ]
        return fixture
    }

    private func outside(_ fixture: ScenarioFixture) throws -> (ReadingResult, OutsideViewResult) {
        let result = try project(fixture.scenario(), options: RunOptions(members: 100, threads: 1))
        let reading = result.targets[0].headline
        return (reading, try #require(reading.outsideView))
    }

    @Test func windowsAreOfTheYearsLeftAndTheGrowthNeeded() throws {
        let (reading, outside) = try outside(fixture())
        let view = try #require(outside.view)
        #expect(view.growth == reading.requiredGrowth)
        #expect(abs(view.growth - 0.2599210498948732) < 1e-9)
        #expect(view.years == 3 && outside.years == 3)
        // slow stands at 60 × 1.1⁷ = 117 in 2022; fast passes 351 in 2022, tiny never comes near 39.
        #expect(abs(try #require(view.size) - 116.92) < 0.01)
        #expect(Set(view.windows.map(\.region)) == ["fast", "slow"])
        #expect(view.achieved == 5 && view.count == 10)
    }

    @Test func panelWithoutSoLongWindowsGivesItsLongest() throws {
        let (_, outside) = try outside(fixture(years: 2020...2022))
        #expect(outside.view?.years == 2)
        #expect(outside.years == 3)
        #expect(outside.view?.count == 2)
        // A single year says too little of three.
        let short = try self.outside(fixture(years: 2021...2022)).1
        #expect(short.view?.count == 0)
        #expect(short.view?.years == 3)
    }

    @Test func goalThatIsReachedNeedsNoOutsideView() throws {
        let (_, outside) = try outside(fixture(goal: "at least 90 亿元"))
        #expect(outside.view == nil)
        #expect(outside.disagreement == nil)
    }

    @Test(arguments: [
        (0.34, 1, 20, OutsideViewResult.Disagreement.modelHopeful), (0.34, 2, 20, nil), (0.32, 0, 40, nil),
        (0.34, 0, 19, nil), (0.1, 10, 20, .modelDoubtful), (0.11, 20, 20, nil), (0.1, 9, 20, nil),
        (0.05, 9, 18, nil),
    ])
    func strongDisagreementHasBounds(
        odds: Double, achieved: Int, windows: Int, expected: OutsideViewResult.Disagreement?
    ) {
        #expect(OutsideViewResult.disagreement(odds: odds, achieved: achieved, windows: windows) == expected)
    }

    /// Sure to stand still at 100, and 90 windows of regions that all grew by 10% a year.
    @Test func doubtThatNobodySharedIsAWarning() throws {
        var fixture = fixture(goal: "at least 110 亿元")
        for region in 0..<15 {
            for year in 2015...2022 { fixture.panel.append("more\(region),\(year),\(100 + 10 * (year - 2015))") }
        }
        let result = try project(fixture.scenario(), options: RunOptions(members: 100, threads: 1))
        #expect(result.targets[0].headline.outsideView?.disagreement == .modelDoubtful)
        func disagreements(_ result: ScenarioResult) -> [Notice] {
            result.notices.filter {
                if case .outsideViewDisagrees(target: "total", _, _, _, _, _) = $0.matter {
                    true
                } else {
                    false
                }
            }
        }
        #expect(disagreements(result).map(\.level) == [.warning])
        let calm = try project(self.fixture().scenario(), options: RunOptions(members: 100, threads: 1))
        #expect(disagreements(calm).isEmpty)
    }
}
