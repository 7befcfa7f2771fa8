import JSON

/// The schema of scenario files as JSON Schema, draft 2020-12.
///
/// Patterns are looser than the loader, which knows units: an editor shall
/// complete and catch slips, the loader judges.
struct JSONSchemaWriter {
    func document() -> JSONValue {
        var entries: [(String, JSONValue)] = [
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("Milepost scenario")),
            (
                "description",
                .string("A scenario of a region's economy, its industrial programme and its stated targets.")
            ),
        ]
        entries += object(ScenarioSchema.root.keys)
        entries.append(("$defs", .object(definitions())))
        return .object(entries)
    }

    // MARK: Types

    private func schema(_ type: ValueType) -> [(String, JSONValue)] {
        switch type {
        case .text: [("type", .array([.string("string"), .string("number")]))]
        case .path, .reference: [("type", .string("string"))]
        case .identifier:
            [("type", .array([.string("string"), .string("integer")])), ("pattern", .string("^[A-Za-z0-9_-]+$"))]
        case .flag: [("type", .string("boolean"))]
        case .integer(let range):
            [
                ("type", .string("integer")), ("minimum", .integer(range.lowerBound)),
                ("maximum", .integer(range.upperBound)),
            ]
        case .year: reference("year")
        case .years: reference("years")
        case .quantity(let dimension, _): reference(dimension.rawValue)
        case .uncertain(let type): uncertain(type)
        case .schedule(let dimension):
            [
                ("type", .string("object")), ("minProperties", .integer(1)),
                ("propertyNames", .object([("pattern", .string("^[0-9]{4}$"))])),
                ("additionalProperties", .object(reference(dimension.rawValue))),
            ]
        case .countRange: reference("count_range")
        case .goal: reference("goal")
        case .figure, .growthFigure: [("type", .array([.string("string"), .string("number")]))]
        case .choice(let names): [("enum", .array(names.map(JSONValue.string)))]
        case .list(let item):
            if case .tagged = item {
                items(.object(schema(item)), identified: true)
            } else {
                items(.object(schema(item)), identified: false)
            }
        case .items(let shape):
            items(
                .object(object(shape.keys, requiresFirst: shape.key("id") != nil)), identified: shape.key("id") != nil)
        case .map(let shape): object(shape.keys)
        case .dictionary(_, let value):
            [("type", .string("object")), ("additionalProperties", .object(nullable(schema(value))))]
        case .either(let types): [("anyOf", .array(types.map { .object(alternative($0)) }))]
        case .tagged(let key, let common, let variants):
            [("anyOf", .array(variants.map { variant(key, common, $0) }))]
        }
    }

    private func reference(_ name: String) -> [(String, JSONValue)] { [("$ref", .string("#/$defs/\(name)"))] }

    /// A map. Required keys may be left to the extended file; only what identifies an
    /// item, or tells one form from the others, is asked for.
    private func object(_ keys: [SchemaKey], requiresFirst: Bool = false) -> [(String, JSONValue)] {
        var entries: [(String, JSONValue)] = [("type", .string("object"))]
        entries.append(("properties", .object(keys.map { ($0.name, property($0)) })))
        if requiresFirst, let first = keys.first {
            entries.append(("required", .array([.string(first.name)])))
        }
        entries.append(("additionalProperties", .boolean(false)))
        return entries
    }

    private func alternative(_ type: ValueType) -> [(String, JSONValue)] {
        guard case .map(let shape) = type else { return schema(type) }
        return object(shape.keys, requiresFirst: true)
    }

    /// What may be left out may also be `null`, which removes it from the extended file.
    private func property(_ key: SchemaKey) -> JSONValue {
        let description = ("description", JSONValue.string(key.doc + (key.isRequired ? " Required." : "")))
        return .object([description] + (key.isRequired ? schema(key.type) : nullable(schema(key.type))))
    }

    private func nullable(_ schema: [(String, JSONValue)]) -> [(String, JSONValue)] {
        let null = JSONValue.object([("type", .string("null"))])
        if schema.contains(where: { $0.0 == "$ref" }) { return [("anyOf", .array([.object(schema), null]))] }
        return schema.map { name, value in
            switch (name, value) {
            case ("type", .string(let type)): (name, .array([.string(type), .string("null")]))
            case ("type", .array(let types)): (name, .array(types + [.string("null")]))
            case ("enum", .array(let values)): (name, .array(values + [.null]))
            case ("anyOf", .array(let alternatives)): (name, .array(alternatives + [null]))
            default: (name, value)
            }
        }
    }

    /// A list, or, over an extended file, a map from ids to changes.
    private func items(_ item: JSONValue, identified: Bool) -> [(String, JSONValue)] {
        let list: [(String, JSONValue)] = [("type", .string("array")), ("items", item)]
        guard identified else { return list }
        let changes: [(String, JSONValue)] = [
            ("type", .string("object")),
            ("additionalProperties", .object([("type", .array([.string("object"), .string("null")]))])),
        ]
        return [("anyOf", .array([.object(list), .object(changes)]))]
    }

    private func variant(_ key: String, _ common: MapShape, _ variant: TaggedVariant) -> JSONValue {
        let keys = common.keys + variant.keys
        let properties = keys.map { candidate -> (String, JSONValue) in
            candidate.name == key
                ? (key, .object([("description", .string(variant.doc)), ("const", .string(variant.tag))]))
                : (candidate.name, property(candidate))
        }
        return .object([
            ("type", .string("object")), ("properties", .object(properties)),
            ("required", .array([.string("id")])), ("additionalProperties", .boolean(false)),
        ])
    }

    // MARK: Quantities

    private func uncertain(_ type: UncertainType) -> [(String, JSONValue)] {
        let dimension = type.dimension ?? .number
        let name = type.dimension == nil ? "quantity" : dimension.rawValue
        if type.extraKeys.isEmpty, type.dimension != nil {
            return reference("uncertain_\(name)" + (type.redraws.contains(.unit) ? "_per_unit" : ""))
        }
        return uncertainForms(name, type.redraws, type.extraKeys)
    }

    private func uncertainForms(
        _ name: String, _ redraws: [UncertainValue.Redraw], _ extraKeys: [SchemaKey]
    ) -> [(String, JSONValue)] {
        let quantity = JSONValue.object(reference(name))
        func several(_ count: Int, _ doc: String) -> JSONValue {
            .object([
                ("description", .string(doc)), ("type", .string("array")), ("items", quantity),
                ("minItems", .integer(count)), ("maxItems", .integer(count)),
            ])
        }
        let nested = JSONValue.object([("anyOf", .array([quantity, .object([("type", .string("object"))])]))])
        var properties: [(String, JSONValue)] = [
            ("value", nested), ("low", quantity), ("high", quantity),
            ("triangular", several(3, "Low, mode, high.")), ("pert", several(3, "Low, mode, high.")),
            ("uniform", several(2, "Low, high.")),
            (
                "lognormal",
                .object([
                    ("type", .string("object")),
                    ("properties", .object([("median", quantity), ("sd_log", .object(reference("number")))])),
                    ("required", .array([.string("median"), .string("sd_log")])),
                    ("additionalProperties", .boolean(false)),
                ])
            ),
            ("prior", .object([("description", .string("Id in the file of priors.")), ("type", .string("string"))])),
            ("min", quantity), ("max", quantity),
            (
                "per",
                .object([
                    ("description", .string("How often it is drawn anew.")),
                    ("enum", .array(redraws.map { .string($0.rawValue) })),
                ])
            ),
            ("quality", .object(schema(ValueType.quality))), ("source", .object(schema(.text))),
            ("note", .object(schema(.text))),
        ]
        properties += extraKeys.map { ($0.name, property($0)) }
        let map: [(String, JSONValue)] = [
            ("type", .string("object")), ("properties", .object(properties)),
            ("patternProperties", .object([("^p[0-9]+([.][0-9]+)?$", quantity)])),
            ("additionalProperties", .boolean(false)),
        ]
        return [("anyOf", .array([quantity, .object(map)]))]
    }

    private func definitions() -> [(String, JSONValue)] {
        let number = #"[-+−]?[0-9０-９][0-9０-９,.，．]*"#
        let patterns: [(String, String, [String])] = [
            (
                "money", "\(number).*[元亿万]|\(number).*(yuan|CNY|cny|RMB|rmb)|(CNY|RMB|¥) *\(number)",
                ["25000 亿元", "2.5 万亿元", "2.5 trillion CNY"]
            ),
            ("rate", "\(number) *([%％]|percent|pp|个百分点|百分点)?", ["5%", "3 pp"]),
            ("share", "\(number) *([%％]|percent)?", ["20%"]),
            ("count", "\(number).*", ["10", "40 platforms", "3 家"]),
            ("number", "\(number) *[%％]?", ["0.5"]),
            ("quantity", "\(number).*", ["13%", "100 亿元"]),
        ]
        var definitions: [(String, JSONValue)] = patterns.map { name, pattern, examples in
            let types: JSONValue = name == "money" ? .string("string") : .array([.string("string"), .string("number")])
            let spread = "(\(pattern))( *(±|\\+-|\\+/-) *\(number).*)?"
            return (
                name,
                .object([
                    (
                        "description",
                        .string(Dimension(rawValue: name).map { "A quantity: \($0.noun)." } ?? "A quantity.")
                    ),
                    ("type", types), ("pattern", .string("^ *(\(spread)) *$")),
                    ("examples", .array(examples.map(JSONValue.string))),
                ])
            )
        }
        definitions += [
            (
                "year",
                .object([
                    ("type", .array([.string("integer"), .string("string")])), ("minimum", .integer(1900)),
                    ("maximum", .integer(2200)), ("pattern", .string("^[0-9]{4} *年?$")),
                    ("examples", .array([.integer(2027)])),
                ])
            ),
            ("years", text("^[0-9]{4}( *(\\.\\.|~|–|至) *[0-9]{4})?年?$", ["2024..2027"])),
            ("count_range", text("^[0-9]+( *(\\.\\.|~|–|至) *[0-9]+)?.*$", ["1", "2..3"])),
            (
                "goal",
                text(
                    "^(more than|at least|about|less than|at most|超过|不超过|不低于|至少|低于|约) *.*[0-9０-９].*$|^.*[0-9０-９].*(以上|左右)$|^.*(\\.\\.|~|–|至).*$",
                    ["more than 25000 亿元", "at least 10", "about 16%", "2..3 firms", "1000 亿元以上"])
            ),
        ]
        for dimension in [Dimension.money, .rate, .share, .count, .number] {
            let name = dimension.rawValue
            definitions.append(("uncertain_\(name)", .object(uncertainForms(name, [.once, .year], []))))
        }
        for dimension in [Dimension.money, .rate, .share] {
            let name = dimension.rawValue
            definitions.append(
                ("uncertain_\(name)_per_unit", .object(uncertainForms(name, [.once, .year, .unit], []))))
        }
        return definitions
    }

    private func text(_ pattern: String, _ examples: [String]) -> JSONValue {
        .object([
            ("type", .array([.string("string"), .string("number")])), ("pattern", .string(pattern)),
            ("examples", .array(examples.map(JSONValue.string))),
        ])
    }
}
