/// One target of a scenario with its readings.
struct TargetDecoder {
    let context: DecodingContext
    let node: ConfigNode
    let portfolios: [PortfolioSpecification]
    let portfolioNames: [String]

    private var log: DiagnosticLog { context.log }

    func target() -> Target? {
        let deadline = deadline()
        let range = deadlineRange(deadline)
        let since = since(deadline)
        let readings = readings()
        let goal = goal(readings)
        guard let id = node["id"]?.text, let goal, let deadline, !readings.isEmpty else { return nil }
        if [.lessThan, .atMost].contains(goal.comparator),
            let reading = readings.first(where: { $0.outsideView != nil })
        {
            log.error(
                reading.location, "the goal is a ceiling, but an outside view counts who grew at least so fast")
        }
        return Target(
            id: id, name: node["name"]?.text ?? id, nameChinese: node["name_zh"]?.text, goal: goal, deadline: deadline,
            deadlineRange: range, since: since, byAnyYear: context.flag(node["by_any_year"]),
            source: node["source"]?.text,
            note: node["note"]?.text, noteChinese: node["note_zh"]?.text, themes: [], readings: readings,
            location: node.location)
    }

    // MARK: Years

    private func deadline() -> Int? {
        guard let by = node["by"], let year = context.year(by) else { return nil }
        if year <= context.start {
            log.error(by.location, "found \(year), expected a year after the base year \(context.start)")
        } else if year > context.end {
            log.error(
                by.location, "found \(year), expected a year up to the last projected year \(context.end)",
                suggestion: "set years.end to \(year) or later")
        }
        return year
    }

    private func deadlineRange(_ deadline: Int?) -> ClosedRange<Int>? {
        guard let rangeNode = node["by_range"], let text = rangeNode.text, let years = YearRange(text)?.years else {
            return nil
        }
        if let deadline, !years.contains(deadline) {
            log.error(rangeNode.location, "found \"\(text)\", expected years around \(deadline), the year of `by`")
        } else if years.lowerBound <= context.start || years.upperBound > context.end {
            log.error(
                rangeNode.location, "found \"\(text)\", expected years from \(context.start + 1) to \(context.end)")
        }
        return years
    }

    private func since(_ deadline: Int?) -> Int? {
        guard let sinceNode = node["since"], let since = context.year(sinceNode) else { return nil }
        if let deadline, since >= deadline {
            log.error(sinceNode.location, "found \(since), expected a year before \(deadline), the year of `by`")
        }
        return since
    }

    // MARK: Goal

    /// The goal in the dimension of the readings, which all must share.
    private func goal(_ readings: [Reading]) -> Goal? {
        guard let goalNode = node["goal"], let text = goalNode.text, let phrase = GoalPhrase(text) else { return nil }
        guard let headline = readings.first(where: \.isHeadline) ?? readings.first else { return nil }
        let dimension = headline.indicator.dimension
        for reading in readings where reading.indicator.dimension != dimension {
            log.error(
                reading.location,
                "the reading is \(reading.indicator.dimension.noun), but \"\(headline.id)\" is \(dimension.noun): they cannot share a goal"
            )
        }
        do throws(QuantityError) {
            let goal = try phrase.goal(as: dimension)
            for value in [goal.value, goal.upper ?? goal.value] where !ValueType.limits(of: dimension).contains(value) {
                let limits = describe(ValueType.limits(of: dimension), dimension)
                log.error(goalNode.location, "found \"\(text)\", expected \(dimension.noun) \(limits)")
            }
            return goal
        } catch {
            var message = error.description
            switch error {
            case .noSpread, .descendingRange, .misplacedComma: break
            default:
                message = "found \"\(text)\", expected \(dimension.noun), e.g. \"\(phrase.example(as: dimension))\""
            }
            log.error(goalNode.location, message, suggestion: GoalPhrase.advice(for: text) ?? error.suggestion)
            return nil
        }
    }

    // MARK: Readings

    private func readings() -> [Reading] {
        guard let list = node["readings"] else {
            if node["indicator"] == nil {
                log.error(node.location, "the key \"indicator\" is missing, expected an indicator or `readings`")
                return []
            }
            return reading(node, id: nil, isHeadline: true).map { [$0] } ?? []
        }
        for entry in node.entries ?? [] where ScenarioSchema.definition.contains(where: { $0.name == entry.key }) {
            log.error(
                entry.keyLocation, "found `\(entry.key)` beside `readings`, expected it inside each reading",
                suggestion: "a target either has one reading of its own or a list of readings")
        }
        let items = list.items ?? []
        let headlines = items.filter { context.flag($0["headline"]) }
        if list.items != nil, headlines.count != 1 {
            log.error(
                headlines.dropFirst().first?["headline"]?.location ?? list.location,
                "found \(headlines.count == 0 ? "no" : String(headlines.count)) headline readings, expected exactly one with `headline: true`"
            )
        }
        if items.count > 1, let headline = headlines.first, headline["reason"] == nil {
            log.error(headline.location, "the headline reading has no `reason`, expected why it is the one that counts")
        }
        return items.compactMap { item in
            if item["indicator"] == nil {
                log.error(
                    item.location, "the key \"indicator\" is missing, expected an indicator, e.g. {total: platforms}")
            }
            return reading(item, id: item["id"]?.text ?? "", isHeadline: context.flag(item["headline"]))
        }
    }

    /// - Parameter id: nil for the reading that a target without a list has itself.
    private func reading(_ node: ConfigNode, id: String?, isHeadline: Bool) -> Reading? {
        guard let indicatorNode = node["indicator"] else { return nil }
        let decoder = IndicatorDecoder(context: context, portfolios: portfolios, portfolioNames: portfolioNames)
        guard let indicator = decoder.indicator(indicatorNode, inGrowth: false) else { return nil }
        let series = ObservedDecoder(context: context, dimension: indicator.dimension)
        return Reading(
            id: id ?? "main", name: id == nil ? nil : node["name"]?.text,
            nameChinese: id == nil ? nil : node["name_zh"]?.text, isHeadline: isHeadline,
            reason: node["reason"]?.text, reasonChinese: node["reason_zh"]?.text,
            indicator: indicator, baseline: node["baseline"].flatMap { series.baseline($0, of: indicator) },
            observed: (node["observed"]?.items ?? []).compactMap(series.series),
            outsideView: node["outside_view"].flatMap {
                OutsideViewDecoder(context: context, indicator: indicator).reference($0)
            },
            note: id == nil ? nil : node["note"]?.text, noteChinese: id == nil ? nil : node["note_zh"]?.text,
            location: node.location)
    }
}
