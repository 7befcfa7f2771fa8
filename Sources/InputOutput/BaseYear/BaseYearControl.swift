/// A published total that the updated table has to meet.
public struct BaseYearControl: Sendable, Equatable {
    /// What the figure is a total of.
    public enum Measure: String, Sendable {
        case valueAdded
        /// Gross output, e.g. published revenue.
        case output
    }

    /// Name in messages and reports; unique among the controls of an update.
    public let name: String
    public let measure: Measure
    /// How much of each sector belongs to it, 0...1: 0 or 1 for value added;
    /// for output a fraction is the part of the sector that the figure covers,
    /// e.g. the high-tech part.
    public let weights: [Double]
    /// Positive, in the money unit of the table.
    public let value: Double
    /// Whether this figure, and not the other, is the one to change when it
    /// disagrees with the figures above or below it.
    public let givesWay: Bool

    /// Its parts, as documented on each.
    public init(name: String, measure: Measure, weights: [Double], value: Double, givesWay: Bool = false) {
        self.name = name
        self.measure = measure
        self.weights = weights
        self.value = value
        self.givesWay = givesWay
    }

    /// Indices of the sectors that belong to it at least in part.
    var sectors: [Int] { weights.indices.filter { weights[$0] > 0 } }
}

/// How a control ended up in the updated table.
public struct ControlOutcome: Sendable, Equatable {
    public let control: BaseYearControl
    /// What the updated table has.
    public let realised: Double
    /// Whether the control was changed, or dropped, in favour of another.
    public let gaveWay: Bool
    /// Realised over the old table's value.
    public let growth: Double
}

/// One total of the updated table and where it comes from.
public struct MarginReport: Sendable, Equatable {
    /// How the total came about.
    public enum Status: String, Sendable {
        /// Published, and met.
        case imposed
        /// Follows from an assumption about how it moved.
        case inferred
        /// What is left when the others are met.
        case residual
    }

    /// e.g. `value added of manufacturing`.
    public let name: String
    public let status: Status
    /// In the money unit of the table.
    public let value: Double
    public let note: String

    /// Its parts, as documented on each.
    public init(name: String, status: Status, value: Double, note: String) {
        self.name = name
        self.status = status
        self.value = value
        self.note = note
    }
}
