import Panels
import Scoring

/// The tables of a backtest.
public enum BacktestTables {
    /// The files of a result directory: `backtest.csv`, `forecasts.csv`, `pit.csv`.
    ///
    /// - Parameter references: names of the methods that the others are held against.
    public static func files(
        of result: BacktestResult, references: [String], byteOrderMark: Bool = false
    ) -> [OutputFile] {
        [
            ("backtest.csv", scores(of: result, references: references)), ("forecasts.csv", forecasts(of: result)),
            ("pit.csv", pit(of: result)),
        ].map { OutputFile(relativePath: $0, bytes: $1.csv(byteOrderMark: byteOrderMark)) }
    }

    /// One row per method and horizon, `all` for all horizons together.
    ///
    /// Scores are on the scale of the forecasts; `coverage_80` is a fraction. `crps_below_drift_percent` is by how
    /// much the mean score is below that of drift on the same forecasts: 100 (1 − score / drift's score). Standard
    /// errors come from resampling whole regions.
    public static func scores(of result: BacktestResult, references: [String]) -> DataTable {
        let levels = ForecastScore.levels.map { String(Int(($0 * 100).rounded())) }
        let against = references.compactMap { name in result.methods.firstIndex(of: name).map { (name, $0) } }
        let improvements = ["crps", "mae"].flatMap { score in
            against.flatMap { name, _ in
                let column = "\(score)_below_\(name.replacing(" ", with: "_"))_percent"
                return [column, column + "_standard_error"]
            }
        }
        var table = DataTable(
            columns: [
                "panel", "unit", "method", "years_ahead", "forecasts", "regions", "origins", "crps",
                "crps_standard_error", "log_score", "mae", "mae_standard_error", "mase",
            ] + levels.flatMap { ["coverage_\($0)", "coverage_\($0)_standard_error"] } + improvements)
        for method in result.methods.indices {
            for horizon in [nil] + result.horizons.map(Optional.some) {
                guard let row = result.row(method: method, horizon: horizon) else { continue }
                let coverage = zip(row.summary.coverage, row.coverageErrors).flatMap { share, error in
                    [DataTable.Cell.number(share), .optional(error)]
                }
                let crps = against.flatMap {
                    cells(result.improvement(of: method, over: $0.1, horizon: horizon, \.crps))
                }
                let mae = against.flatMap {
                    cells(result.improvement(of: method, over: $0.1, horizon: horizon, \.error.magnitude))
                }
                table.append(identity(row, of: result) + means(row) + coverage + crps + mae)
            }
        }
        return table
    }

    private static func identity(_ row: BacktestRow, of result: BacktestResult) -> [DataTable.Cell] {
        [
            .text(result.panel.name), .text(result.panel.unit), .text(row.method),
            row.horizon.map { .integer($0) } ?? .text("all"), .integer(row.summary.count), .integer(row.regions),
            .integer(row.origins),
        ]
    }

    private static func means(_ row: BacktestRow) -> [DataTable.Cell] {
        [
            .optional(row.summary.crps), .optional(row.crpsError), .optional(row.summary.logScore),
            .optional(row.summary.mae), .optional(row.maeError), .optional(row.summary.mase),
        ]
    }

    private static func cells(_ improvement: Improvement?) -> [DataTable.Cell] {
        [.optional(improvement.map { 100 * $0.share }), .optional(improvement?.standardError.map { 100 * $0 })]
    }

    /// One row per method and forecast, with its quantiles, what came, and the scores.
    public static func forecasts(of result: BacktestResult) -> DataTable {
        // Lower ends from the widest interval inwards, the median, upper ends outwards.
        let levels = ForecastScore.levels
        let lower = levels.indices.reversed().map { "p\(percent((1 - levels[$0]) / 2))" }
        let upper = levels.indices.map { "p\(percent((1 + levels[$0]) / 2))" }
        var table = DataTable(
            columns: ["method", "region", "origin", "years_ahead", "year", "crosses_break", "outcome"] + lower
                + ["p50"] + upper + ["error", "scaled_error", "crps", "log_score", "pit"])
        for method in result.methods.indices {
            for item in result.cases {
                let score = item.scores[method]
                let low = levels.indices.reversed().map { DataTable.Cell.optional(score.intervals[$0].lowerBound) }
                let high = levels.indices.map { DataTable.Cell.optional(score.intervals[$0].upperBound) }
                table.append(
                    [
                        .text(result.methods[method]), .text(result.panel.regions[item.region]), .integer(item.origin),
                        .integer(item.horizon), .integer(item.target), .boolean(item.crossesBreak),
                        .optional(score.outcome),
                    ] + low + [.optional(score.median)] + high + [
                        .optional(score.error), .optional(score.scaledError), .optional(score.crps),
                        .optional(score.logScore), .optional(score.pit),
                    ])
            }
        }
        return table
    }

    private static func percent(_ probability: Double) -> Int { Int((100 * probability).rounded()) }

    /// One row per method, horizon and tenth of the forecast distribution, with the share of outcomes in it.
    public static func pit(of result: BacktestResult) -> DataTable {
        var table = DataTable(columns: ["method", "years_ahead", "from", "to", "share"])
        let bins = Double(ScoreSummary.bins)
        for method in result.methods.indices {
            for horizon in [nil] + result.horizons.map(Optional.some) {
                guard let row = result.row(method: method, horizon: horizon) else { continue }
                for (bin, share) in row.summary.pitHistogram.enumerated() {
                    table.append([
                        .text(row.method), horizon.map { .integer($0) } ?? .text("all"), .number(Double(bin) / bins),
                        .number(Double(bin + 1) / bins), .number(share),
                    ])
                }
            }
        }
        return table
    }
}
