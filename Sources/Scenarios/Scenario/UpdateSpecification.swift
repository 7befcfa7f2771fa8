import InputOutput

/// Base-year update of the table to `start`.
public struct UpdateSpecification: Sendable {
    public var controls: [Control]
    /// How sectors and technology moved in the nation: the prior for sectors without a control. Nil for alike.
    public var drift: NationalDrift?
    /// Where `drift` comes from; nil without.
    public var driftOrigin: DriftOrigin?
    /// Part of local demand that decides how a group's total is spread, 0...1.
    public var localDemand: Double

    /// The controls as the update takes them.
    ///
    /// - Parameter weights: one weight per sector of the table for the id of a group.
    public func baseYearControls<E: Error>(_ weights: (String) throws(E) -> [Double]) throws(E) -> [BaseYearControl] {
        var result: [BaseYearControl] = []
        for control in controls { result.append(control.baseYearControl(weights: try weights(control.group))) }
        return result
    }
}

/// A figure of the base year that the update of the table imposes.
public struct Control: Sendable {
    public var id: String
    /// Which total of a group is given.
    public enum Measure: String, Sendable {
        case valueAdded = "value_added"
        case output
    }
    public var measure: Measure
    /// Sector group id.
    public var group: String
    /// In 亿元: a share control has been multiplied by its `of` already; 0 where a growth is given.
    public var value: Double
    /// Growth since the year of the table; nil where a total is given.
    public var growth: BaseYearControl.Growth?
    public var givesWay: Bool
    public var quality: Quality
    public var source: String
    public var location: SourceLocation

    func baseYearControl(weights: [Double]) -> BaseYearControl {
        let kind: BaseYearControl.Measure = measure == .output ? .output : .valueAdded
        if let growth {
            return BaseYearControl(name: id, measure: kind, weights: weights, growth: growth, givesWay: givesWay)
        }
        return BaseYearControl(name: id, measure: kind, weights: weights, value: value, givesWay: givesWay)
    }
}

extension MarginReport {
    /// How far a margin can be trusted: an imposed one has its control's letter; what is inferred or left over is
    /// arithmetic, C at best, and no better than the worst control that it follows from.
    ///
    /// - Parameter letters: quality by name of control; a control without a letter counts as U.
    public func quality(_ letters: [String: Quality]) -> Quality {
        let worst = basis.map { letters[$0] ?? .u }.max()
        return status == .imposed ? worst ?? .u : max(.c, worst ?? .c)
    }
}
