/// Distribution of one quantity in one year over the members.
public struct Summary: Sendable, Equatable {
    public var mean: Double
    public var p5: Double
    public var p10: Double
    public var p25: Double
    public var p50: Double
    public var p75: Double
    public var p90: Double
    public var p95: Double

    /// Its parts, as documented on each.
    public init(
        mean: Double, p5: Double, p10: Double, p25: Double, p50: Double, p75: Double, p90: Double, p95: Double
    ) {
        self.mean = mean
        self.p5 = p5
        self.p10 = p10
        self.p25 = p25
        self.p50 = p50
        self.p75 = p75
        self.p90 = p90
        self.p95 = p95
    }
}

/// A probability with its Monte Carlo standard error.
public struct Odds: Sendable, Equatable {
    public var probability: Double
    public var standardError: Double
    public var members: Int

    /// Its parts, as documented on each.
    public init(probability: Double, standardError: Double, members: Int) {
        self.probability = probability
        self.standardError = standardError
        self.members = members
    }
}
