import Scenarios

/// One block of members of one model, projected: what observers read.
public final class BlockProjection {
    public let model: Model
    public let economy: EconomyBlock
    public let portfolios: [PortfolioBlock]
    /// Inputs drawn once: members × entries of `model.inputs`.
    public let inputs: BlockColumns
    /// Drawn starting levels of readings: members × `model.baselines`.
    public let baselines: BlockColumns
    /// Index of the block's first member.
    public private(set) var firstMember = 0
    /// Rows in use; the rest of the last block is padding.
    public private(set) var memberCount = 0
    private let scratch: BlockColumns

    /// - Parameter conditionalYears: years for which exact counts will be asked.
    public init(model: Model, rows: Int, conditionalYears: Set<Int>) {
        self.model = model
        let (start, end) = (model.scenario.start, model.scenario.end)
        economy = EconomyBlock(model: model.economy, start: start, end: end, rows: rows)
        portfolios = model.portfolios.map {
            PortfolioBlock(model: $0, start: start, end: end, rows: rows, conditionalYears: conditionalYears)
        }
        inputs = BlockColumns(rows: rows, columns: model.inputs.entries.count)
        baselines = BlockColumns(rows: rows, columns: model.baselines.count)
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    func project(firstMember: Int, memberCount: Int) throws {
        self.firstMember = firstMember
        self.memberCount = memberCount
        try economy.project(firstMember: firstMember, inputs: inputs)
        for portfolio in portfolios {
            try portfolio.project(firstMember: firstMember, economy: economy, inputs: inputs)
        }
        for (index, baseline) in model.baselines.enumerated() {
            let column = baselines.column(index)
            baseline.fill(firstMember: firstMember, into: column, scratch: scratch.column(0))
            if let input = baseline.input {
                _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(column))
            }
        }
    }
}
