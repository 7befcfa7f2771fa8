import Foundation
import Goals
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct CountOddsTests {
    private static let members = 20_000

    /// Twelve firms from 60 to 148 亿元 with luck of their own and in common, some of which leave.
    private func firms(shape: String = "laplace", targets: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.units = (0..<12).map { "u\($0),\($0 % 2 == 0 ? "goods" : "services"):1,\(60 + 8 * $0),," }
        fixture.portfolio = """
            premium: 2% ± 2%, volatility: {at: 100 亿元, sd: 20%, size_exponent: 0.2, common: 20%, shape: \(shape)}, \
            exit: 2%, entry: {planned: {2022: 12, 2025: 15}, achieved: {uniform: [50%, 100%]}, \
            size: {p10: 50 亿元, p90: 150 亿元}, new_output: 50%, weights: {goods: 1}}
            """
        fixture.targets = targets
        return fixture
    }

    private func count(_ id: String, over: Int, goal: String) -> String {
        "{id: \(id), indicator: {count: firms, over: \(over) 亿元}, goal: \(goal), by: 2025}"
    }

    private func run(_ fixture: ScenarioFixture, members: Int = CountOddsTests.members) throws -> ScenarioResult {
        try project(fixture.scenario(), options: RunOptions(members: members, threads: 2))
    }

    @Test(arguments: ["laplace", "normal"]) func exactCountsAgreeWithRealisedFrequenciesAndAreLessNoisy(
        shape: String
    ) throws {
        let fixture = firms(shape: shape, targets: [count("large", over: 110, goal: "at least 7")])
        let reading = try run(fixture).targets[0].headline
        let counts = try memberValues(
            fixture.scenario(), members: Self.members, blockSize: 512,
            [
                { block, member in
                    let sizes = block.portfolios[0].sizes[3]
                    return Double((0..<sizes.columns).filter { sizes.column($0)[member] > 110 }.count)
                }
            ])[0]
        let frequency = Double(counts.filter { $0 >= 7 }.count) / Double(Self.members)
        let plainError = (frequency * (1 - frequency) / Double(Self.members)).squareRoot()
        #expect(frequency > 0.1 && frequency < 0.9)
        #expect(abs(reading.odds.probability - frequency) < 4 * plainError)
        #expect(reading.odds.standardError > 0 && reading.odds.standardError < plainError)
        for (number, probability) in reading.countProbabilities.enumerated() {
            let found = Double(counts.filter { $0 == Double(number) }.count) / Double(Self.members)
            let error = (probability * (1 - probability) / Double(Self.members)).squareRoot()
            #expect(abs(found - probability) < 4.5 * error + 1e-4, "\(number) firms")
        }
    }

    @Test func chancesOfEachCountAddUpToOneAndToTheOdds() throws {
        let result = try run(firms(targets: [count("large", over: 110, goal: "2..5")]), members: 1000)
        let reading = result.targets[0].headline
        // Chances below a millionth at the far end are left out.
        #expect(abs(reading.countProbabilities.reduce(0, +) - 1) < 1e-5)
        #expect(reading.countProbabilities.allSatisfy { $0 >= 0 })
        // Met from the lower end: six firms are not a failure.
        #expect(abs(reading.countProbabilities[2...].reduce(0, +) - reading.odds.probability) < 1e-5)
    }

    @Test func aLowerBarIsNeverLessLikely() throws {
        let result = try run(
            firms(targets: [
                count("a", over: 110, goal: "at least 7"), count("b", over: 100, goal: "at least 7"),
                count("c", over: 100, goal: "at least 6"), count("d", over: 100, goal: "more than 6"),
            ]), members: 2000)
        let odds = result.targets.map { $0.headline.odds.probability }
        #expect(odds[0] <= odds[1] && odds[1] <= odds[2] && odds[3] == odds[1])
    }

    @Test(arguments: 1...8) func jointOddsAreAtMostThoseOfEachTarget(seed: UInt64) throws {
        let targets = [
            count("large", over: 110, goal: "at least 7"), count("same", over: 110, goal: "at least 7"),
            "{id: total, indicator: {total: firms}, goal: more than 1000 亿元, by: 2025}",
        ]
        for some in [targets, Array(targets.prefix(2)), Array(targets.suffix(2))] {
            let result = try project(
                firms(targets: some).scenario(), options: RunOptions(members: 300, seed: seed))
            let joint = try #require(result.jointOdds)
            #expect(result.targets.allSatisfy { joint.probability <= $0.headline.odds.probability })
        }
        #expect(try project(firms(targets: [targets[0]]).scenario(), options: RunOptions(members: 8)).jointOdds == nil)
    }

    /// Without luck a firm at the threshold reaches it and does not exceed it, in every year and in both ways to count.
    @Test func aFirmAtTheThresholdReachesItButDoesNotExceedIt() throws {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,100,,", "two,services:1,37,,", "three,goods:1,1000,,"]
        fixture.portfolio = ScenarioFixture.calm
        for (threshold, reaching, exceeding) in [(100, 2.0, 1.0), (37, 3, 2), (1000, 1, 0)] {
            fixture.targets = ["at_least", "over"].map {
                "{id: \($0), indicator: {count: firms, \($0): \(threshold) 亿元}, goal: at least 1, by: 2025}"
            }
            let targets = try project(fixture.scenario(), options: RunOptions(members: 8)).targets.map(\.headline)
            for (reading, expected) in zip(targets, [reaching, exceeding]) {
                #expect(reading.atDeadline.mean == expected)
                #expect(reading.countProbabilities[Int(expected)] == 1)
                #expect(reading.fan.compactMap { $0.summary?.mean }.allSatisfy { $0 == expected })
            }
        }
    }
}
