/// Base-year update of the table to `start`.
public struct UpdateSpecification: Sendable {
    public var controls: [Control]
    /// Value-added growth of each sector from the table to `start`, over that of all sectors, as two national
    /// tables have it: the prior for how sectors without a control moved. 1 means as the whole.
    public var drift: [Double]?
    /// Where `drift` comes from, in words: files, years, exponent.
    public var driftNote: String?
}

/// A total of the base year that the update of the table imposes.
public struct Control: Sendable {
    public var id: String
    /// Which total of a group is given.
    public enum Measure: String, Sendable {
        case valueAdded = "value_added"
        case output
    }
    public var measure: Measure
    /// Sector group id.
    public var group: String
    /// In 亿元: a share control has been multiplied by its `of` already.
    public var value: Double
    public var givesWay: Bool
    public var quality: Quality
    public var source: String
    public var location: SourceLocation
}
