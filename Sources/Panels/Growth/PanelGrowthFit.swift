import RealModule
import Scoring

/// A growth model fitted to a panel: estimates with their uncertainty, and forecasts.
///
/// Every estimate is on the panel's scale: log points a year for a panel of logarithms.
public struct PanelGrowthFit: FittedPanelForecaster {
    /// A quantity with the standard deviation of what is known about it.
    public struct Estimate: Sendable, Equatable {
        public let mean: Double
        public let deviation: Double
    }

    /// The shift at a break.
    public struct Shift: Sendable, Equatable {
        /// First year of the new classification.
        public let year: Int
        /// Common to all regions.
        public let common: Estimate
        /// Standard deviation of the regions' own shifts around it.
        public let spread: Double
        /// Increments that cross the break; 0 for one that has only been announced.
        public let increments: Int
    }

    /// The years that were looked at, on the scale that was fitted.
    public let panel: Panel
    /// Years before them that were known too; see ``PanelGrowthSettings/longestWindow``.
    public let omittedYears: Int
    /// What was taken as given.
    public let settings: PanelGrowthSettings
    /// Posterior weight of each value of ψ in the settings.
    public let persistenceWeights: [Double]

    /// First years of new classifications, announced ones included.
    private let breaks: [Int]
    private let design: GrowthDesign
    private let components: [GrowthComponent]

    init(
        panel: Panel, omitted: Int, breaks: [Int], design: GrowthDesign, components: [GrowthComponent],
        settings: PanelGrowthSettings
    ) {
        self.panel = panel
        omittedYears = omitted
        self.breaks = breaks
        self.design = design
        self.components = components
        self.settings = settings
        let logWeights = zip(components, settings.persistence).map {
            $0.posterior.logLikelihood + Double.log($1.weight)
        }
        let top = logWeights.max() ?? 0
        let raw = logWeights.map { Double.exp($0 - top) }
        let total = raw.reduce(0, +)
        persistenceWeights = raw.map { $0 / total }
    }

    /// The last year that was known.
    public var origin: Int { panel.years[panel.years.count - 1] }

    /// m: the group's trend a year, before damping.
    public var groupTrend: Estimate {
        average { Estimate(mean: $0.posterior.mean[0], deviation: $0.posterior.covariance[0].squareRoot()) }
    }

    /// φ: the share of the group's trend that each further year keeps.
    public var damping: Estimate {
        average {
            let moments = $0.damping.moments { $0 }
            return Estimate(mean: moments.mean, deviation: moments.variance.squareRoot())
        }
    }

    /// ψ: correlation of the common growth of neighbouring years.
    public var persistence: Double {
        zip(persistenceWeights, settings.persistence).reduce(0) { $0 + $1.0 * $1.1.value }
    }

    /// Standard deviation of common growth of a year.
    public var commonDeviation: Double { averageDeviation { $0.variances.common } }
    /// τ: standard deviation of regions' own trends around the group's.
    public var trendDeviation: Double { averageDeviation { $0.variances.trend } }
    /// Standard deviation of a typical region's own growth of a year, jumps included.
    public var typicalVolatility: Double { averageDeviation { $0.variances.typical * settings.shockVariance } }

    /// Standard deviation of a region's own growth of a year, jumps included; see `volatilityDegrees(of:)`.
    public func volatility(of region: Int) -> Double {
        averageDeviation { $0.variances.regions[region] * settings.shockVariance }
    }

    /// Standard error of a region's volatility: its variance is known like one over χ² with as many degrees of
    /// freedom as the region has years, and those that the group lends it.
    public func volatilityError(of region: Int) -> Double {
        let degrees = settings.regionDegrees + Double(design.regions[region].years)
        return volatility(of: region) / (2 * degrees).squareRoot()
    }

    /// m + a: a region's trend in the year of its latest observation, before damping.
    public func trend(of region: Int) -> Estimate {
        average { component in
            let year = max(design.regions[region].lastYear ?? design.years - 1, 0)
            let own = component.ownTrend(of: region, years: year..<year + 1, design)
            var weights = own.shared.map { -$0 }
            weights[0] += 1
            let variance = quadraticForm(weights, component.posterior.covariance, weights) + own.variance
            return Estimate(mean: component.posterior.mean[0] + own.mean, deviation: variance.squareRoot())
        }
    }

    /// Expected growth of a region in the year after its latest observation, with the uncertainty of everything
    /// but the shocks of that year.
    public func nextGrowth(of region: Int) -> Estimate {
        average { component in
            let year = (design.regions[region].lastYear ?? design.years - 1) + 1
            let change = component.expectedChange(of: region, through: year, design)
            return Estimate(mean: change.mean, deviation: change.variance.squareRoot())
        }
    }

    /// The share d of its growth in the first year that each further year keeps, so that 1 + d + … + d^(years−1)
    /// times it is the growth that is expected over all years; from 0 to 1. φ where the first year's growth is
    /// so near zero, or so unlike the later years', that no share does.
    public func effectiveDamping(of region: Int, years: Int = 5) -> Double {
        let last = design.regions[region].lastYear ?? design.years - 1
        func expected(_ horizon: Int) -> Double {
            zip(persistenceWeights, components).reduce(0) {
                $0 + $1.0 * $1.1.expectedChange(of: region, through: last + horizon, design).mean
            }
        }
        let ratio = expected(years) / expected(1)
        guard ratio >= 1, ratio <= Double(years) else { return damping.mean }
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let sum = (0..<years).reduce(0.0) { total, _ in 1 + middle * total }
            if sum < ratio { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// How far a region's own trend is pulled to the group's: 0 for its own data alone, 1 for the group alone.
    public func pooling(of region: Int) -> Double {
        let year = max(design.regions[region].lastYear ?? design.years - 1, 0)
        return zip(persistenceWeights, components).reduce(0) { sum, pair in
            let own = pair.1.ownTrend(of: region, years: year..<year + 1, design)
            return sum + pair.0 * min(own.variance / pair.1.variances.trend, 1)
        }
    }

    /// The shifts at the breaks, announced ones included: those have no increments and only their prior.
    public var shifts: [Shift] {
        design.breaks.indices.map { index in
            let position = design.position(ofBreak: index)
            let common = average {
                let variance = $0.posterior.covariance[position * design.sharedCount + position]
                return Estimate(mean: $0.posterior.mean[position], deviation: variance.squareRoot())
            }
            return Shift(
                year: breaks[index], common: common, spread: averageDeviation { $0.variances.shift },
                increments: design.regions.reduce(0) { $0 + $1.breaks.count { $0.contains(index) } })
        }
    }

    /// Common growth m + f_t of a year; nil for a year that no increment covers.
    public func commonGrowth(in year: Int) -> Estimate? {
        let index = year - panel.years[0] - 1
        guard index >= 0, index < design.years, design.isCovered[index] else { return nil }
        return average {
            let width = design.sharedCount
            let at = design.position(ofYear: index)
            let covariance = $0.posterior.covariance
            let variance = covariance[0] + 2 * covariance[at] + covariance[at * width + at]
            return Estimate(mean: $0.posterior.mean[0] + $0.posterior.mean[at], deviation: variance.squareRoot())
        }
    }

    /// Years whose growth stands out in a region: weight below a half, with the weight.
    public func outliers() -> [(region: Int, year: Int, weight: Double)] {
        design.regions.indices.flatMap { region in
            design.regions[region].spans.flatMap { $0 }.compactMap { year in
                let weight = zip(persistenceWeights, components).reduce(0) {
                    $0 + $1.0 * $1.1.variances.weights[region][year]
                }
                return weight < 0.5 ? (region, panel.years[0] + 1 + year, weight) : nil
            }
        }
    }

    /// The forecast of a region's logarithm, `horizon` years after the origin; nil without any observation.
    public func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
        studentForecast(region: region, horizon: horizon)
    }

    /// The value of a region `horizon` years after the origin; nil for a region without any observation.
    public func studentForecast(region: Int, horizon: Int) -> StudentTForecast? {
        guard let last = design.regions[region].last else { return nil }
        let end = design.years - 1 + horizon
        let changes = components.map { $0.change(of: region, through: end, design, settings) }
        let mean = zip(persistenceWeights, changes).reduce(0) { $0 + $1.0 * $1.1.mean }
        var variance = 0.0
        var fourth = 0.0
        for (weight, change) in zip(persistenceWeights, changes) {
            let square = (change.mean - mean) * (change.mean - mean)
            variance += weight * (change.variance + square)
            fourth +=
                weight
                * ((change.excessKurtosis + 3) * change.variance * change.variance + 6 * square * change.variance
                    + square * square)
        }
        let excess = max(fourth / (variance * variance) - 3, 1e-6)
        let degrees = min(4 + 6 / excess, 200)
        return StudentTForecast(
            location: last + mean, scale: (variance * (degrees - 2) / degrees).squareRoot(),
            degreesOfFreedom: degrees)
    }

    private func average(_ estimate: (GrowthComponent) -> Estimate) -> Estimate {
        let estimates = components.map(estimate)
        let mean = zip(persistenceWeights, estimates).reduce(0) { $0 + $1.0 * $1.1.mean }
        let variance = zip(persistenceWeights, estimates).reduce(0) {
            $0 + $1.0 * ($1.1.deviation * $1.1.deviation + ($1.1.mean - mean) * ($1.1.mean - mean))
        }
        return Estimate(mean: mean, deviation: variance.squareRoot())
    }

    private func averageDeviation(_ variance: (GrowthComponent) -> Double) -> Double {
        zip(persistenceWeights, components).reduce(0) { $0 + $1.0 * variance($1.1) }.squareRoot()
    }
}
