import Projection
import Scenarios

/// A run of a scenario, whole or in parts: beside the scenario it projects all that the scenario is set beside.
public struct ScenarioRun: Sendable {
    private let plan: RunPlan
    private let variations: Variations

    /// Compiles all that is projected.
    ///
    /// - Throws: the errors of the models and of the base-year update.
    public init(_ scenario: Scenario, options: RunOptions) throws {
        variations = Variations(of: scenario)
        plan = try RunPlan(
            scenario, beside: variations.scenarios, learningAnewFrom: variations.firstYears,
            scopes: variations.scopes, options: options)
    }

    /// Members of the whole run.
    public var members: Int { plan.members }
    /// The seed of all draws.
    public var seed: UInt64 { plan.models[0].seed }
    /// Members in a block; a part holds whole blocks.
    public var blockSize: Int { plan.blockSize }

    /// The result, by this process alone.
    ///
    /// - Throws: `ModelError`, `LearningError`.
    public func result(progress: (@Sendable (Int) -> Void)? = nil) throws -> ScenarioResult {
        result(of: try plan.record(progress: progress))
    }

    /// Numbers of a shard's members.
    ///
    /// - Throws: `ShardError` where there are fewer blocks than shards.
    public func members(of shard: Shard) throws(ShardError) -> Range<Int> { try plan.members(of: shard) }

    /// What the members of a shard come to.
    ///
    /// - Throws: `ShardError`, `ModelError`, `LearningError`.
    public func part(_ shard: Shard, progress: (@Sendable (Int) -> Void)? = nil) throws -> PartialResult {
        PartialResult(tally: try plan.tally(of: try plan.members(of: shard), progress: progress))
    }

    /// The result of all parts, joined in the order of their shards.
    ///
    /// - Precondition: they are those of all members.
    public func result(of parts: consuming PartialResult) -> ScenarioResult {
        precondition(parts.members == 0..<members, "parts are missing")
        return result(of: parts.tally.takeRecord(by: plan))
    }

    private func result(of record: RunPlan.Record) -> ScenarioResult {
        var (result, comparisons) = plan.results(of: record)
        variations.complete(&result, with: comparisons)
        return result
    }

    /// Adds the part of a shard, as a process with the same scenario and options has encoded it.
    ///
    /// - Precondition: the shard follows those that are there.
    /// - Throws: `ShardError.malformed`; the parts are of no use then.
    public func join(
        _ shard: Shard, encoded bytes: ArraySlice<UInt8>, to parts: inout PartialResult
    ) throws(ShardError) {
        let members = try members(of: shard)
        var reader = ByteReader(bytes)
        do throws(ByteReader.Malformed) {
            try parts.tally.join(from: &reader, plan: plan, members: members)
        } catch {
            throw .malformed
        }
    }
}

/// What a part of the members of a run has come to.
public struct PartialResult: Sendable {
    fileprivate(set) var tally: Tally

    init(tally: Tally) { self.tally = tally }

    /// Of no members yet.
    public init() { tally = Tally() }

    /// Numbers of its members.
    public var members: Range<Int> {
        (tally.cohorts.first?.members.lowerBound ?? 0)..<(tally.cohorts.last?.members.upperBound ?? 0)
    }

    /// The part as bytes, the same on every machine.
    public func encoded() -> [UInt8] {
        var writer = ByteWriter()
        tally.write(to: &writer)
        return writer.bytes
    }
}
