import InputOutput
import Projection
import Scenarios

/// Output of a named industry against the base year, for every member of a block.
///
/// Σ_s w_s x_{s,t} P_{s,t} / (x_{s,0} P_{s,0}): the industry grows as its sectors do, each with the share that it has in
/// the industry at the start.
struct ThemeIndex: Sendable {
    /// Sectors with a weight, and their weight over their output of the base year.
    private let coefficients: [(sector: Int, perOutput: Double)]

    /// - Throws: `ModelError.themeWithoutOutput`.
    init(_ theme: Theme, model: Model) throws {
        let table = model.economy.table
        coefficients = try theme.weights.enumerated().filter { $0.element > 0 }.map { sector, weight in
            guard table.output[sector] > 0 else {
                throw ModelError.themeWithoutOutput(theme: theme.id, sector: table.sectors[sector])
            }
            return (sector, weight / table.output[sector])
        }
    }

    /// - Parameters:
    ///   - year: 0 is the base year, in which the index is 1.
    ///   - constantPrices: the volume, in prices of the base year.
    func evaluate(
        _ economy: EconomyBlock, year: Int, constantPrices: Bool, into values: UnsafeMutableBufferPointer<Double>
    ) {
        // By definition; the weights add up to 1 only within rounding.
        guard year > 0 else { return values.update(repeating: 1) }
        values.update(repeating: 0)
        for (sector, perOutput) in coefficients {
            let output = economy.outputs[year].column(sector)
            if constantPrices {
                for member in values.indices { values[member] += perOutput * output[member] }
            } else {
                let price = economy.prices[year].column(economy.model.priceClassOfSector[sector])
                for member in values.indices { values[member] += perOutput * output[member] * price[member] }
            }
        }
    }
}

/// A named industry that targets and commitments are about: what is recorded of it.
struct ThemePlan: Sendable {
    let theme: Theme
    /// Ids of the commitments that name it.
    let commitments: [String]
    /// Where the targets that name it were stated; their ids where they do not say.
    let targets: [String]
    /// Places of its variables among the plan's.
    let index: Int
    let volume: Int
    let size: Int?
    /// Place of the number of members in which it is at least twice as large at the end as at the start.
    let doubled: Int
    let requirements: DemandRequirements

    /// One plan per theme of a model.
    ///
    /// - Parameters:
    ///   - variables: how many variables each theme has.
    ///   - first: place of the first one.
    /// - Throws: the errors of the Leontief system.
    static func plans(
        of model: Model, variables: [Int], from first: Int, layout: inout SumLayout
    ) throws -> [ThemePlan] {
        let scenario = model.scenario
        guard !scenario.themes.isEmpty else { return [] }
        let requirements = try model.economy.table.requirements(of: scenario.themes.map(\.weights))
        var plans: [ThemePlan] = []
        var place = first
        for (position, theme) in scenario.themes.enumerated() {
            plans.append(
                ThemePlan(
                    theme: theme,
                    commitments: scenario.commitments.filter { $0.themes.contains(theme.id) }.map(\.id),
                    targets: scenario.targets.filter { $0.themes.contains(theme.id) }.map { $0.source ?? $0.id },
                    index: place, volume: place + 1, size: theme.size == nil ? nil : place + 2,
                    doubled: layout.reserve(1).lowerBound, requirements: requirements[position]))
            place += variables[position]
        }
        return plans
    }
}
