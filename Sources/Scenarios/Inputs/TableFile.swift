import CSV
import InputOutput
import LinearAlgebra

/// A wide input-output table: a row per sector and per kind of value added, a
/// column per sector, per category of final use, and for trade.
///
/// Columns: `row`, the sectors, categories of domestic final use, `export`,
/// `outflow`, `import`, `inflow`, `discrepancy`, `output`. Rows: the sectors,
/// the rows of value added, optionally `output`. Sectors may stand in any
/// order. Trade columns other than `export` and `import` may be missing.
struct TableFile {
    private let table: InputTable
    private let log: DiagnosticLog
    private let sectors: [String]
    private let rowColumn: Int

    private static let fixedColumns: Set<String> = [
        "row", "export", "outflow", "import", "inflow", "discrepancy", "output",
    ]

    /// The table that a node names, checked; nil after a diagnostic.
    static func read(_ node: ConfigNode, sectors: [Sector], catalog: FileCatalog, log: DiagnosticLog)
        -> InputOutputTable?
    {
        guard let table = InputTable(namedBy: node, catalog: catalog, log: log),
            let columns = table.columns("row", "export", "import", "output")
        else { return nil }
        return TableFile(table: table, log: log, sectors: sectors.map(\.code), rowColumn: columns[0]).table(node)
    }

    private func table(_ node: ConfigNode) -> InputOutputTable? {
        var rows: [String: CSVFile.Row] = [:]
        for row in table.csv.rows {
            let name = table.text(row, rowColumn)
            if let first = rows[name] {
                log.error(table.location(row, name), "the row \"\(name)\" stands twice, first on line \(first.line)")
            } else {
                rows[name] = row
            }
        }
        guard checkSectors(rows), let values = numbers(rows) else { return nil }
        let categories = table.csv.header.filter { !sectors.contains($0) && !Self.fixedColumns.contains($0) }
        func column(_ name: String) -> [Double] {
            guard let index = table.column(name) else { return Array(repeating: 0, count: sectors.count) }
            return sectors.map { values[$0]?[index] ?? 0 }
        }
        let sectorColumns = sectors.compactMap(table.column)
        func row(_ name: String) -> [Double] { sectorColumns.map { values[name]?[$0] ?? 0 } }
        let valueAdded = table.csv.rows.map { table.text($0, rowColumn) }.filter {
            $0 != "output" && !sectors.contains($0)
        }
        do throws(TableError) {
            let result = try InputOutputTable(
                sectors: sectors, intermediate: Matrix(rowMajor: sectors.map(row)),
                domesticFinalUse: categories.map { NamedVector(name: $0, values: column($0)) },
                export: column("export"),
                outflow: column("outflow"), imports: column("import"), inflow: column("inflow"),
                discrepancy: column("discrepancy"),
                valueAdded: valueAdded.map { NamedVector(name: $0, values: row($0)) },
                output: column("output"))
            checkOutputRow(row("output"), result.output, rows["output"])
            try result.validate()
            return result
        } catch {
            report(error, rows)
            return nil
        }
    }

    /// Every sector needs its row and its column, and there must be no other sectors.
    private func checkSectors(_ rows: [String: CSVFile.Row]) -> Bool {
        var isSound = true
        for sector in sectors {
            for (kind, names) in [("row", Array(rows.keys)), ("column", table.csv.header)] where !names.contains(sector)
            {
                log.error(
                    SourceLocation(file: table.path), "the table has no \(kind) for the sector \"\(sector)\"",
                    suggestion: nearestName(to: sector, among: names).map { "there is `\($0)`" })
                isSound = false
            }
        }
        for row in table.csv.rows {
            let name = table.text(row, rowColumn)
            if !sectors.contains(name), name != "output", table.column(name) != nil {
                log.error(
                    table.location(row, name), "the table has a sector \"\(name)\" that the sector file does not have",
                    suggestion: nearestName(to: name, among: sectors).map { "did you mean `\($0)`?" })
                isSound = false
            }
        }
        return isSound
    }

    /// All cells by row name; nil if one is no number.
    private func numbers(_ rows: [String: CSVFile.Row]) -> [String: [Double?]]? {
        var values: [String: [Double?]] = [:]
        for (name, row) in rows {
            var cells = [Double?](repeating: nil, count: row.fields.count)
            for index in cells.indices where index != rowColumn {
                do throws(CSVError) {
                    cells[index] = try table.csv.number(row: row, column: index)
                } catch {
                    log.error(SourceLocation(file: table.path, line: error.line, keyPath: name), "\(error.kind)")
                    return nil
                }
            }
            values[name] = cells
        }
        return values
    }

    private func checkOutputRow(_ row: [Double], _ column: [Double], _ source: CSVFile.Row?) {
        guard let source else { return }
        for (index, sector) in sectors.enumerated() {
            let difference = row[index] - column[index]
            if abs(difference) > 1e-6 * max(abs(column[index]), 1) {
                log.error(
                    table.location(source, "output.\(sector)"),
                    "the row has \(plain(row[index])), the column \(plain(column[index])), difference \(plain(difference))"
                )
            }
        }
    }

    private func report(_ error: TableError, _ rows: [String: CSVFile.Row]) {
        func location(_ sector: String) -> SourceLocation {
            SourceLocation(file: table.path, line: rows[sector]?.line, keyPath: sector)
        }
        switch error {
        case .unbalanced(let imbalances, let total):
            for imbalance in imbalances {
                let place =
                    imbalance.account == .row
                    ? location(imbalance.sector) : SourceLocation(file: table.path, keyPath: imbalance.sector)
                log.error(place, "\(imbalance)")
            }
            if total > imbalances.count {
                log.error(SourceLocation(file: table.path), "\(total) rows and columns in all do not add up")
            }
        case .negativeOutput(let sector, _), .noOutput(let sector, _), .notFinite(_, let sector, _):
            log.error(location(sector), "\(error)")
        default: log.error(SourceLocation(file: table.path), "\(error)")
        }
    }
}
