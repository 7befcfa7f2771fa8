import Goals
import Scenarios
import TestSupport
import Testing

@Suite struct ComparisonTests {
    private let options = RunOptions(members: 1000, threads: 2, blockSize: 256)

    private func values(_ summary: Summary) -> [Double] {
        [summary.mean, summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95]
    }

    @Test func aScenarioDiffersFromItselfByExactlyNothing() throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let result = try compare(scenario, with: [scenario], options: options)[0]
        var compared = 0
        for variable in result.variables {
            for year in variable.years {
                #expect(year.base == year.alternative)
                guard let difference = year.difference else { continue }
                #expect(values(difference).allSatisfy { $0 == 0 }, "\(variable.name)")
                compared += 1
            }
        }
        #expect(compared > 40)
        #expect(result.targets.count == 4 && result.notices.isEmpty)
        for reading in result.targets.flatMap(\.readings) {
            #expect(reading.oddsDifference == 0 && reading.standardError == 0)
            #expect(values(try #require(reading.difference)).allSatisfy { $0 == 0 })
        }
    }

    @Test func eachSideEqualsItsOwnProjection() throws {
        let base = try ScenarioFixture.everything().scenario()
        var other = ScenarioFixture.everything()
        other.levers.removeLast()
        let alternative = try other.scenario()
        let result = try compare(base, with: [alternative], options: options)[0]
        for (found, scenario) in [(result.base, base), (result.alternative, alternative)] {
            let own = try project(scenario, options: options)
            #expect("\(found.variables)" == "\(own.variables)")
            #expect(found.targets.map(\.headline.odds) == own.targets.map(\.headline.odds))
        }
    }

    @Test func pairedMembersGiveASmallerStandardErrorThanSeparateRuns() throws {
        var fixture = ScenarioFixture.everything()
        fixture.targets.append("{id: near, indicator: {total: firms}, goal: more than 290 亿元, by: 2024}")
        let base = try fixture.scenario()
        fixture.levers.append("{id: more, kind: portfolio_growth, portfolio: firms, rate: 2%, reason: test}")
        let result = try compare(base, with: [fixture.scenario()], options: options)[0]
        for target in ["large", "near"] {
            let reading = try #require(result.targets.first { $0.target.id == target }).headline
            let (a, b) = (reading.base.odds, reading.alternative.odds)
            let separate = (a.standardError * a.standardError + b.standardError * b.standardError).squareRoot()
            #expect(reading.oddsDifference > 0)
            #expect(abs(reading.oddsDifference - (b.probability - a.probability)) < 1e-12)
            #expect(reading.standardError > 0 && reading.standardError < 0.7 * separate)
            let difference = try #require(reading.difference)
            #expect(difference.p5 >= 0 && difference.mean > 0)
        }
    }

    @Test func whatOnlyOneScenarioHasIsSaid() throws {
        var fixture = ScenarioFixture.everything()
        let base = try fixture.scenario()
        fixture.targets.removeLast()
        fixture.targets[0] = "{id: total, indicator: {total: firms}, goal: more than 500 亿元, by: 2025}"
        let result = try compare(base, with: [fixture.scenario()], options: options)[0]
        #expect(result.targets.map(\.target.id) == ["total", "large", "listed"])
        #expect(result.notices.contains { $0.matter == .unsharedTargets(["share"]) })
        #expect(
            result.notices.contains {
                if case .differentGoals(target: "total", _, _) = $0.matter { true } else { false }
            })
    }

    @Test func severalAlternativesAreComparedWithTheSameBase() throws {
        let base = try ScenarioFixture.everything().scenario()
        var other = ScenarioFixture.everything()
        other.levers.removeLast()
        let results = try compare(base, with: [base, other.scenario()], options: options)
        #expect(results.count == 2)
        #expect("\(results[0].base.variables)" == "\(results[1].base.variables)")
        #expect(results[0].targets[0].headline.oddsDifference == 0)
        #expect(results[1].targets[0].headline.oddsDifference < 0)
    }
}
