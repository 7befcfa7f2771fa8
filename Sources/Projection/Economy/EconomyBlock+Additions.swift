import Scenarios

/// Demand that levers add in 亿元, beside what grows.
extension EconomyBlock {
    /// What one lever adds in one year.
    struct Addition {
        let lever: Int
        /// Share of each sector in it.
        let pattern: [Double]
        /// 亿元 by member, prices of the base year.
        let amount: [Double]
    }

    /// Amounts that levers add to this year's demand.
    ///
    /// - Parameter year: 1 is the first after the base year.
    func additions(year: Int, _ draws: BlockDraws) -> [Addition] {
        model.levers.indices.compactMap { position in
            let lever = model.levers[position]
            if case .investment(let shift) = lever.action, !isReference {
                // Capacity stays when the shift has ended.
                let sales = shiftedInvestment[position]?.advance(
                    isFirst: year == 1, isActive: lever.isActive(start + year), values: leverValues[position],
                    factors: componentFactors)
                return sales.map { Addition(lever: position, pattern: shift.pattern, amount: $0) }
            }
            guard isActive(lever, start + year) else { return nil }
            switch lever.action {
            case .addedDemand(let pattern, let schedule, let share):
                let factor = leverValues[position].column(0)
                if share.redraw == .year { share.fill(year: start + year, draws, into: factor) }
                let yearly = schedule.value(in: start + year)
                return Addition(lever: position, pattern: pattern, amount: factor.map { yearly * $0 })
            case .project(let pattern, let project):
                return Addition(lever: position, pattern: pattern, amount: output(of: project, position, year: year))
            default: return nil
            }
        }
    }

    private func output(of project: ProjectDraws, _ position: Int, year: Int) -> [Double] {
        let values = leverValues[position]
        let amount = [Double](unsafeUninitializedCapacity: values.rows) { buffer, count in
            buffer.initialize(repeating: 0)
            project.output(in: start + year, values, into: buffer)
            count = values.rows
        }
        if let hosted = hostedProjects.first(where: { $0.lever == position }) {
            for (member, value) in amount.enumerated() { hosted.outputs[year].column(0)[member] = value }
        }
        return amount
    }
}

extension HostedProject {
    /// - Parameter outputs: columns for every year.
    static func all(of model: EconomyModel, outputs: () -> [BlockColumns]) -> [HostedProject] {
        model.levers.enumerated().compactMap { position, lever in
            guard case .project(let pattern, _) = lever.action, case .project(let project) = lever.lever.effect,
                case .unit(let unit, let portfolio) = project.host
            else { return nil }
            return HostedProject(
                lever: position, portfolio: portfolio, unit: unit, pattern: pattern, outputs: outputs())
        }
    }
}

extension ShiftedInvestment {
    static func all(of model: EconomyModel, rows: Int) -> [Int: ShiftedInvestment] {
        var shifts: [Int: ShiftedInvestment] = [:]
        for (position, lever) in model.levers.enumerated() {
            guard case .investment(let shift) = lever.action else { continue }
            shifts[position] = ShiftedInvestment(shift, economy: model, rows: rows)
        }
        return shifts
    }
}

extension EconomyLever {
    /// The group, by sector, that an amount of the lever is added to; nil where it adds none.
    func addedWeights(in scenario: Scenario) throws -> [Double]? {
        switch lever.effect {
        case .demand(_, let group, _, _): return try scenario.weights(of: group)
        case .investmentShift(let shift): return try scenario.weights(of: shift.group)
        case .project(let project):
            guard case .group(let group) = project.host else { return scenario.sectors.map { _ in 1 } }
            return try scenario.weights(of: group)
        default: return nil
        }
    }
}
