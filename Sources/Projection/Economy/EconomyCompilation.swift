import InputOutput
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

extension EconomyModel {
    /// Compiles the economy of a scenario from the table of its base year.
    ///
    /// Cost: one LU factorisation of the table's order, once.
    init(scenario: Scenario, table: InputOutputTable, seed: UInt64, inputs: inout InputRegistry) throws {
        let specification = scenario.economy
        // Rounding of a printed table goes into its discrepancy, so that the base year is reproduced exactly.
        let table = try table.closingRounding()
        self.table = table
        supply = try table.regionalSupply()
        valueAddedRatio = try table.valueAddedCoefficients()
        let hasInventory = table.domesticFinalUse.contains { $0.name == DemandComponent.inventoryCategory }
        let inventory = hasInventory ? try table.inventoryRule() : nil
        let base = DemandComponent.components(of: table, supply: supply, inventory: inventory)
        balancingInventory = inventory?.exogenous ?? []
        let system = try LeontiefSystem(
            coefficients: try table.technicalCoefficients(), supplyShare: supply.share,
            inventoryShare: inventory?.share)
        transposedLeontief = system.multipliers.transposed()

        levers = try Self.compile(
            scenario: scenario, table: table, supply: supply, leontief: system.multipliers, seed: seed,
            inputs: &inputs)
        components = try Self.split(base, by: levers, in: scenario)
        science = try ScienceModel(
            scenario: scenario, table: table, components: components, levers: levers, seed: seed, inputs: &inputs)
        let (parted, acting) = (components, levers)
        parts = try scenario.groups.compactMap {
            try GroupPart($0, components: parted, levers: acting, scenario: scenario)
        }
        var bases = Matrix(rows: table.sectors.count, columns: components.count)
        for (k, component) in components.enumerated() {
            for (s, value) in component.base.enumerated() { bases[s, k] = value }
        }
        componentBases = bases

        growth = specification.growth.map { entry in
            CategoryDraw(
                category: entry.category,
                draw: ParameterDraw(
                    entry.rate, seed: seed,
                    input: inputs.register(entry.rate, as: .growth(category: entry.category))),
                stream: RandomStream(seed: seed, purpose: "growth", item: entry.category))
        }
        let categories = growth.map(\.category)
        componentGrowth = try components.map { component in
            guard let index = categories.firstIndex(of: component.growthCategory) else {
                throw ModelError.unknownGroup(component.growthCategory)
            }
            return index
        }
        growthCorrelation = specification.growthCorrelation
        growthStream = RandomStream(seed: seed, purpose: "growth", item: "common factor")
        shocks = ShockDraw(
            commonDeviation: ParameterDraw(
                specification.shocks.common, seed: seed,
                input: inputs.register(specification.shocks.common, as: .commonShocks)),
            sectorDeviation: ParameterDraw(
                specification.shocks.sector, seed: seed,
                input: inputs.register(specification.shocks.sector, as: .sectoralShocks)),
            correlation: ParameterDraw(
                specification.shocks.correlation, seed: seed,
                input: inputs.register(specification.shocks.correlation, as: .sectoralCorrelation)),
            common: RandomStream(seed: seed, purpose: "shock", item: "common"),
            shared: RandomStream(seed: seed, purpose: "shock", item: "sectors together"),
            sectors: table.sectors.map { RandomStream(seed: seed, purpose: "shock", item: $0) })

        priceRules = try specification.prices.map { rule in
            PriceRuleDraw(
                rule: rule,
                draw: ParameterDraw(
                    rule.later, seed: seed, input: inputs.register(rule.later, as: .priceChange(rule: rule.id))),
                weights: try scenario.weights(of: rule.group))
        }
        (priceClasses, priceClassOfSector) = try Self.priceClasses(
            scenario: scenario, rules: priceRules, levers: levers, count: table.sectors.count,
            apart: science != nil)

        let economy = (leontief: system.multipliers, demand: bases, ratio: valueAddedRatio)
        let rules = priceRules
        relativeGrowth = try specification.relativeGrowth.map { entry in
            try RelativeGrowthModel(
                entry, scenario: scenario, economy: economy, rules: rules, seed: seed, inputs: &inputs)
        }
    }

    private static func compile(
        scenario: Scenario, table: InputOutputTable, supply: RegionalSupply, leontief: Matrix, seed: UInt64,
        inputs: inout InputRegistry
    ) throws -> [EconomyLever] {
        try scenario.levers.compactMap { lever in
            func draw(_ value: UncertainValue, _ part: InputName.Part? = nil) -> ParameterDraw {
                ParameterDraw(value, seed: seed, input: inputs.register(value, as: .lever(lever.id, part)))
            }
            let action: EconomyLever.Action
            switch lever.effect {
            case .demandGrowth(_, _, let rate):
                action = .componentGrowth(rate: draw(rate))
            case .demandLevel(_, _, let level):
                action = .componentLevel(level: draw(level))
            case .relativeGrowth(let id, let rate):
                guard let index = scenario.economy.relativeGrowth.firstIndex(where: { $0.id == id }) else {
                    throw ModelError.unknownGroup(id)
                }
                action = .relativeGrowth(index, rate: draw(rate))
            case .demand(let category, let group, let amount, let factor):
                let pattern = try demandPattern(
                    lever: lever, category: category, group: group, weights: scenario.weights(of: group),
                    table: table, supply: supply)
                action = .addedDemand(pattern: pattern, amount: amount, factor: draw(factor))
            case .investmentShift(let shift):
                let pattern = try outsideSales(of: shift.group, lever: lever, scenario: scenario, table, supply)
                action = .investment(
                    try InvestmentModel(
                        shift, lever: lever, pattern: pattern, table: table, leontief: leontief, draw: draw))
            case .project(let project):
                action = .project(
                    pattern: try projectPattern(project.host, lever: lever, scenario: scenario, table, supply),
                    draws: ProjectDraws(project, lever: lever.id, seed: seed, inputs: &inputs))
            case .researchEffort(_, let increase): action = .researchEffort(increase: draw(increase))
            case .researchMoney(_, let amount): action = .researchMoney(amount: draw(amount))
            case .conversion(_, let increase): action = .conversion(increase: draw(increase))
            case .price(_, let rate):
                action = .price(rate: draw(rate))
            case .portfolioGrowth, .portfolioLevel, .entry, .researchAward:
                return nil
            }
            return EconomyLever(lever: lever, action: action)
        }
    }

    /// Spreads one yuan over a group in proportion to its base-year demand of the
    /// category (its output where the category buys nothing of it); domestic
    /// categories reach the region's producers only by the supply share.
    private static func demandPattern(
        lever: Lever, category: String, group: String, weights: [Double], table: InputOutputTable,
        supply: RegionalSupply
    ) throws -> [Double] {
        let domestic = table.domesticFinalUse.first { $0.name == category }
        let values = domestic?.values ?? (category == "export" ? table.export : table.outflow)
        var pattern = zip(values, weights).map { max($0, 0) * $1 }
        if pattern.reduce(0, +) <= 0 { pattern = zip(table.output, weights).map { max($0, 0) * $1 } }
        let sum = pattern.reduce(0, +)
        guard sum > 0 else { throw ModelError.emptyDemand(lever: lever.id, category: category, group: group) }
        pattern = pattern.map { $0 / sum }
        return domestic == nil ? pattern : zip(pattern, supply.share).map { $0 * $1 }
    }

    /// Spreads one yuan of a project's output over the sectors of its host: of a unit by its weights, of a group in
    /// proportion to its base-year sales outside the region (its output where it sells nothing there). All of it is
    /// made in the region.
    private static func projectPattern(
        _ host: Project.Host, lever: Lever, scenario: Scenario, _ table: InputOutputTable, _ supply: RegionalSupply
    ) throws -> [Double] {
        switch host {
        case .unit(let id, let portfolio):
            let units = scenario.portfolios.first { $0.id == portfolio }?.units ?? []
            guard let unit = units.first(where: { $0.id == id }) else { throw ModelError.unknownGroup(id) }
            return unit.weights
        case .group(let id):
            return try outsideSales(of: id, lever: lever, scenario: scenario, table, supply)
        }
    }

    /// Shares of a group's sectors in what it sells outside the region, or in its output where it sells nothing there.
    static func outsideSales(
        of group: String, lever: Lever, scenario: Scenario, _ table: InputOutputTable, _ supply: RegionalSupply
    ) throws -> [Double] {
        let weights = try scenario.weights(of: group)
        var pattern = weights.indices.map { sector in
            let sales =
                supply.retainedExport[sector] * table.export[sector]
                + supply.retainedOutflow[sector] * table.outflow[sector]
            return max(sales, 0) * weights[sector]
        }
        if pattern.reduce(0, +) <= 0 { pattern = zip(table.output, weights).map { max($0, 0) * $1 } }
        let sum = pattern.reduce(0, +)
        guard sum > 0 else { throw ModelError.emptyDemand(lever: lever.id, category: "outflow", group: group) }
        return pattern.map { $0 / sum }
    }

    /// Splits the components of the base year by what grows apart.
    private static func split(
        _ base: [DemandComponent], by levers: [EconomyLever], in scenario: Scenario
    ) throws -> [DemandComponent] {
        var components = base
        for (position, entry) in scenario.economy.relativeGrowth.enumerated() {
            components = DemandComponent.split(components, at: try carriers(of: entry, in: scenario)) { _ in
                true
            } mark: {
                $0.relativeGrowths.append(position)
            }
        }
        for (position, compiled) in levers.enumerated() {
            let touched: (group: String, touches: (DemandComponent) -> Bool)
            switch compiled.lever.effect {
            case .demandGrowth(let categories, let group, _), .demandLevel(let categories, let group, _):
                touched = (group, { !$0.isBalancing && categories?.contains($0.growthCategory) ?? true })
            case .researchEffort(let group, _), .researchMoney(let group, _), .conversion(let group, _):
                touched = (group, { $0.isTraded })
            default: continue
            }
            components = DemandComponent.split(
                components, at: try scenario.weights(of: touched.group), touches: touched.touches
            ) { $0.levers.append(position) }
        }
        return components
    }

    /// The part of each sector that carries a relative growth: at most the group's.
    static func carriers(of entry: RelativeGrowth, in scenario: Scenario) throws -> [Double] {
        zip(try scenario.weights(of: entry.group), try scenario.weights(of: entry.carriedBy)).map { min($0, $1) }
    }

    private static func priceClasses(
        scenario: Scenario, rules: [PriceRuleDraw], levers: [EconomyLever], count: Int, apart: Bool
    ) throws -> ([PriceClass], [Int]) {
        var columns = rules.map(\.weights)
        for compiled in levers {
            if case .price(let group, _) = compiled.lever.effect { columns.append(try scenario.weights(of: group)) }
        }
        var classes: [[Double]] = []
        let classOfSector = (0..<count).map { sector -> Int in
            let key = columns.map { $0[sector] }
            // Knowledge moves every price for itself.
            if !apart, let known = classes.firstIndex(of: key) { return known }
            classes.append(key)
            return classes.count - 1
        }
        return (classes.map(PriceClass.init(weights:)), classOfSector)
    }
}

extension Scenario {
    /// Weights of a group or of a single sector.
    func weights(of id: String) throws -> [Double] {
        guard let group = group(id) else { throw ModelError.unknownGroup(id) }
        return group.weights
    }
}
