/// What a number of a scenario measures. Every key accepts one dimension, so
/// that a share given in 亿元 is an error and not a strange result.
public enum Dimension: String, Sendable, CaseIterable {
    /// Canonical unit 亿元 (100 million yuan).
    case money
    /// A change or growth: fraction, 5% is 0.05.
    case rate
    /// A part of a whole: fraction within 0...1.
    case share
    /// How many: a plain number, with or without a word.
    case count
    /// A factor, exponent or elasticity; a percentage is read as a fraction.
    case number
    case year

    /// With its article, as in "expected an amount of money".
    public var noun: String {
        switch self {
        case .money: "an amount of money"
        case .rate: "a rate"
        case .share: "a share"
        case .count: "a count"
        case .number: "a plain number"
        case .year: "a year"
        }
    }

    /// How such a quantity is written.
    public var example: String {
        switch self {
        case .money: "100 亿元"
        case .rate: "5%"
        case .share: "20%"
        case .count: "10"
        case .number: "0.5"
        case .year: "2027"
        }
    }

    /// `an amount of money, e.g. "100 亿元"`.
    var expectation: String { "\(noun), e.g. \"\(example)\"" }
}
