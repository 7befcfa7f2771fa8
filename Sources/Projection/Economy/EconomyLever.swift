import Scenarios

/// A lever that acts on the economy, compiled.
struct EconomyLever: Sendable {
    let lever: Lever
    let index: Int
    let action: Action

    enum Action: Sendable {
        /// On all categories of a group: through the sectors' own growth.
        case sectorGrowth(weights: [Double], rate: ParameterDraw)
        /// On some categories: through the components that carry the lever.
        case componentGrowth(rate: ParameterDraw)
        /// Adds demand, `pattern` by sector per yuan of amount.
        case addedDemand(pattern: [Double], amount: Schedule, factor: ParameterDraw)
        case research(increase: ParameterDraw, parameters: ResearchDraws)
        case price(rate: ParameterDraw)
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
