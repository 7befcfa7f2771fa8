/// A key of a map: its name, what it means, and what its value must be.
struct SchemaKey: Sendable {
    var name: String
    var doc: String
    var type: ValueType
    var isRequired = false

    static func required(_ name: String, _ type: ValueType, _ doc: String) -> SchemaKey {
        SchemaKey(name: name, doc: doc, type: type, isRequired: true)
    }

    static func optional(_ name: String, _ type: ValueType, _ doc: String) -> SchemaKey {
        SchemaKey(name: name, doc: doc, type: type)
    }
}

/// A map with fixed keys.
struct MapShape: Sendable {
    /// What the map describes, with its article.
    var noun: String
    var keys: [SchemaKey]

    func key(_ name: String) -> SchemaKey? { keys.first { $0.name == name } }
}

/// A number that may be uncertain.
struct UncertainType: Sendable {
    /// Nil where another key decides it; the decoder then reads the value.
    var dimension: Dimension?
    /// Where the number must lie; a distribution that reaches beyond is truncated.
    var limits: ClosedRange<Double>
    var redraw = UncertainValue.Redraw.once
    /// How often it may be drawn anew.
    var redraws: [UncertainValue.Redraw] = [.once, .year]
    /// Keys that stand beside those of the distribution.
    var extraKeys: [SchemaKey] = []
}

/// What the value of a key must be.
indirect enum ValueType: Sendable {
    case text
    /// Letters, digits, `-` and `_`.
    case identifier
    /// Path of a file, relative to the file that names it.
    case path
    case flag
    case integer(ClosedRange<Int>)
    case year
    /// `2024..2027`
    case years
    case quantity(Dimension, limits: ClosedRange<Double>)
    case uncertain(UncertainType)
    /// Quantities by year.
    case schedule(Dimension)
    /// `1` or `2..3`
    case countRange
    case goal
    /// The id of an indicator in a file, or a quantity.
    case figure
    /// The id of an indicator in percent, or a rate.
    case growthFigure
    /// The id of something that the scenario defines: the noun says what.
    case reference(String)
    case choice([String])
    case list(ValueType)
    /// A list of maps; with an `id` key the ids must differ.
    case items(MapShape)
    case map(MapShape)
    /// Free keys: the noun says what they name.
    case dictionary(String, ValueType)
    /// The first map whose first key is there, or the first type of the value's form.
    case either([ValueType])
    /// A map whose `key` tells which further keys it takes.
    case tagged(key: String, common: MapShape, variants: [TaggedVariant])
}

/// One kind of a tagged map.
struct TaggedVariant: Sendable {
    var tag: String
    var doc: String
    var keys: [SchemaKey]
}

extension ValueType {
    static let anyNumber = -Double.infinity...Double.infinity
    static let quality = ValueType.choice(Quality.allCases.map(\.rawValue))

    /// Below -100% nothing is left to grow; -99% leaves the logarithm finite.
    static let rateLimits = -0.99...Double.infinity

    static func limits(of dimension: Dimension) -> ClosedRange<Double> {
        switch dimension {
        case .money, .count: 0...Double.infinity
        case .rate: rateLimits
        case .share: 0...1
        case .number, .year: anyNumber
        }
    }

    static func quantity(_ dimension: Dimension) -> ValueType {
        .quantity(dimension, limits: limits(of: dimension))
    }

    static func uncertain(
        _ dimension: Dimension, limits: ClosedRange<Double>? = nil, redraw: UncertainValue.Redraw = .once,
        redraws: [UncertainValue.Redraw] = [.once], extraKeys: [SchemaKey] = []
    ) -> ValueType {
        .uncertain(
            UncertainType(
                dimension: dimension, limits: limits ?? Self.limits(of: dimension), redraw: redraw,
                redraws: redraws, extraKeys: extraKeys))
    }

    /// What a message says was expected.
    var expectation: String {
        switch self {
        case .text: "text"
        case .identifier: "an id of letters, digits, - and _, e.g. \"total-output\""
        case .path: "a file path"
        case .flag: "true or false"
        case .integer(let range) where range.lowerBound == range.upperBound: "\(range.lowerBound)"
        case .integer(let range):
            range.upperBound == .max
                ? "a whole number from \(range.lowerBound)"
                : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .year: Dimension.year.expectation
        case .years: "years, e.g. \"2024..2027\""
        case .quantity(let dimension, _): dimension.expectation
        case .uncertain(let type):
            "\(type.dimension?.expectation ?? "a quantity, e.g. \"5%\""), or a distribution"
        case .schedule(let dimension): "values by year, e.g. {2024: \(dimension.example)}"
        case .countRange: "a count, e.g. \"1\" or \"2..3\""
        case .goal: GoalPhrase.expectation
        case .growthFigure: "the id of an indicator in percent, or a rate, e.g. \"5%\""
        case .figure: "the id of an indicator, or a quantity, e.g. \"31000 亿元\""
        case .reference(let noun): noun
        case .choice(let names): "one of \(Scenarios.list(names))"
        case .list(let type): "a list, each item \(type.expectation)"
        case .items(let shape): "a list, each item \(shape.noun)"
        case .map(let shape): shape.noun
        case .dictionary(let noun, let type): "a map from \(noun) to \(type.expectation)"
        case .either(let types):
            if let keys = leadingKeys, keys.count == types.count {
                "a map with one of the keys \(Scenarios.list(keys))"
            } else {
                types.map(\.expectation).joined(separator: ", or ")
            }
        case .tagged(_, let common, _): common.noun
        }
    }

    /// Of the maps among alternatives: the key that tells each from the others.
    var leadingKeys: [String]? {
        guard case .either(let types) = self else { return nil }
        return types.compactMap { if case .map(let shape) = $0 { shape.keys.first?.name } else { nil } }
    }
}
