/// An entry of a legend: a sample of what is drawn and its name.
struct LegendEntry {
    enum Sample {
        case surface(String)
        case line(Canvas.Stroke)
        case marker(Marker, String)
        /// A line with a point on it.
        case markedLine(Canvas.Stroke, Marker)
    }
    var name: String
    var sample: Sample
}

extension Sheet {
    private static let sampleWidth = 26.0
    private static let legendSize = 12.0

    /// Entries side by side, in as many rows as they need.
    mutating func legend(_ entries: [LegendEntry]) {
        guard !entries.isEmpty else { return }
        var x = Self.margin
        y += 6
        for entry in entries {
            let most = width - 2 * Self.margin - Self.sampleWidth - 6
            let name = TextWidth.cut(entry.name, size: Self.legendSize, width: most)
            let needed = Self.sampleWidth + 6 + TextWidth.of(name, size: Self.legendSize)
            if x > Self.margin, x + needed > width - Self.margin {
                x = Self.margin
                y += 19
            }
            draw(entry.sample, x: x, y: y + 8)
            canvas.text(
                name, at: Canvas.Point(x: x + Self.sampleWidth + 6, y: y + 12), size: Self.legendSize)
            x += needed + 18
        }
        y += 24
    }

    private mutating func draw(_ sample: LegendEntry.Sample, x: Double, y: Double) {
        let middle = Canvas.Point(x: x + Self.sampleWidth / 2, y: y)
        let ends = (Canvas.Point(x: x, y: y), Canvas.Point(x: x + Self.sampleWidth, y: y))
        switch sample {
        case .surface(let colour):
            canvas.rectangle(x: x, y: y - 6, width: Self.sampleWidth, height: 12, fill: colour)
        case .line(let stroke): canvas.line(from: ends.0, to: ends.1, stroke)
        case .marker(let marker, let colour): canvas.marker(marker, at: middle, fill: colour)
        case .markedLine(let stroke, let marker):
            canvas.line(from: ends.0, to: ends.1, stroke)
            canvas.marker(marker, at: middle, fill: stroke.colour)
        }
    }
}
