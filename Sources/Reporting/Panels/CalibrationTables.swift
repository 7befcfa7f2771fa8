import Glibc
import Panels
import Scoring

/// The table of a calibration: estimates of the group and of regions, and forecasts.
public enum CalibrationTables {
    /// One row per quantity of the group, of each region, and of each year that is forecast.
    ///
    /// Trends, deviations and shifts are in natural logarithms, a year where they are rates; `growth` is expected
    /// growth of the next year. A `level` is in the panel's unit; its forecast is Student's t on the logarithm with
    /// `location`, `scale` and `degrees_of_freedom`, and p5 to p95 are that distribution's.
    ///
    /// - Parameters:
    ///   - regions: positions of those to list.
    ///   - horizons: years after the last one that was fitted.
    public static func table(of fit: PanelGrowthFit, regions: [Int], horizons: ClosedRange<Int>) -> DataTable {
        var table = DataTable(columns: [
            "panel", "unit", "through", "region", "quantity", "year", "value", "standard_error", "p5", "p10", "p50",
            "p90", "p95", "location", "scale", "degrees_of_freedom",
        ])
        func add(
            _ region: String?, _ quantity: String, _ value: Double, error: Double? = nil, year: Int? = nil,
            forecast: StudentTForecast? = nil
        ) {
            let quantiles = [0.05, 0.1, 0.5, 0.9, 0.95].map { level -> DataTable.Cell in
                .optional(forecast.map { exp($0.quantile(level)) })
            }
            table.append(
                [
                    .text(fit.panel.name), .text(fit.panel.unit), .integer(fit.origin), .optional(region),
                    .text(quantity), .optional(year), .number(value), .optional(error),
                ] + quantiles + [
                    .optional(forecast?.location), .optional(forecast?.scale),
                    .optional(forecast?.degreesOfFreedom),
                ])
        }
        add(nil, "trend", fit.groupTrend.mean, error: fit.groupTrend.deviation)
        add(nil, "damping", fit.damping.mean, error: fit.damping.deviation)
        add(nil, "spread_of_trends", fit.trendDeviation)
        add(nil, "retention_of_trends", fit.settings.retention)
        add(nil, "common_deviation", fit.commonDeviation)
        add(nil, "common_persistence", fit.persistence)
        add(nil, "volatility", fit.typicalVolatility)
        for shift in fit.shifts {
            add(nil, "shift", shift.common.mean, error: shift.common.deviation, year: shift.year)
            add(nil, "spread_of_shifts", shift.spread, year: shift.year)
        }
        for year in fit.panel.years {
            if let common = fit.commonGrowth(in: year) {
                add(nil, "common_growth", common.mean, error: common.deviation, year: year)
            }
        }
        for region in regions {
            let name = fit.panel.regions[region]
            let (trend, growth) = (fit.trend(of: region), fit.nextGrowth(of: region))
            add(name, "trend", trend.mean, error: trend.deviation)
            add(name, "pooling", fit.pooling(of: region))
            add(name, "volatility", fit.volatility(of: region), error: fit.volatilityError(of: region))
            add(name, "growth", growth.mean, error: growth.deviation)
            for horizon in horizons {
                guard let forecast = fit.studentForecast(region: region, horizon: horizon) else { continue }
                add(name, "level", exp(forecast.median), year: fit.origin + horizon, forecast: forecast)
            }
        }
        return table
    }
}
