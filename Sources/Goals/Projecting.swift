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
    /// Members that learn together, at most; the memory that a run takes grows with them. More learn in several cohorts.
    public var cohortSize: Int
    public var knowledge: Knowledge
    public var sampling: Sampling

    /// How what is drawn once per member is drawn.
    public enum Sampling: String, Sendable, CaseIterable {
        /// Every member by itself.
        case random
        /// Members are the points of a scrambled Sobol sequence: see ``Projection/HeldPoints``.
        case sobol
    }

    /// Which published figures a run may know.
    public enum Knowledge: Sendable, Equatable {
        /// None of the years after the base year, and none is learned from.
        case prior
        case published
        /// Those up to a year.
        case asOf(Int)
    }

    /// Its parts, as documented on each.
    public init(
        members: Int? = nil, seed: UInt64? = nil, threads: Int = 1, blockSize: Int = Ensemble.defaultBlockSize,
        cohortSize: Int = RunOptions.defaultCohortSize, knowledge: Knowledge = .published,
        sampling: Sampling = .random
    ) {
        self.members = members
        self.seed = seed
        self.threads = threads
        self.blockSize = blockSize
        self.cohortSize = cohortSize
        self.knowledge = knowledge
        self.sampling = sampling
    }

    /// Members of a scenario that does not say.
    public static let defaultMembers = 10_000
    /// 256 blocks of 512.
    public static let defaultCohortSize = 131_072
    public static let defaultSeed: UInt64 = 1
}

/// Projects a scenario with its uncertainty, learns from the figures that were published since its base year, and judges
/// its targets.
///
/// The same scenario, seed, members and figures give the same result for every number of threads. Learning couples the
/// members: that a member keeps its luck when others are added holds without it. Each judgement of the scenario costs one
/// more projection, and so does each half of the loop of science and industry where levers set it off.
/// - Throws: `ModelError`, `LearningError` and the errors of the base-year update.
public func project(
    _ scenario: Scenario, options: RunOptions, progress: (@Sendable (Int) -> Void)? = nil
) throws -> ScenarioResult {
    try ScenarioRun(scenario, options: options).result(progress: progress)
}

/// Learns from all figures that the knowledge allows; nil where there are none.
///
/// - Parameter members: of the whole run, of which the ensemble may be a part.
func learn(
    _ model: inout Model, ensemble: Ensemble, knowledge: RunOptions.Knowledge, of members: Int
) throws -> LearningReport? {
    guard knowledge != .prior else { return nil }
    var learner = try Learner(model: model, ensemble: ensemble)
    guard !learner.plan.figures.isEmpty else { return nil }
    do {
        for year in learner.plan.years { try learner.learn(year: year) }
    } catch LearningError.tooFewMembers(let own, let figures, let needed) where own < members {
        throw LearningError.tooSmallPart(members: own, of: members, figures: figures, needed: needed)
    }
    model = learner.learnedModel(model)
    // Of the very model that the members have learned with.
    model.acceptedAttempts = learner.model.acceptedAttempts
    return learner.report
}

/// Projects a model, as far as it has learned, and judges the targets.
///
/// - Parameter ahead: figures that are about to come; the moments say how the targets go with them.
func judge(
    _ model: Model, ensemble: Ensemble, learning: LearningReport?, ahead: [LearnedFigure] = [],
    progress: (@Sendable (Int) -> Void)? = nil
) throws -> (result: ScenarioResult, ahead: OutcomeMoments?) {
    var layout = SumLayout()
    let plan = try ScenarioPlan(model: model, layout: &layout)
    let places = layout.count
    let run = try ensemble.run(
        [model], conditionalYears: [plan.conditionalYears],
        makeObserver: {
            RunObserver(plans: [plan], pairs: [], rows: ensemble.blockSize, places: places, ahead: ahead)
        }, progress: progress)
    let observer = run.observers[0]
    for other in run.observers.dropFirst() { observer.merge(other) }
    let sums = run.sums.total
    let result = ResultAssembly(
        plan: plan, recorder: observer.recorders[0], sums: sums, members: ensemble.members, learning: learning,
        threads: ensemble.threads
    ).result()
    guard !ahead.isEmpty else { return (result, nil) }
    let moments = OutcomeMoments(
        figures: ahead, outcomes: plan.headlines.map { plan.readings[$0] }, sums: Array(sums[places...]),
        members: ensemble.members)
    return (result, moments)
}

extension ScenarioResult {
    /// The result with a notice of what it does not know.
    func knowing(_ knowledge: RunOptions.Knowledge) -> ScenarioResult {
        var result = self
        result.knowledge = knowledge
        switch knowledge {
        case .published: break
        case .asOf(let year):
            result.notices.append(Notice(level: .note, matter: .knownUntil(year: year)))
        case .prior:
            result.notices.append(Notice(level: .note, matter: .nothingLearned(start: scenario.start)))
        }
        return result
    }
}

extension RunOptions.Sampling {
    /// Points that models share, so that a member has the same luck in all; nil for independent numbers.
    func points(for models: [Model]) -> HeldPoints? { self == .sobol ? HeldPoints(for: models) : nil }
}

extension RunOptions.Knowledge {
    /// The scenario without the figures that must not be known.
    func applied(to scenario: Scenario) -> Scenario {
        switch self {
        case .published: scenario
        case .asOf(let year): scenario.asKnown(in: year)
        // Published figures stay in sight: they are what the prior is held against.
        case .prior: scenario.withoutLaterPrices()
        }
    }
}

func logarithm(_ value: Double) -> Double { Double.log(value) }

func exponential(_ value: Double) -> Double { Double.exp(value) }
