import Scenarios

/// One thing that the path to a goal takes, beside what there is of it.
///
/// Evaluated at medians: P5 and P95 of what is needed are those of the one uncertain parameter in it (the capital-output
/// ratio, the R&D that output takes), P5 and P95 of what is available those of the projection. Growth that is available
/// is that within members: how uncertain the level is from which they start is not in it.
public struct Requirement: Sendable {
    public var kind: Kind
    /// What `needed`, `available` and `start` are.
    public var measure: Measure
    /// What multiplies values to give `unit` (100 for `%`).
    public var scale: Double { measure.scale }
    /// As files have it.
    public var unit: String { measure.unit }
    public var needed: Range
    /// nil where the scenario does not say, and where what there is would only restate the goal: the R&D of a region is no
    /// limit to a goal on all of its output.
    public var available: Range?
    /// The amount of the scenario that it is held against; nil for the region's own, as projected.
    public var against: AvailableAmount?
    /// Of the weaker of the two sides.
    public var quality: Quality
    public var source: String
    /// Whether there cannot be more than is available.
    public var isLimit: Bool
    /// Growth a year that is left for the rest of the sectors if the goal is met and they grow as projected (median).
    public var growthOfRest: Double?
    /// Where it starts from, in the base year: the unit of a rank.
    public var start: Range?

    /// Its parts, as documented on each.
    public init(
        kind: Kind, measure: Measure, needed: Range, available: Range?, against: AvailableAmount? = nil,
        quality: Quality, source: String, isLimit: Bool, growthOfRest: Double? = nil, start: Range? = nil
    ) {
        self.kind = kind
        self.measure = measure
        self.needed = needed
        self.available = available
        self.against = against
        self.quality = quality
        self.source = source
        self.isLimit = isLimit
        self.growthOfRest = growthOfRest
        self.start = start
    }

    /// What is needed.
    public enum Kind: Sendable, Equatable {
        /// Growth a year of the indicator from its latest value, and that of the members from the same year.
        case growth
        /// Net investment a year: capital-output ratio × value added that must be new, over the years left.
        case investment
        /// R&D in the deadline year that goes with the output.
        case research
        /// A satellite in the deadline year that goes with the output.
        case satellite(String)
        /// Output of its sectors with the goal met and the rest at the level of the base year; for a share that of the
        /// group that it is a share of, whose id stands here.
        case sectors(whole: String?)
        /// The portfolio's part in the output of the sector in which it would weigh most.
        case sector(String)
        /// Land of the units.
        case land
        /// Land of one unit, beside an amount for a number of units that the scenario states.
        case landPerUnit
        /// Size of the smallest unit that a goal on a count needs, by rank.
        case unit(rank: Int)
        /// Number of units, where a goal on a count needs more than the portfolio can ever have.
        case units(hasEntry: Bool)
        /// Average size of the units that other targets of the programme leave.
        case otherUnits(count: Int)
    }

    /// Three places of a distribution; equal where nothing is uncertain.
    public struct Range: Sendable, Equatable {
        public var p5: Double
        public var p50: Double
        public var p95: Double

        /// Its parts, as documented on each.
        public init(p5: Double, p50: Double, p95: Double) { (self.p5, self.p50, self.p95) = (p5, p50, p95) }

        init(_ value: Double) { self.init(p5: value, p50: value, p95: value) }

        init(_ summary: Summary) { self.init(p5: summary.p5, p50: summary.p50, p95: summary.p95) }

        init(_ figure: RequirementFigure) { self.init(p5: figure.low, p50: figure.central, p95: figure.high) }

        static func * (range: Range, factor: Double) -> Range {
            Range(p5: range.p5 * factor, p50: range.p50 * factor, p95: range.p95 * factor)
        }
    }

    /// Needed over available, medians; nil where nothing is known to be available.
    public var ratio: Double? { available.flatMap { $0.p50 > 0 ? needed.p50 / $0.p50 : nil } }

    /// Whether more is needed, at the median, than even the upper end of what there can be.
    public var isContradiction: Bool { isLimit && (available.map { needed.p50 > $0.p95 } ?? false) }
}

/// What it would take to reach one target by its headline reading.
public struct TargetRequirements: Sendable {
    public var target: Target
    public var verdict: Verdict
    /// Empty where the goal is met already, or is a ceiling.
    public var lines: [Requirement]
    /// Keys of the scenario without which lines are left out.
    public var missing: [String]

    /// Its parts, as documented on each.
    public init(target: Target, verdict: Verdict, lines: [Requirement], missing: [String]) {
        self.target = target
        self.verdict = verdict
        self.lines = lines
        self.missing = missing
    }
}
