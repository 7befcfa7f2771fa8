import InputOutput
import Projection
import Scenarios

extension Assumption {
    /// The assumptions that carry a result, in words: relative growth first.
    static func all(of model: Model) -> [Assumption] {
        model.economy.relativeGrowth.map { relative in
            let entry = relative.specification
            let (size, origin) = differential(of: relative)
            let carried =
                entry.carriedBy == entry.group ? "" : " The difference is carried by \(entry.carriedBy) alone."
            let damped = entry.damping < 1 ? ", each further year keeping \(percent(entry.damping)) of it" : ""
            let shocks =
                entry.volatility.map { " Yearly shocks with an sd of \(percent($0.distribution.median)) are added." }
                ?? ""
            return Assumption(
                text: """
                    Dominant assumption, relative growth of \(entry.id): \(size) a year above \(entry.relativeTo)\
                    \(damped) (\(entry.nominal ? "current prices: changes of relative prices are part of it" : "constant prices")). \
                    \(origin)\(carried)\(shocks) \(percent(relative.passThrough)) of a difference in demand arrives in \
                    relative value added, the rest with suppliers and in the reference itself; demand is scaled for that.
                    """,
                quality: entry.quality)
        }
    }

    /// The differential of the first year, and where it comes from.
    private static func differential(of relative: RelativeGrowthModel) -> (size: String, origin: String) {
        switch relative.specification.basis {
        case .observed(let observed):
            guard let prior = relative.prior else { return ("", "") }
            let first = observed.increments.map(\.from).min() ?? 0
            let last = observed.increments.map(\.to).max() ?? 0
            return (
                "\(percent(prior.mean)) ± \(percent(prior.deviation))",
                """
                Observed \(first) to \(last): \(percent(prior.observedMean)) ± \(percent(prior.observedStandardError)) \
                (\(observed.note)), shrunk toward wider experience.
                """
            )
        case .trend(let trend):
            let spread = trend.distribution.variance.squareRoot()
            return (
                "\(percent(trend.distribution.median)) ± \(percent(spread))",
                "Estimated: \(trend.source ?? trend.note ?? "no source is given")."
            )
        }
    }
}

extension Assumption {
    /// What the assumptions together imply for the whole economy, and what is judged without a range.
    static func implied(by plan: ScenarioPlan, variables: [VariableSummary]) -> [Assumption] {
        var assumptions: [Assumption] = []
        let years = plan.years - 1
        if let volume = variables.first(where: { $0.name == "Value Added Volume" }),
            let start = volume.years.first?.summary?.p50, let end = volume.years.last?.summary
        {
            let growth = [end.p50, end.p5, end.p95].compactMap { compoundGrowth(from: start, to: $0, years: years) }
            if growth.count == 3 {
                assumptions.append(
                    Assumption(
                        text: """
                            All assumptions together: real value added of the region grows by \(percent(growth[0])) a \
                            year (P5 to P95: \(percent(growth[1])) to \(percent(growth[2]))) over \(years) years.
                            """,
                        quality: nil))
            }
        }
        if !plan.model.portfolios.isEmpty {
            assumptions.append(
                Assumption(text: "Sector weights of portfolio units are judgement and are not drawn.", quality: .u))
        }
        if let note = plan.model.scenario.economy.update?.driftNote {
            assumptions.append(Assumption(text: note, quality: nil))
        }
        return assumptions
    }
}

extension BaseYearReport {
    init?(_ model: Model) {
        guard let update = model.update else { return nil }
        let controls = model.scenario.economy.update?.controls ?? []
        let letters = Dictionary(controls.map { ($0.id, $0.quality) }) { first, _ in first }
        self.init(
            fromYear: model.scenario.economy.tableYear, toYear: model.scenario.start,
            margins: update.margins.map { margin in
                Margin(
                    name: margin.name, sector: margin.sector, status: Margin.Status(rawValue: margin.status.rawValue)!,
                    value: margin.value, quality: margin.quality(letters), note: margin.note)
            })
    }
}
