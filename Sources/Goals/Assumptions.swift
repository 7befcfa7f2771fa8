import Projection
import Scenarios

extension Assumption {
    /// The assumptions that carry a result, in words: relative growth first.
    static func all(of model: Model) -> [Assumption] {
        model.economy.relativeGrowth.map { relative in
            let (prior, entry) = (relative.prior, relative.specification)
            let first = entry.increments.map(\.from).min() ?? 0
            let last = entry.increments.map(\.to).max() ?? 0
            let damped = entry.damping < 1 ? ", each further year keeping \(percent(entry.damping)) of it" : ""
            return Assumption(
                text: """
                    Dominant assumption, relative growth of \(entry.id): \(percent(prior.mean)) ± \
                    \(percent(prior.deviation)) a year above \(entry.relativeTo)\(damped) \
                    (\(entry.nominal ? "current" : "constant") prices). Observed \(first) to \(last): \
                    \(percent(prior.observedMean)) ± \(percent(prior.observedStandardError)), \
                    \(entry.increments.count) changes (\(entry.observedNote)), shrunk toward wider experience. \
                    The table passes \(percent(relative.passThrough)) of a demand differential on to relative value \
                    added; demand is scaled for that.
                    """,
                quality: entry.quality)
        }
    }
}

extension BaseYearReport {
    init?(_ model: Model) {
        guard let update = model.update else { return nil }
        let controls = model.scenario.economy.update?.controls ?? []
        self.init(
            fromYear: model.scenario.economy.tableYear, toYear: model.scenario.start,
            margins: update.margins.map { margin in
                let control = controls.first { margin.name.hasSuffix($0.id) }
                return Margin(
                    name: margin.name, status: Margin.Status(rawValue: margin.status.rawValue)!,
                    value: margin.value, quality: control?.quality, note: margin.note)
            })
    }
}
