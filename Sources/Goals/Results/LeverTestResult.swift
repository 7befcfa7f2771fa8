import Scenarios

/// What each lever of a scenario adds, against the same members with the same luck without any lever.
public struct LeverTestResult: Sendable {
    public var scenario: Scenario
    /// The levers that were tried, in the scenario's order: those that stand for a policy or an event.
    public var levers: [Lever]
    /// Without any of them.
    public var without: ScenarioResult
    /// With all of them.
    public var together: ScenarioResult
    /// What the levers are held against: one per reading of each target; where there is no target, one per named
    /// industry and the value added of the region.
    public var outcomes: [LeverOutcome]
    /// What is to be known of single levers.
    public var notices: [Notice] { together.notices.filter(\.isOfLever) }

    /// Its parts, as documented on each.
    public init(
        scenario: Scenario, levers: [Lever], without: ScenarioResult, together: ScenarioResult,
        outcomes: [LeverOutcome]
    ) {
        self.scenario = scenario
        self.levers = levers
        self.without = without
        self.together = together
        self.outcomes = outcomes
    }
}

/// One outcome in one year, and what each lever adds to it.
public struct LeverOutcome: Sendable {
    /// What the outcome is of.
    public enum Subject: Sendable {
        case target(Target, Reading)
        case theme(Theme)
        /// Of all sectors of the region, at current prices.
        case valueAdded
    }
    /// What the money of an effect is.
    public enum Money: Sendable, Equatable {
        /// The outcome itself.
        case outcome
        /// Value added of a group at current prices: what a share is the share of.
        case valueAdded(group: String)
        /// Output of a group at current prices.
        case output(group: String)
        /// Total of a portfolio, of which units are counted.
        case total(portfolio: String)
        case none
    }
    public var subject: Subject
    public var year: Int
    public var display: Display
    public var money: Money
    /// Without levers, canonical unit.
    public var without: Summary
    /// What the median without levers lacks to meet the goal, 0 where it meets it; nil without a goal.
    public var gap: Double?
    public var oddsWithout: Odds?
    /// In the order of the levers; then, where there are several, all together and their interaction.
    public var effects: [LeverEffect]

    /// Its parts, as documented on each.
    public init(
        subject: Subject, year: Int, display: Display, money: Money, without: Summary, gap: Double?,
        oddsWithout: Odds?, effects: [LeverEffect]
    ) {
        self.subject = subject
        self.year = year
        self.display = display
        self.money = money
        self.without = without
        self.gap = gap
        self.oddsWithout = oddsWithout
        self.effects = effects
    }

    /// Mean of what an effect adds as a share of the gap; nil without a gap that is open.
    public func shareOfGap(_ effect: LeverEffect) -> Double? {
        guard let gap, gap > 0 else { return nil }
        return (isCap ? -effect.outcome.mean : effect.outcome.mean) / gap
    }

    private var isCap: Bool { if case .target(let target, _) = subject { target.goal.isCap } else { false } }
}

/// What a lever, or all of them, adds to an outcome.
public struct LeverEffect: Sendable {
    /// What adds it.
    public enum Source: Sendable {
        case lever(Lever)
        case together
        /// What all together add beyond the sum of each alone.
        case interaction
    }
    public var source: Source
    /// With less without, canonical unit of the outcome.
    public var outcome: Change
    /// The same in 亿元; nil where the outcome has no money behind it.
    public var money: Change?
    /// Odds with less odds without; nil without a goal.
    public var oddsDifference: Double?
    /// Of `oddsDifference`, from paired members; nil for an interaction.
    public var standardError: Double?

    /// Its parts, as documented on each.
    public init(
        source: Source, outcome: Change, money: Change?, oddsDifference: Double?, standardError: Double?
    ) {
        self.source = source
        self.outcome = outcome
        self.money = money
        self.oddsDifference = oddsDifference
        self.standardError = standardError
    }

    /// A mean over the members with its range; an interaction has the mean alone.
    public struct Change: Sendable, Equatable {
        public var mean: Double
        public var p5: Double?
        public var p95: Double?

        /// Its parts, as documented on each.
        public init(mean: Double, p5: Double? = nil, p95: Double? = nil) {
            self.mean = mean
            self.p5 = p5
            self.p95 = p95
        }
    }
}
