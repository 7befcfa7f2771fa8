import Goals
import Scenarios
import TestSupport
import Testing

@Suite("A run in parts")
struct ShardTests {
    /// Everything that a result says, with the shortest digits that give back every double.
    private func digits(_ result: ScenarioResult) -> [String] {
        [
            "\(result.variables)", "\(result.targets)", "\(String(describing: result.jointOdds))", "\(result.rankings)",
            "\(result.notices)", "\(result.judgements)", "\(result.loop)", "\(result.requirements)",
            "\(result.themes)",
        ]
    }

    /// Every shard by a run of its own, as separate processes would; only bytes go from one to the other.
    private func joined(_ scenario: Scenario, _ options: RunOptions, shards: Int) throws -> ScenarioResult {
        let run = try ScenarioRun(scenario, options: options)
        var parts = PartialResult()
        for number in 1...shards {
            let shard = try #require(Shard(number, of: shards))
            var own = options
            own.threads = 1 + number % 3
            let bytes = try ScenarioRun(scenario, options: own).part(shard).encoded()
            try run.join(shard, encoded: bytes[...], to: &parts)
        }
        return run.result(of: parts)
    }

    /// 2900 members are 46 blocks, the last one only partly in use.
    @Test(arguments: [1, 2, 3, 4, 16, 46])
    func withoutLearningItHasTheBytesOfOneProcess(shards: Int) throws {
        var fixture = ScenarioFixture.everything()
        fixture.levers[2] =
            "{id: help, kind: portfolio_growth, portfolio: firms, rate: 1% ± 0.5%, because: orders are full}"
        let scenario = try fixture.scenario()
        let options = RunOptions(members: 2900, threads: 2, blockSize: 64, knowledge: .prior)
        let whole = try project(scenario, options: options)
        #expect(whole.judgements.count == 1 && whole.loop.count == 2)
        #expect(digits(try joined(scenario, options, shards: shards)) == digits(whole))
    }

    @Test func shardsHoldEveryMemberOnce() throws {
        let options = RunOptions(members: 1000, blockSize: 64, knowledge: .prior)
        let run = try ScenarioRun(ScenarioFixture.everything().scenario(), options: options)
        let ranges = try (1...5).map { try run.members(of: #require(Shard($0, of: 5))) }
        // 16 blocks: 3 of 3 and the last of 4, but for the rest of the last block.
        #expect(ranges == [0..<192, 192..<384, 384..<576, 576..<768, 768..<1000])
        let error = #expect(throws: ShardError.self) { _ = try run.members(of: #require(Shard(1, of: 17))) }
        #expect("\(try #require(error))".contains("take at most 16, or --members 1088 or more"))
        #expect(Shard(0, of: 3) == nil && Shard(4, of: 3) == nil)
    }

    @Test func bytesOfAnotherShardAreRefused() throws {
        let options = RunOptions(members: 1000, blockSize: 64, knowledge: .prior)
        let run = try ScenarioRun(ScenarioFixture.everything().scenario(), options: options)
        let (first, second) = (try #require(Shard(1, of: 2)), try #require(Shard(2, of: 2)))
        let bytes = try run.part(first).encoded()
        for wrong in [bytes.dropLast(), bytes + [0], []] as [ArraySlice<UInt8>] {
            var parts = PartialResult()
            #expect(throws: ShardError.malformed) { try run.join(first, encoded: wrong, to: &parts) }
        }
        var parts = PartialResult()
        #expect(throws: ShardError.malformed) { try run.join(second, encoded: bytes[...], to: &parts) }
    }
}
