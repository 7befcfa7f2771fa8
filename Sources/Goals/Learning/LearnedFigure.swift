import Projection
import RealModule
import Sampling
import Scenarios

/// A published figure bound to a model: what the model says of it, and how likely it is given that.
struct LearnedFigure: Sendable {
    /// e.g. `gdp` of `controls-2023.csv`: names the figure, and keys its error.
    let indicator: String
    /// What the scenario calls the quantity.
    let subject: String
    let subjectChinese: String?
    let year: Int
    let point: ObservedSeries.Point
    let rule: LearningRule
    let evaluator: IndicatorEvaluator
    let display: Display
    let scale: Scale
    let likelihood: Likelihood
    /// Whether a normal figure depends on the draws in a way that is far from linear: that of a portfolio, whose few
    /// units have heavy-tailed luck. Quantities of the economy add up many shocks.
    let isBent: Bool
    /// The figure as a guide of one unit's luck; nil where it is of something else.
    let guide: UnitGuide?

    var name: String { "\(indicator)/\(year)" }

    /// The scale on which a quantity is about normal.
    enum Scale: Sendable {
        case logarithm, logit, growth, plain

        init(_ dimension: Dimension) {
            switch dimension {
            case .money: self = .logarithm
            case .share: self = .logit
            case .rate: self = .growth
            case .count, .number, .year: self = .plain
            }
        }

        func transformed(_ value: Double) -> Double {
            switch self {
            case .logarithm: return Double.log(max(value, 1e-9))
            case .logit:
                let share = min(max(value, 1e-9), 1 - 1e-9)
                return Double.log(share / (1 - share))
            case .growth: return Double.log(onePlus: max(value, -0.999))
            case .plain: return value
            }
        }

        /// The value that is transformed to this one.
        func natural(_ transformed: Double) -> Double {
            switch self {
            case .logarithm: Double.exp(transformed)
            case .logit: 1 / (1 + Double.exp(-transformed))
            case .growth: Double.expMinusOne(transformed)
            case .plain: transformed
            }
        }

        /// Derivative of the transformation: what turns an error of the value into one of the scale.
        func slope(_ value: Double) -> Double {
            switch self {
            case .logarithm: 1 / max(value, 1e-9)
            case .logit: 1 / (min(max(value, 1e-9), 1 - 1e-9) * (1 - min(max(value, 1e-9), 1 - 1e-9)))
            case .growth: 1 / (1 + max(value, -0.999))
            case .plain: 1
            }
        }
    }

    /// How a figure speaks of the quantity.
    enum Likelihood: Sendable {
        /// Normal on the figure's scale: observed, sd.
        case normal(observed: Double, error: Double)
        /// A number of units, with the sd of its error; 0 for one that is exact.
        case count(observed: Double, error: Double)
        /// Holds with a probability.
        case bound(floor: Bool, limit: Double, holds: Double)

        var isNormal: Bool { if case .normal = self { true } else { false } }

        /// Likelihood of the figure for a member that has `value` (its natural unit); of a normal one not asked.
        func weight(_ value: Double) -> Double {
            switch self {
            case .normal: return 1
            case .count(let observed, let error):
                guard error > 0 else { return value == observed ? 1 : 0 }
                // The published count is the true one plus a rounded normal error.
                return normalCumulative((value - observed + 0.5) / error)
                    - normalCumulative((value - observed - 0.5) / error)
            case .bound(let floor, let limit, let holds):
                return (floor ? value >= limit : value <= limit) ? holds : 1 - holds
            }
        }
    }
}

/// 90% of a normal distribution lie within ± this many sd.
private let ninetyPercent = 1.6448536269514722

extension LearnedFigure {
    /// - Returns: nil where the error of the figure is not known to the scenario.
    init?(
        _ point: ObservedSeries.Point, rule: LearningRule, indicator: Indicator, subject: (String, String?),
        evaluator: IndicatorEvaluator, model: Model
    ) {
        self.indicator = rule.indicator
        (self.subject, subjectChinese) = subject
        year = point.year
        self.point = point
        self.rule = rule
        self.evaluator = evaluator
        display = indicator.display(in: model)
        let scale = Scale(indicator.dimension)
        self.scale = scale
        let range = point.low.flatMap { low in point.high.map { (low, $0) } }.flatMap { $0.1 > $0.0 ? $0 : nil }
        switch rule.sense {
        case .floor, .ceiling:
            likelihood = .bound(floor: rule.sense == .floor, limit: point.value, holds: rule.holds)
        case .value where indicator.isCount:
            let own = range.map { ($0.1 - $0.0) / (2 * ninetyPercent) } ?? 0
            likelihood = .count(observed: point.value, error: quadratic(own, rule.conceptError))
        case .value:
            let relative = indicator.dimension == .money
            var error: Double
            if let range {
                error = (scale.transformed(range.1) - scale.transformed(range.0)) / (2 * ninetyPercent)
            } else {
                guard let errors = model.scenario.observationErrors else { return nil }
                let table = relative ? errors.level : indicator.dimension == .share ? errors.share : errors.growth
                guard let own = table[point.quality] else { return nil }
                error = relative ? own : own * scale.slope(point.value)
            }
            let concept = relative ? rule.conceptError : rule.conceptError * scale.slope(point.value)
            error = quadratic(error, concept)
            likelihood = .normal(observed: scale.transformed(point.value), error: error)
        }
        var guide: UnitGuide?
        if case .normal(let observed, let error) = likelihood, let unit = indicator.unit, !evaluator.hasBaseline,
            point.year > model.scenario.start
        {
            guide = UnitGuide(
                portfolio: unit.portfolio, unit: unit.id, year: point.year, value: observed,
                isGrowth: unit.isGrowth, error: error)
        }
        self.guide = guide
        isBent = indicator.isOfPortfolio && guide == nil
    }

    /// Values on the figure's scale as distances from what was observed; natural values for counts and bounds.
    func predict(
        _ block: BlockProjection, into values: UnsafeMutableBufferPointer<Double>
    ) {
        evaluator.evaluate(block, year: year - block.model.scenario.start, into: values)
        guard case .normal(let observed, _) = likelihood else { return }
        for member in values.indices { values[member] = scale.transformed(values[member]) - observed }
    }

    /// A predicted value back in its natural unit.
    func natural(_ predicted: Double) -> Double {
        guard case .normal(let observed, _) = likelihood else { return predicted }
        return scale.natural(predicted + observed)
    }
}

private func quadratic(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }

extension Indicator {
    /// The unit whose size or growth this is.
    fileprivate var unit: (id: String, portfolio: String, isGrowth: Bool)? {
        switch self {
        case .unit(let id, let portfolio): (id, portfolio, false)
        case .growth(.unit(let id, let portfolio)): (id, portfolio, true)
        default: nil
        }
    }

    fileprivate var isOfPortfolio: Bool {
        switch self {
        case .total, .cumulative, .count, .unit: true
        case .share, .level, .satellite: false
        case .growth(let inner): inner.isOfPortfolio
        }
    }
}
