/// Published figures of an indicator.
public struct ObservedSeries: Sendable {
    public var label: String
    public var points: [Point]
    /// The figure of one year, with its range where one was published.
    public struct Point: Sendable {
        public var year: Int
        /// Canonical unit, already scaled to the reading's definition.
        public var value: Double
        public var low: Double?
        public var high: Double?
        public var quality: Quality
        public var source: String
        public var note: String?
    }
}

/// A modelled quantity shown beside published figures, without a goal: how the
/// model does on what came after the base year.
public struct TrackedIndicator: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var indicator: Indicator
    public var observed: [ObservedSeries]
    public var note: String?
    public var location: SourceLocation
}
