import Elementwise
import Projection
import Scenarios

/// A quantity of the model that is reported for every year.
struct ModelVariable: Sendable {
    let name: String
    let unit: String
    let scale: Double
    let firstYear: Int
    /// Whether values are numbers of units.
    var countsUnits = false
    let value: @Sendable (BlockProjection, Int, UnsafeMutableBufferPointer<Double>) -> Void
}

extension ModelVariable {
    /// The indices of a named industry at current prices and as volume, then its size where one is published.
    static func variables(of theme: Theme, in model: Model) throws -> [ModelVariable] {
        let index = try ThemeIndex(theme, model: model)
        let unit = "index (\(model.scenario.start) = 1)"
        func variable(_ name: String, constantPrices: Bool) -> ModelVariable {
            ModelVariable(name: "Theme|\(theme.name)|\(name)", unit: unit, scale: 1, firstYear: 0) {
                block, year, values in
                index.evaluate(block.economy, year: year, constantPrices: constantPrices, into: values)
            }
        }
        let indices = [
            variable("Output Index", constantPrices: false), variable("Output Volume Index", constantPrices: true),
        ]
        guard let size = theme.size else { return indices }
        let known = size.year - model.scenario.start
        return indices + [
            ModelVariable(name: "Theme|\(theme.name)|Size", unit: IAMC.money, scale: 1, firstYear: 0) {
                block, year, values in
                index.evaluate(block.economy, year: year, constantPrices: false, into: values)
                withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { base in
                    base.initialize(repeating: 0)
                    index.evaluate(block.economy, year: known, constantPrices: false, into: base)
                    for member in values.indices { values[member] *= size.value / base[member] }
                }
            }
        ]
    }

    /// A quantity that the scenario follows without a goal.
    init(following tracked: TrackedIndicator, model: Model) throws {
        let evaluator = try IndicatorEvaluator(tracked.indicator, target: "", reading: "", model: model)
        let display = tracked.indicator.display(in: model)
        self.init(
            name: "Tracked|\(tracked.name)", unit: display.iamcUnit, scale: display.scale,
            firstYear: evaluator.firstYear, countsUnits: tracked.indicator.isCount
        ) { block, year, values in evaluator.evaluate(block, year: year, into: values) }
    }

    /// Every reported quantity of a model, in the order of `projections.csv`.
    ///
    /// Output is given at current prices (`Output|…`) and as volume in prices of
    /// the base year (`Output Volume|…`), so that a reader sees what is volume and
    /// what is price.
    static func all(of model: Model) throws -> [ModelVariable] {
        try sectors(of: model) + groups(of: model) + satellites(of: model) + prices(of: model)
            + knowledge(of: model) + portfolios(of: model)
    }

    /// R&D capital of the groups that levers on R&D act on, over that of the reference path; of all sectors where none does.
    private static func knowledge(of model: Model) throws -> [ModelVariable] {
        var groups: [String] = []
        for group in model.scenario.levers.compactMap(\.researchGroup) + ["all"] where !groups.contains(group) {
            groups.append(group)
        }
        return try groups.compactMap { id in
            guard let capital = try ResearchCapital(id, model: model) else { return nil }
            let name = model.scenario.group(id)?.name ?? title(id)
            return ModelVariable(
                name: "R&D Capital over Reference" + (id == "all" ? "" : "|\(name)"), unit: "ratio", scale: 1,
                firstYear: 0
            ) { block, year, values in capital.evaluate(block.economy, year: year, into: values) }
        }
    }

    private static func sectors(of model: Model) throws -> [ModelVariable] {
        let real = IAMC.money(pricesOf: model.scenario.start)
        return try model.scenario.sectors.flatMap { sector in
            let output = try GroupMeasure(sector.code, measure: .output, model: model)
            let added = try GroupMeasure(sector.code, measure: .valueAdded, model: model)
            return [
                level("Output|\(sector.name)", IAMC.money, output, constantPrices: false),
                level("Output Volume|\(sector.name)", real, output, constantPrices: true),
                level("Value Added|\(sector.name)", IAMC.money, added, constantPrices: false),
            ]
        }
    }

    private static func groups(of model: Model) throws -> [ModelVariable] {
        let codes = Set(model.scenario.sectors.map(\.code))
        let real = IAMC.money(pricesOf: model.scenario.start)
        // Groups that only serve one rule (`prices[…]`) are not reported.
        let reported = model.scenario.groups.filter { !codes.contains($0.id) && !$0.id.contains("[") }
        return try reported.flatMap { group -> [ModelVariable] in
            let added = try GroupMeasure(group.id, measure: .valueAdded, model: model)
            let suffix = suffix(of: group)
            return [
                level("Value Added" + suffix, IAMC.money, added, constantPrices: false),
                level("Value Added Volume" + suffix, real, added, constantPrices: true),
            ]
        }
    }

    private static func satellites(of model: Model) -> [ModelVariable] {
        model.satellites.enumerated().map { index, satellite in
            let display = satellite.specification.unit.display
            return ModelVariable(
                name: satellite.specification.variableName, unit: display.iamcUnit, scale: display.scale, firstYear: 0
            ) { block, year, values in block.evaluate(satellite: index, year: year, into: values) }
        }
    }

    private static func prices(of model: Model) -> [ModelVariable] {
        // The price of the first sector of each rule's group, with every other rule that acts on it.
        model.scenario.economy.prices.compactMap { rule -> ModelVariable? in
            guard let weights = model.scenario.group(rule.group)?.weights,
                let sector = weights.firstIndex(where: { $0 > 0 })
            else { return nil }
            let priceClass = model.economy.priceClassOfSector[sector]
            return ModelVariable(
                name: "Price Index|\(title(rule.id))",
                unit: "index (\(model.scenario.start) = 1)", scale: 1, firstYear: 0
            ) { block, year, values in
                _ = values.update(fromContentsOf: UnsafeBufferPointer(block.economy.prices[year].column(priceClass)))
            }
        }
    }

    private static func portfolios(of model: Model) -> [ModelVariable] {
        model.portfolios.enumerated().flatMap { index, portfolio -> [ModelVariable] in
            let specification = portfolio.specification
            let prefix = "Portfolio|\(specification.name)"
            var variables = [
                ModelVariable(name: "\(prefix)|Total Output", unit: IAMC.money, scale: 1, firstYear: 0) {
                    block, year, values in
                    values.update(repeating: 0)
                    let sizes = block.portfolios[index].sizes[year]
                    for unit in 0..<sizes.columns {
                        values.add(sizes.column(unit))
                    }
                }
            ]
            // The number of units is news only where it can change.
            if portfolio.maximumEntrants > 0 || specification.exitRate != nil {
                variables.append(
                    ModelVariable(
                        name: "\(prefix)|Active Units", unit: specification.id, scale: 1, firstYear: 0,
                        countsUnits: true
                    ) {
                        block, year, values in
                        values.update(repeating: 0)
                        let sizes = block.portfolios[index].sizes[year]
                        for unit in 0..<sizes.columns {
                            let size = sizes.column(unit)
                            for member in values.indices where size[member] > 0 { values[member] += 1 }
                        }
                    })
            }
            if portfolio.maximumEntrants > 0 {
                variables.append(
                    ModelVariable(
                        name: "\(prefix)|Cumulative Units", unit: specification.id, scale: 1, firstYear: 0,
                        countsUnits: true
                    ) {
                        block, year, values in
                        _ = values.update(
                            fromContentsOf: UnsafeBufferPointer(block.portfolios[index].cumulative[year].column(0)))
                    })
                variables.append(
                    ModelVariable(name: "\(prefix)|Output of Entrants", unit: IAMC.money, scale: 1, firstYear: 0) {
                        block, year, values in
                        values.update(repeating: 0)
                        let sizes = block.portfolios[index].sizes[year]
                        for unit in portfolio.initialCount..<sizes.columns {
                            values.add(sizes.column(unit))
                        }
                    })
                variables.append(
                    ModelVariable(
                        name: "\(prefix)|Output New to the Region", unit: IAMC.money, scale: 1, firstYear: 0
                    ) { block, year, values in
                        _ = values.update(
                            fromContentsOf: UnsafeBufferPointer(block.portfolios[index].newOutput[year].column(0)))
                    })
            }
            variables.append(sectorOutput(of: portfolio, prefix))
            for position in specification.units.indices {
                variables.append(
                    ModelVariable(
                        name: "\(prefix)|Unit|\(specification.units[position].name)", unit: IAMC.money, scale: 1,
                        firstYear: 0
                    ) { block, year, values in
                        _ = values.update(
                            fromContentsOf: UnsafeBufferPointer(block.portfolios[index].sizes[year].column(position)))
                    })
            }
            return variables + awards(of: portfolio, at: index)
        }
    }

    private static func level(
        _ name: String, _ unit: String, _ measure: GroupMeasure, constantPrices: Bool
    ) -> ModelVariable {
        ModelVariable(name: name, unit: unit, scale: 1, firstYear: 0) { block, year, values in
            measure.evaluate(block.economy, year: year, constantPrices: constantPrices, into: values)
        }
    }

    /// What tells the variables of a group apart; nothing for the whole economy.
    static func suffix(of group: SectorGroup) -> String {
        group.id == "all" ? "" : "|" + (group.name ?? title(group.id))
    }

    /// Output at current prices of all sectors that a portfolio's units belong to.
    private static func sectorOutput(of portfolio: PortfolioModel, _ prefix: String) -> ModelVariable {
        let sectors = portfolio.units.first.map(\.weights.indices)?.filter { sector in
            portfolio.units.contains { $0.weights[sector] > 0 }
        }
        return ModelVariable(name: "\(prefix)|Output of Its Sectors", unit: IAMC.money, scale: 1, firstYear: 0) {
            block, year, values in
            values.update(repeating: 0)
            let economy = block.economy
            for sector in sectors ?? [] {
                let output = economy.outputs[year].column(sector)
                let price = economy.prices[year].column(economy.model.priceClassOfSector[sector])
                values.add(1, times: output, price)
            }
        }
    }

    /// `high_tech` → `High Tech`.
    static func title(_ id: String) -> String {
        id.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
