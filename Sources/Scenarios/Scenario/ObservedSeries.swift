/// Published figures of an indicator.
public struct ObservedSeries: Sendable {
    public var label: String
    public var labelChinese: String?
    public var points: [Point]
    /// Whether the figures are somebody's arithmetic on published ones rather than published themselves.
    public var isDerived: Bool
    /// How a run learns from the figures; nil where they are only shown.
    public var learning: LearningRule?
    /// The figure of one year, with its range where one was published.
    public struct Point: Sendable {
        public var year: Int
        /// Canonical unit, already scaled to the reading's definition.
        public var value: Double
        public var low: Double?
        public var high: Double?
        public var quality: Quality
        public var source: String
        public var note: String?
        /// Why a run does not learn from this figure though it learns from its series; nil where it does.
        public var exclusion: Exclusion?
    }

    /// Why a figure says nothing new.
    public enum Exclusion: String, Sendable {
        /// The prior was built from it.
        case builtIn = "in the prior"
        /// From here on something else is counted.
        case otherDefinition = "other definition"
        /// Of a year that the scenario does not project.
        case afterTheEnd = "after the last projected year"
    }
}

extension Scenario {
    /// Whether any series of published figures is to be learned from.
    public var learnsFromFigures: Bool {
        (targets.flatMap { $0.readings.flatMap(\.observed) } + tracked.flatMap(\.observed))
            .contains { $0.learning != nil }
    }
}

extension ObservedSeries {
    /// Whether the figures are what happened: a floor or a ceiling only bounds it.
    public var isOutcome: Bool { learning.map { $0.sense == .value } ?? true }
}

extension [ObservedSeries] {
    /// The series that stands for what is known: the first of outcomes.
    public var published: ObservedSeries? { first(where: \.isOutcome) }
}

/// How a run learns from the figures of a series.
public struct LearningRule: Sendable, Equatable {
    /// What a figure says of the quantity.
    public enum Sense: String, Sendable { case value, floor, ceiling }
    public var sense: Sense
    /// sd of how far the published concept may lie from the modelled one: a share of a level, points of a share or a
    /// rate, units of a count; adds to the error of measurement.
    public var conceptError: Double
    /// Share of such floors or ceilings that turn out to hold: 80% weighs what keeps it four times what breaks it.
    public var holds: Double
    /// Path and indicator: what a figure is recognised by.
    public var file: String
    public var indicator: String
    public var location: SourceLocation

    /// Equal when the same figures are learned from in the same way, wherever it is written.
    public static func == (a: LearningRule, b: LearningRule) -> Bool {
        a.sense == b.sense && a.conceptError == b.conceptError && a.holds == b.holds && a.file == b.file
            && a.indicator == b.indicator
    }
}

/// Errors of published figures without a range of their own, by quality letter: one sd.
public struct ObservationErrors: Sendable, Equatable {
    /// As a share of a level.
    public var level: [Quality: Double]
    /// Points of a share, as a fraction.
    public var share: [Quality: Double]
    /// Points of a rate of growth, as a fraction.
    public var growth: [Quality: Double]
}

/// A modelled quantity shown beside published figures, without a goal: how the
/// model does on what came after the base year.
public struct TrackedIndicator: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var indicator: Indicator
    public var observed: [ObservedSeries]
    public var note: String?
    public var location: SourceLocation
}
