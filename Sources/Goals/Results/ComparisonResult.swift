import Scenarios

/// Two scenarios side by side: the same members with the same luck, so that the difference is the
/// scenario's and not the draw's. Units as in `ScenarioResult`.
public struct ComparisonResult: Sendable {
    public var base: ScenarioResult
    public var alternative: ScenarioResult
    /// Variables that both have, in the base's order.
    public var variables: [VariableComparison]
    /// Targets that both have, in the base's order.
    public var targets: [TargetComparison]
    /// What the two do not share, and what else the reader must know.
    public var notices: [Notice]

    /// Its parts, as documented on each.
    public init(
        base: ScenarioResult, alternative: ScenarioResult, variables: [VariableComparison],
        targets: [TargetComparison], notices: [Notice]
    ) {
        self.base = base
        self.alternative = alternative
        self.variables = variables
        self.targets = targets
        self.notices = notices
    }
}

/// One variable in both scenarios.
public struct VariableComparison: Sendable {
    public var name: String
    public var unit: String
    /// What multiplies a canonical value to give `unit`.
    public var scale: Double
    public var years: [YearComparison]

    /// One year in both scenarios.
    public struct YearComparison: Sendable {
        public var year: Int
        public var base: Summary
        public var alternative: Summary
        /// Distribution over members of alternative less base; nil where members were not kept.
        public var difference: Summary?

        /// Its parts, as documented on each.
        public init(year: Int, base: Summary, alternative: Summary, difference: Summary?) {
            self.year = year
            self.base = base
            self.alternative = alternative
            self.difference = difference
        }
    }

    /// Its parts, as documented on each.
    public init(name: String, unit: String, scale: Double, years: [YearComparison]) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.years = years
    }
}

/// One target in both scenarios.
public struct TargetComparison: Sendable {
    /// As the base has it.
    public var target: Target
    /// Readings that both have, in the base's order; never empty.
    public var readings: [ReadingComparison]
    public var headline: ReadingComparison { readings.first { $0.base.reading.isHeadline } ?? readings[0] }

    /// Its parts, as documented on each.
    public init(target: Target, readings: [ReadingComparison]) {
        self.target = target
        self.readings = readings
    }
}

/// One reading in both scenarios.
public struct ReadingComparison: Sendable {
    public var base: ReadingResult
    public var alternative: ReadingResult
    /// Odds of the alternative less odds of the base.
    public var oddsDifference: Double
    /// Of `oddsDifference`, from paired members: smaller than from two separate runs.
    public var standardError: Double
    /// Distribution over members of alternative less base at the deadline; nil where members were not kept.
    public var difference: Summary?

    /// Its parts, as documented on each.
    public init(
        base: ReadingResult, alternative: ReadingResult, oddsDifference: Double, standardError: Double,
        difference: Summary?
    ) {
        self.base = base
        self.alternative = alternative
        self.oddsDifference = oddsDifference
        self.standardError = standardError
        self.difference = difference
    }
}
