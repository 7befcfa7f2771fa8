extension Verdict {
    /// The verdict for a probability, by its lower bounds: 90% very likely, 66%
    /// likely, 33% open, 10% unlikely, below remote.
    ///
    /// The bounds are those of the calibrated language of the IPCC (Mastrandrea
    /// et al. 2010), which calls 33 to 66% "about as likely as not". `met` is a
    /// matter of published figures, not of odds.
    public init(probability: Double) {
        precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
        self =
            switch probability {
            case 0.90...: .veryLikely
            case 0.66...: .likely
            case 0.33...: .open
            case 0.10...: .unlikely
            default: .remote
            }
    }
}
