import CSV
import InputOutput
import LinearAlgebra

/// A wide input-output table: a row per sector and per kind of value added, a
/// column per sector, per category of final use, and for trade.
///
/// Columns: `row`, the sectors, categories of domestic final use, `export`,
/// `outflow`, `import`, `inflow`, `discrepancy`, `output`. Rows: the sectors,
/// the rows of value added, optionally `output`, and `imported_inputs` where
/// the table holds own flows only. Sectors may stand in any order. Trade
/// columns other than `export` and `import` may be missing. Text may stand in
/// `name_en`, `name_zh`, `unit` (the same in every row) and `note`.
struct TableFile {
    private let table: InputTable
    private let log: DiagnosticLog
    private let sectors: [String]
    private let rowColumn: Int

    /// A table with what its file says of it.
    struct Content {
        var table: InputOutputTable
        /// By code, where the file has names.
        var names: [String: (english: String, chinese: String)]
        /// Empty where the file does not say.
        var unit: String
        var note: String
    }

    private static let textColumns: Set<String> = ["name_en", "name_zh", "unit", "note"]
    private static let fixedColumns = textColumns.union([
        "row", "export", "outflow", "import", "inflow", "discrepancy", "output",
    ])
    private static let fixedRows: Set<String> = ["output", "imported_inputs"]
    /// How a file may name the money unit of scenarios.
    private static let scenarioUnits: Set<String> = ["", "亿元", "100m yuan", "100 million yuan", "100 million CNY"]

    /// The table that a node of a scenario names, checked; nil after a diagnostic.
    static func read(_ node: ConfigNode, sectors: [Sector], catalog: FileCatalog, log: DiagnosticLog)
        -> InputOutputTable?
    {
        guard let file = InputTable(namedBy: node, catalog: catalog, log: log),
            let content = read(file, sectors: sectors.map(\.code), isBalanced: true)
        else { return nil }
        if !content.note.isEmpty { log.warning(node.location, "\(file.path): \(content.note)") }
        if !scenarioUnits.contains(content.unit) {
            log.error(
                node.location, "money in \(file.path) is in \(content.unit), expected 亿元",
                suggestion: "`factor:` of a mapping file converts, e.g. 0.0001 from 万元")
            return nil
        }
        if content.table.holdsOwnFlowsOnly {
            log.error(
                node.location,
                "\(file.path) holds the region's own flows only, expected use whatever its origin,"
                    + " with import and inflow in columns")
            return nil
        }
        return content.table
    }

    /// The table of an open file; nil after a diagnostic.
    ///
    /// - Parameters:
    ///   - sectors: their codes in the order wanted; nil for those that have a row and a column, in the file's order.
    ///   - isBalanced: whether an account that does not add up is an error.
    static func read(_ table: InputTable, sectors: [String]?, isBalanced: Bool) -> Content? {
        guard let columns = table.columns("row", "export", "import", "output") else { return nil }
        let codes = sectors ?? ownSectors(table, rowColumn: columns[0])
        guard let codes, !codes.isEmpty else { return nil }
        return TableFile(table: table, log: table.log, sectors: codes, rowColumn: columns[0]).content(isBalanced)
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
            guard !fixedRows.contains(name), !sectors.contains(name),
                let nearest = nearestName(to: name, among: categories)
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

    private func content(_ isBalanced: Bool) -> Content? {
        guard let result = self.table(isBalanced), let unit = unit() else { return nil }
        let (english, chinese) = (table.column("name_en"), table.column("name_zh"))
        var names: [String: (english: String, chinese: String)] = [:]
        for row in table.csv.rows where english != nil || chinese != nil {
            names[table.text(row, rowColumn)] = (table.text(row, english), table.text(row, chinese))
        }
        let notes = table.csv.rows.map { table.text($0, table.column("note")) }
        return Content(table: result, names: names, unit: unit, note: notes.first { !$0.isEmpty } ?? "")
    }

    /// What the rows agree on, empty where they say nothing; nil after a diagnostic.
    private func unit() -> String? {
        let column = table.column("unit")
        var unit = ""
        for row in table.csv.rows {
            let text = table.text(row, column)
            if text.isEmpty || text == unit { continue }
            guard unit.isEmpty else {
                log.error(
                    table.location(row, "unit"),
                    "found the unit \"\(text)\", expected \"\(unit)\" as above: a table needs one unit")
                return nil
            }
            unit = text
        }
        return unit
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
            !Self.fixedRows.contains($0) && !sectors.contains($0)
        }
        guard checkForgotten(categories, valueAdded, values, rows) else { return nil }
        for name in ["import", "inflow"] where column(name).reduce(0, +) < 0 {
            log.warning(
                SourceLocation(file: table.path, line: table.csv.headerLine, keyPath: name),
                "the column adds up to \(plain(column(name).reduce(0, +))), expected what is bought outside as"
                    + " positive figures: they are deducted")
        }
        do throws(TableError) {
            let result = try InputOutputTable(
                sectors: sectors, intermediate: Matrix(rowMajor: sectors.map(row)),
                domesticFinalUse: categories.map { NamedVector(name: $0, values: column($0)) },
                export: column("export"),
                outflow: column("outflow"), imports: column("import"), inflow: column("inflow"),
                discrepancy: column("discrepancy"),
                valueAdded: valueAdded.map { NamedVector(name: $0, values: row($0)) },
                output: column("output"), importedInputs: row("imported_inputs"))
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
            if !sectors.contains(name), !Self.fixedRows.contains(name), table.column(name) != nil {
                log.error(
                    table.location(row, name), "the table has a sector \"\(name)\" that the sector file does not have",
                    suggestion: nearestName(to: name, among: sectors).map { "did you mean `\($0)`?" })
                isSound = false
            }
        }
        return isSound
    }

    /// A sector whose row or column is missing would become a final use or a kind of value added: it is known by
    /// figures that those do not have.
    private func checkForgotten(
        _ categories: [String], _ valueAdded: [String], _ values: [String: [Double?]], _ rows: [String: CSVFile.Row]
    ) -> Bool {
        func has(_ row: String, _ column: String) -> Bool {
            guard let index = table.column(column), let value = values[row]?[index] else { return false }
            return value != 0
        }
        var isSound = true
        for name in categories {
            let filled = valueAdded.count { has($0, name) }
            guard has("output", name) || (filled > 1 && filled == valueAdded.count) else { continue }
            log.error(
                SourceLocation(file: table.path, line: table.csv.headerLine, keyPath: name),
                "the column \"\(name)\" has \(has("output", name) ? "output" : "value added") below it,"
                    + " as a sector has, but there is no row \"\(name)\"",
                suggestion: "a sector needs both its row and its column")
            isSound = false
        }
        let uses = categories + ["export", "outflow"]
        for name in valueAdded where has(name, "output") && uses.contains(where: { has(name, $0) }) {
            log.error(
                SourceLocation(file: table.path, line: rows[name]?.line, keyPath: name),
                "the row \"\(name)\" has final use and output, as a sector has, but there is no column \"\(name)\"",
                suggestion: "a sector needs both its row and its column")
            isSound = false
        }
        return isSound
    }

    /// All cells by row name; nil if one is no number.
    private func numbers(_ rows: [String: CSVFile.Row]) -> [String: [Double?]]? {
        var values: [String: [Double?]] = [:]
        let texts = Set(Self.textColumns.compactMap(table.column) + [rowColumn])
        for (name, row) in rows {
            var cells = [Double?](repeating: nil, count: row.fields.count)
            for index in cells.indices where !texts.contains(index) {
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
