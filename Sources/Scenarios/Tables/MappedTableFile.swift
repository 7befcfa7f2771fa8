import CSV
import InputOutput
import LinearAlgebra

/// A wide table of any maker, read by a mapping file.
///
/// Every row and column must be named by the mapping, be it to ignore it:
/// what is forgotten would otherwise be missing in the accounts.
struct MappedTableFile {
    private let mapping: TableMapping
    private let file: RecordFile
    private let log: DiagnosticLog
    private let path: String

    /// The table; nil after a diagnostic.
    static func read(
        _ path: String, mapping mappingPath: String, catalog: FileCatalog, log: DiagnosticLog, isBalanced: Bool
    ) -> TableDocument? {
        guard
            let tree = ScenarioSource(catalog: catalog, log: log, noun: "a mapping with keys such as `header:`")
                .tree(of: mappingPath)
        else { return nil }
        let root = tree.withKeyPaths()
        SchemaCheck(log: log, priors: nil).check(root, .map(TableMapping.schema))
        guard !log.hasErrors, let mapping = TableMapping(root) else { return nil }
        guard mapping.factor > 0, mapping.factor.isFinite else {
            log.error(
                root["factor"]?.location ?? root.location,
                "found \(plain(mapping.factor)), expected a number above 0: what turns the figures into the unit")
            return nil
        }
        let resolved = catalog.access.resolve(path)
        guard let input = catalog.read(resolved, name: resolved, reportedAt: SourceLocation(file: resolved)) else {
            return nil
        }
        do throws(CSVError) {
            let file = try RecordFile(bytes: input.bytes, path: resolved, separator: mapping.separator)
            return MappedTableFile(mapping: mapping, file: file, log: log, path: resolved)
                .document(headerAt: root["header"]?.location, isBalanced: isBalanced)
        } catch {
            log.error(SourceLocation(file: error.path, line: error.line), "\(error.kind)")
            return nil
        }
    }

    private func document(headerAt location: SourceLocation?, isBalanced: Bool) -> TableDocument? {
        guard let header = file.rows.first(where: { $0.line == mapping.header }) else {
            log.error(
                location ?? SourceLocation(file: path),
                "found line \(mapping.header), which is empty or beyond the end of \(path),"
                    + " expected the line with the labels of the columns")
            return nil
        }
        let rows = file.rows.filter { $0.line > mapping.header && !mapping.skipped.contains($0.line) }
        guard let rowIndex = index(rows.map { ($0.label(mapping.label - 1), $0.line) }, "row"),
            let columnIndex = index(
                header.fields.enumerated().map { ($1.trimmed, $0) }.filter {
                    $0.1 >= mapping.label && !isNameColumn($0.1)
                }, "column"),
            let sectors = sectors(rows)
        else { return nil }
        checkCoverage(
            rowIndex, columnIndex, sectors: sectors.map(\.label), header: header.line)
        if log.hasErrors { return nil }
        let lines = Dictionary(uniqueKeysWithValues: rows.map { ($0.line, $0) })
        return assemble(
            sectors, rows: rowIndex.compactMapValues { lines[$0] }, columns: columnIndex, isBalanced: isBalanced)
    }

    private func isNameColumn(_ index: Int) -> Bool {
        [mapping.nameColumn, mapping.chineseNameColumn].contains(index + 1)
    }

    /// Places by label; a label that stands twice is an error, one that is empty is left out.
    private func index(_ labels: [(label: String, place: Int)], _ kind: String) -> [String: Int]? {
        var places: [String: Int] = [:]
        var isSound = true
        for (label, place) in labels where !label.isEmpty {
            if let first = places[label] {
                log.error(
                    SourceLocation(file: path, line: kind == "row" ? place : mapping.header, keyPath: label),
                    "the \(kind) \"\(label)\" stands twice, first "
                        + (kind == "row" ? "on line \(first)" : "as column \(first + 1)"))
                isSound = false
            } else {
                places[label] = place
            }
        }
        return isSound ? places : nil
    }

    // MARK: What the labels mean

    private typealias SectorRow = (label: String, code: String)

    /// The sectors in the order wanted; nil after a diagnostic.
    private func sectors(_ rows: [CSVFile.Row]) -> [SectorRow]? {
        let labels = rows.map { $0.label(mapping.label - 1) }
        switch mapping.sectors {
        case .list(let list): return list.map { ($0.label.text ?? "", $0.code) }
        case .range(let from, let to):
            guard let first = position(of: from, in: labels), let last = position(of: to, in: labels) else {
                return nil
            }
            guard first <= last else {
                log.error(to.location, "found \(to.summary), which stands above \(from.summary) in \(path)")
                return nil
            }
            let ignored = Set(mapping.ignored.compactMap(\.text))
            return labels[first...last].filter { !$0.isEmpty && !ignored.contains($0) }.map { ($0, $0) }
        }
    }

    private func position(of node: ConfigNode, in labels: [String]) -> Int? {
        if let position = labels.firstIndex(of: node.text ?? "") { return position }
        missing(node, "row", among: labels)
        return nil
    }

    private func missing(_ node: ConfigNode, _ kind: String, among names: some Sequence<String>) {
        log.error(
            node.location, "\(path) has no \(kind) \(node.summary)",
            suggestion: nearestName(to: node.text ?? "", among: names).map { "there is `\($0)`" })
    }

    /// Every label of the mapping must be in the file, and every label of the file in the mapping.
    private func checkCoverage(_ rows: [String: Int], _ columns: [String: Int], sectors: [String], header: Int) {
        let known = Set(sectors + mapping.ignored.compactMap(\.text))
        if case .list(let list) = mapping.sectors {
            for (node, _) in list where rows[node.text ?? ""] == nil { missing(node, "row", among: rows.keys) }
        }
        for sector in sectors where columns[sector] == nil {
            log.error(
                SourceLocation(file: path, line: header, keyPath: sector),
                "there is no column for the sector \"\(sector)\"",
                suggestion: nearestName(to: sector, among: columns.keys).map { "there is `\($0)`" })
        }
        let inColumns = mapping.columnParts.flatMap(\.labels) + [mapping.outputColumn]
        let inRows =
            mapping.valueAdded.flatMap(\.labels) + (mapping.importedInputs?.labels ?? [])
            + [mapping.outputRow].compactMap { $0 }
        for node in mapping.ignored where rows[node.text ?? ""] == nil && columns[node.text ?? ""] == nil {
            log.warning(
                node.location, "\(path) has neither a row nor a column \(node.summary) that could be ignored",
                suggestion: nearestName(to: node.text ?? "", among: Array(rows.keys) + Array(columns.keys))
                    .map { "there is `\($0)`" })
        }
        for node in inColumns where columns[node.text ?? ""] == nil { missing(node, "column", among: columns.keys) }
        for node in inRows where rows[node.text ?? ""] == nil { missing(node, "row", among: rows.keys) }
        let (columnNames, rowNames) = (Set(inColumns.compactMap(\.text)), Set(inRows.compactMap(\.text)))
        for (label, place) in columns.sorted(by: { $0.value < $1.value })
        where !known.contains(label) && !columnNames.contains(label) {
            unnamed("column", label, SourceLocation(file: path, line: header, keyPath: label), number: place + 1)
        }
        for (label, line) in rows.sorted(by: { $0.value < $1.value })
        where !known.contains(label) && !rowNames.contains(label) {
            unnamed("row", label, SourceLocation(file: path, line: line, keyPath: label), number: nil)
        }
    }

    private func unnamed(_ kind: String, _ label: String, _ location: SourceLocation, number: Int?) {
        log.error(
            location, "the mapping does not say what the \(kind) \"\(label)\"\(number.map { " (\($0))" } ?? "") is",
            suggestion: "name it under its part, or under `ignore:` if it is a total")
    }

    // MARK: Figures

    private func assemble(
        _ sectors: [SectorRow], rows: [String: CSVFile.Row], columns: [String: Int], isBalanced: Bool
    ) -> TableDocument? {
        var (unreadable, lastUnreadable) = (0, 0)
        func figure(_ row: String, _ column: String) -> Double {
            guard let cells = rows[row], let place = columns[column] else { return 0 }
            let text = cells.label(place)
            if mapping.emptyMarks.contains(text) { return 0 }
            do throws(CSVError) {
                let value = try RecordFile.number(
                    cells, place, name: column, path: path, notation: mapping.notation)
                return (value ?? 0) * mapping.factor
            } catch {
                unreadable += 1
                lastUnreadable = max(lastUnreadable, error.line)
                if unreadable <= Self.mostCells {
                    log.error(
                        SourceLocation(file: path, line: error.line, keyPath: "\(row).\(column)"), "\(error.kind)",
                        suggestion: mapping.advice(on: text))
                }
                return 0
            }
        }
        func column(_ part: TableMapping.Part?) -> [Double] {
            sectors.map { sector in
                (part?.labels ?? []).reduce(0) { $0 + (part?.sign ?? 1) * figure(sector.label, $1.text ?? "") }
            }
        }
        func row(_ part: TableMapping.Part) -> [Double] {
            sectors.map { sector in part.labels.reduce(0) { $0 + figure($1.text ?? "", sector.label) } }
        }
        let intermediate = sectors.map { row in sectors.map { figure(row.label, $0.label) } }
        let output = sectors.map { figure($0.label, mapping.outputColumn.text ?? "") }
        let finalUse = mapping.finalUse.map { NamedVector(name: $0.name, values: column($0)) }
        let valueAdded = mapping.valueAdded.map { NamedVector(name: $0.name, values: row($0)) }
        let trade = [mapping.export, mapping.outflow, mapping.imports, mapping.inflow, mapping.discrepancy].map(column)
        if let label = mapping.outputRow {
            compare(sectors, output, sectors.map { figure(label.text ?? "", $0.label) }, rows[label.text ?? ""])
        }
        if unreadable > Self.mostCells {
            let more = unreadable - Self.mostCells
            log.error(
                SourceLocation(file: path, line: lastUnreadable),
                "\(more) more \(more == 1 ? "cell is" : "cells are") no numbers")
        }
        warnOfSigns(imports: trade[2], inflow: trade[3])
        if log.hasErrors { return nil }
        let lines = Dictionary(
            sectors.compactMap { sector in rows[sector.label].map { (sector.code, $0.line) } },
            uniquingKeysWith: { first, _ in first })
        do throws(TableError) {
            let table = try InputOutputTable(
                sectors: sectors.map(\.code), intermediate: Matrix(rowMajor: intermediate),
                domesticFinalUse: finalUse, export: trade[0], outflow: trade[1], imports: trade[2], inflow: trade[3],
                discrepancy: trade[4], valueAdded: valueAdded, output: output,
                importedInputs: mapping.importedInputs.map(row))
            if isBalanced { try table.validate() } else { try table.checkFinite() }
            return TableDocument(
                table: table, sectors: sectors.map { named($0, rows[$0.label]) }, unit: mapping.unit, path: path)
        } catch {
            log.error(error, file: path, lines: lines)
            return nil
        }
    }

    /// Cells that are named one by one; a wrong mark makes every cell wrong.
    private static let mostCells = 5

    /// What is bought outside is positive and deducted.
    private func warnOfSigns(imports: [Double], inflow: [Double]) {
        for (part, values) in [(mapping.imports, imports), (mapping.inflow, inflow)] {
            guard let part, let node = part.labels.first, values.reduce(0, +) < 0 else { continue }
            log.warning(
                node.location, "the figures add up to \(plain(values.reduce(0, +))), expected more than 0",
                suggestion: part.sign < 0
                    ? "leave \(part.name) out of `negative:` where the file has no minus signs"
                    : "where the file has them with a minus sign, say `negative: [\(part.name)]`")
        }
    }

    private func named(_ sector: SectorRow, _ row: CSVFile.Row?) -> Sector {
        func name(_ column: Int?) -> String? { column.flatMap { row?.label($0 - 1) }?.nonEmpty }
        let chinese = name(mapping.chineseNameColumn)
        return Sector(
            code: sector.code, name: name(mapping.nameColumn) ?? (chinese == nil ? sector.label : sector.code),
            nameChinese: chinese ?? "")
    }

    private func compare(_ sectors: [SectorRow], _ column: [Double], _ row: [Double], _ source: CSVFile.Row?) {
        for (index, sector) in sectors.enumerated() {
            let difference = row[index] - column[index]
            if abs(difference) > 1e-6 * max(abs(column[index]), 1) {
                log.error(
                    SourceLocation(file: path, line: source?.line, keyPath: sector.label),
                    "output is \(plain(row[index])) in the row, \(plain(column[index])) in the column,"
                        + " difference \(plain(difference))")
            }
        }
    }
}

extension CSVFile.Row {
    /// A field without the space around it; empty beyond the record's end.
    func label(_ column: Int) -> String { fields.indices.contains(column) ? fields[column].trimmed : "" }
}
