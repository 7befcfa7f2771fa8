/// The sheet of a chart: title and subtitle above, the drawing, the source line below. It grows downwards.
struct Sheet {
    static let margin = 20.0

    let chart: Chart
    let width: Double
    var canvas = Canvas()
    /// Where the next thing begins.
    var y = margin

    init(_ chart: Chart, width: Double) {
        self.chart = chart
        self.width = width
        let inner = width - 2 * Self.margin
        for line in TextWidth.lines(of: chart.title, size: 18, width: inner, most: 2) {
            y += 18
            canvas.text(line, at: Canvas.Point(x: Self.margin, y: y), size: 18, isBold: true)
            y += 5
        }
        for line in TextWidth.lines(of: chart.subtitle, size: 13, width: inner, most: 3) {
            y += 14
            canvas.text(line, at: Canvas.Point(x: Self.margin, y: y), size: 13, fill: Palette.faint)
            y += 4
        }
        y += 4
    }

    /// The whole file, with the source line at its foot.
    consuming func finished() -> [UInt8] {
        y += 6
        let inner = width - 2 * Self.margin
        for line in TextWidth.lines(of: chart.source, size: 11, width: inner, most: 4) {
            y += 12
            canvas.text(line, at: Canvas.Point(x: Self.margin, y: y), size: 11, fill: Palette.faint)
            y += 3
        }
        y += Self.margin - 6
        var file = Canvas()
        file.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
        file.attribute("xml:lang", chart.language)
        file.attribute("width", width)
        file.attribute("height", y)
        file.raw(" viewBox=\"0 0 ")
        file.coordinate(width)
        file.raw(" ")
        file.coordinate(y)
        file.raw("\"")
        file.attribute("font-family", Palette.fonts)
        file.raw(">\n")
        file.words("title", chart.title)
        file.words("desc", chart.alternative)
        file.rectangle(x: 0, y: 0, width: width, height: y, fill: Palette.paper)
        file.append(canvas)
        file.raw("</svg>\n")
        return file.bytes
    }

    // MARK: Axes

    /// The title of the vertical axis, above its upper end: it reads without turning one's head, Chinese too.
    mutating func verticalTitle(_ title: String) {
        guard !title.isEmpty else { return }
        y += 12
        canvas.text(
            TextWidth.cut(title, size: 12, width: width - 2 * Self.margin),
            at: Canvas.Point(x: Self.margin, y: y), size: 12, fill: Palette.faint)
        y += 15
    }

    /// The title of the horizontal axis, below the middle of a plot.
    mutating func horizontalTitle(_ title: String, from left: Double, to right: Double) {
        guard !title.isEmpty else { return }
        y += 14
        canvas.text(
            TextWidth.cut(title, size: 12, width: width - 2 * Self.margin),
            at: Canvas.Point(x: (left + right) / 2, y: y), size: 12, fill: Palette.faint, anchor: .middle)
        y += 6
    }

    /// Room that the numbers of a vertical axis take.
    static func room(for ticks: Ticks, on axis: Axis) -> Double {
        ticks.values.map { TextWidth.of(NumberLabel.text($0, of: ticks, on: axis), size: 12) }.max() ?? 0
    }

    /// Lines across a plot with their numbers to the left of it.
    mutating func verticalAxis(_ axis: Axis, _ scale: Scale, from left: Double, to right: Double) {
        for value in scale.ticks.values {
            let place = scale.place(value)
            let isZero = value == 0
            canvas.line(
                from: Canvas.Point(x: left, y: place), to: Canvas.Point(x: right, y: place),
                Canvas.Stroke(colour: isZero ? Palette.axis : Palette.grid))
            canvas.text(
                NumberLabel.text(value, of: scale.ticks, on: axis), at: Canvas.Point(x: left - 7, y: place + 4),
                size: 12, fill: Palette.faint, anchor: .end)
        }
    }

    /// Lines down a plot with their numbers below it.
    mutating func horizontalAxis(_ axis: Axis, _ scale: Scale, from top: Double, to bottom: Double) {
        // Where numbers would touch, every second or third is left out.
        let room = Self.room(for: scale.ticks, on: axis) + 8
        let places = scale.ticks.values.map(scale.place)
        let distance = zip(places, places.dropFirst()).map { abs($1 - $0) }.min() ?? room
        let every = max(1, Int((room / max(distance, 1)).rounded(.up)))
        for (index, value) in scale.ticks.values.enumerated() {
            let place = scale.place(value)
            canvas.line(
                from: Canvas.Point(x: place, y: top), to: Canvas.Point(x: place, y: bottom),
                Canvas.Stroke(colour: value == 0 ? Palette.axis : Palette.grid))
            guard index % every == 0 else { continue }
            canvas.text(
                NumberLabel.text(value, of: scale.ticks, on: axis), at: Canvas.Point(x: place, y: bottom + 16),
                size: 12, fill: Palette.faint, anchor: .middle)
        }
    }
}
