import Goals
import Scenarios

/// `loop.csv`: odds and outcome with and without each half of the loop of science and industry, per target and reading,
/// then the value added of the region.
public enum LoopTable {
    static let columns = [
        "scenario", "half", "target", "reading", "headline", "quantity", "unit", "year", "odds_without",
        "odds_without_bound", "odds_with", "odds_with_bound", "odds_difference_points",
        "odds_difference_standard_error_points", "p50_without", "p50_with",
        "difference_mean", "difference_p5", "difference_p50", "difference_p95",
    ]

    /// `half` is the half that is switched off in what the scenario is held against. Differences are with less without,
    /// of paired members; values in the reading's unit, odds as fractions, with the bound that the members
    /// can tell where none or all of them meet the goal.
    public static func table(of result: ScenarioResult) -> DataTable {
        var table = DataTable(columns: columns)
        for loop in result.loop {
            let identity: [DataTable.Cell] = [.text(result.scenario.id), .text(loop.half.rawValue)]
            for target in loop.targets {
                for reading in target.readings { table.append(identity + row(reading, of: target.target)) }
            }
            let added = loop.valueAdded
            let unit = "100 million CNY_\(result.scenario.start)/yr"
            let empty = DataTable.Cell.optional(String?.none)
            table.append(
                identity + [
                    empty, empty, empty, .text("Value Added Volume"), .text(unit), .integer(added.year), empty, empty,
                    empty, empty, empty, empty,
                ] + values(added.without.p50, added.with.p50, added.difference, scale: 1))
        }
        return table
    }

    private static func row(_ reading: JudgedReading, of target: Target) -> [DataTable.Cell] {
        let (with, without) = (reading.with, reading.without)
        return [
            .text(target.id), .text(with.reading.id), .boolean(with.reading.isHeadline), .text(target.name),
            .text(with.display.iamcUnit), .integer(target.deadline), .optional(without.odds.probability),
            .optional(without.odds.bound), .optional(with.odds.probability), .optional(with.odds.bound),
            .optional(100 * reading.oddsDifference),
            .optional(100 * reading.standardError),
        ] + values(without.atDeadline.p50, with.atDeadline.p50, reading.difference, scale: with.display.scale)
    }

    private static func values(
        _ without: Double, _ with: Double, _ difference: Summary?, scale: Double
    ) -> [DataTable.Cell] {
        [without, with, difference?.mean, difference?.p5, difference?.p50, difference?.p95].map {
            .optional($0.map { $0 * scale })
        }
    }
}
