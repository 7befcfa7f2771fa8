import Scenarios

/// How far judgements move the targets: the scenario as it stands against the same scenario without them.
public struct JudgementResult: Sendable {
    /// One judgement, or all of them taken together.
    public var levers: [Lever]
    /// One per target, in the scenario's order.
    public var targets: [JudgedTarget]
    public var isTogether: Bool { levers.count > 1 }

    /// Its parts, as documented on each.
    public init(levers: [Lever], targets: [JudgedTarget]) {
        self.levers = levers
        self.targets = targets
    }
}

/// How far judgements move one target.
public struct JudgedTarget: Sendable {
    public var target: Target
    /// In the target's order; never empty.
    public var readings: [JudgedReading]
    public var headline: JudgedReading { readings.first { $0.with.reading.isHeadline } ?? readings[0] }

    /// Its parts, as documented on each.
    public init(target: Target, readings: [JudgedReading]) {
        self.target = target
        self.readings = readings
    }
}

/// How far judgements move one reading of a target.
public struct JudgedReading: Sendable {
    /// As the scenario stands.
    public var with: ReadingResult
    public var without: ReadingResult
    /// Odds with less odds without.
    public var oddsDifference: Double
    /// Of `oddsDifference`, from paired members.
    public var standardError: Double
    /// Distribution over members of the outcome at the deadline with, less without.
    public var difference: Summary?

    /// Its parts, as documented on each.
    public init(
        with: ReadingResult, without: ReadingResult, oddsDifference: Double, standardError: Double,
        difference: Summary?
    ) {
        self.with = with
        self.without = without
        self.oddsDifference = oddsDifference
        self.standardError = standardError
        self.difference = difference
    }
}
