import Elementwise
import Sampling

/// The draws of one block of members: those of the streams, or as observations have moved them.
///
/// With nothing learned the numbers are those of ``Sampling/RandomStream`` bit for bit, or of the model's points.
public final class BlockDraws {
    /// Number of the block's first member.
    public private(set) var firstMember = 0
    let rows: Int
    /// Scores of the block's draws, kept for an update; nil unless one is being prepared.
    let record: ScoreRecord?
    private let learned: LearnedDraws?
    private let points: HeldPoints?
    private let scores: BlockColumns
    /// Weights of all updates at the members that the rows come from: a column for each observation, in order.
    private let weights: BlockColumns
    private var gathered: [Double] = []

    /// - Parameter records: whether the normal score of every draw is kept.
    init(rows: Int, learned: LearnedDraws?, points: HeldPoints?, records: Bool) {
        self.rows = rows
        self.learned = learned
        self.points = points
        record = records ? ScoreRecord(rows: rows) : nil
        scores = BlockColumns(rows: rows, columns: 1)
        weights = BlockColumns(rows: rows, columns: learned?.observations ?? 0)
    }

    func begin(firstMember: Int) {
        self.firstMember = firstMember
        gatherWeights()
    }

    /// Rows beyond the last member are padding: they have no weight.
    private func gatherWeights() {
        guard let learned else { return }
        let (used, start) = (min(rows, learned.range.upperBound - firstMember), firstMember - learned.range.lowerBound)
        var column = 0
        for (update, lineage) in zip(learned.updates, learned.lineages) {
            for observation in 0..<update.observations {
                let (place, first) = (weights.column(column), observation * learned.members)
                for row in 0..<used {
                    place[row] = update.weights[first + (lineage.map { Int($0[start + row]) } ?? start + row)]
                }
                for row in used..<rows { place[row] = 0 }
                column += 1
            }
        }
    }

    /// Fills the buffer with values of a distribution.
    ///
    /// - Parameter settled: the year that the draw belongs to; nil for what is drawn once.
    func quantiles(
        of distribution: Distribution, _ stream: RandomStream, step: UInt32, settled: Int?,
        into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        let key = DrawKey(stream, step: step)
        guard isMoved(key, settled: settled) else {
            uniforms(of: stream, step: step, settled: settled, into: buffer)
            return distribution.fill(quantilesOf: buffer)
        }
        normals(of: stream, step: step, settled: settled, into: buffer)
        distribution.fill(quantilesOfScores: buffer)
    }

    /// Fills the buffer with uniforms.
    ///
    /// - Parameter settled: the year that the draw belongs to; nil for what is drawn once.
    func uniforms(
        of stream: RandomStream, step: UInt32, settled: Int?, into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        fill(stream, step: step, settled: settled, into: buffer)
        let key = DrawKey(stream, step: step)
        let isMoved = isMoved(key, settled: settled)
        guard isMoved || record != nil else { return }
        let score = scores.column(0)
        _ = score.update(fromContentsOf: UnsafeBufferPointer(buffer))
        normalQuantile(inPlace: score)
        if isMoved { move(key, settled: settled, score) }
        record?.keep(key, score)
        guard isMoved else { return }
        _ = buffer.update(fromContentsOf: UnsafeBufferPointer(score))
        takeOpenUniforms(buffer)
    }

    /// Fills the buffer with standard normals.
    func normals(
        of stream: RandomStream, step: UInt32, settled: Int?, into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        fill(stream, step: step, settled: settled, into: buffer)
        normalQuantile(inPlace: buffer)
        guard learned != nil || record != nil else { return }
        let key = DrawKey(stream, step: step)
        move(key, settled: settled, buffer)
        record?.keep(key, buffer)
    }

    /// Fills the buffer with Laplace values of mean 0 and variance 1.
    func laplaces(
        of stream: RandomStream, step: UInt32, settled: Int?, into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        guard isMoved(DrawKey(stream, step: step), settled: settled) else {
            uniforms(of: stream, step: step, settled: settled, into: buffer)
            return laplaceQuantile(inPlace: buffer)
        }
        normals(of: stream, step: step, settled: settled, into: buffer)
        laplaceQuantile(ofScores: buffer)
    }

    /// Fills the buffer with the uniforms of what is drawn once, as they were before any observation.
    func unmoved(_ stream: RandomStream, step: UInt32, into buffer: UnsafeMutableBufferPointer<Double>) {
        fill(stream, step: step, settled: nil, into: buffer)
    }

    /// The uniform of one member in an attempt at what is drawn once, as it was before any observation.
    func unmoved(_ stream: RandomStream, attempt: UInt32, member: UInt64) -> Double {
        points?.dimension(of: stream, step: attempt)?.uniform(point: member)
            ?? stream.uniform(step: attempt, member: member)
    }

    /// The member of the first population that a row comes from: what its draws are keyed by.
    func origin(of row: Int) -> Int {
        guard let learned, let lineage = learned.lineages.first ?? nil, firstMember + row < learned.range.upperBound
        else { return firstMember + row }
        return learned.range.lowerBound + Int(lineage[firstMember - learned.range.lowerBound + row])
    }

    /// Figures that are built into the luck of units of a portfolio in a year.
    func guides(of portfolio: String, year: Int) -> [UnitGuide] {
        learned?.guides.filter { $0.portfolio == portfolio && $0.year == year } ?? []
    }

    /// Keeps the score of a draw whose value was settled elsewhere.
    func note(_ stream: RandomStream, step: UInt32, scores: UnsafeMutableBufferPointer<Double>) {
        record?.keep(DrawKey(stream, step: step), scores)
    }

    /// Whether draws that are held over all years are moved or kept: then single ones need their scores.
    var needsScores: Bool { learned.map { $0.count > 0 } ?? false || record != nil }

    /// Moves scores of a stream that is drawn once, in its accepted attempt, and keeps them; false when none has moved.
    func settle(_ stream: RandomStream, _ scores: UnsafeMutableBufferPointer<Double>) -> Bool {
        let key = DrawKey(stream, step: 0)
        let isMoved = isMoved(key, settled: nil)
        if isMoved { move(key, settled: nil, scores) }
        record?.keep(key, scores)
        return isMoved
    }

    // MARK: Inside

    private func isMoved(_ key: DrawKey, settled: Int?) -> Bool {
        guard let learned, let last = learned.moves[key]?.last else { return false }
        return last.update >= learned.firstUpdate(settled: settled)
    }

    /// Adds the shifts of all updates that the draw has part in.
    private func move(_ key: DrawKey, settled: Int?, _ scores: UnsafeMutableBufferPointer<Double>) {
        guard let learned, let moves = learned.moves[key] else { return }
        let firstUpdate = learned.firstUpdate(settled: settled)
        for own in moves where own.update >= firstUpdate {
            let (update, column) = (learned.updates[own.update], learned.observationsBefore[own.update])
            for observation in 0..<update.observations {
                let gain = update.gains[own.firstGain + observation]
                if gain != 0 { scores.add(gain, times: weights.column(column + observation)) }
            }
        }
    }

    /// Uniforms of the members that the rows come from, in the population in which the draw was first made.
    private func fill(
        _ stream: RandomStream, step: UInt32, settled: Int?, into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        guard let learned, case let first = learned.firstUpdate(settled: settled), first < learned.count,
            let lineage = learned.lineages[first]
        else {
            source(stream, step: step, settled: settled, firstMember: firstMember, into: buffer)
            return
        }
        // Ancestors ascend, so that a block's lie close together.
        let (used, start) = (min(rows, learned.range.upperBound - firstMember), firstMember - learned.range.lowerBound)
        let (low, high) = (Int(lineage[start]), Int(lineage[start + used - 1]))
        let span = high - low + 1
        if gathered.count < span { gathered = [Double](repeating: 0, count: span) }
        gathered.withUnsafeMutableBufferPointer { all in
            source(
                stream, step: step, settled: settled, firstMember: learned.range.lowerBound + low,
                into: UnsafeMutableBufferPointer(rebasing: all[0..<span]))
            for row in 0..<used { buffer[row] = all[Int(lineage[start + row]) - low] }
            // Padding repeats the last member: its values are not used, but must be possible.
            for row in used..<buffer.count { buffer[row] = buffer[used - 1] }
        }
    }

    /// Uniforms of neighbouring members of the first population: coordinates of points where the draw has a dimension.
    private func source(
        _ stream: RandomStream, step: UInt32, settled: Int?, firstMember: Int,
        into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        if settled == nil, let dimension = points?.dimension(of: stream, step: step) {
            dimension.fill(firstPoint: UInt64(firstMember), into: buffer)
        } else {
            stream.fill(step: step, firstMember: UInt64(firstMember), into: buffer)
        }
    }
}

/// The normal scores of a block's draws, in the order in which they were first drawn.
final class ScoreRecord {
    private let rows: Int
    private var places: [DrawKey: Int] = [:]
    private(set) var keys: [DrawKey] = []
    private(set) var columns: [BlockColumns] = []

    init(rows: Int) { self.rows = rows }

    func keep(_ key: DrawKey, _ scores: UnsafeMutableBufferPointer<Double>) {
        precondition(scores.count == rows, "scores of all rows")
        if let place = places[key] {
            _ = columns[place].column(0).update(fromContentsOf: UnsafeBufferPointer(scores))
        } else {
            places[key] = keys.count
            keys.append(key)
            columns.append(BlockColumns(column: UnsafeBufferPointer(scores)))
        }
    }
}
