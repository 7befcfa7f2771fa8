import Projection
import Scenarios

/// What a run has learned from published figures, year by year.
public struct LearningReport: Sendable {
    /// One per year with figures, ascending.
    public var vintages: [Vintage]
    /// Figures of learned series that say nothing new, and why.
    public var excluded: [ExcludedFigure]

    /// Figures of one year: they enter together.
    public struct Vintage: Sendable {
        public var year: Int
        public var figures: [FigureResult]
        /// Of the ensemble after the year's figures.
        public var health: EnsembleHealth
        /// Members whose starting sizes, moved by the figures, contradict what the scenario knows of them: left out.
        public var contradictions: Int
        /// ln of the mean likelihood of the year's figures over the members, up to what is the same for all members: what
        /// members that learn apart are weighed by.
        public var logEvidence = 0.0
    }

    /// Independent members that the ensemble is still worth: members times the share that every resampling left.
    public func effectiveMembers(of members: Int) -> Double {
        vintages.reduce(Double(members)) { $0 * $1.health.effectiveMembers / Double($1.health.members) }
    }
}

/// A published figure beside what was expected of it.
public struct FigureResult: Sendable {
    /// As the file names it.
    public var indicator: String
    public var subject: String
    public var subjectChinese: String?
    public var display: Display
    public var point: ObservedSeries.Point
    public var sense: LearningRule.Sense
    /// One sd of the figure's error, in its natural unit; nil for bounds.
    public var error: Double?
    /// What was expected before any figure of the year: P5, P50, P95, natural unit.
    public var predicted: (p5: Double, p50: Double, p95: Double)
    /// (observed − mean) over the sd of prediction and error together, on the scale on which both are about normal;
    /// nil for counts and bounds.
    public var surprise: Double?
    /// Chance that was given to the figure: of just this count, or of the bound; nil for other figures.
    public var chance: Double?
    /// The inputs that the figure moved most, in sd of what was thought of them before.
    public var moved: [(input: String, deviations: Double)]
    /// How far the figure moved the median of each target's headline reading, by target id, natural unit. Filled when the
    /// way of the odds is followed.
    public var movedTargets: [(target: String, change: Double)] = []
}

/// A figure that is not learned from.
public struct ExcludedFigure: Sendable {
    public var indicator: String
    public var subject: String
    public var subjectChinese: String?
    public var point: ObservedSeries.Point
    public var display: Display
    public var reason: ObservedSeries.Exclusion
}
