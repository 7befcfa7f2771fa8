import CSV
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
        forEachVariable(of: result, model: model) { texts, variable in
            let cells = texts.map { DataTable.Cell.text($0) }
            variable.forEachFigure { year, statistic, value in
                table.append(cells + [.integer(year), .text(statistic), .number(value)])
            }
        }
        return table
    }

    /// The table as a CSV file, without the table: it has most of a run's bytes.
    public static func csv(of result: ScenarioResult, model: String, byteOrderMark: Bool = false) -> [UInt8] {
        var writer = CSVWriter(header: columns, byteOrderMark: byteOrderMark)
        forEachVariable(of: result, model: model) { texts, variable in
            let cells = CSVWriter.TextCells(texts)
            variable.forEachFigure { year, statistic, value in
                writer.append(cells)
                writer.append(year)
                writer.append(statistic)
                writer.append(value)
                writer.endRow()
            }
        }
        return writer.bytes
    }

    /// Visits the variables, with the texts that their rows begin with.
    private static func forEachVariable(
        of result: ScenarioResult, model: String, _ body: (_ texts: [String], _ variable: VariableSummary) -> Void
    ) {
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
            body([model, scenario, region, name, variable.unit], variable)
        }
    }
}

extension VariableSummary {
    /// Visits the figures that there are, in the variable's unit.
    fileprivate func forEachFigure(_ body: (_ year: Int, _ statistic: String, _ value: Double) -> Void) {
        for point in years {
            for (statistic, value) in point.summary?.named ?? [] where value.isFinite {
                body(point.year, statistic, value * scale)
            }
            if let observed = point.observed, observed.isFinite { body(point.year, "observed", observed * scale) }
        }
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
