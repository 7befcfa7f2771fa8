import RealModule

/// The model fitted at one value of ψ, the persistence of common growth.
struct GrowthComponent {
    let kernels: GrowthKernels
    let variances: GrowthVariances
    let posterior: GrowthPosterior
    let damping: TrendDamping

    /// Pooled variances settle to this relative change; beyond it forecasts move by less than a thousandth.
    private static let tolerance = 1e-3
    private static let iterationLimit = 500

    /// Expectation and maximisation.
    ///
    /// - Parameter start: where it starts; nil for the settings' ratios.
    init(_ design: GrowthDesign, persistence: Double, from start: GrowthVariances?, settings: PanelGrowthSettings) {
        kernels = GrowthKernels(design, persistence: persistence, retention: settings.retention)
        var variances = start ?? GrowthVariances(design, settings: settings)
        var posterior = GrowthPosterior(design, variances, kernels)
        for _ in 0..<Self.iterationLimit {
            let next = variances.updated(posterior, design, kernels, settings: settings)
            let change = next.change(from: variances)
            variances = next
            posterior = GrowthPosterior(design, variances, kernels)
            if change < Self.tolerance { break }
        }
        self.variances = variances
        self.posterior = posterior
        damping = TrendDamping(posterior, variances, design, settings)
    }

    /// Mean of the change of a region from its latest observation to growth year `end`, its variance but for the
    /// shocks of those years, and the variance of common growth in them.
    ///
    /// The group's trend is damped, the region's own keeps ρ a year, common growth keeps ψ; a break on the way
    /// adds its shift.
    func expectedChange(
        of index: Int, through end: Int, _ design: GrowthDesign
    ) -> (mean: Double, variance: Double, common: Double) {
        let last = design.regions[index].lastYear ?? design.years - 1
        let trendYears = damping.trendYears(end - last)
        var weights = [Double](repeating: 0, count: design.sharedCount)
        weights[0] = trendYears.mean
        let common = addCommon(years: last + 1...end, design, to: &weights)
        let crossed = design.breaks(after: last, through: end)
        for position in crossed { weights[design.position(ofBreak: position)] = 1 }
        let own = ownTrend(of: index, years: last + 1..<end + 1, design)
        let mean = zip(weights, posterior.mean).reduce(0) { $0 + $1.0 * $1.1 } + own.mean
        // A region's trend is estimated around the shared effects: their errors partly cancel.
        for (position, weight) in own.shared.enumerated() { weights[position] -= weight }
        let level = posterior.mean[0]
        let variance =
            quadraticForm(weights, posterior.covariance, weights) + own.variance
            + trendYears.variance * (level * level + posterior.covariance[0])
            + Double(crossed.count) * variances.shift
        return (mean, variance, common)
    }

    /// Mean, variance and excess kurtosis of the change of a region from its latest observation to growth year
    /// `end`: what is expected, and the shocks of each year, whose scales are themselves estimated.
    func change(
        of index: Int, through end: Int, _ design: GrowthDesign, _ settings: PanelGrowthSettings
    ) -> (mean: Double, variance: Double, excessKurtosis: Double) {
        let region = design.regions[index]
        let expected = expectedChange(of: index, through: end, design)
        let count = Double(design.isCovered.count { $0 }) + settings.priorYears
        let common = Spread(
            variance: expected.common * count / (count - 2), kurtosis: Spread.kurtosis(degrees: count))
        let degrees = settings.regionDegrees + Double(region.years)
        let years = Double(end - (region.lastYear ?? design.years - 1))
        // Kurtosis of a sum of independent years, then of its unknown scale.
        let sum = 3 + (settings.shockKurtosis - 3) / years
        let noise = Spread(
            variance: years * variances.regions[index] * settings.shockVariance * degrees / (degrees - 2),
            kurtosis: sum * (degrees - 2) / (degrees - 4))
        let variance = expected.variance + common.variance + noise.variance
        return (expected.mean, variance, (common.excess + noise.excess) / (variance * variance))
    }

    /// Adds the weights of the common growth of some years, and returns the variance of what is not yet determined.
    private func addCommon(years: ClosedRange<Int>, _ design: GrowthDesign, to weights: inout [Double]) -> Double {
        for year in years where year < design.years { weights[design.position(ofYear: year)] += 1 }
        let future = years.filter { $0 >= design.years }
        guard !future.isEmpty else { return 0 }
        let covariance = (0..<design.years).map { year in future.reduce(0) { $0 + kernels.common($1, year) } }
        let regression = multiply(kernels.commonPrecision, covariance)
        for year in 0..<design.years { weights[design.position(ofYear: year)] += regression[year] }
        let total = future.reduce(0) { sum, s in sum + future.reduce(0) { $0 + kernels.common(s, $1) } }
        return variances.common * max(total - zip(regression, covariance).reduce(0) { $0 + $1.0 * $1.1 }, 0)
    }

    /// A region's own trend, summed over some years: mean, variance given the shared effects, and the weights
    /// with which errors of the shared effects enter it.
    func ownTrend(
        of index: Int, years: Range<Int>, _ design: GrowthDesign
    ) -> (mean: Double, variance: Double, shared: [Double]) {
        let region = design.regions[index]
        let powers = (0...(design.years + years.upperBound)).map { GrowthKernels.power(kernels.retention, $0) }
        let sums = region.spans.map { span in
            span.reduce(0) { sum, s in sum + years.reduce(0) { $0 + powers[abs(s - $1)] } }
        }
        let prior = years.reduce(0) { sum, s in sum + years.reduce(0) { $0 + powers[abs(s - $1)] } }
        let gains = multiply(posterior.inverses[index], sums).map { $0 * variances.trend }
        let mean = zip(gains, posterior.residuals[index]).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = variances.trend * max(prior - zip(gains, sums).reduce(0) { $0 + $1.0 * $1.1 }, 0)
        var shared = [Double](repeating: 0, count: design.sharedCount)
        for (row, gain) in gains.enumerated() {
            for effect in region.shared[row] { shared[effect.position] += gain * effect.weight }
        }
        return (mean, variance, shared)
    }

    /// A variance with the kurtosis of what has it.
    private struct Spread {
        let variance: Double
        let kurtosis: Double
        /// Excess of the fourth moment over that of a normal distribution.
        var excess: Double { (kurtosis - 3) * variance * variance }

        /// Kurtosis of Student's t, 15 where the degrees of freedom are too few for one.
        static func kurtosis(degrees: Double) -> Double { degrees > 4.5 ? 3 * (degrees - 2) / (degrees - 4) : 15 }
    }
}
