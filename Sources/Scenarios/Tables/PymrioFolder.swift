import CSV
import InputOutput
import LinearAlgebra

/// A folder in pymrio's text layout: `Z.txt` (flows), `Y.txt` (final demand),
/// and where they are there `x.txt` (output), `unit.txt`, and value added as
/// the `F.txt` of an extension.
///
/// Flows between regions are rows and columns of one matrix there. For one
/// region its own block of them is taken: the system tells which inputs come
/// from the region itself, cell by cell, and one supply share a product would
/// lose that. Sales to other regions are export, inputs from them one row.
struct PymrioFolder {
    /// Names of the extension that holds value added.
    static let valueAddedFolders = ["factor_inputs", "value_added", "primary_inputs"]

    private let flows: PymrioFile
    private let demand: PymrioFile
    private let output: [Double]
    private let valueAdded: [NamedVector]
    private let unit: String

    /// The table of a region or of the whole system; nil after a diagnostic.
    static func read(
        _ path: String, region: String?, catalog: FileCatalog, log: DiagnosticLog, isBalanced: Bool
    ) -> TableDocument? {
        let folder = catalog.access.resolve(path)
        guard let system = PymrioFolder(folder, catalog: catalog, log: log) else { return nil }
        let regions = system.regions
        if let region, !regions.contains(region) {
            log.error(
                SourceLocation(file: system.flows.path), "there is no region \"\(region)\"",
                suggestion: hint(for: region, among: regions))
            return nil
        }
        do throws(TableError) {
            let one = region ?? (regions.count == 1 ? regions[0] : nil)
            let table = if let one { try system.table(of: one) } else { try system.whole() }
            if isBalanced { try table.validate() } else { try table.checkFinite() }
            return TableDocument(
                table: table, sectors: table.sectors.map { Sector(code: $0, name: $0) }, unit: system.unit,
                path: folder, note: one.flatMap { regions.count > 1 ? system.note(on: $0, table) : nil } ?? "")
        } catch {
            log.error(error, file: system.flows.path, lines: [:])
            return nil
        }
    }

    private init?(_ folder: String, catalog: FileCatalog, log: DiagnosticLog) {
        let names = catalog.access.names(folder)
        func has(_ name: String) -> Bool { names.contains(name) }
        guard has("Z.txt"), has("Y.txt") else {
            log.error(
                SourceLocation(file: folder),
                "found \(names.isEmpty ? "no folder, or an empty one" : list(names.prefix(6))),"
                    + " expected a folder with Z.txt and Y.txt as pymrio saves it")
            return nil
        }
        guard
            let flows = PymrioFile(
                folder + "/Z.txt", headers: ["region", "sector"], indexColumns: 2, catalog: catalog, log: log),
            flows.agree(flows.columns, "column", with: flows.rows, of: "the file", log: log),
            let demand = PymrioFile(
                folder + "/Y.txt", headers: ["region", "category"], indexColumns: 2, catalog: catalog, log: log),
            demand.agree(demand.rows, "row", with: flows.rows, of: "Z.txt", log: log)
        else { return nil }
        self.flows = flows
        self.demand = demand
        guard let output = Self.output(folder, has("x.txt"), flows, demand, catalog: catalog, log: log),
            let unit = Self.unit(folder, has("unit.txt"), catalog: catalog, log: log),
            let valueAdded = Self.valueAdded(
                folder, Self.valueAddedFolders.filter(has), flows, output, catalog: catalog, log: log)
        else { return nil }
        self.output = output
        self.unit = unit
        self.valueAdded = valueAdded
    }

    // MARK: The other files

    /// Output of `x.txt`, else the sums of the rows.
    private static func output(
        _ folder: String, _ isThere: Bool, _ flows: PymrioFile, _ demand: PymrioFile, catalog: FileCatalog,
        log: DiagnosticLog
    ) -> [Double]? {
        guard isThere else {
            return zip(flows.values, demand.values).map { $0.reduce(0, +) + $1.reduce(0, +) }
        }
        guard
            let file = PymrioFile(
                folder + "/x.txt", headers: ["region"], indexColumns: 2, catalog: catalog, log: log),
            file.agree(file.rows, "row", with: flows.rows, of: "Z.txt", log: log)
        else { return nil }
        return file.values.map { $0.first ?? 0 }
    }

    /// The one money unit of the system.
    private static func unit(_ folder: String, _ isThere: Bool, catalog: FileCatalog, log: DiagnosticLog) -> String? {
        guard isThere else { return "" }
        let path = folder + "/unit.txt"
        guard let input = catalog.read(path, name: path, reportedAt: SourceLocation(file: path)) else { return nil }
        do throws(CSVError) {
            let rows = try RecordFile(bytes: input.bytes, path: path, separator: .tab).rows.dropFirst()
            let unit = rows.first?.label(2) ?? ""
            if let other = rows.first(where: { $0.label(2) != unit }) {
                log.error(
                    SourceLocation(file: path, line: other.line),
                    "found the unit \"\(other.label(2))\", expected \"\(unit)\" as above: a table needs one unit")
                return nil
            }
            return unit
        } catch {
            log.error(SourceLocation(file: error.path, line: error.line), "\(error.kind)")
            return nil
        }
    }

    /// Rows of the extension with value added, else what output leaves after inputs.
    private static func valueAdded(
        _ folder: String, _ extensions: [String], _ flows: PymrioFile, _ output: [Double], catalog: FileCatalog,
        log: DiagnosticLog
    ) -> [NamedVector]? {
        let left = flows.values.reduce(into: output) { rest, row in
            for index in rest.indices { rest[index] -= row[index] }
        }
        guard let name = extensions.first else {
            log.warning(
                SourceLocation(file: folder),
                "there is no folder with value added (\(list(valueAddedFolders))):"
                    + " it is taken to be output less inputs")
            return [NamedVector(name: "value_added", values: left)]
        }
        guard
            let file = PymrioFile(
                "\(folder)/\(name)/F.txt", headers: ["region", "sector"], indexColumns: 1, catalog: catalog, log: log),
            file.agree(file.columns, "column", with: flows.rows, of: "Z.txt", log: log)
        else { return nil }
        let rows = zip(file.rows, file.values).map { NamedVector(name: $0[0], values: $1) }
        let open = rows.reduce(into: left) { rest, row in
            for index in rest.indices { rest[index] -= row.values[index] }
        }
        // Systems are often published with less than all of value added, such as without taxes.
        guard zip(open, output).contains(where: { abs($0) > 1e-6 * max(abs($1), 1) }) else { return rows }
        log.warning(
            SourceLocation(file: file.path),
            "its rows add up to \(plain(rows.flatMap(\.values).reduce(0, +))), output less inputs is"
                + " \(plain(left.reduce(0, +))): the difference stands in the row \"\(unexplained)\"")
        return rows + [NamedVector(name: unexplained, values: open)]
    }

    /// Name of the row of value added that no file explains.
    private static let unexplained = TableInspection.unexplainedRow

    // MARK: Tables

    private var regions: [String] { unique(flows.rows.map { $0[0] }) }

    /// Every sector of every region, `region:sector`; categories of final use summed over regions.
    private func whole() throws(TableError) -> InputOutputTable {
        let n = flows.rows.count
        let none = [Double](repeating: 0, count: n)
        let categories = unique(demand.columns.map { $0[1] })
        return try InputOutputTable(
            sectors: flows.rows.map { $0.joined(separator: ":") }, intermediate: Matrix(rowMajor: flows.values),
            domesticFinalUse: categories.map { category in
                NamedVector(
                    name: category,
                    values: demand.values.map { row in
                        sum(row, demand.columns.indices.filter { demand.columns[$0][1] == category })
                    })
            }, export: none, outflow: none, imports: none, inflow: none, discrepancy: none, valueAdded: valueAdded,
            output: output)
    }

    /// What the table of one region of several leaves out.
    private func note(on region: String, _ table: InputOutputTable) -> String {
        let rows = flows.rows.indices.filter { flows.rows[$0][0] != region }
        let columns = demand.columns.indices.filter { demand.columns[$0][0] == region }
        let bought = rows.reduce(0) { $0 + sum(demand.values[$1], columns) }
        return "Region \(region) alone: flows of its own products, as the system has them. Inputs from other regions"
            + " (\(plain(table.importedInputs.reduce(0, +)))) stand in one row; what its final users buy there"
            + " (\(plain(bought))) is left out."
    }

    /// One region: its own flows, sales to the others as export, inputs from them in one row. O(rows · columns).
    private func table(of region: String) throws(TableError) -> InputOutputTable {
        let own = flows.rows.indices.filter { flows.rows[$0][0] == region }
        let ownDemand = demand.columns.indices.filter { demand.columns[$0][0] == region }
        let users = Set(own)
        let ownColumns = Set(ownDemand)
        let others = flows.rows.indices.filter { !users.contains($0) }
        let export = own.map { row in
            sum(flows.values[row], others)
                + sum(demand.values[row], demand.columns.indices.filter { !ownColumns.contains($0) })
        }
        let none = [Double](repeating: 0, count: own.count)
        return try InputOutputTable(
            sectors: own.map { flows.rows[$0][1] },
            intermediate: Matrix(rowMajor: own.map { row in own.map { flows.values[row][$0] } }),
            domesticFinalUse: ownDemand.map { column in
                NamedVector(name: demand.columns[column][1], values: own.map { demand.values[$0][column] })
            }, export: export, outflow: none, imports: none, inflow: none, discrepancy: none,
            valueAdded: valueAdded.map { row in NamedVector(name: row.name, values: own.map { row.values[$0] }) },
            output: own.map { output[$0] },
            importedInputs: own.map { user in others.reduce(0) { $0 + flows.values[$1][user] } })
    }

    private func sum(_ values: [Double], _ indices: [Int]) -> Double { indices.reduce(0) { $0 + values[$1] } }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
