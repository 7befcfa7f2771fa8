extension BarChart {
    /// Numbers along the horizontal axis, for both renderings.
    var horizontalTicks: Ticks {
        if let range = zones.span { return Ticks(from: range.lowerBound, to: range.upperBound) }
        let bars = panels.flatMap(\.bars)
        return Ticks(around: bars.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }, includingZero: true)
    }

    func draw(on sheet: inout Sheet) {
        if let legend {
            sheet.legend([
                LegendEntry(name: legend.plain, sample: .surface(Palette.bar)),
                LegendEntry(name: legend.marked, sample: .surface(Palette.marked)),
            ])
        }
        let bars = panels.flatMap(\.bars)
        let rows = Rows(bars.map(\.name), height: 23, on: sheet.width)
        let labels = bars.map { TextWidth.cut($0.label, size: 12, width: min(150, sheet.width / 4)) }
        let room = labels.map { TextWidth.of($0, size: 12) }.max() ?? 0
        let (left, right) = (Sheet.margin + rows.room, sheet.width - Sheet.margin - room - 16)
        let scale = Scale(ticks: horizontalTicks, start: left, end: right)
        let height = panels.reduce(0) { $0 + ($1.name.isEmpty ? 0 : 26) + rows.height * Double($1.bars.count) }
        sheet.columns(of: zones, scale, height: height)
        let (top, bottom) = (sheet.y, sheet.y + height)
        sheet.horizontalAxis(horizontal, scale, from: top, to: bottom)
        var place = top
        var index = 0
        for panel in panels {
            if !panel.name.isEmpty {
                sheet.heading(panel.name, at: place)
                place += 26
            }
            for bar in panel.bars {
                let middle = place + rows.height / 2
                sheet.name(rows.lines[index], before: left, middle: middle)
                draw(bar, label: labels[index], at: middle, thick: rows.bar, scale, on: &sheet)
                place += rows.height
                index += 1
            }
        }
        sheet.y = bottom + 20
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    private func draw(
        _ bar: Bar, label: String, at middle: Double, thick: Double, _ scale: Scale, on sheet: inout Sheet
    ) {
        guard let value = bar.value, value.isFinite else {
            return sheet.canvas.text("–", at: Canvas.Point(x: scale.place(0) + 4, y: middle + 4), size: 12)
        }
        let (start, end) = (scale.place(min(0, value)), scale.place(max(0, value)))
        sheet.canvas.rectangle(
            x: start, y: middle - thick / 2, width: max(1, end - start), height: thick,
            fill: bar.isMarked ? Palette.marked : Palette.bar)
        var behind = end
        if let low = bar.low, let high = bar.high {
            sheet.whisker(from: scale.place(low), to: scale.place(high), at: middle)
            behind = max(end, scale.place(high))
        }
        sheet.canvas.text(label, at: Canvas.Point(x: behind + 6, y: middle + 4), size: 12, hasHalo: true)
    }
}

extension DumbbellChart {
    /// Numbers along the horizontal axis, for both renderings.
    var horizontalTicks: Ticks {
        if let range = zones.span { return Ticks(from: range.lowerBound, to: range.upperBound) }
        return Ticks(around: series.flatMap { $0.values.compactMap { $0 } } + thresholds.map(\.value))
    }

    func draw(on sheet: inout Sheet) {
        sheet.legend(legend)
        let rows = Rows(self.rows.names, height: 30, on: sheet.width)
        let (left, right) = (Sheet.margin + rows.room, sheet.width - Sheet.margin - 24)
        let scale = Scale(ticks: horizontalTicks, start: left, end: right)
        sheet.columns(of: zones, scale, height: rows.total)
        let (top, bottom) = (sheet.y, sheet.y + rows.total)
        sheet.horizontalAxis(horizontal, scale, from: top, to: bottom)
        for threshold in thresholds {
            let place = scale.place(threshold.value)
            sheet.canvas.line(
                from: Canvas.Point(x: place, y: top), to: Canvas.Point(x: place, y: bottom), FanChart.goalStroke)
        }
        for row in self.rows.names.indices {
            let middle = rows.middle(row, below: top)
            sheet.name(rows.lines[row], before: left, middle: middle)
            let places = series.map { $0.values[row].map(scale.place) }
            if let low = places.compactMap({ $0 }).min(), let high = places.compactMap({ $0 }).max() {
                sheet.canvas.line(
                    from: Canvas.Point(x: low, y: middle), to: Canvas.Point(x: high, y: middle),
                    Canvas.Stroke(colour: Palette.axis, width: 2.5))
            }
            // The base last: it stays visible where an alternative is at the same place.
            for index in series.indices.reversed() {
                guard let place = places[index] else { continue }
                sheet.canvas.marker(
                    .take(index), at: Canvas.Point(x: place, y: middle), radius: index == 0 ? 5 : 6,
                    fill: Palette.take(Palette.series, index))
            }
        }
        sheet.y = bottom + 20
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    private var legend: [LegendEntry] {
        series.enumerated().map { index, series in
            LegendEntry(name: series.name, sample: .marker(.take(index), Palette.take(Palette.series, index)))
        } + thresholds.map { LegendEntry(name: $0.name, sample: .line(FanChart.goalStroke)) }
    }
}

extension Sheet {
    /// A heading above the bars of a panel.
    mutating func heading(_ text: String, at top: Double) {
        canvas.text(
            TextWidth.cut(text, size: 12, width: width - 2 * Self.margin),
            at: Canvas.Point(x: Self.margin, y: top + 18), size: 12, isBold: true, hasHalo: true)
    }
}
