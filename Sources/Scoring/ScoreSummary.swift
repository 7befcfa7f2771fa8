/// Mean scores of a set of forecasts.
public struct ScoreSummary: Sendable, Equatable {
    /// Number of forecasts.
    public let count: Int
    /// Mean continuous ranked probability score.
    public let crps: Double
    /// Mean logarithmic score, in nats.
    public let logScore: Double
    /// Mean absolute error of the medians.
    public let mae: Double
    /// Mean absolute scaled error (Hyndman & Koehler 2006) over the forecasts
    /// that have a scale; nil if none has. Errors of all horizons are over yearly changes.
    public let mase: Double?
    /// By position in ``ForecastScore/levels``: the share of outcomes inside the central interval, ends included.
    public let coverage: [Double]
    /// The share of outcomes in each tenth of their forecast distributions, from the lowest; all 0.1 if calibrated.
    public let pitHistogram: [Double]

    /// Bins of the histogram.
    public static let bins = 10

    /// Means over the scores; nil without any.
    public init?(_ scores: some Collection<ForecastScore>) {
        guard !scores.isEmpty else { return nil }
        let number = Double(scores.count)
        func mean(_ value: (ForecastScore) -> Double) -> Double { scores.reduce(0) { $0 + value($1) } / number }
        count = scores.count
        crps = mean(\.crps)
        logScore = mean(\.logScore)
        mae = mean(\.error.magnitude)
        let scaled = scores.compactMap(\.scaledError)
        mase = scaled.isEmpty ? nil : scaled.reduce(0, +) / Double(scaled.count)
        coverage = ForecastScore.levels.indices.map { level in
            mean { $0.intervals[level].contains($0.outcome) ? 1 : 0 }
        }
        var histogram = [Double](repeating: 0, count: Self.bins)
        for score in scores {
            histogram[min(Self.bins - 1, max(0, Int(score.pit * Double(Self.bins))))] += 1 / number
        }
        pitHistogram = histogram
    }
}
