extension WaterfallChart {
    /// Parts in the order of the chart, then the rest, with where each begins.
    var steps: [(name: String, start: Double, value: Double)] {
        var sum = 0.0
        var steps: [(name: String, start: Double, value: Double)] = []
        for part in parts {
            let value = (part.values.first ?? nil) ?? 0
            steps.append((part.name, sum, value))
            sum += value
        }
        if !rest.isEmpty {
            steps.append((restName, sum, rest.reduce(0) { $0 + (($1.values.first ?? nil) ?? 0) }))
        }
        return steps
    }

    /// Numbers along the horizontal axis, for both renderings.
    var horizontalTicks: Ticks {
        let ends = steps.flatMap { [$0.start, $0.start + $0.value] }
        return Ticks(around: ends + [(total.values.first ?? nil) ?? 0], includingZero: true, count: 8)
    }

    func draw(on sheet: inout Sheet) {
        let steps = steps
        let rows = Rows(steps.map(\.name) + [total.name], height: 24, on: sheet.width)
        let (left, right) = (Sheet.margin + rows.room, sheet.width - Sheet.margin - 60)
        let scale = Scale(ticks: horizontalTicks, start: left, end: right)
        let (top, bottom) = (sheet.y, sheet.y + rows.total)
        sheet.horizontalAxis(horizontal, scale, from: top, to: bottom)
        let decimals = min(12, NumberLabel.decimals(of: scale.ticks, factor: horizontal.factor) + 1)
        for (index, step) in steps.enumerated() {
            let middle = rows.middle(index, below: top)
            let (start, end) = (scale.place(step.start), scale.place(step.start + step.value))
            sheet.name(rows.lines[index], before: left, middle: middle)
            sheet.canvas.rectangle(
                x: min(start, end), y: middle - rows.bar / 2, width: max(1, abs(end - start)), height: rows.bar,
                fill: step.value < 0 ? Palette.falling : Palette.bar)
            // What comes next begins here.
            sheet.canvas.line(
                from: Canvas.Point(x: end, y: middle - rows.bar / 2),
                to: Canvas.Point(x: end, y: middle + rows.height + rows.bar / 2), Canvas.Stroke(colour: Palette.axis))
            let text = NumberLabel.text(step.value * horizontal.factor, decimals: decimals)
            sheet.canvas.text(
                (step.value > 0 ? "+" : "") + text, at: Canvas.Point(x: max(start, end) + 6, y: middle + 4), size: 12,
                hasHalo: true)
        }
        let value = (total.values.first ?? nil) ?? 0
        let middle = rows.middle(steps.count, below: top)
        let (start, end) = (scale.place(min(0, value)), scale.place(max(0, value)))
        sheet.name(rows.lines[steps.count], before: left, middle: middle, isBold: true)
        sheet.canvas.rectangle(
            x: start, y: middle - rows.bar / 2, width: max(1, end - start), height: rows.bar, fill: Palette.total)
        sheet.canvas.text(
            NumberLabel.text(value * horizontal.factor, decimals: decimals),
            at: Canvas.Point(x: end + 6, y: middle + 4),
            size: 12, isBold: true, hasHalo: true)
        sheet.y = bottom + 20
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }
}
