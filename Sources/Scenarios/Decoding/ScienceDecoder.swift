/// How science and industry feed each other, from `economy.science`.
struct ScienceDecoder {
    let context: DecodingContext
    let node: ConfigNode

    func science() -> ScienceSpecification? {
        guard let elasticity = value("elasticity"), let stockGrowth = value("stock_growth"),
            let tradeResponse = value("trade_response"), let depreciation = groups("depreciation"),
            let intensity = groups("intensity")
        else { return nil }
        let covered = depreciation.compactMap { entry in context.groups.first { $0.id == entry.group }?.weights }
        for (index, sector) in context.sectors.enumerated() where !covered.contains(where: { $0[index] > 0 }) {
            context.log.error(
                node["depreciation"]!.location, "no entry holds the sector \"\(sector.code)\"",
                suggestion: "add a last entry with `group: all`")
            return nil
        }
        return ScienceSpecification(
            elasticity: elasticity, spillover: value("spillover", default: 0), depreciation: depreciation,
            stockGrowth: stockGrowth, tradeResponse: tradeResponse,
            pricePassThrough: value("price_pass_through", default: 0), conversion: value("conversion", default: 1),
            intensity: intensity, realShare: value("real_share", default: 1), misuse: value("misuse", default: 0),
            additionality: value("additionality", default: 0),
            movesIndustry: node["science_to_industry"].map(context.flag) ?? true,
            followsIndustry: node["industry_to_science"].map(context.flag) ?? true)
    }

    private func value(_ key: String) -> UncertainValue? { context.uncertain(node, key, ScenarioSchema.science) }

    private func value(_ key: String, default constant: Double) -> UncertainValue {
        value(key) ?? context.constant(constant, key, of: node)
    }

    private func groups(_ key: String) -> [ScienceSpecification.GroupValue]? {
        guard case .items(let shape)? = ScenarioSchema.science.key(key)?.type else { return nil }
        let items = node[key]?.items ?? []
        let values = items.compactMap { item in
            context.group(item["group"]).flatMap { group in
                context.uncertain(item, "share", shape).map { ScienceSpecification.GroupValue(group: group, value: $0) }
            }
        }
        return values.count == items.count ? values : nil
    }
}
