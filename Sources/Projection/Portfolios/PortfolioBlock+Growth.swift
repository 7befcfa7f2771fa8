import CKernels
import Elementwise
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// One year's growth of the units of a portfolio.
extension PortfolioBlock {
    /// Δ ln(x P) of the sectors that the units belong to, and of each unit by its weights.
    func growSectors(year: Int, economy: EconomyBlock) {
        let index = year - start
        let hosted = economy.hostedProjects
        for (column, sector) in model.usedSectors.enumerated() {
            let growth = sectorGrowth.column(column)
            let (before, after) = (economy.outputs[index - 1].column(sector), economy.outputs[index].column(sector))
            let priceClass = economy.model.priceClassOfSector[sector]
            let (oldPrice, newPrice) = (
                economy.logPrices[index - 1].column(priceClass), economy.logPrices[index].column(priceClass)
            )
            let ownHosts = hosted.filter { $0.pattern[sector] != 0 }
            if ownHosts.isEmpty {
                growth.setLogRatio(of: after, over: before, floor: Self.smallestOutput)
            } else {
                growWithoutProjects(ownHosts, sector: sector, index: index, before, after, into: growth)
            }
            growth.add(newPrice)
            growth.add(-1, times: oldPrice)
        }
        multiply(sectorGrowth.view, weights, transposed: true, into: unitGrowth.mutableView)
    }

    /// A sector that shrinks to nothing takes its units down by the largest fall that the model knows.
    private static let smallestOutput = 1e-9

    /// Growth of a sector without what projects add to it: that is their hosts' alone.
    private func growWithoutProjects(
        _ projects: [HostedProject], sector: Int, index: Int, _ before: UnsafeMutableBufferPointer<Double>,
        _ after: UnsafeMutableBufferPointer<Double>, into growth: UnsafeMutableBufferPointer<Double>
    ) {
        for member in growth.indices {
            var (before, after) = (before[member], after[member])
            for project in projects {
                before -= project.pattern[sector] * project.outputs[index - 1].column(0)[member]
                after -= project.pattern[sector] * project.outputs[index].column(0)[member]
            }
            growth[member] = Double.log(max(after, Self.smallestOutput) / max(before, Self.smallestOutput))
        }
    }

    func growUnits(year: Int, economy: EconomyBlock, _ draws: BlockDraws) {
        let index = year - start
        let step = UInt32(truncatingIfNeeded: year)
        let common = columns.column(Column.common)
        drawStandardised(model.common, step: step, year: year, draws, into: common)
        leverGrowth(year: year, draws)
        let noise = columns.column(Column.draw)
        let conditional = conditionals[year]
        if model.specification.premium.redraw == .year {
            model.premium[0].fill(year: year, draws, into: logPremium.column(0))
            takeLogGrowth(logPremium.column(0))
        }
        let guides = draws.guides(of: model.specification.id, year: year)
        logGuideWeights[index].values.update(repeating: 0)
        let exitRate = columns.column(Column.scratch)
        model.exit?.fill(year: year, draws, into: exitRate)
        let arrivals = arrivals(year: year, economy: economy)
        for unit in model.units.indices {
            // While scores are kept every block makes the same draws.
            guard draws.record != nil || logSizes.column(unit).contains(where: { $0 > -.infinity }) else {
                // Most entrants are not there yet in any member.
                sizes[index].column(unit).update(repeating: 0)
                conditional?.centers.column(unit).update(repeating: -.infinity)
                conditional?.scales.column(unit).update(repeating: 0)
                continue
            }
            drawStandardised(model.idiosyncratic[unit], step: step, year: year, draws, into: noise)
            let guide = guides.first { $0.unit == model.units[unit].id }
            let premium = logPremium.column(logPremium.columns == 1 ? 0 : unit)
            if let arrival = arrivals[unit] { absorb(arrival, unit: unit, premium: premium) }
            move(unit, guide, year: year, premium: premium, draws)
            if model.exit != nil { leave(unit: unit, year: year, rate: exitRate, draws) }
        }
    }

    /// Adds to a unit's growth what projects bring to it this year.
    private func absorb(_ arrival: [Double], unit: Int, premium: UnsafeMutableBufferPointer<Double>) {
        let (logSize, growth, lever) = (logSizes.column(unit), unitGrowth.column(unit), columns.column(Column.lever))
        for member in logSize.indices where logSize[member] > -.infinity {
            let others = logSize[member] + premium[member] + lever[member]
            growth[member] = Double.log(Double.exp(others + growth[member]) + arrival[member]) - others
        }
    }

    /// Moves one unit by the year, with the luck that was drawn for it or that a figure of it tells.
    private func move(
        _ unit: Int, _ guide: UnitGuide?, year: Int, premium: UnsafeMutableBufferPointer<Double>, _ draws: BlockDraws
    ) {
        let volatility = model.specification.volatility
        let (logSize, size) = (logSizes.column(unit), sizes[year - start].column(unit))
        let conditional = conditionals[year]
        let (before, center, scale) = (guided.column(0), guided.column(1), guided.column(2))
        if guide != nil { _ = before.update(fromContentsOf: UnsafeBufferPointer(logSize)) }
        var by = ckernels_unit_growth(
            growth: unitGrowth.column(unit).baseAddress, premium: premium.baseAddress,
            lever: columns.column(Column.lever).baseAddress, deviation: columns.column(Column.deviation).baseAddress,
            exponent: sizeMatters ? columns.column(Column.exponent).baseAddress : nil,
            common: columns.column(Column.common).baseAddress, noise: columns.column(Column.draw).baseAddress,
            log_reference: Double.log(volatility.referenceSize), maximum_deviation: PortfolioModel.maximumDeviation,
            shared: volatility.common, laplace: volatility.shape == .laplace ? 1 : 0)
        ckernels_grow_unit(
            &by, logSize.baseAddress, size.baseAddress,
            guide == nil ? conditional?.centers.column(unit).baseAddress : center.baseAddress,
            guide == nil ? conditional?.scales.column(unit).baseAddress : scale.baseAddress, logSize.count)
        if let guide { follow(guide, unit: unit, year: year, draws) }
    }

    /// Whether luck depends on size in any member.
    private var sizeMatters: Bool { !(model.sizeExponent.isConstant && model.sizeExponent.distribution.median == 0) }

    /// Gives a unit the luck that a figure of it tells, and weighs the members by the figure.
    private func follow(_ guide: UnitGuide, unit: Int, year: Int, _ draws: BlockDraws) {
        let (logSize, size) = (logSizes.column(unit), sizes[year - start].column(unit))
        let (before, center, scale) = (guided.column(0), guided.column(1), guided.column(2))
        let noise = columns.column(Column.draw)
        for member in logSize.indices {
            guard before[member] > -.infinity else {
                logGuideWeights[year - start].column(0)[member] = -.infinity
                continue
            }
            noise[member] = luck(
                by: guide, member: member, year: year, before: before[member], center: center[member],
                scale: scale[member], luck: noise[member])
            logSize[member] = center[member] + scale[member] * noise[member]
        }
        size.setExponential(of: logSize)
        if let conditional = conditionals[year] {
            // What is known of the year is no luck that is still to come.
            _ = conditional.centers.column(unit).update(fromContentsOf: UnsafeBufferPointer(logSize))
            conditional.scales.column(unit).update(repeating: 0)
        }
        if draws.record != nil {
            for member in noise.indices { noise[member] = score(noise[member]) }
            draws.note(
                model.idiosyncratic[unit], step: UInt32(truncatingIfNeeded: year), scores: noise)
        }
    }

    /// Luck that agrees with a figure of the unit; weighs the member by the figure.
    private func luck(
        by guide: UnitGuide, member: Int, year: Int, before: Double, center: Double, scale: Double, luck: Double
    ) -> Double {
        let distance = (guide.isGrowth ? before : 0) + guide.value - center
        let weights = logGuideWeights[year - start].column(0)
        guard scale > 1e-9 else {
            let standard = distance / guide.error
            weights[member] -= standard * standard / 2 + Double.log(guide.error) + Double.log(2 * .pi) / 2
            return luck
        }
        let tilted = TiltedLuck(
            distance: distance / scale, error: guide.error / scale, uniform: openUniform(normalCumulative(score(luck))),
            shape: model.specification.volatility.shape)
        weights[member] += tilted.logWeight - Double.log(scale)
        return tilted.luck
    }

    /// The normal score of a shock.
    private func score(_ luck: Double) -> Double {
        switch model.specification.volatility.shape {
        case .normal: luck
        case .laplace: normalQuantile(openUniform(laplaceCumulative(luck)))
        }
    }

    /// Output that projects add this year to their hosts, by unit: 亿元 at current prices. What they have added before
    /// has grown with the unit since.
    private func arrivals(year: Int, economy: EconomyBlock) -> [Int: [Double]] {
        let index = year - start
        var arrivals: [Int: [Double]] = [:]
        for project in economy.hostedProjects where project.portfolio == model.specification.id {
            guard let unit = model.units.firstIndex(where: { $0.id == project.unit }) else { continue }
            let (before, after) = (project.outputs[index - 1].column(0), project.outputs[index].column(0))
            var added = arrivals[unit] ?? [Double](repeating: 0, count: after.count)
            for (sector, weight) in project.pattern.enumerated() where weight != 0 {
                let price = economy.prices[index].column(economy.model.priceClassOfSector[sector])
                for member in added.indices {
                    added[member] += weight * price[member] * (after[member] - before[member])
                }
            }
            arrivals[unit] = added
        }
        return arrivals
    }

    /// Shocks of unit variance in the portfolio's shape.
    private func drawStandardised(
        _ stream: RandomStream, step: UInt32, year: Int, _ draws: BlockDraws,
        into buffer: UnsafeMutableBufferPointer<Double>
    ) {
        switch model.specification.volatility.shape {
        case .laplace: draws.laplaces(of: stream, step: step, settled: year, into: buffer)
        case .normal: draws.normals(of: stream, step: step, settled: year, into: buffer)
        }
    }

    private func leverGrowth(year: Int, _ draws: BlockDraws) {
        let growth = columns.column(Column.lever)
        growth.update(repeating: 0)
        for lever in model.levers where lever.isActive(year) {
            let value = leverDraws.column(lever.column)
            switch lever.kind {
            case .growth:
                if lever.draws[0].redraw == .year {
                    lever.draws[0].fill(year: year, draws, into: value)
                }
                for member in growth.indices { growth[member] += logGrowth(value[member]) }
            case .level:
                // A level effect happens once, spread evenly over its years.
                let years = Double(lever.lever.to - lever.lever.from + 1)
                for member in growth.indices { growth[member] += logGrowth(value[member]) / years }
            // An award acts on each unit by itself.
            case .entry, .award: break
            }
        }
    }
}
