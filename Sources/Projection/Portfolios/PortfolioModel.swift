import Sampling
import Scenarios

/// A portfolio of units (platforms, firms, a named industry), compiled.
///
/// Unit i grows by Σ_s w_is Δ ln(x_s P_s) + ln(1 + premium) + levers
/// + σ(y_i) ε_i − m(σ), with ε = √ρ z + √(1−ρ) e of unit variance and m the mean
/// correction that makes E exp(σ ε − m) = 1.
public struct PortfolioModel: Sendable {
    public let specification: PortfolioSpecification
    public let units: [Unit]
    /// Units that exist at `start`: those with a name, then those without.
    public let initialCount: Int
    /// Room for entrants: as many as planned.
    public let maximumEntrants: Int
    /// Sectors that some unit belongs to, and the weights of the units on them (units × used sectors).
    let usedSectors: [Int]
    let unitWeights: [[Double]]
    let premium: [ParameterDraw]
    let deviation: ParameterDraw
    let sizeExponent: ParameterDraw
    let common: RandomStream
    let idiosyncratic: [RandomStream]
    let exit: ParameterDraw?
    let exitStreams: [RandomStream]
    let baseline: PortfolioBaseline
    let entry: EntryDraw?
    let levers: [PortfolioLever]
    /// Column of the attribution inputs with ln of the total at `start`.
    let baselineInput: Int?

    /// A unit: named, without a name, or still to enter.
    public struct Unit: Sendable {
        public let id: String
        public let name: String
        public let nameChinese: String?
        public let isEntrant: Bool
        public let weights: [Double]
    }

    struct EntryDraw: Sendable {
        let specification: Entry
        let achieved: ParameterDraw
        let newOutput: ParameterDraw
        let sizes: [ParameterDraw]
        /// Planned additions beyond the initial units, by year from start on.
        let planned: [Double]
    }

    struct PortfolioLever: Sendable {
        let lever: Lever
        let draws: [ParameterDraw]
        /// Place of the first draw among the columns of all levers.
        let column: Int
        enum Kind: Sendable {
            case growth, level
            case entry(Schedule)
            /// With the cap of a unit.
            case award(cap: Double)
        }
        let kind: Kind
        func isActive(_ year: Int) -> Bool { year >= lever.from && year <= lever.to }
    }

    /// Levers that are awards for R&D, in the order of the blocks' `awards`.
    public var awards: [Lever] {
        levers.compactMap { if case .award = $0.kind { $0.lever } else { nil } }
    }

    /// Largest σ of yearly log growth, whatever the size of a unit.
    public static let maximumDeviation = 0.8
}

extension PortfolioModel {
    init(
        _ portfolio: PortfolioSpecification, scenario: Scenario, seed: UInt64, inputs: inout InputRegistry
    ) {
        specification = portfolio
        let id = portfolio.id
        let unnamedCount = portfolio.unnamed?.count ?? 0
        initialCount = portfolio.units.count + unnamedCount
        levers = Self.levers(of: portfolio, in: scenario, seed: seed, inputs: &inputs)

        let years = Array(scenario.start...scenario.end)
        let initial = Double(initialCount)
        let planned = years.map { year in max((portfolio.entry?.planned.value(in: year) ?? 0) - initial, 0) }
        let additional = levers.reduce(0.0) { sum, lever in
            guard case .entry(let schedule) = lever.kind else { return sum }
            return sum + (schedule.points.map(\.value).max() ?? 0)
        }
        let most = (planned.max() ?? 0) + additional
        maximumEntrants = portfolio.entry == nil ? 0 : Int(most.rounded(.up))

        var units = portfolio.units.map {
            Unit(id: $0.id, name: $0.name, nameChinese: $0.nameChinese, isEntrant: false, weights: $0.weights)
        }
        if let unnamed = portfolio.unnamed {
            units += (0..<unnamed.count).map {
                Unit(
                    id: "unnamed-\($0 + 1)", name: "Unnamed \($0 + 1)", nameChinese: nil, isEntrant: false,
                    weights: unnamed.weights)
            }
        }
        if let entry = portfolio.entry {
            units += (0..<maximumEntrants).map {
                Unit(
                    id: "entrant-\($0 + 1)", name: "Entrant \($0 + 1)", nameChinese: nil, isEntrant: true,
                    weights: entry.weights)
            }
        }
        self.units = units
        let used = scenario.sectors.indices.filter { sector in units.contains { $0.weights[sector] != 0 } }
        usedSectors = used
        unitWeights = units.map { unit in used.map { unit.weights[$0] } }

        let premiumInput = inputs.register(portfolio.premium, as: .premium(portfolio: id))
        premium = units.map {
            portfolio.premium.redraw == .unit
                ? ParameterDraw(portfolio.premium, seed: seed, item: $0.id)
                : ParameterDraw(portfolio.premium, seed: seed, input: premiumInput)
        }
        deviation = ParameterDraw(
            portfolio.volatility.deviation, seed: seed,
            input: inputs.register(portfolio.volatility.deviation, as: .volatility(portfolio: id)))
        sizeExponent = ParameterDraw(
            portfolio.volatility.sizeExponent, seed: seed,
            input: inputs.register(portfolio.volatility.sizeExponent, as: .sizeExponent(portfolio: id)))
        common = RandomStream(seed: seed, purpose: "unit shock", item: "\(id)/common")
        idiosyncratic = units.map { RandomStream(seed: seed, purpose: "unit shock", item: "\(id)/\($0.id)") }
        exit = portfolio.exitRate.map { ParameterDraw($0, seed: seed) }
        exitStreams =
            portfolio.exitRate == nil
            ? [] : units.map { RandomStream(seed: seed, purpose: "exit", item: "\(id)/\($0.id)") }
        baseline = PortfolioBaseline(portfolio, start: scenario.start, seed: seed)
        baselineInput =
            baseline.isUncertain
            ? inputs.register(.startingSize(portfolio: id), quality: baseline.quality) : nil
        let entrants = units.filter(\.isEntrant)
        entry = portfolio.entry.map { specification in
            EntryDraw(
                specification: specification,
                achieved: ParameterDraw(
                    specification.achieved, seed: seed,
                    input: inputs.register(specification.achieved, as: .entryAchieved(portfolio: id))),
                newOutput: ParameterDraw(specification.newOutput, seed: seed),
                sizes: entrants.map { ParameterDraw(specification.size, seed: seed, item: "\(id)/\($0.id)") },
                planned: planned)
        }
    }

    private static func levers(
        of portfolio: PortfolioSpecification, in scenario: Scenario, seed: UInt64, inputs: inout InputRegistry
    ) -> [PortfolioLever] {
        var column = 0
        return scenario.levers.compactMap { lever in
            func draw(_ value: UncertainValue, _ part: InputName.Part? = nil) -> ParameterDraw {
                ParameterDraw(value, seed: seed, input: inputs.register(value, as: .lever(lever.id, part)))
            }
            let compiled: ([ParameterDraw], PortfolioLever.Kind)? =
                switch lever.effect {
                case .portfolioGrowth(portfolio.id, let rate): ([draw(rate)], .growth)
                case .portfolioLevel(portfolio.id, let level): ([draw(level)], .level)
                case .entry(portfolio.id, let additional, let achieved): ([draw(achieved)], .entry(additional))
                case .researchAward(let award) where award.portfolio == portfolio.id:
                    (AwardBlock.draws(of: award, draw), .award(cap: award.cap))
                default: nil
                }
            guard let (draws, kind) = compiled else { return nil }
            defer { column += draws.count }
            return PortfolioLever(lever: lever, draws: draws, column: column, kind: kind)
        }
    }
}
