extension Verdict {
    /// The verdicts that odds give, the lowest first, each with the probability (0...1) that it begins at; it ends where
    /// the next one begins, the last at 1.
    public static let bounds: [(verdict: Verdict, lowest: Double)] = [
        (.remote, 0), (.unlikely, 0.10), (.open, 0.33), (.likely, 0.66), (.veryLikely, 0.90),
    ]

    /// The verdict for a probability, by its lower bounds: 90% very likely, 66%
    /// likely, 33% open, 10% unlikely, below remote.
    ///
    /// The bounds are those of the calibrated language of the IPCC (Mastrandrea
    /// et al. 2010), which calls 33 to 66% "about as likely as not". `met` is a
    /// matter of published figures, not of odds.
    public init(probability: Double) {
        precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
        self = Self.bounds.last { $0.lowest <= probability }?.verdict ?? .remote
    }
}
