import Projection
import RealModule
import Sampling
import Scenarios

/// Takes the figures of a scenario in order of year and updates the whole ensemble with each year's.
///
/// Figures that are about normal (levels, shares, rates of growth) enter by an ensemble smoother in two steps that
/// share the evidence, counts and bounds by importance weights with resampling. All figures of a year enter together,
/// so that their order does not matter.
struct Learner {
    let plan: FigurePlan
    let ensemble: Ensemble
    private(set) var model: Model
    private(set) var vintages: [LearningReport.Vintage] = []
    private var learned: LearnedDraws

    /// Steps of the smoother: with two, a prediction that bends is followed better, at twice the cost.
    static let steps = 2
    /// Members for each figure of a year that sample covariances need.
    private static let membersPerFigure = 20

    init(model: Model, ensemble: Ensemble) throws {
        self.model = model
        self.ensemble = ensemble
        plan = try FigurePlan(model)
        learned = LearnedDraws(members: ensemble.members)
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
        var pass = try look(figures, year: year, recordsScores: figures.contains { $0.likelihood.isNormal })
        var results = pass.results()
        if !pass.normal.isEmpty {
            for step in 1...Self.steps {
                if step > 1 { pass = try look(figures, year: year, recordsScores: true) }
                let update = try pass.kalmanUpdate(inflation: Double(Self.steps))
                if step == 1 { try pass.explain(&results) }
                update.apply(
                    to: &learned, distances: pass.normal.map { pass.predictions[$0] },
                    names: pass.normal.map { figures[$0].name }, year: year, step: step, seed: model.seed)
                model.learned = learned
            }
            pass = try look(figures, year: year, recordsScores: false)
        }
        try weigh(pass, results, year: year)
    }

    /// The model with all that was learned so far.
    func learnedModel(_ model: Model) -> Model {
        var model = model
        model.learned = learned.count > 0 ? learned : nil
        return model
    }

    /// Weighs the members by counts, bounds and what the scenario knows of the start; resamples; keeps the vintage.
    private mutating func weigh(_ pass: LearningPass, _ results: [FigureResult], year: Int) throws {
        var results = results
        pass.explainWeights(&results)
        let weights = pass.weights()
        let health = EnsembleHealth(weights: weights)
        if health.hasCollapsed {
            let named = pass.figures.filter { !$0.likelihood.isNormal }.map { figure in
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
                contradictions: pass.contradictory.count { $0 }))
    }

    /// Projects through the year and looks at what the members say of the figures.
    private func look(_ figures: [LearnedFigure], year: Int, recordsScores: Bool) throws -> LearningPass {
        let (rows, model) = (ensemble.blockSize, model)
        let run = try ensemble.run(
            [model], conditionalYears: [[]], through: year, recordsScores: recordsScores,
            makeObserver: { FigureObserver(figures: figures, rows: rows, recordsScores: recordsScores) })
        return LearningPass(figures: figures, model: model, members: ensemble.members, run: run)
    }
}
