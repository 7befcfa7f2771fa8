import Charts

/// The charts of a result by their names below `charts/`, drawn on demand.
struct ReportCharts {
    private let charts: [NamedChart]

    /// Pixels across of a chart for a phone, or for one of two beside each other.
    private static let narrow = 360.0

    init(_ charts: [NamedChart]) { self.charts = charts }

    /// The chart of a name; nothing where the result has none.
    ///
    /// - Parameter isSmall: two of them stand beside each other where there is room.
    func blocks(_ name: String, isSmall: Bool = false) -> [ReportBlock] {
        charts.filter { $0.path == "charts/" + name }.map { Self.block($0, isSmall: isSmall) }
    }

    /// All of them.
    var all: [ReportBlock] { charts.map { Self.block($0, isSmall: false) } }

    private static func block(_ named: NamedChart, isSmall: Bool) -> ReportBlock {
        .figure(
            ReportFigure(
                isSmall: isSmall, wide: isSmall ? nil : ReportMarkup(text: SVG.text(of: named.chart)),
                narrow: ReportMarkup(text: SVG.text(of: named.chart, width: narrow))))
    }
}
