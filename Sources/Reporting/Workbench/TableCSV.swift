import InputOutput

/// An input-output table in Milepost's own layout, as `TableFile` reads it.
public enum TableCSV {
    /// A row per sector, then value added, then output; cells without a meaning are empty.
    public static func data(of table: InputOutputTable) -> DataTable {
        let trade = [
            ("export", table.export), ("outflow", table.outflow), ("import", table.imports), ("inflow", table.inflow),
            ("discrepancy", table.discrepancy), ("output", table.output),
        ]
        let finalUse = table.domesticFinalUse
        var data = DataTable(
            columns: ["row"] + table.sectors + finalUse.map(\.name) + trade.map(\.0))
        for (i, sector) in table.sectors.enumerated() {
            data.append(
                [.text(sector)] + table.intermediate.row(i).map { .number($0) }
                    + finalUse.map { .number($0.values[i]) } + trade.map { .number($0.1[i]) })
        }
        let empty = [DataTable.Cell](repeating: .empty, count: finalUse.count + trade.count)
        for row in table.valueAdded + [NamedVector(name: "output", values: table.output)] {
            data.append([.text(row.name)] + row.values.map { .number($0) } + empty)
        }
        return data
    }
}
