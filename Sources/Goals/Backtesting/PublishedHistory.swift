import Panels
import Projection
import Scenarios

/// The published series of a scenario as a panel, on a scale on which their errors can be averaged.
///
/// A series is the first of each target reading and each followed quantity; plans and bounds are not what happened and
/// do not enter, nor does what counts something else than the base year's figures. Values are transformed (levels in
/// logarithms, shares in logits, growth as ln(1 + g), counts as they are) and divided by the series' mean absolute
/// yearly change up to the base year: an error of 1 is what changes in a usual year.
struct PublishedHistory {
    struct Series {
        let id: String
        let name: String
        let nameChinese: String?
        let display: Display
        let evaluator: IndicatorEvaluator
        let scale: LearnedFigure.Scale
        let points: [ObservedSeries.Point]
        /// The scenario states the numbers itself, as the plan of what will ever have been listed.
        let isSchedule: Bool
        /// Mean absolute yearly change up to the base year, on the scale.
        var unit = 1.0

        /// On the panel's scale.
        func standard(_ value: Double) -> Double { scale.transformed(value) / unit }

        func natural(_ standard: Double) -> Double { scale.natural(standard * unit) }
    }

    /// In the order of the panel's regions.
    let series: [Series]
    let panel: Panel
    /// Series with figures after the base year that are not scored.
    let leftOut: [ScenarioBacktest.LeftOut]

    /// Nil where no series has figures after the base year and enough before.
    init?(of model: Model) throws {
        let scenario = model.scenario
        var kept: [Series] = []
        var leftOut: [ScenarioBacktest.LeftOut] = []
        for var series in try Self.all(of: model) where series.points.contains(where: { $0.year > scenario.start }) {
            let known = series.points.filter { $0.year <= scenario.start }
            let changes = zip(known, known.dropFirst()).map {
                abs(series.scale.transformed($1.value) - series.scale.transformed($0.value))
            }
            let years = (known.last?.year ?? 0) - (known.first?.year ?? 0)
            let unit = changes.reduce(0, +) / Double(max(years, 1))
            if series.isSchedule || changes.count < 2 || unit == 0 {
                leftOut.append(
                    .init(
                        name: series.name, nameChinese: series.nameChinese,
                        reason: series.isSchedule ? .schedule : .tooFewFigures))
                continue
            }
            series.unit = unit
            kept.append(series)
        }
        let years = kept.flatMap { $0.points.map(\.year) }
        guard let first = years.min(), let last = years.max() else { return nil }
        series = kept
        self.leftOut = leftOut
        panel = try Panel(
            name: scenario.name, unit: "mean yearly changes", regions: kept.map(\.id), years: Array(first...last),
            values: kept.map { series in
                (first...last).map { year in
                    series.points.first { $0.year == year }.map { series.standard($0.value) }
                }
            })
    }

    private static func all(of model: Model) throws -> [Series] {
        let scenario = model.scenario
        var all: [Series] = []
        func add(
            _ id: String, _ name: String, _ chinese: String?, _ indicator: Indicator, _ observed: [ObservedSeries],
            target: String, reading: String
        ) throws {
            guard let first = observed.first, first.learning?.sense ?? .value == .value else { return }
            let isSchedule = if case .cumulative = indicator { true } else { false }
            all.append(
                Series(
                    id: id, name: name, nameChinese: chinese, display: indicator.display(in: model),
                    evaluator: try IndicatorEvaluator(indicator, target: target, reading: reading, model: model),
                    scale: .init(indicator.dimension),
                    points: first.points.filter { $0.year <= scenario.end && $0.exclusion != .otherDefinition }
                        .sorted { $0.year < $1.year }, isSchedule: isSchedule))
        }
        for target in scenario.targets {
            for reading in target.readings {
                try add(
                    target.readings.count == 1 ? target.id : "\(target.id)/\(reading.id)", target.name,
                    target.nameChinese, reading.indicator, reading.observed, target: target.id, reading: reading.id)
            }
        }
        for tracked in scenario.tracked {
            try add(
                tracked.id, tracked.name, tracked.nameChinese, tracked.indicator, tracked.observed, target: "",
                reading: "")
        }
        return all
    }
}
