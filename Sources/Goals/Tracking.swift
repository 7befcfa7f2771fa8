import Projection
import Scenarios

/// Follows a scenario from the base year's prior through every year's published figures.
///
/// - Parameter progress: members done so far, of members × steps.
/// - Returns: what `project` says at each point in time; the last step is `project` with all that is known.
/// - Throws: as `project`.
public func track(
    _ scenario: Scenario, options: RunOptions, progress: (@Sendable (_ done: Int, _ total: Int) -> Void)? = nil
) throws -> TrackResult {
    let known = options.knowledge.applied(to: scenario)
    let seed = options.seed ?? scenario.seed ?? RunOptions.defaultSeed
    let ensemble = Ensemble(
        members: options.members ?? scenario.members ?? RunOptions.defaultMembers, threads: options.threads,
        blockSize: options.blockSize)
    var model = try Model(known, seed: seed)
    model.points = options.sampling.points(for: [model])
    var learner = try Learner(model: model, ensemble: ensemble)
    let years = options.knowledge == .prior ? [] : learner.plan.years
    let total = (years.count + 1) * ensemble.members
    var steps: [TrackResult.Step] = []
    var ahead: OutcomeMoments?
    for index in 0...years.count {
        if index > 0 { try learner.learn(year: years[index - 1]) }
        // Published prices are imposed as far as they were known.
        let past =
            index == years.count && index > 0 ? known : known.asKnown(in: index == 0 ? known.start : years[index - 1])
        let model = learner.learnedModel(try Model(past, seed: seed))
        let done = index * ensemble.members
        let judged = try judge(
            model, ensemble: ensemble, learning: index == 0 ? nil : learner.report,
            ahead: index < years.count ? learner.plan.figures(of: years[index]) : [],
            progress: { progress?(done + $0, total) })
        var vintage = index == 0 ? nil : learner.vintages.first { $0.year == years[index - 1] }
        if let ahead, let before = steps.last { try ahead.explain(&vintage!.figures, of: before.result) }
        ahead = judged.ahead
        steps.append(
            TrackResult.Step(
                vintage: vintage,
                result: judged.result.knowing(
                    index == years.count && index > 0
                        ? options.knowledge : .asOf(index == 0 ? known.start : years[index - 1])),
                year: index == 0 ? nil : years[index - 1]))
    }
    let final = learner.learnedModel(try Model(known, seed: seed))
    return TrackResult(
        steps: steps, nextFigures: try nextFigures(of: final, ensemble: ensemble, known: years.last),
        excluded: learner.plan.excluded)
}
