import Goals
import Scenarios

/// `themes.csv`: named industries, one row each; and the path of each by year.
public enum ThemesTable {
    private static let quantiles = ["p5", "p50", "p95"]
    static let columns =
        [
            "scenario", "region", "theme", "name", "name_zh", "kind", "targets", "commitments", "goal", "start", "end",
        ] + quantiles.map { "growth_\($0)_percent_per_year" } + quantiles.map { "volume_growth_\($0)_percent_per_year" }
        + quantiles.map { "index_\($0)" } + quantiles.map { "volume_index_\($0)" } + [
            "size_year", "size_100m_cny", "size_is_floor", "size_quality", "size_source", "size_note",
        ] + quantiles.map { "size_end_\($0)_100m_cny" } + [
            "doubling_growth_percent_per_year", "doubling_odds", "doubling_odds_standard_error", "members",
            "sector_weights", "weights_quality", "weights_basis", "inputs_per_yuan", "leakage_per_yuan",
            "value_added_per_yuan",
        ] + quantiles.map { "doubling_investment_\($0)_percent_of_output_per_year" } + ["published_elsewhere"]

    /// `goal` says whether a target names the industry; `targets` and `commitments` name who does.
    ///
    /// Indices are 1 in `start` and stand for `end`; growth is the mean a year between them, at current prices unless it
    /// says volume. Lists within a cell: `sector_weights` is `sector:weight|…`, `inputs_per_yuan` is `sector:input:part of
    /// it from outside the region|…`, direct and indirect, largest first, per yuan of final demand for the industry;
    /// leakage and value added of that yuan add up to 1. The investment that goes with doubling is net, a year, in percent
    /// of the output of `start`. `published_elsewhere` are numbers of others than the programme.
    public static func table(of results: [ScenarioResult]) -> DataTable {
        var table = DataTable(columns: columns)
        for result in results {
            for theme in result.themes {
                table.append(
                    identity(theme, result.scenario) + outlook(theme) + size(theme) + background(theme) + [
                        elsewhere(theme, result.scenario)
                    ])
            }
        }
        return table
    }

    /// Year, quantiles of the index at current prices, of the volume, and of the size where one is published.
    static func path(of theme: ThemeResult) -> DataTable {
        let names = Summary.statisticNames.dropFirst()
        var table = DataTable(
            columns: ["year"] + names + quantiles.map { "volume_\($0)" }
                + (theme.size == nil ? [] : quantiles.map { "size_\($0)" } + ["size_published"]))
        for (offset, index) in theme.index.enumerated() {
            var cells: [DataTable.Cell] = [.integer(theme.start + offset)] + index.quantiles.map { .optional($0.value) }
            cells += three(theme.volume[offset])
            if let size = theme.size, let published = theme.theme.size {
                cells += three(size[offset])
                cells.append(published.year == theme.start + offset ? .number(published.value) : .empty)
            }
            table.append(cells)
        }
        return table
    }

    private static func identity(_ result: ThemeResult, _ scenario: Scenario) -> [DataTable.Cell] {
        let theme = result.theme
        return [
            .text(scenario.id), .text(scenario.region), .text(theme.id), .text(theme.name),
            .optional(theme.nameChinese), .optional(theme.kind), .text(result.targets.joined(separator: "|")),
            .text(result.commitments.joined(separator: "|")),
            .text(result.targets.isEmpty ? "no quantified target" : "see the target"), .integer(result.start),
            .integer(result.end),
        ]
    }

    private static func outlook(_ theme: ThemeResult) -> [DataTable.Cell] {
        func rates(_ growth: ThemeResult.Growth) -> [DataTable.Cell] {
            [growth.p5, growth.p50, growth.p95].map { .optional(100 * $0) }
        }
        return rates(theme.growth) + rates(theme.volumeGrowth) + three(theme.index.last) + three(theme.volume.last)
    }

    private static func size(_ theme: ThemeResult) -> [DataTable.Cell] {
        let size = theme.theme.size
        return [
            .optional(size?.year), .optional(size?.value), size.map { .boolean($0.isFloor) } ?? .empty,
            .optional(size?.quality.rawValue), .optional(size?.source),
            .optional(size?.note),
        ] + three(theme.size?.last)
    }

    private static func background(_ theme: ThemeResult) -> [DataTable.Cell] {
        let sectors = theme.leadingSectors.map { "\(theme.sectors[$0.sector].code):\($0.weight)" }
        let inputs = theme.suppliers.map { "\(theme.sectors[$0.sector].code):\($0.input):\($0.fromOutside)" }
        return [
            .optional(100 * theme.doublingGrowth), .number(theme.doublingOdds.probability),
            .optional(theme.doublingOdds.standardError), .integer(theme.doublingOdds.members),
            .text(sectors.joined(separator: "|")), .text(Quality.u.rawValue), .optional(theme.theme.basis),
            .text(inputs.joined(separator: "|")), .number(theme.leakage), .number(theme.valueAdded),
        ]
            + [theme.doublingInvestment?.p5, theme.doublingInvestment?.p50, theme.doublingInvestment?.p95]
            .map { .optional($0.map { 100 * $0 }) }
    }

    /// `label: >=600 100m CNY in 2025 (C)|…`: numbers that others than the programme state.
    private static func elsewhere(_ result: ThemeResult, _ scenario: Scenario) -> DataTable.Cell {
        let figures = scenario.commitments.filter { $0.themes == [result.theme.id] }.flatMap(\.published)
        let texts = figures.flatMap { figures in
            figures.points.map { point in
                let value =
                    switch point.measure {
                    case .money: "\(point.value) 100m CNY"
                    case .percentage: "\(point.value * 100)%"
                    case .number: "\(point.value)"
                    }
                return "\(figures.label): \(figures.isFloor ? ">=" : "")\(value) in \(point.year)"
                    + " (\(point.quality.rawValue))"
            }
        }
        return .optional(texts.isEmpty ? nil : texts.joined(separator: "|"))
    }

    private static func three(_ summary: Summary?) -> [DataTable.Cell] {
        [summary?.p5, summary?.p50, summary?.p95].map { .optional($0) }
    }
}
