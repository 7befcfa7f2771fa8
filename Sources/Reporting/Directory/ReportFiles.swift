import Goals

/// The files of a result directory, ready to be written.
public enum ReportFiles {
    /// Everything that one scenario's run leaves: projections, targets, charts, base year, record.
    ///
    /// - Parameters:
    ///   - folder: prefix of the paths, for several scenarios in one directory; empty for none.
    ///   - byteOrderMark: for spreadsheets that would garble Chinese without it.
    public static func files(
        of result: ScenarioResult, record: RunRecord, folder: String = "", byteOrderMark: Bool = false
    ) -> [OutputFile] {
        var tables: [(path: String, table: DataTable)] = [
            ("projections.csv", ProjectionsTable.table(of: result, model: "Milepost \(record.version)")),
            ("targets.csv", TargetsTable.table(of: [result])),
        ]
        tables += ChartTables.tables(of: result)
        if let report = result.baseYear { tables.append(("base-year.csv", BaseYearTable.table(of: report))) }
        let prefix = folder.isEmpty ? "" : folder + "/"
        return tables.map { path, table in
            OutputFile(relativePath: prefix + path, bytes: table.csv(byteOrderMark: byteOrderMark))
        } + [OutputFile(relativePath: prefix + "run.json", text: record.json(of: result).text)]
    }

    /// What a comparison leaves at the top of its directory.
    public static func files(of comparisons: [ComparisonResult], byteOrderMark: Bool = false) -> [OutputFile] {
        [
            ("comparison.csv", ComparisonTable.table(of: comparisons)),
            ("comparison-targets.csv", ComparisonTargetsTable.table(of: comparisons)),
        ].map { path, table in OutputFile(relativePath: path, bytes: table.csv(byteOrderMark: byteOrderMark)) }
    }
}
