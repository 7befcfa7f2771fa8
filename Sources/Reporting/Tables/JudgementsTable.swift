import Goals
import Scenarios

/// `judgements.csv`: odds, verdict and outcome with and without each judgement, per target and reading.
public enum JudgementsTable {
    static let columns = [
        "scenario", "judgements", "name", "because", "target", "target_name", "target_name_zh", "reading", "headline",
        "goal", "unit", "deadline", "odds_without", "odds_with", "odds_difference_points",
        "odds_difference_standard_error_points", "verdict_without", "verdict_with", "p50_without", "p50_with",
        "difference_mean", "difference_p5", "difference_p50", "difference_p95",
    ]

    /// `judgements` is the id of a lever, or those of all, separated by `|`, for what they do together. Differences
    /// are with less without, of paired members; values in the reading's unit, odds as fractions.
    public static func table(of result: ScenarioResult) -> DataTable {
        var table = DataTable(columns: columns)
        for judgement in result.judgements {
            let lever = judgement.isTogether ? nil : judgement.levers[0]
            let identity: [DataTable.Cell] = [
                .text(result.scenario.id), .text(judgement.levers.map(\.id).joined(separator: "|")),
                .optional(lever?.name), .optional(lever?.because),
            ]
            for target in judgement.targets {
                for reading in target.readings { table.append(identity + row(reading, of: target.target)) }
            }
        }
        return table
    }

    private static func row(_ judged: JudgedReading, of target: Target) -> [DataTable.Cell] {
        let (with, without) = (judged.with, judged.without)
        let identity: [DataTable.Cell] = [
            .text(target.id), .text(target.name), .optional(target.nameChinese), .text(with.reading.id),
            .boolean(with.reading.isHeadline), .text(target.goal.text), .text(with.display.iamcUnit),
            .integer(target.deadline),
        ]
        let odds: [DataTable.Cell] = [
            .optional(without.odds.probability), .optional(with.odds.probability),
            .optional(100 * judged.oddsDifference), .optional(100 * judged.standardError),
            .text(without.verdict.rawValue), .text(with.verdict.rawValue),
        ]
        let difference = judged.difference
        let values = [
            without.atDeadline.p50, with.atDeadline.p50, difference?.mean, difference?.p5, difference?.p50,
            difference?.p95,
        ]
        return identity + odds + values.map { .optional($0.map { $0 * with.display.scale }) }
    }
}
