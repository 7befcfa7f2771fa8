import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The units of one portfolio for one block of members, year by year.
public final class PortfolioBlock {
    public let model: PortfolioModel
    /// Output by year (0 is the base year): members × units, current prices, 亿元; 0 before entry and after exit.
    public let sizes: [BlockColumns]
    /// Units ever listed, by year: one column.
    public let cumulative: [BlockColumns]
    /// Output by year of entrants that is new to the region: one column.
    public let newOutput: [BlockColumns]
    /// Attempts that the starting sizes of the block took together.
    public internal(set) var baselineAttempts = 0
    /// 1 where observations have moved the starting sizes so that they contradict what is known of them: one column.
    public let contradictions: BlockColumns
    /// Awards for the R&D of the units.
    public let awards: [AwardBlock]
    /// State of every unit one year before the years asked for, for exact counts.
    public let conditionals: [Int: ConditionalSizes]

    /// ln of the density of the figures that are built into units' luck, by year: one column each.
    private let logGuideWeights: [BlockColumns]
    let start: Int
    let logSizes: BlockColumns
    private let sectorGrowth: BlockColumns
    private let unitGrowth: BlockColumns
    private let weights: Matrix
    /// premium, σ_ref, β, lever growth, common shock, achieved, new output share, scratch ×2.
    let columns: BlockColumns
    /// ln(1 + premium): one column, or one per unit.
    private let logPremium: BlockColumns
    let leverDraws: BlockColumns
    /// Year index of entry of each entrant; beyond the horizon when it never enters.
    let entryYears: BlockColumns
    var freedoms: [Double]
    /// The accepted attempt at the starting sizes, from 0, by row.
    var attempts: [Int]

    enum Column {
        static let deviation = 0, exponent = 1, lever = 2, common = 3, achieved = 4, newShare = 5, draw = 6, scratch = 7
        static let count = 8
    }

    init(model: PortfolioModel, start: Int, end: Int, rows: Int, conditionalYears: Set<Int>) {
        self.model = model
        self.start = start
        let units = model.units.count
        func make(_ count: Int) -> BlockColumns { BlockColumns(rows: rows, columns: count) }
        sizes = (start...end).map { _ in make(units) }
        cumulative = (start...end).map { _ in make(1) }
        newOutput = (start...end).map { _ in make(1) }
        conditionals = Dictionary(
            uniqueKeysWithValues: conditionalYears.filter { $0 > start && $0 <= end }.map {
                ($0, ConditionalSizes(rows: rows, units: units, shape: model.specification.volatility.shape))
            })
        contradictions = make(1)
        logGuideWeights = (start...end).map { _ in make(1) }
        logSizes = make(units)
        sectorGrowth = make(model.usedSectors.count)
        unitGrowth = make(units)
        weights = Matrix(rowMajor: model.unitWeights)
        columns = make(Column.count)
        logPremium = make(model.specification.premium.redraw == .unit ? units : 1)
        leverDraws = make(model.levers.reduce(0) { $0 + $1.draws.count })
        awards = model.levers.compactMap {
            AwardBlock($0, start: start, years: end - start + 1, units: units, rows: rows)
        }
        entryYears = make(model.maximumEntrants)
        freedoms = [Double](repeating: 0, count: model.initialCount)
        attempts = [Int](repeating: 0, count: rows)
    }

    /// ln of the weight that figures of a year, built into units' luck, give each member.
    public func guideWeights(_ year: Int) -> UnsafeMutableBufferPointer<Double> {
        logGuideWeights[year - start].column(0)
    }

    func project(_ draws: BlockDraws, economy: EconomyBlock, inputs: BlockColumns) throws {
        drawOnce(draws, inputs: inputs)
        try drawBaseline(draws, inputs: inputs)
        scheduleEntry()
        for award in awards { award.begin() }
        for year in start + 1..<start + sizes.count {
            growSectors(year: year, economy: economy)
            for award in awards {
                award.pay(year: year - 1, sizes: sizes[year - 1 - start], values: leverDraws)
                award.advance(values: leverDraws, growth: unitGrowth)
            }
            growUnits(year: year, economy: economy, draws)
            enter(year: year, draws)
        }
        for award in awards {
            award.pay(year: start + sizes.count - 1, sizes: sizes[sizes.count - 1], values: leverDraws)
        }
    }

    private func drawOnce(_ draws: BlockDraws, inputs: BlockColumns) {
        model.deviation.fill(year: start, draws, into: columns.column(Column.deviation))
        model.sizeExponent.fill(year: start, draws, into: columns.column(Column.exponent))
        record(columns.column(Column.deviation), model.deviation.input, inputs)
        record(columns.column(Column.exponent), model.sizeExponent.input, inputs)
        let deviation = columns.column(Column.deviation)
        for member in deviation.indices { deviation[member] = max(deviation[member], 0) }
        for (index, draw) in model.premium.prefix(logPremium.columns).enumerated() {
            let premium = logPremium.column(index)
            draw.fill(year: start, draws, into: premium)
            record(premium, draw.input, inputs)
            takeLogGrowth(premium)
        }
        for lever in model.levers {
            for (index, draw) in lever.draws.enumerated() {
                let column = leverDraws.column(lever.column + index)
                draw.fill(year: lever.lever.from, draws, into: column)
                record(column, draw.input, inputs)
            }
        }
    }

    private func takeLogGrowth(_ rates: UnsafeMutableBufferPointer<Double>) {
        for member in rates.indices { rates[member] = logGrowth(rates[member]) }
    }

    func record(_ values: UnsafeMutableBufferPointer<Double>, _ input: Int?, _ inputs: BlockColumns) {
        guard let input else { return }
        _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(values))
    }

    // MARK: One year

    /// Δ ln(x P) of the sectors that the units belong to, and of each unit by its weights.
    private func growSectors(year: Int, economy: EconomyBlock) {
        let index = year - start
        let hosted = economy.hostedProjects
        for (column, sector) in model.usedSectors.enumerated() {
            let growth = sectorGrowth.column(column)
            let (before, after) = (economy.outputs[index - 1].column(sector), economy.outputs[index].column(sector))
            let priceClass = economy.model.priceClassOfSector[sector]
            let (oldPrice, newPrice) = (
                economy.logPrices[index - 1].column(priceClass), economy.logPrices[index].column(priceClass)
            )
            for member in growth.indices {
                // What a project adds is its host's alone.
                var (before, after) = (before[member], after[member])
                for project in hosted where project.pattern[sector] != 0 {
                    before -= project.pattern[sector] * project.outputs[index - 1].column(0)[member]
                    after -= project.pattern[sector] * project.outputs[index].column(0)[member]
                }
                // A sector that shrinks to nothing takes its units down by the largest fall that the model knows.
                let ratio = max(after, 1e-9) / max(before, 1e-9)
                growth[member] = Double.log(ratio) + newPrice[member] - oldPrice[member]
            }
        }
        multiply(sectorGrowth.view, weights, transposed: true, into: unitGrowth.mutableView)
    }

    private func growUnits(year: Int, economy: EconomyBlock, _ draws: BlockDraws) {
        let index = year - start
        let volatility = model.specification.volatility
        let step = UInt32(truncatingIfNeeded: year)
        let common = columns.column(Column.common)
        drawStandardised(model.common, step: step, year: year, draws, into: common)
        leverGrowth(year: year, draws)
        let (lever, deviation, exponent) = (
            columns.column(Column.lever), columns.column(Column.deviation), columns.column(Column.exponent)
        )
        let (shared, own) = (volatility.common.squareRoot(), (1 - volatility.common).squareRoot())
        let logReference = Double.log(volatility.referenceSize)
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
            let (logSize, growth) = (logSizes.column(unit), unitGrowth.column(unit))
            let size = sizes[index].column(unit)
            let (centers, scales) = (conditional?.centers.column(unit), conditional?.scales.column(unit))
            // While scores are kept every block makes the same draws.
            guard draws.record != nil || logSize.contains(where: { $0 > -.infinity }) else {
                // Most entrants are not there yet in any member.
                size.update(repeating: 0)
                centers?.update(repeating: -.infinity)
                scales?.update(repeating: 0)
                continue
            }
            drawStandardised(model.idiosyncratic[unit], step: step, year: year, draws, into: noise)
            let guide = guides.first { $0.unit == model.units[unit].id }
            let premium = logPremium.column(logPremium.columns == 1 ? 0 : unit)
            let arrival = arrivals[unit]
            for member in logSize.indices {
                guard logSize[member] > -.infinity else {
                    size[member] = 0
                    centers?[member] = -.infinity
                    scales?[member] = 0
                    continue
                }
                let sizeEffect =
                    exponent[member] == 0 ? 1 : Double.exp(-exponent[member] * (logSize[member] - logReference))
                let sigma = min(deviation[member] * sizeEffect, PortfolioModel.maximumDeviation)
                var grown = logSize[member] + growth[member] + premium[member] + lever[member]
                if let arrival { grown = Double.log(Double.exp(grown) + arrival[member]) }
                let center =
                    grown
                    + sigma * shared * common[member] - meanCorrection(sigma, volatility)
                centers?[member] = center
                scales?[member] = sigma * own
                if let guide {
                    noise[member] = follow(
                        guide, member: member, year: year, before: logSize[member], center: center, scale: sigma * own,
                        luck: noise[member])
                    // What is known of the year is no luck that is still to come.
                    centers?[member] = center + sigma * own * noise[member]
                    scales?[member] = 0
                }
                logSize[member] = center + sigma * own * noise[member]
                size[member] = Double.exp(logSize[member])
            }
            if guide != nil {
                for member in logSize.indices where logSize[member] == -.infinity {
                    logGuideWeights[index].column(0)[member] = -.infinity
                }
                if draws.record != nil {
                    for member in noise.indices { noise[member] = score(noise[member]) }
                    draws.note(model.idiosyncratic[unit], step: step, scores: noise)
                }
            }
            if model.exit != nil { leave(unit: unit, year: year, rate: exitRate, draws) }
        }
    }

    /// Luck that agrees with a figure of the unit; weighs the member by the figure.
    private func follow(
        _ guide: UnitGuide, member: Int, year: Int, before: Double, center: Double, scale: Double, luck: Double
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
        case .laplace:
            draws.uniforms(of: stream, step: step, settled: year, into: buffer)
            laplaceQuantile(inPlace: buffer)
        case .normal: draws.normals(of: stream, step: step, settled: year, into: buffer)
        }
    }

    /// m(σ) = ln E exp(σ ε): σ²/2 for the normal; for Laplace parts with variance
    /// shares ρ and 1 − ρ it is −ln(1 − ρσ²/2) − ln(1 − (1−ρ)σ²/2).
    @inline(__always)
    private func meanCorrection(_ sigma: Double, _ volatility: Volatility) -> Double {
        let variance = sigma * sigma / 2
        switch volatility.shape {
        case .normal: return variance
        case .laplace:
            return -Double.log((1 - volatility.common * variance) * (1 - (1 - volatility.common) * variance))
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

    private func leave(unit: Int, year: Int, rate: UnsafeMutableBufferPointer<Double>, _ draws: BlockDraws) {
        let draw = columns.column(Column.draw)
        draws.uniforms(
            of: model.exitStreams[unit], step: UInt32(truncatingIfNeeded: year), settled: year, into: draw)
        let (logSize, size) = (logSizes.column(unit), sizes[year - start].column(unit))
        let survival = conditionals[year]?.survival.column(unit)
        for member in logSize.indices {
            survival?[member] = 1 - min(max(rate[member], 0), 1)
            if draw[member] < rate[member] {
                logSize[member] = -.infinity
                size[member] = 0
            }
        }
    }

    /// Entrants of the year start at their drawn size.
    private func enter(year: Int, _ draws: BlockDraws) {
        let index = year - start
        let fresh = newOutput[index].column(0)
        fresh.update(repeating: 0)
        guard let entry = model.entry else { return }
        let (share, size) = (columns.column(Column.newShare), columns.column(Column.scratch))
        for entrant in 0..<model.maximumEntrants {
            let unit = model.initialCount + entrant
            let years = entryYears.column(entrant)
            if draws.record != nil || years.contains(Double(index)) {
                entry.sizes[entrant].fill(year: year, draws, into: size)
            }
            let (logSize, output) = (logSizes.column(unit), sizes[index].column(unit))
            let conditional = conditionals[year]
            for member in years.indices {
                if years[member] == Double(index) {
                    logSize[member] = Double.log(max(size[member], 1e-9))
                    output[member] = size[member]
                    conditional?.centers.column(unit)[member] = logSize[member]
                    conditional?.scales.column(unit)[member] = 0
                    conditional?.survival.column(unit)[member] = 1
                }
                fresh[member] += share[member] * output[member]
            }
        }
    }
}
