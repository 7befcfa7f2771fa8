import Workbooks

/// How the columns of result tables are shown, by their names in CSV files.
enum TableFormats {
    /// The format of whole numbers and that of all others.
    struct ColumnFormat {
        var integer: Workbook.CellFormat
        var number: Workbook.CellFormat
    }

    /// The formats of all columns by the unit of a row: a table may have platforms in one row and money in the next.
    static func formats(of table: DataTable) -> [String: [ColumnFormat]] {
        Dictionary(grouping: table.rows) { unit(of: $0, in: table) }.mapValues { rows in
            table.columns.indices.map { format(ofColumn: $0, in: table, rows) }
        }
    }

    static func unit(of row: [DataTable.Cell], in table: DataTable) -> String {
        guard let column = table.columns.firstIndex(of: "unit"), case .text(let unit) = row[column] else { return "" }
        return unit
    }

    /// Counts are whole numbers in every row of their unit, and need no decimals.
    private static func format(ofColumn index: Int, in table: DataTable, _ rows: [[DataTable.Cell]]) -> ColumnFormat {
        let column = table.columns[index]
        let isWhole = rows.allSatisfy { row in
            if case .number(let value) = row[index] { value == value.rounded() } else { true }
        }
        return ColumnFormat(
            integer: Workbook.CellFormat(isOrdinal(column) ? .ordinal : .count),
            number: Workbook.CellFormat(isFraction(column) ? .percent : isWhole ? .count : .figure))
    }

    private static func isOrdinal(_ column: String) -> Bool {
        let ordinals = ["year", "deadline", "deadline_earliest", "deadline_latest", "since", "start", "end", "rank"]
        return ordinals.contains(column) || column.hasSuffix("_year")
    }

    /// Fractions are shown as percent. What the CSV has in percent or points stays so: its head says it.
    private static func isFraction(_ column: String) -> Bool {
        guard !column.hasSuffix("_points"), !column.hasSuffix("_percent") else { return false }
        let fractions = [
            "crossed_by", "share_of_variance", "explained_share", "explained_by_unverified_share", "leakage_per_yuan",
            "value_added_per_yuan", "chance",
        ]
        return fractions.contains(column) || column == "odds" || column.hasPrefix("odds_") || column.hasSuffix("_odds")
            || column.hasSuffix("odds_standard_error")
    }
}
