import Elementwise
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
    /// 1 where observations have moved the starting sizes so that they contradict what is known of them: one column.
    public let contradictions: BlockColumns
    /// Awards for the R&D of the units.
    public let awards: [AwardBlock]
    /// State of every unit one year before the years asked for, for exact counts.
    public let conditionals: [Int: ConditionalSizes]

    /// ln of the density of the figures that are built into units' luck, by year: one column each.
    let logGuideWeights: [BlockColumns]
    let start: Int
    let logSizes: BlockColumns
    let sectorGrowth: BlockColumns
    let unitGrowth: BlockColumns
    /// Of a unit with a figure: ln of its size before, where it would stand without luck of its own, and the scale of that.
    let guided: BlockColumns
    let weights: Matrix
    /// premium, σ_ref, β, lever growth, common shock, achieved, new output share, scratch ×2.
    let columns: BlockColumns
    /// ln(1 + premium): one column, or one per unit.
    let logPremium: BlockColumns
    let leverDraws: BlockColumns
    /// Year index of entry of each entrant; beyond the horizon when it never enters.
    let entryYears: BlockColumns
    let baseline: BaselineBlock

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
        guided = make(3)
        weights = Matrix(rowMajor: model.unitWeights)
        columns = make(Column.count)
        logPremium = make(model.specification.premium.redraw == .unit ? units : 1)
        leverDraws = make(model.levers.reduce(0) { $0 + $1.draws.count })
        awards = model.levers.compactMap {
            AwardBlock($0, start: start, years: end - start + 1, units: units, rows: rows)
        }
        entryYears = make(model.maximumEntrants)
        baseline = BaselineBlock(model.baseline, rows: rows)
    }

    /// Attempts that the starting sizes of the first `members` rows took together.
    public func baselineAttempts(members: Int) -> Int { baseline.attempts[..<members].reduce(0) { $0 + $1 + 1 } }

    /// ln of the weight that figures of a year, built into units' luck, give each member.
    public func guideWeights(_ year: Int) -> UnsafeMutableBufferPointer<Double> {
        logGuideWeights[year - start].column(0)
    }

    /// - Parameters:
    ///   - end: last year to project.
    ///   - accepted: the attempt at the starting sizes that a member of the first population accepts; nil where it is not
    ///     known yet.
    func project(
        _ draws: BlockDraws, economy: EconomyBlock, inputs: BlockColumns, through end: Int, accepted: ((Int) -> Int)?
    ) throws {
        drawOnce(draws, inputs: inputs)
        try drawBaseline(draws, inputs: inputs, accepted: accepted)
        scheduleEntry()
        for award in awards { award.begin() }
        for year in start + 1..<end + 1 {
            growSectors(year: year, economy: economy)
            for award in awards {
                award.pay(year: year - 1, sizes: sizes[year - 1 - start], values: leverDraws)
                award.advance(values: leverDraws, growth: unitGrowth)
            }
            growUnits(year: year, economy: economy, draws)
            enter(year: year, draws)
        }
        for award in awards {
            award.pay(year: end, sizes: sizes[end - start], values: leverDraws)
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

    func record(_ values: UnsafeMutableBufferPointer<Double>, _ input: Int?, _ inputs: BlockColumns) {
        guard let input else { return }
        _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(values))
    }

    // MARK: One year

    func leave(unit: Int, year: Int, rate: UnsafeMutableBufferPointer<Double>, _ draws: BlockDraws) {
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
