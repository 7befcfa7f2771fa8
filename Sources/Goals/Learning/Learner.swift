import Projection
import RealModule
import Sampling
import Scenarios

/// Takes the figures of a scenario in order of year and updates the whole ensemble with each year's.
///
/// Counts and bounds enter by importance weights with resampling, levels, shares and rates of the economy by an ensemble
/// smoother. A figure of a single unit is built into that unit's luck, which is exact. Totals of a portfolio bend too
/// much for the smoother alone: as much of their evidence as the members can bear enters by weights, the rest before by
/// the smoother, in steps (a bridge between the two filters, Frei & Künsch 2013; exact where either is). All figures of a
/// year enter together, so that their order does not matter.
struct Learner {
    let plan: FigurePlan
    let ensemble: Ensemble
    private(set) var model: Model
    private(set) var vintages: [LearningReport.Vintage] = []
    private var learned: LearnedDraws
    /// Blocks of all looks.
    private let blocks: BlockPool

    /// Most steps of the smoother.
    private static let steps = 10
    /// Steps over which evidence of the economy is spread: what bends a little is followed better.
    private static let economySteps = 2
    /// Share of the members' worth that bent figures leave.
    private static let floor = 0.25
    /// Members for each figure of a year that sample covariances need.
    private static let membersPerFigure = 20

    init(model: Model, ensemble: Ensemble) throws {
        self.model = model
        self.ensemble = ensemble
        plan = try FigurePlan(model)
        blocks = BlockPool(through: plan.years.last ?? model.scenario.start)
        learned = LearnedDraws(ensemble.range)
    }

    var report: LearningReport { LearningReport(vintages: vintages, excluded: plan.excluded) }

    /// Learns from the figures of one year.
    ///
    /// - Precondition: years come in ascending order.
    /// - Throws: `LearningError`, and the errors of the projection.
    mutating func learn(year: Int) throws {
        let figures = plan.figures(of: year)
        guard !figures.isEmpty else { return }
        let needed = Self.membersPerFigure * figures.count
        if ensemble.members < max(needed, Int(EnsembleHealth.minimum)) {
            throw LearningError.tooFewMembers(
                members: ensemble.members, figures: figures.count, needed: max(needed, 1_000))
        }
        let guides = figures.compactMap(\.guide)
        let hasNormal = figures.contains { $0.likelihood.isNormal }
        var pass = try look(figures, year: year, recordsScores: hasNormal)
        var results = pass.results(threads: ensemble.threads)
        if hasNormal { try pass.explain(&results) }
        try Self.refuseContradictions(results, year: year)
        var logEvidence = 0.0
        // Shares of the evidence that are still to be taken.
        var (bent, economy) = (figures.contains { $0.isBent && $0.likelihood.isNormal } ? 1.0 : 0, 1.0)
        if !figures.contains(where: { !$0.isBent && $0.guide == nil && $0.likelihood.isNormal }) { economy = 0 }
        // Without one the weights depend on nothing but whether starting sizes were moved too far.
        let weighs = figures.contains { !$0.likelihood.isNormal || $0.isBent }
        for step in 1...Self.steps where bent + economy > 0 {
            let affordable = pass.affordableShare(most: bent, floor: Self.floor)
            if affordable >= bent && economy == 0 { break }
            // A little at a time: members that have come nearer can bear more by weights.
            let bentShare =
                affordable >= bent ? 0 : step < Self.steps ? min(bent - affordable, bent / 6) : bent - affordable
            let economyShare = economy > 0 ? 1 / Double(Self.economySteps) : 0
            let update = try pass.kalmanUpdate { $0.guide != nil ? 0 : $0.isBent ? bentShare : economyShare }
            logEvidence += update.logEvidence
            update.apply(
                to: &learned, distances: pass.normal.map { pass.predictions[$0] },
                names: pass.normal.map { figures[$0].name }, year: year, step: step, seed: model.seed)
            model.learned = learned
            bent -= bentShare
            economy = step == Self.economySteps ? 0 : max(economy - economyShare, 0)
            let isLast = bent + economy == 0
            // The guides have the members looked at once more.
            if isLast && !guides.isEmpty { break }
            pass = isLast && !weighs ? try lookAtStart() : try look(figures, year: year, recordsScores: !isLast)
        }
        if !guides.isEmpty {
            // Last, so that they are held against centers that know the rest.
            learned.guide(by: guides)
            model.learned = learned
            pass = try look(figures, year: year, recordsScores: false)
        }
        try weigh(pass, results, share: bent, year: year, logEvidence: logEvidence)
    }

    /// A figure farther away than this, in sd of prediction and error together, is a mistake in one of them.
    private static let farthest = 6.0

    private static func refuseContradictions(_ results: [FigureResult], year: Int) throws {
        guard let figure = results.first(where: { abs($0.surprise ?? 0) > farthest }), let surprise = figure.surprise
        else { return }
        throw LearningError.contradiction(
            figure: "\(figure.indicator)/\(year)", observed: figure.point.value * figure.display.scale,
            low: figure.predicted.p5 * figure.display.scale, high: figure.predicted.p95 * figure.display.scale,
            unit: figure.display.unit, deviations: surprise)
    }

    /// The model with all that was learned so far, for the members that it was learned with. It may start from something
    /// else than the learner's own: accepted attempts stay behind.
    func learnedModel(_ model: Model) -> Model {
        var model = model
        model.learned = learned.isEmpty ? nil : learned
        model.points = self.model.points
        return model
    }

    /// Weighs the members by counts, bounds and what the scenario knows of the start; resamples; keeps the vintage.
    ///
    /// - Parameter logEvidence: ln of the likelihood of what the smoother has taken.
    private mutating func weigh(
        _ pass: LearningPass, _ results: [FigureResult], share: Double, year: Int, logEvidence: Double
    ) throws {
        var results = results
        pass.explainWeights(&results)
        let (weights, logLargest) = pass.weights(share: share)
        let health = EnsembleHealth(weights: weights)
        if health.hasCollapsed {
            let named = pass.figures.filter { !$0.likelihood.isNormal || $0.isBent }.map { figure in
                (name: figure.name, chance: pass.chance(of: figure))
            }
            throw LearningError.collapsed(
                year: year, effective: health.effectiveMembers, members: ensemble.members, figures: named)
        }
        learned.resample(weights: weights, year: year, seed: model.seed)
        model.learned = learned
        vintages.append(
            .init(
                year: year, figures: results, health: health,
                contradictions: pass.contradictory.count { $0 },
                logEvidence: logEvidence + logLargest + logarithm(weights.reduce(0, +) / Double(weights.count))))
    }

    /// Looks only whether the starting sizes contradict what the scenario knows: no year is projected.
    private mutating func lookAtStart() throws -> LearningPass {
        try look([], year: model.scenario.start, recordsScores: false)
    }

    /// Projects through the year and looks at what the members say of the figures.
    private mutating func look(_ figures: [LearnedFigure], year: Int, recordsScores: Bool) throws -> LearningPass {
        let (rows, model) = (ensemble.blockSize, model)
        let run = try ensemble.run(
            model, in: blocks, through: year, recordsScores: recordsScores,
            makeObserver: { FigureObserver(figures: figures, rows: rows, recordsScores: recordsScores) })
        if self.model.acceptedAttempts == nil {
            self.model.acceptedAttempts = AcceptedAttempts(
                ensemble.range, blocks: run.observers.flatMap(\.blocks).map { ($0.first, $0.attempts) })
        }
        return LearningPass(figures: figures, model: model, members: ensemble.range, run: run)
    }
}
