import Goals
import Scenarios

/// One forecast as a ledger keeps it: a quantity of one year, and for a goal the odds that it is met.
///
/// Values are in `unit`, the unit of targets.csv.
public struct LedgerEntry: Sendable, Equatable {
    /// When the forecast was made: ISO 8601 in UTC, so that text order is order in time.
    public var madeOn: String
    public var scenario: String
    /// Of all files that the scenario was read from.
    public var digest: String
    public var version: String
    /// As text: it may exceed what spreadsheets keep exact.
    public var seed: String
    public var members: Int
    /// Last year of the figures that the forecast rests on; nil if not known.
    public var asOf: Int?
    public var question: Question
    /// Target, and reading where there are several, in words.
    public var name: String
    public var isHeadline: Bool
    /// Chance that the goal is met; nil without a goal.
    public var odds: Double?
    public var oddsError: Double?
    /// At ``probabilities``; not descending.
    public var quantiles: [Double]
    /// For a count: chance of 0, 1, 2, …; empty otherwise.
    public var countProbabilities: [Double]
    /// Latest published figure that was known; nil where nothing was published.
    public var latest: LatestFigure?
    /// Worst quality letter of what the forecast rests on.
    public var quality: String

    /// Probabilities of the quantiles that a ledger keeps.
    public static let probabilities = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95]

    /// A published figure.
    public struct LatestFigure: Sendable, Equatable {
        public var value: Double
        public var year: Int

        /// A figure of a year.
        public init(value: Double, year: Int) {
            self.value = value
            self.year = year
        }
    }

    /// Its parts, as documented on each.
    public init(
        madeOn: String, scenario: String, digest: String, version: String, seed: String, members: Int, asOf: Int?,
        question: Question, name: String, isHeadline: Bool, odds: Double?, oddsError: Double?, quantiles: [Double],
        countProbabilities: [Double], latest: LatestFigure?, quality: String
    ) {
        self.madeOn = madeOn
        self.scenario = scenario
        self.digest = digest
        self.version = version
        self.seed = seed
        self.members = members
        self.asOf = asOf
        self.question = question
        self.name = name
        self.isHeadline = isHeadline
        self.odds = odds
        self.oddsError = oddsError
        self.quantiles = quantiles
        self.countProbabilities = countProbabilities
        self.latest = latest
        self.quality = quality
    }

    /// Years from the last figures known to the year of the forecast: from `asOf`, else from when it was made.
    /// Not below zero.
    public var lead: Int { max(0, question.year - (asOf ?? Int(madeOn.prefix(4)) ?? question.year)) }

    /// What odds of exactly 0 stand for: none of the members.
    public var bound: Double { members > 1 ? 1 / Double(members) : 0.5 }
}

/// What a forecast is about; a figure answers it, whichever scenario asked.
public struct Question: Sendable, Hashable {
    public var region: String
    /// Id of a target, or of a tracked quantity.
    public var target: String
    /// Id of the reading; ``tracked`` for a quantity without a goal.
    public var reading: String
    /// The indicator as a scenario file would say it, e.g. `{total: platforms}`.
    public var indicator: String
    public var unit: String
    public var year: Int
    /// At the deadline only.
    public var goal: LedgerGoal?

    /// Its parts, as documented on each.
    public init(
        region: String, target: String, reading: String, indicator: String, unit: String, year: Int,
        goal: LedgerGoal? = nil
    ) {
        self.region = region
        self.target = target
        self.reading = reading
        self.indicator = indicator
        self.unit = unit
        self.year = year
        self.goal = goal
    }

    /// Stands for the reading of what is followed without a goal.
    public static let tracked = "tracked"
}

/// The goal of a forecast, in the unit of its figures.
public struct LedgerGoal: Sendable, Hashable {
    public var comparator: Goal.Comparator
    public var value: Double
    /// Upper end of `between`.
    public var upper: Double?
    /// Whether reaching it in any year up to the deadline is enough.
    public var byAnyYear: Bool

    /// Its parts, as documented on each.
    public init(comparator: Goal.Comparator, value: Double, upper: Double? = nil, byAnyYear: Bool = false) {
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.byAnyYear = byAnyYear
    }

    /// Whether a figure, in the ledger's unit, meets the goal.
    public func isMet(by figure: Double) -> Bool {
        Goal(comparator: comparator, value: value, upper: upper, text: text, dimension: .number).isMet(by: figure)
    }

    /// e.g. `more than 25000`, `between 2 and 3`: what the template of actuals shows.
    public var text: String {
        let amount = plainNumber(value) + (upper.map { " and " + plainNumber($0) } ?? "")
        return "\(comparator.rawValue) \(amount)" + (byAnyYear ? " in any year" : "")
    }
}

/// The shortest digits that read back as the number, without `.0`.
func plainNumber(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : value.description
}
