/// The charts of a result by their names below `charts/`, drawn on demand.
struct ReportCharts {
    /// By name, in the order of the catalogue.
    private let drawings: [(name: String, drawing: ReportMarkup)]

    init(drawings: [(name: String, drawing: ReportMarkup)] = []) { self.drawings = drawings }

    /// The chart of a name; nothing where the result has none.
    func blocks(_ name: String) -> [ReportBlock] {
        drawings.filter { $0.name == name }.map { .figure(ReportFigure(drawing: $0.drawing)) }
    }

    /// All of them.
    var all: [ReportBlock] { drawings.map { .figure(ReportFigure(drawing: $0.drawing)) } }
}
