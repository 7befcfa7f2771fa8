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
    private let grid: CSVGrid
    private let log: DiagnosticLog
    private let sectors: [String]
    /// The name of each record.
    private let rowNames: [String]
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

    private static let textColumns = ["name_en", "name_zh", "unit", "note"]
    private static let fixedColumns = Set(
        textColumns + ["row", "export", "outflow", "import", "inflow", "discrepancy", "output"])
    private static let fixedRows: Set<String> = ["output", "imported_inputs"]
    /// How a file may name the money unit of scenarios.
    private static let scenarioUnits: Set<String> = ["", "亿元", "100m yuan", "100 million yuan", "100 million CNY"]

    /// The table that a node of a scenario names, checked; nil after a diagnostic.
    static func read(_ node: ConfigNode, sectors: [Sector], catalog: FileCatalog, log: DiagnosticLog)
        -> InputOutputTable?
    {
        // The whole file: the record of a run has its checksum.
        guard let file = catalog.file(namedBy: node, maximumBytes: FileCatalog.maximumTableBytes),
            let content = read(
                ByteSource(file.bytes), path: file.path, sectors: sectors.map(\.code), isBalanced: true, log: log)
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

    /// The table in the bytes of a file; nil after a diagnostic.
    ///
    /// Memory: that of the table. Cost: two passes over the bytes, the second on all cores for a large file.
    ///
    /// - Parameters:
    ///   - sectors: their codes in the order wanted; nil for those that have a row and a column, in the file's order.
    ///   - isBalanced: whether an account that does not add up is an error.
    static func read(
        _ source: ByteSource, path: String, sectors: [String]?, isBalanced: Bool, log: DiagnosticLog
    ) -> Content? {
        do throws(CSVError) {
            let grid = try CSVGrid(source, path: path)
            guard let rowColumn = requiredColumns(of: grid, log) else { return nil }
            let names = try grid.texts(of: rowColumn).map(\.trimmed)
            let codes = sectors ?? ownSectors(grid, names, log)
            guard let codes, !codes.isEmpty else { return nil }
            return TableFile(grid: grid, log: log, sectors: codes, rowNames: names, rowColumn: rowColumn)
                .content(isBalanced)
        } catch {
            log.error(SourceLocation(file: path, line: error.line), "\(error.kind)")
            return nil
        }
    }

    /// The position of `row`; nil, and a diagnostic for each, where a column is missing that must be there.
    private static func requiredColumns(of grid: CSVGrid, _ log: DiagnosticLog) -> Int? {
        var isComplete = true
        for name in ["row", "export", "import", "output"] {
            do throws(CSVError) {
                _ = try grid.requiredColumn(name)
            } catch {
                log.error(SourceLocation(file: grid.path, line: error.line), "\(error.kind)")
                isComplete = false
            }
        }
        return isComplete ? grid.column("row") : nil
    }

    /// The names that stand before a row and above a column; nil after a diagnostic.
    private static func ownSectors(_ grid: CSVGrid, _ rowNames: [String], _ log: DiagnosticLog) -> [String]? {
        let rows = Set(rowNames)
        let sectors = grid.header.filter { rows.contains($0) && !fixedColumns.contains($0) }
        let known = Set(sectors)
        let categories = grid.header.filter { !known.contains($0) && !fixedColumns.contains($0) }
        var isSound = true
        for (record, name) in rowNames.enumerated() where !fixedRows.contains(name) && !known.contains(name) {
            // Value added and final use are free names: one letter off, a sector would become both.
            guard let nearest = nearestName(to: name, among: categories) else { continue }
            log.error(
                SourceLocation(file: grid.path, line: grid.line(of: record), keyPath: name),
                "the row \"\(name)\" and the column \"\(nearest)\" are each without the other",
                suggestion: "a sector needs the same name in both")
            isSound = false
        }
        if sectors.isEmpty {
            log.error(
                SourceLocation(file: grid.path, line: grid.headerLine),
                "no name stands both before a row and above a column, expected the sectors to do so")
        }
        return isSound ? sectors : nil
    }

    private func content(_ isBalanced: Bool) -> Content? {
        let (layout, lines) = layout()
        guard checkSectors(lines), let figures = figures(layout) else { return nil }
        let texts = Texts(figures.texts, of: layout.textColumns.map { grid.header[$0] })
        guard let table = table(figures, layout, lines, isBalanced), let unit = unit(texts) else { return nil }
        var names: [String: (english: String, chinese: String)] = [:]
        if grid.column("name_en") != nil || grid.column("name_zh") != nil {
            for (record, name) in rowNames.enumerated() {
                names[name] = (texts.field("name_en", record), texts.field("name_zh", record))
            }
        }
        let notes = rowNames.indices.lazy.map { texts.field("note", $0) }
        return Content(table: table, names: names, unit: unit, note: notes.first { !$0.isEmpty } ?? "")
    }

    /// All cells but text; nil if one is no number.
    private func figures(_ layout: TableFigures.Layout) -> TableFigures? {
        do throws(CSVError) {
            return try TableFigures(grid, layout)
        } catch {
            let name = rowNames.indices.first { grid.line(of: $0) == error.line }.map { rowNames[$0] }
            log.error(SourceLocation(file: grid.path, line: error.line, keyPath: name ?? ""), "\(error.kind)")
            return nil
        }
    }

    /// Fields of the columns with text.
    private struct Texts {
        private var columns: [String: [String]] = [:]

        init(_ texts: [[String]], of names: [String]) {
            for (name, fields) in zip(names, texts) { columns[name] = fields }
        }

        /// Empty where there is no such column.
        func field(_ column: String, _ record: Int) -> String { columns[column]?[record].trimmed ?? "" }
    }

    /// What stands where, and the line of each row by its name. A row that stands twice counts once, after a
    /// diagnostic.
    private func layout() -> (TableFigures.Layout, lines: [String: Int]) {
        let codes = Dictionary(zip(sectors, sectors.indices), uniquingKeysWith: { first, _ in first })
        var layout = TableFigures.Layout(
            sectors: sectors, sectorColumns: sectors.compactMap(grid.column), columns: [], rows: [], places: [],
            textColumns: Self.textColumns.compactMap(grid.column) + [rowColumn])
        let texts = Set(layout.textColumns)
        layout.columns = grid.header.enumerated().filter { codes[$1] == nil && !texts.contains($0) }
            .map { (name: $1, position: $0) }
        var lines: [String: Int] = [:]
        for (record, name) in rowNames.enumerated() {
            let line = grid.line(of: record)
            if let first = lines[name] {
                log.error(
                    SourceLocation(file: grid.path, line: line, keyPath: name),
                    "the row \"\(name)\" stands twice, first on line \(first)")
                layout.places.append(nil)
                continue
            }
            lines[name] = line
            if let sector = codes[name] {
                layout.places.append(.sector(sector))
            } else {
                layout.places.append(.other(layout.rows.count))
                layout.rows.append(name)
            }
        }
        return (layout, lines)
    }

    /// What the rows agree on, empty where they say nothing; nil after a diagnostic.
    private func unit(_ texts: Texts) -> String? {
        var unit = ""
        for record in rowNames.indices {
            let text = texts.field("unit", record)
            if text.isEmpty || text == unit { continue }
            guard unit.isEmpty else {
                log.error(
                    SourceLocation(file: grid.path, line: grid.line(of: record), keyPath: "unit"),
                    "found the unit \"\(text)\", expected \"\(unit)\" as above: a table needs one unit")
                return nil
            }
            unit = text
        }
        return unit
    }

    private func table(
        _ figures: TableFigures, _ layout: TableFigures.Layout, _ lines: [String: Int], _ isBalanced: Bool
    ) -> InputOutputTable? {
        let categories = layout.columns.map(\.name).filter { !Self.fixedColumns.contains($0) }
        let valueAdded = layout.rows.filter { !Self.fixedRows.contains($0) }
        guard checkForgotten(categories, valueAdded, figures, lines) else { return nil }
        for name in ["import", "inflow"] {
            let sum = figures.column(name).reduce(0, +)
            guard sum < 0 else { continue }
            log.warning(
                SourceLocation(file: grid.path, line: grid.headerLine, keyPath: name),
                "the column adds up to \(plain(sum)), expected what is bought outside as"
                    + " positive figures: they are deducted")
        }
        do throws(TableError) {
            let result = try InputOutputTable(
                sectors: sectors, intermediate: figures.intermediate,
                domesticFinalUse: categories.map { NamedVector(name: $0, values: figures.column($0)) },
                export: figures.column("export"), outflow: figures.column("outflow"),
                imports: figures.column("import"), inflow: figures.column("inflow"),
                discrepancy: figures.column("discrepancy"),
                valueAdded: valueAdded.map { NamedVector(name: $0, values: figures.row($0)) },
                output: figures.column("output"), importedInputs: figures.row("imported_inputs"))
            checkOutputRow(figures.row("output"), result.output, line: lines["output"])
            if isBalanced { try result.validate() } else { try result.checkFinite() }
            return result
        } catch {
            log.error(error, file: grid.path, lines: lines)
            return nil
        }
    }

    /// Every sector needs its row and its column, and there must be no other sectors.
    private func checkSectors(_ lines: [String: Int]) -> Bool {
        var isSound = true
        let known = Set(sectors)
        let rows = Array(lines.keys)
        for sector in sectors {
            for (kind, isThere, names) in [
                ("row", lines[sector] != nil, rows), ("column", grid.column(sector) != nil, grid.header),
            ] where !isThere {
                log.error(
                    SourceLocation(file: grid.path), "the table has no \(kind) for the sector \"\(sector)\"",
                    suggestion: nearestName(to: sector, among: names).map { "there is `\($0)`" })
                isSound = false
            }
        }
        for (record, name) in rowNames.enumerated()
        where !known.contains(name) && !Self.fixedRows.contains(name) && grid.column(name) != nil {
            log.error(
                SourceLocation(file: grid.path, line: grid.line(of: record), keyPath: name),
                "the table has a sector \"\(name)\" that the sector file does not have",
                suggestion: nearestName(to: name, among: sectors).map { "did you mean `\($0)`?" })
            isSound = false
        }
        return isSound
    }

    /// A sector whose row or column is missing would become a final use or a kind of value added: it is known by
    /// figures that those do not have.
    private func checkForgotten(
        _ categories: [String], _ valueAdded: [String], _ figures: TableFigures, _ lines: [String: Int]
    ) -> Bool {
        func has(_ row: String, _ column: String) -> Bool { figures.cell(row, column) != 0 }
        var isSound = true
        for name in categories {
            let filled = valueAdded.count { has($0, name) }
            guard has("output", name) || (filled > 1 && filled == valueAdded.count) else { continue }
            log.error(
                SourceLocation(file: grid.path, line: grid.headerLine, keyPath: name),
                "the column \"\(name)\" has \(has("output", name) ? "output" : "value added") below it,"
                    + " as a sector has, but there is no row \"\(name)\"",
                suggestion: "a sector needs both its row and its column")
            isSound = false
        }
        let uses = categories + ["export", "outflow"]
        for name in valueAdded where has(name, "output") && uses.contains(where: { has(name, $0) }) {
            log.error(
                SourceLocation(file: grid.path, line: lines[name], keyPath: name),
                "the row \"\(name)\" has final use and output, as a sector has, but there is no column \"\(name)\"",
                suggestion: "a sector needs both its row and its column")
            isSound = false
        }
        return isSound
    }

    private func checkOutputRow(_ row: [Double], _ column: [Double], line: Int?) {
        guard let line else { return }
        for (index, sector) in sectors.enumerated() {
            let difference = row[index] - column[index]
            if abs(difference) > 1e-6 * max(abs(column[index]), 1) {
                log.error(
                    SourceLocation(file: grid.path, line: line, keyPath: "output.\(sector)"),
                    "the row has \(plain(row[index])), the column \(plain(column[index])), difference \(plain(difference))"
                )
            }
        }
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
