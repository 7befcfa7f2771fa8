import RealModule

/// Odds held against what happened. Both scores are strictly proper: no odds but
/// the ones believed in have a better expectation.
public struct OddsScore: Sendable, Equatable {
    public let probability: Double
    public let happened: Bool
    /// (p − o)² with o = 1 if it happened: 0 at best, 1 at worst, 0.25 for even odds (Brier 1950).
    public let brier: Double
    /// −ln of the probability that was given to what happened, in nats: 0 at best, ln 2 for even odds (Good 1952).
    public let logScore: Double

    /// - Parameter bound: what odds of exactly 0 stand for, and 1 less it what 1 stands for, in the logarithmic
    ///   score: of M members none may mean anything below 1/M. 0 takes certainty at its word.
    public init(probability: Double, happened: Bool, bound: Double = 0) {
        precondition((0...1).contains(probability) && (0...0.5).contains(bound), "odds \(probability), bound \(bound)")
        self.probability = probability
        self.happened = happened
        let outcome: Double = happened ? 1 : 0
        brier = (probability - outcome) * (probability - outcome)
        let given = happened ? probability : 1 - probability
        logScore = -Double.log(min(max(given, bound), 1 - bound))
    }
}
