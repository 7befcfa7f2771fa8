import Goals
import Scenarios

/// The files of `milepost track`.
public enum TrackTables {
    /// `track.csv`: one row per point in time, target and reading.
    ///
    /// `vintage` is `prior` or the year whose figures came last. Values are in the reading's display unit; odds are
    /// fractions, growth is in percent a year.
    public static func track(_ result: TrackResult) -> DataTable {
        var table = DataTable(
            columns: [
                "scenario", "region", "vintage", "target", "target_name", "reading", "headline", "goal", "unit",
                "deadline", "verdict", "odds", "odds_standard_error",
            ] + Summary.statisticNames.map { "deadline_" + $0 } + [
                "latest_value", "latest_year", "required_growth_percent_per_year", "required_increase_per_year",
                "effective_members",
            ])
        for step in result.steps {
            for target in step.result.targets {
                for reading in target.readings { table.append(row(of: reading, of: target.target, at: step)) }
            }
        }
        return table
    }

    private static func row(
        of reading: ReadingResult, of target: Target, at step: TrackResult.Step
    ) -> [DataTable.Cell] {
        let (scenario, scale, members) = (step.result.scenario, reading.display.scale, step.result.members)
        let identity: [DataTable.Cell] = [
            .text(scenario.id), .text(scenario.region), .text(vintage(step)), .text(target.id), .text(target.name),
            .text(reading.reading.id), .boolean(reading.reading.isHeadline), .text(target.goal.text),
            .text(reading.display.iamcUnit), .integer(target.deadline),
        ]
        let odds: [DataTable.Cell] = [
            .text(reading.verdict.rawValue), .number(reading.odds.probability), .number(reading.odds.standardError),
        ]
        let need: [DataTable.Cell] = [
            .optional(reading.latest.value * scale), .integer(reading.latest.year),
            .optional(reading.requiredGrowth.map { 100 * $0 }), .optional(reading.requiredIncrease.map { $0 * scale }),
            .number(step.result.learning?.effectiveMembers(of: members) ?? Double(members)),
        ]
        return identity + odds + reading.atDeadline.named.map { .optional($0.value * scale) } + need
    }

    private static func vintage(_ step: TrackResult.Step) -> String { step.year.map { String($0) } ?? "prior" }

    /// `innovations.csv`: one row per published figure of a learned series.
    ///
    /// `status` is `learned`, or why not. `surprise_sd` is (observed − expected) over the sd of prediction and error
    /// together, for levels, shares and rates; `chance` is what counts and bounds had been given. `moved_inputs` is
    /// `name:sd|…`, in sd of what was thought before; `moved_targets` is `id:change of the median|…`, money in 亿元, shares
    /// and rates as fractions.
    public static func innovations(_ vintages: [LearningReport.Vintage], excluded: [ExcludedFigure]) -> DataTable {
        var table = DataTable(columns: [
            "year", "indicator", "quantity", "sense", "status", "unit", "observed", "low", "high", "error_sd",
            "expected_p5", "expected_p50", "expected_p95", "surprise_sd", "chance", "moved_inputs", "moved_targets",
            "quality", "source", "note",
        ])
        for vintage in vintages {
            for figure in vintage.figures { table.append(row(of: figure, year: vintage.year)) }
        }
        for figure in excluded {
            let (scale, point) = (figure.display.scale, figure.point)
            table.append([
                .integer(point.year), .text(figure.indicator), .text(figure.subject), .empty,
                .text(figure.reason.rawValue), .text(figure.display.iamcUnit), .number(point.value * scale),
                .optional(point.low.map { $0 * scale }), .optional(point.high.map { $0 * scale }), .empty, .empty,
                .empty,
                .empty, .empty, .empty, .empty, .empty, .text(point.quality.rawValue), .text(point.source),
                .optional(point.note),
            ])
        }
        return table
    }

    private static func row(of figure: FigureResult, year: Int) -> [DataTable.Cell] {
        let (scale, point) = (figure.display.scale, figure.point)
        let inputs = figure.moved.map { "\($0.input):\(HumanNumber.fixed($0.deviations, decimals: 3))" }
        let targets = figure.movedTargets.map { "\($0.target):\($0.change)" }
        return [
            .integer(year), .text(figure.indicator), .text(figure.subject), .text(figure.sense.rawValue),
            .text("learned"), .text(figure.display.iamcUnit), .number(point.value * scale),
            .optional(point.low.map { $0 * scale }), .optional(point.high.map { $0 * scale }),
            .optional(figure.error.map { $0 * scale }), .optional(figure.predicted.p5 * scale),
            .optional(figure.predicted.p50 * scale), .optional(figure.predicted.p95 * scale),
            .optional(figure.surprise), .optional(figure.chance), .text(inputs.joined(separator: "|")),
            .text(targets.joined(separator: "|")), .text(point.quality.rawValue), .text(point.source),
            .optional(point.note),
        ]
    }

    /// `next-figures.csv`: what each unpublished figure would tell of each target.
    public static func next(_ figures: [NextFigure]) -> DataTable {
        var table = DataTable(columns: [
            "figure", "year", "unit", "expected_p5", "expected_p50", "expected_p95", "target", "range_cut_percent",
            "verdict_settled_percent",
        ])
        for figure in figures {
            let scale = figure.display.scale
            for effect in figure.effects {
                table.append([
                    .text(figure.subject), .integer(figure.year), .text(figure.display.iamcUnit),
                    .optional(figure.expected.p5 * scale), .optional(figure.expected.p50 * scale),
                    .optional(figure.expected.p95 * scale), .text(effect.target), .number(100 * effect.rangeCut),
                    .optional(effect.verdictResolved.map { 100 * $0 }),
                ])
            }
        }
        return table
    }

    /// `charts/odds-history.csv`: one row per point in time, a column of odds per headline reading.
    static func history(_ result: TrackResult) -> DataTable {
        let targets = result.last.targets.map(\.target.id)
        var table = DataTable(columns: ["vintage"] + DataTable.distinct(targets, besides: ["vintage"]))
        for step in result.steps {
            table.append(
                [.text(vintage(step))]
                    + targets.map { id in
                        .optional(
                            step.result.targets.first { $0.target.id == id }?.headline.odds.probability)
                    })
        }
        return table
    }

    /// `charts/history-TARGET.csv`: how the range at the deadline has narrowed, beside the goal.
    static func history(of target: Target, in result: TrackResult) -> DataTable {
        var table = DataTable(columns: ["vintage", "p5", "p25", "p50", "p75", "p95", "goal"])
        for step in result.steps {
            guard let reading = step.result.targets.first(where: { $0.target.id == target.id })?.headline else {
                continue
            }
            let (summary, scale) = (reading.atDeadline, reading.display.scale)
            table.append(
                [.text(vintage(step))]
                    + [summary.p5, summary.p25, summary.p50, summary.p75, summary.p95, target.goal.value].map {
                        .optional($0 * scale)
                    })
        }
        return table
    }
}
