import Goals

/// `projections.csv`: one number a row, in the layout of the IAMC, which pyam and pandas read as it is.
///
/// Rows are told apart by model, scenario, region, variable, unit, year and statistic; pyam takes
/// `statistic` for an extra index column.
public enum ProjectionsTable {
    static let columns = ["model", "scenario", "region", "variable", "unit", "year", "statistic", "value"]

    /// One row per variable, year and statistic (mean, p5 … p95, observed); years without a figure have no row.
    public static func table(of result: ScenarioResult, model: String) -> DataTable {
        var table = DataTable(columns: columns)
        let (scenario, region) = (result.scenario.id, result.scenario.region)
        var used: Set<String> = []
        for variable in result.variables {
            // Two units of a portfolio may share a name, and pyam refuses a row that occurs twice.
            var name = variable.name
            var number = 2
            while !used.insert(name + "\n" + variable.unit).inserted {
                name = "\(variable.name) \(number)"
                number += 1
            }
            for point in variable.years {
                let named = (point.summary?.named ?? []) + (point.observed.map { [("observed", $0)] } ?? [])
                for (statistic, value) in named where value.isFinite {
                    table.append([
                        .text(model), .text(scenario), .text(region), .text(name), .text(variable.unit),
                        .integer(point.year), .text(statistic), .number(value * variable.scale),
                    ])
                }
            }
        }
        return table
    }
}

extension Summary {
    /// The statistics in their fixed order, with the names that the files use.
    var named: [(statistic: String, value: Double)] {
        [("mean", mean)] + quantiles
    }

    /// The quantiles in ascending order.
    var quantiles: [(statistic: String, value: Double)] {
        [("p5", p5), ("p10", p10), ("p25", p25), ("p50", p50), ("p75", p75), ("p90", p90), ("p95", p95)]
    }

    /// Names of `named`.
    static let statisticNames = ["mean", "p5", "p10", "p25", "p50", "p75", "p90", "p95"]
}
