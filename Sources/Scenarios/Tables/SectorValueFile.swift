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
        let table = InputTable(path: path, catalog: FileCatalog(access: fileSystem, log: log), log: log)
        let values = table.flatMap { SectorValues($0, column: column, sectors: sectors, isComplete: isComplete) }
        guard let values, !log.hasErrors else { throw ScenarioError(diagnostics: log.sorted) }
        return values.values
    }

    /// Persons by sector of a table, all of them, none below zero, and none in a sector without output.
    ///
    /// - Parameter output: of the table, by sector.
    /// - Throws: `ScenarioError` with everything that does not fit.
    public static func persons(
        _ path: String, sectors: [Sector], output: [Double], fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> [Double] {
        let log = DiagnosticLog()
        let table = InputTable(path: path, catalog: FileCatalog(access: fileSystem, log: log), log: log)
        let values = table.flatMap { SectorValues($0, column: nil, sectors: sectors, isComplete: true) }
        values?.requireNotNegative()
        values?.require { index, value in
            value > 0 && output[index] <= 0 ? "found \(plain(value)), expected 0: the table has no output of it" : nil
        }
        guard let values, !log.hasErrors else { throw ScenarioError(diagnostics: log.sorted) }
        return values.values.map { $0 ?? 0 }
    }
}

/// A column of a file with a line per sector.
struct SectorValues {
    /// By sector of the table; nil for those that the file does not have.
    private(set) var values: [Double?]
    private var lines: [Int?]
    private let sectors: [Sector]
    private let table: InputTable
    private let column: Int

    /// The values; nil after a diagnostic about the file as a whole.
    init?(_ table: InputTable, column: String?, sectors: [Sector], isComplete: Bool) {
        guard let key = table.columns("sector")?[0], let index = Self.column(column, besides: key, of: table) else {
            return nil
        }
        self.table = table
        self.sectors = sectors
        self.column = index
        values = Array(repeating: nil, count: sectors.count)
        lines = Array(repeating: nil, count: sectors.count)
        for row in table.csv.rows {
            let name = table.text(row, key)
            guard let sector = sectors.firstIndex(where: { $0.code == name }) else {
                table.log.error(
                    table.location(row, "sector"), "found \"\(name)\", expected a sector of the table",
                    suggestion: hint(for: name, among: sectors.map(\.code)))
                continue
            }
            if lines[sector] != nil {
                table.log.error(table.location(row, name), "the sector \"\(name)\" stands twice")
            }
            values[sector] = table.number(row, index)
            lines[sector] = row.line
        }
        let missing = sectors.indices.filter { values[$0] == nil }.map { sectors[$0].code }
        if isComplete, !missing.isEmpty, !table.log.hasErrors {
            table.log.error(
                SourceLocation(file: table.path),
                "there is no value for \(list(missing.prefix(6)))"
                    + (missing.count > 6 ? " and \(missing.count - 6) more" : "")
                    + "; expected one for every sector of the table, 0 where there is nothing")
        }
    }

    /// Reports every value that `problem` has something to say about, at its line.
    func require(_ problem: (Int, Double) -> String?) {
        for (index, value) in values.enumerated() {
            guard let value, let message = problem(index, value) else { continue }
            table.log.error(
                SourceLocation(
                    file: table.path, line: lines[index],
                    keyPath: "\(sectors[index].code).\(table.csv.header[column])"), message)
        }
    }

    func requireNotNegative() {
        require { $1 < 0 ? "found \(plain($1)), expected 0 or more" : nil }
    }

    private static func column(_ name: String?, besides key: Int, of table: InputTable) -> Int? {
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
