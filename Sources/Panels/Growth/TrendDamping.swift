import RealModule

/// What is known about φ, the share of the group's trend that each further year keeps.
///
/// A normal prior on a grid from 0.5 to 1, times what the panel's own past says:
/// for every year t and every earlier origin s with three years of common
/// growth before it, how well φ^(t−s+1) times their mean would have forecast
/// c_t. A year that several origins forecast counts once (the mean of their
/// log likelihoods): a panel has as many common years as it has years, which
/// is why the prior matters.
struct TrendDamping {
    static let grid = (0...20).map { 0.5 + 0.025 * Double($0) }
    /// By value of the grid; they add up to 1.
    let weights: [Double]

    init(
        _ posterior: GrowthPosterior, _ variances: GrowthVariances, _ design: GrowthDesign,
        _ settings: PanelGrowthSettings
    ) {
        let width = design.sharedCount
        let covered = (0..<design.years).filter { design.isCovered[$0] }
        let common = (0..<design.years).map { posterior.mean[0] + posterior.mean[1 + $0] }
        var logWeights = Self.grid.map {
            let distance = ($0 - settings.dampingMean) / settings.dampingDeviation
            return -0.5 * distance * distance
        }
        for year in covered {
            var origins: [(mean: Double, lead: Int, count: Int)] = []
            for origin in 1..<max(year + 1, 1) {
                let past = covered.filter { $0 < origin }
                if past.count < 3 { continue }
                let mean = past.reduce(0) { $0 + common[$1] } / Double(past.count)
                origins.append((mean, year - origin + 1, past.count))
            }
            if origins.isEmpty { continue }
            let noise = posterior.covariance[(1 + year) * width + 1 + year]
            for (index, damping) in Self.grid.enumerated() {
                let sum = origins.reduce(0) { total, origin in
                    let error = common[year] - Double.pow(damping, origin.lead) * origin.mean
                    let variance = variances.common * (1 + 1 / Double(origin.count)) + noise
                    return total - 0.5 * error * error / variance
                }
                logWeights[index] += sum / Double(origins.count)
            }
        }
        let top = logWeights.max() ?? 0
        let raw = logWeights.map { Double.exp($0 - top) }
        let total = raw.reduce(0, +)
        weights = raw.map { $0 / total }
    }

    /// Mean and variance of a function of φ.
    func moments(of function: (Double) -> Double) -> (mean: Double, variance: Double) {
        let values = Self.grid.map(function)
        let mean = zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = zip(weights, values).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) }
        return (mean, variance)
    }

    /// φ + φ² + … + φ^years: how many years of trend are still to come.
    func trendYears(_ years: Int) -> (mean: Double, variance: Double) {
        moments { damping in (0..<years).reduce(0) { sum, _ in damping * (1 + sum) } }
    }
}
