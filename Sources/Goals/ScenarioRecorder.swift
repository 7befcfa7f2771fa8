import Projection
import Scenarios

/// What is recorded of a scenario: its variables, its targets, its portfolios.
struct ScenarioPlan: Sendable {
    let model: Model
    let variables: [ModelVariable]
    let readings: [ReadingPlan]
    /// Index of each target's headline in `readings`.
    let headlines: [Int]
    let rankings: [RankingPlan]
    let years: Int
    let variableSums: Range<Int>
    let joint: Int
    let inputSums: Range<Int>
    let attempts: Range<Int>
    let breaches: [BreachPlan]

    /// Years for which exact counts are needed.
    var conditionalYears: Set<Int> {
        Set(readings.filter { $0.count != nil }.flatMap(\.deadlines)).union(rankings.map(\.year))
    }

    init(model: Model, layout: inout SumLayout) throws {
        self.model = model
        variables = ModelVariable.all(of: model)
        years = model.scenario.end - model.scenario.start + 1
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
        inputSums = layout.reserve(2 * model.inputs.entries.count)
        attempts = layout.reserve(model.portfolios.count)
        rankings = model.portfolios.indices.map { RankingPlan(portfolio: $0, model: model, layout: &layout) }
        breaches = model.portfolios.indices.map { BreachPlan(portfolio: $0, model: model, layout: &layout) }
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
        var thresholds: Set<Double> = []
        var deadlines: [Int] = []
        for target in model.scenario.targets {
            for reading in target.readings {
                switch reading.indicator {
                case .count(id, let over, _):
                    thresholds.insert(over)
                    deadlines.append(target.deadline)
                case .total(id), .cumulative(id), .unit(_, id): deadlines.append(target.deadline)
                default: break
                }
            }
        }
        year = deadlines.min() ?? model.scenario.end
        self.thresholds = thresholds.sorted()
        units = model.portfolios[portfolio].units.count
        means = layout.reserve(2 * units)
        chances = layout.reserve(units * thresholds.count)
    }
}

/// How often a portfolio would be larger than the output of its own sectors.
struct BreachPlan: Sendable {
    let portfolio: Int
    /// Sectors that the portfolio's units belong to.
    let sectors: [Int]
    /// Members with a breach in each sector, then in any, in the last year.
    let members: Range<Int>
    /// Output of the sectors less the portfolio, at start and at the end.
    let rest: Range<Int>

    init(portfolio: Int, model: Model, layout: inout SumLayout) {
        self.portfolio = portfolio
        let units = model.portfolios[portfolio].units
        sectors = model.scenario.sectors.indices.filter { sector in units.contains { $0.weights[sector] > 0 } }
        members = layout.reserve(sectors.count + 1)
        rest = layout.reserve(2)
    }
}

/// Records one scenario for one worker.
final class ScenarioRecorder {
    let plan: ScenarioPlan
    let readings: [ReadingRecorder]
    private(set) var sketches: [QuantileSketch]
    private(set) var rankingSketches: [[QuantileSketch]]
    /// Values of the current block: members × (variable, year).
    private let scratch: BlockColumns

    init(plan: ScenarioPlan, rows: Int) {
        self.plan = plan
        readings = plan.readings.map { ReadingRecorder(plan: $0, rows: rows) }
        sketches = (0..<plan.variables.count * plan.years).map { _ in QuantileSketch() }
        rankingSketches = plan.rankings.map { (0..<2 * $0.units).map { _ in QuantileSketch() } }
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    func merge(_ other: ScenarioRecorder) {
        for index in sketches.indices { sketches[index].merge(other.sketches[index]) }
        for (own, others) in zip(readings, other.readings) { own.merge(others) }
        for ranking in rankingSketches.indices {
            for index in rankingSketches[ranking].indices {
                rankingSketches[ranking][index].merge(other.rankingSketches[ranking][index])
            }
        }
    }

    func observe(_ block: BlockProjection, sums: inout [Double]) {
        let members = block.memberCount
        for (index, variable) in plan.variables.enumerated() {
            for year in variable.firstYear..<plan.years {
                let values = scratch.column(0)
                variable.value(block, year, values)
                let used = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(values)[0..<members])
                sketches[index * plan.years + year].add(used)
                sums[plan.variableSums.lowerBound + index * plan.years + year] += used.reduce(0, +)
            }
        }
        for reading in readings { reading.observe(block, sums: &sums) }
        recordJoint(members: members, sums: &sums)
        recordInputs(block, sums: &sums)
        for (index, portfolio) in block.portfolios.enumerated() {
            sums[plan.attempts.lowerBound + index] += Double(portfolio.baselineAttempts)
        }
        for (index, ranking) in plan.rankings.enumerated() { record(ranking, index, block, sums: &sums) }
        for breach in plan.breaches { record(breach, block, sums: &sums) }
    }

    private func recordJoint(members: Int, sums: inout [Double]) {
        for member in 0..<members where plan.headlines.allSatisfy({ readings[$0].realised.column(0)[member] == 1 }) {
            sums[plan.joint] += 1
        }
    }

    private func recordInputs(_ block: BlockProjection, sums: inout [Double]) {
        let count = block.model.inputs.entries.count
        for input in 0..<count {
            let values = block.inputs.column(input)
            for member in 0..<block.memberCount {
                sums[plan.inputSums.lowerBound + input] += values[member]
                sums[plan.inputSums.lowerBound + count + input] += values[member] * values[member]
            }
        }
    }

    private func record(_ ranking: RankingPlan, _ index: Int, _ block: BlockProjection, sums: inout [Double]) {
        let portfolio = block.portfolios[ranking.portfolio]
        let year = ranking.year - block.model.scenario.start
        for unit in 0..<ranking.units {
            for (slot, moment) in [0, year].enumerated() {
                let sizes = portfolio.sizes[moment].column(unit)
                let used = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(sizes)[0..<block.memberCount])
                rankingSketches[index][2 * unit + slot].add(used)
                sums[ranking.means.lowerBound + 2 * unit + slot] += used.reduce(0, +)
            }
            guard let conditional = portfolio.conditionals[ranking.year] else { continue }
            for (position, threshold) in ranking.thresholds.enumerated() {
                let logThreshold = logarithm(threshold)
                var sum = 0.0
                for member in 0..<block.memberCount {
                    sum += conditional.chance(unit: unit, member: member, above: logThreshold)
                }
                sums[ranking.chances.lowerBound + unit * ranking.thresholds.count + position] += sum
            }
        }
    }

    private func record(_ breach: BreachPlan, _ block: BlockProjection, sums: inout [Double]) {
        let portfolio = block.portfolios[breach.portfolio]
        let economy = block.economy
        let last = plan.years - 1
        let units = portfolio.model.units
        for member in 0..<block.memberCount {
            var any = false
            var rest = (start: 0.0, end: 0.0)
            for (position, sector) in breach.sectors.enumerated() {
                let price = economy.prices[last].column(economy.model.priceClassOfSector[sector])[member]
                var own = (start: 0.0, end: 0.0)
                for (index, unit) in units.enumerated() where unit.weights[sector] > 0 {
                    own.start += unit.weights[sector] * portfolio.sizes[0].column(index)[member]
                    own.end += unit.weights[sector] * portfolio.sizes[last].column(index)[member]
                }
                let output = economy.outputs[last].column(sector)[member] * price
                if own.end > output {
                    sums[breach.members.lowerBound + position] += 1
                    any = true
                }
                rest.start += economy.outputs[0].column(sector)[member] - own.start
                rest.end += output - own.end
            }
            if any { sums[breach.members.upperBound - 1] += 1 }
            sums[breach.rest.lowerBound] += rest.start
            sums[breach.rest.lowerBound + 1] += rest.end
        }
    }
}
