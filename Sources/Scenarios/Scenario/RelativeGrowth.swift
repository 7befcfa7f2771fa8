/// The growth of a sector group relative to all of its reference group, from
/// observed figures, shrunk toward a wider experience and damped with the horizon.
public struct RelativeGrowth: Sendable {
    public var id: String
    public var group: String
    /// The group that the observed growth is relative to.
    public var relativeTo: String
    /// The group whose demand carries the difference: `group` itself, or a part of it.
    public var carriedBy: String
    /// Yearly log increments of the observed series with their spans in years.
    public var increments: [Increment]
    public var observedNote: String
    /// The change between two years that the series have.
    public struct Increment: Sendable, Equatable {
        public var from: Int
        public var to: Int
        /// Log change of the series relative to its reference over the span.
        public var logChange: Double
        public var quality: Quality
    }
    /// Prior that the observed mean is shrunk toward; a rate a year.
    public var shrinkToward: UncertainValue
    /// Each further year keeps this share of the differential, 0...1.
    public var damping: Double
    /// Whether the observed figures are at current prices (they then contain relative prices).
    public var nominal: Bool
    public var quality: Quality
    public var location: SourceLocation
}
