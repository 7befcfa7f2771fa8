import Goals
import Scoring

/// Mean scores of some forecasts.
///
/// Each question of each scenario weighs the same, however often it was
/// forecast: forecasts from several years ahead are averaged first.
public struct ScoreGroup: Sendable {
    /// nil where no odds can be scored.
    public var odds: OddsScores?
    /// nil where no figures can be scored.
    public var figures: FigureScores?

    /// Of odds.
    public struct OddsScores: Sendable {
        /// Questions, by scenario.
        public var count: Int
        public var brier: Double
        /// Of `brier`, as if questions were independent; nil for fewer than two.
        public var brierError: Double?
        public var logScore: Double
        /// Share of the goals that were met.
        public var baseRate: Double
        /// What the share of the *other* goals that were met would have scored as odds, one added to either side
        /// (Laplace's rule); nil for fewer than ten questions.
        public var baseRateBrier: Double?

        /// Score of even odds.
        public static let coinBrier = 0.25
        /// Less than a coin's score, as a share of it.
        public var skill: Double { 1 - brier / Self.coinBrier }
    }

    /// Of figures.
    public struct FigureScores: Sendable {
        /// Questions, by scenario.
        public var count: Int
        /// Share of figures inside the central interval, by position in `ForecastScore.levels`.
        public var coverage: [Double]
        /// Share of figures above the median; half of a figure on it.
        public var above: Double
        /// Mean continuous ranked probability score over ``ScoredForecast/scale``.
        public var relativeCRPS: Double
        /// Where a figure was known before: the same, the distance of the median from what came, and the distance of
        /// that figure.
        public var againstNoChange: (count: Int, crps: Double, error: Double, noChange: Double)?

        /// By how much medians came closer than the last figures known before, as a share of those figures' distance.
        public var skill: Double? {
            againstNoChange.flatMap { $0.noChange > 0 ? 1 - $0.error / $0.noChange : nil }
        }
    }

    /// Fewer scores than this say little.
    public static let enough = 10

    init(_ forecasts: [ScoredForecast]) {
        odds = OddsScores(Questions(forecasts.filter { $0.odds != nil }))
        figures = FigureScores(Questions(forecasts.filter { $0.figure != nil }))
    }
}

/// Forecasts by scenario and question.
private struct Questions {
    let groups: [[ScoredForecast]]

    init(_ forecasts: [ScoredForecast]) {
        var order: [LedgerKey: Int] = [:]
        var groups: [[ScoredForecast]] = []
        for forecast in forecasts {
            let key = LedgerKey(forecast.entry)
            if let index = order[key] {
                groups[index].append(forecast)
            } else {
                order[key] = groups.count
                groups.append([forecast])
            }
        }
        self.groups = groups
    }

    /// One mean per question.
    func means(_ value: (ScoredForecast) -> Double) -> [Double] { groups.map { mean($0.map(value)) } }
}

private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

extension ScoreGroup.OddsScores {
    fileprivate init?(_ questions: Questions) {
        guard !questions.groups.isEmpty else { return nil }
        let briers = questions.means { $0.odds!.brier }
        let happened = questions.means { $0.odds!.happened ? 1 : 0 }
        let number = Double(briers.count)
        let met = happened.reduce(0, +)
        count = briers.count
        brier = mean(briers)
        logScore = mean(questions.means { $0.odds!.logScore })
        baseRate = met / number
        if briers.count > 1 {
            let squares = briers.reduce(0) { $0 + ($1 - brier) * ($1 - brier) }
            brierError = (squares / (number - 1) / number).squareRoot()
        }
        if briers.count >= ScoreGroup.enough {
            baseRateBrier = mean(
                happened.map { outcome in
                    let rate = (met - outcome + 1) / (number + 1)
                    return (rate - outcome) * (rate - outcome)
                })
        }
    }
}

extension ScoreGroup.FigureScores {
    fileprivate init?(_ questions: Questions) {
        guard !questions.groups.isEmpty else { return nil }
        count = questions.groups.count
        coverage = ForecastScore.levels.indices.map { level in
            mean(questions.means { $0.figure!.intervals[level].contains($0.actual!) ? 1 : 0 })
        }
        above = mean(
            questions.means { $0.figure!.error > 0 ? 1 : $0.figure!.error == 0 ? 0.5 : 0 })
        relativeCRPS = mean(questions.means { forecast in forecast.scale.map { forecast.figure!.crps / $0 } ?? 0 })
        let known = Questions(questions.groups.flatMap { $0.filter { $0.noChangeError != nil && $0.scale != nil } })
        guard !known.groups.isEmpty else { return }
        againstNoChange = (
            known.groups.count, mean(known.means { $0.figure!.crps / $0.scale! }),
            mean(known.means { $0.figure!.error.magnitude / $0.scale! }),
            mean(known.means { $0.noChangeError! / $0.scale! })
        )
    }
}

/// How often goals were met that were given odds of one verdict.
public struct ReliabilityBand: Sendable {
    public var verdict: Verdict
    public var count: Int
    public var meanOdds: Double
    /// Share of them that were met.
    public var metShare: Double

    static func all(of scores: [OddsScore]) -> [ReliabilityBand] {
        Verdict.allCases.compactMap { verdict in
            let own = scores.filter { Verdict(probability: $0.probability) == verdict }
            guard !own.isEmpty else { return nil }
            return ReliabilityBand(
                verdict: verdict, count: own.count, meanOdds: mean(own.map(\.probability)),
                metShare: mean(own.map { $0.happened ? 1 : 0 }))
        }
    }
}
