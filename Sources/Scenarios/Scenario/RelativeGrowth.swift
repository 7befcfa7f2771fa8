/// The growth of a sector group relative to all of its reference group, from
/// observed figures or a panel, damped with the horizon.
public struct RelativeGrowth: Sendable {
    public var id: String
    public var group: String
    /// The group that the observed growth is relative to.
    public var relativeTo: String
    /// The group whose demand carries the difference: `group` itself, or a part of it.
    public var carriedBy: String
    /// What tells the differential of the first year.
    public var basis: Basis
    /// Each further year keeps this share of the differential, 0...1.
    public var damping: Double
    /// sd in logarithms of a yearly, independent shock to the differential; nil for none.
    public var volatility: UncertainValue?
    /// Whether the observed figures are at current prices (they then contain relative prices).
    public var nominal: Bool
    public var quality: Quality
    public var location: SourceLocation

    /// What tells the differential of the first year.
    public enum Basis: Sendable {
        case observed(Observed)
        /// A rate a year, stated with its uncertainty.
        case trend(UncertainValue)
    }

    /// Published figures whose mean growth is shrunk toward a wider experience.
    public struct Observed: Sendable {
        /// Yearly log increments of the observed series with their spans in years.
        public var increments: [Increment]
        /// The indicators: `a`, `a / b` or `a - b`.
        public var series: String
        /// The file that has them.
        public var file: String
        /// Prior that the observed mean is shrunk toward; a rate a year.
        public var shrinkToward: UncertainValue

        /// Its parts, as documented on each.
        public init(increments: [Increment], series: String, file: String, shrinkToward: UncertainValue) {
            self.increments = increments
            self.series = series
            self.file = file
            self.shrinkToward = shrinkToward
        }
    }

    /// The change between two years that the series have.
    public struct Increment: Sendable, Equatable {
        public var from: Int
        public var to: Int
        /// Log change of the series relative to its reference over the span.
        public var logChange: Double
        public var quality: Quality
    }

    /// Increments of the observed figures; none for a stated trend.
    public var increments: [Increment] { if case .observed(let observed) = basis { observed.increments } else { [] } }
}
