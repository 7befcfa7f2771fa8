import InputOutput
import Scenarios

/// An input-output table in Milepost's own layout, as `TableFile` reads it.
public enum TableCSV {
    /// A row per sector, then value added, imported inputs where there are any, then output; names, unit and note
    /// where they are known. Cells without a meaning are empty.
    public static func data(of document: TableDocument) -> DataTable {
        let table = document.table
        let trade = [
            ("export", table.export), ("outflow", table.outflow), ("import", table.imports), ("inflow", table.inflow),
            ("discrepancy", table.discrepancy), ("output", table.output),
        ]
        let finalUse = table.domesticFinalUse
        let texts = Texts(of: document)
        var data = DataTable(
            columns: ["row"] + texts.nameColumns + table.sectors + finalUse.map(\.name) + trade.map(\.0)
                + texts.lastColumns)
        for (i, sector) in table.sectors.enumerated() {
            data.append(
                [.text(sector)] + texts.names(of: i) + table.intermediate.row(i).map { .number($0) }
                    + finalUse.map { .number($0.values[i]) } + trade.map { .number($0.1[i]) }
                    + texts.last(row: i))
        }
        let empty = [DataTable.Cell](repeating: .empty, count: finalUse.count + trade.count)
        let imported = NamedVector(name: "imported_inputs", values: table.importedInputs)
        let rows =
            table.valueAdded + (table.holdsOwnFlowsOnly ? [imported] : [])
            + [NamedVector(name: "output", values: table.output)]
        for row in rows {
            data.append(
                [.text(row.name)] + texts.names(of: nil) + row.values.map { .number($0) } + empty + texts.last(row: nil)
            )
        }
        return data
    }

    /// The columns that hold text.
    private struct Texts {
        private let document: TableDocument
        let nameColumns: [String]
        let lastColumns: [String]

        init(of document: TableDocument) {
            self.document = document
            let sectors = document.sectors
            // Always one, so that codes of other makers are not looked up among the shipped names.
            nameColumns = ["name_en"] + (sectors.contains { !$0.nameChinese.isEmpty } ? ["name_zh"] : [])
            lastColumns = (document.unit.isEmpty ? [] : ["unit"]) + (document.note.isEmpty ? [] : ["note"])
        }

        /// - Parameter row: of a sector; nil for the rows below them.
        func names(of row: Int?) -> [DataTable.Cell] {
            nameColumns.map { column in
                guard let row else { return .empty }
                let sector = document.sectors[row]
                let name = column == "name_en" ? sector.name : sector.nameChinese
                return .optional(name.isEmpty ? nil : name)
            }
        }

        /// The unit in every row, the note in the first.
        func last(row: Int?) -> [DataTable.Cell] {
            lastColumns.map { column in
                if column == "unit" { return .text(document.unit) }
                return row == 0 ? .text(document.note) : .empty
            }
        }
    }
}
