/// Figures that an ensemble cannot learn from.
public enum LearningError: Error, Sendable, CustomStringConvertible {
    /// Too few members are left that agree with the figures of a year.
    case collapsed(year: Int, effective: Double, members: Int, figures: [(name: String, chance: Double)])
    /// A figure that the scenario cannot explain by luck.
    case contradiction(
        figure: String, observed: Double, low: Double, high: Double, unit: String, deviations: Double)
    case tooFewMembers(members: Int, figures: Int, needed: Int)
    /// A part of a run that would have to learn by itself.
    case tooSmallPart(members: Int, of: Int, figures: Int, needed: Int)

    public var description: String {
        switch self {
        case .collapsed(let year, let effective, let members, let figures):
            let named = figures.map { "\($0.name): \(percent($0.chance)) of the members' weight" }
                .joined(separator: "; ")
            return """
                after the figures of \(year) the ensemble is worth only \(Int(effective)) of its \(members) members, too \
                few to say anything (\(named)); check the figure and its range, widen the prior that speaks against it, \
                take more --members, or leave the figures aside with --prior-only
                """
        case .contradiction(let figure, let observed, let low, let high, let unit, let deviations):
            return """
                \(figure): found \(significant(observed)) \(unit), \(significant(abs(deviations))) standard deviations \
                away from the expected \(significant(low)) to \(significant(high)) (P5 to P95): no luck explains that. \
                Check the figure, its unit and its definition, give it the error that it has (low and high, \
                `concept_error`), or widen the prior that speaks against it; --prior-only leaves figures aside
                """
        case .tooFewMembers(let members, let figures, let needed):
            return """
                \(members) members are too few to learn from \(figures) figures of one year; take --members \(needed) or \
                more, or leave the figures aside with --prior-only
                """
        case .tooSmallPart(let members, let whole, let figures, let needed):
            return """
                this shard's \(members) of \(whole) members are too few to learn from \(figures) figures of one year by \
                themselves; take fewer shards or more --members, so that every shard has \(needed) or more, or leave the \
                figures aside with --prior-only
                """
        }
    }
}
