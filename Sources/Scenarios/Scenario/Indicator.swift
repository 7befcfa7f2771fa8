/// What is counted: a quantity of the model.
public indirect enum Indicator: Sendable, Hashable {
    /// What is counted of a group: all of its output, or the value that it adds.
    public enum Measure: String, Sendable {
        case output
        case valueAdded = "value_added"
    }
    case total(portfolio: String)
    /// Number ever listed.
    case cumulative(portfolio: String)
    case count(portfolio: String, over: Double, strict: Bool)
    case unit(String, portfolio: String)
    /// Share of `group` in `of`, current prices.
    case share(group: String, of: String, measure: Measure)
    /// Level of a group; `constantPrices` in prices of `start`.
    case level(group: String, measure: Measure, constantPrices: Bool)
    /// A satellite of the economy, in its unit.
    case satellite(String, unit: SatelliteUnit)
    /// Growth on the year before of another indicator.
    case growth(Indicator)
}

extension Indicator {
    /// What the indicator measures, and so what a goal for it must be.
    public var dimension: Dimension {
        switch self {
        case .total, .unit, .level: .money
        case .cumulative, .count: .count
        case .share: .share
        case .satellite(_, let unit):
            switch unit {
            case .money: .money
            case .share: .share
            case .other: .number
            }
        case .growth: .rate
        }
    }
}
