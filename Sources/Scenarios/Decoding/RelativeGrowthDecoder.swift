import Foundation

/// The growth of a group relative to another, from published series or a stated trend.
struct RelativeGrowthDecoder {
    let context: DecodingContext
    let node: ConfigNode

    private typealias Increment = RelativeGrowth.Increment

    func relativeGrowth() -> RelativeGrowth? {
        let group = context.group(node["group"])
        let reference = context.group(node["relative_to"])
        let carrier = node["carried_by"].map { context.group($0) } ?? group
        let basis = basis()
        let volatility = context.uncertain(node, "volatility", ScenarioSchema.relativeGrowth)
        guard let id = node["id"]?.text, let group, let reference, let carrier, let basis,
            let damping = context.quantity(node["damping"], .share), let prices = node["prices"]?.text,
            volatility != nil || node["volatility"] == nil
        else { return nil }
        return RelativeGrowth(
            id: id, group: group, relativeTo: reference, carriedBy: carrier, basis: basis, damping: damping,
            volatility: volatility, nominal: prices == "nominal", quality: Self.quality(of: basis),
            location: node.location)
    }

    /// Worst wins: a prior without a letter is unverified, however good the figures are.
    private static func quality(of basis: RelativeGrowth.Basis) -> Quality {
        switch basis {
        case .observed(let observed):
            (observed.increments.map(\.quality) + [observed.shrinkToward.quality ?? .u]).max() ?? .u
        case .trend(let trend): trend.quality ?? .u
        }
    }

    /// Observed figures with what they are shrunk toward, or a trend: one of the two.
    private func basis() -> RelativeGrowth.Basis? {
        if let trend = node["trend"] {
            guard node["observed"] != nil || node["shrink_toward"] != nil else {
                return context.uncertain(trend, ScenarioSchema.relativeGrowth.key("trend")?.type).map { .trend($0) }
            }
            context.log.error(
                trend.location,
                "found beside \(node["observed"] == nil ? "`shrink_toward`" : "`observed`"), expected one of the two",
                suggestion:
                    "null removes what an extended file has: `observed: null` and `shrink_toward: null`, or `trend: null`"
            )
            return nil
        }
        if node["observed"] == nil || node["shrink_toward"] == nil {
            context.log.error(
                node.location,
                node["observed"] == nil
                    ? "`observed` is missing, or `trend` in its place" : "`shrink_toward` is missing beside `observed`",
                suggestion: "a prior for `trend` comes from a panel by `milepost calibrate --out`")
            return nil
        }
        guard let observed = observed(),
            let prior = context.uncertain(node, "shrink_toward", ScenarioSchema.relativeGrowth)
        else { return nil }
        return .observed(
            RelativeGrowth.Observed(
                increments: observed.increments, series: observed.series, file: observed.file, shrinkToward: prior))
    }

    /// The increments of years up to the base year: later ones are what the projection is judged by.
    private func observed() -> (increments: [RelativeGrowth.Increment], series: String, file: String)? {
        guard let observed = node["observed"], let file = context.observations(observed["file"]) else { return nil }
        let years = observed["years"]?.text.flatMap { YearRange($0)?.years }
        func series(_ key: String) -> [ObservationFile.Row]?? {
            guard let name = observed[key] else { return .some(nil) }
            return file.series(name, log: context.log).map { rows in
                let used = rows.filter { $0.year <= context.start && years?.contains($0.year) ?? true }
                for row in used { context.build(on: file.path, row.indicator, row.year) }
                return used
            }
        }
        let increments: [Increment]
        let text: String
        if let name = observed["growth_of"]?.text {
            guard let level = series("growth_of") ?? nil, let other = series("over") else { return nil }
            increments = levelIncrements(level, over: other)
            text = name + (observed["over"]?.text.map { " over \($0)" } ?? "")
        } else if let name = observed["rate"]?.text {
            guard let rate = series("rate") ?? nil, let other = series("less") else { return nil }
            guard arePercentages(rate, observed["rate"]), arePercentages(other ?? [], observed["less"]) else {
                return nil
            }
            increments = rateIncrements(rate, less: other)
            text = name + (observed["less"]?.text.map { " less \($0)" } ?? "")
        } else if let name = observed["share"]?.text {
            guard let share = series("share") ?? nil, arePercentages(share, observed["share"]) else { return nil }
            increments = levelIncrements(share, over: nil)
            text = name
        } else {
            return nil
        }
        if increments.count < 2 {
            let found = increments.map { "\($0.from) to \($0.to)" }
            context.log.error(
                observed.location,
                "found \(increments.count) usable \(increments.count == 1 ? "increment" : "increments") up to the base year"
                    + " \(context.start)\(found.isEmpty ? "" : " (\(list(found)))"), expected at least 2",
                suggestion: "a mean needs two changes: widen `years`, or use another series")
            return nil
        }
        return (increments, text, file.path)
    }

    private func arePercentages(_ rows: [ObservationFile.Row], _ node: ConfigNode?) -> Bool {
        guard let node, let row = rows.first(where: { $0.measure != .percentage }) else { return true }
        context.log.error(node.location, "\"\(row.indicator)\" is not in percent")
        return false
    }

    /// Log changes between successive years that both series have.
    private func levelIncrements(_ level: [ObservationFile.Row], over other: [ObservationFile.Row]?) -> [Increment] {
        let points = level.compactMap { row -> (year: Int, value: Double, quality: Quality)? in
            guard let other else { return (row.year, row.value, row.quality) }
            guard let divisor = other.first(where: { $0.year == row.year }), divisor.value > 0 else { return nil }
            return (row.year, row.value / divisor.value, max(row.quality, divisor.quality))
        }.filter { $0.value > 0 }
        return zip(points, points.dropFirst()).map { a, b in
            Increment(from: a.year, to: b.year, logChange: log(b.value / a.value), quality: max(a.quality, b.quality))
        }
    }

    /// ln(1 + a) - ln(1 + b) for every year that both series have.
    private func rateIncrements(_ rate: [ObservationFile.Row], less other: [ObservationFile.Row]?) -> [Increment] {
        rate.compactMap { row in
            let base: (value: Double, quality: Quality)
            if let other {
                guard let match = other.first(where: { $0.year == row.year }) else { return nil }
                base = (match.value, match.quality)
            } else {
                base = (0, row.quality)
            }
            guard row.value > -1, base.value > -1 else { return nil }
            return Increment(
                from: row.year - 1, to: row.year, logChange: log1p(row.value) - log1p(base.value),
                quality: max(row.quality, base.quality))
        }
    }
}
