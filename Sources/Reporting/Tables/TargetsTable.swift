import Goals
import Scenarios

/// `targets.csv`, and what `--format csv|json` prints: one row per target and reading.
public enum TargetsTable {
    static let columns =
        [
            "scenario", "region", "target", "target_name", "target_name_zh", "reading", "reading_name", "headline",
            "headline_reason", "source", "goal", "comparator", "goal_value", "goal_upper", "unit", "deadline",
            "deadline_earliest", "deadline_latest", "by_any_year", "since", "verdict", "odds", "odds_standard_error",
            "odds_bound", "members", "readings_disagree", "odds_by_deadline", "latest_value", "latest_year",
            "latest_quality", "latest_is_modelled",
        ] + Summary.statisticNames.map { "deadline_" + $0 } + [
            "gap_to_median", "required_growth_percent_per_year", "required_increase_per_year",
            "growth_since_percent_per_year", "projected_growth_percent_per_year", "eurostat_ratio", "eurostat_class",
            "un2023_ratio", "un2023_class", "outside_view_years", "outside_view_windows", "outside_view_achieved",
            "outside_view_periods",
            "outside_view_panel", "outside_view_size", "outside_view_factor", "outside_view_disagreement",
            "outside_view_note",
            "median_crossing_year", "crossed_by", "count_probabilities", "drivers", "explained_share",
            "explained_by_unverified_share", "quality", "note",
        ]

    /// Values are in the reading's display unit, named in `unit`; growth in percent a year; odds and shares as fractions.
    ///
    /// Lists within a cell: `crossed_by` and `odds_by_deadline` are `year:share|…`, `count_probabilities`
    /// is `number:probability|…`, `drivers` is `name:share of variance:quality|…`, largest first,
    /// `outside_view_periods` is `first-last:achieved/windows|…`, latest first. The outside view counts windows of
    /// `outside_view_years`: as many as are left from the latest value to the deadline, or the most that the panel has.
    public static func table(of results: [ScenarioResult]) -> DataTable {
        var table = DataTable(columns: columns)
        for result in results {
            for target in result.targets {
                for reading in target.readings { table.append(row(reading, of: target, in: result.scenario)) }
            }
        }
        return table
    }

    private static func row(
        _ result: ReadingResult, of target: TargetResult, in scenario: Scenario
    ) -> [DataTable.Cell] {
        identity(result.reading, of: target.target, in: scenario) + goal(of: target.target, display: result.display)
            + verdict(result, of: target) + state(result) + progress(result)
    }

    private static func identity(
        _ reading: Reading, of target: Target, in scenario: Scenario
    ) -> [DataTable.Cell] {
        [
            .text(scenario.id), .text(scenario.region), .text(target.id), .text(target.name),
            .optional(target.nameChinese), .text(reading.id), .optional(reading.name), .boolean(reading.isHeadline),
            .optional(reading.reason), .optional(target.source),
        ]
    }

    private static func goal(of target: Target, display: Display) -> [DataTable.Cell] {
        [
            .text(target.goal.text), .text(target.goal.comparator.rawValue),
            .number(target.goal.value * display.scale), .optional(target.goal.upper.map { $0 * display.scale }),
            .text(display.iamcUnit), .integer(target.deadline), .optional(target.deadlineRange?.lowerBound),
            .optional(target.deadlineRange?.upperBound), .boolean(target.byAnyYear), .optional(target.since),
        ]
    }

    private static func verdict(_ result: ReadingResult, of target: TargetResult) -> [DataTable.Cell] {
        [
            .text(result.verdict.rawValue), .number(result.odds.probability), .optional(result.odds.standardError),
            .optional(result.odds.bound), .integer(result.odds.members), .boolean(!target.disagreeing.isEmpty),
            list(result.oddsByDeadline.map { "\($0.year):\(digits($0.odds.probability))" }),
        ]
    }

    private static func state(_ result: ReadingResult) -> [DataTable.Cell] {
        let scale = result.display.scale
        return [
            .optional(result.latest.value * scale), .integer(result.latest.year),
            .text(result.latest.quality.rawValue), .boolean(result.latest.isModelled),
        ] + result.atDeadline.named.map { .optional($0.value * scale) } + [.optional(result.gap * scale)]
    }

    private static func progress(_ result: ReadingResult) -> [DataTable.Cell] {
        func percent(_ fraction: Double?) -> DataTable.Cell { .optional(fraction.map { 100 * $0 }) }
        return [
            percent(result.requiredGrowth), .optional(result.requiredIncrease.map { $0 * result.display.scale }),
            percent(result.growthSince), percent(result.projectedGrowth),
            .optional(result.eurostat?.ratio), .optional(result.eurostat?.label),
            .optional(result.unitedNations?.ratio), .optional(result.unitedNations?.label),
        ] + outsideView(result.outsideView) + [
            .optional(result.medianCrossing), list(result.crossedBy.map { "\($0.year):\(digits($0.share))" }),
            list(result.countProbabilities.enumerated().map { "\($0.offset):\(digits($0.element))" }),
            list(result.drivers.map { "\($0.name):\(digits($0.share)):\($0.quality?.rawValue ?? "")" }),
            .optional(result.explained), .optional(result.explainedByUnverified), .text(result.quality.rawValue),
            .optional(result.reading.note),
        ]
    }

    private static func outsideView(_ result: OutsideViewResult?) -> [DataTable.Cell] {
        let panel: ReferencePanel
        switch result?.reference {
        case nil: return [DataTable.Cell](repeating: .empty, count: 9)
        case .nothing(let reason, _): return [DataTable.Cell](repeating: .empty, count: 8) + [.text(reason)]
        case .panel(let reference): panel = reference
        }
        let view = result?.view
        let periods = view?.periods.reversed().map { "\($0.first)-\($0.last):\($0.achieved)/\($0.windows)" } ?? []
        return [
            .optional(view?.years), .optional(view?.count), .optional(view?.achieved), list(periods), .text(panel.name),
            .optional(panel.size), .number(panel.factor), .optional(result?.disagreement?.rawValue),
            .optional(panel.note),
        ]
    }

    private static func list(_ items: [String]) -> DataTable.Cell {
        items.isEmpty ? .empty : .text(items.joined(separator: "|"))
    }

    private static func digits(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : value.description
    }
}

extension Odds {
    /// What the members can tell where none or all of them reach the goal: `< 1/M` or `> 1 - 1/M`; else nil.
    var bound: String? {
        if probability <= 0 { return "< \(1 / Double(members))" }
        if probability >= 1 { return "> \(1 - 1 / Double(members))" }
        return nil
    }
}
