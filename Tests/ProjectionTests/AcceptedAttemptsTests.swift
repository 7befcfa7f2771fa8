import Projection
import RealModule
import TestSupport
import Testing

/// Starting sizes whose accepted attempts are known already are those that are found anew.
@Suite struct AcceptedAttemptsTests {
    /// Of a lognormal distribution, with known counts that most first attempts do not meet.
    private func model() throws -> Model {
        var fixture = ScenarioFixture()
        fixture.units = (1...6).map { "u\($0),goods:1,,," }
        fixture.portfolio = """
            size: {median: {p5: 30 亿元, p95: 90 亿元}, sd_log: {uniform: [0.4, 0.9]}}, \
            known: [{over: 100 亿元, is: 2}], premium: 1%, volatility: {at: 100 亿元, sd: 10%, size_exponent: 0}
            """
        return try Model(fixture.scenario(), seed: 1)
    }

    /// With the last block only partly in use.
    private let members = 600

    /// What the members have learned of a total, first by the smoother, then by weights; and their attempts.
    private func learn(_ model: Model) throws -> (learned: LearnedDraws, blocks: [(first: Int, attempts: [[UInt16]])]) {
        let run = try Ensemble(members: members, threads: 2, blockSize: 64).run(
            [model], conditionalYears: [[]], recordsScores: true, makeObserver: TotalObserver.init)
        let blocks = run.observers.flatMap(\.blocks).sorted { $0.first < $1.first }
        let moments = ScoreMoments(
            run.sums.total, keys: run.observers.compactMap(\.keys)[0], observations: 1, members: members)
        var learned = LearnedDraws(0..<members)
        let distances = blocks.flatMap(\.distances)
        try KalmanUpdate(moments, errors: [0.1]).apply(
            to: &learned, distances: [distances], names: ["total"], year: model.scenario.start, step: 1,
            seed: model.seed)
        learned.resample(weights: distances.map { 1 / (1 + $0 * $0) }, year: model.scenario.start, seed: model.seed)
        return (learned, blocks.map { ($0.first, $0.attempts) })
    }

    @Test func sizesAreTheSameBitForBit() throws {
        var model = try model()
        let (learned, blocks) = try learn(model)
        #expect(blocks.flatMap { $0.attempts[0] }.contains { $0 > 0 })
        model.learned = learned
        let last = model.scenario.end - model.scenario.start
        let quantities = (0..<6).flatMap { [size($0, 0), size($0, last)] }
        func bits() throws -> [[UInt64]] {
            try memberValues(model, members: members, quantities).map { $0.map(\.bitPattern) }
        }
        let anew = try bits()
        model.acceptedAttempts = AcceptedAttempts(0..<members, blocks: blocks)
        #expect(try bits() == anew)
        // That they are what is drawn.
        model.acceptedAttempts = AcceptedAttempts(
            0..<members, blocks: blocks.map { ($0.first, $0.attempts.map { $0.map { _ in 0 } }) })
        #expect(try bits() != anew)
    }

    /// With nothing learned nothing is moved, and the sizes are those of the first projection.
    @Test func withoutLearningTheyChangeNothing() throws {
        var model = try model()
        let (_, blocks) = try learn(model)
        let anew = try memberValues(model, members: members, [size(0, 0)])
        model.acceptedAttempts = AcceptedAttempts(0..<members, blocks: blocks)
        #expect(try memberValues(model, members: members, [size(0, 0)]) == anew)
    }
}

/// Distances of the starting total from 500 亿元, in logarithms.
private final class TotalObserver: EnsembleObserver {
    private(set) var blocks: [(first: Int, distances: [Double], attempts: [[UInt16]])] = []
    private(set) var keys: ScoreKeys?

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        let sizes = block.portfolios[0].sizes[0]
        let distances = BlockColumns(rows: sizes.rows, columns: 1)
        for member in 0..<sizes.rows {
            let total = (0..<sizes.columns).reduce(0) { $0 + sizes.column($1)[member] }
            distances.column(0)[member] = Double.log(total / 500)
        }
        keys = block.scoreKeys
        self.blocks.append(
            (block.firstMember, Array(distances.column(0)[..<block.memberCount]), block.acceptedAttempts))
        return block.scoreSums(with: distances)
    }
}
