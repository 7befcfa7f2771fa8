import JSON

extension FanChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let x = Part.years(fields.number(yearColumn), yearRange, horizontal, chart)
        let y = Part.figures(vertical, verticalTicks)
        // With its place among all, which gives it its colour and shape, here as in the SVG file.
        let shown = observed.enumerated().filter { $0.element.series.values.contains { $0 != nil } }
        let hasMedian = median.values.contains { $0 != nil }
        let path = required.flatMap { $0.values.contains { $0 != nil } ? $0 : nil }
        var entries: [(name: String, colour: String)] = []
        var shapes: [LegendShape] = []
        if hasMedian {
            entries.append((median.name, Palette.median))
            entries += bands.indices.reversed().map { (bands[$0].name, Palette.take(Palette.bands, $0)) }
            shapes += [.line(.none)] + bands.map { _ in .surface }
        }
        entries += shown.map { ($0.element.series.name, Palette.take(Palette.observed, $0.offset)) }
        shapes += shown.map { .marker(.take($0.offset)) }
        if let path {
            entries.append((path.name, Palette.required))
            shapes.append(.line(Self.requiredStroke.dash))
        }
        entries += goals.map { ($0.name, Palette.goal) }
        shapes += goals.map { _ in .line(Self.goalStroke.dash) }
        let names = Part.distinct(entries.map(\.name))
        for index in entries.indices { entries[index].name = names[index] }
        var next = 0
        func name() -> JSONValue {
            next += 1
            return Part.colour(names[next - 1])
        }
        func values(_ series: Series) -> JSONValue { .object([("field", .string(fields.number(series.column)))] + y) }

        // Not of all layers: the line of a goal has no year.
        var middle: [JSONValue] = []
        var areas: [JSONValue] = []
        if hasMedian {
            middle = [
                ["mark": Part.line(Self.medianStroke), "encoding": ["x": x, "y": values(median), "color": name()]]
            ]
            areas = bands.reversed().map { band in
                let high: JSONValue = ["field": .string(fields.number(band.high.column))]
                return [
                    "mark": ["type": "area", "opacity": 1],
                    "encoding": ["x": x, "y": values(band.low), "y2": high, "color": name()],
                ]
            }
        }
        var points: [JSONValue] = []
        for (index, published) in shown {
            points += Self.layers(of: published, index, x, values(published.series), y, name(), &fields)
        }
        var paths: [JSONValue] = []
        if let path {
            paths = [
                ["mark": Part.line(Self.requiredStroke), "encoding": ["x": x, "y": values(path), "color": name()]]
            ]
        }
        let rules = goals.map { Part.rule($0, "y", Self.goalStroke, colour: name()) }
        let key = Part.key(entries, shapes)
        let layers = areas.reversed() + rules + paths + middle + points + key.layers
        return [
            ("width", .number(VegaLite.plotWidth)), ("height", .number(Self.plotHeight)),
            ("encoding", ["color": key.colours]), ("layer", .array(layers)),
        ]
    }

    private static func layers(
        of published: Observed, _ index: Int, _ x: JSONValue, _ value: JSONValue, _ y: [(String, JSONValue)],
        _ colour: JSONValue, _ fields: inout Fields
    ) -> [JSONValue] {
        let point: JSONValue = ["mark": Part.point(.take(index)), "encoding": ["x": x, "y": value, "color": colour]]
        // A floor has a lower end only: no range to draw.
        guard let low = published.low, let high = published.high,
            zip(low.values, high.values).contains(where: { $0.0 != nil && $0.1 != nil })
        else {
            return [point]
        }
        let ends = (fields.number(low.column), fields.number(high.column))
        let range: JSONValue = [
            "transform": [["filter": .string("isValid(datum['\(ends.0)']) && isValid(datum['\(ends.1)'])")]],
            "mark": ["type": "rule", "strokeWidth": 1.5],
            "encoding": [
                "x": x, "y": .object([("field", .string(ends.0))] + y), "y2": ["field": .string(ends.1)],
                "color": colour,
            ],
        ]
        return [range, point]
    }
}

extension StepChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let x = Part.categories(
            categories, fields.text(categories.column), axis: Part.foot(horizontal, chart) + [("labelAngle", 0)])
        let y = Part.figures(vertical, verticalTicks)
        let names = Part.distinct(series.map(\.name))
        let entries = names.enumerated().map { (name: $0.element, colour: Self.stroke($0.offset).colour) }
        let layers = series.enumerated().flatMap { index, series -> [JSONValue] in
            let encoding: JSONValue = [
                "x": x, "y": .object([("field", .string(fields.number(series.column)))] + y),
                "color": Part.colour(names[index]),
            ]
            return [
                ["mark": Part.line(Self.stroke(index), interpolate: "step-after"), "encoding": encoding],
                ["mark": Part.point(.take(index)), "encoding": encoding],
            ]
        }
        var colours = Part.colours(entries)
        if series.count == 1 { colours = colours.merging([("legend", nil)]) }
        return [
            ("width", .number(VegaLite.plotWidth)), ("height", 260), ("encoding", ["color": colours]),
            ("layer", .array(Part.zones(zones, "y") + layers)),
        ]
    }
}

extension RangeChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let x = Part.categories(
            categories, fields.text(categories.column), axis: Part.foot(horizontal, chart) + [("labelAngle", 0)])
        let y = Part.figures(vertical, verticalTicks)
        func values(_ series: Series) -> JSONValue { .object([("field", .string(fields.number(series.column)))] + y) }
        var entries = bands.enumerated().map { (name: $0.element.name, colour: Self.colour($0.offset)) }
        entries.append((median.name, Palette.median))
        entries += goals.map { ($0.name, Palette.goal) }
        let names = Part.distinct(entries.map(\.name))
        for index in entries.indices { entries[index].name = names[index] }
        let bars = bands.enumerated().map { index, band -> JSONValue in
            [
                "mark": ["type": "bar", "size": .integer(44 - 10 * index), "opacity": 1],
                "encoding": [
                    "x": x, "y": values(band.low), "y2": ["field": .string(fields.number(band.high.column))],
                    "color": Part.colour(names[index]),
                ],
            ]
        }
        let middle: JSONValue = [
            "mark": ["type": "tick", "thickness": 2.5, "size": 44, "orient": "horizontal", "opacity": 1],
            "encoding": ["x": x, "y": values(median), "color": Part.colour(names[bands.count])],
        ]
        let rules = goals.enumerated().map { index, goal in
            Part.rule(goal, "y", FanChart.goalStroke, colour: Part.colour(names[bands.count + 1 + index]))
        }
        let key = Part.key(
            entries,
            bands.map { _ in LegendShape.surface } + [.line(.none)] + goals.map { _ in .line(FanChart.goalStroke.dash) }
        )
        return [
            ("width", .number(VegaLite.plotWidth)), ("height", 260), ("encoding", ["color": key.colours]),
            ("layer", .array(bars + rules + [middle] + key.layers)),
        ]
    }
}

extension StackChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let year = fields.number(yearColumn)
        var parts = self.parts.enumerated().map { index, part in
            (field: fields.number(part.column), name: part.name, colour: Palette.take(Palette.areas, index))
        }
        if !rest.isEmpty {
            fields.sum(of: rest.map(\.column), as: "all_others")
            parts.append(("all_others", restName, Palette.rest))
        }
        let keys = parts.map(\.field)
        let folded: JSONValue = ["fold": .array(keys.map { .string($0) }), "as": ["part", "value"]]
        let order: JSONValue = [
            "calculate": .string("indexof(\(Expression.list(keys)), datum.part)"), "as": "order",
        ]
        // The legend reads as the areas lie: the uppermost first.
        let reversed = parts.reversed().map { $0 }
        let colour: JSONValue = [
            "field": "part", "type": "nominal",
            "scale": [
                "domain": .array(reversed.map { .string($0.field) }),
                "range": .array(reversed.map { .string($0.colour) }),
            ],
            "legend": [
                "orient": "right", "direction": "vertical", "columns": 1, "symbolType": "square",
                "symbolStrokeWidth": 0, "offset": 18,
                "labelLimit": 420, "labelExpr": .string(Expression.lookup(keys, parts.map(\.name), at: "datum.label")),
            ],
        ]
        return [
            ("width", 480), ("height", 340),
            (
                "layer",
                [
                    [
                        "transform": [folded, order],
                        "mark": ["type": "area", "stroke": "white", "strokeWidth": 0.75, "opacity": 1],
                        "encoding": [
                            "x": Part.years(year, yearRange, horizontal, chart),
                            "y": .object(
                                [("field", "value"), ("stack", "zero")] + Part.figures(vertical, verticalTicks)),
                            "color": colour, "order": ["field": "order", "type": "quantitative"],
                        ],
                    ]
                ]
            ),
        ]
    }
}
