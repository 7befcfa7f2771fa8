/// Tidy tables made wide, for readers that look down columns.
extension DataTable {
    /// One row for all rows in a run that agree in `keys`, with a column per statistic: that of `statistic` tells which, and
    /// of `values` each becomes a column `VALUE_STATISTIC`, or `STATISTIC` where there is only one.
    func pivoted(keys: [String], statistic: String, values: [String]) -> DataTable {
        let keyColumns = keys.map { columns.firstIndex(of: $0)! }
        let (names, amounts) = (columns.firstIndex(of: statistic)!, values.map { columns.firstIndex(of: $0)! })
        var statistics: [String] = []
        var places: [String: Int] = [:]
        for row in rows {
            guard case .text(let name) = row[names], places[name] == nil else { continue }
            places[name] = statistics.count
            statistics.append(name)
        }
        let heads = values.flatMap { value in statistics.map { values.count == 1 ? $0 : value + "_" + $0 } }
        var wide = DataTable(columns: keys + heads)
        var current: [Cell] = []
        var cells: [Cell] = []
        for row in rows {
            let key = keyColumns.map { row[$0] }
            if key != current {
                if !current.isEmpty { wide.append(current + cells) }
                current = key
                cells = [Cell](repeating: .empty, count: heads.count)
            }
            guard case .text(let name) = row[names], let place = places[name] else { continue }
            for (index, column) in amounts.enumerated() { cells[index * statistics.count + place] = row[column] }
        }
        if !current.isEmpty { wide.append(current + cells) }
        return wide
    }

    /// With a row for every year from its first to its last: an axis of categories sets all rows equally far apart.
    func withEveryYear() -> DataTable {
        guard columns.first == "year" else { return self }
        var table = DataTable(columns: columns)
        var last: Int?
        for row in rows {
            guard case .integer(let year) = row[0] else { return self }
            if let last, year > last + 1 {
                for absent in (last + 1)..<year {
                    table.append([.integer(absent)] + [Cell](repeating: .empty, count: columns.count - 1))
                }
            }
            table.append(row)
            last = year
        }
        return table
    }

    /// Without the columns that are empty in every row.
    func withoutEmptyColumns() -> DataTable {
        let kept = columns.indices.filter { column in rows.contains { $0[column] != .empty } }
        var table = DataTable(columns: kept.map { columns[$0] })
        for row in rows { table.append(kept.map { row[$0] }) }
        return table
    }
}
