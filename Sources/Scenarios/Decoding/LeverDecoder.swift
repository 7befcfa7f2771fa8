import CSV
import InputOutput

/// One lever of a scenario.
struct LeverDecoder {
    let context: DecodingContext
    let node: ConfigNode
    let table: InputOutputTable?
    let portfolios: [String]
    /// Ids of the economy's relative growths.
    let relativeGrowths: [String]
    /// Whether the scenario says how R&D acts.
    let hasScience: Bool

    func lever() -> Lever? {
        let years = years()
        let effect = effect()
        if node["reason"] == nil, node["because"] == nil {
            context.log.error(
                node.location, "the key \"reason\" is missing, expected text (or `because` for a judgement)")
        }
        guard let id = node["id"]?.text, let effect else { return nil }
        return Lever(
            id: id, name: node["name"]?.text, nameChinese: node["name_zh"]?.text, from: years.lowerBound,
            to: years.upperBound, effect: effect, reason: node["reason"]?.text, because: node["because"]?.text,
            becauseChinese: node["because_zh"]?.text,
            source: (node["source"].map { $0.items ?? [$0] } ?? []).compactMap(\.text), location: node.location)
    }

    private func years() -> ClosedRange<Int> {
        let all = min(context.start + 1, context.end)...context.end
        guard let yearsNode = node["years"], let years = yearsNode.text.flatMap({ YearRange($0)?.years }) else {
            return all
        }
        if years.lowerBound <= context.start || years.upperBound > context.end {
            context.log.error(
                yearsNode.location,
                "found \"\(yearsNode.text ?? "")\", expected years from \(context.start + 1) to \(context.end)")
        }
        return years
    }

    private func effect() -> Lever.Effect? {
        switch node["kind"]?.text {
        case "demand_growth": growingDemand("rate") { .demandGrowth(categories: $0, group: $1, rate: $2) }
        case "demand_level": growingDemand("level") { .demandLevel(categories: $0, group: $1, level: $2) }
        case "relative_growth":
            context.name(node["of"], among: relativeGrowths, noun: "a relative growth of the economy").flatMap { id in
                uncertain("rate").map { .relativeGrowth(of: id, rate: $0) }
            }
        case "demand": demand()
        case "portfolio_growth": portfolio { id in uncertain("rate").map { .portfolioGrowth(portfolio: id, rate: $0) } }
        case "portfolio_level": portfolio { id in uncertain("level").map { .portfolioLevel(portfolio: id, level: $0) } }
        case "entry": portfolio(entry)
        case "rd_effort": research("increase") { .researchEffort(group: $0, increase: $1) }
        case "rd_money": research("amount") { .researchMoney(group: $0, amount: $1) }
        case "conversion": research("increase") { .conversion(group: $0, increase: $1) }
        case "investment_shift": group(investmentShift)
        case "rd_award": portfolio(researchAward)
        case "price":
            group { id in uncertain("rate").map { .price(group: id, rate: $0) } }
        default: nil
        }
    }

    func uncertain(_ key: String) -> UncertainValue? {
        guard case .tagged(_, _, let variants) = ScenarioSchema.lever,
            let variant = variants.first(where: { $0.tag == node["kind"]?.text })
        else { return nil }
        return context.uncertain(node[key], variant.keys.first { $0.name == key }?.type)
    }

    private func group(_ body: (String) -> Lever.Effect?) -> Lever.Effect? {
        context.group(node["group"]).flatMap(body)
    }

    private func portfolio(_ body: (String) -> Lever.Effect?) -> Lever.Effect? {
        context.name(node["portfolio"], among: portfolios, noun: "a portfolio").flatMap(body)
    }

    /// One of the categories of final use that a lever can act on, by default all that grow.
    func category(_ node: ConfigNode?, among valid: [String]? = nil) -> String? {
        guard let table else { return node?.text }
        guard let node, let name = node.text else { return nil }
        let names = valid ?? EconomyDecoder.categories(table)
        if names.contains(name) { return name }
        let nearest = nearestName(to: name, among: names).map { "did you mean `\($0)`? " } ?? ""
        context.log.error(
            node.location, "found \"\(name)\", expected a category of final use",
            suggestion: nearest + (names.count == 1 ? "the only one is \(names[0])" : "there are \(list(names))"))
        return nil
    }

    /// A change of the final use, of some or all categories, in a group.
    private func growingDemand(
        _ key: String, _ body: (_ categories: [String]?, _ group: String, _ change: UncertainValue) -> Lever.Effect
    ) -> Lever.Effect? {
        let items = node["categories"]?.items
        let categories = items?.compactMap { category($0) }
        return group { id in
            guard let change = uncertain(key), categories?.count == items?.count else { return nil }
            return body(categories, id, change)
        }
    }

    private func demand() -> Lever.Effect? {
        let category = category(node["category"])
        return group { id in
            guard let category, let amount = context.schedule(node["amount"], .money) else { return nil }
            let factor = node["factor"] == nil ? context.constant(1, "factor", of: node) : uncertain("factor")
            return factor.map { .demand(category: category, group: id, amount: amount, factor: $0) }
        }
    }

    private func entry(_ portfolio: String) -> Lever.Effect? {
        guard let additional = context.schedule(node["additional"], .count), let achieved = uncertain("achieved") else {
            return nil
        }
        return .entry(portfolio: portfolio, additional: additional, achieved: achieved)
    }

    /// A lever on R&D: it needs to know how R&D acts.
    private func research(_ key: String, _ make: (String, UncertainValue) -> Lever.Effect) -> Lever.Effect? {
        if !hasScience {
            context.log.error(
                node["kind"]?.location ?? node.location,
                "found a lever on R&D, but the scenario does not say how R&D acts",
                suggestion: "add `economy.science:`, or extend scenarios/defaults.yaml, which has it")
        }
        return group { id in uncertain(key).map { make(id, $0) } }
    }
}
