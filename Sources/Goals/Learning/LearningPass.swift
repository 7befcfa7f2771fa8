import Projection
import Sampling
import Scenarios

/// What all members say of the figures of one year, and what follows from it.
struct LearningPass {
    let figures: [LearnedFigure]
    /// Figure × member: distances on the figure's scale, or natural values of counts and bounds.
    let predictions: [[Double]]
    /// Members whose moved starting sizes contradict what the scenario knows.
    let contradictory: [Bool]
    /// ln of the weight that figures built into units' luck give each member.
    let guideWeights: [Double]
    /// Indices of the figures that can enter by the smoother.
    let normal: [Int]
    private let moments: ScoreMoments?
    private let inputs: InputMoments

    init(
        figures: [LearnedFigure], model: Model, members range: Range<Int>,
        run: (observers: [FigureObserver], sums: DyadicSums)
    ) {
        let members = range.count
        self.figures = figures
        normal = figures.indices.filter { figures[$0].likelihood.isNormal }
        var predictions = figures.map { _ in [Double](repeating: 0, count: members) }
        var contradictory = [Bool](repeating: false, count: members)
        var guideWeights = [Double](repeating: 0, count: members)
        for block in run.observers.flatMap(\.blocks) {
            let first = block.first - range.lowerBound
            for (index, values) in block.predictions.enumerated() {
                predictions[index].replaceSubrange(first..<first + values.count, with: values)
            }
            for row in block.contradictory { contradictory[first + row] = true }
            guideWeights.replaceSubrange(first..<first + block.guideWeights.count, with: block.guideWeights)
        }
        self.predictions = predictions
        self.contradictory = contradictory
        self.guideWeights = guideWeights
        let length = InputMoments.length(inputs: model.inputs.entries.count, figures: figures.count)
        let sums = run.sums.total
        inputs = InputMoments(
            Array(sums[0..<length]), names: model.inputs.entries.map(\.name), figures: figures.count,
            members: members)
        // A worker that came too late for any block has seen nothing.
        moments = run.observers.compactMap(\.keys).first.map {
            ScoreMoments(
                Array(sums[length...]), keys: $0,
                observations: figures.count { $0.likelihood.isNormal }, members: members)
        }
    }

    // MARK: The smoother

    /// A step that takes a share of the evidence of each normal figure; one without a share has no part in it.
    func kalmanUpdate(share: (LearnedFigure) -> Double) throws -> KalmanUpdate {
        try KalmanUpdate(
            moments!,
            errors: normal.map { index in
                let share = share(figures[index])
                return share > 0 ? error(figures[index]) / share.squareRoot() : nil
            })
    }

    private func error(_ figure: LearnedFigure) -> Double {
        guard case .normal(_, let error) = figure.likelihood else { return 0 }
        return error
    }

    /// Says of each normal figure how surprising it was and which inputs it moves, all of the year's taken together.
    func explain(_ results: inout [FigureResult]) throws {
        guard let moments else { return }
        let whole = try kalmanUpdate { _ in 1 }
        for (position, index) in normal.enumerated() {
            let deviation =
                (moments.covariance(position, position) + error(figures[index]) * error(figures[index])).squareRoot()
            results[index].surprise = -moments.meanDistance(position) / deviation
            // The figure's own part of the joint update: gain times its innovation.
            let innovation = normal.indices.map { $0 == position ? -moments.meanDistance($0) : 0 }
            let solved = whole.solve(innovation)
            results[index].moved = inputs.movers { input in
                normal.indices.reduce(0) { $0 + inputs.covariance(input, normal[$1]) * solved[$1] }
            }
        }
    }

    // MARK: Weights

    /// Product of the likelihoods of counts and bounds, and of a share of the evidence of bent figures; 0 for members that
    /// contradict the scenario. Over the largest of them, with its logarithm.
    func weights(share: Double) -> (weights: [Double], logLargest: Double) {
        var logs = guideWeights
        for (figure, values) in zip(figures, predictions) where !figure.likelihood.isNormal || figure.isBent {
            if case .normal(_, let error) = figure.likelihood {
                let scale = share / (2 * error * error)
                for member in logs.indices { logs[member] -= scale * values[member] * values[member] }
            } else {
                for member in logs.indices { logs[member] += logarithm(figure.likelihood.weight(values[member])) }
            }
        }
        for member in logs.indices where contradictory[member] { logs[member] = -.infinity }
        guard let largest = logs.max(), largest > -.infinity else { return (logs.map { _ in 0 }, -.infinity) }
        return (logs.map { exponential($0 - largest) }, largest)
    }

    /// The largest share of the evidence of bent figures, up to `most`, that leaves `floor` of the members' worth, or half
    /// of what counts and bounds leave where that is less.
    func affordableShare(most: Double, floor: Double) -> Double {
        let without = EnsembleHealth(weights: weights(share: 0).weights).effectiveMembers
        let least = min(floor * Double(contradictory.count), without / 2)
        func isAffordable(_ share: Double) -> Bool {
            EnsembleHealth(weights: weights(share: share).weights).effectiveMembers >= least
        }
        if isAffordable(most) { return most }
        var (low, high) = (0.0, most)
        for _ in 0..<12 {
            let middle = (low + high) / 2
            if isAffordable(middle) { low = middle } else { high = middle }
        }
        return low
    }

    /// Mean likelihood of a count or bound.
    func chance(of figure: LearnedFigure) -> Double {
        guard let index = figures.firstIndex(where: { $0.name == figure.name }) else { return 1 }
        return predictions[index].reduce(0) { $0 + figure.likelihood.weight($1) } / Double(predictions[index].count)
    }

    func explainWeights(_ results: inout [FigureResult]) {
        for (index, figure) in figures.enumerated() where !figure.likelihood.isNormal {
            let mean = inputs.figureMean(index)
            results[index].moved = mean > 0 ? inputs.movers { inputs.covariance($0, index) / mean } : []
        }
    }

    // MARK: What was expected

    /// The figures beside what the members expected of them.
    func results(threads: Int) -> [FigureResult] {
        concurrently(figures.count, threads: threads) { index in
            let (figure, values) = (figures[index], predictions[index])
            let sorted = values.sorted()
            func quantile(_ p: Double) -> Double {
                let rank = Double(sorted.count - 1) * p
                let low = Int(rank)
                let value = sorted[low] + (rank - Double(low)) * (sorted[min(low + 1, sorted.count - 1)] - sorted[low])
                let natural = figure.natural(value)
                if case .count = figure.likelihood { return natural.rounded() }
                return natural
            }
            var result = FigureResult(
                indicator: figure.indicator, subject: figure.subject, subjectChinese: figure.subjectChinese,
                display: figure.display, point: figure.point, sense: figure.rule.sense, error: nil,
                predicted: (quantile(0.05), quantile(0.5), quantile(0.95)), surprise: nil, chance: nil, moved: [])
            switch figure.likelihood {
            case .normal(_, let error): result.error = error / figure.scale.slope(figure.point.value)
            case .count(let observed, let error):
                result.error = error
                result.chance = Double(values.count { $0.rounded() == observed.rounded() }) / Double(values.count)
            case .bound(let floor, let limit, _):
                result.chance =
                    Double(values.count { floor ? $0 >= limit : $0 <= limit }) / Double(values.count)
            }
            return result
        }
    }
}

/// Looks at the figures of one year, block by block.
final class FigureObserver: EnsembleObserver {
    struct Block {
        let first: Int
        let predictions: [[Double]]
        let guideWeights: [Double]
        /// Rows whose starting sizes contradict the scenario.
        let contradictory: [Int]
        /// ``BlockProjection/acceptedAttempts``; empty where they are known.
        let attempts: [[UInt16]]
    }

    private(set) var blocks: [Block] = []
    private(set) var keys: ScoreKeys?
    fileprivate let figures: [LearnedFigure]
    private let recordsScores: Bool
    private let predictions: BlockColumns
    private let distances: BlockColumns
    private let likelihoods: BlockColumns

    init(figures: [LearnedFigure], rows: Int, recordsScores: Bool) {
        self.figures = figures
        self.recordsScores = recordsScores
        predictions = BlockColumns(rows: rows, columns: figures.count)
        distances = BlockColumns(rows: rows, columns: figures.count { $0.likelihood.isNormal })
        likelihoods = BlockColumns(rows: rows, columns: figures.count)
    }

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        var place = 0
        for (index, figure) in figures.enumerated() {
            let (values, likelihood) = (predictions.column(index), likelihoods.column(index))
            figure.predict(block, into: values)
            if figure.likelihood.isNormal {
                _ = distances.column(place).update(fromContentsOf: UnsafeBufferPointer(values))
                place += 1
                _ = likelihood.update(fromContentsOf: UnsafeBufferPointer(values))
            } else {
                for row in values.indices { likelihood[row] = figure.likelihood.weight(values[row]) }
            }
        }
        self.blocks.append(
            Block(
                first: block.firstMember,
                predictions: (0..<figures.count).map { Array(used(predictions.column($0), in: block)) },
                guideWeights: guideWeights(of: block),
                contradictory: (0..<block.memberCount).filter { row in
                    block.portfolios.contains { $0.contradictions.column(0)[row] != 0 }
                },
                attempts: block.model.acceptedAttempts == nil ? block.acceptedAttempts : []))
        var sums = InputMoments.sums(block, figures: likelihoods)
        if recordsScores {
            if keys == nil { keys = block.scoreKeys }
            sums += block.scoreSums(with: distances)
        }
        return sums
    }
}

extension FigureObserver {
    /// Of the figures' year, all portfolios together.
    private func guideWeights(of block: BlockProjection) -> [Double] {
        var weights = [Double](repeating: 0, count: block.memberCount)
        guard let year = figures.first?.year, year > block.model.scenario.start else { return weights }
        for portfolio in block.portfolios {
            let own = portfolio.guideWeights(year)
            for row in weights.indices { weights[row] += own[row] }
        }
        return weights
    }
}

/// Sums of the model's inputs and of their products with what members say of figures.
struct InputMoments {
    private let sums: [Double]
    private let names: [String]
    private let figures: Int
    private let count: Double

    init(_ sums: [Double], names: [String], figures: Int, members: Int) {
        self.sums = sums
        self.names = names
        self.figures = figures
        count = Double(members)
    }

    static func length(inputs: Int, figures: Int) -> Int { figures + 2 * inputs + inputs * figures }

    static func sums(_ block: BlockProjection, figures: BlockColumns) -> [Double] {
        let columns = (0..<figures.columns).map { used(figures.column($0), in: block) }
        let inputs = (0..<block.inputs.columns).map { used(block.inputs.column($0), in: block) }
        return columns.map(sum) + inputs.map(sum) + inputs.map { dot($0, $0) }
            + inputs.flatMap { input in columns.map { dot(input, $0) } }
    }

    func figureMean(_ figure: Int) -> Double { sums[figure] / count }

    private func inputMean(_ input: Int) -> Double { sums[figures + input] / count }

    private func deviation(_ input: Int) -> Double {
        let mean = inputMean(input)
        return max(sums[figures + names.count + input] / count - mean * mean, 0).squareRoot()
    }

    func covariance(_ input: Int, _ figure: Int) -> Double {
        sums[figures + 2 * names.count + input * figures + figure] / count - inputMean(input) * figureMean(figure)
    }

    /// Up to three inputs that move by a tenth of their sd or more, farthest first.
    func movers(_ shift: (Int) -> Double) -> [(input: String, deviations: Double)] {
        names.indices.compactMap { input -> (input: String, deviations: Double)? in
            let deviation = deviation(input)
            guard deviation > 1e-12 else { return nil }
            let moved = shift(input) / deviation
            return abs(moved) >= 0.1 ? (names[input], moved) : nil
        }.sorted { abs($0.deviations) > abs($1.deviations) }.prefix(3).map { $0 }
    }
}
