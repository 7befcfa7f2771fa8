import InputOutput
import Sampling
import Scenarios

/// A scenario compiled for projection: the economy of the base year, its
/// portfolios, and every random stream that a member draws from.
public struct Model: Sendable {
    public let scenario: Scenario
    public let seed: UInt64
    public let economy: EconomyModel
    public let portfolios: [PortfolioModel]
    /// What the base-year update did; nil when the table is of the base year.
    public let update: BaseYearUpdate?
    /// Baselines of readings that are scaled to a published value.
    public let baselines: [ReadingBaseline]
    public let inputs: InputRegistry

    /// Compiles a scenario: base-year update, Leontief system, streams.
    ///
    /// - Throws: `ModelError`, or the errors of the update and of the linear algebra.
    /// - Complexity: O(n³) in the sectors, once.
    public init(_ scenario: Scenario, seed: UInt64) throws {
        self.scenario = scenario
        self.seed = seed
        var inputs = InputRegistry()
        update = try Self.baseYearUpdate(of: scenario)
        economy = try EconomyModel(
            scenario: scenario, table: update?.table ?? scenario.economy.table, seed: seed, inputs: &inputs)
        for lever in scenario.levers {
            guard case .entry(let id, _, _) = lever.effect else { continue }
            if scenario.portfolios.contains(where: { $0.id == id && $0.entry == nil }) {
                throw ModelError.entryWithoutPlan(lever: lever.id, portfolio: id)
            }
        }
        var portfolios: [PortfolioModel] = []
        for portfolio in scenario.portfolios {
            portfolios.append(PortfolioModel(portfolio, scenario: scenario, seed: seed, inputs: &inputs))
        }
        self.portfolios = portfolios
        baselines = scenario.targets.flatMap { target in
            target.readings.compactMap { reading in
                reading.baseline.map {
                    ReadingBaseline($0, target: target.id, reading: reading.id, seed: seed, inputs: &inputs)
                }
            }
        }
        self.inputs = inputs
    }

    public func portfolio(_ id: String) -> Int? { portfolios.firstIndex { $0.specification.id == id } }

    private static func baseYearUpdate(of scenario: Scenario) throws -> BaseYearUpdate? {
        guard let update = scenario.economy.update else { return nil }
        let controls = try update.controls.map { control in
            BaseYearControl(
                name: control.id, measure: control.measure == .output ? .output : .valueAdded,
                weights: try scenario.weights(of: control.group), value: control.value, givesWay: control.givesWay)
        }
        return try BaseYearUpdate(of: scenario.economy.table, controls: controls, drift: update.drift)
    }
}

/// The published level that a reading starts from: product of factors over
/// product of divisors, one draw per member.
public struct ReadingBaseline: Sendable {
    public let target: String
    public let reading: String
    private let factors: [ParameterDraw]
    private let divisors: [ParameterDraw]
    let input: Int?
    public let isUncertain: Bool

    init(_ baseline: Baseline, target: String, reading: String, seed: UInt64, inputs: inout InputRegistry) {
        self.target = target
        self.reading = reading
        factors = baseline.factors.map { ParameterDraw($0, seed: seed) }
        divisors = baseline.divisors.map { ParameterDraw($0, seed: seed) }
        isUncertain = (factors + divisors).contains { !$0.isConstant }
        let letters =
            (baseline.factors + baseline.divisors).compactMap(\.quality) + [baseline.quality].compactMap { $0 }
        input =
            isUncertain ? inputs.register("baseline of \(target)/\(reading)", quality: letters.max()) : nil
    }

    /// Values for the members of a block.
    ///
    /// - Parameter scratch: as long as `values`.
    public func fill(
        firstMember: Int, into values: UnsafeMutableBufferPointer<Double>,
        scratch: UnsafeMutableBufferPointer<Double>
    ) {
        values.update(repeating: 1)
        for factor in factors {
            factor.fill(year: 0, firstMember: firstMember, into: scratch)
            for member in values.indices { values[member] *= scratch[member] }
        }
        for divisor in divisors {
            divisor.fill(year: 0, firstMember: firstMember, into: scratch)
            for member in values.indices { values[member] /= scratch[member] }
        }
    }
}

/// One block of members of one model, projected: what observers read.
public final class BlockProjection {
    public let model: Model
    public let economy: EconomyBlock
    public let portfolios: [PortfolioBlock]
    /// Inputs drawn once: members × entries of `model.inputs`.
    public let inputs: BlockColumns
    /// Drawn starting levels of readings: members × `model.baselines`.
    public let baselines: BlockColumns
    /// Index of the block's first member.
    public private(set) var firstMember = 0
    /// Rows in use; the rest of the last block is padding.
    public private(set) var memberCount = 0
    private let scratch: BlockColumns

    /// - Parameter conditionalYears: years for which exact counts will be asked.
    public init(model: Model, rows: Int, conditionalYears: Set<Int>) {
        self.model = model
        let (start, end) = (model.scenario.start, model.scenario.end)
        economy = EconomyBlock(model: model.economy, start: start, end: end, rows: rows)
        portfolios = model.portfolios.map {
            PortfolioBlock(model: $0, start: start, end: end, rows: rows, conditionalYears: conditionalYears)
        }
        inputs = BlockColumns(rows: rows, columns: model.inputs.entries.count)
        baselines = BlockColumns(rows: rows, columns: model.baselines.count)
        scratch = BlockColumns(rows: rows, columns: 1)
    }

    func project(firstMember: Int, memberCount: Int) throws {
        self.firstMember = firstMember
        self.memberCount = memberCount
        try economy.project(firstMember: firstMember, inputs: inputs)
        for portfolio in portfolios {
            try portfolio.project(firstMember: firstMember, economy: economy, inputs: inputs)
        }
        for (index, baseline) in model.baselines.enumerated() {
            let column = baselines.column(index)
            baseline.fill(firstMember: firstMember, into: column, scratch: scratch.column(0))
            if let input = baseline.input {
                _ = inputs.column(input).update(fromContentsOf: UnsafeBufferPointer(column))
            }
        }
    }
}
