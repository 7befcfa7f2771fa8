/// Elements of an SVG file, written one after the other.
struct Canvas {
    private(set) var bytes: [UInt8] = []

    struct Point: Equatable {
        var x: Double
        var y: Double
    }

    /// How a line is drawn.
    struct Stroke {
        var colour: String
        var width = 1.0
        var dash = Dash.none
    }

    mutating func rectangle(
        x: Double, y: Double, width: Double, height: Double, fill: String, stroke: Stroke? = nil
    ) {
        open("rect")
        attribute("x", x)
        attribute("y", y)
        attribute("width", max(0, width))
        attribute("height", max(0, height))
        attribute("fill", fill)
        if let stroke { attributes(of: stroke) }
        close()
    }

    mutating func line(from start: Point, to end: Point, _ stroke: Stroke) {
        open("line")
        attribute("x1", start.x)
        attribute("y1", start.y)
        attribute("x2", end.x)
        attribute("y2", end.y)
        attributes(of: stroke)
        close()
    }

    /// A line through points; nil interrupts it. A point that stands alone is a short stroke, so that it is seen.
    mutating func path(_ points: [Point?], _ stroke: Stroke) {
        guard points.contains(where: { $0 != nil }) else { return }
        open("path")
        raw(" d=\"")
        var length = 0
        for (index, point) in points.enumerated() {
            guard let point else {
                length = 0
                continue
            }
            raw(length == 0 ? "M" : "L")
            coordinate(point.x)
            raw(" ")
            coordinate(point.y)
            length += 1
            if length == 1, index + 1 == points.count || points[index + 1] == nil { raw("h0.1") }
        }
        raw("\" fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"")
        attributes(of: stroke)
        close()
    }

    /// The surface between two lines; where either has a gap there is none.
    mutating func area(upper: [Point?], lower: [Point?], fill: String, stroke: Stroke? = nil) {
        var start = 0
        while start < upper.count {
            guard upper[start] != nil, lower[start] != nil else {
                start += 1
                continue
            }
            var end = start
            while end + 1 < upper.count, upper[end + 1] != nil, lower[end + 1] != nil { end += 1 }
            let outline = (start...end).compactMap { upper[$0] } + (start...end).reversed().compactMap { lower[$0] }
            polygon(outline, fill: fill, stroke: stroke)
            start = end + 1
        }
    }

    mutating func polygon(_ points: [Point], fill: String, stroke: Stroke? = nil) {
        open("polygon")
        raw(" points=\"")
        for (index, point) in points.enumerated() {
            if index > 0 { raw(" ") }
            coordinate(point.x)
            raw(",")
            coordinate(point.y)
        }
        raw("\"")
        attribute("fill", fill)
        if let stroke { attributes(of: stroke) }
        close()
    }

    /// A point with a white rim, which keeps it apart from what is behind it.
    mutating func marker(_ marker: Marker, at point: Point, radius: Double = 4.5, fill: String) {
        let rim = Stroke(colour: Palette.paper, width: 1)
        let (x, y) = (point.x, point.y)
        switch marker {
        case .circle:
            open("circle")
            attribute("cx", x)
            attribute("cy", y)
            attribute("r", radius)
            attribute("fill", fill)
            attributes(of: rim)
            close()
        case .square:
            let side = radius * 1.8
            rectangle(x: x - side / 2, y: y - side / 2, width: side, height: side, fill: fill, stroke: rim)
        case .diamond:
            let reach = radius * 1.3
            polygon(
                [
                    Point(x: x, y: y - reach), Point(x: x + reach, y: y), Point(x: x, y: y + reach),
                    Point(x: x - reach, y: y),
                ],
                fill: fill, stroke: rim)
        case .triangle:
            let reach = radius * 1.2
            polygon(
                [
                    Point(x: x, y: y - reach), Point(x: x + reach, y: y + 0.8 * reach),
                    Point(x: x - reach, y: y + 0.8 * reach),
                ],
                fill: fill, stroke: rim)
        }
    }

    enum Anchor: String { case start, middle, end }

    /// One line of text on a baseline.
    mutating func text(
        _ text: String, at point: Point, size: Double, fill: String = Palette.ink, anchor: Anchor = .start,
        isBold: Bool = false, hasHalo: Bool = false
    ) {
        open("text")
        attribute("x", point.x)
        attribute("y", point.y)
        attribute("font-size", size)
        attribute("fill", fill)
        if anchor != .start { attribute("text-anchor", anchor.rawValue) }
        if isBold { attribute("font-weight", "bold") }
        if hasHalo { raw(" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"") }
        raw(">")
        Self.escape(text, into: &bytes)
        raw("</text>\n")
    }

    /// An element with text alone, such as `title`.
    mutating func words(_ element: StaticString, _ text: String) {
        raw("<")
        raw(element)
        raw(">")
        Self.escape(text, into: &bytes)
        raw("</")
        raw(element)
        raw(">\n")
    }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ other: Canvas) { bytes += other.bytes }

    // MARK: Parts of elements

    private mutating func open(_ element: StaticString) {
        raw("<")
        raw(element)
    }

    private mutating func close() { raw("/>\n") }

    mutating func attribute(_ name: StaticString, _ value: Double) {
        raw(" ")
        raw(name)
        raw("=\"")
        coordinate(value)
        raw("\"")
    }

    mutating func attribute(_ name: StaticString, _ value: String) {
        raw(" ")
        raw(name)
        raw("=\"")
        Self.escape(value, into: &bytes)
        raw("\"")
    }

    private mutating func attributes(of stroke: Stroke) {
        attribute("stroke", stroke.colour)
        attribute("stroke-width", stroke.width)
        guard !stroke.dash.lengths.isEmpty else { return }
        raw(" stroke-dasharray=\"")
        for (index, length) in stroke.dash.lengths.enumerated() {
            if index > 0 { raw(" ") }
            coordinate(Double(length))
        }
        raw("\"")
    }

    /// A coordinate to a tenth of a pixel.
    mutating func coordinate(_ value: Double) {
        guard value.isFinite, abs(value) < 1e7 else { return raw("0") }
        let tenths = Int((value * 10).rounded())
        if tenths < 0 { raw("-") }
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        bytes += String(whole).utf8
        if rest > 0 {
            raw(".")
            bytes.append(UInt8(ascii: "0") + UInt8(rest))
        }
    }

    /// Text as XML holds it: markup escaped; characters that XML 1.0 forbids, control characters and those that turn the
    /// direction of writing left out.
    static func escape(_ text: String, into bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: bytes += "&amp;".utf8
            case 0x3C: bytes += "&lt;".utf8
            case 0x3E: bytes += "&gt;".utf8
            case 0x22: bytes += "&quot;".utf8
            case 0x27: bytes += "&#39;".utf8
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: bytes.append(UInt8(ascii: " "))
            case 0x20...0x7E: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            case ..<0xA0, 0x061C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: continue
            default:
                // The last two of each plane are no characters.
                if scalar.value & 0xFFFE == 0xFFFE { continue }
                bytes += String(scalar).utf8
            }
        }
    }
}
