import Projection
import Scenarios

/// Which unpublished figures would narrow the verdicts most.
///
/// For a quantity X and the outcome Y of a target, from the same members: X is cut into ranges of equally many members,
/// and the means within them give Var E(Y | X), less what their noise adds.
/// - Parameter known: last year with published figures; nil where there are none.
/// - Cost: one projection of up to 20,000 members, and a sort per quantity.
func nextFigures(of model: Model, ensemble: Ensemble, known: Int?) throws -> [NextFigure] {
    var layout = SumLayout()
    let plan = try ScenarioPlan(model: model, layout: &layout)
    guard !plan.headlines.isEmpty else { return [] }
    let candidates = try Candidate.all(of: model, known: known ?? model.scenario.start)
    let places = layout.count
    let members = min(ensemble.members, mostMembers)
    let run = try Ensemble(members: members, threads: ensemble.threads, blockSize: ensemble.blockSize).run(
        [model], conditionalYears: [plan.conditionalYears],
        makeObserver: {
            CandidateObserver(
                candidates: candidates, recorder: ScenarioRecorder(plan: plan, rows: ensemble.blockSize), places: places
            )
        })
    let blocks = run.observers.flatMap(\.blocks).sorted { $0.first < $1.first }
    func joined(_ part: (CandidateObserver.Block) -> [Double]) -> [Double] { blocks.flatMap(part) }
    let outcomes = plan.headlines.indices.map { index in joined { $0.outcomes[index] } }
    let chances = plan.headlines.indices.map { index in joined { $0.chances[index] } }
    var figures: [NextFigure] = []
    for (index, candidate) in candidates.enumerated() {
        let values = joined { $0.values[index] }
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        func quantile(_ p: Double) -> Double { values[order[Int(p * Double(order.count - 1))]] }
        guard quantile(0.05) < quantile(0.95) else { continue }
        let effects = plan.headlines.indices.map { position -> NextFigure.Effect in
            let target = plan.readings[plan.headlines[position]].target
            let spread = explainedShare(of: outcomes[position], by: values, order: order)
            let mean = chances[position].reduce(0, +) / Double(members)
            let isTelling = mean * Double(members) >= 100 && (1 - mean) * Double(members) >= 100
            return NextFigure.Effect(
                target: target.id, name: target.name, nameChinese: target.nameChinese,
                rangeCut: 1 - (1 - spread).squareRoot(),
                verdictResolved: isTelling
                    ? explainedShare(
                        of: chances[position], by: values, order: order, variance: mean * (1 - mean)) : nil)
        }.sorted { $0.rangeCut > $1.rangeCut }
        figures.append(
            NextFigure(
                subject: candidate.subject, subjectChinese: candidate.subjectChinese, year: candidate.year,
                expected: (quantile(0.05), quantile(0.5), quantile(0.95)), display: candidate.display,
                effects: effects))
    }
    return figures.sorted { $0.largestCut > $1.largestCut }
}

private let mostMembers = 20_000

/// Var E(Y | X) over a variance (Y's own unless given), with X cut into ranges.
private func explainedShare(
    of outcome: [Double], by values: [Double], order: [Int], variance given: Double? = nil
) -> Double {
    let count = Double(order.count)
    let mean = outcome.reduce(0, +) / count
    let total = outcome.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    guard total > 0 else { return 0 }
    let ranges = max(2, min(50, order.count / 100))
    var (between, noise, used) = (0.0, 0.0, 0)
    var start = 0
    for range in 0..<ranges {
        var end = (range + 1) * order.count / ranges
        // Members with one value stay together: a count has few.
        while end > start, end < order.count, values[order[end]] == values[order[end - 1]] { end += 1 }
        guard end > start else { continue }
        let part = order[start..<end]
        let own = part.reduce(0) { $0 + outcome[$1] } / Double(part.count)
        let within = part.reduce(0) { $0 + (outcome[$1] - own) * (outcome[$1] - own) }
        between += Double(part.count) * (own - mean) * (own - mean)
        if part.count > 1 { noise += within / Double(part.count - 1) }
        used += 1
        start = end
    }
    guard used > 1 else { return 0 }
    // Means of parts vary by chance as well: by the variance within, once per part less one.
    let corrected = (between - noise / Double(used) * Double(used - 1)) / count
    return min(max(corrected / (given ?? total), 0), 1)
}

/// A quantity that could be published.
private struct Candidate: Sendable {
    let subject: String
    let subjectChinese: String?
    let year: Int
    let display: Display
    let evaluator: IndicatorEvaluator

    /// What targets and followed quantities count, the totals of portfolios and their units, in the base year, the last
    /// known year and the next, before any deadline, unless it is published.
    static func all(of model: Model, known: Int) throws -> [Candidate] {
        let scenario = model.scenario
        let last = (scenario.targets.map(\.deadline).min() ?? scenario.end) - 1
        let years = Set([scenario.start, known, known + 1]).filter { $0 >= scenario.start && $0 <= last }.sorted()
        var candidates: [Candidate] = []
        var seen: [Indicator] = []
        func add(
            _ indicator: Indicator, _ subject: String, _ chinese: String?, published: [ObservedSeries],
            target: String = "", reading: String = ""
        ) throws {
            guard !seen.contains(indicator) else { return }
            seen.append(indicator)
            let evaluator = try IndicatorEvaluator(indicator, target: target, reading: reading, model: model)
            let points = published.published?.points ?? []
            for year in years where year - scenario.start >= evaluator.firstYear {
                // A range that nobody has verified leaves the figure to be found out.
                if points.contains(where: { $0.year == year && $0.quality != .u }) { continue }
                candidates.append(
                    Candidate(
                        subject: subject, subjectChinese: chinese, year: year, display: indicator.display(in: model),
                        evaluator: evaluator))
            }
        }
        for target in scenario.targets {
            let headline = target.headline
            try add(
                headline.indicator, target.name, target.nameChinese, published: headline.observed, target: target.id,
                reading: headline.id)
        }
        for tracked in scenario.tracked {
            try add(tracked.indicator, tracked.name, tracked.nameChinese, published: tracked.observed)
        }
        for portfolio in scenario.portfolios {
            try add(
                .total(portfolio: portfolio.id), "\(portfolio.name): total output",
                portfolio.nameChinese.map { "\($0)总产值" }, published: [])
            for unit in portfolio.units {
                try add(.unit(unit.id, portfolio: portfolio.id), unit.name, unit.nameChinese, published: [])
            }
        }
        return candidates
    }
}

private final class CandidateObserver: EnsembleObserver {
    struct Block {
        let first: Int
        let values: [[Double]]
        let outcomes: [[Double]]
        let chances: [[Double]]
    }

    private(set) var blocks: [Block] = []
    private let candidates: [Candidate]
    private let recorder: ScenarioRecorder
    private let places: Int
    private let scratch: BlockColumns

    init(candidates: [Candidate], recorder: ScenarioRecorder, places: Int) {
        self.candidates = candidates
        self.recorder = recorder
        self.places = places
        scratch = BlockColumns(rows: recorder.rows, columns: 1)
    }

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        var sums = [Double](repeating: 0, count: places)
        for reading in recorder.readings { reading.observe(block, sums: &sums) }
        let values = scratch.column(0)
        let said = candidates.map { candidate in
            candidate.evaluator.evaluate(block, year: candidate.year - block.model.scenario.start, into: values)
            return Array(used(values, in: block))
        }
        let headlines = recorder.plan.headlines.map { recorder.readings[$0] }
        self.blocks.append(
            Block(
                first: block.firstMember, values: said,
                outcomes: headlines.map { reading in
                    reading.outcome(into: values)
                    return Array(used(values, in: block))
                },
                chances: headlines.map { reading in
                    Array(used(reading.chances.column(reading.plan.deadlineIndex), in: block))
                }))
        return []
    }
}
