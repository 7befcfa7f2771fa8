import Projection
import RealModule
import Scenarios

/// Options of a run that are not part of a scenario.
public struct RunOptions: Sendable {
    /// Overrides the scenario's own number of members.
    public var members: Int?
    public var seed: UInt64?
    public var threads: Int
    public var blockSize: Int

    /// Its parts, as documented on each.
    public init(
        members: Int? = nil, seed: UInt64? = nil, threads: Int = 1, blockSize: Int = Ensemble.defaultBlockSize
    ) {
        self.members = members
        self.seed = seed
        self.threads = threads
        self.blockSize = blockSize
    }

    /// Members of a scenario that does not say.
    public static let defaultMembers = 10_000
    public static let defaultSeed: UInt64 = 1
}

/// Projects a scenario with its uncertainty and judges its targets.
///
/// The same scenario, seed and members give the same result for every number of threads.
/// - Throws: `ModelError` and the errors of the base-year update.
public func project(
    _ scenario: Scenario, options: RunOptions, progress: (@Sendable (Int) -> Void)? = nil
) throws -> ScenarioResult {
    let model = try Model(scenario, seed: options.seed ?? scenario.seed ?? RunOptions.defaultSeed)
    var layout = SumLayout()
    let plan = try ScenarioPlan(model: model, layout: &layout)
    let ensemble = Ensemble(
        members: options.members ?? scenario.members ?? RunOptions.defaultMembers, threads: options.threads,
        blockSize: options.blockSize)
    let places = layout.count
    let run = try ensemble.run(
        [model], conditionalYears: [plan.conditionalYears],
        makeObserver: {
            ScenarioObserver(recorder: ScenarioRecorder(plan: plan, rows: ensemble.blockSize), places: places)
        }, progress: progress)
    let recorder = run.observers[0].recorder
    for other in run.observers.dropFirst() { recorder.merge(other.recorder) }
    return ResultAssembly(plan: plan, recorder: recorder, sums: run.sums, members: ensemble.members).result()
}

private final class ScenarioObserver: EnsembleObserver {
    let recorder: ScenarioRecorder
    private let places: Int

    init(recorder: ScenarioRecorder, places: Int) {
        self.recorder = recorder
        self.places = places
    }

    func observe(_ blocks: [BlockProjection]) throws -> [Double] {
        var sums = [Double](repeating: 0, count: places)
        recorder.observe(blocks[0], sums: &sums)
        return sums
    }
}

func logarithm(_ value: Double) -> Double { Double.log(value) }
