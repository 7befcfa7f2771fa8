/// What a policy, an adverse event, or a judgement changes against the reference path.
public struct Lever: Sendable {
    public var id: String
    public var name: String?
    public var from: Int
    public var to: Int
    public var effect: Effect
    /// Why this size: the argument or the source. There is a `reason`, a `because`, or both.
    public var reason: String?
    /// Makes the lever a judgement about where things are heading: why its author departs from what data and
    /// priors say. Results show how far each judgement moves each target. A policy to be tried has none.
    public var because: String?
    public var location: SourceLocation

    /// What the lever changes, and by how much.
    public enum Effect: Sendable {
        /// Adds `rate` a year to the growth of final use, of some or all categories, in a group.
        case demandGrowth(categories: [String]?, group: String, rate: UncertainValue)
        /// Adds `rate` a year to the growth that a relative growth of the economy states, by its id.
        case relativeGrowth(of: String, rate: UncertainValue)
        /// Adds final use, in 亿元 of start prices: `amount` by year.
        case demand(category: String, group: String, amount: Schedule, factor: UncertainValue)
        /// Adds `rate` a year to the growth of a portfolio's units.
        case portfolioGrowth(portfolio: String, rate: UncertainValue)
        /// A level effect on a portfolio's units, reached once, spread evenly over from...to.
        case portfolioLevel(portfolio: String, level: UncertainValue)
        /// Additional planned entrants by year (cumulative).
        case entry(portfolio: String, additional: Schedule, achieved: UncertainValue)
        /// Raises R&D effort of sectors by a share of the reference effort.
        case researchEffort(group: String, increase: UncertainValue, parameters: ResearchParameters)
        /// Adds `rate` a year to the price change of a group.
        case price(group: String, rate: UncertainValue)
    }
}

/// Parameters of the R&D lever: κ̃ = γ Δ ln(R / R_ref), demand of export and outflow responds by η κ̃.
public struct ResearchParameters: Sendable {
    public var elasticity: UncertainValue
    public var depreciation: UncertainValue
    /// Growth of the reference knowledge stock.
    public var stockGrowth: UncertainValue
    public var tradeResponse: UncertainValue
    /// Share of reported effort that is real.
    public var realShare: UncertainValue
}
