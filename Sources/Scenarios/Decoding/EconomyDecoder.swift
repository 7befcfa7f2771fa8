import InputOutput

/// The economy of a scenario: table, growth, shocks, prices.
struct EconomyDecoder {
    let context: DecodingContext
    let node: ConfigNode
    private var log: DiagnosticLog { context.log }

    init(context: DecodingContext, node: ConfigNode) {
        self.context = context
        self.node = node
    }

    /// The table as published; nil after a diagnostic.
    func table() -> InputOutputTable? {
        guard let path = node["table"] else { return nil }
        return TableFile.read(path, sectors: context.sectors, catalog: context.catalog, log: log)
    }

    func economy(_ table: InputOutputTable?) -> EconomySpecification? {
        let tableYear = context.year(node["table_year"])
        let update = update(tableYear)
        let growth = growth(table)
        let relative = (node["relative_growth"]?.items ?? []).map {
            RelativeGrowthDecoder(context: context, node: $0).relativeGrowth()
        }
        let prices = (node["prices"]?.items ?? []).map(priceRule)
        let shocks = shocks()
        let science = node["science"].flatMap { ScienceDecoder(context: context, node: $0).science() }
        let rows = table?.valueAdded.map(\.name) ?? []
        let satellites = (node["satellites"]?.items ?? []).compactMap {
            SatelliteDecoder(context: context, node: $0, rows: rows).satellite()
        }
        context.satellites = satellites
        guard let table, let tableYear, let growth, let shocks, let path = node["table"] else { return nil }
        return EconomySpecification(
            table: table, tableYear: tableYear,
            tableFile: context.catalog.access.resolve(path.text ?? "", from: path.location.file),
            tableRegion: node["table_region"]?.text, tableRegionChinese: node["table_region_zh"]?.text, update: update,
            growth: growth, growthCorrelation: context.quantity(node["growth_correlation"], .share) ?? 0,
            relativeGrowth: relative.compactMap { $0 }, shocks: shocks, prices: prices.compactMap { $0 },
            science: science, satellites: satellites)
    }

    private func update(_ tableYear: Int?) -> UpdateSpecification? {
        if let update = node["update"] {
            return UpdateDecoder(context: context, node: update, tableYear: tableYear).update()
        }
        if let tableYear, tableYear != context.start, let yearNode = node["table_year"] {
            log.error(
                yearNode.location,
                "the table is of \(tableYear), the base year is \(context.start), expected an update between them",
                suggestion: "add `update:` with controls of \(context.start), or start in \(tableYear)")
        }
        return nil
    }

    // MARK: Growth

    /// The categories of final use that grow at rates: inventory follows output.
    static func categories(_ table: InputOutputTable) -> [String] {
        table.domesticFinalUse.map(\.name).filter { $0 != "inventory" } + ["export", "outflow"]
    }

    private func growth(_ table: InputOutputTable?) -> [CategoryGrowth]? {
        guard let growth = node["growth"], let entries = growth.entries else { return nil }
        if let table {
            let categories = Self.categories(table)
            for entry in entries where !categories.contains(entry.key) {
                log.error(
                    entry.keyLocation, "found \"\(entry.key)\", expected a category of final use",
                    suggestion: entry.key == "inventory"
                        ? "inventory follows output and needs no rate" : hint(for: entry.key, among: categories))
            }
            for category in categories where growth[category] == nil {
                log.error(growth.location, "the category \"\(category)\" of final use has no rate of growth")
            }
        }
        return entries.compactMap { entry in
            context.uncertain(entry.value, .uncertain(.rate)).map { CategoryGrowth(category: entry.key, rate: $0) }
        }
    }

    private func shocks() -> ShockSpecification? {
        guard let node = node["shocks"], case .map(let shape)? = ScenarioSchema.economy.key("shocks")?.type,
            let common = context.uncertain(node, "common", shape),
            let sector = context.uncertain(node, "sector", shape),
            let correlation = context.uncertain(node, "correlation", shape)
        else { return nil }
        return ShockSpecification(common: common, sector: sector, correlation: correlation)
    }

    // MARK: Prices

    private func priceRule(_ node: ConfigNode) -> PriceRule? {
        let observed = observedPrices(node["observed"])
        guard let id = node["id"]?.text, let group = priceGroup(node["group"], id),
            let later = context.uncertain(node, "later", ScenarioSchema.priceRule)
        else { return nil }
        return PriceRule(id: id, group: group, observed: observed, later: later)
    }

    /// The id of a group; weights given on the spot become a group of their own.
    private func priceGroup(_ node: ConfigNode?, _ id: String) -> String? {
        guard let entries = node?.entries else { return context.group(node) }
        guard let weights = context.weights(entries) else { return nil }
        let group = SectorGroup(id: "prices[\(id)]", weights: weights, name: nil)
        context.groups.append(group)
        return group.id
    }

    private func observedPrices(_ node: ConfigNode?) -> [PriceRule.ObservedPrice] {
        guard let node, let file = context.observations(node["file"]), let indicator = node["indicator"],
            let series = file.series(indicator, log: log)
        else { return [] }
        if series.contains(where: { $0.measure != .percentage }) {
            log.error(
                indicator.location, "\"\(indicator.text ?? "")\" is not in percent, expected yearly price changes")
            return []
        }
        let later = series.filter { $0.year > context.start }
        if later.isEmpty {
            log.warning(
                indicator.location,
                "\"\(indicator.text ?? "")\" has no figure after the base year \(context.start), the last is of \(series.last?.year ?? 0)"
            )
        }
        for row in later { context.build(on: file.path, row.indicator, row.year) }
        return later.map { PriceRule.ObservedPrice(year: $0.year, change: $0.value, quality: $0.quality) }
    }
}
