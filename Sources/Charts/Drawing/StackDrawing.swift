extension StackChart {
    /// All areas from the bottom to the top: the parts, largest first, then the rest.
    var areas: [(name: String, colour: String, values: [Double])] {
        var areas = parts.enumerated().map { index, part in
            (part.name, Palette.take(Palette.areas, index), part.values.map { $0 ?? 0 })
        }
        if !rest.isEmpty {
            let sums = years.indices.map { year in rest.reduce(0.0) { $0 + ($1.values[year] ?? 0) } }
            areas.append((restName, Palette.rest, sums))
        }
        return areas
    }

    /// Numbers along the vertical axis, for both renderings.
    var verticalTicks: Ticks {
        let totals = years.indices.map { year in areas.reduce(0.0) { $0 + max(0, $1.values[year]) } }
        return Ticks(around: totals, includingZero: true)
    }

    /// From the first year to the last; the next year too where there is only one.
    var yearRange: ClosedRange<Int> {
        let first = years.first ?? 0
        return first...max(years.last ?? 0, first + 1)
    }

    func draw(on sheet: inout Sheet) {
        sheet.verticalTitle(vertical.title)
        let ticks = verticalTicks
        let areas = areas
        let left = Sheet.margin + Sheet.room(for: ticks, on: vertical) + 8
        let names = areas.map { TextWidth.lines(of: $0.name, size: 12, width: min(220, sheet.width * 0.3), most: 2) }
        let room = (names.joined().map { TextWidth.of($0, size: 12) }.max() ?? 0) + 30
        let right = sheet.width - Sheet.margin - room
        let (top, bottom) = (sheet.y, sheet.y + 340)
        let scale = Scale(ticks: ticks, start: bottom, end: top)
        let across = Years(yearRange, from: left, to: right)
        sheet.verticalAxis(vertical, scale, from: left, to: right)
        var floor = [Double](repeating: 0, count: years.count)
        var middles: [Double] = []
        for area in areas {
            let ceiling = zip(floor, area.values).map { $0 + max(0, $1) }
            func points(_ values: [Double]) -> [Canvas.Point?] {
                zip(years, values).map { Canvas.Point(x: across.place($0), y: scale.place($1)) }
            }
            sheet.canvas.area(
                upper: points(ceiling), lower: points(floor), fill: area.colour,
                stroke: Canvas.Stroke(colour: Palette.paper, width: 0.75))
            middles.append((scale.place(floor.last ?? 0) + scale.place(ceiling.last ?? 0)) / 2)
            floor = ceiling
        }
        let places = Self.apart(
            middles, distance: names.contains { $0.count > 1 } ? 30 : 16, from: top + 6, to: bottom - 4)
        for (index, name) in names.enumerated() {
            let (x, y) = (right + 8, places[index])
            sheet.canvas.line(
                from: Canvas.Point(x: right + 1, y: middles[index]), to: Canvas.Point(x: x, y: y),
                Canvas.Stroke(colour: Palette.axis, width: 0.75))
            sheet.canvas.rectangle(x: x, y: y - 5, width: 10, height: 10, fill: areas[index].colour)
            for (line, text) in name.enumerated() {
                let offset = 14 * (Double(line) - Double(name.count - 1) / 2)
                sheet.canvas.text(text, at: Canvas.Point(x: x + 15, y: y + 4 + offset), size: 12)
            }
        }
        sheet.years(across, below: bottom)
        sheet.horizontalTitle(horizontal.title, from: left, to: right)
    }

    /// Places as near as can be to those wished for, which go up the sheet, with a distance between any two.
    static func apart(_ wishes: [Double], distance: Double, from top: Double, to bottom: Double) -> [Double] {
        var places = wishes
        var lowest = bottom
        for index in places.indices {
            places[index] = min(places[index], lowest)
            lowest = places[index] - distance
        }
        var highest = top
        for index in places.indices.reversed() {
            places[index] = max(places[index], highest)
            highest = places[index] + distance
        }
        return places
    }
}
