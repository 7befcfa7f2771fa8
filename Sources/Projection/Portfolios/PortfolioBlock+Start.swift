import Elementwise
import RealModule
import Scenarios

/// Where units start: the sizes of the base year, and when entrants come.
extension PortfolioBlock {
    func drawBaseline(_ draws: BlockDraws, inputs: BlockColumns) throws {
        logSizes.values.update(repeating: -.infinity)
        sizes[0].values.update(repeating: 0)
        // A member's normals make room for its sizes.
        model.baseline.fillFirstAttempt(draws, into: sizes[0])
        cumulative[0].column(0).update(repeating: Double(model.initialCount))
        newOutput[0].column(0).update(repeating: 0)
        try withUnsafeTemporaryAllocation(of: Double.self, capacity: max(model.initialCount, 1)) { buffer in
            let drawn = UnsafeMutableBufferPointer(rebasing: buffer[0..<model.initialCount])
            try accept(draws, into: drawn)
            if draws.needsScores { settle(draws, into: drawn) }
        }
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

    /// The first sizes of every member that agree with what is known.
    private func accept(_ draws: BlockDraws, into drawn: UnsafeMutableBufferPointer<Double>) throws {
        let baseline = model.baseline
        baselineAttempts = 0
        // Without uncertainty the first member's sizes are everybody's.
        let different = baseline.isUncertain ? attempts.count : 1
        for member in 0..<different {
            guard
                let needed = baseline.draw(
                    draws, row: member, normals: sizes[0], sizes: drawn, freedoms: &freedoms)
            else {
                throw ModelError.baselineImpossible(
                    portfolio: model.specification.id, attempts: PortfolioBaseline.maximumAttempts,
                    conditions: baseline.conditions)
            }
            baselineAttempts += needed
            attempts[member] = needed - 1
            for (unit, size) in drawn.enumerated() { sizes[0].column(unit)[member] = size }
        }
        guard different == 1 else { return }
        baselineAttempts *= attempts.count
        for (unit, size) in drawn.enumerated() { sizes[0].column(unit).update(repeating: size) }
        for member in attempts.indices { attempts[member] = attempts[0] }
    }

    /// Moves the accepted draws as observations have taught, and keeps their scores.
    private func settle(_ draws: BlockDraws, into drawn: UnsafeMutableBufferPointer<Double>) {
        let (baseline, streams) = (model.baseline, model.baseline.streams)
        contradictions.values.update(repeating: 0)
        let scores = BlockColumns(rows: attempts.count, columns: streams.count)
        var isMoved = false
        for (place, stream) in streams.enumerated() {
            baseline.fillAccepted(stream, attempts: attempts, draws, into: scores.column(place))
            isMoved = draws.settle(stream, scores.column(place)) || isMoved
        }
        // What has not moved keeps its bits.
        guard isMoved else { return }
        let places = Dictionary(uniqueKeysWithValues: streams.enumerated().map { ($1.identity, $0) })
        for member in attempts.indices {
            let agrees = baseline.settle(
                row: member, scores: scores, places: places, sizes: drawn, freedoms: &freedoms)
            if !agrees { contradictions.column(0)[member] = 1 }
            for (unit, size) in drawn.enumerated() { sizes[0].column(unit)[member] = size }
        }
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
