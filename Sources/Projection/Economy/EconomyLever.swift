import Scenarios

/// A lever that acts on the economy, compiled.
struct EconomyLever: Sendable {
    let lever: Lever
    let action: Action

    enum Action: Sendable {
        /// On the components that carry the lever.
        case componentGrowth(rate: ParameterDraw)
        /// Once on the components that carry the lever, spread evenly over its years.
        case componentLevel(level: ParameterDraw)
        /// On the difference of a relative growth, by its position.
        case relativeGrowth(Int, rate: ParameterDraw)
        /// Adds demand, `pattern` by sector per yuan of amount.
        case addedDemand(pattern: [Double], amount: Schedule, factor: ParameterDraw)
        /// Adds the output of a project, `pattern` by sector per yuan.
        case project(pattern: [Double], draws: ProjectDraws)
        case investment(InvestmentModel)
        /// On knowledge stocks: see ``ScienceModel``.
        case researchEffort(increase: ParameterDraw)
        case researchMoney(amount: ParameterDraw)
        case conversion(increase: ParameterDraw)
        case price(rate: ParameterDraw)
    }

    /// The draws of a lever, in the order of its columns of values.
    var draws: [ParameterDraw] {
        switch action {
        case .componentGrowth(let rate), .price(let rate), .relativeGrowth(_, let rate): [rate]
        case .componentLevel(let level): [level]
        case .addedDemand(_, _, let factor): [factor]
        case .project(_, let project): project.draws
        case .investment(let shift): shift.draws
        case .researchEffort(let value), .researchMoney(let value), .conversion(let value): [value]
        }
    }

    func isActive(_ year: Int) -> Bool { year >= lever.from && year <= lever.to }

    /// Years in which it acts.
    var years: Int { lever.to - lever.from + 1 }
}
