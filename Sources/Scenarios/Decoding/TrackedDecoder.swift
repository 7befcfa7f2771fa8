/// One followed quantity of a scenario with its published figures.
struct TrackedDecoder {
    let context: DecodingContext
    let node: ConfigNode
    let portfolios: [PortfolioSpecification]
    let portfolioNames: [String]

    func tracked() -> TrackedIndicator? {
        let decoder = IndicatorDecoder(context: context, portfolios: portfolios, portfolioNames: portfolioNames)
        let indicator = node["indicator"].flatMap { decoder.indicator($0, inGrowth: false) }
        guard let id = node["id"]?.text, let name = node["name"]?.text, let indicator, let list = node["observed"],
            let items = list.items
        else { return nil }
        if items.isEmpty {
            context.log.error(list.location, "found no published figures, expected at least one series")
            return nil
        }
        let series = ObservedDecoder(context: context, dimension: indicator.dimension)
        return TrackedIndicator(
            id: id, name: name, nameChinese: node["name_zh"]?.text, indicator: indicator,
            observed: items.compactMap(series.series), note: node["note"]?.text, location: node.location)
    }
}
