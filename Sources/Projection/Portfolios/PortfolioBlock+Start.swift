import Elementwise
import RealModule
import Scenarios

/// Where units start: the sizes of the base year, and when entrants come.
extension PortfolioBlock {
    func drawBaseline(_ draws: BlockDraws, inputs: BlockColumns, accepted: ((Int) -> Int)?) throws {
        logSizes.values.update(repeating: -.infinity)
        sizes[0].values.update(repeating: 0)
        cumulative[0].column(0).update(repeating: Double(model.initialCount))
        newOutput[0].column(0).update(repeating: 0)
        try drawStart(draws, accepted: accepted)
        let total = columns.column(Column.scratch)
        total.update(repeating: 0)
        for unit in 0..<model.initialCount {
            let (size, logSize) = (sizes[0].column(unit), logSizes.column(unit))
            logSize.setLogarithm(of: size)
            total.add(size)
        }
        if let input = model.baselineInput {
            let values = inputs.column(input)
            for member in total.indices { values[member] = Double.log(max(total[member], 1e-9)) }
        }
        if let entry = model.entry {
            let achieved = columns.column(Column.achieved)
            entry.achieved.fill(year: start, draws, into: achieved)
            record(achieved, entry.achieved.input, inputs)
            entry.newOutput.fill(year: start, draws, into: columns.column(Column.newShare))
        }
    }

    /// Sizes in the base year: those that agree with what is known, as observations have moved them.
    private func drawStart(_ draws: BlockDraws, accepted: ((Int) -> Int)?) throws {
        let (start, contradictions) = (sizes[0], contradictions.column(0))
        contradictions.update(repeating: 0)
        if let accepted {
            baseline.take(accepted, draws)
            // What has moved is made of its scores.
            let hasMoved = draws.needsScores && baseline.settle(draws, into: start, contradictions: contradictions)
            if !hasMoved { baseline.redraw(draws, into: start) }
            return
        }
        guard baseline.accept(draws, into: start) else {
            throw ModelError.baselineImpossible(
                portfolio: model.specification.id, attempts: PortfolioBaseline.maximumAttempts,
                conditions: model.baseline.conditions)
        }
        if draws.needsScores { baseline.settle(draws, into: start, contradictions: contradictions) }
    }

    /// Entrant j comes in the first year in which the achieved plan reaches j − ½:
    /// the achieved number is the plan times its achieved share, rounded. A plan is
    /// never overfulfilled: more units than planned are a lever of their own.
    func scheduleEntry() {
        for index in 1..<sizes.count { cumulative[index].column(0).update(repeating: Double(model.initialCount)) }
        guard let entry = model.entry else { return }
        entryYears.values.update(repeating: Double(sizes.count))
        let achieved = columns.column(Column.achieved)
        for member in achieved.indices {
            var listed = 0
            for index in 1..<sizes.count {
                var plan = entry.planned[index] * min(max(achieved[member], 0), 1)
                for compiled in model.levers {
                    guard case .entry(let schedule) = compiled.kind, start + index >= compiled.lever.from else {
                        continue
                    }
                    let share = min(max(leverDraws.column(compiled.column)[member], 0), 1)
                    plan += schedule.value(in: min(start + index, compiled.lever.to)) * share
                }
                while listed < model.maximumEntrants, plan >= Double(listed) + 0.5 {
                    entryYears.column(listed)[member] = Double(index)
                    listed += 1
                }
            }
        }
        for index in 1..<sizes.count {
            let count = cumulative[index].column(0)
            for entrant in 0..<model.maximumEntrants {
                let years = entryYears.column(entrant)
                for member in count.indices where years[member] <= Double(index) { count[member] += 1 }
            }
        }
    }
}
