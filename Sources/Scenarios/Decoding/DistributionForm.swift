import Sampling

/// The shapes in which a distribution can be written.
struct DistributionForm {
    let node: ConfigNode
    let dimension: Dimension
    /// Where every number that is stated must lie.
    let limits: ClosedRange<Double>
    let log: DiagnosticLog?

    /// `5%` or `5% ± 2%`.
    func scalar() -> Distribution? {
        guard let text = node.text else {
            log?.error(node.location, "found \(node.summary), expected \(dimension.expectation), or a distribution")
            return nil
        }
        do throws(QuantityError) {
            if let spread = try PlusMinus(text, as: dimension) {
                guard contains(spread.mean, node) else { return nil }
                return distribution(.normal(mean: spread.mean, deviation: spread.deviation))
            }
        } catch {
            log?.error(node.location, error.description, suggestion: error.suggestion)
            return nil
        }
        if let (a, b) = QuantityRange.probableEnds(text) {
            log?.error(
                node.location, "found \"\(text)\", expected \(dimension.expectation), or a distribution",
                suggestion: "say what the ends mean: {p5: \(a), p95: \(b)}, or {uniform: [\(a), \(b)]}")
            return nil
        }
        return quantity(node).map { .constant($0) }
    }

    /// Percentiles, or one of the named forms.
    func map(_ entries: [ConfigNode.Entry]) -> Distribution? {
        let value = entries[0].value
        switch entries[0].key {
        case "triangular":
            return numbers(value, 3, "[low, mode, high]").flatMap {
                distribution(.triangular(low: $0[0], mode: $0[1], high: $0[2]))
            }
        case "pert":
            return numbers(value, 3, "[low, mode, high]").flatMap {
                distribution(.pert(low: $0[0], mode: $0[1], high: $0[2]))
            }
        case "uniform":
            return numbers(value, 2, "[low, high]").flatMap { distribution(.uniform(low: $0[0], high: $0[1])) }
        case "lognormal": return lognormal(value)
        default: return percentiles(entries)
        }
    }

    /// One quantity of the dimension, within the limits.
    func quantity(_ node: ConfigNode) -> Double? {
        guard let text = node.text else {
            log?.error(node.location, "found \(node.summary), expected \(dimension.expectation)")
            return nil
        }
        do throws(QuantityError) {
            let value = try Quantity(text, as: dimension).value
            return contains(value, node) ? value : nil
        } catch {
            log?.error(node.location, error.description, suggestion: error.suggestion)
            return nil
        }
    }

    private func contains(_ value: Double, _ node: ConfigNode) -> Bool {
        if limits.contains(value) { return true }
        log?.error(node.location, "found \(node.summary), expected \(dimension.noun) \(describe(limits, dimension))")
        return false
    }

    private func numbers(_ node: ConfigNode, _ count: Int, _ form: String) -> [Double]? {
        guard let items = node.items, items.count == count else {
            log?.error(node.location, "found \(node.summary), expected \(form)")
            return nil
        }
        let values = items.compactMap(quantity)
        return values.count == count ? values : nil
    }

    private func lognormal(_ node: ConfigNode) -> Distribution? {
        let plainNumber = DistributionForm(node: node, dimension: .number, limits: 0...Double.infinity, log: log)
        guard let entries = node.entries, Set(entries.map(\.key)) == ["median", "sd_log"], let median = node["median"],
            let deviation = node["sd_log"]
        else {
            log?.error(node.location, "found \(node.summary), expected {median: ..., sd_log: ...}")
            return nil
        }
        guard let center = quantity(median), let spread = plainNumber.quantity(deviation) else { return nil }
        return distribution(.lognormal(median: center, logDeviation: spread))
    }

    private func percentiles(_ entries: [ConfigNode.Entry]) -> Distribution? {
        var quantiles: [(p: Double, x: Double)] = []
        for entry in entries {
            if let p = percentile(of: entry.key), let x = quantity(entry.value) { quantiles.append((p, x)) }
        }
        guard quantiles.count == entries.count else { return nil }
        if quantiles.count == 1 {
            log?.error(
                node.location,
                "found \(entries[0].key) alone, expected two quantiles, e.g. p5 and p95, or p5, p50 and p95")
            return nil
        }
        do throws(DistributionError) {
            return try Distribution(quantiles: quantiles, positive: dimension == .money || dimension == .count)
        } catch {
            log?.error(node.location, Self.message(error, entries))
            return nil
        }
    }

    private static func message(_ error: DistributionError, _ entries: [ConfigNode.Entry]) -> String {
        let stated = list(entries.map { "\($0.key): \($0.value.text ?? "?")" })
        return switch error {
        case .quantilesNotIncreasing: "found \(stated), expected values that grow with their percentile"
        case .unsupportedQuantiles:
            "found \(stated), expected two quantiles, or three of which the middle one is p50"
        case .notPositive: "found \(stated), expected values above 0: a level between two quantiles is lognormal"
        default: "found \(stated): \(error)"
        }
    }

    private func distribution(_ shape: Distribution.Shape) -> Distribution? {
        do throws(DistributionError) {
            return try Distribution(shape)
        } catch {
            log?.error(node.location, error.description)
            return nil
        }
    }
}
