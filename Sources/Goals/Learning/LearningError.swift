/// Figures that an ensemble cannot learn from.
public enum LearningError: Error, Sendable, CustomStringConvertible {
    /// Too few members are left that agree with the figures of a year.
    case collapsed(year: Int, effective: Double, members: Int, figures: [(name: String, chance: Double)])
    case tooFewMembers(members: Int, figures: Int, needed: Int)

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
        case .tooFewMembers(let members, let figures, let needed):
            return """
                \(members) members are too few to learn from \(figures) figures of one year; take --members \(needed) or \
                more, or leave the figures aside with --prior-only
                """
        }
    }
}
