/// A published figure that the updated table has to meet: a total, or a growth since the year of the table.
public struct BaseYearControl: Sendable, Equatable {
    /// What the figure is a total of.
    public enum Measure: String, Sendable {
        case valueAdded
        /// Gross output, e.g. published revenue.
        case output
    }

    /// Growth since the year of the table, where no total is known.
    ///
    /// The control is then base · (1 + rate) · (1 + price), at current prices, with base = Σ weight · value added (or
    /// output) of the old table. With `relativeTo` the growth of that control multiplies it as well.
    public struct Growth: Sendable, Equatable {
        /// Over all years together: 0.25 for 25% more. In constant prices where `price` says how prices moved, at
        /// current prices where `price` is 0; with `relativeTo` ahead of that control.
        public let rate: Double
        /// Change of the group's price over the same years; 0 where the rate is at current prices or relative.
        public let price: Double
        /// Name of the control that the growth is ahead of; nil for growth by itself.
        public let relativeTo: String?

        /// Its parts, as documented on each.
        public init(rate: Double, price: Double = 0, relativeTo: String? = nil) {
            self.rate = rate
            self.price = price
            self.relativeTo = relativeTo
        }
    }

    /// Name in messages and reports; unique among the controls of an update.
    public let name: String
    public let measure: Measure
    /// How much of each sector belongs to it, 0...1. Whole sectors may be nested in each other's groups; a fraction is
    /// the part of the sector that the figure covers, e.g. the high-tech part.
    public let weights: [Double]
    /// Positive, in the money unit of the table; of a growth 0 until the update knows its base.
    public internal(set) var value: Double
    /// Nil where the figure is a total.
    public let growth: Growth?
    /// Whether this figure, and not the other, is the one to change when it
    /// disagrees with the figures above or below it.
    public let givesWay: Bool

    /// A total.
    public init(name: String, measure: Measure, weights: [Double], value: Double, givesWay: Bool = false) {
        self.name = name
        self.measure = measure
        self.weights = weights
        self.value = value
        growth = nil
        self.givesWay = givesWay
    }

    /// A growth.
    public init(name: String, measure: Measure, weights: [Double], growth: Growth, givesWay: Bool = false) {
        self.name = name
        self.measure = measure
        self.weights = weights
        value = 0
        self.growth = growth
        self.givesWay = givesWay
    }

    /// Indices of the sectors that belong to it at least in part.
    var sectors: [Int] { weights.indices.filter { weights[$0] > 0 } }

    /// Whether it covers a part of some sector only.
    var isPart: Bool { weights.contains { $0 > 0 && $0 < 1 } }

    /// What it covers of values by sector: Σ weight · value.
    func covered(_ values: [Double]) -> Double { zip(weights, values).reduce(0) { $0 + $1.0 * $1.1 } }
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
