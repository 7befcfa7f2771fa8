/// A scenario that reads well but cannot be modelled.
public enum ModelError: Error, Sendable, CustomStringConvertible {
    case unknownGroup(String)
    case nothingToGrow(group: String)
    case weakPassThrough(group: String, value: Double)
    case entryWithoutPlan(lever: String, portfolio: String)
    case emptyDemand(lever: String, category: String, group: String)
    case baselineImpossible(portfolio: String, attempts: Int, conditions: String)
    case negativeOutput(sector: String, year: Int, member: Int)
    case notFinite(quantity: String, year: Int, member: Int)
    case noResearch(lever: String, group: String)
    case unstableScience(member: Int, gain: Double)
    case themeWithoutOutput(theme: String, sector: String)
    case satelliteWithoutOutput(satellite: String, sector: String, value: Double)
    case table(file: String, reason: String)

    public var description: String {
        switch self {
        case .unknownGroup(let group):
            "no sector or group is named \(group)"
        case .nothingToGrow(let group):
            "group \(group) has no output in the base year, so nothing of it can grow"
        case .weakPassThrough(let group, let value):
            """
            relative growth of \(group): only \(Int((value * 100).rounded()))% of a differential in final demand \
            arrives in the group's value added, too little to carry observed growth; use a group that sells more to \
            final use
            """
        case .entryWithoutPlan(let lever, let portfolio):
            """
            lever \(lever): portfolio \(portfolio) has no `entry`, so nothing says how large entrants are; give it one, \
            with `planned` at the present number if none is planned
            """
        case .emptyDemand(let lever, let category, let group):
            "lever \(lever): \(group) has no final demand in \(category) that an amount could be spread over"
        case .baselineImpossible(let portfolio, let attempts, let conditions):
            """
            portfolio \(portfolio): no starting sizes in \(attempts) attempts agree with what is known (\(conditions)); \
            widen `size` or `total`, or correct `known`
            """
        case .negativeOutput(let sector, let year, let member):
            "output of \(sector) falls below zero in \(year) (member \(member)); check its demand and the shocks"
        case .notFinite(let quantity, let year, let member):
            "\(quantity) is not a finite number in \(year) (member \(member)); check growth rates and shocks"
        case .noResearch(let lever, let group):
            """
            lever \(lever): no entry of `economy.science.intensity` says how much R&D \(group) does, so money for it has \
            nothing to add to; add an entry that holds it
            """
        case .unstableScience(let member, let gain):
            """
            economy.science: trade_response × elasticity × (1 + spillover) must stay below 1, or a gain feeds itself; \
            no draw of member \(member) in \(ScienceBlock.maximumAttempts) attempts does (the last gave \((gain * 1000).rounded() / 1000))
            """
        case .themeWithoutOutput(let theme, let sector):
            """
            theme \(theme): \(sector) has no output in the base year, so no index of it exists; move its weight to \
            other sectors
            """
        case .satelliteWithoutOutput(let satellite, let sector, let value):
            """
            satellite \(satellite): \(sector) has \(value) but no output in the base year, so nothing says how it moves; \
            give it 0 and add the figure to a sector with output
            """
        case .table(let file, let reason):
            "\(file): \(reason)"
        }
    }
}
