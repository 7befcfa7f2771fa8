import LinearAlgebra
import Projection
import RealModule
import Scenarios

/// How the targets' outcomes go with figures that are about to come: what each figure will move.
///
/// Outcomes are those of the headline readings at their deadlines, on the scale on which they move about linearly.
struct OutcomeMoments: Sendable {
    private let figures: [LearnedFigure]
    private let outcomes: [ReadingPlan]
    private let sums: [Double]
    private let count: Double

    /// - Parameter sums: of all blocks' ``OutcomeObserver/sums(_:_:)``.
    init(figures: [LearnedFigure], outcomes: [ReadingPlan], sums: [Double], members: Int) {
        self.figures = figures
        self.outcomes = outcomes
        self.sums = sums
        count = Double(members)
    }

    static func length(figures: Int, outcomes: Int) -> Int { figures + figures * figures + outcomes * (1 + figures) }

    private func mean(_ figure: Int) -> Double { sums[figure] / count }

    private func covariance(_ a: Int, _ b: Int) -> Double {
        sums[figures.count + a * figures.count + b] / count - mean(a) * mean(b)
    }

    private func covariance(outcome: Int, _ figure: Int) -> Double {
        let start = figures.count * (1 + figures.count)
        let own = sums[start + outcome] / count
        return sums[start + outcomes.count + outcome * figures.count + figure] / count - own * mean(figure)
    }

    /// Says of each figure how far it moves the median of each target, the normal figures of a year taken together.
    ///
    /// - Parameter before: what was thought before the figures came.
    func explain(_ results: inout [FigureResult], of before: ScenarioResult) throws {
        let normal = figures.indices.filter { figures[$0].likelihood.isNormal }
        var inverse: CholeskyFactorization?
        if !normal.isEmpty {
            var matrix = Matrix(rows: normal.count, columns: normal.count)
            for (row, a) in normal.enumerated() {
                for (column, b) in normal.enumerated() { matrix[row, column] = covariance(a, b) }
                if case .normal(_, let error) = figures[a].likelihood { matrix[row, row] += error * error }
            }
            inverse = try CholeskyFactorization(matrix)
        }
        for (position, figure) in figures.enumerated() {
            guard let index = results.firstIndex(where: { $0.indicator == figure.indicator }) else { continue }
            var weights = [Double](repeating: 0, count: figures.count)
            if let place = normal.firstIndex(of: position), let inverse {
                let innovation = normal.indices.map { $0 == place ? -mean(position) : 0 }
                for (value, target) in zip(try inverse.solve(innovation), normal) { weights[target] = value }
            } else if mean(position) > 0 {
                weights[position] = 1 / mean(position)
            }
            results[index].movedTargets = outcomes.indices.map { outcome in
                let shift = figures.indices.reduce(0) { $0 + weights[$1] * covariance(outcome: outcome, $1) }
                let plan = outcomes[outcome]
                let median = before.targets.first { $0.target.id == plan.target.id }?.headline.atDeadline.p50 ?? .nan
                return (plan.target.id, plan.reading.indicator.delinearised(median, moved: shift))
            }
        }
    }
}

/// Collects ``OutcomeMoments``, for one worker.
final class OutcomeObserver {
    private let figures: [LearnedFigure]
    private let outcomes: [Int]
    private let columns: BlockColumns
    private let scratch: BlockColumns

    /// - Parameter outcomes: indices of the headline readings.
    init(figures: [LearnedFigure], outcomes: [Int], rows: Int) {
        self.figures = figures
        self.outcomes = outcomes
        columns = BlockColumns(rows: rows, columns: figures.count)
        scratch = BlockColumns(rows: rows, columns: outcomes.count)
    }

    /// - Precondition: the recorder has observed the block just now.
    func sums(_ block: BlockProjection, _ recorder: ScenarioRecorder) -> [Double] {
        for (index, figure) in figures.enumerated() {
            let values = columns.column(index)
            figure.predict(block, into: values)
            if !figure.likelihood.isNormal {
                for row in values.indices { values[row] = figure.likelihood.weight(values[row]) }
            }
        }
        for (index, reading) in outcomes.enumerated() {
            recorder.readings[reading].outcome(into: scratch.column(index))
        }
        let said = (0..<columns.columns).map { used(columns.column($0), in: block) }
        let reached = (0..<scratch.columns).map { used(scratch.column($0), in: block) }
        return said.map(sum) + said.flatMap { a in said.map { dot(a, $0) } } + reached.map(sum)
            + reached.flatMap { a in said.map { dot(a, $0) } }
    }
}

extension Indicator {
    /// The change of a value when its linearised form moves by `shift`.
    fileprivate func delinearised(_ value: Double, moved shift: Double) -> Double {
        switch self {
        case .total, .unit, .level: return value * Double.expMinusOne(shift)
        case .share, .satellite(_, unit: .share):
            let odds = value / (1 - value) * Double.exp(shift)
            return odds / (1 + odds) - value
        case .cumulative, .count, .growth, .satellite: return shift
        }
    }
}
