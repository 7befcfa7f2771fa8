/// The outcome of a progress rule: its ratio and the class that the rule gives it.
public struct ProgressResult: Sendable, Equatable {
    /// nil where the rule defines no ratio (met already, base of zero or below, …).
    public var ratio: Double?
    public var outcome: Outcome

    /// Its parts, as documented on each.
    public init(ratio: Double?, outcome: Outcome) {
        self.ratio = ratio
        self.outcome = outcome
    }

    /// What a rule says.
    public enum Outcome: Sendable, Equatable {
        case graded(Grade)
        /// The deadline is reached and the target not met.
        case missed(Grade)
        /// Growth so far would carry a share past 100%, which no share does.
        case pastWhole(Grade)
        case achieved
        /// By a figure from after the deadline.
        case achievedLate
        case deadlinePassed
        case notDefined(Reason)
    }

    /// Classes of the rules, named as they name them.
    public enum Grade: String, Sendable, CaseIterable {
        case significant, moderate, insufficient, fair, poor
        case movingAway = "moving away"
        case onTrack = "on track"
    }

    /// Why a rule says nothing.
    public enum Reason: String, Sendable, CaseIterable {
        case figureMissing = "a figure is missing"
        case deadlineNotLater = "the deadline is not after the base year"
        case figureOlder = "the latest figure is older than the base year"
        case noFigure = "no figure after the base year"
        case baseZero = "base is zero"
        case baseNegative = "base is negative"
        case latestNegative = "latest value is negative"
        case targetNegative = "target is negative"
        case baseMet = "the base met the target already"
        case growthUndefined = "growth is not defined"
    }

    /// As files have it: `moderate`, `on track`, `achieved`, `not defined: base is zero`.
    public var label: String {
        switch outcome {
        case .graded(let grade): grade.rawValue
        case .missed(let grade): "missed (\(grade.rawValue))"
        case .pastWhole(let grade): "\(grade.rawValue) (growth so far would pass 100%)"
        case .achieved: "achieved"
        case .achievedLate: "achieved (figure later than the deadline)"
        case .deadlinePassed: "missed: the deadline has passed"
        case .notDefined(let reason): "not defined: \(reason.rawValue)"
        }
    }
}
