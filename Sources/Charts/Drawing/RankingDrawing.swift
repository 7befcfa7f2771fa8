extension RankingChart {
    /// Numbers along the horizontal axis, for both renderings.
    var horizontalTicks: Ticks {
        let values = [median, low, high].flatMap { $0.values.compactMap { $0 } }
        return Ticks(around: values + thresholds.map(\.value), includingZero: true, count: 8)
    }

    func draw(on sheet: inout Sheet) {
        sheet.legend(legend)
        let rows = Rows(units.names, height: units.names.count > 30 ? 17 : 22, on: sheet.width)
        let (left, right) = (Sheet.margin + rows.room, sheet.width - Sheet.margin - 24)
        let scale = Scale(ticks: horizontalTicks, start: left, end: right)
        let (top, bottom) = (sheet.y, sheet.y + rows.total)
        sheet.horizontalAxis(horizontal, scale, from: top, to: bottom)
        for (index, value) in median.values.enumerated() {
            let middle = rows.middle(index, below: top)
            sheet.name(rows.lines[index], before: left, middle: middle)
            guard let value else { continue }
            let (from, to) = (scale.place(min(0, value)), scale.place(max(0, value)))
            sheet.canvas.rectangle(
                x: from, y: middle - rows.bar / 2, width: to - from, height: rows.bar, fill: Palette.bar)
            if let low = low.values[index], let high = high.values[index] {
                sheet.whisker(from: scale.place(low), to: scale.place(high), at: middle)
            }
        }
        for (index, threshold) in thresholds.enumerated() {
            let place = scale.place(threshold.value)
            sheet.canvas.line(
                from: Canvas.Point(x: place, y: top), to: Canvas.Point(x: place, y: bottom), Self.stroke(index))
        }
        sheet.y = bottom + 20
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    static func stroke(_ threshold: Int) -> Canvas.Stroke {
        Canvas.Stroke(colour: Palette.required, width: 1.75, dash: .take(threshold + 1))
    }

    private var legend: [LegendEntry] {
        [
            LegendEntry(name: median.name, sample: .surface(Palette.bar)),
            LegendEntry(name: rangeName, sample: .line(Canvas.Stroke(colour: Palette.ink, width: 1.25))),
        ]
            + thresholds.enumerated().map {
                LegendEntry(name: $0.element.name, sample: .line(Self.stroke($0.offset)))
            }
    }
}

/// Rows with names to the left of a plot.
struct Rows {
    private static let size = 12.0
    let lines: [[String]]
    /// Of each row.
    let height: Double
    /// Width of the names with the space behind them.
    let room: Double

    /// - Parameter width: of the sheet; names take up to a third of it, and no more than is good to read.
    init(_ names: [String], height: Double, on width: Double) {
        let lines = names.map { TextWidth.lines(of: $0, size: Self.size, width: min(230, width / 3), most: 2) }
        self.lines = lines
        let hasTwo = lines.contains { $0.count > 1 }
        self.height = hasTwo ? max(height, 30) : height
        room = (lines.joined().map { TextWidth.of($0, size: Self.size) }.max() ?? 0) + 8
    }

    var total: Double { height * Double(max(1, lines.count)) }

    var bar: Double { min(16, height * 0.62) }

    func middle(_ row: Int, below top: Double) -> Double { top + (Double(row) + 0.5) * height }
}

extension Sheet {
    /// A name of one or two lines before a row.
    mutating func name(_ lines: [String], before left: Double, middle: Double, isBold: Bool = false) {
        for (index, line) in lines.enumerated() {
            let offset = 14 * (Double(index) - Double(lines.count - 1) / 2)
            canvas.text(
                line, at: Canvas.Point(x: left - 8, y: middle + 4 + offset), size: 12, anchor: .end, isBold: isBold)
        }
    }

    /// A range with its ends.
    mutating func whisker(from low: Double, to high: Double, at middle: Double) {
        let stroke = Canvas.Stroke(colour: Palette.ink, width: 1.25)
        canvas.line(from: Canvas.Point(x: low, y: middle), to: Canvas.Point(x: high, y: middle), stroke)
        for end in [low, high] {
            canvas.line(from: Canvas.Point(x: end, y: middle - 3), to: Canvas.Point(x: end, y: middle + 3), stroke)
        }
    }
}
