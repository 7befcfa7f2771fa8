extension FanChart {
    static let plotHeight = 300.0

    /// Numbers along the vertical axis, for both renderings.
    var verticalTicks: Ticks {
        var values: [Double] = goals.map(\.value)
        for band in bands { values += (band.low.values + band.high.values).compactMap { $0 } }
        values += median.values.compactMap { $0 }
        for published in observed {
            for series in [published.series, published.low, published.high] {
                values += series?.values.compactMap { $0 } ?? []
            }
        }
        values += required?.values.compactMap { $0 } ?? []
        return Ticks(around: values)
    }

    /// From the first year to the last; a year to each side where there is only one.
    var yearRange: ClosedRange<Int> {
        let (first, last) = (years.first ?? 0, years.last ?? 0)
        return first < last ? first...last : (first - 1)...(first + 1)
    }

    func draw(on sheet: inout Sheet) {
        sheet.legend(legend)
        sheet.verticalTitle(vertical.title)
        let ticks = verticalTicks
        let left = Sheet.margin + Sheet.room(for: ticks, on: vertical) + 8
        let right = sheet.width - Sheet.margin - 14
        let top = sheet.y
        let bottom = top + Self.plotHeight
        let scale = Scale(ticks: ticks, start: bottom, end: top)
        let across = Years(yearRange, from: left + 10, to: right - 10)
        sheet.verticalAxis(vertical, scale, from: left, to: right)
        drawPaths(on: &sheet.canvas, across, scale, from: left, to: right)
        sheet.years(across, below: bottom)
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    private func drawPaths(
        on canvas: inout Canvas, _ across: Years, _ scale: Scale, from left: Double, to right: Double
    ) {
        func points(_ series: Series) -> [Canvas.Point?] {
            zip(years, series.values).map { year, value in
                value.map { Canvas.Point(x: across.place(year), y: scale.place($0)) }
            }
        }
        for (index, band) in bands.enumerated() {
            canvas.area(upper: points(band.high), lower: points(band.low), fill: Palette.take(Palette.bands, index))
        }
        for goal in goals {
            let place = scale.place(goal.value)
            canvas.line(
                from: Canvas.Point(x: left, y: place), to: Canvas.Point(x: right, y: place), Self.goalStroke)
        }
        if let required { canvas.path(points(required), Self.requiredStroke) }
        canvas.path(points(median), Self.medianStroke)
        for (index, published) in observed.enumerated() {
            let colour = Palette.take(Palette.observed, index)
            if let low = published.low, let high = published.high {
                for case (let low?, let high?) in zip(points(low), points(high)) {
                    canvas.line(from: low, to: high, Canvas.Stroke(colour: colour, width: 1.5))
                }
            }
            for case let point? in points(published.series) {
                canvas.marker(.take(index), at: point, fill: colour)
            }
        }
    }

    static let medianStroke = Canvas.Stroke(colour: Palette.median, width: 2.5)
    static let requiredStroke = Canvas.Stroke(colour: Palette.required, width: 2, dash: .long)
    static let goalStroke = Canvas.Stroke(colour: Palette.goal, width: 1.5, dash: .dotted)

    private var legend: [LegendEntry] {
        var entries: [LegendEntry] = []
        if median.values.contains(where: { $0 != nil }) {
            entries.append(LegendEntry(name: median.name, sample: .line(Self.medianStroke)))
            entries += bands.indices.reversed().map { index in
                LegendEntry(name: bands[index].name, sample: .surface(Palette.take(Palette.bands, index)))
            }
        }
        for (index, published) in observed.enumerated() where published.series.values.contains(where: { $0 != nil }) {
            entries.append(
                LegendEntry(
                    name: published.series.name, sample: .marker(.take(index), Palette.take(Palette.observed, index))))
        }
        if let required, required.values.contains(where: { $0 != nil }) {
            entries.append(LegendEntry(name: required.name, sample: .line(Self.requiredStroke)))
        }
        return entries + goals.map { LegendEntry(name: $0.name, sample: .line(Self.goalStroke)) }
    }
}

/// Places of years across a plot.
struct Years {
    let range: ClosedRange<Int>
    let start: Double
    let end: Double

    init(_ range: ClosedRange<Int>, from start: Double, to end: Double) {
        self.range = range
        self.start = start
        self.end = end
    }

    func place(_ year: Int) -> Double {
        start + Double(year - range.lowerBound) / Double(max(1, range.upperBound - range.lowerBound)) * (end - start)
    }

    /// Every year, every second back from the last, which goals are for, or those that five, ten … divide, so that they
    /// can be read.
    static func ticks(_ range: ClosedRange<Int>, width: Double) -> [Int] {
        let most = max(2, Int(width / 48))
        let span = range.upperBound - range.lowerBound
        let step = [1, 2, 5, 10, 20, 50, 100].first { span / $0 < most } ?? 1000
        let ticks = range.filter { step == 2 ? (range.upperBound - $0) % 2 == 0 : $0 % step == 0 }
        // One year alone gives no scale.
        return ticks.count > 1 || span == 0 ? ticks : [range.lowerBound, range.upperBound]
    }
}

extension Sheet {
    /// Years below a plot.
    mutating func years(_ years: Years, below bottom: Double) {
        for year in Years.ticks(years.range, width: years.end - years.start) {
            let place = years.place(year)
            canvas.line(
                from: Canvas.Point(x: place, y: bottom), to: Canvas.Point(x: place, y: bottom + 5),
                Canvas.Stroke(colour: Palette.axis))
            canvas.text(
                String(year), at: Canvas.Point(x: place, y: bottom + 19), size: 12, fill: Palette.faint, anchor: .middle
            )
        }
        y = bottom + 24
    }
}
