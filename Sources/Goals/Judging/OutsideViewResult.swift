import Panels
import Scenarios

/// The growth that a target needs, seen from outside: how often comparable regions achieved it.
public struct OutsideViewResult: Sendable {
    public var reference: OutsideViewReference
    /// Comparable windows with the growth needed a year; nil where nothing is comparable, or no growth is needed.
    ///
    /// Of as many years as are left or, where the panel has none so long, of the most years below that, down to half:
    /// a growth that is kept up for fewer years is achieved more often.
    public var view: OutsideView?
    /// Years from the latest value to the deadline.
    public var years: Int
    /// Nil where odds and windows do not contradict each other.
    public var disagreement: Disagreement?

    /// How the odds of the model stand to what comparable regions did.
    public enum Disagreement: String, Sendable {
        /// The model gives the target at least even chances against two (odds of a third or more) that at most one in
        /// twenty comparable windows achieved.
        case modelHopeful = "model more hopeful"
        /// The model gives at most one in ten to what at least half of them achieved.
        case modelDoubtful = "model more doubtful"
    }

    /// Below this number of windows a share of them says too little to contradict anything.
    public static let enoughWindows = 20

    /// Its parts, as documented on each.
    public init(reference: OutsideViewReference, view: OutsideView?, years: Int, disagreement: Disagreement?) {
        self.reference = reference
        self.view = view
        self.years = years
        self.disagreement = disagreement
    }

    /// Counts the windows of the reference.
    ///
    /// - Parameters:
    ///   - growth: needed a year; nil where none is.
    ///   - years: from the latest value to the deadline.
    init(_ reference: OutsideViewReference, growth: Double?, years: Int, odds: Odds) {
        guard case .panel(let panel) = reference, let growth, growth > -1, years >= 1 else {
            self.init(reference: reference, view: nil, years: years, disagreement: nil)
            return
        }
        func windows(of years: Int) -> OutsideView {
            OutsideView(
                of: panel.panel, sizes: panel.sizes, growth: growth, years: years, size: panel.size,
                factor: panel.factor)
        }
        var view = windows(of: years)
        for shorter in stride(from: years - 1, through: (years + 1) / 2, by: -1) where view.count == 0 {
            view = windows(of: shorter)
        }
        if view.count == 0 { view = windows(of: years) }
        self.init(
            reference: reference, view: view, years: years,
            disagreement: Self.disagreement(
                odds: odds.probability, achieved: view.achieved, windows: view.count))
    }

    /// Whether the odds contradict strongly what was seen: a third or more against at most 5%, or at most a tenth
    /// against at least a half, of ``enoughWindows`` or more.
    public static func disagreement(odds: Double, achieved: Int, windows: Int) -> Disagreement? {
        guard windows >= enoughWindows else { return nil }
        let share = Double(achieved) / Double(windows)
        if odds >= 1.0 / 3, share <= 0.05 { return .modelHopeful }
        if odds <= 0.1, share >= 0.5 { return .modelDoubtful }
        return nil
    }
}
