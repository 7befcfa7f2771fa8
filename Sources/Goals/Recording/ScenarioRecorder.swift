import Elementwise
import Projection
import Scenarios

/// What is recorded of a scenario: its variables, its targets, its portfolios.
struct ScenarioPlan: Sendable {
    /// How much is recorded.
    enum Scope: Sendable {
        case everything
        /// The targets, and variables of these names: all that is read of a scenario that another is held against.
        case targets(besides: Set<String>)

        var isEverything: Bool { if case .everything = self { true } else { false } }
    }

    let model: Model
    let scope: Scope
    let variables: [ModelVariable]
    let readings: [ReadingPlan]
    /// Index of each target's headline in `readings`.
    let headlines: [Int]
    let rankings: [RankingPlan]
    let years: Int
    let variableSums: Range<Int>
    let joint: Int
    /// Σ input, one place per input.
    let inputSums: Range<Int>
    /// Σ input × input: the lower triangle, row by row.
    let inputProducts: Range<Int>
    let tracked: [TrackedPlan]
    let themes: [ThemePlan]
    let attempts: Range<Int>
    /// Rejected draws of the loop of science and industry.
    let rejections: Int
    let breaches: [BreachPlan]
    let reaches: [ReachPlan]

    /// Years for which exact counts are needed.
    var conditionalYears: Set<Int> {
        Set(readings.filter { $0.count != nil }.flatMap(\.deadlines)).union(rankings.map(\.year))
    }

    init(model: Model, scope: Scope = .everything, layout: inout SumLayout) throws {
        self.model = model
        self.scope = scope
        let own = try ModelVariable.all(of: model)
        let followed = try model.scenario.tracked.map { try ModelVariable(following: $0, model: model) }
        let named = try model.scenario.themes.map { try ModelVariable.variables(of: $0, in: model) }
        let all = own + followed + named.flatMap { $0 }
        variables =
            switch scope {
            case .everything: all
            case .targets(let names): all.filter { names.contains($0.name) }
            }
        let count = model.scenario.end - model.scenario.start + 1
        years = count
        var readings: [ReadingPlan] = []
        var headlines: [Int] = []
        for target in model.scenario.targets {
            for reading in target.readings {
                if reading.isHeadline { headlines.append(readings.count) }
                readings.append(try ReadingPlan(target: target, reading: reading, model: model, layout: &layout))
            }
        }
        self.readings = readings
        self.headlines = headlines
        variableSums = layout.reserve(variables.count * years)
        joint = layout.reserve(1).lowerBound
        let inputs = model.inputs.entries.count
        inputSums = layout.reserve(inputs)
        inputProducts = layout.reserve(inputs * (inputs + 1) / 2)
        attempts = layout.reserve(model.portfolios.count)
        rejections = layout.reserve(1).lowerBound
        guard scope.isEverything else {
            (tracked, themes, rankings, breaches, reaches) = ([], [], [], [], [])
            return
        }
        tracked = model.scenario.tracked.enumerated().map { index, indicator in
            TrackedPlan(
                indicator: indicator, variable: own.count + index,
                display: indicator.indicator.display(in: model), start: model.scenario.start,
                years: followed[index].firstYear..<count,
                layout: &layout)
        }
        themes = try ThemePlan.plans(
            of: model, variables: named.map(\.count), from: own.count + followed.count, layout: &layout)
        rankings = model.portfolios.indices.map { RankingPlan(portfolio: $0, model: model, layout: &layout) }
        breaches = model.portfolios.indices.map { BreachPlan(portfolio: $0, model: model, layout: &layout) }
        reaches = ReachPlan.plans(of: model)
    }
}

/// A followed quantity: its variable, and how many members lie below each published figure.
struct TrackedPlan: Sendable {
    let indicator: TrackedIndicator
    let variable: Int
    let display: Display
    /// Published figures of projected years: year index, value, place of the count.
    let figures: [(year: Int, value: Double, place: Int)]

    init(
        indicator: TrackedIndicator, variable: Int, display: Display, start: Int, years: Range<Int>,
        layout: inout SumLayout
    ) {
        self.indicator = indicator
        self.variable = variable
        self.display = display
        let points = indicator.observed.published?.points ?? []
        var figures: [(year: Int, value: Double, place: Int)] = []
        for point in points where years.contains(point.year - start) {
            figures.append((point.year - start, point.value, layout.reserve(1).lowerBound))
        }
        self.figures = figures
    }
}

/// Units of a portfolio, ranked at the first deadline of a target on it.
struct RankingPlan: Sendable {
    let portfolio: Int
    let year: Int
    /// Thresholds that targets of the portfolio name, ascending, 亿元.
    let thresholds: [Double]
    let units: Int
    let means: Range<Int>
    let chances: Range<Int>

    init(portfolio: Int, model: Model, layout: inout SumLayout) {
        self.portfolio = portfolio
        let id = model.portfolios[portfolio].specification.id
        year = Self.deadlines(on: id, in: model.scenario).min() ?? model.scenario.end
        var thresholds: Set<Double> = []
        for reading in model.scenario.targets.flatMap(\.readings) {
            if case .count(id, let over, _) = reading.indicator { thresholds.insert(over) }
        }
        self.thresholds = thresholds.sorted()
        units = model.portfolios[portfolio].units.count
        means = layout.reserve(2 * units)
        chances = layout.reserve(units * thresholds.count)
    }

    /// Deadlines of the targets on a portfolio.
    static func deadlines(on portfolio: String, in scenario: Scenario) -> [Int] {
        scenario.targets.filter { target in
            target.readings.contains { reading in
                switch reading.indicator {
                case .total(portfolio), .cumulative(portfolio), .count(portfolio, _, _), .unit(_, portfolio): true
                default: false
                }
            }
        }.map(\.deadline)
    }
}

/// How often a portfolio would be larger than the output of its own sectors.
struct BreachPlan: Sendable {
    let portfolio: Int
    /// Sectors that the portfolio's units belong to.
    let sectors: [Int]
    /// Index of the last year looked at: the last deadline of a target on the portfolio, else the end.
    let year: Int
    /// Members with a breach in each sector, then in any, in some year up to it.
    let members: Range<Int>
    /// Output of the sectors less the portfolio, at start and in the last year.
    let rest: Range<Int>

    init(portfolio: Int, model: Model, layout: inout SumLayout) {
        self.portfolio = portfolio
        let deadlines = RankingPlan.deadlines(on: model.portfolios[portfolio].specification.id, in: model.scenario)
        year = (deadlines.max() ?? model.scenario.end) - model.scenario.start
        let units = model.portfolios[portfolio].units
        sectors = model.scenario.sectors.indices.filter { sector in units.contains { $0.weights[sector] > 0 } }
        members = layout.reserve(sectors.count + 1)
        rest = layout.reserve(2)
    }
}

/// Records one scenario for one worker.
final class ScenarioRecorder: SketchKeeper {
    let plan: ScenarioPlan
    let readings: [ReadingRecorder]
    let reaches: [ReachRecorder]
    let sketches: QuantileSketches
    let rankingSketches: [QuantileSketches]
    private let scratch: BlockColumns
    /// Members of a block, padding included.
    var rows: Int { scratch.rows }

    init(plan: ScenarioPlan, rows: Int) {
        self.plan = plan
        readings = plan.readings.map { ReadingRecorder(plan: $0, rows: rows) }
        reaches = plan.reaches.map { ReachRecorder(plan: $0, rows: rows) }
        sketches = QuantileSketches(count: plan.variables.count * plan.years)
        rankingSketches = plan.rankings.map { QuantileSketches(count: 2 * $0.units) }
        scratch = BlockColumns(rows: rows, columns: 3)
    }

    func merge(_ other: ScenarioRecorder) {
        sketches.merge(other.sketches)
        for (own, others) in zip(readings, other.readings) { own.merge(others) }
        for (own, others) in zip(reaches, other.reaches) { own.merge(others) }
        for (own, others) in zip(rankingSketches, other.rankingSketches) { own.merge(others) }
    }

    func forEachSketch(_ body: (inout QuantileSketch) -> Void) {
        sketches.visitAll(body)
        for reading in readings { reading.forEachSketch(body) }
        for reach in reaches { reach.forEachSketch(body) }
        for ranking in rankingSketches { ranking.visitAll(body) }
    }

    func observe(_ block: BlockProjection, sums: inout [Double]) {
        for (index, variable) in plan.variables.enumerated() {
            for year in variable.firstYear..<plan.years {
                let values = scratch.column(0)
                variable.value(block, year, values)
                sketches.add(used(values, in: block), to: index * plan.years + year)
                sums[plan.variableSums.lowerBound + index * plan.years + year] += sum(used(values, in: block))
            }
        }
        for reading in readings { reading.observe(block, sums: &sums) }
        for reach in reaches { reach.observe(block) }
        recordJoint(members: block.memberCount, sums: &sums)
        recordInputs(block, sums: &sums)
        recordTracked(block, sums: &sums)
        recordThemes(block, sums: &sums)
        for (index, portfolio) in block.portfolios.enumerated() {
            sums[plan.attempts.lowerBound + index] += Double(portfolio.baselineAttempts(members: block.memberCount))
        }
        if let science = block.economy.science {
            sums[plan.rejections] += sum(used(science.rejections.column(0), in: block))
        }
        for (index, ranking) in plan.rankings.enumerated() { record(ranking, index, block, sums: &sums) }
        for breach in plan.breaches { record(breach, block, sums: &sums) }
    }

    private func recordJoint(members: Int, sums: inout [Double]) {
        let realised = plan.headlines.map { readings[$0].realised.column(0) }
        let joint = (0..<members).count { member in realised.allSatisfy { $0[member] == 1 } }
        sums[plan.joint] += Double(joint)
    }

    private func recordInputs(_ block: BlockProjection, sums: inout [Double]) {
        var place = plan.inputProducts.lowerBound
        for input in 0..<plan.inputSums.count {
            let values = used(block.inputs.column(input), in: block)
            sums[plan.inputSums.lowerBound + input] += sum(values)
            for other in 0...input {
                sums[place] += dot(values, used(block.inputs.column(other), in: block))
                place += 1
            }
        }
    }

    private func recordTracked(_ block: BlockProjection, sums: inout [Double]) {
        for tracked in plan.tracked {
            for figure in tracked.figures {
                let values = scratch.column(0)
                plan.variables[tracked.variable].value(block, figure.year, values)
                for member in 0..<block.memberCount where values[member] < figure.value { sums[figure.place] += 1 }
            }
        }
    }

    private func recordThemes(_ block: BlockProjection, sums: inout [Double]) {
        for theme in plan.themes {
            let values = scratch.column(0)
            plan.variables[theme.index].value(block, plan.years - 1, values)
            sums[theme.doubled] += Double(used(values, in: block).count { $0 >= 2 })
        }
    }

    private func record(_ ranking: RankingPlan, _ index: Int, _ block: BlockProjection, sums: inout [Double]) {
        let portfolio = block.portfolios[ranking.portfolio]
        let year = ranking.year - block.model.scenario.start
        for unit in 0..<ranking.units {
            for (slot, moment) in [0, year].enumerated() {
                let sizes = used(portfolio.sizes[moment].column(unit), in: block)
                rankingSketches[index].add(sizes, to: 2 * unit + slot)
                sums[ranking.means.lowerBound + 2 * unit + slot] += sum(sizes)
            }
            guard let conditional = portfolio.conditionals[ranking.year] else { continue }
            for (position, threshold) in ranking.thresholds.enumerated() {
                let chances = scratch.column(0)
                conditional.chances(of: unit, above: logarithm(threshold), into: chances)
                sums[ranking.chances.lowerBound + unit * ranking.thresholds.count + position] +=
                    sum(used(chances, in: block))
            }
        }
    }

    private func record(_ breach: BreachPlan, _ block: BlockProjection, sums: inout [Double]) {
        let (size, ever, any) = (scratch.column(0), scratch.column(1), scratch.column(2))
        any.update(repeating: 0)
        for (position, sector) in breach.sectors.enumerated() {
            ever.update(repeating: 0)
            for year in 0...breach.year {
                let rest = compare(breach, sector: sector, year: year, block, size: size, ever: ever)
                if year == 0 { sums[breach.rest.lowerBound] += rest }
                if year == breach.year { sums[breach.rest.lowerBound + 1] += rest }
            }
            for member in any.indices { any[member] = max(any[member], ever[member]) }
            sums[breach.members.lowerBound + position] += sum(used(ever, in: block))
        }
        sums[breach.members.upperBound - 1] += sum(used(any, in: block))
    }

    /// Marks in `ever` the members in which the portfolio's part of a sector is larger
    /// than the sector's output; returns what the sector has besides, over the members.
    private func compare(
        _ breach: BreachPlan, sector: Int, year: Int, _ block: BlockProjection,
        size: UnsafeMutableBufferPointer<Double>, ever: UnsafeMutableBufferPointer<Double>
    ) -> Double {
        let portfolio = block.portfolios[breach.portfolio]
        size.update(repeating: 0)
        for (index, unit) in portfolio.model.units.enumerated() where unit.weights[sector] > 0 {
            size.add(unit.weights[sector], times: portfolio.sizes[year].column(index))
        }
        let economy = block.economy
        let volume = economy.outputs[year].column(sector)
        let price = economy.prices[year].column(economy.model.priceClassOfSector[sector])
        var rest = 0.0
        for member in 0..<block.memberCount {
            let left = volume[member] * price[member] - size[member]
            if left < 0 { ever[member] = 1 }
            rest += left
        }
        return rest
    }
}
