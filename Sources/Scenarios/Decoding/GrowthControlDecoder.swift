import InputOutput

/// A control that gives a growth since the year of the table: on the spot, or from yearly rates of an indicator.
struct GrowthControlDecoder {
    let context: DecodingContext
    /// The control.
    let item: ConfigNode
    /// All controls.
    let items: [ConfigNode]
    let file: ObservationFile?
    let tableYear: Int?

    /// Nil after a diagnostic.
    func growth() -> (growth: BaseYearControl.Growth, quality: Quality, source: String)? {
        for key in ["is", "of"] {
            if let node = item[key] {
                context.log.error(
                    node.location, "expected either `is` or `growth`, and `of` only beside a percentage in `is`")
            }
        }
        var reference: String?
        if let node = item["relative_to"] {
            reference = context.name(node, among: items.compactMap(\.identifier), noun: "the id of a control")
            if reference == nil { return nil }
        }
        guard let figure = item["growth"], let rate = change(figure) else { return nil }
        var price: Change? = (0, nil, "")
        if let node = item["price"] { price = change(node) }
        guard let price else { return nil }
        let own = context.quality(item["quality"])
        let letters = [own, rate.quality, price.quality].compactMap { $0 }
        let source = [item["source"]?.text ?? rate.source, price.source].filter { !$0.isEmpty }
        guard let quality = letters.max(), !source.isEmpty, rate.quality != nil || own != nil else {
            context.log.error(item.location, "a growth that is given here needs a quality and a source")
            return nil
        }
        return (
            BaseYearControl.Growth(rate: rate.value, price: price.value, relativeTo: reference), quality,
            source.joined(separator: "; ")
        )
    }

    /// Without a letter where it is given on the spot.
    private typealias Change = (value: Double, quality: Quality?, source: String)

    private func change(_ node: ConfigNode) -> Change? {
        guard let text = node.text else { return nil }
        if text.first?.isLetter == true { return chained(node, text) }
        return context.quantity(node, .rate).map { ($0, nil, "") }
    }

    /// Yearly rates of every year after the table's, up to the base year, multiplied.
    private func chained(_ node: ConfigNode, _ indicator: String) -> Change? {
        guard let file else {
            context.log.error(
                node.location, "found the indicator \"\(indicator)\", but the update names no file of observations",
                suggestion: "add `observations:`, or give the rate since the table")
            return nil
        }
        guard let tableYear, let series = file.series(node, log: context.log) else { return nil }
        guard series.allSatisfy({ $0.measure == .percentage }) else {
            context.log.error(node.location, "\"\(indicator)\" is not in percent, expected yearly changes")
            return nil
        }
        let years = tableYear < context.start ? Array(tableYear + 1...context.start) : []
        let missing = years.filter { year in !series.contains { $0.year == year } }
        guard missing.isEmpty, !years.isEmpty else {
            context.log.error(
                node.location,
                "\(file.path) has no \"\(indicator)\" for \(list(missing.map(String.init))), expected a rate for every"
                    + " year from the table (\(tableYear)) to \(context.start)",
                suggestion: "give the growth of all these years together, e.g. `growth: 25%`")
            return nil
        }
        let rows = series.filter { years.contains($0.year) }
        for row in rows { context.build(on: file.path, row.indicator, row.year) }
        let factor = rows.reduce(1) { $0 * (1 + $1.value) }
        return (factor - 1, rows.map(\.quality).max(), rows.last?.source ?? "")
    }
}
