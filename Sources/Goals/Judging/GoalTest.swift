import Scenarios

extension Goal {
    /// `about` is met from 95% of the value on.
    public static let aboutShare = 0.95

    /// The value from which the goal is met (to which, for goals that cap).
    public var threshold: Double { comparator == .about ? Self.aboutShare * value : value }

    /// Whether a value meets the goal: `more than` and `less than` are strict,
    /// `about` means at least 95%, a range is met from its lower end.
    public func isMet(by candidate: Double) -> Bool {
        // 0.95 × 20 must not ask for 19.000000000000004 platforms.
        let tolerance = abs(threshold) * 1e-12
        return switch comparator {
        case .moreThan: candidate > value
        case .atLeast, .about, .between: candidate >= threshold - tolerance
        case .lessThan: candidate < value
        case .atMost: candidate <= value + tolerance
        }
    }

    /// Whether lower values are better.
    public var isCap: Bool { comparator == .lessThan || comparator == .atMost }
}
