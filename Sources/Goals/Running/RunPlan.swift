import Projection
import Scenarios

/// All that a run projects side by side, member by member, and what it records of it: a base, and its alternatives.
struct RunPlan: Sendable {
    /// The base, then the alternatives; nothing learned yet.
    let models: [Model]
    let plans: [ScenarioPlan]
    let pairs: [PairPlan]
    /// By alternative, the first year in which it is taught something else than the base; empty where all take over what
    /// the base has learned.
    private let firstYears: [Int]
    private let places: Int
    private let knowledge: RunOptions.Knowledge
    private let threads: Int
    let blockSize: Int
    let cohortSize: Int
    /// Of the whole run.
    let members: Int
    /// Whether there are figures to learn from, so that members are coupled.
    let learns: Bool

    /// - Parameter firstYears: by alternative, the first year in which it differs from the base; where figures of that
    ///   year or a later one were learned from, it learns for itself, as they would have taught it something else. Empty
    ///   for alternatives that take over what the base has learned.
    /// - Parameter scopes: what is recorded of each alternative; empty for everything of all.
    /// - Throws: the errors of the models.
    init(
        _ base: Scenario, beside alternatives: [Scenario], learningAnewFrom firstYears: [Int] = [],
        scopes: [ScenarioPlan.Scope] = [], options: RunOptions
    ) throws {
        precondition(scopes.isEmpty || scopes.count == alternatives.count)
        let seed = options.seed ?? base.seed ?? RunOptions.defaultSeed
        var models = try ([base] + alternatives).map { try Model(options.knowledge.applied(to: $0), seed: seed) }
        let points = options.sampling.points(for: models)
        for index in models.indices { models[index].points = points }
        self.models = models
        self.firstYears = firstYears
        knowledge = options.knowledge
        threads = options.threads
        blockSize = options.blockSize
        cohortSize = options.cohortSize
        members = options.members ?? base.members ?? RunOptions.defaultMembers
        learns = try knowledge != .prior && models.contains { try !FigurePlan($0).figures.isEmpty }
        var layout = SumLayout()
        plans = try models.enumerated().map { index, model in
            let scope = index == 0 || scopes.isEmpty ? .everything : scopes[index - 1]
            return try ScenarioPlan(model: model, scope: scope, layout: &layout)
        }
        let others = Array(plans.dropFirst())
        let base = plans[0]
        pairs = others.indices.map {
            PairPlan(base: base, alternatives: others, alternative: $0, layout: &layout)
        }
        places = layout.count
    }

    // MARK: Members

    /// What some of the members have recorded, those who have learned together.
    struct Cohort {
        let members: Range<Int>
        /// One per model.
        let learning: [LearningReport?]
        let observers: [RunObserver]
        let sums: DyadicSums
    }

    /// Learns with some members by themselves and projects them.
    ///
    /// - Throws: `ModelError`, `LearningError`.
    func run(_ range: Range<Int>, progress: (@Sendable (Int) -> Void)?) throws -> Cohort {
        let ensemble = Ensemble(range, threads: threads, blockSize: blockSize)
        let (models, learning) = try learnedModels(ensemble)
        let run = try ensemble.run(
            models, conditionalYears: plans.map(\.conditionalYears), makeObserver: makeObserver, progress: progress)
        return Cohort(members: range, learning: learning, observers: run.observers, sums: run.sums)
    }

    /// Learns and projects with all members.
    ///
    /// - Throws: as above.
    func record(progress: (@Sendable (Int) -> Void)?) throws -> Record {
        guard cohorts.count == 1 else {
            var tally = try tally(of: 0..<members, progress: progress)
            return tally.takeRecord(by: self)
        }
        let cohort = try run(0..<members, progress: progress)
        let observer = cohort.observers[0]
        for other in cohort.observers.dropFirst() { observer.merge(other) }
        return Record(observer: observer, sums: cohort.sums.total, learning: cohort.learning)
    }

    @Sendable func makeObserver() -> RunObserver {
        RunObserver(plans: plans, pairs: pairs, rows: blockSize, places: places)
    }

    /// The models with what these members have learned.
    ///
    /// An alternative that knows the same figures as the base takes over what the base has learned: it is the same world,
    /// in which something else is done. One with other figures learns for itself.
    private func learnedModels(_ ensemble: Ensemble) throws -> (models: [Model], learning: [LearningReport?]) {
        var learned: [Model] = []
        var learning: [LearningReport?] = []
        for (index, plain) in models.enumerated() {
            var model = plain
            let lastLearned = learning.first??.vintages.last?.year ?? .min
            let isTaughtOtherwise = index > 0 && !firstYears.isEmpty && firstYears[index - 1] <= lastLearned
            if let base = learned.first, !isTaughtOtherwise, base.scenario.learnsFromTheSame(as: model.scenario) {
                model.learned = base.learned
                learning.append(learning[0])
            } else {
                learning.append(try learn(&model, ensemble: ensemble, knowledge: knowledge, of: members))
            }
            learned.append(model)
        }
        return (learned, learning)
    }

    // MARK: Results

    /// What all members have recorded, joined.
    struct Record {
        let observer: RunObserver
        let sums: [Double]
        /// One per model.
        let learning: [LearningReport?]
    }

    /// The result of the base, and its comparisons with the alternatives.
    func results(of record: Record) -> (base: ScenarioResult, comparisons: [ComparisonResult]) {
        let assemblies = plans.indices.map {
            ResultAssembly(
                plan: plans[$0], recorder: record.observer.recorders[$0], sums: record.sums, members: members,
                learning: record.learning[$0], threads: threads)
        }
        let finished = assemblies.map { $0.result().knowing(knowledge) }
        let comparisons = pairs.enumerated().map { index, pair in
            ComparisonAssembly(
                plan: pair, recorder: record.observer.pairs[index], base: assemblies[0], sums: record.sums,
                members: members
            ).result(base: finished[0], alternative: finished[index + 1])
        }
        return (finished[0], comparisons)
    }
}

extension Scenario {
    fileprivate func learnsFromTheSame(as other: Scenario) -> Bool {
        start == other.start && learnedSeries.map(\.rule) == other.learnedSeries.map(\.rule)
            && learnedSeries.map { $0.points.map(\.year) } == other.learnedSeries.map { $0.points.map(\.year) }
            && learnedSeries.map { $0.points.map(\.value) } == other.learnedSeries.map { $0.points.map(\.value) }
    }

    private var learnedSeries: [(rule: LearningRule, points: [ObservedSeries.Point])] {
        (targets.flatMap { $0.readings.flatMap(\.observed) } + tracked.flatMap(\.observed)).compactMap { series in
            series.learning.map { ($0, series.points) }
        }
    }
}
