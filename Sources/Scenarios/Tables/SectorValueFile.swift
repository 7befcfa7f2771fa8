import CSV

/// A value per sector: `sector,value`, in any order.
///
/// Used for employment, output, and totals of rows and columns.
public enum SectorValueFile {
    /// The values by sector of a table; nil for those that the file does not have.
    ///
    /// - Parameters:
    ///   - column: the column with the values; nil for the only one besides `sector`.
    ///   - isComplete: whether a sector without a value is an error.
    /// - Throws: `ScenarioError` with everything that does not fit.
    public static func read(
        _ path: String, column: String? = nil, sectors: [Sector], isComplete: Bool, fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> [Double?] {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        var values = [Double?](repeating: nil, count: sectors.count)
        if let table = InputTable(path: path, catalog: catalog, log: log),
            let key = table.columns("sector").map({ $0[0] }),
            let index = valueColumn(column, besides: key, of: table)
        {
            for row in table.csv.rows {
                let name = table.text(row, key)
                guard let sector = sectors.firstIndex(where: { $0.code == name }) else {
                    log.error(
                        table.location(row, "sector"), "found \"\(name)\", expected a sector of the table",
                        suggestion: hint(for: name, among: sectors.map(\.code)))
                    continue
                }
                if values[sector] != nil {
                    log.error(table.location(row, name), "the sector \"\(name)\" stands twice")
                }
                values[sector] = table.number(row, index)
            }
            let missing = sectors.indices.filter { values[$0] == nil }.map { sectors[$0].code }
            if isComplete, !missing.isEmpty, !log.hasErrors {
                log.error(
                    SourceLocation(file: table.path),
                    "there is no value for \(list(missing.prefix(6)))"
                        + (missing.count > 6 ? " and \(missing.count - 6) more" : "")
                        + "; expected one for every sector of the table, 0 where there is nothing")
            }
        }
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        return values
    }

    private static func valueColumn(_ name: String?, besides key: Int, of table: InputTable) -> Int? {
        if let name { return table.columns(name)?[0] }
        let others = table.csv.header.indices.filter { $0 != key }
        if others.count == 1 { return others[0] }
        if let value = table.column("value") { return value }
        table.log.error(
            SourceLocation(file: table.path, line: table.csv.headerLine),
            "found the columns \(list(table.csv.header)), expected `sector` and `value`")
        return nil
    }
}
