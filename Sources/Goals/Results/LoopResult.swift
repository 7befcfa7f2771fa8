/// What the loop of science and industry adds: the scenario as it stands against the same scenario with a half of the loop
/// switched off.
public struct LoopResult: Sendable {
    /// What is switched off in the scenario it is held against.
    public enum Half: String, Sendable, CaseIterable {
        /// Knowledge moves demand and prices, whatever raised it: without it, nothing of the loop is left.
        case scienceToIndustry = "science_to_industry"
        /// Output moves R&D.
        case industryToScience = "industry_to_science"
    }

    public var half: Half
    /// One per target, in the scenario's order.
    public var targets: [JudgedTarget]
    /// Value added of the region in the last year, in prices of the base year.
    public var valueAdded: Difference

    /// One quantity with the half and without, 亿元.
    public struct Difference: Sendable {
        public var year: Int
        public var with: Summary
        public var without: Summary
        /// Distribution over members of with less without.
        public var difference: Summary

        /// Its parts, as documented on each.
        public init(year: Int, with: Summary, without: Summary, difference: Summary) {
            self.year = year
            self.with = with
            self.without = without
            self.difference = difference
        }
    }

    /// Its parts, as documented on each.
    public init(half: Half, targets: [JudgedTarget], valueAdded: Difference) {
        self.half = half
        self.targets = targets
        self.valueAdded = valueAdded
    }
}
