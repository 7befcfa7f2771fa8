/// The outcome of a progress rule: its ratio and the class that the rule gives it.
public struct ProgressResult: Sendable, Equatable {
    /// nil where the rule defines no ratio (met already, base of zero or below, …).
    public var ratio: Double?
    /// e.g. `moderate`, `on track`, `achieved`, `not defined: base is zero`.
    public var label: String

    /// Its parts, as documented on each.
    public init(ratio: Double?, label: String) {
        self.ratio = ratio
        self.label = label
    }
}
