import Goals
import Scenarios

/// What a ledger says of the run that a forecast comes from.
public struct LedgerStamp: Sendable {
    /// ISO 8601 in UTC.
    public var madeOn: String
    public var version: String
    /// Of all files that the scenario was read from.
    public var digest: String

    /// Its parts, as documented on each.
    public init(madeOn: String, version: String, digest: String) {
        self.madeOn = madeOn
        self.version = version
        self.digest = digest
    }
}

extension ScenarioResult {
    /// Last year of the figures that the forecasts rest on: the base year, or the last one that something was learned of
    /// or that a published price change is of.
    public var lastFigureYear: Int {
        let prices = scenario.economy.prices.flatMap { $0.observed.map(\.year) }
        let learned = (learning?.vintages ?? []).map(\.year)
        return ([scenario.start] + prices + learned).max() ?? scenario.start
    }

    /// The forecasts of a run: for every reading of a target its deadline with the odds and the years on the way
    /// there, and every year of what is tracked.
    ///
    /// Years of the base year and before, and years for which a figure is published already, are no forecasts
    /// and are left out: knowing the outcome would flatter the record.
    public func ledgerEntries(_ stamp: LedgerStamp) -> [LedgerEntry] {
        targets.flatMap { target in target.readings.flatMap { entries(of: $0, target, stamp) } }
            + tracked.flatMap { entries(of: $0, stamp) }
    }

    private func entries(of result: ReadingResult, _ target: TargetResult, _ stamp: LedgerStamp) -> [LedgerEntry] {
        guard result.verdict != .met else { return [] }
        let known = result.latest.isModelled ? scenario.start : max(result.latest.year, scenario.start)
        let deadline = target.target.deadline
        let latest = result.latest.isModelled ? nil : (value: result.latest.value, year: result.latest.year)
        let name =
            target.target.name
            + (target.readings.count == 1 ? "" : ": \(result.reading.name ?? result.reading.id)")
        return result.fan.compactMap { point in
            guard let summary = point.summary, point.year > known, point.year <= deadline else { return nil }
            let isDeadline = point.year == deadline
            return entry(
                stamp, indicator: result.reading.indicator, target: target.target.id, reading: result.reading.id,
                name: name, isHeadline: result.reading.isHeadline, year: point.year,
                goal: isDeadline ? LedgerGoal(target.target, display: result.display) : nil,
                odds: isDeadline ? result.odds : nil, summary: summary,
                counts: isDeadline ? result.countProbabilities : [], latest: latest, quality: result.quality)
        }
    }

    private func entries(of result: TrackedResult, _ stamp: LedgerStamp) -> [LedgerEntry] {
        let latest = result.points.compactMap(\.observed).max { $0.year < $1.year }
        let known = max(latest?.year ?? scenario.start, scenario.start)
        return result.points.compactMap { point in
            guard let summary = point.summary, point.year > known else { return nil }
            return entry(
                stamp, indicator: result.indicator.indicator, target: result.indicator.id, reading: Question.tracked,
                name: result.indicator.name, isHeadline: false, year: point.year, goal: nil, odds: nil,
                summary: summary, counts: [], latest: latest.map { ($0.value, $0.year) },
                quality: latest?.quality ?? .u)
        }
    }

    private func entry(
        _ stamp: LedgerStamp, indicator: Indicator, target: String, reading: String, name: String, isHeadline: Bool,
        year: Int, goal: LedgerGoal?, odds: Odds?, summary: Summary, counts: [Double],
        latest: (value: Double, year: Int)?, quality: Quality
    ) -> LedgerEntry {
        let display = indicator.display(in: scenario)
        let quantiles = [
            summary.p5, summary.p10, summary.p25, summary.p50, summary.p75, summary.p90, summary.p95,
        ]
        return LedgerEntry(
            madeOn: stamp.madeOn, scenario: scenario.id, digest: stamp.digest, version: stamp.version,
            seed: String(seed), members: members, asOf: lastFigureYear,
            question: Question(
                region: scenario.region, target: target, reading: reading, indicator: indicator.phrase,
                unit: display.iamcUnit, year: year, goal: goal),
            name: name, isHeadline: isHeadline, odds: odds?.probability, oddsError: odds?.standardError,
            quantiles: quantiles.map { $0 * display.scale }, countProbabilities: counts,
            latest: latest.map { .init(value: rounded($0.value * display.scale), year: $0.year) },
            quality: quality.rawValue)
    }
}

extension LedgerGoal {
    /// The goal of a target in the unit of its figures.
    init(_ target: Target, display: Display) {
        self.init(
            comparator: target.goal.comparator, value: rounded(target.goal.value * display.scale),
            upper: target.goal.upper.map { rounded($0 * display.scale) }, byAnyYear: target.byAnyYear)
    }
}

/// A figure in the unit that it was published in: 0.29 times 100 is 28.999999999999996, which 29 exceeds.
///
/// Nine decimals are kept.
private func rounded(_ value: Double) -> Double {
    let scaled = value * 1e9
    return scaled.magnitude < 1e15 ? scaled.rounded() / 1e9 : value
}

extension Indicator {
    /// The indicator as a scenario file says it, e.g. `{count: platforms, over: 1000 亿元}`.
    public var phrase: String { "{\(keys)}" }

    private var keys: String {
        switch self {
        case .total(let portfolio): "total: \(portfolio)"
        case .cumulative(let portfolio): "cumulative: \(portfolio)"
        case .count(let portfolio, let over, let strict):
            "count: \(portfolio), \(strict ? "over" : "at_least"): \(plainNumber(over)) 亿元"
        case .unit(let unit, let portfolio): "unit: \(unit), of: \(portfolio)"
        case .share(let group, let whole, let measure): "share: \(group), of: \(whole), measure: \(measure.rawValue)"
        case .level(let group, let measure, let constantPrices):
            "\(measure.rawValue): \(group)" + (constantPrices ? ", prices: constant" : "")
        case .satellite(let id, _): "satellite: \(id)"
        case .growth(let indicator): "growth: {\(indicator.keys)}"
        }
    }
}
