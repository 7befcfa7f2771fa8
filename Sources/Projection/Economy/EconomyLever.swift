import Scenarios

/// A lever that acts on the economy, compiled.
struct EconomyLever: Sendable {
    let lever: Lever
    let action: Action

    enum Action: Sendable {
        /// On the components that carry the lever.
        case componentGrowth(rate: ParameterDraw)
        /// On the difference of a relative growth, by its position.
        case relativeGrowth(Int, rate: ParameterDraw)
        /// Adds demand, `pattern` by sector per yuan of amount.
        case addedDemand(pattern: [Double], amount: Schedule, factor: ParameterDraw)
        case research(increase: ParameterDraw, parameters: ResearchDraws)
        case price(rate: ParameterDraw)
    }

    /// The draws of a lever, in the order of its columns of values.
    var draws: [ParameterDraw] {
        switch action {
        case .componentGrowth(let rate), .price(let rate), .relativeGrowth(_, let rate): [rate]
        case .addedDemand(_, _, let factor): [factor]
        case .research(let increase, let p):
            [increase, p.elasticity, p.depreciation, p.stockGrowth, p.tradeResponse, p.realShare]
        }
    }

    /// Columns of a research lever's values.
    enum ResearchColumn {
        static let increase = 0
        static let elasticity = 1
        static let depreciation = 2
        static let stockGrowth = 3
        static let tradeResponse = 4
        static let realShare = 5
    }

    struct ResearchDraws: Sendable {
        let elasticity: ParameterDraw
        let depreciation: ParameterDraw
        let stockGrowth: ParameterDraw
        let tradeResponse: ParameterDraw
        let realShare: ParameterDraw
    }

    func isActive(_ year: Int) -> Bool { year >= lever.from && year <= lever.to }
}
