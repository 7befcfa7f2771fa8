import CSV

/// One of pymrio's text files: tab separated, with the labels of columns in
/// header lines and those of rows in the first columns.
struct PymrioFile {
    /// Labels of a column, from the header lines: region and sector, or region and category.
    let columns: [[String]]
    /// Labels of a row: region and sector, or a kind of input.
    let rows: [[String]]
    /// One per row, with one value per column; empty cells are 0.
    let values: [[Double]]
    let path: String
    /// Line of each row.
    let lines: [Int]

    /// The file; nil after a diagnostic.
    ///
    /// - Parameters:
    ///   - headers: what the first cell of each header line says, e.g. region and sector.
    ///   - indexColumns: columns before the figures.
    init?(_ path: String, headers: [String], indexColumns: Int, catalog: FileCatalog, log: DiagnosticLog) {
        guard let records = PymrioFile.records(path, catalog: catalog, log: log) else { return nil }
        for (index, name) in headers.enumerated() {
            let first = records.indices.contains(index) ? records[index].label(0) : ""
            guard first == name else {
                log.error(
                    SourceLocation(file: path, line: records.indices.contains(index) ? records[index].line : nil),
                    "found \(first.isEmpty ? "nothing" : "\"\(first)\"") at the start of the line,"
                        + " expected \"\(name)\": \(PymrioFile.count(headers.count)) with the labels of the columns,"
                        + " as pymrio writes them")
                return nil
            }
        }
        let width = records[0].fields.count - indexColumns
        columns = (0..<max(0, width)).map { column in
            headers.indices.map { records[$0].label(indexColumns + column) }
        }
        var body = records.dropFirst(headers.count)
        // pandas names the index in a line of its own, without figures.
        if let names = body.first, names.fields.dropFirst(indexColumns).allSatisfy({ $0.trimmed.isEmpty }) {
            body = body.dropFirst()
        }
        rows = body.map { row in (0..<indexColumns).map { row.label($0) } }
        lines = body.map(\.line)
        self.path = path
        let file = records
        var values: [[Double]] = []
        for row in body {
            guard row.fields.count == file[0].fields.count else {
                log.error(
                    SourceLocation(file: path, line: row.line),
                    "found \(row.fields.count) fields, expected \(file[0].fields.count) as in the header")
                return nil
            }
            guard let figures = PymrioFile.figures(row, columns, indexColumns, path: path, log: log) else {
                return nil
            }
            values.append(figures)
        }
        self.values = values
    }

    /// The records of a file that must be there.
    private static func records(_ path: String, catalog: FileCatalog, log: DiagnosticLog) -> [CSVFile.Row]? {
        guard let input = catalog.read(path, name: path, reportedAt: SourceLocation(file: path)) else { return nil }
        do throws(CSVError) {
            return try RecordFile(bytes: input.bytes, path: path, separator: .tab).rows
        } catch {
            log.error(SourceLocation(file: error.path, line: error.line), "\(error.kind)")
            return nil
        }
    }

    private static func figures(
        _ row: CSVFile.Row, _ columns: [[String]], _ indexColumns: Int, path: String, log: DiagnosticLog
    ) -> [Double]? {
        var figures: [Double] = []
        figures.reserveCapacity(columns.count)
        for (index, labels) in columns.enumerated() {
            do throws(CSVError) {
                let name = labels.joined(separator: " ")
                figures.append(try RecordFile.number(row, indexColumns + index, name: name, path: path) ?? 0)
            } catch {
                log.error(SourceLocation(file: path, line: error.line), "\(error.kind)")
                return nil
            }
        }
        return figures
    }

    private static func count(_ lines: Int) -> String { lines == 1 ? "one line" : "\(lines) lines" }

    /// Checks that labels are those of another file; a diagnostic names the first that is not.
    ///
    /// - Parameter kind: row or column.
    func agree(_ labels: [[String]], _ kind: String, with wanted: [[String]], of other: String, log: DiagnosticLog)
        -> Bool
    {
        if labels == wanted { return true }
        if labels.count != wanted.count {
            log.error(
                SourceLocation(file: path),
                "found \(labels.count) \(kind)s, expected \(wanted.count), as many as \(other) has rows")
            return false
        }
        let index = labels.indices.first { labels[$0] != wanted[$0] } ?? 0
        log.error(
            SourceLocation(file: path, line: kind == "row" ? lines[index] : nil),
            "\(kind) \(index + 1) is \"\(labels[index].joined(separator: " "))\","
                + " expected \"\(wanted[index].joined(separator: " "))\", as in the rows of \(other)")
        return false
    }
}
