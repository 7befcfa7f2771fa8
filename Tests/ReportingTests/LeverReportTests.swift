import CSV
import Goals
import Reporting
import Scenarios
import TestSupport
import Testing

/// The page of levers that are tried, and its table.
@Suite struct LeverReportTests {
    private func fixture(_ levers: [String], pricePassThrough: String = "50%") -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.employment = ["goods,50", "services,100"]
        fixture.satellites = ["{id: jobs, name: Jobs, file: employment.csv, unit: persons, quality: C}"]
        fixture.science = """
            elasticity: 0.1, depreciation: [{id: all, group: all, share: 15%}], stock_growth: 8%, trade_response: 1.5, \
            price_pass_through: \(pricePassThrough)
            """
        fixture.targets = ["{id: jobs, name: Jobs, indicator: {satellite: jobs}, goal: at least 400, by: 2025}"]
        fixture.levers = levers
        return fixture
    }

    private func page(_ fixture: ScenarioFixture, _ language: Language = .english) throws -> String {
        let result = try testLevers(fixture.scenario(), options: RunOptions(members: 200))
        return LeverSummary.text(of: result, format: TextFormat(language: language))
            .replacing(/\n */, with: language == .english ? " " : "")
    }

    private let orders = "{id: orders, kind: demand_level, group: goods, level: 10%, years: 2023, reason: t}"
    private let effort = "{id: effort, kind: rd_effort, group: goods, increase: 10%, reason: t}"
    private let shift =
        "{id: shift, kind: investment_shift, group: goods, share: 2%, capital_output: 2, displaced: 50%, reason: t}"

    @Test func aSatelliteIsSaidInItsUnitAndNotAsPointsOfAnIndex() throws {
        let text = try page(fixture([orders]))
        #expect(text.contains("Without levers 150 persons (median), a gap of 250 persons"))
        #expect(!text.contains("points of an index"))
    }

    @Test func anIndustryWithoutASizeIsSaidInPointsOfAnIndex() throws {
        var fixture = fixture([orders])
        fixture.targets = []
        fixture.themes = ["robots,goods,1"]
        fixture.commitments = ["{id: C1, subject: Robots, theme: robots}"]
        #expect(try page(fixture).contains("points of an index that is 100 in 2022"))
    }

    @Test func kindsOfLeversThatNeedAWordHaveIt() throws {
        let (research, shifted) = (
            "Knowledge raises volumes and lowers prices", "Shifted investment is taken from nobody"
        )
        let plain = try page(fixture([orders]))
        #expect(!plain.contains(research) && !plain.contains(shifted))
        let both = try page(fixture([effort, shift]))
        #expect(both.contains(research) && both.contains(shifted))
        // No price falls.
        #expect(try !page(fixture([effort], pricePassThrough: "0%")).contains(research))
        let chinese = try page(fixture([effort, shift]), .chinese)
        #expect(chinese.contains("目标 ≥ 400 人") && !chinese.contains("at least"))
        #expect(chinese.contains("知识使实物量上升、价格下降") && chinese.contains("转移的投资未从其他行业扣减"))
    }

    /// 150 of 400 jobs in all of 200 members: the page says < 0.5%, the tables the bound.
    @Test func oddsOfNoneHaveTheirBoundInTheTables() throws {
        let scenario = try fixture([effort]).scenario()
        let levers = LeversTable.table(of: try testLevers(scenario, options: RunOptions(members: 200)))
        let loop = LoopTable.table(of: try project(scenario, options: RunOptions(members: 200)))
        let table = try CSVFile(bytes: levers.csv(), path: "levers.csv")
        let odds = try ["odds_without", "odds_without_bound"].map { try table.requiredColumn($0) }
        #expect(odds.map { table.rows[0][$0] } == ["0", "< 0.005"])
        let halves = try CSVFile(bytes: loop.csv(), path: "loop.csv")
        let names = ["odds_without", "odds_without_bound", "odds_with", "odds_with_bound", "p50_without"]
        let columns = try names.map { try halves.requiredColumn($0) }
        #expect(columns.dropLast().map { halves.rows[0][$0] } == ["0", "< 0.005", "0", "< 0.005"])
        // The row of value added has no odds, and its figures stand in their columns.
        let last = try #require(halves.rows.last)
        #expect(columns.dropLast().map { last[$0] } == ["", "", "", ""] && Double(last[columns[4]]) != nil)
    }

    /// Odds that are none either way have not moved: the medians have.
    @Test func theLoopDoesNotMoveOddsToThemselves() throws {
        var fixture = fixture([effort.replacing("10%", with: "90%")])
        fixture.targets = [
            "{id: output, name: Output, indicator: {output: goods, prices: constant}, goal: at least 5000 亿元, by: 2025}"
        ]
        let text = RunSummary.text(of: try project(fixture.scenario(), options: RunOptions(members: 200)))
            .replacing(/\n */, with: " ")
        #expect(!text.contains("from < 0.5% to < 0.5%"))
        #expect(text.contains("It moves “Output” from a median of 100 to 101 billion CNY"))
    }
}
