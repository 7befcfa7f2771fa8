import Workbooks

/// How the columns of result tables are shown, by their names in CSV files.
enum TableFormats {
    /// The format of whole numbers and that of all others.
    struct ColumnFormat {
        var integer: Workbook.CellFormat
        var number: Workbook.CellFormat
    }

    /// Counts are whole numbers in every row, and need no decimals.
    static func format(ofColumn index: Int, in table: DataTable) -> ColumnFormat {
        let column = table.columns[index]
        let isWhole = table.rows.allSatisfy { row in
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
