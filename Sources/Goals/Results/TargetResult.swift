import Scenarios

/// What came out for one target, reading by reading.
public struct TargetResult: Sendable {
    public var target: Target
    /// Same order as `target.readings`.
    public var readings: [ReadingResult]
    public var headline: ReadingResult { readings.first { $0.reading.isHeadline } ?? readings[0] }
    /// Readings whose verdict differs from the headline's.
    public var disagreeing: [ReadingResult] { readings.filter { $0.verdict != headline.verdict } }

    /// Its parts, as documented on each.
    public init(target: Target, readings: [ReadingResult]) {
        self.target = target
        self.readings = readings
    }
}

/// What came out for one reading of a target.
public struct ReadingResult: Sendable {
    public var reading: Reading
    /// How values of this reading are printed.
    public var display: Display
    public var verdict: Verdict
    public var odds: Odds
    /// Odds when judged in the earliest and latest reading of the deadline; empty without a range.
    public var oddsByDeadline: [(year: Int, odds: Odds)]
    /// Latest known value: published, or else the modelled median at `start` (`isModelled`).
    public var latest: LatestValue
    /// At the deadline.
    public var atDeadline: Summary
    /// What just meets the goal (95% of it where it is `about`) less the median at the deadline, canonical unit: positive
    /// where the median is short of it.
    public var gap: Double
    /// Compound growth a year from the latest value that just reaches the goal; nil where not defined, and for counts.
    public var requiredGrowth: Double?
    /// Units (of a count) or points (of a growth rate) a year from the latest value on that just reach the goal; nil else.
    public var requiredIncrease: Double?
    /// Compound growth a year from `since` to the latest value; nil without two figures.
    public var growthSince: Double?
    /// Modelled median growth a year from `start` to the deadline.
    public var projectedGrowth: Double?
    /// How often comparable regions achieved the growth that is needed; nil where the scenario does not ask.
    public var outsideView: OutsideViewResult?
    public var eurostat: ProgressResult?
    public var unitedNations: ProgressResult?
    /// Share of members that have met the goal by each year from `start` on (first crossing).
    public var crossedBy: [(year: Int, share: Double)]
    /// First year by which half the members have met the goal.
    public var medianCrossing: Int?
    /// For a count: chance of each number of units, from 0; empty otherwise.
    public var countProbabilities: [Double]
    /// Share of the variance of the outcome that each uncertain input explains, largest first. Inputs that
    /// move together explain some of it twice.
    public var drivers: [Driver]
    /// Share of the variance that all inputs together explain (R² of the outcome on them); the rest is the luck
    /// of years, sectors and units. nil where the outcome does not vary.
    public var explained: Double?
    /// The same of the unverified inputs alone.
    public var explainedByUnverified: Double?
    /// Worst quality letter among the inputs that carry the result.
    public var quality: Quality
    public var fan: [FanPoint]

    /// Its parts, as documented on each.
    public init(
        reading: Reading, display: Display, verdict: Verdict, odds: Odds, oddsByDeadline: [(year: Int, odds: Odds)],
        latest: LatestValue, atDeadline: Summary, gap: Double, requiredGrowth: Double?, requiredIncrease: Double?,
        growthSince: Double?,
        projectedGrowth: Double?, eurostat: ProgressResult?, unitedNations: ProgressResult?,
        crossedBy: [(year: Int, share: Double)], medianCrossing: Int?, countProbabilities: [Double],
        drivers: [Driver], explained: Double?, explainedByUnverified: Double?, quality: Quality, fan: [FanPoint],
        outsideView: OutsideViewResult? = nil
    ) {
        self.reading = reading
        self.display = display
        self.verdict = verdict
        self.odds = odds
        self.oddsByDeadline = oddsByDeadline
        self.latest = latest
        self.atDeadline = atDeadline
        self.gap = gap
        self.requiredGrowth = requiredGrowth
        self.requiredIncrease = requiredIncrease
        self.growthSince = growthSince
        self.projectedGrowth = projectedGrowth
        self.eurostat = eurostat
        self.unitedNations = unitedNations
        self.crossedBy = crossedBy
        self.medianCrossing = medianCrossing
        self.countProbabilities = countProbabilities
        self.drivers = drivers
        self.explained = explained
        self.explainedByUnverified = explainedByUnverified
        self.quality = quality
        self.fan = fan
        self.outsideView = outsideView
    }
}

/// How a canonical value is printed: for people by its measure, in files as `value * scale` in the unit of the IAMC.
public struct Display: Sendable, Equatable {
    public var measure: Measure
    /// For projections.csv: `100 million CNY/yr`, `%`, `platforms`.
    public var iamcUnit: String
    /// What multiplies a canonical value to give `unit` and `iamcUnit`.
    public var scale: Double { measure.scale }
    /// The unit in messages and files: `亿元`, `%`, `platforms`.
    public var unit: String { measure.unit }

    /// Its parts, as documented on each.
    public init(measure: Measure, iamcUnit: String) {
        self.measure = measure
        self.iamcUnit = iamcUnit
    }
}

/// The latest known value of an indicator: published, or modelled where nothing is.
public struct LatestValue: Sendable, Equatable {
    public var value: Double
    public var year: Int
    public var quality: Quality
    public var isModelled: Bool

    /// Its parts, as documented on each.
    public init(value: Double, year: Int, quality: Quality, isModelled: Bool) {
        self.value = value
        self.year = year
        self.quality = quality
        self.isModelled = isModelled
    }
}

/// An uncertain input and how much of an outcome's spread goes with it.
public struct Driver: Sendable, Equatable {
    public var input: InputName
    /// What files call it, e.g. `starting size of platforms`.
    public var name: String { input.text }
    /// Share of variance explained, 0...1 (squared correlation of the outcome with the input).
    public var share: Double
    public var quality: Quality?

    /// Its parts, as documented on each.
    public init(input: InputName, share: Double, quality: Quality?) {
        self.input = input
        self.share = share
        self.quality = quality
    }
}

/// One year of a fan chart.
public struct FanPoint: Sendable {
    public var year: Int
    public var summary: Summary?
    /// One value per observed series of the reading (nil where it has none for the year).
    public var observed: [Double?]
    /// Path of constant growth from the latest value to the goal; nil before the latest year.
    public var required: Double?

    /// Its parts, as documented on each.
    public init(year: Int, summary: Summary?, observed: [Double?], required: Double?) {
        self.year = year
        self.summary = summary
        self.observed = observed
        self.required = required
    }
}

/// Verdict by odds, or `met` where the latest published figure meets the goal at its deadline.
public enum Verdict: String, Sendable, CaseIterable {
    case met
    case veryLikely = "very likely"
    case likely, open, unlikely, remote
}
