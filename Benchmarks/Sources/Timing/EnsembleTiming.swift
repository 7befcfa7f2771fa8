import Goals
import LinearAlgebra
import Projection
import Scenarios

/// Times of a scenario's projection, without reading its files.
struct EnsembleTiming {
    let scenario: Scenario
    let members: Int
    let threads: Int

    init(_ path: String, members: Int, threads: Int) throws {
        scenario = try ScenarioLoader().load(path: path).scenario
        self.members = members
        self.threads = threads
        BLASThreads.useOne()
    }

    /// What `milepost run` computes: all variables, all targets, and with levers what each half of the loop adds.
    func project() throws -> Double {
        try timed { try Goals.project(scenario, options: RunOptions(members: members, threads: threads)) }.seconds
    }

    /// The ensemble with the targets' distributions and odds alone: what an analyst's script computes.
    func targets() throws -> Targets {
        let (compiling, model) = try timed { try Model(scenario, seed: 1) }
        let (projecting, summaries) = try timed {
            let run = try Ensemble(members: members, threads: threads).run(
                [model], conditionalYears: [[]], makeObserver: { try! TargetObserver(model) })
            for other in run.observers.dropFirst() { run.observers[0].merge(other) }
            return run.observers[0].summaries(members: members)
        }
        return Targets(seconds: compiling + projecting, compiling: compiling, summaries: summaries)
    }

    struct Targets {
        let seconds: Double
        /// Of them, making the model of the scenario: the base year, and the inverse of its table.
        let compiling: Double
        let summaries: [TargetSummary]
    }
}

/// The last year of a target: what both sides must agree on.
struct TargetSummary {
    let id: String
    let mean: Double
    let odds: Double
    let quantiles: [Double]

    static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]
}

/// Records the values of all targets in all years, and the odds at the end.
final class TargetObserver: EnsembleObserver {
    private let model: Model
    private let targets: [(target: Target, evaluator: IndicatorEvaluator)]
    private var sketches: [[QuantileSketch]]
    /// By target, over the members of the last year.
    private var last: [(sum: Double, met: Int)]
    private var values: BlockColumns?

    init(_ model: Model) throws {
        self.model = model
        targets = try model.scenario.targets.map { target in
            (
                target,
                try IndicatorEvaluator(
                    target.readings[0].indicator, target: target.id, reading: target.readings[0].id, model: model)
            )
        }
        let years = model.scenario.end - model.scenario.start
        sketches = targets.map { _ in (0..<years).map { _ in QuantileSketch() } }
        last = targets.map { _ in (0, 0) }
    }

    func merge(_ other: TargetObserver) {
        for target in sketches.indices {
            for year in sketches[target].indices { sketches[target][year].merge(other.sketches[target][year]) }
            last[target].sum += other.last[target].sum
            last[target].met += other.last[target].met
        }
    }

    func observe(_ blocks: [BlockProjection]) throws -> [Double] {
        let block = blocks[0]
        let scratch = values ?? BlockColumns(rows: block.economy.outputs[0].rows, columns: 1)
        values = scratch
        for (index, entry) in targets.enumerated() {
            for year in sketches[index].indices {
                entry.evaluator.evaluate(block, year: year + 1, into: scratch.column(0))
                let used = UnsafeBufferPointer(rebasing: scratch.column(0)[0..<block.memberCount])
                sketches[index][year].add(used)
                guard year == sketches[index].count - 1 else { continue }
                last[index].sum += used.reduce(0, +)
                last[index].met += used.count { entry.target.goal.isMet(by: $0) }
            }
        }
        return []
    }

    func summaries(members: Int) -> [TargetSummary] {
        targets.enumerated().map { index, entry in
            TargetSummary(
                id: entry.target.id, mean: last[index].sum / Double(members),
                odds: Double(last[index].met) / Double(members),
                quantiles: TargetSummary.probabilities.map(sketches[index].last!.quantile))
        }
    }
}
