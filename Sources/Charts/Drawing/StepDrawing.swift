extension StepChart {
    /// Numbers along the vertical axis, for both renderings.
    var verticalTicks: Ticks {
        if let range = zones.span { return Ticks(from: range.lowerBound, to: range.upperBound) }
        return Ticks(around: series.flatMap { $0.values.compactMap { $0 } }, includingZero: true)
    }

    func draw(on sheet: inout Sheet) {
        if series.count > 1 { sheet.legend(legend) }
        sheet.verticalTitle(vertical.title)
        let ticks = verticalTicks
        let left = Sheet.margin + Sheet.room(for: ticks, on: vertical) + 8
        let right = sheet.width - Sheet.margin - zones.room
        let (top, bottom) = (sheet.y, sheet.y + 260)
        let scale = Scale(ticks: ticks, start: bottom, end: top)
        sheet.rows(of: zones, scale, from: left, to: right)
        sheet.verticalAxis(vertical, scale, from: left, to: right)
        let slots = Slots(count: categories.names.count, from: left, to: right)
        for (index, series) in series.enumerated() {
            let stroke = Self.stroke(index)
            let points = series.values.enumerated().map { slot, value in
                value.map { Canvas.Point(x: slots.middle(slot), y: scale.place($0)) }
            }
            sheet.canvas.path(Self.stepped(points), stroke)
            for case let point? in points {
                sheet.canvas.marker(.take(index), at: point, radius: 4, fill: stroke.colour)
            }
        }
        sheet.names(of: categories, slots, below: bottom)
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    static func stroke(_ index: Int) -> Canvas.Stroke {
        Canvas.Stroke(colour: Palette.take(Palette.series, index), width: 2.25, dash: .take(index))
    }

    /// Each value holds until the next.
    private static func stepped(_ points: [Canvas.Point?]) -> [Canvas.Point?] {
        var path: [Canvas.Point?] = []
        for (index, point) in points.enumerated() {
            if let point, index > 0, let before = points[index - 1] {
                path.append(Canvas.Point(x: point.x, y: before.y))
            }
            path.append(point)
        }
        return path
    }

    private var legend: [LegendEntry] {
        series.enumerated().map { index, series in
            LegendEntry(name: series.name, sample: .markedLine(Self.stroke(index), .take(index)))
        }
    }
}

extension RangeChart {
    /// Numbers along the vertical axis, for both renderings.
    var verticalTicks: Ticks {
        var values = goals.map(\.value) + median.values.compactMap { $0 }
        for band in bands { values += (band.low.values + band.high.values).compactMap { $0 } }
        return Ticks(around: values)
    }

    func draw(on sheet: inout Sheet) {
        sheet.legend(legend)
        sheet.verticalTitle(vertical.title)
        let ticks = verticalTicks
        let left = Sheet.margin + Sheet.room(for: ticks, on: vertical) + 8
        let right = sheet.width - Sheet.margin
        let (top, bottom) = (sheet.y, sheet.y + 260)
        let scale = Scale(ticks: ticks, start: bottom, end: top)
        sheet.verticalAxis(vertical, scale, from: left, to: right)
        let slots = Slots(count: categories.names.count, from: left, to: right)
        for (index, band) in bands.enumerated() {
            let width = Self.width(of: index, in: slots)
            for (slot, pair) in zip(band.low.values, band.high.values).enumerated() {
                guard case (let low?, let high?) = pair else { continue }
                sheet.canvas.rectangle(
                    x: slots.middle(slot) - width / 2, y: scale.place(high), width: width,
                    height: scale.place(low) - scale.place(high), fill: Self.colour(index))
            }
        }
        for goal in goals {
            let place = scale.place(goal.value)
            sheet.canvas.line(
                from: Canvas.Point(x: left, y: place), to: Canvas.Point(x: right, y: place), FanChart.goalStroke)
        }
        for (slot, value) in median.values.enumerated() {
            guard let value else { continue }
            let (middle, place) = (slots.middle(slot), scale.place(value))
            let half = Self.width(of: 0, in: slots) / 2
            sheet.canvas.line(
                from: Canvas.Point(x: middle - half, y: place), to: Canvas.Point(x: middle + half, y: place),
                FanChart.medianStroke)
        }
        sheet.names(of: categories, slots, below: bottom)
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    private static func width(of band: Int, in slots: Slots) -> Double {
        min(46, slots.width * 0.6) - Double(band) * 10
    }

    static func colour(_ band: Int) -> String { Palette.take(Palette.bands, 2 * band) }

    private var legend: [LegendEntry] {
        [LegendEntry(name: median.name, sample: .line(FanChart.medianStroke))]
            + bands.indices.reversed().map {
                LegendEntry(name: bands[$0].name, sample: .surface(Self.colour($0)))
            } + goals.map { LegendEntry(name: $0.name, sample: .line(FanChart.goalStroke)) }
    }
}

/// Equal stretches across a plot, one for each category.
struct Slots {
    let count: Int
    let start: Double
    let end: Double

    init(count: Int, from start: Double, to end: Double) {
        self.count = max(1, count)
        self.start = start
        self.end = end
    }

    var width: Double { (end - start) / Double(count) }

    func middle(_ slot: Int) -> Double { start + (Double(slot) + 0.5) * width }
}

extension Sheet {
    /// Names of categories below a plot; where they are too many every second, third … only.
    mutating func names(of categories: Categories, _ slots: Slots, below bottom: Double) {
        let widest = categories.names.map { min(120, TextWidth.of($0, size: 12)) }.max() ?? 0
        let step = max(1, Int(((widest + 12) / slots.width).rounded(.up)))
        for (slot, name) in categories.names.enumerated() where (slots.count - 1 - slot) % step == 0 {
            let place = slots.middle(slot)
            canvas.line(
                from: Canvas.Point(x: place, y: bottom), to: Canvas.Point(x: place, y: bottom + 5),
                Canvas.Stroke(colour: Palette.axis))
            canvas.text(
                TextWidth.cut(name, size: 12, width: 124), at: Canvas.Point(x: place, y: bottom + 19), size: 12,
                fill: Palette.faint, anchor: .middle)
        }
        y = bottom + 24
    }
}
