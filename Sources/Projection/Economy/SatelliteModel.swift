import RealModule
import Sampling
import Scenarios

/// A satellite account, compiled: what it takes of a unit of output, or of what it is a share.
///
/// Level_t = Σ_s c_s x_{s,t} (P_{s,t}) / (1 + p)^t with x the volume of output, P its price where the satellite is
/// money, p the growth of output per unit, and c_s the base year's level over output: at t = 0 the level is that of the
/// row or file. Negative coefficients (subsidies above taxes) are kept. Miller & Blair 2009, chapter 10 (generalised
/// coefficients of pollution, energy and employment).
public struct SatelliteModel: Sendable {
    public let specification: Satellite
    /// Units per 亿元 of output of the base year, by sector; empty for a share.
    public let coefficients: [Double]
    private let shares: (part: GroupMeasure, whole: GroupMeasure)?
    let productivity: ParameterDraw?

    /// - Throws: `ModelError.satelliteWithoutOutput` for a level in a sector that produces nothing, `unknownGroup`.
    init(
        _ satellite: Satellite, scenario: Scenario, economy: EconomyModel, seed: UInt64, inputs: inout InputRegistry
    ) throws {
        specification = satellite
        let table = economy.table
        func perOutput(_ levels: [Double]) throws -> [Double] {
            try levels.enumerated().map { sector, level in
                if level == 0 { return 0 }
                guard table.output[sector] > 0 else {
                    throw ModelError.satelliteWithoutOutput(
                        satellite: satellite.id, sector: table.sectors[sector], value: level)
                }
                return level / table.output[sector]
            }
        }
        var shares: (part: GroupMeasure, whole: GroupMeasure)?
        switch satellite.basis {
        case .row(let name): coefficients = try perOutput(try table.valueAddedRow(name))
        case .levels(let levels): coefficients = try perOutput(levels)
        case .coefficients(let given): coefficients = given
        case .share(let group, let whole):
            coefficients = []
            shares = (
                try GroupMeasure(group, measure: .valueAdded, scenario: scenario, economy: economy),
                try GroupMeasure(whole, measure: .valueAdded, scenario: scenario, economy: economy)
            )
        }
        self.shares = shares
        productivity = satellite.productivity.map { value in
            ParameterDraw(value, seed: seed, input: inputs.register(value, as: .productivity(satellite: satellite.id)))
        }
    }

    /// ln(1 + p) for the members of a block; p itself into the inputs.
    func drawRate(_ draws: BlockDraws, inputs: BlockColumns, into rates: UnsafeMutableBufferPointer<Double>) {
        guard let productivity else { return rates.update(repeating: 0) }
        productivity.fill(year: 0, draws, into: rates)
        if let input = productivity.input {
            _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(rates))
        }
        for member in rates.indices { rates[member] = logGrowth(rates[member]) }
    }

    /// - Parameters:
    ///   - rates: ln(1 + p) by member.
    ///   - year: 0 is the base year.
    func evaluate(
        _ economy: EconomyBlock, rates: UnsafeMutableBufferPointer<Double>, year: Int,
        into values: UnsafeMutableBufferPointer<Double>
    ) {
        if let shares {
            shares.part.evaluate(economy, year: year, constantPrices: false, into: values)
            return withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { whole in
                shares.whole.evaluate(economy, year: year, constantPrices: false, into: whole)
                for member in values.indices { values[member] /= whole[member] }
            }
        }
        values.update(repeating: 0)
        for (sector, coefficient) in coefficients.enumerated() where coefficient != 0 {
            let output = economy.outputs[year].column(sector)
            if specification.unit == .money {
                let price = economy.prices[year].column(economy.model.priceClassOfSector[sector])
                for member in values.indices { values[member] += coefficient * output[member] * price[member] }
            } else {
                for member in values.indices { values[member] += coefficient * output[member] }
            }
        }
        guard productivity != nil, year > 0 else { return }
        for member in values.indices { values[member] *= Double.exp(-Double(year) * rates[member]) }
    }
}
