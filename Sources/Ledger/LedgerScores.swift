import Goals
import Scoring

/// One forecast of a ledger held against what came.
public struct ScoredForecast: Sendable {
    public var entry: LedgerEntry
    /// A later forecast on the same question by the same scenario, equally far ahead, takes its place.
    public var isSuperseded: Bool
    /// The published figure, in the ledger's unit.
    public var actual: Double?
    public var met: Bool?
    /// nil where it is not known whether the goal was met.
    public var odds: OddsScore?
    /// nil without a figure.
    public var figure: ForecastScore?

    /// Distance of the figure from the latest one known when the forecast was made: what "no change" would have
    /// scored. nil without the two.
    public var noChangeError: Double? {
        guard let actual, let latest = entry.latest else { return nil }
        return (actual - latest.value).magnitude
    }

    /// Makes scores in different units comparable: the larger of the figure and the latest one known before it, by
    /// size, so that neither a figure near zero nor one that explodes outweighs all others. nil for two zeros.
    public var scale: Double? {
        guard let actual else { return nil }
        let scale = max(actual.magnitude, entry.latest?.value.magnitude ?? 0)
        return scale > 0 ? scale : nil
    }
}

/// All scores of a ledger.
public struct LedgerScores: Sendable {
    /// In the ledger's order.
    public var forecasts: [ScoredForecast]
    public var overall: ScoreGroup
    public var byScenario: [(scenario: String, group: ScoreGroup)]
    /// By full years from the last known figures to the year of the forecast, ascending.
    public var byLead: [(years: Int, group: ScoreGroup)]
    /// Of all forecasts that count, from the best verdict to the worst; bands without forecasts are left out.
    public var reliability: [ReliabilityBand]
    /// Rows of actual figures that no forecast asks for.
    public var unused: [ActualFigure]

    /// Forecasts without an outcome.
    public var open: [ScoredForecast] { forecasts.filter { $0.odds == nil && $0.figure == nil } }

    /// Scores every forecast that something is known about.
    ///
    /// - Throws: rows of actual figures that contradict each other or are ambiguous.
    public init(of ledger: Ledger, actuals: Actuals) throws(LedgerError) {
        let outcomes = try Outcomes(of: ledger, actuals: actuals)
        let counting = Self.counting(ledger.entries)
        forecasts = ledger.entries.enumerated().map { index, entry in
            ScoredForecast(entry, outcome: outcomes.outcome(of: entry), isSuperseded: !counting.contains(index))
        }
        let counted = forecasts.filter { !$0.isSuperseded }
        overall = ScoreGroup(counted)
        var scenarios: [String] = []
        for forecast in forecasts where !scenarios.contains(forecast.entry.scenario) {
            scenarios.append(forecast.entry.scenario)
        }
        byScenario = scenarios.map { id in (id, ScoreGroup(counted.filter { $0.entry.scenario == id })) }
        byLead = Set(counted.map(\.entry.lead)).sorted().compactMap { years in
            let group = ScoreGroup(counted.filter { $0.entry.lead == years })
            return group.odds == nil && group.figures == nil ? nil : (years, group)
        }
        reliability = ReliabilityBand.all(of: counted.compactMap(\.odds))
        unused = outcomes.unused
    }

    /// Positions of the last forecast by each scenario on each question from each distance.
    private static func counting(_ entries: [LedgerEntry]) -> Set<Int> {
        struct Place: Hashable {
            var key: LedgerKey
            var lead: Int
        }
        var last: [Place: Int] = [:]
        for (index, entry) in entries.enumerated() {
            let place = Place(key: LedgerKey(entry), lead: entry.lead)
            if let earlier = last[place], entries[earlier].madeOn > entry.madeOn { continue }
            last[place] = index
        }
        return Set(last.values)
    }
}

extension ScoredForecast {
    init(_ entry: LedgerEntry, outcome: Outcomes.Outcome, isSuperseded: Bool) {
        let odds = entry.odds.flatMap { probability in
            outcome.met.map { OddsScore(probability: probability, happened: $0, bound: entry.bound) }
        }
        self.init(
            entry: entry, isSuperseded: isSuperseded, actual: outcome.value, met: outcome.met, odds: odds,
            figure: outcome.value.map { ForecastScore(of: entry.distribution(for: $0), outcome: $0) })
    }
}

extension LedgerEntry {
    /// The chances of a count where they are kept and a whole number came, else what the quantiles say.
    func distribution(for outcome: Double) -> any ForecastDistribution {
        if outcome == outcome.rounded(), countProbabilities.contains(where: { $0 > 0 }) {
            return CountForecast(chances: countProbabilities)
        }
        return QuantileForecast(probabilities: Self.probabilities, values: quantiles)
    }
}
