/// One way to read a target: what is counted, from which base.
public struct Reading: Sendable {
    public var id: String
    public var name: String?
    public var nameChinese: String?
    public var isHeadline: Bool
    public var reason: String?
    public var reasonChinese: String?
    public var indicator: Indicator
    /// Level of a share (or level) indicator at `start`; the model then supplies its growth only.
    public var baseline: Baseline?
    public var observed: [ObservedSeries]
    /// What the growth that is needed is held against.
    public var outsideView: OutsideViewReference?
    public var note: String?
    public var noteChinese: String?
    public var location: SourceLocation
}

/// product(factors) / product(divisors), drawn once per member.
public struct Baseline: Sendable {
    public var factors: [UncertainValue]
    public var divisors: [UncertainValue]
    public var quality: Quality?
    public var source: String?
    public var note: String?
}
