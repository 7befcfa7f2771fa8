import LinearAlgebra
import RealModule

/// Growth of the sectors under the value-added controls: nation-wide growth and demand inside the region decide how a
/// group's total is spread over its sectors.
///
/// Sector i is expected to grow by
///   gᵢ = (ℓᵢ uᵢ + (1 − ℓᵢ) nᵢ)^λ nᵢ^(1−λ)
/// where nᵢ is its national growth at the pace of the region's economy, uᵢ the growth of the use of its product inside
/// the region, ℓᵢ the share of its output that stays in the region in the old table, and λ the part of local demand
/// that is believed (½). Use grows with the outputs of the users at the expected technology, final use with the
/// region's value added and the national change of its pattern, so that g is the fixed point of an iteration, at which
/// every value-added control holds. Where construction outgrows the nation, cement does too.
///
/// λ = ½ because the error of outputs is about the same for 0.3 to 0.8, and lower than without in every move that was
/// tried: Hunan 2012 to 2017, with national drift 12.5% instead of 13.0%, without drift 17.4% instead of 17.9%.
struct ExpectedGrowth {
    /// New over old value added.
    private(set) var allocation: ValueAddedAllocation
    /// New over old output.
    private(set) var outputFactors: [Double]
    /// Steps of the iteration.
    private(set) var iterations = 0

    private static let maximumIterations = 200
    private static let tolerance = 1e-13

    init(
        of table: InputOutputTable, _ family: ControlFamily, technology: TechnologyPrior, drift: NationalDrift?,
        localDemand: Double
    ) throws(BaseYearError) {
        let national = drift?.outputGrowth ?? [Double](repeating: 1, count: table.count)
        let valueAdded = table.totalValueAdded()
        func allocate(_ growth: [Double]) throws(BaseYearError) -> ValueAddedAllocation {
            try ValueAddedAllocation(
                family, valueAdded: valueAdded, drift: zip(growth, technology.ratioFactors).map { $0 * $1 },
                sectors: table.sectors)
        }
        allocation = try allocate(national)
        outputFactors = zip(allocation.factors, technology.ratioFactors).map { $0 / $1 }
        if localDemand == 0 { return }
        let demand = LocalDemand(of: table, technology: technology, drift: drift, national: national)
        while iterations < Self.maximumIterations {
            let pace = Self.growth(of: valueAdded, by: allocation.factors)
            let wanted = demand.growth(outputFactors: outputFactors, pace: pace, strength: localDemand)
            // Half a step in logarithms: growth of users and suppliers follow each other without swinging.
            let next = zip(outputFactors, wanted).map { ($0 * $1).squareRoot() }
            allocation = try allocate(next)
            let factors = zip(allocation.factors, technology.ratioFactors).map { $0 / $1 }
            let change = zip(factors, outputFactors).map { abs($0 / $1 - 1) }.max() ?? 0
            outputFactors = factors
            iterations += 1
            if change <= Self.tolerance { break }
        }
    }

    private static func growth(of valueAdded: [Double], by factors: [Double]) -> Double {
        let before = valueAdded.reduce(0, +)
        let after = zip(valueAdded, factors).reduce(0) { $0 + $1.0 * $1.1 }
        return before > 0 && after > 0 ? after / before : 1
    }
}

/// What the users inside a region call for, and how much of a product is sold to them.
private struct LocalDemand {
    /// Intermediate use at the old output with the expected technology.
    let intermediate: Matrix
    /// Use inside the region in the old table.
    let oldUse: [Double]
    /// Final use at old totals and new patterns, and final use that follows the product's output.
    let finalUse: [Double]
    let inventory: [Double]
    /// ℓ
    let localShare: [Double]
    let national: [Double]

    init(of table: InputOutputTable, technology: TechnologyPrior, drift: NationalDrift?, national: [Double]) {
        intermediate = technology.intermediate
        self.national = national
        var (final, stocks) = ([Double](repeating: 0, count: table.count), [Double](repeating: 0, count: table.count))
        for category in table.domesticFinalUse {
            if category.name == "inventory" {
                stocks = zip(stocks, category.values).map { $0 + $1 }
                continue
            }
            var values = category.values
            if let factors = drift?.finalUse.first(where: { $0.name == category.name })?.values {
                let moved = zip(values, factors).map { $0 * $1 }
                let (before, after) = (values.reduce(0, +), moved.reduce(0, +))
                if before > 0, after > 0 { values = moved.map { $0 * before / after } }
            }
            final = zip(final, values).map { $0 + $1 }
        }
        (finalUse, inventory) = (final, stocks)
        let users = table.intermediate.rowSums()
        let use = table.totalDomesticFinalUse()
        oldUse = zip(users, use).map { $0 + $1 }
        localShare = table.output.indices.map { i in
            guard table.output[i] > 0 else { return 0 }
            return min(max(1 - (table.export[i] + table.outflow[i]) / table.output[i], 0), 1)
        }
    }

    /// g for given growth of outputs and of the region's value added.
    func growth(outputFactors: [Double], pace: Double, strength: Double) -> [Double] {
        let users = intermediate.scaledColumns(by: outputFactors).rowSums()
        return users.indices.map { i in
            let elsewhere = national[i] * pace
            let use = users[i] + pace * finalUse[i] + elsewhere * inventory[i]
            guard use > 0, oldUse[i] > 0 else { return elsewhere }
            let mixed = localShare[i] * use / oldUse[i] + (1 - localShare[i]) * elsewhere
            return Double.pow(mixed / elsewhere, strength) * elsewhere
        }
    }
}
