/// What a policy, an adverse event, or a judgement changes against the reference path.
public struct Lever: Sendable {
    public var id: String
    public var name: String?
    public var nameChinese: String?
    public var from: Int
    public var to: Int
    public var effect: Effect
    /// Why this size: the argument or the source. There is a `reason`, a `because`, or both.
    public var reason: String?
    /// Makes the lever a judgement about where things are heading: why its author departs from what data and
    /// priors say. Results show how far each judgement moves each target. A policy to be tried has none.
    public var because: String?
    public var becauseChinese: String?
    /// Ids of the rows of the source's list that the lever stands for, e.g. `LY06`; empty where it stands for none.
    public var source: [String]
    public var location: SourceLocation

    /// Whether it acts on the economy, not on a portfolio alone.
    public var movesEconomy: Bool {
        switch effect {
        case .portfolioGrowth, .portfolioLevel, .entry, .researchAward: false
        default: true
        }
    }

    /// The group whose R&D it acts on; nil for other levers.
    public var researchGroup: String? {
        switch effect {
        case .researchEffort(let group, _), .researchMoney(let group, _), .conversion(let group, _): group
        default: nil
        }
    }

    /// What the lever changes, and by how much.
    public enum Effect: Sendable {
        /// Adds `rate` a year to the growth of final use, of some or all categories, in a group.
        case demandGrowth(categories: [String]?, group: String, rate: UncertainValue)
        /// Raises the level of final use, of some or all categories, in a group: once, spread evenly over from...to.
        case demandLevel(categories: [String]?, group: String, level: UncertainValue)
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
        /// Raises R&D effort of a group by a share of the reference effort.
        case researchEffort(group: String, increase: UncertainValue)
        /// Public money for R&D of a group, 亿元 a year in prices of the base year.
        case researchMoney(group: String, amount: UncertainValue)
        /// Raises the share of gains that lands in the region, in points, reached once, spread evenly over from...to.
        case conversion(group: String, increase: UncertainValue)
        /// Moves fixed investment toward a group.
        case investmentShift(InvestmentShift)
        /// Awards for the R&D of a portfolio's units.
        case researchAward(ResearchAward)
        /// Adds the output of a dated project from a register.
        case project(Project)
        /// Adds `rate` a year to the price change of a group.
        case price(group: String, rate: UncertainValue)
    }
}
