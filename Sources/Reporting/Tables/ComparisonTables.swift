import Goals
import Scenarios

/// `comparison.csv`: both scenarios and their difference, per variable, year and statistic.
public enum ComparisonTable {
    static let columns = [
        "base", "alternative", "variable", "unit", "year", "statistic", "base_value", "alternative_value",
        "difference", "percent",
    ]

    /// Rows `mean`, `p5` … compare the statistic of one scenario with that of the other. Rows
    /// `difference_mean`, `difference_p5` … are statistics of the difference between paired members,
    /// which is not the difference of statistics; they have no base and alternative value. `percent` is
    /// of the base value's size and empty where that is zero.
    public static func table(of comparisons: [ComparisonResult]) -> DataTable {
        var table = DataTable(columns: columns)
        for comparison in comparisons {
            let names = [comparison.base.scenario.id, comparison.alternative.scenario.id]
            for variable in comparison.variables {
                for point in variable.years {
                    let identity: [DataTable.Cell] =
                        names.map { .text($0) } + [.text(variable.name), .text(variable.unit), .integer(point.year)]
                    for row in rows(of: point, scale: variable.scale) { table.append(identity + row) }
                }
            }
        }
        return table
    }

    private static func rows(of point: VariableComparison.YearComparison, scale: Double) -> [[DataTable.Cell]] {
        let statistics = zip(point.base.named, point.alternative.named).map { base, alternative in
            let difference = alternative.value - base.value
            return [
                .text(base.statistic), .optional(base.value * scale), .optional(alternative.value * scale),
                .optional(difference * scale),
                .optional(base.value == 0 ? nil : 100 * difference / abs(base.value)),
            ] as [DataTable.Cell]
        }
        let paired = (point.difference?.named ?? []).map { statistic, value in
            [.text("difference_" + statistic), .empty, .empty, .optional(value * scale), .empty] as [DataTable.Cell]
        }
        return statistics + paired
    }
}

/// `comparison-targets.csv`: odds, verdicts and medians of both scenarios, per target and reading.
public enum ComparisonTargetsTable {
    static let columns = [
        "base", "alternative", "target", "target_name", "target_name_zh", "reading", "headline", "goal", "unit",
        "deadline", "base_odds", "alternative_odds", "odds_difference_points", "odds_difference_standard_error_points",
        "base_verdict", "alternative_verdict", "verdict_changes", "base_p50", "alternative_p50", "difference_mean",
        "difference_p5", "difference_p50", "difference_p95",
    ]

    /// Odds as fractions, their difference in percentage points with the standard error of paired members.
    public static func table(of comparisons: [ComparisonResult]) -> DataTable {
        var table = DataTable(columns: columns)
        for comparison in comparisons {
            let names: [DataTable.Cell] = [
                .text(comparison.base.scenario.id), .text(comparison.alternative.scenario.id),
            ]
            for target in comparison.targets {
                for reading in target.readings { table.append(names + row(reading, of: target.target)) }
            }
        }
        return table
    }

    private static func row(_ comparison: ReadingComparison, of target: Target) -> [DataTable.Cell] {
        let (base, alternative) = (comparison.base, comparison.alternative)
        let scale = base.display.scale
        let identity: [DataTable.Cell] = [
            .text(target.id), .text(target.name), .optional(target.nameChinese), .text(base.reading.id),
            .boolean(base.reading.isHeadline), .text(target.goal.text), .text(base.display.iamcUnit),
            .integer(target.deadline),
        ]
        let odds: [DataTable.Cell] = [
            .optional(base.odds.probability), .optional(alternative.odds.probability),
            .optional(100 * comparison.oddsDifference), .optional(100 * comparison.standardError),
            .text(base.verdict.rawValue), .text(alternative.verdict.rawValue),
            .boolean(base.verdict != alternative.verdict),
        ]
        let difference = comparison.difference
        let values = [
            base.atDeadline.p50, alternative.atDeadline.p50, difference?.mean, difference?.p5, difference?.p50,
            difference?.p95,
        ]
        return identity + odds + values.map { .optional($0.map { $0 * scale }) }
    }
}
