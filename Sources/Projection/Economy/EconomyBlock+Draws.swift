import Sampling

/// What the economy's members draw: once for all years, and the growth of its categories.
extension EconomyBlock {
    func drawOnce(_ draws: BlockDraws, inputs: BlockColumns) {
        drawCategoryRates(year: nil, draws)
        for (index, category) in model.growth.enumerated() where category.draw.input != nil {
            copy(categoryRates.column(index), to: inputs, category.draw.input)
        }
        let shocks = model.shocks
        for (index, draw) in [shocks.commonDeviation, shocks.sectorDeviation, shocks.correlation].enumerated() {
            draw.fill(year: start, draws, into: deviations.column(index))
            copy(deviations.column(index), to: inputs, draw.input)
        }
        for member in 0..<deviations.rows {
            deviations.column(0)[member] = max(deviations.column(0)[member], 0)
            deviations.column(1)[member] = max(deviations.column(1)[member], 0)
            deviations.column(2)[member] = min(max(deviations.column(2)[member], 0), 1)
        }
        for (index, relative) in model.relativeGrowth.enumerated() {
            let column = relativeGrowth.column(index)
            relative.fillDifferential(year: start, draws, into: column)
            copy(column, to: inputs, relative.input)
            if let shocks = relative.shocks {
                let deviation = relativeDeviations.column(index)
                shocks.deviation.fill(year: start, draws, into: deviation)
                copy(deviation, to: inputs, shocks.deviation.input)
            }
        }
        for (index, lever) in model.levers.enumerated() {
            fillLever(lever, values: leverValues[index], year: lever.lever.from, draws) {
                draw, column in
                copy(column, to: inputs, draw.input)
            }
        }
        for rule in model.priceRules where rule.draw.input != nil {
            rule.draw.fill(year: start, draws, into: scratch.column(0))
            copy(scratch.column(0), to: inputs, rule.draw.input)
        }
    }

    private func copy(
        _ column: UnsafeMutableBufferPointer<Double>, to inputs: BlockColumns, _ index: Int?
    ) {
        guard let index else { return }
        _ = inputs.column(index).update(fromContentsOf: UnsafeBufferPointer(column))
    }

    private func fillLever(
        _ lever: EconomyLever, values: BlockColumns, year: Int, _ draws: BlockDraws,
        then: (ParameterDraw, UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        for (column, draw) in lever.draws.enumerated() {
            draw.fill(year: year, draws, into: values.column(column))
            if case .project(_, let project) = lever.action { project.decide(column, values) }
            then(draw, values.column(column))
        }
    }

    /// Rates of the categories as log growth; correlated through a common
    /// normal factor whatever their distributions (Gaussian copula).
    ///
    /// - Parameter year: nil draws the rates that hold for all years.
    func drawCategoryRates(year: Int?, _ draws: BlockDraws) {
        let correlation = model.growthCorrelation
        let (own, shared) = (correlation < 1 ? (1 - correlation).squareRoot() : 0, max(correlation, 0).squareRoot())
        for (index, category) in model.growth.enumerated() {
            let draw = category.draw
            guard year == nil || draw.redraw == .year else { continue }
            let column = categoryRates.column(index)
            if draw.isConstant {
                column.update(repeating: logGrowth(draw.distribution.median))
                continue
            }
            let step = UInt32(truncatingIfNeeded: draw.redraw == .year ? (year ?? start) : 0)
            let settled = draw.redraw == .year ? year : nil
            if correlation > 0 {
                let common = scratch.column(0)
                draws.normals(of: model.growthStream, step: step, settled: settled, into: common)
                draws.normals(of: category.stream, step: step, settled: settled, into: column)
                for member in 0..<column.count { column[member] = shared * common[member] + own * column[member] }
                draw.distribution.fill(quantilesOfScores: column)
            } else {
                draws.quantiles(of: draw.distribution, category.stream, step: step, settled: settled, into: column)
            }
            takeLogGrowth(column)
        }
    }
}
