import Goals

/// `base-year.csv`: what moving the table to the base year imposed, inferred, and left over.
public enum BaseYearTable {
    /// One row per margin, totals first, then every sector's; values in 亿元.
    public static func table(of report: BaseYearReport) -> DataTable {
        var table = DataTable(columns: [
            "from_year", "to_year", "margin", "sector", "status", "value_100m_cny", "quality", "note",
        ])
        for margin in report.margins {
            table.append([
                .integer(report.fromYear), .integer(report.toYear), .text(margin.name), .optional(margin.sector),
                .text(margin.status.rawValue), .optional(margin.value), .optional(margin.quality?.rawValue),
                .text(margin.note),
            ])
        }
        return table
    }
}
