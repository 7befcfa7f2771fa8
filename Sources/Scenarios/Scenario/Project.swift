/// A dated project: a plant, a park, a line that is announced to start in some year.
///
/// From its start on it adds capacity × utilisation × (1 − displaced) × ramp to the output of its host, in prices of the
/// base year, where it comes about. The ramp reaches (t − start + 1) / years in year t, at most 1.
public struct Project: Sendable {
    /// Where its output is counted.
    public enum Host: Sendable, Equatable {
        /// A sector or group.
        case group(String)
        /// A unit with a name, and through its weights its sectors.
        case unit(String, portfolio: String)
    }
    public var host: Host
    /// Output a year at full use, 亿元 at prices of the base year.
    public var capacity: UncertainValue
    /// First year with output: the whole part of what is drawn.
    public var start: UncertainValue
    /// Years from the start to full use; up to 1, it is full at once.
    public var ramp: UncertainValue
    /// Share of the capacity that is used in the end.
    public var utilisation: UncertainValue
    /// Share of its output that replaces other output of its host: moved from an old site, or taken from a neighbour.
    public var displaced: UncertainValue
    /// Chance that it comes about at all.
    public var probability: UncertainValue
    /// A uniform draw: it comes about where this is below `probability`.
    public var luck: UncertainValue
}
