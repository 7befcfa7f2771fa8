import Goals
import Scenarios

/// `levers.csv`: what each lever adds to each outcome, tidy.
public enum LeversTable {
    static let columns = [
        "scenario", "outcome", "name", "name_zh", "reading", "headline", "year", "goal", "unit", "p50_without", "gap",
        "lever", "lever_name", "lever_name_zh", "row", "added_mean", "added_p5", "added_p95", "share_of_gap_percent",
        "money", "added_100m_yuan_mean", "added_100m_yuan_p5", "added_100m_yuan_p95", "odds_without",
        "odds_without_bound", "odds_difference_points", "odds_difference_standard_error_points",
    ]

    /// A row per outcome and lever (`row` is `lever`), then one for all of them (`together`) and what these add
    /// beyond the sum of each alone (`interaction`: means only). Differences are with less without, of paired members,
    /// in the outcome's unit; `money` says what the amounts in 亿元 are of. Odds are fractions; where none or all of the
    /// members meet the goal, the bound says what their number can tell.
    public static func table(of result: LeverTestResult) -> DataTable {
        var table = DataTable(columns: columns)
        for outcome in result.outcomes {
            let identity = [.text(result.scenario.id)] + identity(of: outcome)
            for effect in outcome.effects { table.append(identity + row(effect, of: outcome)) }
        }
        return table
    }

    private static func identity(of outcome: LeverOutcome) -> [DataTable.Cell] {
        let scale = outcome.display.scale
        let rest: [DataTable.Cell] = [
            .text(outcome.display.iamcUnit), .optional(outcome.without.p50 * scale),
            .optional(outcome.gap.map { $0 * scale }),
        ]
        switch outcome.subject {
        case .target(let target, let reading):
            return [
                .text(target.id), .text(target.name), .optional(target.nameChinese), .text(reading.id),
                .boolean(reading.isHeadline), .integer(outcome.year), .text(target.goal.text),
            ] + rest
        case .theme(let theme):
            return [
                .text(theme.id), .text(theme.name), .optional(theme.nameChinese), .empty, .empty,
                .integer(outcome.year), .empty,
            ] + rest
        case .valueAdded:
            return [
                .text("value-added"), .text(LeverLabel.valueAdded.texts.english),
                .text(LeverLabel.valueAdded.texts.chinese), .empty, .empty, .integer(outcome.year), .empty,
            ] + rest
        }
    }

    private static func row(_ effect: LeverEffect, of outcome: LeverOutcome) -> [DataTable.Cell] {
        let scale = outcome.display.scale
        let source: [DataTable.Cell] =
            switch effect.source {
            case .lever(let lever):
                [.text(lever.id), .optional(lever.name), .optional(lever.nameChinese), .text("lever")]
            case .together: [.empty, .empty, .empty, .text("together")]
            case .interaction: [.empty, .empty, .empty, .text("interaction")]
            }
        func cells(_ change: LeverEffect.Change?, _ scale: Double) -> [DataTable.Cell] {
            [change?.mean, change?.p5, change?.p95].map { .optional($0.map { $0 * scale }) }
        }
        return source + cells(effect.outcome, scale)
            + [.optional(outcome.shareOfGap(effect).map { 100 * $0 }), name(of: outcome.money)]
            + cells(effect.money, 1)
            + [
                .optional(outcome.oddsWithout?.probability), .optional(outcome.oddsWithout?.bound),
                .optional(effect.oddsDifference.map { 100 * $0 }),
                .optional(effect.standardError.map { 100 * $0 }),
            ]
    }

    private static func name(of money: LeverOutcome.Money) -> DataTable.Cell {
        switch money {
        case .outcome: .text("outcome")
        case .valueAdded(let group): .text("value added of \(group)")
        case .output(let group): .text("output of \(group)")
        case .total(let portfolio): .text("total of \(portfolio)")
        case .none: .empty
        }
    }
}
