import InputOutput

/// The move of the table to the base year: control totals and national drift.
struct UpdateDecoder {
    let context: DecodingContext
    let node: ConfigNode
    /// Year of the table; nil where that is unusable.
    let tableYear: Int?

    func update() -> UpdateSpecification? {
        let drift = node["drift"].flatMap { DriftDecoder(context: context, node: $0, tableYear: tableYear).drift() }
        let localDemand = context.quantity(node["local_demand"], .share) ?? BaseYearUpdate.usualLocalDemand
        return controls().map {
            UpdateSpecification(controls: $0, drift: drift?.drift, driftOrigin: drift?.origin, localDemand: localDemand)
        }
    }

    // MARK: Controls

    private func controls() -> [Control]? {
        guard let items = node["controls"]?.items else { return nil }
        let file = node["observations"].flatMap(context.observations)
        if items.isEmpty { context.log.error(node.location, "found no controls, expected at least one") }
        return items.compactMap { control($0, items, file) }
    }

    private func control(_ item: ConfigNode, _ items: [ConfigNode], _ file: ObservationFile?) -> Control? {
        if item["growth"] != nil {
            let decoder = GrowthControlDecoder(
                context: context, item: item, items: items, file: file, tableYear: tableYear)
            let growth = decoder.growth()
            guard let measure = measure(item), let id = item["id"]?.text, let growth else { return nil }
            return Control(
                id: id, measure: measure.0, group: measure.1, value: 0, growth: growth.growth,
                givesWay: context.flag(item["gives_way"]), quality: growth.quality, source: growth.source,
                location: item.location)
        }
        for key in ["price", "relative_to"] {
            if let node = item[key] {
                context.log.error(node.location, "`\(key)` belongs to a `growth`, which this control does not give")
            }
        }
        if item["is"] == nil {
            context.log.error(item.location, "expected `is` with a total, or `growth` with a growth since the table")
        }
        let amount = amount(item, items, file, chain: [])
        guard let measure = measure(item), let id = item["id"]?.text, let amount else { return nil }
        guard amount.value > 0 else {
            context.log.error(
                item["is"]?.location ?? item.location, "found \(plain(amount.value)) 亿元, expected a positive total")
            return nil
        }
        return Control(
            id: id, measure: measure.0, group: measure.1, value: amount.value, growth: nil,
            givesWay: context.flag(item["gives_way"]), quality: amount.quality, source: amount.source,
            location: item.location)
    }

    private func measure(_ item: ConfigNode) -> (Control.Measure, String)? {
        switch (item["value_added"], item["output"]) {
        case (let group?, nil): return context.group(group).map { (.valueAdded, $0) }
        case (nil, let group?): return context.group(group).map { (.output, $0) }
        default:
            context.log.error(
                item.location, "expected exactly one of value_added and output, each with a sector or group")
            return nil
        }
    }

    private typealias Amount = (value: Double, quality: Quality, source: String)

    /// A control in money: a share is multiplied by the control that it is a share of.
    private func amount(
        _ item: ConfigNode, _ items: [ConfigNode], _ file: ObservationFile?, chain: [String]
    ) -> Amount? {
        guard let figure = item["is"], let text = figure.text else { return nil }
        guard text.first?.isLetter == true else {
            return literal(item, figure) { item["of"].flatMap { whole($0, items, file, chain: chain) } }
        }
        guard let file else {
            if node["observations"] == nil {
                context.log.error(
                    figure.location, "found the indicator \"\(text)\", but the update names no file of observations",
                    suggestion: "add `observations:`")
            }
            return nil
        }
        guard let series = file.series(figure, log: context.log) else { return nil }
        guard let row = series.first(where: { $0.year == context.start }) else {
            let years = list(series.map { String($0.year) })
            context.log.error(
                figure.location, "\(file.path) has no \"\(text)\" for the base year \(context.start), only for \(years)"
            )
            return nil
        }
        context.build(on: file.path, row.indicator, row.year)
        switch (row.measure, item["of"]) {
        case (.money, nil): return (row.value, row.quality, row.source)
        case (.percentage, let of?):
            guard let whole = whole(of, items, file, chain: chain) else { return nil }
            return (row.value * whole.value, max(row.quality, whole.quality), row.source)
        case (.percentage, nil):
            context.log.error(
                figure.location, "\"\(text)\" is a percentage, expected `of:` with the control that it is a share of")
        case (.money, let of?):
            context.log.error(
                of.location, "\"\(text)\" is an amount of money, expected a percentage where `of` is given")
        case (.other, _):
            context.log.error(figure.location, "\"\(text)\" is neither money nor a percentage")
        }
        return nil
    }

    private func whole(
        _ of: ConfigNode, _ items: [ConfigNode], _ file: ObservationFile?, chain: [String]
    ) -> Amount? {
        guard let id = context.name(of, among: items.compactMap(\.identifier), noun: "the id of a control") else {
            return nil
        }
        if chain.contains(id) {
            context.log.error(
                of.location,
                "controls are shares of each other in a circle: \((chain + [id]).joined(separator: " -> "))")
            return nil
        }
        guard let item = items.first(where: { $0.identifier == id }) else { return nil }
        if item["growth"] != nil {
            context.log.error(of.location, "\"\(id)\" gives a growth, expected a control with a total")
            return nil
        }
        return amount(item, items, file, chain: chain + [id])
    }

    /// An amount that the scenario itself gives must say where it comes from.
    private func literal(_ item: ConfigNode, _ figure: ConfigNode, _ whole: () -> Amount?) -> Amount? {
        guard let quality = context.quality(item["quality"]), let source = item["source"]?.text else {
            context.log.error(item.location, "an amount that is given here needs a quality and a source")
            return nil
        }
        switch (context.quantity(figure, .money), context.quantity(figure, .share), item["of"]) {
        case (let value?, _, nil): return (value, quality, source)
        case (nil, let share?, .some): return whole().map { (share * $0.value, max(quality, $0.quality), source) }
        case (nil, .some, nil):
            context.log.error(
                figure.location, "found \(figure.summary), expected `of:` with the control that it is a share of")
        case (.some, _, let of?):
            context.log.error(
                of.location, "\(figure.summary) is an amount of money, expected a percentage where `of` is given")
        default: break
        }
        return nil
    }
}
