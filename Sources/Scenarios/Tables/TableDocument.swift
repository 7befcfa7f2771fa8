import InputOutput

/// An input-output table with the names of its sectors and where it comes from.
public struct TableDocument: Sendable {
    public var table: InputOutputTable
    /// One per sector of the table, in its order.
    public var sectors: [Sector]
    /// Money unit; empty where the file does not say.
    public var unit: String
    /// As the user would recognise it.
    public var path: String
    /// How far the table can be trusted, where that is not for the source to say: an estimate, or a part of a system.
    public var note: String
    /// What is doubtful, by file and line.
    public var warnings: [Diagnostic]

    /// Its parts, as documented on each.
    ///
    /// - Precondition: one sector per sector of the table, with its code.
    public init(
        table: InputOutputTable, sectors: [Sector], unit: String = "", path: String, note: String = "",
        warnings: [Diagnostic] = []
    ) {
        precondition(table.sectors == sectors.map(\.code), "sectors and their names differ")
        self.table = table
        self.sectors = sectors
        self.unit = unit
        self.path = path
        self.note = note
        self.warnings = warnings
    }

    /// Another table of the same sectors, unit and origin.
    ///
    /// - Parameter note: nil for that of this table.
    /// - Precondition: the same sectors in the same order.
    public func replacing(_ table: InputOutputTable, note: String? = nil) -> TableDocument {
        TableDocument(table: table, sectors: sectors, unit: unit, path: path, note: note ?? self.note)
    }

    /// What is doubtful about the table as a file: codes that a scenario could not name.
    ///
    /// - Throws: `ScenarioError` where the file could not say what its figures are.
    public func checkWritable() throws(ScenarioError) -> [Diagnostic] {
        if unit.isEmpty {
            throw ScenarioError(diagnostics: [
                Diagnostic(
                    severity: .error, location: SourceLocation(file: path),
                    message: "the money unit is not known, so that the file to be written could not say it",
                    suggestion: "name it with --unit, or as `unit:` in the mapping")
            ])
        }
        guard let code = table.sectors.first(where: { !$0.utf8.allSatisfy { $0 < 0x80 } }) else { return [] }
        return [
            Diagnostic(
                severity: .warning, location: SourceLocation(file: path),
                message: "the code of a sector is \"\(code)\": scenarios take only ASCII letters, digits, - and _",
                suggestion: "give codes in the mapping, as in sectors: {\(code): agriculture, …}")
        ]
    }
}

/// How a table is stored.
public enum TableLayout: Sendable, Equatable {
    /// Milepost's own: a row and a column per sector, final use and trade to the right, value added below.
    ///
    /// - Parameters:
    ///   - sectors: sector file whose sectors the table must have, in its order; nil for those that the table has.
    ///   - names: sector file to look names up in; codes that it does not know keep the code as name.
    case wide(sectors: String?, names: String?)
    /// Any wide CSV, explained by a mapping file.
    case mapped(by: String)
    /// A folder that pymrio wrote as text.
    ///
    /// - Parameter region: the region to take out of several, its trade with the others as export and imports;
    ///   nil for the whole system with a sector per region and sector.
    case pymrio(region: String?)
}
