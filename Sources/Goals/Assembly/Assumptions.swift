import InputOutput
import Projection
import Scenarios

extension Assumption {
    /// The assumptions that carry a result: relative growth first.
    static func all(of model: Model) -> [Assumption] {
        model.economy.relativeGrowth.compactMap { relative in
            let entry = relative.specification
            guard let (mean, deviation, origin) = differential(of: relative) else { return nil }
            return Assumption(
                matter: .relativeGrowth(
                    RelativeGrowth(
                        id: entry.id, relativeTo: entry.relativeTo, mean: mean, deviation: deviation,
                        damping: entry.damping, isNominal: entry.nominal, origin: origin,
                        carriedBy: entry.carriedBy == entry.group ? nil : entry.carriedBy,
                        shocks: entry.volatility?.distribution.median, passThrough: relative.passThrough)),
                quality: entry.quality)
        }
    }

    /// The differential of the first year with its sd, and where it comes from; nil for figures without a prior.
    private static func differential(
        of relative: RelativeGrowthModel
    ) -> (mean: Double, deviation: Double, origin: Origin)? {
        switch relative.specification.basis {
        case .observed(let observed):
            guard let prior = relative.prior else { return nil }
            return (
                prior.mean, prior.deviation,
                .observed(
                    series: observed.series, file: observed.file, from: observed.increments.map(\.from).min() ?? 0,
                    to: observed.increments.map(\.to).max() ?? 0, increments: observed.increments.count,
                    mean: prior.observedMean, error: prior.observedStandardError)
            )
        case .trend(let trend):
            return (
                trend.distribution.median, trend.distribution.variance.squareRoot(),
                .stated(source: trend.source ?? trend.note)
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
                        matter: .impliedGrowth(median: growth[0], p5: growth[1], p95: growth[2], years: years),
                        quality: nil))
            }
        }
        if !plan.model.portfolios.isEmpty {
            assumptions.append(Assumption(matter: .sectorWeights, quality: .u))
        }
        if let origin = plan.model.scenario.economy.update?.driftOrigin {
            assumptions.append(Assumption(matter: .drift(origin), quality: nil))
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
                    subject: margin.subject, status: Margin.Status(rawValue: margin.status.rawValue)!,
                    value: margin.value, quality: margin.quality(letters), note: margin.note)
            })
    }
}
