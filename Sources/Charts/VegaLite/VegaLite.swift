import JSON

/// Charts as Vega-Lite specifications (version 5) that read their figures from a CSV file beside them.
public enum VegaLite {
    /// The JSON document: equal charts give equal bytes.
    ///
    /// - Parameter url: where the data file is, as seen from the specification: `fan.csv`.
    public static func bytes(of chart: Chart, data url: String) -> [UInt8] {
        specification(of: chart, data: url).bytes
    }

    /// The document as text.
    public static func json(of chart: Chart, data url: String) -> String {
        String(decoding: bytes(of: chart, data: url), as: UTF8.self)
    }

    private static func specification(of chart: Chart, data url: String) -> JSONValue {
        var fields = Fields()
        let body =
            switch chart.form {
            case .fan(let fan): fan.body(&fields, chart)
            case .steps(let steps): steps.body(&fields, chart)
            case .ranges(let ranges): ranges.body(&fields, chart)
            case .ranking(let ranking): ranking.body(&fields, chart)
            case .stack(let stack): stack.body(&fields, chart)
            case .waterfall(let waterfall): waterfall.body(&fields, chart)
            case .bars(let bars): bars.body(&fields, chart)
            case .dumbbells(let dumbbells): dumbbells.body(&fields, chart)
            }
        var entries: [(String, JSONValue)] = [
            ("$schema", "https://vega.github.io/schema/vega-lite/v5.json"),
            ("description", .string(chart.alternative)), ("title", title(of: chart)), ("data", fields.data(url)),
        ]
        if !fields.transforms.isEmpty { entries.append(("transform", .array(fields.transforms))) }
        return .object(entries + body + [("config", config), ("usermeta", usermeta(of: chart))])
    }

    private static func title(of chart: Chart) -> JSONValue {
        func lines(_ text: String, _ size: Double, _ most: Int) -> JSONValue {
            .array(TextWidth.lines(of: text, size: size, width: plotWidth + 80, most: most).map { .string($0) })
        }
        var entries: [(String, JSONValue)] = [("text", lines(chart.title, 18, 2))]
        if !chart.subtitle.isEmpty { entries.append(("subtitle", lines(chart.subtitle, 13, 3))) }
        return .object(entries)
    }

    private static func usermeta(of chart: Chart) -> JSONValue {
        ["language": .string(chart.language), "source": .string(chart.source)]
    }

    static let plotWidth = 620.0

    private static let config: JSONValue = {
        let axis: JSONValue = [
            "labelColor": .string(Palette.faint), "titleColor": .string(Palette.faint),
            "gridColor": .string(Palette.grid),
            "domainColor": .string(Palette.axis), "tickColor": .string(Palette.axis), "labelFontSize": 12,
            "titleFontSize": 12, "titleFontWeight": "normal", "labelLimit": 240, "labelPadding": 5,
        ]
        // Above the upper end: it reads without turning one's head, Chinese too.
        let vertical: JSONValue = [
            "domain": false, "titleAngle": 0, "titleAlign": "left", "titleAnchor": "end", "titleBaseline": "bottom",
            "titleX": 0, "titleY": -8,
        ]
        let title: JSONValue = [
            "anchor": "start", "frame": "bounds", "fontSize": 18, "color": .string(Palette.ink), "subtitleFontSize": 13,
            "subtitleColor": .string(Palette.faint), "offset": 14,
        ]
        // Clear of the title of the vertical axis, which stands above the plot too.
        let legend: JSONValue = [
            "orient": "top", "direction": "horizontal", "title": nil, "labelLimit": 560, "labelFontSize": 12,
            "symbolSize": 120, "offset": 32,
        ]
        return [
            "background": .string(Palette.paper), "font": .string(Palette.fonts), "view": ["stroke": nil],
            "axis": axis, "axisY": vertical, "title": title, "legend": legend,
        ]
    }()
}

/// Parts of specifications that several forms share.
enum Part {
    /// The scale and axis of figures, with the numbers that the SVG file has.
    ///
    /// - Parameter foot: members of the axis, which win: those of `foot` for a horizontal one.
    static func figures(
        _ axis: Axis, _ ticks: Ticks, foot: [(String, JSONValue)] = []
    ) -> [(String, JSONValue)] {
        var parts: [(String, JSONValue)] = [
            ("title", .string(axis.title)), ("values", .array(ticks.values.map { .number($0) })),
        ]
        switch axis.format {
        case .percent: parts.append(("format", .string(",.\(max(0, ticks.decimals - 2))%")))
        case .number:
            let format = ",.\(NumberLabel.decimals(of: ticks, factor: axis.factor))f"
            if axis.factor == 1 {
                parts.append(("format", .string(format)))
            } else {
                parts.append(("labelExpr", .string("format(datum.value * \(axis.factor), '\(format)')")))
            }
        }
        return [
            ("type", "quantitative"),
            ("scale", ["domain": [.number(ticks.low), .number(ticks.high)], "nice": false, "zero": false]),
            ("axis", JSONValue.object(parts).merging(foot)),
        ]
    }

    /// A layer that draws what is left after transforms, in rows along the vertical axis.
    static func within(_ transform: [JSONValue], _ y: JSONValue, _ layer: JSONValue) -> JSONValue {
        guard case .object(let members) = layer else { return layer }
        return .object(
            [("transform", .array(transform))]
                + members.map { $0.0 == "encoding" ? ($0.0, $0.1.merging([("y", y)])) : $0 })
    }

    /// The title of a horizontal axis, and below it where the figures come from: a specification has no foot.
    static func foot(_ axis: Axis, _ chart: Chart) -> [(String, JSONValue)] {
        let source = TextWidth.lines(of: chart.source, size: 12, width: VegaLite.plotWidth + 60, most: 4)
        // A line without a character has no height in SVG.
        let lines = (axis.title.isEmpty ? [] : [axis.title]) + (source.isEmpty ? [] : ["\u{200B}"] + source)
        return [
            ("title", .array(lines.map { .string(TextWidth.cut($0, size: 12, width: VegaLite.plotWidth + 60)) })),
            ("titleAnchor", "start"), ("titleAlign", "left"),
        ]
    }

    /// Years along the horizontal axis.
    static func years(_ field: String, _ range: ClosedRange<Int>, _ axis: Axis, _ chart: Chart) -> JSONValue {
        let years = Years.ticks(range, width: VegaLite.plotWidth)
        let parts: [(String, JSONValue)] =
            foot(axis, chart) + [("format", "d"), ("values", .array(years.map { .integer($0) })), ("grid", false)]
        return [
            "field": .string(field), "type": "quantitative",
            "scale": [
                "domain": [.integer(range.lowerBound), .integer(range.upperBound)], "nice": false, "zero": false,
            ],
            "axis": .object(parts),
        ]
    }

    /// Categories along an axis, in their order, under the names that people read.
    static func categories(
        _ categories: Categories, _ field: String, axis further: [(String, JSONValue)]
    ) -> JSONValue {
        let names = categories.names.map { TextWidth.lines(of: $0, size: 12, width: 230, most: 2) }
        return [
            "field": .string(field), "type": "ordinal", "sort": .array(categories.keys.map { .string($0) }),
            "scale": ["domain": .array(categories.keys.map { .string($0) })],
            "axis": .object(
                [("labelExpr", .string(Expression.lookup(categories.keys, lines: names, at: "datum.label")))] + further),
        ]
    }

    /// The height of a row of bars: more where a name takes two lines.
    static func step(_ height: Int, _ categories: Categories) -> JSONValue {
        let isLong = categories.names.contains { TextWidth.of($0, size: 12) > 230 }
        return ["step": .integer(isLong ? max(height, 32) : height)]
    }

    /// One value of a colour scale that all layers share.
    static func colour(_ name: String) -> JSONValue { ["datum": .string(name)] }

    /// That scale, with its legend.
    static func colours(_ entries: [(name: String, colour: String)]) -> JSONValue {
        let widest = entries.map { min(560, TextWidth.of($0.name, size: 12)) }.max() ?? 0
        let columns = max(1, min(entries.count, Int(VegaLite.plotWidth / (widest + 34))))
        return [
            "scale": [
                "domain": .array(entries.map { .string($0.name) }), "range": .array(entries.map { .string($0.colour) }),
            ],
            "legend": .object(legend(columns) + [("symbolType", "square")]),
        ]
    }

    private static func legend(_ columns: Int) -> [(String, JSONValue)] {
        [("symbolStrokeWidth", 0), ("columns", .integer(columns)), ("labelOffset", 9)]
    }

    /// That scale, and a layer of nothing that gives its legend the shapes that are drawn: without them a dashed line, a
    /// dotted one and a point of one colour look alike there.
    static func key(
        _ entries: [(name: String, colour: String)], _ shapes: [LegendShape]
    ) -> (colours: JSONValue, layers: [JSONValue]) {
        let plain = colours(entries)
        guard let first = entries.first else { return (plain, []) }
        let widest = entries.map { min(560, TextWidth.of($0.name, size: 12)) }.max() ?? 0
        let columns = max(1, min(entries.count, Int(VegaLite.plotWidth / (widest + 42))))
        let legend = JSONValue.object(legend(columns))
        let domain = JSONValue.array(entries.map { .string($0.name) })
        let range = JSONValue.array(shapes.map { .string($0.path) })
        let layer: JSONValue = [
            "data": ["values": [["entry": .string(first.name)]]],
            "mark": ["type": "point", "filled": true, "opacity": 0],
            "encoding": [
                "color": colour(first.name),
                "shape": [
                    "field": "entry", "type": "nominal", "scale": ["domain": domain, "range": range], "legend": legend,
                ],
            ],
        ]
        return (plain.merging([("legend", legend)]), [layer])
    }

    /// Names that differ, as a scale tells things apart by their names.
    static func distinct(_ names: [String]) -> [String] {
        var used: Set<String> = []
        return names.map { name in
            var candidate = name
            var number = 2
            while !used.insert(candidate).inserted {
                candidate = "\(name) (\(number))"
                number += 1
            }
            return candidate
        }
    }

    static func line(_ stroke: Canvas.Stroke, interpolate: String? = nil) -> JSONValue {
        var parts: [(String, JSONValue)] = [("type", "line"), ("strokeWidth", .number(stroke.width))]
        if !stroke.dash.lengths.isEmpty { parts.append(("strokeDash", dash(stroke))) }
        if let interpolate { parts.append(("interpolate", .string(interpolate))) }
        return .object(parts)
    }

    static func point(_ marker: Marker, size: Int = 70) -> JSONValue {
        [
            "type": "point", "filled": true, "opacity": 1, "size": .integer(size), "shape": .string(marker.name),
            "stroke": "white", "strokeWidth": 1,
        ]
    }

    static func dash(_ stroke: Canvas.Stroke) -> JSONValue { .array(stroke.dash.lengths.map { .integer($0) }) }

    /// A line across a plot at one value; `direction` is the axis of the value.
    static func rule(
        _ threshold: Threshold, _ direction: String, _ stroke: Canvas.Stroke, colour: JSONValue
    ) -> JSONValue {
        let mark: JSONValue = ["type": "rule", "strokeWidth": .number(stroke.width), "strokeDash": dash(stroke)]
        let place: JSONValue = ["datum": .number(threshold.value)]
        // One row, so that the line is drawn once.
        return [
            "data": ["values": [[:]]], "mark": mark, "encoding": .object([(direction, place), ("color", colour)]),
        ]
    }

    /// Zones behind a plot with their names; `direction` is the axis of their bounds.
    static func zones(_ zones: [Zone], _ direction: String) -> [JSONValue] {
        guard !zones.isEmpty else { return [] }
        let shaded = zones.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        func data(_ zones: [Zone]) -> JSONValue {
            let values: [JSONValue] = zones.map { zone in
                let middle = (zone.low + zone.high) / 2
                return [
                    "low": .number(zone.low), "high": .number(zone.high), "middle": .number(middle),
                    "name": .string(zone.name),
                ]
            }
            return ["values": .array(values)]
        }
        let isVertical = direction == "y"
        let place: (String, JSONValue) = isVertical ? ("x", ["value": "width"]) : ("y", ["value": 0])
        let text: JSONValue =
            isVertical
            ? ["type": "text", "align": "left", "dx": 6, "color": .string(Palette.faint)]
            : ["type": "text", "baseline": "bottom", "dy": -4, "color": .string(Palette.faint)]
        let (low, middle): (JSONValue, JSONValue) = (
            ["field": "low", "type": "quantitative"], ["field": "middle", "type": "quantitative"]
        )
        let (high, name): (JSONValue, JSONValue) = (["field": "high"], ["field": "name"])
        return [
            [
                "data": data(shaded), "mark": ["type": "rect", "color": .string(Palette.zone)],
                "encoding": .object([(direction, low), (direction + "2", high)]),
            ],
            [
                "data": data(zones), "mark": text,
                "encoding": .object([(direction, middle), place, ("text", name)]),
            ],
        ]
    }
}
