import Foundation
import InputOutput

/// The move of the table to the base year: control totals and national drift.
struct UpdateDecoder {
    let context: DecodingContext
    let node: ConfigNode
    /// Year of the table; nil where that is unusable.
    let tableYear: Int?

    func update() -> UpdateSpecification? {
        let drift = drift()
        let controls = controls()
        return controls.map { UpdateSpecification(controls: $0, drift: drift?.factors, driftNote: drift?.note) }
    }

    // MARK: Drift

    /// Growth factors of value added by sector from the table to the base year, over that of all sectors: 1 where
    /// a sector moved as the economy did.
    ///
    /// (growth of the sector / growth of all)^p with p = (start - table year) / (last - first), at most 1: what two
    /// tables say of a few years is shortened to fewer, but not extrapolated to more.
    private func drift() -> (factors: [Double], note: String)? {
        guard let drift = node["drift"], let from = drift["from"], let to = drift["to"] else { return nil }
        func table(_ node: ConfigNode) -> InputOutputTable? {
            TableFile.read(node, sectors: context.sectors, catalog: context.catalog, log: context.log)
        }
        let (earlierTable, laterTable, years) = (table(from), table(to), driftYears(drift["years"]))
        guard let earlier = earlierTable, let later = laterTable, let years, let tableYear else { return nil }
        let (span, reach) = (years.upperBound - years.lowerBound, context.start - tableYear)
        let exponent = min(Double(reach) / Double(span), 1)
        let (a, b) = (earlier.totalValueAdded(), later.totalValueAdded())
        let total = b.reduce(0, +) / a.reduce(0, +)
        guard total.isFinite, total > 0 else {
            context.log.error(drift.location, "the tables have no positive value added to compare")
            return nil
        }
        var skipped: [String] = []
        let factors = a.indices.map { s -> Double in
            if a[s] > 0 && b[s] > 0 { return pow(b[s] / a[s] / total, exponent) }
            skipped.append(context.sectors[s].code)
            return 1
        }
        if !skipped.isEmpty {
            context.log.warning(
                drift.location,
                "value added is not positive in \(list(skipped)): they are taken to move as the economy did")
        }
        let paths = [from, to].map { context.catalog.access.resolve($0.text ?? "", from: $0.location.file) }
        let power =
            reach < span
            ? "; to the power \(reach)/\(span), for the \(reach) years from the table (\(tableYear)) to \(context.start)"
            : reach > span ? "; not extrapolated to the \(reach) years from \(tableYear) to \(context.start)" : ""
        let note =
            "Sectors without a control of their own moved as in \(paths[0]) (\(years.lowerBound)) to \(paths[1])"
            + " (\(years.upperBound)), relative to all sectors\(power)."
        return (factors, note)
    }

    /// The years of the two tables, which must differ.
    private func driftYears(_ node: ConfigNode?) -> ClosedRange<Int>? {
        guard let node, let text = node.text, let years = YearRange(text)?.years else { return nil }
        guard years.lowerBound < years.upperBound else {
            context.log.error(node.location, "found \(node.summary), expected two different years, e.g. \"2017..2020\"")
            return nil
        }
        return years
    }

    // MARK: Controls

    private func controls() -> [Control]? {
        guard let items = node["controls"]?.items else { return nil }
        let file = node["observations"].flatMap(context.observations)
        if items.isEmpty { context.log.error(node.location, "found no controls, expected at least one") }
        return items.compactMap { item in
            let amount = amount(item, items, file, chain: [])
            guard let measure = measure(item), let id = item["id"]?.text, let amount else { return nil }
            guard amount.value > 0 else {
                context.log.error(
                    item["is"]?.location ?? item.location, "found \(plain(amount.value)) 亿元, expected a positive total")
                return nil
            }
            return Control(
                id: id, measure: measure.0, group: measure.1, value: amount.value,
                givesWay: context.flag(item["gives_way"]),
                quality: amount.quality, source: amount.source, location: item.location)
        }
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
