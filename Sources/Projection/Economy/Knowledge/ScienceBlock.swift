import Elementwise
import LinearAlgebra
import RealModule
import Scenarios

/// Knowledge stocks of one block of members over those of the reference path, year by year.
public final class ScienceBlock {
    /// Draws of each member that were rejected because a gain would have fed itself: one column.
    public let rejections: BlockColumns
    /// exp(η Σ κ̃): export and outflow of each slice over what they would be on the reference path, members × sectors.
    let responses: [BlockColumns]
    private let logResponses: [BlockColumns]
    /// φ κ̃ of this year: what each sector's price grows less, members × sectors.
    let priceFalls: BlockColumns
    /// q of each slice by year: members × sectors.
    let ratios: [[BlockColumns]]
    private let model: ScienceModel
    private let levers: [EconomyLever]
    private let start: Int
    private let parameters: BlockColumns
    private let depreciation: BlockColumns
    /// ι x of each lever that spends money, 亿元.
    private let moneyBases: BlockColumns
    private let growths: [BlockColumns]
    private let sectorGrowths: BlockColumns
    private let spillovers: BlockColumns
    private let logStockGrowth: BlockColumns
    private let scratch: BlockColumns

    private enum Parameter {
        static let elasticity = 0, spillover = 1, tradeResponse = 2, stockGrowth = 3, passThrough = 4
        static let conversion = 5, realShare = 6, misuse = 7, additionality = 8, count = 9
    }
    private var ordered: [ParameterDraw] {
        let draws = model.draws
        return [
            draws.elasticity, draws.spillover, draws.tradeResponse, draws.stockGrowth, draws.pricePassThrough,
            draws.conversion, draws.realShare, draws.misuse, draws.additionality,
        ]
    }

    /// Attempts at a stable member before the scenario is refused.
    static let maximumAttempts = 100

    init(model: ScienceModel, levers: [EconomyLever], start: Int, end: Int, rows: Int) {
        self.model = model
        self.levers = levers
        self.start = start
        let sectors = model.doesResearch.count
        func columns(_ count: Int) -> BlockColumns { BlockColumns(rows: rows, columns: count) }
        rejections = columns(1)
        logResponses = model.slices.map { _ in columns(sectors) }
        responses = model.slices.map { _ in columns(sectors) }
        priceFalls = columns(sectors)
        ratios = (start...end).map { _ in model.slices.map { _ in columns(sectors) } }
        parameters = columns(Parameter.count)
        depreciation = columns(model.draws.depreciation.count)
        moneyBases = columns(levers.count)
        growths = model.slices.map { _ in columns(sectors) }
        sectorGrowths = columns(sectors)
        spillovers = columns(sectors)
        logStockGrowth = columns(1)
        scratch = columns(3)
    }

    // MARK: Draws

    /// Draws the parameters; observations of an economy say nothing of them, so that they stay as they are drawn.
    func begin(_ draws: BlockDraws, inputs: BlockColumns) throws {
        for (index, draw) in ordered.enumerated() { draw.fillUnmoved(draws, into: parameters.column(index)) }
        try redrawUnstable(draws)
        for (index, draw) in ordered.enumerated() { record(parameters.column(index), draw, inputs) }
        for (index, draw) in model.draws.depreciation.enumerated() {
            draw.fillUnmoved(draws, into: depreciation.column(index))
            record(depreciation.column(index), draw, inputs)
        }
        moneyBases.values.update(repeating: 0)
        for (entry, draw) in model.intensity.entries.enumerated() {
            let share = scratch.column(0)
            draw.fillUnmoved(draws, into: share)
            record(share, draw, inputs)
            for (position, bases) in model.moneyBases {
                let base = moneyBases.column(position)
                for member in base.indices { base[member] += share[member] * bases[entry] }
            }
        }
        for response in logResponses { response.values.update(repeating: 0) }
        for response in responses { response.values.update(repeating: 1) }
        // Sectors without R&D stay where they are.
        for ratio in ratios.joined() { ratio.values.update(repeating: 1) }
    }

    private func record(_ values: UnsafeMutableBufferPointer<Double>, _ draw: ParameterDraw, _ inputs: BlockColumns) {
        guard let input = draw.input else { return }
        _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(values))
    }

    private func redrawUnstable(_ draws: BlockDraws) throws {
        let loop = [Parameter.elasticity, Parameter.spillover, Parameter.tradeResponse]
        let columns = loop.map(parameters.column)
        let rejected = rejections.column(0)
        rejected.update(repeating: 0)
        func unstable() -> [Int] {
            rejected.indices.filter { columns[2][$0] * columns[0][$0] * (1 + columns[1][$0]) >= 1 }
        }
        var members = unstable()
        var attempt: UInt32 = 0
        while let member = members.first {
            attempt += 1
            guard attempt < Self.maximumAttempts else {
                throw ModelError.unstableScience(
                    member: draws.firstMember + member,
                    gain: columns[2][member] * columns[0][member] * (1 + columns[1][member]))
            }
            for (parameter, column) in zip(loop, columns) {
                ordered[parameter].fillUnmoved(draws, step: attempt, into: scratch.column(0))
                for member in members { column[member] = scratch.column(0)[member] }
            }
            for member in members { rejected[member] += 1 }
            members = unstable()
        }
    }

    // MARK: One year

    /// Moves the stocks to a year and finds what that does to demand and prices.
    ///
    /// - Parameters:
    ///   - outputs, reference: output of the year before, with levers and without; nil where output does not move R&D.
    ///   - value: fills a lever's draw of a year.
    func advance(
        to year: Int, outputs: BlockColumns, reference: BlockColumns?,
        value: (_ lever: Int, _ year: Int, _ into: UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        let index = year - start
        for (place, slice) in model.slices.enumerated() {
            let added = rise(of: slice, in: year - 1, value: value)
            for sector in model.doesResearch.indices where model.doesResearch[sector] {
                let (before, after) = (ratios[index - 1][place].column(sector), ratios[index][place].column(sector))
                let growth = growths[place].column(sector)
                let effort = scratch.column(1)
                if let reference {
                    let (own, other) = (outputs.column(sector), reference.column(sector))
                    for member in effort.indices {
                        effort[member] = other[member] > 0 ? own[member] / other[member] : 1
                    }
                } else {
                    effort.update(repeating: 1)
                }
                let stockGrowth = parameters.column(Parameter.stockGrowth)
                let lost = depreciation.column(model.depreciationOfSector[sector])
                for member in before.indices {
                    let old = before[member]
                    let new = nextStockRatio(
                        old, effort: effort[member] + added[member], depreciation: lost[member],
                        stockGrowth: stockGrowth[member])
                    after[member] = new
                }
                growth.setLogRatio(of: after, over: before, floor: .leastNormalMagnitude)
            }
        }
        spread(index)
        respond(in: year, value: value)
    }

    /// Σ a: rise of real R&D of a slice in a year as a share of the reference.
    private func rise(
        of slice: ResearchSlice, in year: Int,
        value: (Int, Int, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> UnsafeMutableBufferPointer<Double> {
        let (sum, drawn) = (scratch.column(2), scratch.column(0))
        sum.update(repeating: 0)
        let realShare = parameters.column(Parameter.realShare)
        for position in slice.levers where levers[position].isActive(year) {
            switch levers[position].action {
            case .researchEffort:
                value(position, year, drawn)
                for member in sum.indices { sum[member] += drawn[member] }
            case .researchMoney:
                value(position, year, drawn)
                let (misuse, added) = (parameters.column(Parameter.misuse), parameters.column(Parameter.additionality))
                let (growth, base) = (parameters.column(Parameter.stockGrowth), moneyBases.column(position))
                for member in sum.indices {
                    let real = drawn[member] * (1 - misuse[member]) * (1 + added[member])
                    let grown = Double.pow(1 + growth[member], year - start)
                    sum[member] += real / (base[member] * realShare[member] * grown)
                }
            default: break
            }
        }
        return sum
    }

    /// Growth of each sector's whole stock over the reference, and what reaches its buyers.
    private func spread(_ index: Int) {
        sectorGrowths.values.update(repeating: 0)
        for sector in model.doesResearch.indices where model.doesResearch[sector] {
            let growth = sectorGrowths.column(sector)
            let (now, before) = (scratch.column(0), scratch.column(1))
            now.update(repeating: 0)
            before.update(repeating: 0)
            for (place, slice) in model.slices.enumerated() where slice.researchShares[sector] > 0 {
                let share = slice.researchShares[sector]
                let (new, old) = (ratios[index][place].column(sector), ratios[index - 1][place].column(sector))
                for member in growth.indices {
                    now[member] += share * new[member]
                    before[member] += share * old[member]
                }
            }
            growth.setLogRatio(of: now, over: before, floor: .leastNormalMagnitude)
        }
        multiply(sectorGrowths.view, model.supplierShares, into: spillovers.mutableView)
    }

    /// η κ̃ and φ κ̃ of the year.
    private func respond(in year: Int, value: (Int, Int, UnsafeMutableBufferPointer<Double>) -> Void) {
        priceFalls.values.update(repeating: 0)
        let elasticity = parameters.column(Parameter.elasticity)
        let spillover = parameters.column(Parameter.spillover)
        let response = parameters.column(Parameter.tradeResponse)
        let passThrough = parameters.column(Parameter.passThrough)
        let stockGrowth = logStockGrowth.column(0)
        stockGrowth.setLogGrowth(of: parameters.column(Parameter.stockGrowth), floor: lowestRate)
        let reference = parameters.column(Parameter.conversion)
        for (place, slice) in model.slices.enumerated() {
            let conversion = conversion(of: slice, in: year, value: value)
            for sector in model.doesResearch.indices where slice.intervals[sector].width > 0 {
                let does = model.doesResearch[sector]
                let reach = model.supplierReach[sector]
                let (own, others) = (growths[place].column(sector), spillovers.column(sector))
                let (sum, fall) = (logResponses[place].column(sector), priceFalls.column(sector))
                let width = slice.intervals[sector].width
                for member in sum.indices {
                    let (c, gamma) = (conversion[member], elasticity[member])
                    let deviation = (does ? own[member] : 0) + spillover[member] * others[member]
                    let usual = ((does ? 1 : 0) + spillover[member] * reach) * stockGrowth[member]
                    let gain = gamma * (c * deviation + (c - reference[member]) * usual)
                    sum[member] += response[member] * gain
                    fall[member] += width * passThrough[member] * gain
                }
                let factor = responses[place].column(sector)
                factor.setExponential(of: sum)
            }
        }
    }

    /// c of a slice in a year: that of the reference, and what levers add.
    private func conversion(
        of slice: ResearchSlice, in year: Int, value: (Int, Int, UnsafeMutableBufferPointer<Double>) -> Void
    ) -> UnsafeMutableBufferPointer<Double> {
        let (sum, drawn) = (scratch.column(2), scratch.column(0))
        _ = sum.update(fromContentsOf: UnsafeBufferPointer(parameters.column(Parameter.conversion)))
        for position in slice.levers {
            let lever = levers[position]
            guard case .conversion = lever.action, year >= lever.lever.from else { continue }
            value(position, year, drawn)
            let reached = min(Double(year - lever.lever.from + 1) / Double(lever.lever.to - lever.lever.from + 1), 1)
            for member in sum.indices { sum[member] = min(max(sum[member] + reached * drawn[member], 0), 1) }
        }
        return sum
    }
}
