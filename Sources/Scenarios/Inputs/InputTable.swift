import CSV

/// A CSV file that a scenario names, with its errors turned into diagnostics.
struct InputTable {
    let csv: CSVFile
    let log: DiagnosticLog

    var path: String { csv.path }

    /// Opens the file that a node names; nil (and a diagnostic) if it cannot be read.
    init?(namedBy node: ConfigNode, catalog: FileCatalog, log: DiagnosticLog) {
        guard let file = catalog.file(namedBy: node) else { return nil }
        self.init(file, log: log)
    }

    /// Opens a file that the user named; nil, and a diagnostic, if it cannot be read.
    init?(path: String, catalog: FileCatalog, log: DiagnosticLog) {
        let resolved = catalog.access.resolve(path)
        guard let file = catalog.read(resolved, name: resolved, reportedAt: SourceLocation(file: resolved)) else {
            return nil
        }
        self.init(file, log: log)
    }

    private init?(_ file: InputFile, log: DiagnosticLog) {
        do throws(CSVError) {
            csv = try CSVFile(bytes: file.bytes, path: file.path)
        } catch {
            log.error(SourceLocation(file: error.path, line: error.line), "\(error.kind)")
            return nil
        }
        self.log = log
    }

    func column(_ name: String) -> Int? { csv.column(name) }

    /// Positions of columns that must be there; nil, and a diagnostic for each that is missing.
    func columns(_ names: String...) -> [Int]? {
        var indices: [Int] = []
        for name in names {
            do throws(CSVError) {
                indices.append(try csv.requiredColumn(name))
            } catch {
                log.error(SourceLocation(file: path, line: error.line), "\(error.kind)")
            }
        }
        return indices.count == names.count ? indices : nil
    }

    func text(_ row: CSVFile.Row, _ column: Int?) -> String { column.map { row[$0].trimmed } ?? "" }

    /// Nil for an empty cell, and after a diagnostic for one that is no number.
    func number(_ row: CSVFile.Row, _ column: Int?) -> Double? {
        guard let column else { return nil }
        do throws(CSVError) {
            return try csv.number(row: row, column: column)
        } catch {
            log.error(SourceLocation(file: path, line: error.line), "\(error.kind)")
            return nil
        }
    }

    func location(_ row: CSVFile.Row, _ keyPath: String) -> SourceLocation {
        SourceLocation(file: path, line: row.line, keyPath: keyPath)
    }

    /// The quality letter of a row: U where the file has no such column.
    func quality(_ row: CSVFile.Row, _ column: Int?, _ keyPath: String) -> Quality {
        guard let column else { return .u }
        if let quality = Quality(rawValue: text(row, column)) { return quality }
        log.error(location(row, "\(keyPath).quality"), "found \"\(text(row, column))\", expected one of A, B, C, U")
        return .u
    }
}

extension String {
    /// Nil for an empty cell.
    var nonEmpty: String? { isEmpty ? nil : self }
}
