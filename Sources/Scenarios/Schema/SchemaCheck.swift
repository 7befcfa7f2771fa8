import CSV

/// Checks a tree against the schema: unknown and missing keys, and every value
/// by itself. What depends on several values is left to the decoder.
struct SchemaCheck {
    let log: DiagnosticLog
    let priors: PriorTable?

    func check(_ node: ConfigNode, _ type: ValueType) {
        switch type {
        case .map(let shape): checkMap(node, shape.keys, expectation: type.expectation)
        case .items(let shape): checkList(node, .map(shape), expectation: type.expectation)
        case .list(let item): checkList(node, item, expectation: type.expectation)
        case .dictionary(_, let value):
            guard let entries = node.entries else { return mismatch(node, type.expectation) }
            for entry in entries { check(entry.value, value) }
        case .either(let types): checkAlternatives(node, types, expectation: type.expectation)
        case .tagged(let key, let common, let variants): checkTagged(node, key, common, variants)
        case .uncertain(let uncertain):
            // Where another key decides the dimension the decoder reads the value.
            if uncertain.dimension != nil { _ = UncertainReader(log: log, priors: priors).read(node, uncertain) }
        case .schedule(let dimension): _ = ScheduleReader(log: log).read(node, dimension)
        default: checkScalar(node, type)
        }
    }

    private func mismatch(_ node: ConfigNode, _ expectation: String, suggestion: String? = nil) {
        log.error(node.location, "found \(node.summary), expected \(expectation)", suggestion: suggestion)
    }

    // MARK: Maps and lists

    private func checkMap(_ node: ConfigNode, _ keys: [SchemaKey], expectation: String) {
        guard let entries = node.entries else { return mismatch(node, expectation) }
        for entry in entries {
            if let key = keys.first(where: { $0.name == entry.key }) {
                check(entry.value, key.type)
            } else {
                log.error(
                    entry.keyLocation, "unknown key \"\(entry.key)\"",
                    suggestion: unknownKeyHint(entry.key, among: keys.map(\.name)))
            }
        }
        for key in keys where key.isRequired && node[key.name] == nil {
            log.error(node.location, "the key \"\(key.name)\" is missing, expected \(key.type.expectation)")
        }
    }

    private func checkList(_ node: ConfigNode, _ item: ValueType, expectation: String) {
        guard let items = node.items else { return mismatch(node, expectation) }
        var lines: [String: SourceLocation] = [:]
        for element in items {
            check(element, item)
            guard let id = element.identifier, let idNode = element["id"] else { continue }
            if let first = lines[id] {
                log.error(idNode.location, "the id \"\(id)\" is taken already, at \(first)")
            } else {
                lines[id] = idNode.location
            }
        }
    }

    private func checkTagged(_ node: ConfigNode, _ key: String, _ common: MapShape, _ variants: [TaggedVariant]) {
        guard node.entries != nil else { return mismatch(node, common.noun) }
        if let variant = variants.first(where: { $0.tag == node[key]?.text }) {
            checkMap(node, common.keys + variant.keys, expectation: common.noun)
        } else {
            // Without a valid kind it is unknown which further keys are right: only the common ones are checked.
            for common in common.keys {
                if let value = node[common.name] {
                    check(value, common.type)
                } else if common.isRequired {
                    log.error(
                        node.location, "the key \"\(common.name)\" is missing, expected \(common.type.expectation)")
                }
            }
        }
    }

    private func checkAlternatives(_ node: ConfigNode, _ types: [ValueType], expectation: String) {
        if let type = types.first(where: { $0.suits(node) }) { return check(node, type) }
        let leading = types.compactMap { if case .map(let shape) = $0 { shape.keys.first?.name } else { nil } }
        if leading.count == types.count, let entries = node.entries,
            let (entry, nearest) = entries.lazy.compactMap({ entry in
                nearestName(to: entry.key, among: leading).map { (entry, $0) }
            }).first
        {
            log.error(entry.keyLocation, "unknown key \"\(entry.key)\"", suggestion: "did you mean `\(nearest)`?")
        } else {
            mismatch(node, expectation)
        }
    }

    // MARK: Single values

    private func checkScalar(_ node: ConfigNode, _ type: ValueType) {
        guard let text = node.text else { return mismatch(node, type.expectation) }
        switch type {
        case .identifier:
            if !isIdentifier(text) { mismatch(node, type.expectation) }
        case .flag:
            if text != "true" && text != "false" { mismatch(node, type.expectation) }
        case .integer(let range):
            if !(Int(text).map(range.contains) ?? false) { mismatch(node, type.expectation) }
        case .choice(let names):
            if !names.contains(text) {
                mismatch(
                    node, type.expectation,
                    suggestion: nearestName(to: text, among: names).map { "did you mean `\($0)`?" })
            }
        case .year: report(node) { () throws(QuantityError) in _ = try Quantity(text, as: .year) }
        case .years:
            if YearRange(text) == nil { mismatch(node, type.expectation) }
        case .countRange:
            if CountRange(text) == nil { mismatch(node, type.expectation) }
        case .quantity(let dimension, let limits):
            report(node) { () throws(QuantityError) in
                let value = try Quantity(text, as: dimension).value
                if !limits.contains(value) { reportOutside(node, limits, dimension) }
            }
        case .goal:
            if GoalPhrase(text) == nil {
                mismatch(node, type.expectation, suggestion: GoalPhrase.advice(for: text))
            }
        case .figure:
            if text.first?.isLetter != true, (try? Quantity(text, as: .share)) == nil {
                report(node) { () throws(QuantityError) in _ = try Quantity(text, as: .money) }
            }
        case .growthFigure:
            if text.first?.isLetter != true { checkScalar(node, .quantity(.rate)) }
        case .text, .path, .reference:
            if text.isEmpty { mismatch(node, type.expectation) }
        default: mismatch(node, type.expectation)
        }
    }

    private func report(_ node: ConfigNode, _ body: () throws(QuantityError) -> Void) {
        do {
            try body()
        } catch {
            log.error(node.location, error.description, suggestion: error.suggestion)
        }
    }

    private func reportOutside(_ node: ConfigNode, _ limits: ClosedRange<Double>, _ dimension: Dimension) {
        mismatch(node, "\(dimension.noun) \(describe(limits, dimension))")
    }
}

extension ValueType {
    /// Whether a value has the form of this type, for the choice between alternatives.
    fileprivate func suits(_ node: ConfigNode) -> Bool {
        switch self {
        case .map(let shape): node[shape.keys[0].name] != nil
        case .list, .items: node.items != nil
        case .dictionary, .tagged: node.entries != nil
        case .uncertain: node.text != nil || node.entries != nil
        default: node.text != nil
        }
    }
}

/// Letters, digits, `-` and `_`, so that ids can name files and variables.
func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty
        && text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
}

/// What to say after an unknown key: the nearest valid one, or all of them.
func unknownKeyHint(_ key: String, among names: [String]) -> String {
    if key.first?.isASCII == true, key.first?.isNumber == true {
        return "inside { } a comma ends a value: write 25000 or \"25,000\", not 25,000"
    }
    if let nearest = nearestName(to: key, among: names) { return "did you mean `\(nearest)`?" }
    return "valid keys: \(list(names))"
}

/// `from 0% to 100%`, `not below 0 亿元`.
func describe(_ limits: ClosedRange<Double>, _ dimension: Dimension) -> String {
    func text(_ value: Double) -> String {
        switch dimension {
        case .money: "\(plain(value)) 亿元"
        case .rate, .share: "\(plain(value * 100))%"
        case .count, .number, .year: plain(value)
        }
    }
    if limits.upperBound == .infinity { return "not below \(text(limits.lowerBound))" }
    return "from \(text(limits.lowerBound)) to \(text(limits.upperBound))"
}

/// A number without a superfluous `.0`, rounded to ten digits so that sums read well.
func plain(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    // Beyond these scales the rounding would overflow.
    guard (1e-200...1e200).contains(value.magnitude) else { return "\(value)" }
    let scale = pow10(9 - Int(value.magnitude.exponent) * 3 / 10)
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int(rounded))" : "\(rounded)"
}

private func pow10(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
}
