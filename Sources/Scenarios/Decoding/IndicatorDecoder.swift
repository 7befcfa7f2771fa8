/// What a reading counts: one of several forms, told apart by their first key.
struct IndicatorDecoder {
    let context: DecodingContext
    /// Those that could be decoded.
    let portfolios: [PortfolioSpecification]
    /// All that the scenario names.
    let portfolioNames: [String]

    func indicator(_ node: ConfigNode, inGrowth: Bool) -> Indicator? {
        if node["total"] != nil { return portfolio(node["total"]).map { .total(portfolio: $0) } }
        if node["cumulative"] != nil { return portfolio(node["cumulative"]).map { .cumulative(portfolio: $0) } }
        if node["count"] != nil { return count(node) }
        if node["unit"] != nil { return unit(node) }
        if node["share"] != nil { return share(node) }
        if let group = node["output"] { return level(node, group, .output, inGrowth: inGrowth) }
        if let group = node["value_added"] { return level(node, group, .valueAdded, inGrowth: inGrowth) }
        if node["satellite"] != nil { return satellite(node["satellite"]) }
        return node["growth"].flatMap { indicator($0, inGrowth: true) }.map { .growth($0) }
    }

    private func portfolio(_ node: ConfigNode?) -> String? {
        context.name(node, among: portfolioNames, noun: "a portfolio")
    }

    private func count(_ node: ConfigNode) -> Indicator? {
        let portfolio = portfolio(node["count"])
        switch (node["over"], node["at_least"]) {
        case (let threshold?, nil), (nil, let threshold?):
            guard let portfolio, let value = context.quantity(threshold, .money) else { return nil }
            return .count(portfolio: portfolio, over: value, strict: node["over"] != nil)
        default:
            context.log.error(
                node.location, "expected exactly one of `over` and `at_least`, each with an amount of money")
            return nil
        }
    }

    private func unit(_ node: ConfigNode) -> Indicator? {
        guard let id = portfolio(node["of"]), let unit = node["unit"]?.text else { return nil }
        guard let portfolio = portfolios.first(where: { $0.id == id }) else { return nil }
        return context.name(node["unit"], among: portfolio.units.map(\.id), noun: "a unit of \"\(id)\"")
            .map { _ in .unit(unit, portfolio: id) }
    }

    private func share(_ node: ConfigNode) -> Indicator? {
        let group = context.group(node["share"])
        let whole = context.group(node["of"])
        guard let group, let whole, let measure = node["measure"]?.text.flatMap(Indicator.Measure.init) else {
            return nil
        }
        if group == whole {
            context.log.error(
                node.location,
                "found the share of \"\(group)\" in itself, which is always 1; name a larger group in `of`")
            return nil
        }
        return .share(group: group, of: whole, measure: measure)
    }

    private func satellite(_ node: ConfigNode?) -> Indicator? {
        guard let id = context.name(node, among: context.satellites.map(\.id), noun: "a satellite") else { return nil }
        return context.satellites.first { $0.id == id }.map { .satellite(id, unit: $0.unit) }
    }

    /// Levels are at current prices unless the file says otherwise, growth is real.
    private func level(_ node: ConfigNode, _ group: ConfigNode, _ measure: Indicator.Measure, inGrowth: Bool)
        -> Indicator?
    {
        let isConstant = node["prices"].map { $0.text == "constant" } ?? inGrowth
        return context.group(group).map { .level(group: $0, measure: measure, constantPrices: isConstant) }
    }
}
