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
    /// What is doubtful, by file and line.
    public var warnings: [Diagnostic]

    /// Its parts, as documented on each.
    ///
    /// - Precondition: one sector per sector of the table, with its code.
    public init(
        table: InputOutputTable, sectors: [Sector], unit: String = "", path: String, warnings: [Diagnostic] = []
    ) {
        precondition(table.sectors == sectors.map(\.code), "sectors and their names differ")
        self.table = table
        self.sectors = sectors
        self.unit = unit
        self.path = path
        self.warnings = warnings
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
