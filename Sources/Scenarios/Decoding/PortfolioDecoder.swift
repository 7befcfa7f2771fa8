import InputOutput

/// One portfolio of a scenario.
struct PortfolioDecoder {
    let context: DecodingContext
    let id: String
    let node: ConfigNode
    let table: InputOutputTable?

    private static let shape = ScenarioSchema.portfolio
    private var log: DiagnosticLog { context.log }

    func portfolio() -> PortfolioSpecification? {
        let units = node["units"].map { UnitFile(context: context, owner: node.location.keyPath).read($0) } ?? []
        let unnamed = unnamed()
        let size = size()
        checkSizes(units)
        let total = total()
        let count = units.map { $0.count + unnamedCount }
        let known = known(count)
        let entry = entry(count)
        guard let units, let premium = uncertain("premium"), let volatility = volatility() else { return nil }
        return PortfolioSpecification(
            id: id, name: node["name"]?.text ?? id, nameChinese: node["name_zh"]?.text,
            unitChinese: node["unit_zh"]?.text, units: units, unnamed: unnamed,
            size: size, localShare: uncertain("local_share"), total: total, known: known, premium: premium,
            volatility: volatility, entry: entry, exitRate: uncertain("exit"), location: node.location)
    }

    private func uncertain(_ key: String) -> UncertainValue? { context.uncertain(node, key, Self.shape) }

    // MARK: Units

    private var unnamedCount: Int { node["unnamed"]?["count"]?.text.flatMap { Int($0) } ?? 0 }

    private func unnamed() -> UnnamedUnits? {
        guard let unnamed = node["unnamed"] else { return nil }
        let weights = weights(unnamed["weights"])
        return weights.map { UnnamedUnits(count: unnamedCount, weights: $0) }
    }

    private func size() -> SizeDistribution? {
        guard let size = node["size"], case .map(let shape)? = Self.shape.key("size")?.type,
            let median = context.uncertain(size, "median", shape),
            let deviation = context.uncertain(size, "sd_log", shape)
        else { return nil }
        return SizeDistribution(median: median, logDeviation: deviation)
    }

    private func checkSizes(_ units: [PortfolioUnit]?) {
        if node["units"] == nil && node["unnamed"] == nil {
            log.error(node.location, "the portfolio has no units, expected `units`, `unnamed` or both")
        }
        guard let units, node["size"] == nil else { return }
        let unsized = units.filter { $0.output == nil }.count + unnamedCount
        if unsized > 0 {
            log.error(
                node.location,
                "\(unsized) of \(units.count + unnamedCount) units have no output figure, expected `size` to draw theirs from"
            )
        }
    }

    /// Weights that add up to 1: given by sector, or as those of a group's output.
    private func weights(_ weightsNode: ConfigNode?) -> [Double]? {
        guard let weightsNode else { return nil }
        if let entries = weightsNode.entries {
            guard let weights = context.weights(entries) else { return nil }
            return checkSum(weights, weightsNode.location, log) ? weights : nil
        }
        guard let id = context.group(weightsNode), let group = context.groups.first(where: { $0.id == id }) else {
            return nil
        }
        // A unit like its group as a whole: sectors weigh as much as they produce.
        let outputs = zip(group.weights, table?.output ?? group.weights.map { _ in 1 }).map { $0 * $1 }
        let sum = outputs.reduce(0, +)
        guard sum > 0 else {
            log.error(weightsNode.location, "the group \"\(id)\" has no output to take weights from")
            return nil
        }
        return outputs.map { $0 / sum }
    }

    // MARK: What is known

    private func total() -> PortfolioTotal? {
        guard let total = node["total"] else { return nil }
        let year = context.year(total["year"])
        let growth = total["growth"].flatMap { context.uncertain($0, .uncertain(.rate)) }
        if let year, year != context.start, total["growth"] == nil {
            log.error(
                total.location,
                "the total is of \(year), the base year is \(context.start), expected `growth` to carry it there")
        }
        guard let year, let value = uncertain("total") else { return nil }
        return PortfolioTotal(year: year, value: value, growth: growth, location: total.location)
    }

    private func known(_ count: Int?) -> [KnownCount] {
        (node["known"]?.items ?? []).compactMap { item in
            guard let threshold = context.quantity(item["over"], .money), let number = item["is"],
                let range = number.text.flatMap({ CountRange($0)?.range })
            else { return nil }
            if let count, range.lowerBound > count {
                log.error(
                    number.location,
                    "found \"\(number.text ?? "")\", but the portfolio has \(count) units in \(context.start)")
            }
            return KnownCount(
                threshold: threshold, range: range, quality: context.quality(item["quality"]),
                source: item["source"]?.text, location: item.location)
        }
    }

    // MARK: Change

    private func volatility() -> Volatility? {
        guard let volatility = node["volatility"], let size = context.quantity(volatility["at"], .money) else {
            return nil
        }
        if size <= 0 {
            log.error(
                volatility["at"]?.location ?? volatility.location, "found \(plain(size)) 亿元, expected a size above 0")
        }
        guard let deviation = context.uncertain(volatility, "sd", ScenarioSchema.volatility),
            let exponent = context.uncertain(volatility, "size_exponent", ScenarioSchema.volatility)
        else { return nil }
        return Volatility(
            referenceSize: size, deviation: deviation, sizeExponent: exponent,
            shape: volatility["shape"]?.text.flatMap(Volatility.Shape.init) ?? .laplace,
            common: context.quantity(volatility["common"], .share) ?? 0)
    }

    private func entry(_ count: Int?) -> Entry? {
        guard let entry = node["entry"] else { return nil }
        let shape = ScenarioSchema.entry
        let planned = context.schedule(entry["planned"], .count)
        if let planned { check(planned, entry["planned"], count) }
        let weights = weights(entry["weights"])
        guard let planned, let weights, let achieved = context.uncertain(entry, "achieved", shape),
            let size = context.uncertain(entry, "size", shape),
            let newOutput = context.uncertain(entry, "new_output", shape)
        else { return nil }
        return Entry(planned: planned, achieved: achieved, size: size, newOutput: newOutput, weights: weights)
    }

    /// A cumulative plan starts from what is there and never counts down.
    private func check(_ planned: Schedule, _ node: ConfigNode?, _ count: Int?) {
        guard let node else { return }
        func location(_ year: Int) -> SourceLocation { node[String(year)]?.location ?? node.location }
        var previous: Schedule.Point?
        for point in planned.points {
            if let count, point.year >= context.start, point.value < Double(count) {
                log.error(
                    location(point.year),
                    "\(plain(point.value)) units are planned for \(point.year), but the portfolio has \(count) in \(context.start)",
                    suggestion: "the plan is cumulative: it includes the units that are there already")
            } else if let previous, point.value < previous.value {
                log.error(
                    location(point.year),
                    "\(plain(point.value)) units are planned for \(point.year), fewer than the \(plain(previous.value)) for \(previous.year)"
                )
            }
            previous = point
        }
    }
}
