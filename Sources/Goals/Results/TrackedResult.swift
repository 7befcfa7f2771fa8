import Scenarios

/// A followed quantity: what was modelled beside what was published.
public struct TrackedResult: Sendable {
    public var indicator: TrackedIndicator
    public var display: Display
    /// All modelled and observed years, ascending.
    public var points: [Point]

    /// One year: what was modelled, what was published.
    public struct Point: Sendable {
        public var year: Int
        /// nil outside the projected years.
        public var summary: Summary?
        /// Of the first observed series.
        public var observed: ObservedSeries.Point?
        /// Share of members below the observed value; nil without both.
        public var rank: Double?

        /// Its parts, as documented on each.
        public init(year: Int, summary: Summary?, observed: ObservedSeries.Point?, rank: Double?) {
            self.year = year
            self.summary = summary
            self.observed = observed
            self.rank = rank
        }
    }

    /// Its parts, as documented on each.
    public init(indicator: TrackedIndicator, display: Display, points: [Point]) {
        self.indicator = indicator
        self.display = display
        self.points = points
    }
}
