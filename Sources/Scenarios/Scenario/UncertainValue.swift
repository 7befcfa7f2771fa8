import Sampling

/// A number of the scenario that may be uncertain, with where it comes from.
public struct UncertainValue: Sendable {
    /// Key path in the scenario, e.g. `economy.growth.export` or
    /// `levers[rd-support].amount`: the identity that its draws are keyed by.
    public var id: String
    public var distribution: Distribution
    public var redraw: Redraw
    public var quality: Quality?
    public var source: String?
    public var note: String?
    public var location: SourceLocation

    /// How often a value is drawn anew within one member.
    public enum Redraw: String, Sendable { case once, year, unit }
}
