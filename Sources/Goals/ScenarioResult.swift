import Scenarios

/// Everything that one scenario's projection says: plain values, ready to be
/// written or shown. Units: money in 亿元, rates and shares as fractions.
public struct ScenarioResult: Sendable {
    public var scenario: Scenario
    public var members: Int
    public var seed: UInt64
    /// Model quantities by year, in a fixed order.
    public var variables: [VariableSummary]
    public var targets: [TargetResult]
    /// Quantities that are followed beside published figures.
    public var tracked: [TrackedResult]
    /// Chance that all headline readings are met in the same member; nil with fewer than two targets.
    public var jointOdds: Odds?
    public var baseYear: BaseYearReport?
    /// Portfolio units at the first deadline of a target on the portfolio (else at `end`), largest first.
    public var rankings: [PortfolioRanking]
    /// What decides the result: stated on screen and in run.json.
    public var assumptions: [Assumption]
    public var notices: [Notice]

    public init(
        scenario: Scenario, members: Int, seed: UInt64, variables: [VariableSummary], targets: [TargetResult],
        tracked: [TrackedResult], jointOdds: Odds?, baseYear: BaseYearReport?, rankings: [PortfolioRanking],
        assumptions: [Assumption],
        notices: [Notice]
    ) {
        self.scenario = scenario
        self.members = members
        self.seed = seed
        self.variables = variables
        self.targets = targets
        self.tracked = tracked
        self.jointOdds = jointOdds
        self.baseYear = baseYear
        self.rankings = rankings
        self.assumptions = assumptions
        self.notices = notices
    }
}

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

/// One IAMC variable over the years.
public struct VariableSummary: Sendable {
    /// e.g. `Output|Pharmaceuticals`, `Portfolio|Platforms|Total Output`, `Target|total-output`.
    public var name: String
    /// e.g. `100 million CNY/yr`, `100 million CNY_2022/yr`, `%`, `platforms`.
    public var unit: String
    /// What multiplies a canonical value to give `unit` (100 for `%`).
    public var scale: Double
    public var years: [YearSummary]

    public struct YearSummary: Sendable {
        public var year: Int
        /// nil where only an observation exists.
        public var summary: Summary?
        public var observed: Double?

        public init(year: Int, summary: Summary?, observed: Double?) {
            self.year = year
            self.summary = summary
            self.observed = observed
        }
    }

    public init(name: String, unit: String, scale: Double, years: [YearSummary]) {
        self.name = name
        self.unit = unit
        self.scale = scale
        self.years = years
    }
}

/// A probability with its Monte Carlo standard error.
public struct Odds: Sendable, Equatable {
    public var probability: Double
    public var standardError: Double
    public var members: Int

    public init(probability: Double, standardError: Double, members: Int) {
        self.probability = probability
        self.standardError = standardError
        self.members = members
    }
}

/// Verdict by odds, or `met` where the latest published figure meets the goal at its deadline.
public enum Verdict: String, Sendable, CaseIterable {
    case met
    case veryLikely = "very likely"
    case likely, open, unlikely, remote
}

public struct TargetResult: Sendable {
    public var target: Target
    /// Same order as `target.readings`.
    public var readings: [ReadingResult]
    public var headline: ReadingResult { readings.first { $0.reading.isHeadline } ?? readings[0] }
    /// Readings whose verdict differs from the headline's.
    public var disagreeing: [ReadingResult] { readings.filter { $0.verdict != headline.verdict } }

    public init(target: Target, readings: [ReadingResult]) {
        self.target = target
        self.readings = readings
    }
}

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
    /// Goal value less the median at the deadline (positive: short of it), canonical unit.
    public var gap: Double
    /// Compound growth a year from the latest value that just reaches the goal; nil where not defined, and for counts.
    public var requiredGrowth: Double?
    /// Units a year from the latest value on that just reach the goal; nil for what is not a count.
    public var requiredIncrease: Double?
    /// Compound growth a year from `since` to the latest value; nil without two figures.
    public var growthSince: Double?
    /// Modelled median growth a year from `start` to the deadline.
    public var projectedGrowth: Double?
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

    public init(
        reading: Reading, display: Display, verdict: Verdict, odds: Odds, oddsByDeadline: [(year: Int, odds: Odds)],
        latest: LatestValue, atDeadline: Summary, gap: Double, requiredGrowth: Double?, requiredIncrease: Double?,
        growthSince: Double?,
        projectedGrowth: Double?, eurostat: ProgressResult?, unitedNations: ProgressResult?,
        crossedBy: [(year: Int, share: Double)], medianCrossing: Int?, countProbabilities: [Double],
        drivers: [Driver], explained: Double?, explainedByUnverified: Double?, quality: Quality, fan: [FanPoint]
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
    }
}

/// A followed quantity: what was modelled beside what was published.
public struct TrackedResult: Sendable {
    public var indicator: TrackedIndicator
    public var display: Display
    /// All modelled and observed years, ascending.
    public var points: [Point]

    public struct Point: Sendable {
        public var year: Int
        /// nil outside the projected years.
        public var summary: Summary?
        /// Of the first observed series.
        public var observed: ObservedSeries.Point?
        /// Share of members below the observed value; nil without both.
        public var rank: Double?

        public init(year: Int, summary: Summary?, observed: ObservedSeries.Point?, rank: Double?) {
            self.year = year
            self.summary = summary
            self.observed = observed
            self.rank = rank
        }
    }

    public init(indicator: TrackedIndicator, display: Display, points: [Point]) {
        self.indicator = indicator
        self.display = display
        self.points = points
    }
}

/// How a canonical value is printed: `value * scale` and `unit`.
public struct Display: Sendable, Equatable {
    public var scale: Double
    /// For people: `亿元`, `%`, `platforms`.
    public var unit: String
    /// For projections.csv: `100 million CNY/yr`, `%`, `platforms`.
    public var iamcUnit: String

    public init(scale: Double, unit: String, iamcUnit: String) {
        self.scale = scale
        self.unit = unit
        self.iamcUnit = iamcUnit
    }
}

public struct LatestValue: Sendable, Equatable {
    public var value: Double
    public var year: Int
    public var quality: Quality
    public var isModelled: Bool

    public init(value: Double, year: Int, quality: Quality, isModelled: Bool) {
        self.value = value
        self.year = year
        self.quality = quality
        self.isModelled = isModelled
    }
}

public struct Driver: Sendable, Equatable {
    /// e.g. `baseline of platforms`.
    public var name: String
    /// Share of variance explained, 0...1 (squared correlation of the outcome with the input).
    public var share: Double
    public var quality: Quality?

    public init(name: String, share: Double, quality: Quality?) {
        self.name = name
        self.share = share
        self.quality = quality
    }
}

public struct FanPoint: Sendable {
    public var year: Int
    public var summary: Summary?
    /// One value per observed series of the reading (nil where it has none for the year).
    public var observed: [Double?]
    /// Path of constant growth from the latest value to the goal; nil before the latest year.
    public var required: Double?

    public init(year: Int, summary: Summary?, observed: [Double?], required: Double?) {
        self.year = year
        self.summary = summary
        self.observed = observed
        self.required = required
    }
}

public struct PortfolioRanking: Sendable {
    public var portfolio: String
    public var year: Int
    public var units: [RankedUnit]

    public struct RankedUnit: Sendable {
        public var id: String
        public var name: String
        public var nameChinese: String?
        public var start: Summary
        public var atYear: Summary
        /// Chance to be above each threshold that a target of this portfolio names.
        public var oddsOver: [(threshold: Double, probability: Double)]

        public init(
            id: String, name: String, nameChinese: String?, start: Summary, atYear: Summary,
            oddsOver: [(threshold: Double, probability: Double)]
        ) {
            self.id = id
            self.name = name
            self.nameChinese = nameChinese
            self.start = start
            self.atYear = atYear
            self.oddsOver = oddsOver
        }
    }

    public init(portfolio: String, year: Int, units: [RankedUnit]) {
        self.portfolio = portfolio
        self.year = year
        self.units = units
    }
}

/// What the base-year update imposed, inferred, and left over.
public struct BaseYearReport: Sendable {
    public var fromYear: Int
    public var toYear: Int
    public var margins: [Margin]

    public struct Margin: Sendable {
        public enum Status: String, Sendable { case imposed, inferred, residual }
        /// e.g. `value added of manufacturing`.
        public var name: String
        public var status: Status
        /// 亿元
        public var value: Double
        public var quality: Quality?
        public var note: String

        public init(name: String, status: Status, value: Double, quality: Quality?, note: String) {
            self.name = name
            self.status = status
            self.value = value
            self.quality = quality
            self.note = note
        }
    }

    public init(fromYear: Int, toYear: Int, margins: [Margin]) {
        self.fromYear = fromYear
        self.toYear = toYear
        self.margins = margins
    }
}

/// An assumption worth a line of its own, e.g. the dominant relative growth.
public struct Assumption: Sendable {
    public var text: String
    public var quality: Quality?
    public init(text: String, quality: Quality?) {
        self.text = text
        self.quality = quality
    }
}

/// Something the reader must know: readings that disagree, breaches, rejected members, missing bases.
public struct Notice: Sendable, Equatable {
    public enum Level: String, Sendable { case note, warning }
    public var level: Level
    public var text: String
    public init(level: Level, text: String) {
        self.level = level
        self.text = text
    }
}
