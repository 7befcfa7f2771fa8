import Goals
import Scenarios

/// `requirements.csv`: what each target would take, one row per line.
public enum RequirementsTable {
    static let columns = [
        "scenario", "region", "target", "reading", "goal", "deadline", "verdict", "requirement", "about", "unit",
        "needed_p5", "needed_p50", "needed_p95", "available", "available_p5", "available_p50", "available_p95", "ratio",
        "limit", "contradiction", "finding", "growth_of_rest_percent_per_year", "start_p5", "start_p50", "start_p95",
        "quality", "source",
    ]

    /// P5 and P95 of what is needed are those of the one uncertain parameter in it, all else at its median; those of
    /// what is available are the projection's. `ratio` is of the medians. `limit` says that there cannot be more;
    /// `contradiction` that the median need is above the P95 of such a limit. Nothing is written for targets that are
    /// met, and for ceilings. `available` says of what: an amount of the scenario by its id, else `region`, or the region of
    /// the table where that is another. Its figures are left out where they would only restate the goal.
    public static func table(of results: [ScenarioResult]) -> DataTable {
        var table = DataTable(columns: columns)
        for result in results {
            let words = RequirementWords(scenario: result.scenario, language: .english)
            for target in result.requirements {
                for line in target.lines { table.append(row(line, of: target, in: result.scenario, words)) }
            }
        }
        return table
    }

    private static func row(
        _ line: Requirement, of target: TargetRequirements, in scenario: Scenario, _ words: RequirementWords
    ) -> [DataTable.Cell] {
        func three(_ range: Requirement.Range?) -> [DataTable.Cell] {
            [range?.p5, range?.p50, range?.p95].map { .optional($0.map { $0 * line.scale }) }
        }
        let (id, about) = identity(line.kind)
        return [
            .text(scenario.id), .text(scenario.region), .text(target.target.id), .text(target.target.headline.id),
            .text(target.target.goal.text), .integer(target.target.deadline), .text(target.verdict.rawValue),
            .text(id), about, .text(line.unit),
        ] + three(line.needed) + [.text(line.against?.id ?? scenario.foreignTableRegion ?? "region")]
            + three(line.available) + [
                .optional(line.ratio), .boolean(line.isLimit), .boolean(line.isContradiction),
                .optional(words.finding(line)), .optional(line.growthOfRest.map { 100 * $0 }),
            ] + three(line.start) + [.text(line.quality.rawValue), .text(line.source)]
    }

    private static func identity(_ kind: Requirement.Kind) -> (String, DataTable.Cell) {
        switch kind {
        case .growth: ("growth", .empty)
        case .investment: ("investment", .empty)
        case .research: ("research", .empty)
        case .satellite(let id): ("satellite", .text(id))
        case .sectors(let whole): ("sectors", whole.map { .text($0) } ?? .empty)
        case .sector(let code): ("sector", .text(code))
        case .land: ("land", .empty)
        case .landPerUnit: ("land_per_unit", .empty)
        case .unit(let rank): ("unit_of_rank", .integer(rank))
        case .units: ("number_of_units", .empty)
        case .otherUnits(let count): ("other_units", .integer(count))
        }
    }
}
