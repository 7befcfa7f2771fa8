/// What is known of an indicator: its level in the base year and published figures.
struct ObservedDecoder {
    let context: DecodingContext
    let dimension: Dimension

    // MARK: Baseline

    func baseline(_ node: ConfigNode, of indicator: Indicator) -> Baseline? {
        switch indicator {
        case .share, .level, .total, .unit, .satellite: break
        case .count, .cumulative, .growth:
            context.log.error(
                node.location, "\(dimension.noun) takes no baseline, expected one only for shares and levels")
            return nil
        }
        guard let value = node["value"] else { return nil }
        let type = UncertainType(dimension: dimension, limits: ValueType.limits(of: dimension))
        let factor = UncertainReader(log: context.log, priors: context.priors).read(value, type)
        let times = factors(node["times"])
        let over = factors(node["over"])
        guard let factor, let times, let over else { return nil }
        return Baseline(
            factors: [factor] + times, divisors: over, quality: context.quality(node["quality"]),
            source: node["source"]?.text, note: node["note"]?.text)
    }

    /// One value or a list of them.
    private func factors(_ node: ConfigNode?) -> [UncertainValue]? {
        guard let node else { return [] }
        let nodes = node.items ?? [node]
        let values = nodes.compactMap { context.uncertain($0, .uncertain(.number, limits: ScenarioSchema.notNegative)) }
        return values.count == nodes.count ? values : nil
    }

    // MARK: Published figures

    func series(_ node: ConfigNode) -> ObservedSeries? {
        guard let file = context.observations(node["file"]), let indicator = node["indicator"],
            let all = file.series(
                indicator, kind: node["kind"]?.text ?? ObservationFile.outcome, log: context.log),
            let rows = taken(all, node["years"])
        else { return nil }
        let expected: ObservationFile.Measure =
            switch dimension {
            case .money: .money
            case .rate, .share: .percentage
            case .count, .number, .year: .other
            }
        if let row = rows.first(where: { $0.measure != expected }) {
            let found =
                switch row.measure {
                case .money: "an amount of money"
                case .percentage: "a percentage"
                case .other: "a plain number"
                }
            context.log.error(
                indicator.location, "\"\(row.indicator)\" is \(found) in \(file.path), expected \(dimension.noun)")
            return nil
        }
        let factor = (context.quantity(node["times"], .number) ?? 1) / (context.quantity(node["over"], .number) ?? 1)
        guard factor.isFinite, factor > 0 else {
            context.log.error(node.location, "times and over must be above 0")
            return nil
        }
        let breaks = (node["breaks"]?.items ?? []).compactMap(context.year)
        if node["learn"] != nil { for row in rows { checkPossible(row, in: file, factor: factor) } }
        return ObservedSeries(
            label: node["label"]?.text ?? indicator.text ?? "", labelChinese: node["label_zh"]?.text,
            points: rows.map { row in
                ObservedSeries.Point(
                    year: row.year, value: row.value * factor, low: row.low.map { $0 * factor },
                    high: row.high.map { $0 * factor }, quality: row.quality, source: row.source, note: row.note,
                    exclusion: exclusion(of: row, in: file, breaks: breaks))
            }, isDerived: context.flag(node["derived"]), learning: learning(node, file: file.path))
    }

    /// The rows of the years that the series names; nil, and a diagnostic, if there are none.
    private func taken(_ rows: [ObservationFile.Row], _ node: ConfigNode?) -> [ObservationFile.Row]? {
        guard let node, let years = node.text.flatMap({ YearRange($0)?.years }) else { return rows }
        let taken = rows.filter { years.contains($0.year) }
        if taken.isEmpty {
            context.log.error(
                node.location,
                "found \(node.summary), expected years with a figure: \(list(rows.map { String($0.year) }))")
            return nil
        }
        return taken
    }

    // MARK: Learning

    private func learning(_ node: ConfigNode, file: String) -> LearningRule? {
        guard let learn = node["learn"], let sense = learn.text.flatMap(LearningRule.Sense.init) else {
            for key in ["concept_error", "holds", "breaks", "kind"] {
                guard let entry = node.entries?.first(where: { $0.key == key }) else { continue }
                context.log.error(
                    entry.keyLocation, "found `\(key)` in a series that nothing is learned from",
                    suggestion: "add `learn: value`, or leave it out")
            }
            return nil
        }
        let kind = node["kind"]?.text ?? ObservationFile.outcome
        if kind != ObservationFile.outcome {
            let noun = kind == "aim" ? "an aim" : "a \(kind)"
            if sense == .value {
                context.log.error(
                    learn.location, "\(noun) is not what happened, expected `learn: floor` or `learn: ceiling`")
            } else if node["holds"] == nil {
                context.log.error(
                    node.location,
                    "\(noun) may be missed: the key \"holds\" is missing, expected the share of such figures that turn out to hold"
                )
            }
        }
        if sense == .value, let holds = node["holds"] {
            context.log.error(holds.location, "`holds` belongs to `learn: floor` and `learn: ceiling`")
        }
        return LearningRule(
            sense: sense, conceptError: context.quantity(node["concept_error"], .number) ?? 0,
            holds: context.quantity(node["holds"], .share) ?? 1, file: file, indicator: node["indicator"]?.text ?? "",
            location: node.location)
    }

    /// What no quantity of its kind can be, and a range that is none: a typing error that would be learned from.
    private func checkPossible(_ row: ObservationFile.Row, in file: ObservationFile, factor: Double) {
        let location = SourceLocation(file: file.path, line: row.line, keyPath: "\(row.indicator).\(row.year)")
        func possible(_ value: Double) -> Bool {
            switch dimension {
            case .money: value > 0
            case .share: value > 0 && value < 1
            case .rate: value > -1
            case .count: value >= 0
            case .number, .year: true
            }
        }
        let values = [row.value, row.low, row.high].compactMap { $0.map { $0 * factor } }
        if let value = values.first(where: { !possible($0) }) {
            let shown = row.measure == .percentage ? "\(plain(100 * value)) percent" : plain(value)
            let limits =
                switch dimension {
                case .money: "an amount above 0"
                case .share: "a share between 0 and 100 percent"
                case .rate: "a rate above -100 percent"
                default: "a number from 0"
                }
            context.log.error(
                location, "found \(shown), expected \(limits)", suggestion: "check the figure and its unit")
            return
        }
        if case .count = dimension, row.low == nil || row.high == nil, row.value != row.value.rounded() {
            context.log.error(location, "found \(plain(row.value)), expected a whole number, or low and high as well")
        }
        guard let low = row.low, let high = row.high else { return }
        if !(low <= row.value && row.value <= high) {
            context.log.error(
                location,
                "found \(plain(row.value)) with low \(plain(low)) and high \(plain(high)), expected low <= value <= high"
            )
        }
    }

    /// Figures that the prior was built from, and those that count something else than the base year's.
    private func exclusion(
        of row: ObservationFile.Row, in file: ObservationFile, breaks: [Int]
    ) -> ObservedSeries.Exclusion? {
        if context.isBuiltIn(file.path, row.indicator, row.year) { return .builtIn }
        // A rate of growth suffers from a break in its own year only, a level from there on.
        let later = breaks.filter { $0 > context.start }
        let isOther = dimension == .rate ? later.contains(row.year) : later.contains { $0 <= row.year }
        return isOther ? .otherDefinition : nil
    }
}
