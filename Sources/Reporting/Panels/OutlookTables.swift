import Panels

/// The tables of an outside view.
public enum OutlookTables {
    /// `outlook.csv`, one row per period, and `windows.csv`, one per comparable window.
    ///
    /// - Parameter region: the one that the question is about; nil for none.
    public static func files(
        of view: OutsideView, panel: Panel, region: String?, byteOrderMark: Bool = false
    ) -> [OutputFile] {
        [("outlook.csv", periods(of: view, panel: panel, region: region)), ("windows.csv", windows(of: view))]
            .map { OutputFile(relativePath: $0, bytes: $1.csv(byteOrderMark: byteOrderMark)) }
    }

    /// One row per period of one classification, the latest first; growth in percent a year.
    public static func periods(of view: OutsideView, panel: Panel, region: String?) -> DataTable {
        var table = DataTable(columns: [
            "panel", "unit", "region", "size", "factor", "growth_percent_per_year", "years", "period_first",
            "period_last", "windows", "achieved", "regions", "achieving_regions", "windows_without_overlap",
            "median_growth_percent_per_year", "best_growth_percent_per_year",
        ])
        for period in view.periods.reversed() {
            table.append([
                .text(panel.name), .text(panel.unit), .optional(region), .optional(view.size),
                view.size == nil ? .empty : .number(view.factor), .number(100 * view.growth), .integer(view.years),
                .integer(period.first), .integer(period.last), .integer(period.windows), .integer(period.achieved),
                .integer(period.regions), .integer(period.achievers), .integer(period.independent),
                .optional(period.median.map { 100 * $0 }), .optional(period.best.map { 100 * $0 }),
            ])
        }
        return table
    }

    /// One row per comparable window.
    public static func windows(of view: OutsideView) -> DataTable {
        var table = DataTable(columns: [
            "region", "start", "end", "start_value", "end_value", "growth_percent_per_year", "achieved",
        ])
        for window in view.windows {
            table.append([
                .text(window.region), .integer(window.start), .integer(window.end), .number(window.startValue),
                .number(window.endValue), .number(100 * window.growth), .boolean(window.achieved),
            ])
        }
        return table
    }
}
