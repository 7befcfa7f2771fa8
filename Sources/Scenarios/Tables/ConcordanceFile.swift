import InputOutput

/// A concordance: `sector,group`, and where sectors are split `weight`.
public enum ConcordanceFile {
    /// The entries of a file with the lines that they stand on; whether they cover a table is for `Concordance` to say.
    ///
    /// - Throws: `ScenarioError` with everything that does not fit.
    public static func read(
        _ path: String, fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> [Concordance.Entry] {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        var entries: [Concordance.Entry] = []
        if let table = InputTable(path: path, catalog: catalog, log: log),
            let columns = table.columns("sector", "group")
        {
            for row in table.csv.rows {
                let group = table.text(row, columns[1])
                if group.isEmpty {
                    log.error(table.location(row, table.text(row, columns[0])), "found no group, expected a name")
                }
                let weight = table.number(row, table.column("weight")) ?? 1
                entries.append(.init(sector: table.text(row, columns[0]), group: group, weight: weight))
            }
        }
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        return entries
    }
}
