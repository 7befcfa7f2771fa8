/// One forecast held against what happened.
public struct ForecastScore: Sendable, Equatable {
    public let outcome: Double
    /// The forecast's median, and the outcome less it.
    public let median: Double
    public var error: Double { outcome - median }
    /// Continuous ranked probability score, in the unit of the quantity.
    public let crps: Double
    /// −ln of the forecast density at the outcome, in nats.
    public let logScore: Double
    /// Forecast probability of an outcome at or below the one that came: uniform if forecasts are calibrated.
    public let pit: Double
    /// Size of the error over a scale, see ``ScoreSummary/mase``; nil without one.
    public let scaledError: Double?
    /// By position in ``levels``: the central interval of that probability.
    public let intervals: [ClosedRange<Double>]

    /// Probabilities of the central intervals that are kept.
    public static let levels = [0.5, 0.8, 0.9]

    /// Scores a forecast.
    ///
    /// - Parameter scale: above zero, the mean absolute yearly change known when the forecast was made
    ///   (Hyndman & Koehler 2006); nil if there is none.
    public init(of forecast: any ForecastDistribution, outcome: Double, scale: Double? = nil) {
        self.outcome = outcome
        median = forecast.median
        crps = forecast.crps(outcome)
        logScore = forecast.logScore(outcome)
        pit = forecast.cumulative(outcome)
        let size = (outcome - forecast.median).magnitude
        scaledError = scale.flatMap { $0 > 0 ? size / $0 : nil }
        intervals = Self.levels.map { forecast.interval($0) }
    }
}
