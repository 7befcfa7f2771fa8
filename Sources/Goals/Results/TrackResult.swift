import Projection
import Scenarios

/// How a scenario's odds have moved with every year's published figures.
public struct TrackResult: Sendable {
    /// The prior first, then one step per year with figures.
    public var steps: [Step]
    /// Which figures would narrow the verdicts most, the most telling first.
    public var nextFigures: [NextFigure]
    /// Figures of learned series that say nothing new, and why.
    public var excluded: [ExcludedFigure]

    /// What was thought at one time.
    public struct Step: Sendable {
        /// What came; nil for the prior.
        public var vintage: LearningReport.Vintage?
        /// What was thought then.
        public var result: ScenarioResult
        /// Year of the vintage; nil for the prior.
        public var year: Int?
    }

    /// What is thought now.
    public var last: ScenarioResult { steps[steps.count - 1].result }
}

/// A figure that has not been published, and what it would tell of the targets.
public struct NextFigure: Sendable {
    /// e.g. `Total output of all platforms`.
    public var subject: String
    public var subjectChinese: String?
    public var year: Int
    /// What is expected of it: P5, P50, P95, natural unit.
    public var expected: (p5: Double, p50: Double, p95: Double)
    public var display: Display
    /// By target, the most telling first.
    public var effects: [Effect]

    /// What one figure would tell of one target.
    public struct Effect: Sendable {
        public var target: String
        public var name: String
        public var nameChinese: String?
        /// Share by which the range of the outcome at the deadline would shrink on average: 1 − √(E Var(Y | X) / Var Y).
        public var rangeCut: Double
        /// Share of the verdict's uncertainty that would go on average: Var P(met | X) / (p (1 − p)); nil where p is so
        /// near to 0 or 1 that the members cannot tell.
        public var verdictResolved: Double?
    }

    /// The largest cut of any target's range.
    public var largestCut: Double { effects.first?.rangeCut ?? 0 }
}
