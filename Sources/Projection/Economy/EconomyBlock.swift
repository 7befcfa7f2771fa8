import Elementwise
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The economy of one block of members, year by year from the base year on.
public final class EconomyBlock {
    public let model: EconomyModel
    public let start: Int
    /// Output by year (0 is the base year): members × sectors, prices of the base year, 亿元.
    public let outputs: [BlockColumns]
    /// ln of the price by year: members × price classes, 0 in the base year.
    public let logPrices: [BlockColumns]
    /// Price by year: members × price classes, 1 in the base year.
    public let prices: [BlockColumns]
    /// By year and part of `model.parts`: how the part has grown against its whole sectors, members × sectors.
    let partGrowths: [[BlockColumns]]

    private let logComponentGrowth: BlockColumns
    let componentFactors: BlockColumns
    /// Cumulated shocks of the sectors; none of its own where there is a reference, whose shocks are the same.
    private let logSectorGrowth: BlockColumns
    private let demand: BlockColumns
    /// One column per category rate, then scratch.
    let categoryRates: BlockColumns
    let deviations: BlockColumns
    let relativeGrowth: BlockColumns
    /// sd of the yearly shocks of each relative growth that has them.
    let relativeDeviations: BlockColumns
    /// This year's difference in the growth of demand, scaled for the pass-through.
    private let differences: BlockColumns
    private let ruleChanges: BlockColumns
    let scratch: BlockColumns
    let leverValues: [BlockColumns]
    /// Projects that units of portfolios host.
    let hostedProjects: [HostedProject]
    /// Investment that levers shift, by the lever's position.
    let shiftedInvestment: [Int: ShiftedInvestment]
    /// The same members without levers, where knowledge follows output.
    private let reference: EconomyBlock?
    /// Knowledge stocks over those of the reference; nil where nothing deviates.
    public let science: ScienceBlock?
    /// Whether levers are left out.
    let isReference: Bool

    init(model: EconomyModel, start: Int, end: Int, rows: Int, isReference: Bool = false) {
        self.model = model
        self.isReference = isReference
        let science = isReference ? nil : model.science
        self.science = science.map {
            ScienceBlock(model: $0, levers: model.levers, start: start, end: end, rows: rows)
        }
        reference =
            science?.specification.followsIndustry == true
            ? EconomyBlock(model: model, start: start, end: end, rows: rows, isReference: true) : nil
        self.start = start
        let sectors = model.table.sectors.count
        func columns(_ count: Int) -> BlockColumns { BlockColumns(rows: rows, columns: count) }
        outputs = (start...end).map { _ in columns(sectors) }
        logPrices = (start...end).map { _ in columns(model.priceClasses.count) }
        prices = (start...end).map { _ in columns(model.priceClasses.count) }
        partGrowths = (start...end).map { _ in model.parts.map { columns($0.sectors.count) } }
        differences = columns(model.relativeGrowth.count)
        logComponentGrowth = columns(model.components.count)
        componentFactors = columns(model.components.count)
        logSectorGrowth = columns(reference == nil ? sectors : 0)
        demand = columns(sectors)
        categoryRates = columns(model.growth.count)
        deviations = columns(3)
        relativeGrowth = columns(model.relativeGrowth.count)
        relativeDeviations = columns(model.relativeGrowth.count)
        ruleChanges = columns(model.priceClasses.first?.weights.count ?? 0)
        scratch = columns(3)
        leverValues = model.levers.map { columns($0.draws.count) }
        shiftedInvestment = ShiftedInvestment.all(of: model, rows: rows)
        hostedProjects = HostedProject.all(of: model) { (start...end).map { _ in columns(1) } }
    }

    /// Projects the years through `end` for the members of the draws; writes the inputs that
    /// were drawn once into `inputs`.
    func project(_ draws: BlockDraws, inputs: BlockColumns, through end: Int) throws {
        try begin(draws, inputs: inputs)
        for year in start + 1..<end + 1 { try advance(to: year, draws) }
    }

    private func begin(_ draws: BlockDraws, inputs: BlockColumns) throws {
        try reference?.begin(draws, inputs: inputs)
        drawOnce(draws, inputs: inputs)
        try science?.begin(draws, inputs: inputs)
        logComponentGrowth.values.update(repeating: 0)
        logSectorGrowth.values.update(repeating: 0)
        for part in partGrowths[0] { part.values.update(repeating: 1) }
        logPrices[0].values.update(repeating: 0)
        prices[0].values.update(repeating: 1)
        for (sector, value) in model.table.output.enumerated() { outputs[0].column(sector).update(repeating: value) }
    }

    private func advance(to year: Int, _ draws: BlockDraws) throws {
        try reference?.advance(to: year, draws)
        advanceScience(to: year, draws)
        advancePrices(to: year, draws)
        drawDifferences(year: year, draws)
        advanceComponents(to: year, draws)
        // Shocks are no lever's doing: the reference has drawn them.
        if reference == nil { advanceSectors(to: year, draws) }
        try solve(year: year - start, draws)
    }

    // MARK: One year

    func isActive(_ lever: EconomyLever, _ year: Int) -> Bool { !isReference && lever.isActive(year) }

    private func advanceScience(to year: Int, _ draws: BlockDraws) {
        guard let science else { return }
        science.advance(
            to: year, outputs: outputs[year - start - 1], reference: reference?.outputs[year - start - 1]
        ) { position, leverYear, buffer in
            let value = leverValues[position].column(0)
            let draw = model.levers[position].draws[0]
            // Effort of the year before builds this year's stock, and is settled with it.
            if draw.redraw == .year { draw.fill(year: leverYear, settled: year, draws, into: value) }
            _ = buffer.update(fromContentsOf: UnsafeBufferPointer(value))
        }
    }

    private func advancePrices(to year: Int, _ draws: BlockDraws) {
        for (index, rule) in model.priceRules.enumerated() {
            let column = ruleChanges.column(index)
            if let published = rule.rule.observed.first(where: { $0.year == year }) {
                column.update(repeating: logGrowth(published.change))
            } else {
                rule.draw.fill(year: year, draws, into: column)
                takeLogGrowth(column)
            }
        }
        var index = model.priceRules.count
        for (lever, values) in zip(model.levers, leverValues) {
            guard case .price(let rate) = lever.action else { continue }
            let column = ruleChanges.column(index)
            index += 1
            guard isActive(lever, year) else {
                column.update(repeating: 0)
                continue
            }
            if rate.redraw == .year { rate.fill(year: year, draws, into: values.column(0)) }
            column.setLogGrowth(of: values.column(0), floor: lowestRate)
        }
        let (before, after) = (logPrices[year - start - 1], logPrices[year - start])
        for (classIndex, priceClass) in model.priceClasses.enumerated() {
            let (old, new, level) = (
                before.column(classIndex), after.column(classIndex), prices[year - start].column(classIndex)
            )
            _ = new.update(fromContentsOf: UnsafeBufferPointer(old))
            for (rule, weight) in priceClass.weights.enumerated() where weight != 0 {
                new.add(weight, times: ruleChanges.column(rule))
            }
            if let science {
                // With knowledge every sector is a class of its own.
                new.add(-1, times: science.priceFalls.column(classIndex))
            }
            level.setExponential(of: new)
        }
    }

    private func advanceComponents(to year: Int, _ draws: BlockDraws) {
        drawCategoryRates(year: year, draws)
        let common = scratch.column(1)
        draws.normals(of: model.shocks.common, step: UInt32(truncatingIfNeeded: year), settled: year, into: common)
        common.setProduct(of: common, deviations.column(0))
        for (index, component) in model.components.enumerated() {
            let (growth, rate) = (logComponentGrowth.column(index), categoryRates.column(model.componentGrowth[index]))
            growth.add(rate)
            growth.add(common)
            for relative in component.relativeGrowths { growth.add(differences.column(relative)) }
            for position in component.levers {
                let lever = model.levers[position]
                guard isActive(lever, year) else { continue }
                let value = leverValues[position].column(0)
                switch lever.action {
                case .componentGrowth(let draw):
                    if draw.redraw == .year { draw.fill(year: year, draws, into: value) }
                    for member in 0..<growth.count { growth[member] += logGrowth(value[member]) }
                case .componentLevel:
                    let years = Double(lever.years)
                    for member in 0..<growth.count { growth[member] += logGrowth(value[member]) / years }
                default: break
                }
            }
            componentFactors.column(index).setExponential(of: growth)
        }
    }

    private func advanceSectors(to year: Int, _ draws: BlockDraws) {
        let step = UInt32(truncatingIfNeeded: year)
        let shared = scratch.column(1)
        draws.normals(of: model.shocks.shared, step: step, settled: year, into: shared)
        let (deviation, correlation) = (deviations.column(1), deviations.column(2))
        let own = scratch.column(2)
        for member in 0..<shared.count {
            shared[member] *= deviation[member] * correlation[member].squareRoot()
            own[member] = deviation[member] * (1 - correlation[member]).squareRoot()
        }
        for sector in 0..<logSectorGrowth.columns {
            let shock = demand.column(sector)
            draws.normals(of: model.shocks.sectors[sector], step: step, settled: year, into: shock)
            logSectorGrowth.column(sector).add(shared, own, times: shock)
        }
    }

    /// The difference that each relative growth makes to the demand that carries it, this year.
    private func drawDifferences(year: Int, _ draws: BlockDraws) {
        for (index, relative) in model.relativeGrowth.enumerated() {
            let (drawn, difference) = (relativeGrowth.column(index), differences.column(index))
            let damping = Double.pow(relative.specification.damping, year - start - 1)
            if let shocks = relative.shocks {
                let deviation = relativeDeviations.column(index)
                draws.normals(
                    of: shocks.stream, step: UInt32(truncatingIfNeeded: year), settled: year, into: difference)
                for member in 0..<drawn.count {
                    difference[member] = drawn[member] * damping + deviation[member] * difference[member]
                }
            } else {
                for member in 0..<drawn.count { difference[member] = drawn[member] * damping }
            }
            for (lever, values) in zip(model.levers, leverValues) where isActive(lever, year) {
                guard case .relativeGrowth(index, let rate) = lever.action else { continue }
                let value = values.column(0)
                if rate.redraw == .year { rate.fill(year: year, draws, into: value) }
                for member in 0..<drawn.count { difference[member] += logGrowth(value[member]) }
            }
            if relative.specification.nominal {
                // Observed at current prices: the difference in volume is what relative prices leave.
                for (rule, weight) in relative.relativePriceWeights.enumerated() where weight != 0 {
                    let change = ruleChanges.column(rule)
                    for member in 0..<drawn.count { difference[member] -= weight * change[member] }
                }
            }
            for member in 0..<drawn.count { difference[member] /= relative.passThrough }
        }
    }

    /// Final demand of the year and the output that it calls for.
    private func solve(year: Int, _ draws: BlockDraws) throws {
        sumComponents(model.componentBases, into: demand)
        let additions = additions(year: year, draws)
        for (index, part) in model.parts.enumerated() { follow(part, additions, into: partGrowths[year][index]) }
        let shocks = reference?.logSectorGrowth ?? logSectorGrowth
        for sector in 0..<demand.columns {
            demand.column(sector).multiply(byExponentialOf: shocks.column(sector))
        }
        for addition in additions {
            for (sector, weight) in addition.pattern.enumerated() where weight != 0 {
                let column = demand.column(sector)
                for member in 0..<column.count { column[member] += weight * addition.amount[member] }
            }
        }
        multiply(demand.view, model.transposedLeontief, into: outputs[year].mutableView)
        for sector in 0..<demand.columns {
            let column = outputs[year].column(sector)
            if column.isPossible { continue }
            // One comparison finds negative values and NaN alike.
            for member in 0..<column.count where !(column[member] >= 0 && column[member] < .infinity) {
                let name = model.table.sectors[sector]
                // A sector without output in the base year may keep rounding around zero.
                if abs(column[member]) <= 1e-9 * abs(outputs[0].column(sector)[member]) + 1e-9 { continue }
                throw column[member] < 0
                    ? ModelError.negativeOutput(sector: name, year: start + year, member: draws.firstMember + member)
                    : ModelError.notFinite(
                        quantity: "output of \(name)", year: start + year, member: draws.firstMember + member)
            }
        }
    }

    /// Σ_k base_k F_k of the year by sector, with what competitiveness adds to export and outflow.
    ///
    /// - Parameters:
    ///   - bases: sectors × components.
    ///   - sectors: the sectors of the rows; nil for all.
    private func sumComponents(_ bases: Matrix, sectors: [Int]? = nil, into sums: BlockColumns) {
        multiply(componentFactors.view, bases, transposed: true, into: sums.mutableView)
        guard let science, let model = model.science else { return }
        let sectors = sectors ?? Array(0..<sums.columns)
        for (component, slice) in model.sliceOfComponent.enumerated() {
            guard let slice else { continue }
            let factor = componentFactors.column(component)
            for (row, sector) in sectors.enumerated() where bases[row, component] != 0 {
                let (base, sum) = (bases[row, component], sums.column(row))
                let response = science.responses[slice].column(sector)
                // Written so that without a deviation not a bit changes.
                for member in sum.indices { sum[member] += base * factor[member] * (response[member] - 1) }
            }
        }
    }

    /// How the demand for a part has grown against that for its whole sectors, before shocks, which hit both alike.
    private func follow(_ part: GroupPart, _ additions: [Addition], into growths: BlockColumns) {
        sumComponents(part.bases, sectors: part.sectors, into: growths)
        let whole = scratch.column(0)
        for (column, sector) in part.sectors.enumerated() {
            let growth = growths.column(column)
            _ = whole.update(fromContentsOf: UnsafeBufferPointer(demand.column(sector)))
            for addition in additions where addition.pattern[sector] != 0 {
                let (weight, share) = (addition.pattern[sector], part.added[addition.lever]?[column] ?? 0)
                for member in whole.indices {
                    whole[member] += weight * addition.amount[member]
                    growth[member] += weight * share * addition.amount[member]
                }
            }
            let weight = part.weights[column]
            for member in whole.indices {
                growth[member] = whole[member] > 0 ? growth[member] / (weight * whole[member]) : 1
            }
        }
    }
}
