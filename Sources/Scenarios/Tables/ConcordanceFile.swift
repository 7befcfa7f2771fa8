import CSV
import InputOutput

/// A concordance: `sector,group`, and where sectors are split `weight`.
public enum ConcordanceFile {
    /// Which group takes up which sector of a table.
    ///
    /// - Throws: `ScenarioError` with everything that does not fit, at the lines of the file.
    public static func read(
        _ path: String, sectors: [Sector], fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> Concordance {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        let codes = sectors.map(\.code)
        if let table = InputTable(path: path, catalog: catalog, log: log),
            let columns = table.columns("sector", "group")
        {
            let entries = entries(table, columns, codes)
            if !log.hasErrors {
                do throws(AnalysisError) {
                    return try Concordance(sectors: codes, entries: entries)
                } catch {
                    log.error(SourceLocation(file: table.path), "\(error)")
                }
            }
        }
        throw ScenarioError(diagnostics: log.sorted)
    }

    private static func entries(_ table: InputTable, _ columns: [Int], _ codes: [String]) -> [Concordance.Entry] {
        var entries: [Concordance.Entry] = []
        var sums: [String: Double] = [:]
        for row in table.csv.rows {
            let (sector, group) = (table.text(row, columns[0]), table.text(row, columns[1]))
            let location = table.location(row, sector)
            if !codes.contains(sector) {
                table.log.error(
                    location, "found \"\(sector)\", expected a sector of the table",
                    suggestion: hint(for: sector, among: codes))
            }
            if group.isEmpty { table.log.error(location, "found no group, expected a name") }
            if entries.contains(where: { $0.sector == sector && $0.group == group }) {
                table.log.error(location, "the sector stands twice in the group \"\(group)\"")
            }
            let weight = table.number(row, table.column("weight")) ?? 1
            if !(weight > 0 && weight <= 1) {
                table.log.error(location, "found the weight \(plain(weight)), expected a number above 0 and up to 1")
            }
            sums[sector, default: 0] += weight
            entries.append(.init(sector: sector, group: group, weight: weight))
        }
        if table.log.hasErrors { return entries }
        for code in codes {
            let sum = sums[code] ?? 0
            if abs(sum - 1) > 1e-9 {
                table.log.error(
                    SourceLocation(file: table.path, keyPath: code),
                    sum == 0
                        ? "the sector stands in no group, expected every sector of the table"
                        : "the weights of the sector add up to \(plain(sum)), expected 1")
            }
        }
        return entries
    }
}
