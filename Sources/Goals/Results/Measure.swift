/// What a number measures, and so in which unit people are shown it.
///
/// Canonical values are money in 亿元 and rates and shares as fractions; `scale` turns them into `unit`. How a unit is
/// called in a language, and which power of ten money is printed in, is decided where the words are.
public enum Measure: Sendable, Equatable {
    /// 亿元 at current prices.
    case money
    /// 亿元 at the prices of a year.
    case moneyAtPrices(of: Int)
    /// A share or a rate.
    case percentage
    /// Growth a year.
    case percentagePerYear
    /// An index that is 100 in the base year.
    case index
    /// Units of a portfolio, by its id; and what the scenario calls them in Chinese, with their classifier: `个平台`.
    case units(String, chinese: String?)
    /// As the scenario names it, e.g. `10k persons`.
    case other(String)

    /// What multiplies a canonical value to give `unit`.
    public var scale: Double {
        switch self {
        case .percentage, .percentagePerYear, .index: 100
        case .money, .moneyAtPrices, .units, .other: 1
        }
    }

    /// The name of the unit in files and messages: `亿元`, `%`, `platforms`; empty for an index.
    public var unit: String {
        switch self {
        case .money, .moneyAtPrices: "亿元"
        case .percentage: "%"
        case .percentagePerYear: "%/yr"
        case .index: ""
        case .units(let name, _), .other(let name): name
        }
    }

    /// Whether changes are counted in points.
    public var isPercentage: Bool { self == .percentage || self == .percentagePerYear }
    public var isMoney: Bool {
        switch self {
        case .money, .moneyAtPrices: true
        default: false
        }
    }
}
