import Scenarios

/// Output or value added of a sector group, for every member of a block.
///
/// A group that has a relative growth of its own holds parts of sectors that
/// grow faster than the rest of them: its part of a sector then rises with the
/// years, as the part's demand does.
public struct GroupMeasure: Sendable {
    /// Output or value added of the group per unit of each sector's output in the base year.
    public let coefficients: [Double]
    private let parts: Parts?

    private struct Parts: Sendable {
        let index: Int
        let weights: [Double]
        let carriers: [Double]
    }

    /// - Throws: `ModelError.unknownGroup`.
    public init(_ group: String, measure: Indicator.Measure, model: Model) throws {
        let weights = try model.scenario.weights(of: group)
        coefficients =
            measure == .output ? weights : zip(weights, model.economy.valueAddedRatio).map { $0 * $1 }
        parts = model.economy.relativeGrowth.firstIndex { $0.specification.group == group }.map {
            let relative = model.economy.relativeGrowth[$0]
            return Parts(index: $0, weights: relative.weights, carriers: relative.carriers)
        }
    }

    /// Σ_s coefficient_s x_s (P_s), 亿元.
    ///
    /// - Parameters:
    ///   - year: 0 is the base year.
    ///   - constantPrices: in prices of the base year.
    public func evaluate(
        _ economy: EconomyBlock, year: Int, constantPrices: Bool, into values: UnsafeMutableBufferPointer<Double>
    ) {
        values.update(repeating: 0)
        for (sector, coefficient) in coefficients.enumerated() where coefficient != 0 {
            let output = economy.outputs[year].column(sector)
            let price = economy.prices[year].column(economy.model.priceClassOfSector[sector])
            let part = parts.map { ($0.weights[sector], $0.carriers[sector]) } ?? (1, 1)
            if let parts, part.1 > 0, part != (1, 1) {
                let factor = economy.relativeFactors[year].column(parts.index)
                for member in values.indices {
                    let grown = RelativeGrowthModel.partGrowth(
                        weight: part.0, carrier: part.1, factor: factor[member])
                    values[member] +=
                        coefficient * output[member] * grown * (constantPrices ? 1 : price[member])
                }
            } else if constantPrices {
                for member in values.indices { values[member] += coefficient * output[member] }
            } else {
                for member in values.indices { values[member] += coefficient * output[member] * price[member] }
            }
        }
    }
}
