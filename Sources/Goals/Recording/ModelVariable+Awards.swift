import Projection
import Scenarios

extension ModelVariable {
    /// What each award of a portfolio pays, and in how many members its budget or its cap limits it.
    static func awards(of portfolio: PortfolioModel, at index: Int) -> [ModelVariable] {
        portfolio.awards.enumerated().flatMap { position, lever -> [ModelVariable] in
            func variable(
                _ kind: AwardVariable, _ unit: String, scale: Double,
                _ columns: @escaping @Sendable (AwardBlock) -> [BlockColumns]
            ) -> ModelVariable {
                ModelVariable(name: kind.name(of: lever), unit: unit, scale: scale, firstYear: 1) {
                    block, year, values in
                    let column = columns(block.portfolios[index].awards[position])[year].column(0)
                    _ = values.update(fromContentsOf: UnsafeBufferPointer(column))
                }
            }
            return [
                variable(.paid, IAMC.money, scale: 1) { $0.paid },
                variable(.budgetBinds, "%", scale: 100) { $0.budgetBinds },
                variable(.capBinds, "%", scale: 100) { $0.capBinds },
            ]
        }
    }
}

/// What is reported of an award.
enum AwardVariable: String {
    case paid = "Paid"
    /// Its mean is the share of members.
    case budgetBinds = "Limited by Budget"
    case capBinds = "Limited by Cap"

    func name(of lever: Lever) -> String { "Lever|\(lever.name ?? lever.id)|\(rawValue)" }
}

extension ResultAssembly {
    /// What an award pays, and what limits it.
    func awards() -> [Notice] {
        plan.model.portfolios.flatMap(\.awards).compactMap { lever in
            let years = lever.from...max(lever.from, min(lever.to, plan.model.scenario.end))
            func average(_ kind: AwardVariable) -> Double? {
                guard let index = plan.variables.firstIndex(where: { $0.name == kind.name(of: lever) }) else {
                    return nil
                }
                let sum = years.reduce(0.0) { sum, year in
                    let place = index * plan.years + year - plan.model.scenario.start
                    return sum + sums[plan.variableSums.lowerBound + place]
                }
                return sum / Double(members * years.count)
            }
            guard let paid = average(.paid), let budget = average(.budgetBinds), let cap = average(.capBinds) else {
                return nil
            }
            return Notice(
                level: .note,
                matter: .award(lever: lever.id, paid: paid, budgetBinds: budget, capBinds: cap))
        }
    }
}
