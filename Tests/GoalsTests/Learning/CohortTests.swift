import Goals
import RealModule
import Scenarios
import TestSupport
import Testing

@Suite("Members that learn apart")
struct CohortTests {
    /// A total that the smoother and weights take together, a count that weights take alone, a growth of the economy.
    private func scenario() throws -> Scenario {
        var fixture = ScenarioFixture.everything()
        fixture.observations += [
            "total,2023,290,100m yuan,B", "large,2024,2,firms,U,1,3", "goods_growth,2023,4,percent,B",
        ]
        let learned = ScenarioFixture.learned
        fixture.learnTotalAndCount()
        fixture.more =
            ScenarioFixture.observationErrors + """

                tracked:
                  - {id: growth, name: Growth, indicator: {growth: {output: goods}}\(learned("goods_growth"))}
                """
        return try fixture.scenario()
    }

    private func joined(_ scenario: Scenario, _ options: RunOptions, shards: Int) throws -> ScenarioResult {
        let run = try ScenarioRun(scenario, options: options)
        var parts = PartialResult()
        for number in 1...shards {
            let shard = try #require(Shard(number, of: shards))
            try run.join(shard, encoded: try run.part(shard).encoded()[...], to: &parts)
        }
        return run.result(of: parts)
    }

    private func digits(_ result: ScenarioResult) -> [String] {
        [
            "\(result.variables)", "\(result.targets)", "\(String(describing: result.jointOdds))",
            "\(result.notices)", "\(result.judgements)", "\(String(describing: result.learning))",
        ]
    }

    /// 11 cohorts of 512 and a last one of 700.
    @Test(arguments: [1, 2, 4, 12]) func shardsOfWholeCohortsHaveTheBytesOfOneProcess(shards: Int) throws {
        let scenario = try scenario()
        let options = RunOptions(members: 11 * 512 + 700, threads: 2, blockSize: 64, cohortSize: 600)
        #expect(
            digits(try joined(scenario, options, shards: shards)) == digits(try project(scenario, options: options)))
    }

    @Test func oneCohortIsARunWithout() throws {
        let scenario = try scenario()
        let plain = try project(scenario, options: RunOptions(members: 3000, threads: 2, blockSize: 64))
        let options = RunOptions(members: 3000, threads: 2, blockSize: 64, cohortSize: 2048)
        #expect(digits(try project(scenario, options: options)) == digits(plain))
        let shared = try joined(scenario, options, shards: 1)
        #expect(digits(shared) == digits(plain))
    }

    /// Odds within four standard errors of the difference, quantiles of the total within 2% of its spread and noise.
    @Test(arguments: [4, 16]) func shardsThatLearnApartAgreeWithinTheirNoise(shards: Int) throws {
        let scenario = try scenario()
        let options = RunOptions(members: 32_000, threads: 2)
        let (whole, parts) = (try project(scenario, options: options), try joined(scenario, options, shards: shards))
        for (a, b) in zip(parts.targets, whole.targets) {
            let (own, other) = (a.headline.odds, b.headline.odds)
            let error = (own.standardError * own.standardError + other.standardError * other.standardError).squareRoot()
            #expect(abs(own.probability - other.probability) < 4 * error + 0.002, "\(a.target.id)")
            let spread = b.headline.atDeadline.p95 - b.headline.atDeadline.p5
            #expect(abs(a.headline.atDeadline.p50 - b.headline.atDeadline.p50) <= max(0.03 * spread, 1))
        }
        let (learned, all) = (try #require(parts.learning), try #require(whole.learning))
        #expect(learned.vintages.map(\.health.members) == all.vintages.map(\.health.members))
        for (a, b) in zip(learned.vintages, all.vintages) {
            #expect(abs(a.logEvidence - b.logEvidence) < 0.1)
            #expect(abs(a.health.effectiveMembers / b.health.effectiveMembers - 1) < 0.15)
            for (figure, other) in zip(a.figures, b.figures) {
                #expect(abs(figure.predicted.p50 - other.predicted.p50) <= 0.05 * abs(other.predicted.p50) + 0.01)
                #expect(figure.surprise.map { abs($0 - (other.surprise ?? .nan)) < 0.1 } ?? (other.surprise == nil))
            }
        }
    }

    @Test func aShardThatIsTooSmallToLearnIsRefused() throws {
        let run = try ScenarioRun(scenario(), options: RunOptions(members: 1000, blockSize: 8))
        let error = #expect(throws: LearningError.self) { _ = try run.part(#require(Shard(1, of: 50))) }
        let message = "\(try #require(error))"
        #expect(message.contains("this shard's 16 of 1000 members are too few to learn"))
        #expect(message.contains("so that every shard has 1000 or more"))
    }

    /// ln y = ln 100 + N(0, s²), a figure at ln 100 + d with error r: the mean of exp(−(y − m)²/(2 r²)) is
    /// r/√(s² + r²) · exp(−d²/(2 (s² + r²))).
    @Test func theEvidenceOfANormalFigureIsTheExactOne() throws {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = "{household: 0%, fixed_capital: 0%, export: 3% ± 4%, outflow: 0%}"
        fixture.observations = ["goods,2023,1080,100m yuan,B"]
        fixture.targets = [
            "{id: goods, indicator: {output: goods}, goal: more than 1100 亿元, by: 2025, "
                + "observed: [{file: observations.csv, indicator: goods, learn: value}]}"
        ]
        fixture.more = ScenarioFixture.observationErrors
        let result = try project(fixture.scenario(), options: RunOptions(members: 100_000, threads: 2))
        let vintage = try #require(result.learning?.vintages.first)
        // The smoother takes the figure in two halves, each of a likelihood to the power of one half.
        let spread = Double.log(1.07 / 0.99) / 2
        let variance = spread * spread
        let error = 0.05 * 0.05
        let distance = Double.log(1.08) - Double.log(1.03)
        let expected =
            Double.log(error / (variance + error)) / 2 - distance * distance / (2 * (variance + error))
        #expect(abs(vintage.logEvidence - expected) < 0.02)
    }
}
