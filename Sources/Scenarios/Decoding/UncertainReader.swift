import Sampling

/// Reads a number that may be uncertain: a quantity, `a ± b`, or a map with one
/// form of distribution and where it comes from.
///
/// The schema check and the decoder both read; only the first reports.
struct UncertainReader {
    var log: DiagnosticLog?
    let priors: PriorTable?

    /// - Parameter dimension: where the type leaves it open.
    /// - Returns: nil if the value is unusable.
    func read(_ node: ConfigNode, _ type: UncertainType, dimension: Dimension? = nil) -> UncertainValue? {
        let dimension = type.dimension ?? dimension ?? .number
        let form = DistributionForm(node: node, dimension: dimension, limits: type.limits, log: log)
        guard let entries = node.entries else {
            guard let distribution = form.scalar() else { return nil }
            return finish(node, distribution, redraw: type.redraw, limits: type.limits, truncates: false)
        }
        var isSound = checkKeys(node, entries, type)
        var result: UncertainValue?
        switch Self.form(of: entries) {
        case .none:
            log?.error(
                node.location, "found \(node.summary), expected \(dimension.noun) or a distribution",
                suggestion:
                    "give one of: value, p5 and p95 (or low and high), triangular, uniform, lognormal, pert, prior")
        case .several(let keys):
            log?.error(node.location, "found \(list(keys)) side by side, expected one form of distribution")
        case .value(let value):
            var nested = type
            nested.extraKeys = []
            result = read(value, nested, dimension: dimension)
            result?.id = node.location.keyPath
            result?.location = node.location
        case .prior(let value): result = prior(value, node, dimension, type)
        case .shape(let entries):
            if let distribution = form.map(entries) {
                result = finish(node, distribution, redraw: type.redraw, limits: type.limits, truncates: false)
            }
        }
        isSound = truncate(&result, node, type, dimension) && isSound
        guard isSound, var value = result else { return nil }
        if let quality = node["quality"]?.text.flatMap(Quality.init) { value.quality = quality }
        if let source = node["source"]?.text { value.source = source }
        if let note = node["note"]?.text { value.note = note }
        if let per = node["per"]?.text.flatMap(UncertainValue.Redraw.init) { value.redraw = per }
        return value
    }

    // MARK: Forms

    private enum Form {
        case none
        case several([String])
        case value(ConfigNode)
        case prior(ConfigNode)
        case shape([ConfigNode.Entry])
    }

    private static func form(of entries: [ConfigNode.Entry]) -> Form {
        let percentiles = entries.filter { percentile(of: $0.key) != nil }
        let others = entries.filter {
            ["value", "prior", "triangular", "uniform", "lognormal", "pert"].contains($0.key)
        }
        switch (percentiles.isEmpty, others.count) {
        case (true, 0): return .none
        case (false, 0): return .shape(percentiles)
        case (true, 1):
            switch others[0].key {
            case "value": return .value(others[0].value)
            case "prior": return .prior(others[0].value)
            default: return .shape(others)
            }
        default: return .several((percentiles + others).map(\.key))
        }
    }

    private func prior(
        _ value: ConfigNode, _ node: ConfigNode, _ dimension: Dimension, _ type: UncertainType
    ) -> UncertainValue? {
        guard let id = value.text else {
            log?.error(value.location, "found \(value.summary), expected the id of a prior")
            return nil
        }
        guard let priors else {
            log?.error(
                value.location, "found \"\(id)\", but the scenario names no file of priors", suggestion: "add `priors:`"
            )
            return nil
        }
        if priors.unusable.contains(id) { return nil }
        guard let prior = priors[id] else {
            log?.error(
                value.location, "found \"\(id)\", expected the id of a prior in \(priors.path)",
                suggestion: hint(for: id, among: priors.ids))
            return nil
        }
        guard prior.isMoney == (dimension == .money) else {
            log?.error(
                value.location,
                "the prior \"\(id)\" is \(prior.isMoney ? "an amount of money" : "a plain number"), expected \(dimension.noun)"
            )
            return nil
        }
        let quantiles = [(p: 0.05, x: prior.low), (p: 0.5, x: prior.central), (p: 0.95, x: prior.high)]
        guard type.limits.contains(prior.low), type.limits.contains(prior.high),
            let distribution = try? Distribution(quantiles: quantiles, positive: dimension == .money)
        else {
            log?.error(
                value.location,
                "the prior \"\(id)\" goes from \(plain(prior.low)) to \(plain(prior.high)),"
                    + " expected \(dimension.noun) \(describe(type.limits, dimension))")
            return nil
        }
        var result = finish(node, distribution, redraw: type.redraw, limits: type.limits, truncates: false)
        result?.quality = prior.quality
        result?.source = prior.reference
        result?.note = prior.note
        return result
    }

    // MARK: Bounds

    /// A value with its distribution cut off where the key's limits demand it:
    /// only if one draw in a thousand million would lie outside.
    private func finish(
        _ node: ConfigNode, _ distribution: Distribution, redraw: UncertainValue.Redraw, limits: ClosedRange<Double>,
        truncates: Bool
    ) -> UncertainValue? {
        var distribution = distribution
        let reaches =
            !distribution.isConstant
            && (distribution.quantile(1e-9) < limits.lowerBound || distribution.quantile(1 - 1e-9) > limits.upperBound)
        if truncates || reaches {
            do throws(DistributionError) {
                distribution = try Distribution(distribution.shape, bounds: limits)
            } catch {
                log?.error(node.location, error.description)
                return nil
            }
        }
        return UncertainValue(
            id: node.location.keyPath, distribution: distribution, redraw: redraw, quality: nil, source: nil, note: nil,
            location: node.location)
    }

    /// Applies `min` and `max`; false if they are unusable.
    private func truncate(
        _ value: inout UncertainValue?, _ node: ConfigNode, _ type: UncertainType, _ dimension: Dimension
    ) -> Bool {
        let form = DistributionForm(node: node, dimension: dimension, limits: ValueType.anyNumber, log: log)
        var (lower, upper) = (type.limits.lowerBound, type.limits.upperBound)
        for key in ["min", "max"] {
            guard let bound = node[key] else { continue }
            guard let number = form.quantity(bound) else { return false }
            if key == "min" { lower = max(lower, number) } else { upper = min(upper, number) }
        }
        guard node["min"] != nil || node["max"] != nil, let old = value else { return true }
        guard lower < upper else {
            log?.error(node.location, "min must be below max")
            return false
        }
        guard let cut = finish(node, old.distribution, redraw: old.redraw, limits: lower...upper, truncates: true)
        else {
            return false
        }
        value?.distribution = cut.distribution
        return true
    }

    // MARK: Other keys

    private static let companions: [SchemaKey] = [
        .optional("quality", ValueType.quality, "How far the number can be trusted."),
        .optional("source", .text, "Where it comes from."), .optional("note", .text, "Free text."),
    ]
    private static let ownKeys: Set<String> = [
        "value", "prior", "triangular", "uniform", "lognormal", "pert", "min", "max",
    ]

    /// Unknown keys, missing keys, and the values of keys that are no part of the distribution.
    private func checkKeys(_ node: ConfigNode, _ entries: [ConfigNode.Entry], _ type: UncertainType) -> Bool {
        let per = SchemaKey.optional("per", .choice(type.redraws.map(\.rawValue)), "How often it is drawn anew.")
        let keys = Self.companions + [per] + type.extraKeys
        for key in type.extraKeys where key.isRequired && node[key.name] == nil {
            log?.error(node.location, "the key \"\(key.name)\" is missing, expected \(key.type.expectation)")
        }
        var isSound = true
        for entry in entries where !Self.ownKeys.contains(entry.key) && percentile(of: entry.key) == nil {
            if let key = keys.first(where: { $0.name == entry.key }) {
                if let log { SchemaCheck(log: log, priors: priors).check(entry.value, key.type) }
                continue
            }
            isSound = false
            let names = Self.ownKeys.sorted() + ["low", "high"] + keys.map(\.name)
            log?.error(
                entry.keyLocation, "unknown key \"\(entry.key)\"",
                suggestion: unknownKeyHint(entry.key, among: names))
        }
        return isSound
    }
}
