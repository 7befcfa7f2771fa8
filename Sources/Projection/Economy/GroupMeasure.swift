import Elementwise
import Scenarios

/// Output or value added of a sector group, for every member of a block.
///
/// A group may hold parts of sectors that grow faster than the rest of them: its
/// part of a sector then rises with the years, as the part's demand does.
public struct GroupMeasure: Sendable {
    /// Output or value added of the group per unit of each sector's output in the base year.
    public let coefficients: [Double]
    /// Position of the group's part in the economy, and its column by sector.
    private let part: (index: Int, columns: [Int: Int])?

    /// - Throws: `ModelError.unknownGroup`.
    public init(_ group: String, measure: Indicator.Measure, model: Model) throws {
        try self.init(group, measure: measure, scenario: model.scenario, economy: model.economy)
    }

    /// - Throws: `ModelError.unknownGroup`.
    init(_ group: String, measure: Indicator.Measure, scenario: Scenario, economy: EconomyModel) throws {
        let weights = try scenario.weights(of: group)
        coefficients =
            measure == .output ? weights : zip(weights, economy.valueAddedRatio).map { $0 * $1 }
        part = economy.parts.firstIndex { $0.group == group }.map { index in
            let sectors = economy.parts[index].sectors
            return (index, Dictionary(uniqueKeysWithValues: zip(sectors, sectors.indices)))
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
            if let part, let column = part.columns[sector] {
                let growth = economy.partGrowths[year][part.index].column(column)
                for member in values.indices {
                    values[member] +=
                        coefficient * output[member] * growth[member] * (constantPrices ? 1 : price[member])
                }
            } else if constantPrices {
                values.add(coefficient, times: output)
            } else {
                values.add(coefficient, times: output, price)
            }
        }
    }
}
