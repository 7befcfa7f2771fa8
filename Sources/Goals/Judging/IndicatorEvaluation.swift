import Elementwise
import Projection
import RealModule
import Scenarios

/// An indicator bound to a model: its value for every member of a block.
public struct IndicatorEvaluator: Sendable {
    private let form: Form
    /// Column of the drawn starting level; nil when the modelled level is taken as it is.
    private let baseline: Int?

    /// Whether values are scaled to a drawn starting level.
    var hasBaseline: Bool { baseline != nil }

    private indirect enum Form: Sendable {
        case total(Int)
        case cumulative(Int)
        case count(Int, over: Double, strict: Bool)
        case unit(Int, portfolio: Int)
        /// `nested` when the one is part of the other.
        case share(part: GroupMeasure, whole: GroupMeasure, nested: Bool)
        case level(GroupMeasure, constantPrices: Bool)
        case satellite(Int)
        case growth(Form)
    }

    /// - Parameters:
    ///   - target, reading: name the baseline, if the reading has one.
    public init(_ indicator: Indicator, target: String, reading: String, model: Model) throws {
        form = try Self.compile(indicator, model: model)
        baseline = model.baselines.firstIndex { $0.target == target && $0.reading == reading }
    }

    private static func compile(_ indicator: Indicator, model: Model) throws -> Form {
        func portfolio(_ id: String) throws -> Int {
            guard let index = model.portfolio(id) else { throw ModelError.unknownGroup(id) }
            return index
        }
        switch indicator {
        case .total(let id): return .total(try portfolio(id))
        case .cumulative(let id): return .cumulative(try portfolio(id))
        case .count(let id, let over, let strict): return .count(try portfolio(id), over: over, strict: strict)
        case .unit(let unit, let id):
            let index = try portfolio(id)
            guard let position = model.portfolios[index].units.firstIndex(where: { $0.id == unit }) else {
                throw ModelError.unknownGroup(unit)
            }
            return .unit(position, portfolio: index)
        case .share(let group, let of, let measure):
            let (part, whole) = (
                try GroupMeasure(group, measure: measure, model: model),
                try GroupMeasure(of, measure: measure, model: model)
            )
            let nested = zip(part.coefficients, whole.coefficients).allSatisfy { $0 <= $1 + 1e-12 }
            return .share(part: part, whole: whole, nested: nested)
        case .level(let group, let measure, let constantPrices):
            return .level(
                try GroupMeasure(group, measure: measure, model: model), constantPrices: constantPrices)
        case .satellite(let id, _):
            guard let index = model.satellites.firstIndex(where: { $0.specification.id == id }) else {
                throw ModelError.unknownGroup(id)
            }
            return .satellite(index)
        case .growth(let inner): return .growth(try compile(inner, model: model))
        }
    }

    /// First year index that has a value: growth needs a year before it.
    public var firstYear: Int { if case .growth = form { 1 } else { 0 } }

    /// Values of year `year` (0 is the base year) for all rows of the block.
    public func evaluate(_ block: BlockProjection, year: Int, into values: UnsafeMutableBufferPointer<Double>) {
        Self.evaluate(form, baseline: baseline, block, year: year, into: values)
    }

    private static func evaluate(
        _ form: Form, baseline: Int?, _ block: BlockProjection, year: Int,
        into values: UnsafeMutableBufferPointer<Double>
    ) {
        switch form {
        case .total(let portfolio):
            values.update(repeating: 0)
            let sizes = block.portfolios[portfolio].sizes[year]
            for unit in 0..<sizes.columns { values.add(sizes.column(unit)) }
            scale(values, to: baseline, block) { evaluate(form, baseline: nil, block, year: 0, into: $0) }
        case .cumulative(let portfolio):
            _ = values.update(
                fromContentsOf: UnsafeBufferPointer(block.portfolios[portfolio].cumulative[year].column(0)))
        case .count(let portfolio, let over, let strict):
            values.update(repeating: 0)
            let sizes = block.portfolios[portfolio].sizes[year]
            let limit = Indicator.countLimit(over: over, strict: strict)
            for unit in 0..<sizes.columns { values.count(sizes.column(unit), above: limit) }
        case .unit(let unit, let portfolio):
            _ = values.update(fromContentsOf: UnsafeBufferPointer(block.portfolios[portfolio].sizes[year].column(unit)))
            scale(values, to: baseline, block) { evaluate(form, baseline: nil, block, year: 0, into: $0) }
        case .share(let part, let whole, let nested):
            share(part, whole, nested: nested, baseline: baseline, block, year: year, into: values)
        case .level(let measure, let constantPrices):
            measure.evaluate(block.economy, year: year, constantPrices: constantPrices, into: values)
            scale(values, to: baseline, block) {
                measure.evaluate(block.economy, year: 0, constantPrices: true, into: $0)
            }
        case .satellite(let index):
            block.evaluate(satellite: index, year: year, into: values)
            scale(values, to: baseline, block) { block.evaluate(satellite: index, year: 0, into: $0) }
        case .growth(let inner):
            evaluate(inner, baseline: baseline, block, year: year, into: values)
            withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { before in
                evaluate(inner, baseline: baseline, block, year: year - 1, into: before)
                for member in values.indices { values[member] = values[member] / before[member] - 1 }
            }
        }
    }

    /// Replaces a modelled level by the drawn baseline times the modelled growth.
    private static func scale(
        _ values: UnsafeMutableBufferPointer<Double>, to baseline: Int?, _ block: BlockProjection,
        base: (UnsafeMutableBufferPointer<Double>) -> Void
    ) {
        guard let baseline else { return }
        let drawn = block.baselines.column(baseline)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { start in
            base(start)
            for member in values.indices { values[member] *= drawn[member] / start[member] }
        }
    }

    /// A share; with a baseline the model supplies growth only. For a part of
    /// the whole the odds part : rest grow as modelled, so that the share starts
    /// at the drawn value and stays below 1.
    private static func share(
        _ part: GroupMeasure, _ whole: GroupMeasure, nested: Bool, baseline: Int?, _ block: BlockProjection, year: Int,
        into values: UnsafeMutableBufferPointer<Double>
    ) {
        func ratio(_ year: Int, into result: UnsafeMutableBufferPointer<Double>) {
            withUnsafeTemporaryAllocation(of: Double.self, capacity: result.count) { denominator in
                part.evaluate(block.economy, year: year, constantPrices: false, into: result)
                whole.evaluate(block.economy, year: year, constantPrices: false, into: denominator)
                for member in result.indices { result[member] /= denominator[member] }
            }
        }
        ratio(year, into: values)
        guard let baseline else { return }
        let drawn = block.baselines.column(baseline)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: values.count) { start in
            ratio(0, into: start)
            for member in values.indices {
                if nested {
                    let growth = odds(values[member]) / odds(start[member])
                    let moved = odds(drawn[member]) * growth
                    values[member] = drawn[member] < 1 ? moved / (1 + moved) : 1
                } else {
                    values[member] *= drawn[member] / start[member]
                }
            }
        }
    }

    @inline(__always)
    private static func odds(_ share: Double) -> Double { share / (1 - share) }
}

extension Indicator {
    /// Whether values are numbers of units.
    public var isCount: Bool {
        switch self {
        case .cumulative, .count: true
        default: false
        }
    }

    /// The size that a unit must pass to be counted. Sizes come from logarithms, so one that is the threshold
    /// may differ from it in the last digits: it reaches the threshold and does not exceed it.
    static func countLimit(over threshold: Double, strict: Bool) -> Double {
        threshold * (strict ? 1 + 1e-12 : 1 - 1e-12)
    }

    /// How values are printed.
    func display(in model: Model) -> Display { display(in: model.scenario) }

    /// How values are printed: constant prices are those of the scenario's base year, units those of its portfolios.
    public func display(in scenario: Scenario) -> Display {
        switch self {
        case .total, .unit, .level(_, _, constantPrices: false):
            return Display(measure: .money, iamcUnit: IAMC.money)
        case .cumulative(let id), .count(let id, _, _):
            let portfolio = scenario.portfolios.first { $0.id == id }
            return Display(measure: .units(id, chinese: portfolio?.unitChinese), iamcUnit: id)
        case .share, .growth:
            return Display(measure: .percentage, iamcUnit: "%")
        case .satellite(_, let unit): return unit.display
        case .level(_, _, constantPrices: true):
            return Display(
                measure: .moneyAtPrices(of: scenario.start), iamcUnit: IAMC.money(pricesOf: scenario.start))
        }
    }

    /// The outcome on the scale on which inputs act about linearly.
    func linearised(_ value: Double) -> Double {
        switch self {
        case .total, .unit, .level: Double.log(max(value, 1e-9))
        case .satellite(_, unit: .money), .satellite(_, unit: .other): value
        case .share, .satellite(_, unit: .share):
            Double.log(min(max(value, 1e-12), 1 - 1e-12) / (1 - min(max(value, 1e-12), 1 - 1e-12)))
        case .cumulative, .count, .growth: value
        }
    }
}

extension SatelliteUnit {
    /// How values are printed.
    var display: Display {
        switch self {
        case .money: Display(measure: .money, iamcUnit: IAMC.money)
        case .share: Display(measure: .percentage, iamcUnit: "%")
        case .other(let unit): Display(measure: .other(unit), iamcUnit: unit)
        }
    }
}

/// Unit names of the IAMC data format.
public enum IAMC {
    public static let money = "100 million CNY/yr"
    /// Money in prices of a year.
    public static func money(pricesOf year: Int) -> String { "100 million CNY_\(year)/yr" }
}
