import RealModule

/// The variances of the parts of growth, estimated by expectation and maximisation.
struct GrowthVariances {
    /// Of the common growth of a year.
    var common: Double
    /// τ²: of a region's own trend.
    var trend: Double
    /// υ²: of a region's own shift at a break.
    var shift: Double
    /// The typical region's σ².
    var typical: Double
    /// σ_i², by region.
    var regions: [Double]
    /// w_it, by region and year: below 1 for a year that stands out.
    var weights: [[Double]]

    /// No variance falls below this: a panel without any noise stays computable.
    private static let floor = 1e-14

    init(_ design: GrowthDesign, settings: PanelGrowthSettings) {
        let deviation = max(design.robustDeviation, 1e-6)
        typical = deviation * deviation
        common = typical * settings.commonRatio * settings.commonRatio
        trend = typical * settings.trendRatio * settings.trendRatio
        shift = typical * settings.shiftRatio * settings.shiftRatio
        regions = design.regions.map { _ in deviation * deviation }
        weights = design.regions.map { _ in [Double](repeating: 1, count: design.years) }
    }

    /// Prior precision of the shared effects. The trend is left to the data (sd 10 a year); the common shift
    /// of a break has twice the standard deviation of the regions' own, or of a year's growth if that is more.
    func sharedPrecision(
        _ design: GrowthDesign, _ kernels: GrowthKernels
    ) -> (values: [Double], logDeterminant: Double) {
        let width = design.sharedCount
        let years = design.years
        var values = [Double](repeating: 0, count: width * width)
        values[0] = 0.01
        let yearly = kernels.commonPrecision
        for row in 0..<years {
            for column in 0..<years {
                values[(row + 1) * width + column + 1] = yearly[row * years + column] / common
            }
        }
        var logDeterminant = Double.log(0.01) + kernels.commonLogDeterminant - Double(years) * Double.log(common)
        for index in design.breaks.indices {
            let position = design.position(ofBreak: index)
            let variance = 4 * max(shift, typical)
            values[position * width + position] = 1 / variance
            logDeterminant -= Double.log(variance)
        }
        return (values, logDeterminant)
    }

    /// V of a region, row by row.
    func covariance(of index: Int, _ design: GrowthDesign, _ kernels: GrowthKernels) -> [Double] {
        let region = design.regions[index]
        let count = region.count
        var values = [Double](repeating: 0, count: count * count)
        for row in 0..<count {
            for column in 0...row {
                var sum = trend * kernels.regional[index][row * count + column]
                for position in region.breaks[row] where region.breaks[column].contains(position) { sum += shift }
                if row == column {
                    for year in region.spans[row] { sum += regions[index] / weights[index][year] }
                }
                values[row * count + column] = sum
                values[column * count + row] = sum
            }
        }
        return values
    }

    /// One step of expectation and maximisation.
    ///
    /// Each variance is the mean of the expected squares of its part, joined by
    /// `priorYears` squares of the size that the settings expect. A region's σ²
    /// is pooled by an inverse χ² with `regionDegrees` around the typical one;
    /// a year's weight is (ν + 1)/(ν + ε²/σ²), which makes ε Student's t.
    func updated(
        _ posterior: GrowthPosterior, _ design: GrowthDesign, _ kernels: GrowthKernels,
        settings: PanelGrowthSettings
    ) -> GrowthVariances {
        var next = self
        let prior = settings.priorYears
        let (width, years) = (design.sharedCount, design.years)
        let yearly = kernels.commonPrecision
        var squares = 0.0
        for row in 0..<years {
            for column in 0..<years {
                let second =
                    posterior.mean[row + 1] * posterior.mean[column + 1]
                    + posterior.covariance[(row + 1) * width + column + 1]
                squares += yearly[row * years + column] * second
            }
        }
        func pooled(_ sum: Double, _ count: Double, ratio: Double) -> Double {
            max((sum + prior * ratio * ratio * typical) / (count + prior), Self.floor)
        }
        next.common = pooled(squares, Double(years), ratio: settings.commonRatio)
        var trends = 0.0
        var trendCount = 0.0
        var shifts = 0.0
        var shiftCount = 0.0
        var inverseSum = 0.0
        for (index, region) in design.regions.enumerated() {
            let count = region.count
            let excess = posterior.excess(of: index, design)
            var own = 0.0
            for row in 0..<count {
                for column in 0..<count {
                    let value = excess[row * count + column]
                    trends += trend * trend * value * kernels.regional[index][row * count + column]
                    for position in region.breaks[row] where region.breaks[column].contains(position) {
                        shifts += shift * shift * value
                    }
                }
                shiftCount += Double(region.breaks[row].count)
                for year in region.spans[row] {
                    let variance = regions[index] / weights[index][year]
                    let square = max(variance + variance * variance * excess[row * count + row], 0)
                    let weight = settings.weight(ofSquare: square / regions[index])
                    next.weights[index][year] = weight
                    own += weight * square
                }
            }
            if count > 0 { trendCount += Double(years) }
            next.regions[index] = max(
                (settings.regionDegrees * typical + own) / (settings.regionDegrees + Double(region.years)), Self.floor)
            inverseSum += 1 / next.regions[index]
        }
        next.trend = pooled(trends + trendCount * trend, trendCount, ratio: settings.trendRatio)
        next.shift = pooled(shifts + shiftCount * shift, shiftCount, ratio: settings.shiftRatio)
        next.typical = Double(design.regions.count) / inverseSum
        return next
    }

    /// The largest relative change of a pooled variance; one that is small beside a typical year's shock counts as
    /// a hundredth of it, for it may shrink for ever without being felt.
    func change(from other: GrowthVariances) -> Double {
        let floor = 0.01 * other.typical
        return zip([common, trend, shift, typical], [other.common, other.trend, other.shift, other.typical])
            .map { abs($0 - $1) / max($1, floor) }.max() ?? 0
    }
}
