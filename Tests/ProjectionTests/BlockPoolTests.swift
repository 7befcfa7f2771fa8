import Projection
import RealModule
import TestSupport
import Testing

/// A block that has been used before projects what a new one does.
@Suite struct BlockPoolTests {
    /// With knowledge and a lever on it, prices, entry and exit, and starting sizes of several attempts.
    private func model() throws -> Model {
        var fixture = ScenarioFixture()
        fixture.shocks = "{common: 2%, sector: 4%, correlation: 30%}"
        fixture.science = """
            elasticity: 0.08, spillover: 0.3, depreciation: [{id: all, group: all, share: 15%}], stock_growth: 5%, \
            trade_response: 1, price_pass_through: 50%
            """
        fixture.levers = ["{id: m, kind: rd_effort, group: goods, increase: {uniform: [5%, 15%]}, reason: t}"]
        fixture.units = (1...4).map { "u\($0),goods:1,,," }
        fixture.portfolio = """
            size: {median: {p5: 30 亿元, p95: 90 亿元}, sd_log: {uniform: [0.4, 0.9]}}, \
            known: [{over: 100 亿元, is: 1}], premium: 1%, volatility: {at: 100 亿元, sd: 10%, size_exponent: 0.2}, \
            exit: 3%, entry: {planned: {2022: 4, 2025: 7}, achieved: {uniform: [50%, 100%]}, \
            size: {p10: 10 亿元, p90: 80 亿元}, new_output: 25%, weights: {goods: 1}}
            """
        return try Model(fixture.scenario(), seed: 1)
    }

    private let members = 200

    @Test func usedBlocksProjectWhatNewOnesDo() throws {
        var model = try model()
        let pool = BlockPool(through: model.scenario.end)
        let ensemble = Ensemble(members: members, threads: 2, blockSize: 64)
        let start = model.scenario.start
        func compare(through end: Int, recordsScores: Bool) throws -> [[UInt64]] {
            func bits(_ observers: [EverythingObserver]) -> [[UInt64]] {
                observers.flatMap(\.blocks).sorted { $0.first < $1.first }.map(\.bits)
            }
            let used = try ensemble.run(
                model, in: pool, through: end, recordsScores: recordsScores,
                makeObserver: { EverythingObserver(years: end - start) })
            let new = try ensemble.run(
                [model], conditionalYears: [[]], through: end, recordsScores: recordsScores,
                makeObserver: { EverythingObserver(years: end - start) })
            #expect(bits(used.observers) == bits(new.observers))
            #expect(used.sums.total.map(\.bitPattern) == new.sums.total.map(\.bitPattern))
            return bits(new.observers)
        }
        let prior = try compare(through: 2025, recordsScores: true)
        let run = try ensemble.run(
            model, in: pool, through: 2023, recordsScores: true, makeObserver: { EverythingObserver(years: 1) })
        let moments = ScoreMoments(
            run.sums.total, keys: run.observers.compactMap(\.keys)[0], observations: 1, members: members)
        let distances = run.observers.flatMap(\.blocks).sorted { $0.first < $1.first }.flatMap(\.distances)
        var learned = LearnedDraws(0..<members)
        try KalmanUpdate(moments, errors: [0.05]).apply(
            to: &learned, distances: [distances], names: ["total"], year: 2023, step: 1, seed: model.seed)
        model.learned = learned
        model.acceptedAttempts = AcceptedAttempts(
            0..<members, blocks: run.observers.flatMap(\.blocks).map { ($0.first, $0.attempts) })
        for (year, recordsScores) in [(2023, true), (2022, false), (2024, false)] {
            _ = try compare(through: year, recordsScores: recordsScores)
        }
        #expect(try compare(through: 2025, recordsScores: true) != prior)
        // Nothing of what was learned is left in the blocks.
        model.learned = nil
        model.acceptedAttempts = nil
        for recordsScores in [false, true] {
            #expect(try compare(through: 2025, recordsScores: recordsScores) == prior)
        }
    }
}

/// The bits of what a block shows, and distances of the total of the last year from 500 亿元, in logarithms.
private final class EverythingObserver: EnsembleObserver {
    private let years: Int
    private(set) var blocks: [(first: Int, bits: [UInt64], distances: [Double], attempts: [[UInt16]])] = []
    private(set) var keys: ScoreKeys?

    init(years: Int) { self.years = years }

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        let (economy, portfolio) = (block.economy, block.portfolios[0])
        var shown = [block.inputs, portfolio.contradictions]
        for year in 0...years {
            shown += [economy.outputs[year], economy.logPrices[year], economy.prices[year]]
            shown += [portfolio.sizes[year], portfolio.cumulative[year], portfolio.newOutput[year]]
        }
        let distances = BlockColumns(rows: portfolio.sizes[0].rows, columns: 1)
        for member in 0..<block.memberCount {
            let sizes = portfolio.sizes[years]
            let total = (0..<sizes.columns).reduce(0) { $0 + sizes.column($1)[member] }
            distances.column(0)[member] = Double.log(total / 500)
        }
        keys = block.scoreKeys
        let bits = shown.flatMap { columns in
            (0..<columns.columns).flatMap { index in
                columns.column(index)[..<block.memberCount].map { (value: Double) in value.bitPattern }
            }
        }
        let used = Array(distances.column(0)[..<block.memberCount])
        self.blocks.append((block.firstMember, bits, used, block.acceptedAttempts))
        return block.scoreSums(with: distances)
    }
}
