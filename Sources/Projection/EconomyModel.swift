import InputOutput
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The demand-driven economy of a scenario, compiled: everything that does not
/// depend on the member.
///
/// x_t = L (S_t ∘ Σ_k base_k F_{k,t}), L = (I − r̂ (A + inventory share))⁻¹, with
/// A and r those of the base year. Volumes are in prices of the base year.
public struct EconomyModel: Sendable {
    /// The table of the base year (after any update).
    public let table: InputOutputTable
    public let supply: RegionalSupply
    /// L, sectors × sectors.
    public let leontief: Matrix
    /// Total value added over output, by sector.
    public let valueAddedRatio: [Double]
    public let components: [DemandComponent]
    /// Base of the components, sectors × components.
    let componentBases: Matrix
    public let balancingInventory: [Int]
    let growth: [CategoryDraw]
    /// Shared by the categories: correlation of their growth rates.
    let growthCorrelation: Double
    let growthStream: RandomStream
    /// For each component its category's index in `growth`.
    let componentGrowth: [Int]
    let shocks: ShockDraw
    public let relativeGrowth: [RelativeGrowthModel]
    let priceRules: [PriceRuleDraw]
    /// Sectors with the same price, each with its weight per rule (then per price lever).
    let priceClasses: [PriceClass]
    public let priceClassOfSector: [Int]
    let levers: [EconomyLever]

    struct CategoryDraw: Sendable {
        let category: String
        let draw: ParameterDraw
        let stream: RandomStream
    }

    struct ShockDraw: Sendable {
        let commonDeviation: ParameterDraw
        let sectorDeviation: ParameterDraw
        let correlation: ParameterDraw
        let common: RandomStream
        let shared: RandomStream
        let sectors: [RandomStream]
    }

    struct PriceRuleDraw: Sendable {
        let rule: PriceRule
        let draw: ParameterDraw
        let weights: [Double]
    }

    struct PriceClass: Sendable {
        /// One weight per rule, then one per price lever.
        let weights: [Double]
    }
}

/// The relative growth of one group, compiled.
///
/// The difference is carried by a part c_s of each sector's demand, which grows
/// by e^D against the rest: demand of the sector by 1 − c_s + c_s e^D, the
/// group's part of its output from w_s to (w_s − c_s + c_s e^D) / (1 − c_s + c_s e^D).
public struct RelativeGrowthModel: Sendable {
    public let specification: RelativeGrowth
    public let prior: RelativeGrowthPrior
    /// w: weight of each sector in the group.
    public let weights: [Double]
    /// c: part of each sector that carries the difference, at most w.
    public let carriers: [Double]
    /// Share of a difference in demand that arrives in the group's relative value
    /// added; the rest goes to suppliers outside the group, and to the reference
    /// group that the growth is relative to. Demand is scaled by its inverse.
    public let passThrough: Double
    /// Weight of each price rule in the price of the group relative to its reference.
    let relativePriceWeights: [Double]
    let stream: RandomStream
    let input: Int

    /// Growth of a sector's demand for a factor e^D on the carrying part.
    @inline(__always)
    static func demandFactor(carrier: Double, factor: Double) -> Double { 1 - carrier + carrier * factor }

    /// How the group's part of a sector has grown relative to the whole sector.
    @inline(__always)
    static func partGrowth(weight: Double, carrier: Double, factor: Double) -> Double {
        (weight - carrier + carrier * factor) / (weight * (1 - carrier + carrier * factor))
    }
}

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

/// A scenario that reads well but cannot be modelled.
public enum ModelError: Error, Sendable, CustomStringConvertible {
    case unknownGroup(String)
    case nothingToGrow(group: String)
    case weakPassThrough(group: String, value: Double)
    case entryWithoutPlan(lever: String, portfolio: String)
    case emptyDemand(lever: String, category: String, group: String)
    case baselineImpossible(portfolio: String, attempts: Int, conditions: String)
    case negativeOutput(sector: String, year: Int, member: Int)
    case notFinite(quantity: String, year: Int, member: Int)
    case table(file: String, reason: String)

    public var description: String {
        switch self {
        case .unknownGroup(let group):
            "no sector or group is named \(group)"
        case .nothingToGrow(let group):
            "group \(group) has no output in the base year, so nothing of it can grow"
        case .weakPassThrough(let group, let value):
            """
            relative growth of \(group): only \(Int((value * 100).rounded()))% of a differential in final demand \
            arrives in the group's value added, too little to carry observed growth; use a group that sells more to \
            final use
            """
        case .entryWithoutPlan(let lever, let portfolio):
            """
            lever \(lever): portfolio \(portfolio) has no `entry`, so nothing says how large entrants are; give it one, \
            with `planned` at the present number if none is planned
            """
        case .emptyDemand(let lever, let category, let group):
            "lever \(lever): \(group) has no final demand in \(category) that an amount could be spread over"
        case .baselineImpossible(let portfolio, let attempts, let conditions):
            """
            portfolio \(portfolio): no starting sizes in \(attempts) attempts agree with what is known (\(conditions)); \
            widen `size` or `total`, or correct `known`
            """
        case .negativeOutput(let sector, let year, let member):
            "output of \(sector) falls below zero in \(year) (member \(member)); check its demand and the shocks"
        case .notFinite(let quantity, let year, let member):
            "\(quantity) is not a finite number in \(year) (member \(member)); check growth rates and shocks"
        case .table(let file, let reason):
            "\(file): \(reason)"
        }
    }
}
