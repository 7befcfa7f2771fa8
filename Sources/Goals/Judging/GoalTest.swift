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

    /// What just meets the goal less a value: positive where the value is short of it, for goals that cap negative where
    /// it is beyond it.
    ///
    /// What just meets a goal is its `threshold`; of what is counted in whole units the first whole number that does, so
    /// that `about 10` asks for 10 and `more than 10` for 11.
    public func gap(from candidate: Double, counting: Bool) -> Double {
        guard counting else { return threshold - candidate }
        // 0.95 × 20 must not become 19.000000000000004.
        let least =
            switch comparator {
            case .moreThan: (threshold + 1e-9).rounded(.down) + 1
            case .atLeast, .about, .between: (threshold - 1e-9).rounded(.up)
            case .lessThan: (threshold - 1e-9).rounded(.up) - 1
            case .atMost: (threshold + 1e-9).rounded(.down)
            }
        return least - candidate
    }

    /// Whether lower values are better.
    public var isCap: Bool { comparator == .lessThan || comparator == .atMost }
}
