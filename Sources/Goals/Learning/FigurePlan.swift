import Projection
import Scenarios

/// The published figures of a scenario that a run learns from, by year, and those that it leaves alone.
struct FigurePlan: Sendable {
    let figures: [LearnedFigure]
    /// Figures of learned series that say nothing new.
    let excluded: [ExcludedFigure]

    var years: [Int] { Set(figures.map(\.year)).sorted() }

    func figures(of year: Int) -> [LearnedFigure] { figures.filter { $0.year == year } }

    init(_ model: Model) throws {
        let scenario = model.scenario
        var figures: [LearnedFigure] = []
        var excluded: [ExcludedFigure] = []
        func add(
            _ series: [ObservedSeries], _ indicator: Indicator, subject: (String, String?),
            evaluator: @autoclosure () throws -> IndicatorEvaluator, baseline: Bool
        ) throws {
            for series in series {
                guard let rule = series.learning else { continue }
                let evaluator = try evaluator()
                for point in series.points
                where point.year >= scenario.start + evaluator.firstYear {
                    let builtIn =
                        point.year == scenario.start && (baseline || indicator.startIsKnown(in: scenario))
                    let isLate = point.year > scenario.end
                    if let reason = point.exclusion ?? (builtIn ? .builtIn : isLate ? .afterTheEnd : nil) {
                        excluded.append(
                            ExcludedFigure(
                                indicator: rule.indicator, subject: subject.0, subjectChinese: subject.1, point: point,
                                display: indicator.display(in: model), reason: reason))
                    } else if let figure = LearnedFigure(
                        point, rule: rule, indicator: indicator, subject: subject, evaluator: evaluator, model: model)
                    {
                        figures.append(figure)
                    }
                }
            }
        }
        for target in scenario.targets {
            for reading in target.readings {
                try add(
                    reading.observed, reading.indicator, subject: (target.name, target.nameChinese),
                    evaluator: IndicatorEvaluator(
                        reading.indicator, target: target.id, reading: reading.id, model: model),
                    baseline: reading.baseline != nil)
            }
        }
        for tracked in scenario.tracked {
            try add(
                tracked.observed, tracked.indicator, subject: (tracked.name, tracked.nameChinese),
                evaluator: IndicatorEvaluator(tracked.indicator, target: "", reading: "", model: model),
                baseline: false)
        }
        // Sorted, so that the order in which a scenario lists its figures does not matter.
        self.figures = figures.sorted { ($0.year, $0.indicator, $0.rule.file) < ($1.year, $1.indicator, $1.rule.file) }
        self.excluded = excluded.sorted { ($0.point.year, $0.indicator) < ($1.point.year, $1.indicator) }
    }
}

extension Indicator {
    /// Whether the scenario states the quantity's value in the base year itself.
    fileprivate func startIsKnown(in scenario: Scenario) -> Bool {
        func portfolio(_ id: String) -> PortfolioSpecification? { scenario.portfolios.first { $0.id == id } }
        switch self {
        case .cumulative: return true
        case .unit(let unit, let id): return portfolio(id)?.units.first { $0.id == unit }?.output != nil
        case .count(let id, let over, _): return portfolio(id)?.known.contains { $0.threshold == over } ?? false
        case .total(let id): return portfolio(id)?.total != nil
        // The economy of the base year is the table's, moved to control totals: nothing of it is uncertain.
        case .share, .level, .satellite: return true
        case .growth: return false
        }
    }
}
