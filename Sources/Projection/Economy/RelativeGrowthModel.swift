import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The relative growth of one group, compiled.
///
/// The difference of year t after the base year is D_t = d φ^(t−1) + σ z_t in
/// log points, d drawn once, z_t a standard normal of each year.
///
/// The difference is carried by a part c_s of each sector's demand, at most the
/// group's w_s, which grows by e^D against the rest: demand of the sector by
/// 1 − c_s + c_s e^D, the group's part of its output from w_s to
/// (w_s − c_s + c_s e^D) / (1 − c_s + c_s e^D).
public struct RelativeGrowthModel: Sendable {
    public let specification: RelativeGrowth
    /// How the differential of the first year is drawn.
    let differential: Differential
    /// sd of its yearly shocks, and their draws; nil without shocks.
    let shocks: (deviation: ParameterDraw, stream: RandomStream)?
    /// w: weight of each sector in the group.
    public let weights: [Double]
    /// Share of a difference in demand that arrives in the group's relative value
    /// added; the rest goes to suppliers outside the group, and to the reference
    /// group that the growth is relative to. Demand is scaled by its inverse.
    public let passThrough: Double
    /// Weight of each price rule in the price of the group relative to its reference.
    let relativePriceWeights: [Double]
    let input: Int

    /// The differential of the first year.
    enum Differential: Sendable {
        /// From observed figures: normal in logarithms.
        case shrunk(RelativeGrowthPrior, stream: RandomStream)
        /// A rate with its distribution.
        case stated(ParameterDraw)
    }

    /// What observed figures and a wider experience say; nil for a stated trend.
    public var prior: RelativeGrowthPrior? {
        if case .shrunk(let prior, _) = differential { prior } else { nil }
    }

    /// Growth of a sector's demand for a factor e^D on the carrying part.
    private static func demandFactor(carrier: Double, factor: Double) -> Double { 1 - carrier + carrier * factor }

    /// How the group's part of a sector has grown relative to the whole sector.
    private static func partGrowth(weight: Double, carrier: Double, factor: Double) -> Double {
        (weight - carrier + carrier * factor) / (weight * (1 - carrier + carrier * factor))
    }
}

extension RelativeGrowthModel {
    /// The differential of the first year, in log points.
    func fillDifferential(year: Int, _ draws: BlockDraws, into column: UnsafeMutableBufferPointer<Double>) {
        switch differential {
        case .shrunk(let prior, _) where prior.deviation == 0: column.update(repeating: prior.mean)
        case .shrunk(let prior, let stream):
            draws.normals(of: stream, step: 0, settled: nil, into: column)
            for member in column.indices { column[member] = prior.mean + prior.deviation * column[member] }
        case .stated(let trend):
            trend.fill(year: year, draws, into: column)
            for member in column.indices { column[member] = logGrowth(column[member]) }
        }
    }
}

extension RelativeGrowthModel {
    /// Compiles an observed differential: its prior, how much of a demand
    /// differential the table lets through, and which price rules it contains.
    init(
        _ entry: RelativeGrowth, scenario: Scenario, economy: (leontief: Matrix, demand: Matrix, ratio: [Double]),
        rules: [EconomyModel.PriceRuleDraw], seed: UInt64, inputs: inout InputRegistry
    ) throws {
        specification = entry
        let weights = try scenario.weights(of: entry.group)
        let carriers = try EconomyModel.carriers(of: entry, in: scenario)
        self.weights = weights
        let reference = try scenario.weights(of: entry.relativeTo)
        input = inputs.register(.relativeGrowth(entry.id), quality: entry.quality)
        switch entry.basis {
        case .observed(let observed):
            let toward = observed.shrinkToward.distribution
            differential = .shrunk(
                RelativeGrowthPrior(
                    increments: observed.increments, towardMean: logGrowth(toward.mean),
                    towardDeviation: toward.variance.squareRoot()),
                stream: RandomStream(seed: seed, purpose: "relative growth", item: entry.id))
        case .trend(let trend): differential = .stated(ParameterDraw(trend, seed: seed))
        }
        shocks = entry.volatility.map { volatility in
            let index = inputs.register(volatility, as: .relativeGrowthVolatility(entry.id))
            return (
                ParameterDraw(volatility, seed: seed, input: index),
                RandomStream(seed: seed, purpose: "relative growth shock", item: entry.id)
            )
        }

        let demand = economy.demand.rowSums()
        func valueAdded(_ difference: Double) throws -> [Double] {
            let factor = Double.exp(difference)
            let moved = zip(demand, carriers).map { $0 * Self.demandFactor(carrier: $1, factor: factor) }
            let output = try multiply(economy.leontief, Matrix(rowMajor: moved.map { [$0] })).column(0)
            return zip(output, economy.ratio).map { $0 * $1 }
        }
        func total(_ values: [Double], _ weights: [Double]) -> Double {
            zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
        }
        func parts(_ difference: Double) -> [Double] {
            zip(weights, carriers).map { weight, carrier in
                guard weight > 0 else { return 0 }
                return weight
                    * Self.partGrowth(weight: weight, carrier: carrier, factor: Double.exp(difference))
            }
        }
        let before = try valueAdded(0)
        guard total(before, weights) > 0, total(before, reference) > 0 else {
            throw ModelError.nothingToGrow(group: total(before, weights) > 0 ? entry.relativeTo : entry.group)
        }
        let step = 0.01
        let after = try valueAdded(step)
        let arriving =
            (Double.log(total(after, parts(step)) / total(before, weights))
                - Double.log(total(after, reference) / total(before, reference))) / step
        guard arriving > 0.1 else { throw ModelError.weakPassThrough(group: entry.group, value: arriving) }
        passThrough = arriving
        relativePriceWeights = rules.map { rule in
            func share(_ group: [Double]) -> Double {
                let part = zip(before, zip(group, rule.weights)).reduce(0) { $0 + $1.0 * $1.1.0 * $1.1.1 }
                return part / total(before, group)
            }
            return share(weights) - share(reference)
        }
    }
}
