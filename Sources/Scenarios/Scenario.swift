import InputOutput
import Sampling

/// A scenario file, read, merged with what it extends, checked, and turned into
/// values in canonical units. Nothing in it refers to YAML any more.
///
/// Canonical units: money in 亿元 (100 million yuan), rates and shares as
/// fractions (5% is 0.05; a growth rate of x% a year is kept as x/100 and
/// enters the model as the log change ln(1 + x)), counts as plain numbers.
public struct Scenario: Sendable {
    /// File name without extension, e.g. `platforms`.
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var region: String
    public var note: String?
    /// Base year of the economy.
    public var start: Int
    /// Last projected year.
    public var end: Int
    public var members: Int?
    public var seed: UInt64?
    public var sectors: [Sector]
    /// Named sector groups, in the order of their definition. Every sector and
    /// every distinct `group` of the sector file is a group as well.
    public var groups: [SectorGroup]
    public var economy: EconomySpecification
    public var portfolios: [PortfolioSpecification]
    public var levers: [Lever]
    public var targets: [Target]
    public var commitments: [Commitment]
    /// Every file that was read, in order of first reading, the scenario first.
    public var inputs: [InputFile]
    /// The merged tree as YAML text, for `run.json`.
    public var resolvedYAML: String

    public func group(_ id: String) -> SectorGroup? { groups.first { $0.id == id } }
}

public struct InputFile: Sendable, Equatable {
    /// The path as the user would recognise it: relative to the working directory when below it.
    public var path: String
    public var bytes: [UInt8]
}

public struct Sector: Sendable, Equatable {
    public var code: String
    public var name: String
    public var nameChinese: String
    public var group: String
}

/// A weighted set of sectors: weight 1 for a sector that belongs wholly, a
/// fraction for one that belongs in part, 0 for the others.
public struct SectorGroup: Sendable, Equatable {
    public var id: String
    /// One weight per sector of the scenario, in its order.
    public var weights: [Double]
    public var name: String?
}

/// How far a figure can be trusted: A read on the publisher's page, B in a
/// reprint that names its source, C weak or our own arithmetic, U unverified.
public enum Quality: String, Sendable, Comparable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case u = "U"
    public static func < (lhs: Quality, rhs: Quality) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A number of the scenario that may be uncertain, with where it comes from.
public struct UncertainValue: Sendable {
    /// Key path in the scenario, e.g. `economy.growth.export` or
    /// `levers[rd-support].amount`: the identity that its draws are keyed by.
    public var id: String
    public var distribution: Distribution
    public var redraw: Redraw
    public var quality: Quality?
    public var source: String?
    public var note: String?
    public var location: SourceLocation

    /// How often a value is drawn anew within one member.
    public enum Redraw: String, Sendable { case once, year, unit }
}

/// Values by year: linear between the years that are given, constant outside.
public struct Schedule: Sendable, Equatable {
    /// Ascending, not empty.
    public var points: [Point]
    public struct Point: Sendable, Equatable {
        public var year: Int
        public var value: Double
        public init(year: Int, value: Double) {
            self.year = year
            self.value = value
        }
    }
    public init(points: [Point]) { self.points = points }
    public func value(in year: Int) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        if year <= first.year { return first.value }
        if year >= last.year { return last.value }
        for (a, b) in zip(points, points.dropFirst()) where year <= b.year {
            return a.value + (b.value - a.value) * Double(year - a.year) / Double(b.year - a.year)
        }
        return last.value
    }
}

// MARK: Economy

public struct EconomySpecification: Sendable {
    public var table: InputOutputTable
    public var tableYear: Int
    public var tableFile: String
    public var update: UpdateSpecification?
    /// Yearly real growth of final use by category (the table's domestic
    /// categories other than inventory, and `export`, `outflow`).
    public var growth: [CategoryGrowth]
    /// Correlation of the rates of different categories within a member, 0...1.
    public var growthCorrelation: Double
    public var relativeGrowth: [RelativeGrowth]
    public var shocks: ShockSpecification
    public var prices: [PriceRule]
}

public struct CategoryGrowth: Sendable {
    public var category: String
    public var rate: UncertainValue
}

/// Base-year update of the table to `start`.
public struct UpdateSpecification: Sendable {
    public var controls: [Control]
    /// Value-added growth by sector between two national tables, as the prior
    /// for how sectors without a control moved. Value 1 means as the group.
    public var drift: [Double]?
    public var driftNote: String?
}

public struct Control: Sendable {
    public var id: String
    public enum Measure: String, Sendable {
        case valueAdded = "value_added"
        case output
    }
    public var measure: Measure
    /// Sector group id.
    public var group: String
    /// In 亿元: a share control has been multiplied by its `of` already.
    public var value: Double
    public var givesWay: Bool
    public var quality: Quality
    public var source: String
    public var location: SourceLocation
}

/// The growth of a sector group relative to all of its reference group, from
/// observed figures, shrunk toward a wider experience and damped with the horizon.
public struct RelativeGrowth: Sendable {
    public var id: String
    public var group: String
    /// The group that the observed growth is relative to.
    public var relativeTo: String
    /// Yearly log increments of the observed series with their spans in years.
    public var increments: [Increment]
    public var observedNote: String
    public struct Increment: Sendable, Equatable {
        public var from: Int
        public var to: Int
        /// Log change of the series relative to its reference over the span.
        public var logChange: Double
        public var quality: Quality
    }
    /// Prior that the observed mean is shrunk toward; a rate a year.
    public var shrinkToward: UncertainValue
    /// Each further year keeps this share of the differential, 0...1.
    public var damping: Double
    /// Whether the observed figures are at current prices (they then contain relative prices).
    public var nominal: Bool
    public var quality: Quality
    public var location: SourceLocation
}

/// Yearly shocks to the growth of final use, sd in log points.
public struct ShockSpecification: Sendable {
    public var common: UncertainValue
    public var sector: UncertainValue
    /// Correlation of sectoral shocks between sectors.
    public var correlation: UncertainValue
}

/// A rule that adds to the yearly log price change of a group's sectors.
public struct PriceRule: Sendable {
    public var id: String
    public var group: String
    /// Published changes by year (fractions).
    public var observed: [ObservedPrice]
    /// Change a year in every year without a published figure.
    public var later: UncertainValue
    public struct ObservedPrice: Sendable, Equatable {
        public var year: Int
        public var change: Double
        public var quality: Quality
    }
}

// MARK: Portfolios

public struct PortfolioSpecification: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    /// Units with a name, from the units file.
    public var units: [PortfolioUnit]
    /// Units known to exist without a name: how many, and their sector weights.
    public var unnamed: UnnamedUnits?
    /// Size distribution of units without a figure: lognormal, its median and
    /// its sd of logs drawn once per member.
    public var size: SizeDistribution?
    /// Share of a unit's published figure that is output in the region (per unit unless said).
    public var localShare: UncertainValue?
    public var total: PortfolioTotal?
    public var known: [KnownCount]
    /// Mean growth a year above the unit's sectors.
    public var premium: UncertainValue
    public var volatility: Volatility
    public var entry: Entry?
    /// Probability a year that a unit ends.
    public var exitRate: UncertainValue?
    public var location: SourceLocation
}

public struct PortfolioUnit: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    /// One weight per sector, adding up to 1.
    public var weights: [Double]
    /// Output at `start` where published or ranged; nil means from the size distribution.
    public var output: UncertainValue?
    public var quality: Quality
    public var source: String
    public var note: String?
}

public struct UnnamedUnits: Sendable {
    public var count: Int
    public var weights: [Double]
}

public struct SizeDistribution: Sendable {
    public var median: UncertainValue
    public var logDeviation: UncertainValue
}

/// A total known better than its parts: of `year`, carried to `start` at `growth`.
public struct PortfolioTotal: Sendable {
    public var year: Int
    public var value: UncertainValue
    /// Needed when `year` is not `start`.
    public var growth: UncertainValue?
    public var location: SourceLocation
}

/// Number of units above a threshold at `start`, imposed by rejection.
public struct KnownCount: Sendable {
    public var threshold: Double
    public var range: ClosedRange<Int>
    public var quality: Quality?
    public var source: String?
    public var location: SourceLocation
}

public struct Volatility: Sendable {
    public enum Shape: String, Sendable { case laplace, normal }
    /// Size at which `deviation` holds, 亿元.
    public var referenceSize: Double
    /// sd of yearly log growth at the reference size.
    public var deviation: UncertainValue
    /// β in sd(y) = sd · (y / referenceSize)^−β.
    public var sizeExponent: UncertainValue
    public var shape: Shape
    /// ρ: share of the variance that units have in common.
    public var common: Double
}

public struct Entry: Sendable {
    /// Planned cumulative number by year.
    public var planned: Schedule
    /// Share of the planned additions that comes about.
    public var achieved: UncertainValue
    /// Size when listed, 亿元, one draw per entrant.
    public var size: UncertainValue
    /// Share of an entrant's output that is new to the region.
    public var newOutput: UncertainValue
    public var weights: [Double]
}

// MARK: Levers

/// What a policy, or an adverse event, changes against the reference path.
public struct Lever: Sendable {
    public var id: String
    public var name: String?
    public var from: Int
    public var to: Int
    public var effect: Effect
    public var reason: String?
    public var location: SourceLocation

    public enum Effect: Sendable {
        /// Adds `rate` a year to the growth of final use, of some or all categories, in a group.
        case demandGrowth(categories: [String]?, group: String, rate: UncertainValue)
        /// Adds final use, in 亿元 of start prices: `amount` by year.
        case demand(category: String, group: String, amount: Schedule, factor: UncertainValue)
        /// Adds `rate` a year to the growth of a portfolio's units.
        case portfolioGrowth(portfolio: String, rate: UncertainValue)
        /// A level effect on a portfolio's units, reached once, spread evenly over from...to.
        case portfolioLevel(portfolio: String, level: UncertainValue)
        /// Additional planned entrants by year (cumulative).
        case entry(portfolio: String, additional: Schedule, achieved: UncertainValue)
        /// Raises R&D effort of sectors by a share of the reference effort.
        case researchEffort(group: String, increase: UncertainValue, parameters: ResearchParameters)
        /// Adds `rate` a year to the price change of a group.
        case price(group: String, rate: UncertainValue)
    }
}

/// Parameters of the R&D lever: κ̃ = γ Δ ln(R / R_ref), demand of export and outflow responds by η κ̃.
public struct ResearchParameters: Sendable {
    public var elasticity: UncertainValue
    public var depreciation: UncertainValue
    /// Growth of the reference knowledge stock.
    public var stockGrowth: UncertainValue
    public var tradeResponse: UncertainValue
    /// Share of reported effort that is real.
    public var realShare: UncertainValue
}

// MARK: Targets

public struct Target: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var goal: Goal
    public var deadline: Int
    /// Earliest and latest reading of the deadline, where the source leaves it open.
    public var deadlineRange: ClosedRange<Int>?
    /// Reference year of progress.
    public var since: Int?
    /// `true`: met if reached in any year up to the deadline.
    public var byAnyYear: Bool
    public var source: String?
    public var note: String?
    /// Never empty; exactly one is the headline.
    public var readings: [Reading]
    public var location: SourceLocation
    public var headline: Reading { readings.first { $0.isHeadline } ?? readings[0] }
}

public struct Goal: Sendable, Equatable {
    public enum Comparator: String, Sendable {
        case moreThan = "more than"
        case atLeast = "at least"
        case about, between
        case lessThan = "less than"
        case atMost = "at most"
    }
    public var comparator: Comparator
    public var value: Double
    /// Upper end of `between`.
    public var upper: Double?
    /// As the file says it, e.g. `more than 25000 亿元`.
    public var text: String
    public var dimension: Dimension

    public init(comparator: Comparator, value: Double, upper: Double? = nil, text: String, dimension: Dimension) {
        self.comparator = comparator
        self.value = value
        self.upper = upper
        self.text = text
        self.dimension = dimension
    }
}

/// One way to read a target: what is counted, from which base.
public struct Reading: Sendable {
    public var id: String
    public var name: String?
    public var isHeadline: Bool
    public var reason: String?
    public var indicator: Indicator
    /// Level of a share (or level) indicator at `start`; the model then supplies its growth only.
    public var baseline: Baseline?
    public var observed: [ObservedSeries]
    public var note: String?
    public var location: SourceLocation
}

public indirect enum Indicator: Sendable, Equatable {
    public enum Measure: String, Sendable {
        case output
        case valueAdded = "value_added"
    }
    case total(portfolio: String)
    /// Number ever listed.
    case cumulative(portfolio: String)
    case count(portfolio: String, over: Double, strict: Bool)
    case unit(String, portfolio: String)
    /// Share of `group` in `of`, current prices.
    case share(group: String, of: String, measure: Measure)
    /// Level of a group; `constantPrices` in prices of `start`.
    case level(group: String, measure: Measure, constantPrices: Bool)
    /// Growth on the year before of another indicator.
    case growth(Indicator)
}

/// product(factors) / product(divisors), drawn once per member.
public struct Baseline: Sendable {
    public var factors: [UncertainValue]
    public var divisors: [UncertainValue]
    public var quality: Quality?
    public var source: String?
    public var note: String?
}

/// Published figures of an indicator.
public struct ObservedSeries: Sendable {
    public var label: String
    public var points: [Point]
    public struct Point: Sendable {
        public var year: Int
        /// Canonical unit, already scaled to the reading's definition.
        public var value: Double
        public var low: Double?
        public var high: Double?
        public var quality: Quality
        public var source: String
        public var note: String?
    }
}

public struct Commitment: Sendable {
    public var id: String
    public var subject: String
    public var subjectChinese: String?
    public var note: String?
}
