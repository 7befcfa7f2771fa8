import Goals
import Projection
import Scenarios
import Synchronization
import TestSupport
import Testing

@Suite struct ReproducibilityTests {
    /// Everything that a result says, with the shortest digits that give back every double.
    private func digits(_ result: ScenarioResult) -> [String] {
        [
            "\(result.variables)", "\(result.targets)", "\(String(describing: result.jointOdds))", "\(result.rankings)",
            "\(result.assumptions)", "\(result.notices)",
        ]
    }

    @Test(arguments: [2, 8]) func resultsHaveTheSameBytesForEveryNumberOfThreads(threads: Int) throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let one = try project(scenario, options: RunOptions(members: 3000, threads: 1, blockSize: 64))
        let many = try project(scenario, options: RunOptions(members: 3000, threads: threads, blockSize: 64))
        #expect(digits(many) == digits(one))
    }

    @Test(arguments: [64, 256]) func meansAndOddsAgreeForEveryBlockSize(blockSize: Int) throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let standard = try project(scenario, options: RunOptions(members: 2000, blockSize: 512))
        let other = try project(scenario, options: RunOptions(members: 2000, threads: 2, blockSize: blockSize))
        func numbers(_ result: ScenarioResult) -> [Double] {
            var numbers = result.variables.flatMap { $0.years.compactMap { $0.summary?.mean } }
            for reading in result.targets.flatMap(\.readings) {
                numbers += [reading.odds.probability, reading.odds.standardError] + reading.countProbabilities
            }
            for unit in result.rankings.flatMap(\.units) { numbers += [unit.start.mean, unit.atYear.mean] }
            return numbers + [result.jointOdds?.probability ?? -1]
        }
        for (a, b) in zip(numbers(other), numbers(standard)) { #expect(abs(a - b) <= 1e-12 * max(abs(b), 1)) }
        #expect(numbers(other).count == numbers(standard).count)
    }

    @Test func theOtherTargetsStayTheSameWhenATargetIsAdded() throws {
        var fixture = ScenarioFixture.everything()
        let options = RunOptions(members: 500)
        let before = try project(fixture.scenario(), options: options)
        fixture.targets.append("{id: extra, indicator: {output: goods}, goal: at least 1200 亿元, by: 2024}")
        let after = try project(fixture.scenario(), options: options)
        for (a, b) in zip(after.targets, before.targets) {
            #expect(a.readings.map(\.odds) == b.readings.map(\.odds))
            #expect(a.readings.map(\.atDeadline) == b.readings.map(\.atDeadline))
        }
    }

    @Test func theSeedOfTheRunOverridesThatOfTheScenario() throws {
        var scenario = try ScenarioFixture.everything().scenario()
        scenario.seed = 7
        scenario.members = 200
        let own = try project(scenario, options: RunOptions())
        #expect(own.seed == 7 && own.members == 200)
        let overridden = try project(scenario, options: RunOptions(members: 100, seed: 8))
        #expect(overridden.seed == 8 && overridden.members == 100)
        #expect(own.targets[0].headline.atDeadline != overridden.targets[0].headline.atDeadline)
    }

    @Test func progressCountsAllMembersInOrder() throws {
        let seen = Mutex<[Int]>([])
        _ = try project(
            ScenarioFixture.everything().scenario(), options: RunOptions(members: 300, blockSize: 64),
            progress: { done in seen.withLock { $0.append(done) } })
        #expect(seen.withLock { $0 } == [64, 128, 192, 256, 300])
    }

    @Test func acceptedDrawsAreCountedAlikeWithAndWithoutTargets() throws {
        var fixture = ScenarioFixture()
        fixture.units = ["one,goods:1,,80,120", "two,goods:1,50,,"]
        fixture.portfolio = "total: {value: 160 亿元, year: 2022}, \(ScenarioFixture.calm)"
        for targets in [[], ["{id: total, indicator: {total: firms}, goal: at least 100 亿元, by: 2025}"]] {
            fixture.targets = targets
            let notices = try project(fixture.scenario(), options: RunOptions(members: 100)).notices
            #expect(notices.contains(Notice(level: .note, matter: .startingSizesKept(portfolio: "firms", share: 1))))
        }
    }
}
