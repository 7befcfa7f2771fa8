extension [Zone] {
    /// From the lowest to the highest bound; nil where there is none.
    var span: ClosedRange<Double>? {
        guard let low = map(\.low).min(), let high = map(\.high).max(), low < high else { return nil }
        return low...high
    }

    /// Room that names beside a plot take.
    var room: Double {
        (map { Swift.min(130, TextWidth.of($0.name, size: 11)) }.max().map { $0 + 10 }) ?? 14
    }
}

extension Sheet {
    /// Zones of a vertical axis behind a plot, their names to the right of it.
    mutating func rows(of zones: [Zone], _ scale: Scale, from left: Double, to right: Double) {
        for (index, zone) in zones.enumerated() {
            let (high, low) = (scale.place(zone.high), scale.place(zone.low))
            if index % 2 == 0 {
                canvas.rectangle(x: left, y: high, width: right - left, height: low - high, fill: Palette.zone)
            }
            canvas.text(
                TextWidth.cut(zone.name, size: 11, width: 130), at: Canvas.Point(x: right + 8, y: (high + low) / 2 + 4),
                size: 11, fill: Palette.faint)
        }
    }

    /// Zones of a horizontal axis behind a plot, their names above it; room for these is taken here.
    mutating func columns(of zones: [Zone], _ scale: Scale, height: Double) {
        guard !zones.isEmpty else { return }
        // Names that do not fit side by side take turns in two rows.
        func middle(_ zone: Zone) -> Double { (scale.place(zone.low) + scale.place(zone.high)) / 2 }
        let areTight = zip(zones, zones.dropFirst()).contains { zone, next in
            (TextWidth.of(zone.name, size: 11) + TextWidth.of(next.name, size: 11)) / 2 + 8 > middle(next)
                - middle(zone)
        }
        let top = y + (areTight ? 30 : 16)
        for (index, zone) in zones.enumerated() {
            let (low, high) = (scale.place(zone.low), scale.place(zone.high))
            if index % 2 == 0 {
                canvas.rectangle(x: low, y: top, width: high - low, height: height, fill: Palette.zone)
            }
            canvas.text(
                TextWidth.cut(zone.name, size: 11, width: 2 * (high - low) + 30),
                at: Canvas.Point(x: (low + high) / 2, y: top - (areTight && index % 2 == 0 ? 19 : 5)), size: 11,
                fill: Palette.faint, anchor: .middle)
        }
        y = top
    }
}
