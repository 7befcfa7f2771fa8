import Goals
import TestSupport
import Testing

@Suite struct SatelliteGoalTests {
    /// Services serve households alone: with 5% growth jobs of services are 100, 105, 110.25, 115.7625.
    private func fixture() -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = "{household: 5%, fixed_capital: 0%, export: 0%, outflow: 0%}"
        fixture.employment = ["goods,50", "services,100"]
        fixture.satellites = [
            "{id: jobs, name: Jobs, file: employment.csv, unit: persons, quality: C}", "{id: tax, row: value_added}",
            "{id: goods, name: Share of Goods, share: goods}",
        ]
        fixture.observations = ["jobs,2023,154,persons,A"]
        return fixture
    }

    @Test("A goal on a satellite is judged in its unit")
    func targets() throws {
        var fixture = fixture()
        fixture.targets = [
            "{id: met, indicator: {satellite: jobs}, goal: at least 165.7, by: 2025}",
            "{id: missed, indicator: {satellite: jobs}, goal: at least 165.8, by: 2025}",
            "{id: tax, indicator: {satellite: tax}, goal: more than 3300 亿元, by: 2025}",
            "{id: share, indicator: {satellite: goods}, goal: at most 31%, by: 2025}",
            "{id: growth, indicator: {growth: {satellite: jobs}}, goal: at least 3%, by: 2025}",
            "{id: based, indicator: {satellite: jobs}, baseline: {value: 300}, goal: more than 331, by: 2025}",
        ]
        let result = try project(fixture.scenario(), options: RunOptions(members: 64))
        #expect(result.targets.map(\.headline.odds.probability) == [1, 0, 1, 1, 1, 1])
        let jobs = result.targets[0].headline
        #expect(jobs.display == Display(measure: .other("persons"), iamcUnit: "persons"))
        #expect(abs(jobs.atDeadline.p50 - 165.7625) < 1e-9 * 165.7625 + 0.001)
        // From 150 to the goal in three years.
        let growth = try #require(jobs.requiredGrowth)
        #expect(abs(150 * (1 + growth) * (1 + growth) * (1 + growth) - 165.7) < 0.1)
    }

    @Test("Satellites are variables, stand in the result at the last deadline, and are followed beside figures")
    func result() throws {
        var fixture = fixture()
        fixture.targets = ["{id: jobs, indicator: {satellite: jobs}, goal: at least 1, by: 2024}"]
        fixture.more = """
            tracked:
              - {id: jobs, name: Jobs, indicator: {satellite: jobs}, observed: [{file: observations.csv, indicator: jobs}]}

            """
        let result = try project(fixture.scenario(), options: RunOptions(members: 64))
        let variables = ["Satellite|Jobs", "Satellite|tax", "Value Added|Share of Goods"].map { name in
            result.variables.first { $0.name == name }
        }
        #expect(variables.map { $0?.unit } == ["persons", "100 million CNY/yr", "%"])
        #expect(variables[2]?.scale == 100)
        #expect(result.satellites.map(\.year) == [2024, 2024, 2024])
        #expect(result.satellites[0].start.mean == 150 && abs(result.satellites[0].atYear.mean - 160.25) < 1e-9)
        #expect(abs(result.satellites[2].start.mean - 1.0 / 3) < 1e-12)
        #expect(result.tracked[0].points.first { $0.year == 2023 }?.observed?.value == 154)
    }

    @Test("A comparison has satellites by the paired members")
    func compared() throws {
        let base = fixture()
        var other = base
        other.growth = "{household: 10%, fixed_capital: 0%, export: 0%, outflow: 0%}"
        let result = try compare(base.scenario(), with: [other.scenario()], options: RunOptions(members: 64))[0]
        let jobs = try #require(result.variables.first { $0.name == "Satellite|Jobs" })
        let difference = try #require(jobs.years.first { $0.year == 2023 }?.difference)
        #expect(abs(difference.mean - 5) < 1e-9)
    }
}
