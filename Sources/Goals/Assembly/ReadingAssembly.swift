import Projection
import Scenarios

/// Turns what was recorded of one reading into its result.
struct ReadingAssembly {
    let plan: ReadingPlan
    let recorder: ReadingRecorder
    let scenario: ScenarioPlan
    let sums: [Double]
    let members: Int
    /// Whether members have been resampled.
    let isResampled: Bool

    private var goal: Goal { plan.target.goal }
    private var start: Int { plan.start }
    private var count: Double { Double(members) }
    /// Numbers of units grow by units, and growth rates by points: not by percent.
    private var growsByUnits: Bool {
        if case .growth = plan.reading.indicator { return true }
        return plan.reading.indicator.isCount
    }
    /// Years left to the deadline; nil where the latest value meets the goal already.
    private func need(_ latest: LatestValue) -> Int? {
        let years = plan.target.deadline - latest.year
        return years > 0 && !goal.isMet(by: latest.value) ? years : nil
    }
    private var isShare: Bool { plan.reading.indicator.dimension == .share }

    func result() -> ReadingResult {
        let summaries = (0..<plan.years).map { year -> Summary? in
            guard year >= plan.evaluator.firstYear else { return nil }
            return Summary(
                recorder.sketches[year], mean: sums[plan.values.lowerBound + year] / count,
                wholeNumbers: plan.reading.indicator.isCount)
        }
        let deadline = plan.target.deadline
        let atDeadline = summaries[deadline - start]!
        let latest = latestValue(summaries)
        let odds = odds(plan.deadlineIndex)
        let attribution = Attribution(
            plan: scenario, sums: sums, members: members, outcome: plan.outcome, products: plan.outcomeInputs)
        let drivers = attribution?.drivers ?? []
        let published = latest.isModelled ? nil : latest
        let base = plan.target.since.flatMap { observed(in: $0) }
        let requiredGrowth =
            growsByUnits
            ? nil : need(latest).flatMap { compoundGrowth(from: latest.value, to: goal.threshold, years: $0) }
        return ReadingResult(
            reading: plan.reading, display: plan.reading.indicator.display(in: scenario.model),
            verdict: verdict(odds: odds, latest: latest), odds: odds,
            oddsByDeadline: plan.target.deadlineRange == nil
                ? [] : plan.deadlines.indices.map { (plan.deadlines[$0], self.odds($0)) },
            latest: latest, atDeadline: atDeadline,
            gap: goal.gap(from: atDeadline.p50, counting: plan.reading.indicator.isCount),
            requiredGrowth: requiredGrowth,
            requiredIncrease: growsByUnits
                ? need(latest).map { (goal.threshold - latest.value) / Double($0) } : nil,
            growthSince: growsByUnits
                ? nil
                : published.flatMap { value in
                    guard let since = plan.target.since, let base else { return nil }
                    return compoundGrowth(from: base, to: value.value, years: value.year - since)
                },
            projectedGrowth: growsByUnits
                ? nil
                : summaries[0].flatMap {
                    compoundGrowth(from: $0.p50, to: atDeadline.p50, years: deadline - start)
                },
            eurostat: progress(base: base, latest: published) {
                eurostatProgress(
                    base: $0, baseYear: $1, latest: $2, latestYear: $3, target: $4, deadline: $5, atMost: goal.isCap,
                    isShare: isShare)
            },
            unitedNations: progress(base: base, latest: published) {
                unitedNationsProgress(
                    base: $0, baseYear: $1, latest: $2, latestYear: $3, target: $4, deadline: $5, atMost: goal.isCap,
                    isShare: isShare)
            },
            crossedBy: crossings(), medianCrossing: crossings().first { $0.share >= 0.5 }?.year,
            countProbabilities: countProbabilities(), drivers: drivers,
            explained: attribution?.explained { _ in true },
            explainedByUnverified: attribution?.explained { $0.quality == .u },
            quality: quality(latest: latest, drivers: drivers), fan: fan(summaries, latest: latest),
            outsideView: plan.reading.outsideView.map {
                OutsideViewResult(
                    $0, growth: requiredGrowth, years: deadline - latest.year, odds: odds)
            })
    }

    // MARK: Odds and verdict

    private func odds(_ index: Int) -> Odds {
        let moments = Moments(
            count: count, sum: sums[plan.met.lowerBound + index], squares: sums[plan.metSquares.lowerBound + index])
        var odds = Odds(probability: moments.mean, standardError: moments.standardError, members: members)
        let batches = Double((members + ReadingRecorder.batchSize - 1) / ReadingRecorder.batchSize)
        if isResampled, batches >= Self.fewestBatches {
            // Members that descend from one ancestor are not independent; batches of neighbours are.
            let place = plan.batches.lowerBound + 3 * index
            let p = moments.mean
            let squares = sums[place] - 2 * p * sums[place + 1] + p * p * sums[place + 2]
            odds.standardError = (max(squares, 0) * batches / (batches - 1)).squareRoot() / count
        }
        return odds
    }

    /// With fewer the standard error is hardly known itself.
    private static let fewestBatches = 16.0

    /// `met` where published figures say so: the deadline year's own, any up to
    /// it if the goal is met by any year, the latest where the count never falls.
    private func verdict(odds: Odds, latest: LatestValue) -> Verdict {
        let deadline = plan.target.deadline
        var met = observed(in: deadline).map(goal.isMet) ?? false
        if plan.target.byAnyYear {
            met =
                met
                || (plan.reading.observed.published?.points ?? []).contains {
                    $0.year <= deadline && goal.isMet(by: $0.value)
                }
        }
        if case .cumulative = plan.reading.indicator, !goal.isCap, !latest.isModelled, latest.year <= deadline {
            met = met || goal.isMet(by: latest.value)
        }
        return met ? .met : Verdict(probability: odds.probability)
    }

    private func crossings() -> [(year: Int, share: Double)] {
        var sum = 0.0
        return (plan.evaluator.firstYear..<plan.years).map { year in
            sum += sums[plan.crossed.lowerBound + year]
            return (start + year, sum / count)
        }
    }

    /// Chance of each number from 0 up to the last that is not negligible.
    private func countProbabilities() -> [Double] {
        let chances = plan.countChances.map { sums[$0] / count }
        guard let last = chances.lastIndex(where: { $0 >= 1e-6 }) else { return [] }
        return Array(chances[...last])
    }

    // MARK: Known values and progress

    private func observed(in year: Int) -> Double? {
        plan.reading.observed.published?.points.first { $0.year == year }?.value
    }

    private func latestValue(_ summaries: [Summary?]) -> LatestValue {
        if let point = plan.reading.observed.published?.points.max(by: { $0.year < $1.year }) {
            return LatestValue(value: point.value, year: point.year, quality: point.quality, isModelled: false)
        }
        let first = plan.evaluator.firstYear
        return LatestValue(
            value: summaries[first]?.p50 ?? .nan, year: start + first,
            quality: plan.reading.baseline?.quality ?? .u, isModelled: true)
    }

    private typealias Rule = (
        _ base: Double, _ baseYear: Int, _ latest: Double, _ latestYear: Int, _ target: Double, _ deadline: Int
    ) -> ProgressResult

    private func progress(base: Double?, latest: LatestValue?, rule: Rule) -> ProgressResult? {
        guard let since = plan.target.since, let base, let latest else { return nil }
        return rule(base, since, latest.value, latest.year, goal.threshold, plan.target.deadline)
    }

    private func fan(_ summaries: [Summary?], latest: LatestValue) -> [FanPoint] {
        let observedYears = plan.reading.observed.flatMap { $0.points.map(\.year) }
        let end = start + plan.years - 1
        let first = min(observedYears.min() ?? start, start)
        return (first...max(end, observedYears.max() ?? end)).map { year in
            return FanPoint(
                year: year, summary: year >= start && year <= end ? summaries[year - start] : nil,
                observed: plan.reading.observed.map { series in series.points.first { $0.year == year }?.value },
                required: requiredPath(from: latest, in: year))
        }
    }

    /// The path that just reaches the goal from the latest value: of constant growth, or of equal steps for
    /// counts and growth rates. nil outside it, and where the goal is met already.
    private func requiredPath(from latest: LatestValue, in year: Int) -> Double? {
        guard let years = need(latest), year >= latest.year, year <= plan.target.deadline else { return nil }
        let done = year - latest.year
        if growsByUnits { return latest.value + (goal.threshold - latest.value) * Double(done) / Double(years) }
        return compoundGrowth(from: latest.value, to: goal.threshold, years: years)
            .map { latest.value * power(1 + $0, done) }
    }

    // MARK: What it rests on

    private func quality(latest: LatestValue, drivers: [Driver]) -> Quality {
        let carrying = drivers.filter { $0.share >= 0.05 }.compactMap(\.quality)
        return (carrying + [latest.quality]).max() ?? .u
    }
}

private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { value, _ in value * base }
}
