import JSON

extension RankingChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let rank = fields.text(units.column)
        let y = Part.categories(units, rank, axis: [("title", nil), ("ticks", false), ("domain", false)])
        let x = Part.figures(horizontal, horizontalTicks, foot: Part.foot(horizontal, chart))
        let names = Part.distinct([median.name, rangeName] + thresholds.map(\.name))
        let colours = [Palette.bar, Palette.ink] + thresholds.map { _ in Palette.required }
        let entries = zip(names, colours).map { (name: $0, colour: $1) }
        let key = Part.key(
            entries,
            [.surface, .line(.none)] + thresholds.indices.map { LegendShape.line(Self.stroke($0).dash) })
        let bar: JSONValue = [
            "mark": ["type": "bar"],
            "encoding": [
                "x": .object([("field", .string(fields.number(median.column)))] + x), "color": Part.colour(names[0]),
            ],
        ]
        let whisker: JSONValue = [
            "mark": ["type": "rule", "strokeWidth": 1.25],
            "encoding": [
                "x": .object([("field", .string(fields.number(low.column)))] + x),
                "x2": ["field": .string(fields.number(high.column))], "color": Part.colour(names[1]),
            ],
        ]
        let rules = thresholds.enumerated().map { index, threshold in
            Part.rule(threshold, "x", Self.stroke(index), colour: Part.colour(names[2 + index]))
        }
        let drawn: JSONValue = ["filter": .string("indexof(\(Expression.list(units.keys)), datum['\(rank)']) >= 0")]
        let rows = [bar, whisker].map { Part.within([drawn], y, $0) }
        return [
            ("width", .number(VegaLite.plotWidth - 120)), ("height", Part.step(21, units)),
            ("encoding", ["color": key.colours]), ("layer", .array(rows + rules + key.layers)),
        ]
    }
}

extension WaterfallChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let row = fields.number(self.row.column)
        var keys = parts.map { fields.number($0.column) }
        var names = parts.map(\.name)
        let total = fields.number(self.total.column)
        if !rest.isEmpty {
            fields.sum(of: rest.map(\.column), as: "all_others")
            keys.append("all_others")
            names.append(restName)
        }
        keys.append(total)
        names.append(self.total.name)
        let transform: [JSONValue] = [
            ["filter": .string("datum['\(row)'] == \(self.row.value)")],
            ["fold": .array(keys.map { .string($0) }), "as": ["part", "value"]],
            ["calculate": .string("indexof(\(Expression.list(keys)), datum.part)"), "as": "order"],
            ["calculate": .string("datum.part == '\(total)' ? 0 : datum.value"), "as": "added"],
            [
                "window": [["op": "sum", "field": "added", "as": "sum"]], "sort": [["field": "order"]],
                "frame": [nil, 0],
            ],
            ["calculate": .string("datum.part == '\(total)' ? 0 : datum.sum - datum.added"), "as": "from"],
            ["calculate": .string("datum.part == '\(total)' ? datum.value : datum.sum"), "as": "to"],
            ["calculate": "max(datum.from, datum.to)", "as": "end"],
        ]
        let decimals = min(12, NumberLabel.decimals(of: horizontalTicks, factor: horizontal.factor) + 1)
        let sign = "datum.part == '\(total)' ? '' : datum.value > 0 ? '+' : ''"
        let label: JSONValue = [
            "calculate": .string("(\(sign)) + format(datum.value * \(horizontal.factor), ',.\(decimals)f')"),
            "as": "label",
        ]
        let axis = Part.figures(horizontal, horizontalTicks, foot: Part.foot(horizontal, chart))
        let categories = Categories(names: names, column: "part", keys: keys)
        let y = Part.categories(categories, "part", axis: [("title", nil), ("ticks", false), ("domain", false)])
        let bars: JSONValue = [
            "mark": ["type": "bar"],
            "encoding": [
                "x": .object([("field", "from")] + axis), "x2": ["field": "to"],
                "color": [
                    "condition": [
                        ["test": .string("datum.part == '\(total)'"), "value": .string(Palette.total)],
                        ["test": "datum.value < 0", "value": .string(Palette.falling)],
                    ],
                    "value": .string(Palette.bar),
                ],
            ],
        ]
        let texts: JSONValue = [
            "mark": ["type": "text", "align": "left", "dx": 5, "color": .string(Palette.ink), "fontSize": 12],
            "encoding": ["x": .object([("field", "end")] + axis), "text": ["field": "label"]],
        ]
        return [
            ("width", .number(VegaLite.plotWidth - 120)), ("height", Part.step(24, categories)),
            (
                "layer",
                [
                    ["transform": .array(transform + [label]), "encoding": ["y": y], "layer": [bars, texts]]
                ]
            ),
        ]
    }
}

extension BarChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let columns = Columns(
            bar: fields.text(barColumn), value: fields.number(valueColumn), low: lowColumn.map { fields.number($0) },
            high: highColumn.map { fields.number($0) })
        for filter in panels.flatMap(\.filters) { _ = fields.text(filter.column) }
        let bodies = panels.enumerated().map { index, panel in
            body(of: panel, columns, isLast: index == panels.count - 1, fields, chart)
        }
        // A panel with a name has a title of its own beside that of the chart.
        if panels.count == 1, panels[0].name.isEmpty { return bodies[0] }
        return [("vconcat", .array(bodies.map { .object($0) })), ("spacing", 12)]
    }

    private struct Columns {
        var bar: String
        var value: String
        var low: String?
        var high: String?
    }

    private func body(
        of panel: Panel, _ columns: Columns, isLast: Bool, _ fields: Fields, _ chart: Chart
    ) -> [(String, JSONValue)] {
        var fields = fields
        let keys = panel.bars.map(\.key)
        let filters = panel.filters.map { filter -> String in
            "datum['\(fields.text(filter.column))'] == \(Expression.text(filter.value))"
        }
        let drawn = (["indexof(\(Expression.list(keys)), datum['\(columns.bar)']) >= 0"] + filters)
            .joined(separator: " && ")
        let labels = Expression.lookup(keys, panel.bars.map(\.label), at: "datum['\(columns.bar)']")
        let behind =
            columns.high.map { "max(datum['\(columns.value)'], datum['\($0)'], 0)" }
            ?? "max(datum['\(columns.value)'], 0)"
        var transform: [JSONValue] = [
            ["filter": .string(drawn)], ["calculate": .string(labels), "as": "label"],
            ["calculate": .string(behind), "as": "behind"],
        ]
        if let legend {
            let (plain, marked) = (Expression.text(legend.plain), Expression.text(legend.marked))
            let kind = "\(isMarked(panel, columns)) ? \(marked) : \(plain)"
            transform.append(["calculate": .string(kind), "as": "kind_of_bar"])
        }
        let foot = isLast ? Part.foot(horizontal, chart) : [("title", nil), ("labels", false), ("ticks", false)]
        let axis = Part.figures(horizontal, horizontalTicks, foot: foot)
        let categories = Categories(names: panel.bars.map(\.name), column: barColumn, keys: keys)
        let y = Part.categories(categories, columns.bar, axis: [("title", nil), ("ticks", false), ("domain", false)])
        var layers = Part.zones(zones, "x")
        layers.append(Part.within(transform, y, bars(columns, axis, panel)))
        if let low = columns.low, let high = columns.high {
            layers.append(
                Part.within(
                    transform + [["filter": .string("isValid(datum['\(low)']) && isValid(datum['\(high)'])")]], y,
                    [
                        "mark": ["type": "rule", "strokeWidth": 1.25],
                        "encoding": ["x": .object([("field", .string(low))] + axis), "x2": ["field": .string(high)]],
                    ]))
        }
        layers.append(
            Part.within(
                transform, y,
                [
                    "mark": ["type": "text", "align": "left", "dx": 5, "color": .string(Palette.ink), "fontSize": 12],
                    "encoding": ["x": .object([("field", "behind")] + axis), "text": ["field": "label"]],
                ]))
        var body: [(String, JSONValue)] = [
            ("width", .number(VegaLite.plotWidth - 160)), ("height", Part.step(23, categories)),
            ("layer", .array(layers)),
        ]
        if !panel.name.isEmpty {
            let name = TextWidth.cut(panel.name, size: 12, width: VegaLite.plotWidth)
            body.insert(("title", ["text": .string(name), "fontSize": 12, "offset": 4, "frame": "group"]), at: 0)
        }
        return body
    }

    private func bars(_ columns: Columns, _ axis: [(String, JSONValue)], _ panel: Panel) -> JSONValue {
        var colour: JSONValue = [
            "condition": ["test": .string(isMarked(panel, columns)), "value": .string(Palette.marked)],
            "value": .string(Palette.bar),
        ]
        if let legend {
            let kinds = [(name: legend.plain, colour: Palette.bar), (name: legend.marked, colour: Palette.marked)]
            colour = Part.colours(kinds).merging([("field", "kind_of_bar"), ("type", "nominal")])
        }
        return [
            "mark": ["type": "bar"],
            "encoding": ["x": .object([("field", .string(columns.value))] + axis), "color": colour],
        ]
    }

    /// Whether a row of the file has a bar in the second colour.
    private func isMarked(_ panel: Panel, _ columns: Columns) -> String {
        let marked = panel.bars.filter(\.isMarked).map(\.key)
        return "indexof(\(Expression.list(marked)), datum['\(columns.bar)']) >= 0"
    }
}

extension DumbbellChart {
    func body(_ fields: inout Fields, _ chart: Chart) -> [(String, JSONValue)] {
        let row = fields.text(rows.column)
        let y = Part.categories(rows, row, axis: [("title", nil), ("ticks", false), ("domain", false), ("grid", true)])
        let axis = Part.figures(horizontal, horizontalTicks, foot: Part.foot(horizontal, chart))
        let names = Part.distinct(series.map(\.name) + thresholds.map(\.name))
        let columns = series.map { fields.number($0.column) }
        let colours = series.indices.map { Palette.take(Palette.series, $0) } + thresholds.map { _ in Palette.goal }
        func value(_ index: Int) -> JSONValue { .object([("field", .string(columns[index]))] + axis) }
        let ways = series.indices.dropFirst().map { index -> JSONValue in
            [
                "transform": [
                    ["filter": .string("isValid(datum['\(columns[0])']) && isValid(datum['\(columns[index])'])")]
                ],
                "mark": ["type": "rule", "strokeWidth": 2.5, "color": .string(Palette.axis)],
                "encoding": ["y": y, "x": value(0), "x2": ["field": .string(columns[index])]],
            ]
        }
        let points = series.indices.reversed().map { index -> JSONValue in
            [
                "mark": Part.point(.take(index), size: index == 0 ? 90 : 110),
                "encoding": ["y": y, "x": value(index), "color": Part.colour(names[index])],
            ]
        }
        let rules = thresholds.enumerated().map { index, threshold in
            Part.rule(threshold, "x", FanChart.goalStroke, colour: Part.colour(names[series.count + index]))
        }
        let entries = zip(names, colours).map { (name: $0, colour: $1) }
        let key = Part.key(
            entries,
            series.indices.map { LegendShape.marker(.take($0)) }
                + thresholds.map { _ in LegendShape.line(FanChart.goalStroke.dash) })
        return [
            ("width", .number(VegaLite.plotWidth - 120)), ("height", ["step": 32]),
            ("encoding", ["color": key.colours]),
            ("layer", .array(Part.zones(zones, "x") + rules + ways + points + key.layers)),
        ]
    }
}

extension JSONValue {
    /// An object with the members of others, which win.
    func merging(_ others: [(String, JSONValue)]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { member in !others.contains { $0.0 == member.0 } } + others)
    }
}
