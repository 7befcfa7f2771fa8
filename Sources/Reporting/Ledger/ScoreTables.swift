import Goals
import Ledger
import Scoring

/// The files of `milepost score`.
public enum ScoreFiles {
    /// `scores.csv`, `score-summary.csv`, and `reliability.csv` where there are odds that came out.
    public static func files(of scores: LedgerScores, byteOrderMark: Bool = false) -> [OutputFile] {
        var tables = [
            ("scores.csv", ScoresTable.table(of: scores)), ("score-summary.csv", ScoreSummaryTable.table(of: scores)),
        ]
        if !scores.reliability.isEmpty { tables.append(("reliability.csv", ReliabilityTable.table(of: scores))) }
        return tables.map { OutputFile(relativePath: $0, bytes: $1.csv(byteOrderMark: byteOrderMark)) }
    }
}

/// `scores.csv`, and what `--format csv|json` prints: one row per forecast of the ledger, in its order.
public enum ScoresTable {
    static let columns =
        [
            "made_on", "region", "scenario", "target", "reading", "headline", "name", "year", "lead_years",
            "superseded",
            "goal", "odds", "met", "brier", "log_score", "unit", "p5", "p50", "p95", "actual", "error", "crps",
            "no_change_error", "scale", "pit",
        ] + ForecastScore.levels.map { "inside_\(Int(($0 * 100).rounded()))" }

    /// What is not known yet is empty. `scale` makes scores comparable across units: see `ScoredForecast.scale`.
    public static func table(of scores: LedgerScores) -> DataTable {
        var table = DataTable(columns: columns)
        for forecast in scores.forecasts { table.append(identity(forecast) + odds(forecast) + figure(forecast)) }
        return table
    }

    private static func identity(_ forecast: ScoredForecast) -> [DataTable.Cell] {
        let (entry, question) = (forecast.entry, forecast.entry.question)
        return [
            .text(entry.madeOn), .text(question.region), .text(entry.scenario), .text(question.target),
            .text(question.reading), .boolean(entry.isHeadline), .text(entry.name), .integer(question.year),
            .integer(entry.lead), .boolean(forecast.isSuperseded),
        ]
    }

    private static func odds(_ forecast: ScoredForecast) -> [DataTable.Cell] {
        [
            .optional(forecast.entry.question.goal?.text), .optional(forecast.entry.odds),
            forecast.met.map { .boolean($0) } ?? .empty, .optional(forecast.odds?.brier),
            .optional(forecast.odds?.logScore),
        ]
    }

    private static func figure(_ forecast: ScoredForecast) -> [DataTable.Cell] {
        let quantiles = forecast.entry.quantiles
        let figure = forecast.figure
        return [
            .text(forecast.entry.question.unit), .number(quantiles[0]), .number(quantiles[3]), .number(quantiles[6]),
            .optional(forecast.actual), .optional(figure?.error), .optional(figure?.crps),
            .optional(figure == nil ? nil : forecast.noChangeError), .optional(figure == nil ? nil : forecast.scale),
            .optional(figure?.pit),
        ]
            + ForecastScore.levels.indices.map { level in
                figure.map { .boolean($0.intervals[level].contains($0.outcome)) } ?? .empty
            }
    }
}

/// `score-summary.csv`: mean scores overall, by scenario, and by how far ahead the forecasts were made.
public enum ScoreSummaryTable {
    static let columns =
        [
            "group", "name", "odds_scored", "brier", "brier_standard_error", "coin_brier", "skill_against_coin",
            "log_score", "share_met", "base_rate_brier", "figures_scored",
        ] + ForecastScore.levels.map { "inside_\(Int(($0 * 100).rounded()))" } + [
            "above_median", "relative_crps", "compared_with_no_change", "their_relative_crps",
            "their_relative_error", "relative_no_change_error",
            "skill_against_no_change",
        ]

    /// Shares, skills and relative scores as fractions. Each question of each scenario weighs the same.
    public static func table(of scores: LedgerScores) -> DataTable {
        var table = DataTable(columns: columns)
        table.append([.text("overall"), .empty] + row(scores.overall))
        for (id, group) in scores.byScenario { table.append([.text("scenario"), .text(id)] + row(group)) }
        for (years, group) in scores.byLead { table.append([.text("lead_years"), .integer(years)] + row(group)) }
        return table
    }

    private static func row(_ group: ScoreGroup) -> [DataTable.Cell] {
        let (odds, figures) = (group.odds, group.figures)
        let oddsCells: [DataTable.Cell] = [
            .integer(odds?.count ?? 0), .optional(odds?.brier), .optional(odds?.brierError),
            .optional(odds == nil ? nil : ScoreGroup.OddsScores.coinBrier), .optional(odds?.skill),
            .optional(odds?.logScore), .optional(odds?.baseRate), .optional(odds?.baseRateBrier),
        ]
        let known = figures?.againstNoChange
        return oddsCells + [.integer(figures?.count ?? 0)]
            + ForecastScore.levels.indices.map { .optional(figures?.coverage[$0]) }
            + [
                .optional(figures?.above), .optional(figures?.relativeCRPS), .optional(known?.count),
                .optional(known?.crps), .optional(known?.error),
                .optional(known?.noChange), .optional(figures?.skill),
            ]
    }
}

/// `reliability.csv`: how often goals were met, by the verdict that their odds stood for.
public enum ReliabilityTable {
    /// From the best verdict to the worst; all forecasts that count.
    public static func table(of scores: LedgerScores) -> DataTable {
        var table = DataTable(columns: ["verdict", "forecasts", "mean_odds", "share_met"])
        for band in scores.reliability {
            table.append([
                .text(band.verdict.rawValue), .integer(band.count), .number(band.meanOdds), .number(band.metShare),
            ])
        }
        return table
    }
}

/// A file of actual figures to be filled in.
public enum ActualsTemplate {
    /// Every question of a ledger that `answers` leave open, by year; `value` or `met` is to be filled in.
    ///
    /// - Throws: `LedgerError` where the answers contradict each other.
    public static func table(for ledger: Ledger, besides answers: Actuals) throws -> DataTable {
        var table = DataTable(columns: Actuals.columns)
        for row in try Actuals.template(for: ledger, besides: answers) {
            table.append(row.map { $0.isEmpty ? .empty : .text($0) })
        }
        return table
    }
}
