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
        InputTable(namedBy: node, catalog: catalog, log: log).flatMap {
            read($0, sectors: sectors.map(\.code), isBalanced: true)
        }
    }

    /// The table of an open file; nil after a diagnostic.
    ///
    /// - Parameters:
    ///   - sectors: their codes in the order wanted; nil for those that have a row and a column, in the file's order.
    ///   - isBalanced: whether an account that does not add up is an error.
    static func read(_ table: InputTable, sectors: [String]?, isBalanced: Bool) -> InputOutputTable? {
        guard let columns = table.columns("row", "export", "import", "output") else { return nil }
        let codes = sectors ?? ownSectors(table, rowColumn: columns[0])
        guard let codes, !codes.isEmpty else { return nil }
        return TableFile(table: table, log: table.log, sectors: codes, rowColumn: columns[0]).table(isBalanced)
    }

    /// The names that stand before a row and above a column; nil after a diagnostic.
    private static func ownSectors(_ table: InputTable, rowColumn: Int) -> [String]? {
        let rows = table.csv.rows.map { table.text($0, rowColumn) }
        let sectors = table.csv.header.filter { rows.contains($0) && !fixedColumns.contains($0) }
        var isSound = true
        for row in table.csv.rows {
            // Value added and final use are free names: one letter off, a sector would become both.
            let name = table.text(row, rowColumn)
            let categories = table.csv.header.filter { !sectors.contains($0) && !fixedColumns.contains($0) }
            guard name != "output", !sectors.contains(name), let nearest = nearestName(to: name, among: categories)
            else { continue }
            table.log.error(
                table.location(row, name),
                "the row \"\(name)\" and the column \"\(nearest)\" are each without the other",
                suggestion: "a sector needs the same name in both")
            isSound = false
        }
        if sectors.isEmpty {
            table.log.error(
                SourceLocation(file: table.path, line: table.csv.headerLine),
                "no name stands both before a row and above a column, expected the sectors to do so")
        }
        return isSound ? sectors : nil
    }

    private func table(_ isBalanced: Bool) -> InputOutputTable? {
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
            if isBalanced { try result.validate() } else { try result.checkFinite() }
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
        log.error(error, file: table.path, lines: rows.mapValues(\.line))
    }
}

extension DiagnosticLog {
    /// What is wrong with a table, at the lines of its sectors where they are known.
    func error(_ error: TableError, file: String, lines: [String: Int]) {
        switch error {
        case .unbalanced(let imbalances, let total):
            for imbalance in imbalances {
                let line = imbalance.account == .row ? lines[imbalance.sector] : nil
                self.error(SourceLocation(file: file, line: line, keyPath: imbalance.sector), "\(imbalance)")
            }
            if total > imbalances.count {
                self.error(SourceLocation(file: file), "\(total) rows and columns in all do not add up")
            }
        case .negativeOutput(let sector, _), .noOutput(let sector, _), .notFinite(_, let sector, _):
            self.error(SourceLocation(file: file, line: lines[sector], keyPath: sector), "\(error)")
        default: self.error(SourceLocation(file: file), "\(error)")
        }
    }
}
