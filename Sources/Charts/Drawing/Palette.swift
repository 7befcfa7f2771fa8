/// Colours of the blue and orange family, which colour-blind readers tell apart and which print in grey; lines also differ
/// in dashes, points in shape.
enum Palette {
    static let ink = "#1b1f24"
    static let faint = "#57606a"
    static let grid = "#e4e7eb"
    static let axis = "#8c959f"
    static let paper = "#ffffff"
    static let zone = "#f2f4f7"

    /// Ranges, the widest first.
    static let bands = ["#dbe8f4", "#b3d0ea", "#7fb0da"]
    static let median = "#0b4f8a"
    static let required = "#c2570c"
    static let goal = "#1b1f24"
    /// Bars; the second where a mark weakens them.
    static let bar = "#5b9bd0"
    static let marked = "#f0a35e"
    static let falling = "#d9772b"
    static let total = "#33475b"

    /// Lines and points that stand for things of equal rank: the darker shades, in the order of use.
    static let series = ["#0b4f8a", "#d9600a", "#4a90c8", "#8a4b08", "#1b1f24", "#e59a3c"]
    /// Published figures.
    static let observed = ["#d9600a", "#8a4b08", "#1b1f24", "#e59a3c"]
    /// Areas on top of each other: neighbours differ in hue and in lightness.
    static let areas = [
        "#0b4f8a", "#f0a35e", "#4a90c8", "#b5651d", "#9cc7e8", "#f7cf9f", "#2f74b0", "#d98b45", "#c9dff1", "#8a5a2b",
    ]
    static let rest = "#c4cad1"

    /// Of fonts that are on most machines, with their Chinese companions.
    static let fonts =
        "'Noto Sans', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', "
        + "'Microsoft YaHei', sans-serif"

    static func take(_ colours: [String], _ index: Int) -> String { colours[index % colours.count] }
}

/// The shape of a point.
enum Marker: CaseIterable {
    case circle, square, diamond, triangle

    static func take(_ index: Int) -> Marker { allCases[index % allCases.count] }

    /// As Vega calls it.
    var name: String {
        switch self {
        case .circle: "circle"
        case .square: "square"
        case .diamond: "diamond"
        case .triangle: "triangle-up"
        }
    }
}

/// What stands before a name in the legend of a specification: a shape of Vega, or the outline of a piece of line.
enum LegendShape {
    case surface
    case marker(Marker)
    case line(Dash)

    var path: String {
        switch self {
        case .surface: "square"
        case .marker(let marker): marker.name
        case .line(let dash):
            dash.pieces.map { "M\($0.0),-0.13L\($0.1),-0.13L\($0.1),0.13L\($0.0),0.13Z" }.joined()
        }
    }
}

/// How a line is broken.
enum Dash: CaseIterable {
    case none, long, short, dotted

    static func take(_ index: Int) -> Dash { allCases[index % allCases.count] }

    /// Strokes of a short piece of line from -1.6 to 1.6.
    fileprivate var pieces: [(Double, Double)] {
        switch self {
        case .none: [(-1.6, 1.6)]
        case .long: [(-1.6, -0.25), (0.25, 1.6)]
        case .short: [(-1.6, -0.8), (-0.4, 0.4), (0.8, 1.6)]
        case .dotted: [(-1.6, -1.3), (-0.9, -0.55), (-0.2, 0.15), (0.55, 0.9), (1.25, 1.6)]
        }
    }

    /// Lengths of strokes and gaps.
    var lengths: [Int] {
        switch self {
        case .none: []
        case .long: [8, 4]
        case .short: [4, 3]
        case .dotted: [2, 3]
        }
    }
}
