import Goals

/// A fan of a few lines: the range of a projection over the years, with what was published and what a goal requires.
struct FanPlot {
    /// Above it, cut where the unit, which follows in brackets, leaves no room.
    var title: String
    var unit: String
    /// Years from left to right, values in the unit of the title.
    var points: [Point]

    struct Point {
        var year: Int
        var p5, p25, p50, p75, p95: Double?
        var observed: Double?
        var required: Double?

        var values: [Double] { [p5, p25, p50, p75, p95, observed, required].compactMap { $0 }.filter(\.isFinite) }
    }

    /// Lines of the plot itself, without title and years.
    private static let height = 6

    /// What a place in the plot shows; later cases cover earlier ones.
    private enum Mark: Int {
        case nothing, outer, inner, median, required, observed

        var style: TextStyle {
            switch self {
            case .nothing: .plain
            case .outer, .inner: .faint
            case .median: .veryGood
            case .required: .poor
            case .observed: .strong
            }
        }
    }

    /// The characters by which a reader knows what is what.
    struct Signs {
        var outer, inner, median, required, observed: String

        init(_ signs: TextFormat.Signs) {
            switch signs {
            case .blocks: (outer, inner, median, required, observed) = ("░", "▒", "━", "×", "●")
            case .ascii: (outer, inner, median, required, observed) = (".", ":", "=", "x", "o")
            }
        }
    }

    /// Title, plot and years, each line padded to `width` columns so that another can stand beside it.
    func lines(width: Int, format: TextFormat) -> [String] {
        let values = points.flatMap(\.values)
        guard let first = points.first, let last = points.last, first.year < last.year, let low = values.min(),
            let high = values.max()
        else { return [] }
        let bounds = Self.bounds(low, high)
        let labels = (top: HumanNumber.threeDigits(bounds.high), bottom: HumanNumber.threeDigits(bounds.low))
        let margin = max(labels.top.count, labels.bottom.count)
        let columns = width - margin - 1
        let marks = self.marks(columns: columns, bounds)
        let rows = marks.indices.map { row -> String in
            let label = row == 0 ? labels.top : row == Self.height - 1 ? labels.bottom : ""
            return TextLayout.pad(label, width: margin, right: true) + " " + text(marks[row], format)
        }
        let years = (String(first.year), String(last.year))
        let gap = String(repeating: " ", count: max(1, columns - years.0.count - years.1.count))
        let axis = String(repeating: " ", count: margin + 1) + years.0 + gap + years.1
        // One line, whatever is in a name, and a unit leaves half of it to the title.
        let suffix = unit.isEmpty ? "" : " [" + TextLayout.shorten(TextLayout.oneLine(unit), width: width / 2 - 3) + "]"
        let heading = TextLayout.shorten(TextLayout.oneLine(title), width: width - DisplayWidth.of(suffix)) + suffix
        let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(heading)))
        return [TextStyle.strong.applied(to: heading, colour: format.colour) + padding] + rows
            + [TextLayout.pad(axis, width: width, right: false)]
    }

    /// Round figures around all values; from zero where the lowest is small beside the highest.
    private static func bounds(_ low: Double, _ high: Double) -> (low: Double, high: Double) {
        let from = low >= 0 && low < 0.3 * high ? 0 : low
        let step = HumanNumber.powerOfTen(below: max(abs(from), abs(high))) / 10
        // The margin keeps a round figure, which division may put a hair off, from becoming the next one.
        let bottom = step * (from / step + 1e-9).rounded(.down)
        return (bottom, max(step * (high / step - 1e-9).rounded(.up), bottom + step))
    }

    private func marks(columns: Int, _ bounds: (low: Double, high: Double)) -> [[Mark]] {
        var marks = [[Mark]](repeating: [Mark](repeating: .nothing, count: columns), count: Self.height)
        func row(_ value: Double) -> Int {
            let share = (value - bounds.low) / (bounds.high - bounds.low)
            return Self.height - 1 - Int((share * Double(Self.height - 1)).rounded())
        }
        func put(_ mark: Mark, _ column: Int, _ rows: ClosedRange<Int>) {
            for row in rows.clamped(to: 0...Self.height - 1) where marks[row][column].rawValue < mark.rawValue {
                marks[row][column] = mark
            }
        }
        func put(_ mark: Mark, _ column: Int, _ ends: (Double?, Double?)) {
            guard let low = ends.0, let high = ends.1, low.isFinite, high.isFinite else { return }
            put(mark, column, min(row(low), row(high))...max(row(low), row(high)))
        }
        let (first, last) = (points[0].year, points[points.count - 1].year)
        let scale = Double(columns - 1) / Double(last - first)
        for column in 0..<columns {
            let year = Double(first) + Double(column) / scale
            put(.outer, column, (value(\.p5, at: year), value(\.p95, at: year)))
            put(.inner, column, (value(\.p25, at: year), value(\.p75, at: year)))
            let median = value(\.p50, at: year)
            put(.median, column, (median, median))
        }
        for point in points {
            let column = Int((Double(point.year - first) * scale).rounded())
            put(.required, column, (point.required, point.required))
            put(.observed, column, (point.observed, point.observed))
        }
        return marks
    }

    /// Between two years on the straight line; nil where one of them has no value.
    private func value(_ statistic: KeyPath<Point, Double?>, at year: Double) -> Double? {
        guard let next = points.firstIndex(where: { Double($0.year) >= year - 1e-9 }) else { return nil }
        let right = points[next]
        if abs(Double(right.year) - year) < 1e-9 { return right[keyPath: statistic] }
        guard next > 0, let end = right[keyPath: statistic], let start = points[next - 1][keyPath: statistic] else {
            return nil
        }
        let left = points[next - 1]
        return start + (end - start) * (year - Double(left.year)) / Double(right.year - left.year)
    }

    private func text(_ marks: [Mark], _ format: TextFormat) -> String {
        let signs = Signs(format.signs)
        func sign(_ mark: Mark) -> String {
            switch mark {
            case .nothing: " "
            case .outer: signs.outer
            case .inner: signs.inner
            case .median: signs.median
            case .required: signs.required
            case .observed: signs.observed
            }
        }
        var text = ""
        var rest = marks[...]
        while let mark = rest.first {
            let run = rest.prefix { $0 == mark }
            text += mark.style.applied(
                to: String(repeating: sign(mark), count: run.count), colour: mark == .nothing ? .none : format.colour)
            rest = rest.dropFirst(run.count)
        }
        return text
    }
}
