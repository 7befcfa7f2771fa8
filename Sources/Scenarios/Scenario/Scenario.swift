/// A scenario file, read, merged with what it extends, checked, and turned into
/// values in canonical units. Nothing in it refers to YAML any more.
///
/// Canonical units: money in 亿元 (100 million yuan), rates and shares as
/// fractions (5% is 0.05; a growth rate of x% a year is kept as x/100 and
/// enters the model as the log change ln(1 + x)), counts as plain numbers.
public struct Scenario: Sendable {
    /// File name without extension, e.g. `platforms`.
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var region: String
    public var regionChinese: String?
    /// Chinese names by id of what has none of its own: groups, controls, price rules, relative growths.
    public var namesChinese: [String: String]
    public var note: String?
    /// Base year of the economy.
    public var start: Int
    /// Last projected year.
    public var end: Int
    public var members: Int?
    public var seed: UInt64?
    public var sectors: [Sector]
    /// Named sector groups, in the order of their definition. Every sector and
    /// every distinct `group` of the sector file is a group as well.
    public var groups: [SectorGroup]
    public var economy: EconomySpecification
    public var portfolios: [PortfolioSpecification]
    public var levers: [Lever]
    public var targets: [Target]
    /// Quantities without a goal that are followed beside published figures.
    public var tracked: [TrackedIndicator]
    public var commitments: [Commitment]
    /// The named industries that targets and commitments are about, in the order of first mention.
    public var themes: [Theme]
    /// What a path to a goal takes, and what there is; nil where the scenario does not say.
    public var requirements: RequirementInputs?
    /// Errors of published figures; nil where the scenario does not say.
    public var observationErrors: ObservationErrors?
    /// Every file that was read, in order of first reading, the scenario first.
    public var inputs: [InputFile]
    /// The merged tree as YAML text, for `run.json`.
    public var resolvedYAML: String

    /// The group with an id, or nil if the scenario has none of that name.
    public func group(_ id: String) -> SectorGroup? { groups.first { $0.id == id } }

    /// The region of the table where it is another than the scenario's own; nil where it is the same or not said.
    public var foreignTableRegion: String? { economy.tableRegion.flatMap { $0 == region ? nil : $0 } }
}

extension Scenario {
    /// The scenario as it stood when nothing was known of the years after `year`: published figures and price changes of
    /// later years are left out.
    public func asKnown(in year: Int) -> Scenario {
        var scenario = self
        func known(_ series: [ObservedSeries]) -> [ObservedSeries] {
            series.map { series in
                var series = series
                series.points.removeAll { $0.year > year }
                return series
            }
        }
        for target in scenario.targets.indices {
            for reading in scenario.targets[target].readings.indices {
                scenario.targets[target].readings[reading].observed =
                    known(scenario.targets[target].readings[reading].observed)
            }
        }
        for index in scenario.tracked.indices {
            scenario.tracked[index].observed = known(scenario.tracked[index].observed)
        }
        scenario.requirements = scenario.requirements?.asKnown(in: year)
        return scenario.withoutPrices(after: year)
    }

    /// The scenario without published price changes of years after the base year, which else are imposed.
    public func withoutLaterPrices() -> Scenario { withoutPrices(after: start) }

    private func withoutPrices(after year: Int) -> Scenario {
        var scenario = self
        for index in scenario.economy.prices.indices {
            scenario.economy.prices[index].observed.removeAll { $0.year > year }
        }
        return scenario
    }
}
