import Scenarios

/// One block of members of one model, projected: what observers read.
public final class BlockProjection {
    public private(set) var model: Model
    public let economy: EconomyBlock
    public let portfolios: [PortfolioBlock]
    /// Inputs drawn once: members × entries of `model.inputs`.
    public let inputs: BlockColumns
    /// Drawn starting levels of readings: members × `model.baselines`.
    public let baselines: BlockColumns
    /// ln(1 + productivity growth) of each satellite: members × `model.satellites`.
    let satelliteRates: BlockColumns
    /// Index of the block's first member.
    public var firstMember: Int { draws.firstMember }
    /// Rows in use; the rest of the last block is padding.
    public private(set) var memberCount = 0
    private(set) var draws: BlockDraws
    private let rows: Int
    /// Last year to project.
    private var end: Int
    private let scratch: BlockColumns

    /// - Parameters:
    ///   - conditionalYears: years for which exact counts will be asked.
    ///   - end: last year to project; nil for the scenario's own.
    ///   - recordsScores: whether the normal scores of all draws are kept.
    init(model: Model, rows: Int, conditionalYears: Set<Int>, end: Int? = nil, recordsScores: Bool = false) {
        self.model = model
        self.rows = rows
        let (start, end) = (model.scenario.start, end ?? model.scenario.end)
        self.end = end
        draws = Self.draws(of: model, rows: rows, recordsScores: recordsScores)
        economy = EconomyBlock(model: model.economy, start: start, end: end, rows: rows)
        portfolios = model.portfolios.map {
            PortfolioBlock(model: $0, start: start, end: end, rows: rows, conditionalYears: conditionalYears)
        }
        inputs = BlockColumns(rows: rows, columns: model.inputs.entries.count)
        baselines = BlockColumns(rows: rows, columns: model.baselines.count)
        satelliteRates = BlockColumns(rows: rows, columns: model.satellites.count)
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    private static func draws(of model: Model, rows: Int, recordsScores: Bool) -> BlockDraws {
        precondition(
            model.acceptedAttempts.map { $0.portfolios == model.portfolios.count } ?? true, "attempts of another model")
        return BlockDraws(rows: rows, learned: model.learned, points: model.points, records: recordsScores)
    }

    /// Makes the block one of the same model with what has been learned since.
    ///
    /// - Parameter end: last year to project, not after that which the block was made for.
    func renew(_ model: Model, rows: Int, through end: Int, recordsScores: Bool) {
        precondition(rows == self.rows, "a block of another size")
        precondition(end - model.scenario.start < economy.outputs.count, "the block ends before \(end)")
        self.model = model
        self.end = end
        draws = Self.draws(of: model, rows: rows, recordsScores: recordsScores)
    }

    func project(firstMember: Int, memberCount: Int) throws {
        self.memberCount = memberCount
        draws.begin(firstMember: firstMember)
        try economy.project(draws, inputs: inputs, through: end)
        for (index, portfolio) in portfolios.enumerated() {
            let accepted = model.acceptedAttempts.map { attempts in
                { attempts.attempt(of: $0, portfolio: index) }
            }
            try portfolio.project(draws, economy: economy, inputs: inputs, through: end, accepted: accepted)
        }
        for (index, satellite) in model.satellites.enumerated() {
            satellite.drawRate(draws, inputs: inputs, into: satelliteRates.column(index))
        }
        for (index, baseline) in model.baselines.enumerated() {
            let column = baselines.column(index)
            baseline.fill(draws, into: column, scratch: scratch.column(0))
            if let input = baseline.input {
                _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(column))
            }
        }
    }

    /// By portfolio, which attempt at its starting sizes each member has accepted, from 0.
    public var acceptedAttempts: [[UInt16]] {
        portfolios.map { $0.baseline.attempts.prefix(memberCount).map(UInt16.init) }
    }

    /// Values of a satellite in year `year` (0 is the base year) for all rows, in its unit.
    public func evaluate(satellite index: Int, year: Int, into values: UnsafeMutableBufferPointer<Double>) {
        model.satellites[index].evaluate(economy, rates: satelliteRates.column(index), year: year, into: values)
    }
}
