import Projection

/// Records all that a run projects side by side, for one worker.
final class RunObserver: EnsembleObserver, SketchKeeper {
    /// One per model.
    let recorders: [ScenarioRecorder]
    let pairs: [PairRecorder]
    private let places: Int
    private let ahead: OutcomeObserver?

    /// - Parameters:
    ///   - places: of the plans in the sums.
    ///   - ahead: figures that are about to come; how the outcomes of the first model go with them is added to the sums.
    init(plans: [ScenarioPlan], pairs: [PairPlan], rows: Int, places: Int, ahead: [LearnedFigure] = []) {
        recorders = plans.map { ScenarioRecorder(plan: $0, rows: rows) }
        self.pairs = pairs.map { PairRecorder(plan: $0, rows: rows) }
        self.places = places
        self.ahead =
            ahead.isEmpty ? nil : OutcomeObserver(figures: ahead, outcomes: plans[0].headlines, rows: rows)
    }

    func observe(_ blocks: [BlockProjection]) throws -> [Double] {
        var sums = [Double](repeating: 0, count: places)
        for (recorder, block) in zip(recorders, blocks) { recorder.observe(block, sums: &sums) }
        for (index, pair) in pairs.enumerated() {
            pair.observe(
                base: recorders[0], blocks[0], alternative: recorders[index + 1], blocks[index + 1], sums: &sums)
        }
        if let ahead { sums += ahead.sums(blocks[0], recorders[0]) }
        return sums
    }

    func merge(_ other: RunObserver) {
        for (own, others) in zip(recorders, other.recorders) { own.merge(others) }
        for (own, others) in zip(pairs, other.pairs) { own.merge(others) }
    }

    func forEachSketch(_ body: (inout QuantileSketch) -> Void) {
        for recorder in recorders { recorder.forEachSketch(body) }
        for pair in pairs { pair.forEachSketch(body) }
    }
}
