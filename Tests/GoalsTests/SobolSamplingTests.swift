import Foundation
import Goals
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct SobolSamplingTests {
    /// Everything that a result says, with the shortest digits that give back every double.
    private func digits(_ result: ScenarioResult) -> [String] {
        ["\(result.variables)", "\(result.targets)", "\(String(describing: result.jointOdds))", "\(result.notices)"]
    }

    @Test(arguments: [2, 5]) func bytesAreTheSameForEveryNumberOfThreads(threads: Int) throws {
        let scenario = try ScenarioFixture.everything().scenario()
        func run(_ threads: Int) throws -> ScenarioResult {
            try project(
                scenario, options: RunOptions(members: 1000, threads: threads, blockSize: 64, sampling: .sobol))
        }
        #expect(digits(try run(threads)) == digits(try run(1)))
    }

    /// A member's point depends on its number, not on where its block begins or how many members there are.
    @Test func aMemberKeepsItsPointInEveryBlock() throws {
        var model = try Model(ScenarioFixture.everything().scenario(), seed: 3)
        model.points = HeldPoints(for: [model])
        let names = model.inputs.entries.map(\.name)
        #expect(names.count > 8)
        for name in names {
            let few = try memberValues(model, members: 100, [input(name)])[0]
            let many = try memberValues(model, members: 1000, blockSize: 256, [input(name)])[0]
            #expect(few == Array(many.prefix(100)), "\(name)")
        }
    }

    /// Each of 64 equally likely ranges holds one of 64 members; 64 independent ones leave a third of them empty.
    @Test func whatIsDrawnOncePerMemberIsSpreadEvenly() throws {
        var fixture = ScenarioFixture()
        fixture.growth = "{household: {uniform: [0%, 6.4%]}, fixed_capital: 1%, export: 1%, outflow: 1%}"
        var model = try Model(fixture.scenario(), seed: 5)
        func ranges() throws -> Set<Int> {
            let rates = try memberValues(model, members: 64, [input("growth of household")])[0]
            // Recorded as logarithms.
            return Set(rates.map { Int((exp($0) - 1) * 1000) })
        }
        #expect(try ranges().count < 55)
        model.points = HeldPoints(for: [model])
        #expect(model.points?.count(in: model).coordinates == 1)
        #expect(try ranges() == Set(0..<64))
    }

    /// The spread over seeds of the mean and the median of a target.
    private func spread(_ scenario: Scenario, _ sampling: RunOptions.Sampling, members: Int) throws -> [Double] {
        let results = try (1...20).map { seed in
            let headline = try project(
                scenario,
                options: RunOptions(
                    members: members, seed: UInt64(seed), threads: 2, knowledge: .prior, sampling: sampling)
            ).targets[0].headline
            return [headline.atDeadline.mean, headline.atDeadline.p50]
        }
        return [0, 1].map { index in deviation(results.map { $0[index] }) }
    }

    @Test func meansAndMediansVaryLessBetweenSeeds() throws {
        var fixture = ScenarioFixture()
        fixture.growth = """
            {household: 5% ± 2%, fixed_capital: {p10: 2%, p90: 9%}, export: 3% ± 4%, outflow: {triangular: [-5%, 2%, 6%]}}
            """
        fixture.growthCorrelation = "0.5"
        fixture.shocks = "{common: 1%, sector: 1%, correlation: 0.3}"
        fixture.targets = ["{id: goods, indicator: {output: goods}, goal: at least 1200 亿元, by: 2025}"]
        let scenario = try fixture.scenario()
        let random = try spread(scenario, .random, members: 256)
        let sobol = try spread(scenario, .sobol, members: 256)
        // Yearly shocks, which stay independent, carry about a tenth of the variance: a third of the spread would be left.
        #expect(sobol[0] < 0.6 * random[0], "means: \(sobol[0]) and \(random[0])")
        #expect(sobol[1] < 0.8 * random[1], "medians: \(sobol[1]) and \(random[1])")
    }

    @Test func anAlternativeHasTheLuckOfTheBase() throws {
        var fixture = ScenarioFixture.everything()
        let base = try fixture.scenario()
        fixture.levers.insert(
            "{id: more, kind: portfolio_growth, portfolio: firms, rate: 2% ± 0.1%, reason: test}", at: 0)
        let alternative = try fixture.scenario()
        let options = RunOptions(members: 1024, threads: 2, knowledge: .prior, sampling: .sobol)
        let result = try compare(base, with: [alternative, base], options: options)
        for variable in result[1].variables {
            for year in variable.years { #expect(year.base == year.alternative, "\(variable.name)") }
        }
        // Three years of 2% are 6%: the pairs say so, though the total itself is uncertain by half.
        let total = try #require(result[0].targets.first { $0.target.id == "total" }?.readings.first)
        let (difference, level) = (try #require(total.difference), total.base.atDeadline)
        #expect(difference.p95 - difference.p5 < 0.3 * (level.p95 - level.p5))
        #expect(difference.p5 > 0)
        #expect(digits(result[0].base) == digits(try project(base, options: options)))
    }

    /// Observations move scores, and resampled members keep the points of their ancestors: both samplings learn the same.
    @Test func learningComesToTheSameFigures() throws {
        var fixture = ScenarioFixture.everything()
        fixture.observations += ["total,2023,290,100m yuan,B", "large,2024,2,firms,U,1,3"]
        func learned(_ name: String) -> String {
            ", observed: [{file: observations.csv, indicator: \(name), learn: value}]"
        }
        fixture.targets[0] = fixture.targets[0].replacing("by: 2025}", with: "by: 2025" + learned("total") + "}")
        fixture.targets[1] = fixture.targets[1].replacing("2024..2025}", with: "2024..2025" + learned("large") + "}")
        fixture.more = """
            observation_errors:
              level: {A: 2%, B: 5%, C: 10%, U: 20%}
              share: {A: 0.5%, B: 1%, C: 2%, U: 4%}
              growth: {A: 0.5%, B: 1%, C: 2%, U: 4%}
            """
        let scenario = try fixture.scenario()
        let (random, sobol) = (
            try project(scenario, options: RunOptions(members: 4096, threads: 2)),
            try project(scenario, options: RunOptions(members: 4096, threads: 2, sampling: .sobol))
        )
        #expect(try #require(sobol.learning).vintages.contains { $0.health.effectiveMembers < 4095 })
        for (a, b) in zip(random.targets, sobol.targets) {
            let (a, b) = (a.headline, b.headline)
            #expect(abs(a.atDeadline.p50 - b.atDeadline.p50) < 0.1 * (a.atDeadline.p95 - a.atDeadline.p5) + 1e-9)
            #expect(abs(a.odds.probability - b.odds.probability) < 0.05)
        }
    }

    @Test func theResultSaysHowItWasSampled() throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let random = try project(scenario, options: RunOptions(members: 128))
        let sobol = try project(scenario, options: RunOptions(members: 100, sampling: .sobol))
        #expect(random.sampling == .random && sobol.sampling == .sobol)
        func evenness(_ result: ScenarioResult) -> [Bool] {
            result.notices.compactMap {
                if case .sobolPoints(_, _, let isPowerOfTwo) = $0.matter { isPowerOfTwo } else { nil }
            }
        }
        #expect(evenness(random).isEmpty)
        #expect(evenness(sobol) == [false])
    }
}
