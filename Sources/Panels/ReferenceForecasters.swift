import RealModule
import Scoring

/// Last value for ever: a normal forecast around the latest observation, with
/// the pooled root mean square of yearly changes times √years.
///
/// An increment over k years counts as k years of variance; increments across a
/// break do not count. Years run from the observation, not from the origin.
public struct NoChangeForecaster: PanelForecaster {
    public let name = "no change"

    /// Has no settings.
    public init() {}

    /// - Throws: `cannotFit` without a single increment within one classification.
    public func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        let known = panel.known(through: origin)
        let increments = known.growthIncrements
        guard !increments.isEmpty else { throw .tooFewIncrements(name, through: origin, needed: 1, found: 0) }
        let variance = increments.reduce(0) { $0 + $1.change * $1.rate } / Double(increments.count)
        return RandomWalk(
            known: known, origin: origin, drift: known.regions.map { _ in 0 }, deviation: variance.squareRoot())
    }
}

/// Each region's own mean yearly growth up to the origin, carried on: normal,
/// with the pooled yearly standard deviation around the regions' own means times √years.
///
/// Mean growth of a region is the sum of its increments over the sum of their
/// years; an increment over k years has k years of variance; increments across
/// a break are not growth. A region without an increment gets the pooled mean.
/// The uncertainty of the mean is left out, as in the textbook reference.
public struct DriftForecaster: PanelForecaster {
    public let name = "drift"

    /// Has no settings.
    public init() {}

    /// - Throws: `cannotFit` with fewer than two increments in every region.
    public func fit(_ panel: Panel, through origin: Int) throws(PanelError) -> any FittedPanelForecaster {
        let known = panel.known(through: origin)
        let increments = known.growthIncrements
        let pooled = meanRate(increments)
        var drift: [Double] = []
        var squares = 0.0
        var degrees = 0
        for region in known.regions.indices {
            let own = increments.filter { $0.region == region }
            let mean = own.isEmpty ? pooled : meanRate(own)
            drift.append(mean)
            if own.isEmpty { continue }
            for increment in own {
                let excess = increment.change - mean * Double(increment.span)
                squares += excess * excess / Double(increment.span)
            }
            degrees += own.count - 1
        }
        guard degrees > 0 else {
            throw .tooFewIncrements(name, through: origin, needed: 2, found: increments.isEmpty ? 0 : 1)
        }
        return RandomWalk(
            known: known, origin: origin, drift: drift, deviation: (squares / Double(degrees)).squareRoot())
    }

    private func meanRate(_ increments: [Increment]) -> Double {
        guard !increments.isEmpty else { return 0 }
        return increments.reduce(0) { $0 + $1.change } / Double(increments.reduce(0) { $0 + $1.span })
    }
}

/// Latest value + drift × years, normal with deviation × √years.
private struct RandomWalk: FittedPanelForecaster {
    let known: Panel
    let origin: Int
    /// Yearly, by region.
    let drift: [Double]
    /// Of one year.
    let deviation: Double

    func forecast(region: Int, horizon: Int) -> (any ForecastDistribution)? {
        guard let latest = known.latest(of: region) else { return nil }
        let years = Double(origin + horizon - latest.year)
        return NormalForecast(
            mean: latest.value + drift[region] * years, deviation: deviation * years.squareRoot())
    }
}

extension PanelError {
    static func tooFewIncrements(_ method: String, through origin: Int, needed: Int, found: Int) -> PanelError {
        .cannotFit(
            method: method, through: origin,
            reason: "it needs \(needed) \(needed == 1 ? "change" : "changes") between neighbouring observations of a "
                + "region in one classification, there \(found == 1 ? "is" : "are") \(found)")
    }
}
