/// What a path to a goal takes, and what there is.
struct RequirementDecoder {
    let context: DecodingContext
    let node: ConfigNode
    let portfolios: [String]
    let targets: [String]

    private var log: DiagnosticLog { context.log }

    func inputs() -> RequirementInputs {
        RequirementInputs(
            capitalOutputRatio: figure(node["capital_output_ratio"], .number),
            researchOverOutput: figure(node["research_over_output"], .share),
            researchOverGDP: figure(node["research_over_gdp"], .share),
            investmentOverGDP: figure(node["investment_over_gdp"], .share), land: land(node["land"]),
            available: (node["available"]?.items ?? []).compactMap(amount))
    }

    private func land(_ node: ConfigNode?) -> RequirementInputs.LandUse? {
        guard let node, let portfolio = context.name(node["portfolio"], among: portfolios, noun: "a portfolio"),
            let perUnit = figure(node["per_unit"], .number), let unit = node["unit"]?.text
        else { return nil }
        return RequirementInputs.LandUse(portfolio: portfolio, perUnit: perUnit, unit: unit)
    }

    private func amount(_ node: ConfigNode) -> AvailableAmount? {
        let money = ["investment", "research"]
        let names = money + ["land"] + context.satellites.map(\.id)
        guard let purpose = context.name(node["for"], among: names, noun: "investment, research, land or a satellite")
        else { return nil }
        if purpose == "land", self.node["land"] == nil, let location = node["for"]?.location {
            log.error(
                location, "found \"land\", but the scenario does not say what land a unit takes",
                suggestion: "add `land:` to `requirements:`, or leave the amount out")
        }
        if purpose != "land", let units = node["units"] {
            log.error(
                units.location,
                "an amount for \(purpose) is compared as a whole, expected `units` only with `for: land`",
                suggestion: "leave `units` out")
        }
        let isMoney = money.contains(purpose) || context.satellites.contains { $0.id == purpose && $0.unit == .money }
        let named = node["targets"]?.items.map { items in
            items.compactMap { context.name($0, among: targets, noun: "a target") }
        }
        guard let id = node["id"]?.text, let name = node["name"]?.text,
            let amount = figure(node["amount"], isMoney ? .money : .number)
        else { return nil }
        let kind: AvailableAmount.Purpose =
            switch purpose {
            case "investment": .investment
            case "research": .research
            case "land": .land
            default: .satellite(purpose)
            }
        return AvailableAmount(
            id: id, name: name, nameChinese: node["name_zh"]?.text, purpose: kind, amount: amount,
            isLimit: context.flag(node["limit"]), targets: named,
            units: node["units"]?.text.flatMap { Int($0) })
    }

    // MARK: Figures

    /// The latest published figure of an indicator, or a number with its range.
    private func figure(_ node: ConfigNode?, _ dimension: Dimension) -> RequirementFigure? {
        guard let node else { return nil }
        if node["file"] != nil { return published(node, dimension) }
        let type = UncertainType(dimension: dimension, limits: ScenarioSchema.figureLimits(dimension))
        // Where the schema knows the dimension, it has reported already.
        guard let value = UncertainReader(log: dimension == .share ? nil : log, priors: context.priors).read(node, type)
        else { return nil }
        let (low, central, high) = (
            value.distribution.quantile(0.05), value.distribution.quantile(0.5), value.distribution.quantile(0.95)
        )
        return RequirementFigure(
            low: low, central: central, high: high, quality: value.quality, source: value.source, year: nil)
    }

    private func published(_ node: ConfigNode, _ dimension: Dimension) -> RequirementFigure? {
        guard let file = context.observations(node["file"]), let indicator = node["indicator"],
            let rows = file.series(indicator, kind: node["kind"]?.text ?? ObservationFile.outcome, log: log),
            let row = row(rows, node["year"])
        else { return nil }
        let expected: ObservationFile.Measure =
            switch dimension {
            case .money: .money
            case .rate, .share: .percentage
            case .count, .number, .year: .other
            }
        guard row.measure == expected else {
            log.error(
                indicator.location,
                "\"\(row.indicator)\" is of another kind in \(file.path), expected \(dimension.noun)")
            return nil
        }
        let factor = context.quantity(node["times"], .number) ?? 1
        // A published minimum stands in `low`, without an upper end: it is the figure, and no range.
        let range = row.low.flatMap { low in row.high.map { (low, $0) } } ?? (row.value, row.value)
        return RequirementFigure(
            low: range.0 * factor, central: row.value * factor, high: range.1 * factor, quality: row.quality,
            source: row.source, year: row.year)
    }

    private func row(_ rows: [ObservationFile.Row], _ node: ConfigNode?) -> ObservationFile.Row? {
        guard let node, let year = context.year(node) else { return rows.last }
        if let row = rows.first(where: { $0.year == year }) { return row }
        log.error(
            node.location,
            "found \(year), expected a year with a figure: \(list(rows.map { String($0.year) }))")
        return nil
    }
}
