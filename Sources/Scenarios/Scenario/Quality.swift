/// How far a figure can be trusted: A read on the publisher's page, B in a
/// reprint that names its source, C weak or our own arithmetic, U unverified.
public enum Quality: String, Sendable, Comparable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case u = "U"
    /// From the best letter to the worst: `max` is the weakest of several.
    public static func < (lhs: Quality, rhs: Quality) -> Bool { lhs.rawValue < rhs.rawValue }
}
