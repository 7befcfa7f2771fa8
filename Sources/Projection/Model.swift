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
    /// What goes with output, in the order of the scenario.
    public let satellites: [SatelliteModel]
    public let inputs: InputRegistry
    /// What observations have taught; nil for the prior.
    public var learned: LearnedDraws?
    /// Found by these members in a projection before this one; nil where starting sizes are to be tried anew.
    public var acceptedAttempts: AcceptedAttempts?
    /// Where what is drawn once per member comes from; nil for independent numbers.
    public var points: HeldPoints?

    /// Compiles a scenario: base-year update, Leontief system, streams.
    ///
    /// - Throws: `ModelError`, or the errors of the update and of the linear algebra.
    /// - Complexity: O(n³) in the sectors, once.
    public init(_ given: Scenario, seed: UInt64) throws {
        self.seed = seed
        var inputs = InputRegistry()
        update = try Self.baseYearUpdate(of: given)
        let scenario = Self.withBaseYearWeights(given, update)
        self.scenario = scenario
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
        var satellites: [SatelliteModel] = []
        for satellite in scenario.economy.satellites {
            satellites.append(
                try SatelliteModel(satellite, scenario: scenario, economy: economy, seed: seed, inputs: &inputs))
        }
        self.satellites = satellites
        self.inputs = inputs
    }

    /// Index of a portfolio; nil for an unknown id.
    public func portfolio(_ id: String) -> Int? { portfolios.firstIndex { $0.specification.id == id } }

    /// The scenario with the weights that groups of controls on parts of sectors have in the base year.
    ///
    /// A control on a part w of a sector has scaled that part by θ and the rest of the sector by φ, so that it now is
    /// θ w / (θ w + φ (1 − w)) of it.
    private static func withBaseYearWeights(_ scenario: Scenario, _ update: BaseYearUpdate?) -> Scenario {
        guard let update else { return scenario }
        var scenario = scenario
        for control in scenario.economy.update?.controls ?? [] {
            guard let scaling = update.partScalings.first(where: { $0.control == control.id }),
                let index = scenario.groups.firstIndex(where: { $0.id == control.group })
            else { continue }
            scenario.groups[index].weights = scenario.groups[index].weights.map { weight in
                let part = scaling.scale * weight
                return weight > 0 ? part / (part + scaling.restScale * (1 - weight)) : 0
            }
        }
        return scenario
    }

    private static func baseYearUpdate(of scenario: Scenario) throws -> BaseYearUpdate? {
        guard let update = scenario.economy.update else { return nil }
        return try BaseYearUpdate(
            of: scenario.economy.table, controls: try update.baseYearControls { try scenario.weights(of: $0) },
            drift: update.drift, localDemand: update.localDemand)
    }
}
