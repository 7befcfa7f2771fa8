/// A stated target: a goal with a deadline, and the ways to read what is counted.
public struct Target: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var goal: Goal
    public var deadline: Int
    /// Earliest and latest reading of the deadline, where the source leaves it open.
    public var deadlineRange: ClosedRange<Int>?
    /// Reference year of progress.
    public var since: Int?
    /// `true`: met if reached in any year up to the deadline.
    public var byAnyYear: Bool
    public var source: String?
    public var note: String?
    public var noteChinese: String?
    /// Ids of the named industries that it is about; none where it names none.
    public var themes: [String]
    /// Never empty; exactly one is the headline.
    public var readings: [Reading]
    public var location: SourceLocation
    public var headline: Reading { readings.first { $0.isHeadline } ?? readings[0] }
}

/// The number of a target and how it is to be reached, in canonical units.
public struct Goal: Sendable, Equatable {
    /// How the value is to be reached.
    public enum Comparator: String, Sendable {
        case moreThan = "more than"
        case atLeast = "at least"
        case about, between
        case lessThan = "less than"
        case atMost = "at most"
    }
    public var comparator: Comparator
    public var value: Double
    /// Upper end of `between`.
    public var upper: Double?
    /// As the file says it, e.g. `more than 25000 亿元`.
    public var text: String
    public var dimension: Dimension

    /// A goal; `upper` belongs to `between` only.
    public init(comparator: Comparator, value: Double, upper: Double? = nil, text: String, dimension: Dimension) {
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.text = text
        self.dimension = dimension
    }
}
