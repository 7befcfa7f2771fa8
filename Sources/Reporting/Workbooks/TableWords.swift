import Goals

/// Words of result tables in the language of a reader; numbers are left to ``TableFormats``.
enum TableWords {
    /// Verdicts and units of money. All else is as the CSV file has it.
    static func text(_ text: String, inColumn column: String, _ language: Language) -> String {
        switch column {
        case "unit": return WorkbookUnits.yearly(text, language)
        case "vintage": return text == "prior" ? language.text(WorkbookLabel.prior) : text
        case "goal" where language == .english: return text.replacing("亿元", with: "× 100 million CNY")
        default:
            guard column == "verdict" || column.hasSuffix("_verdict") || column.hasPrefix("verdict_"),
                let verdict = Verdict(rawValue: text)
            else { return text }
            return language.name(of: verdict)
        }
    }
}

extension DataTable {
    /// With one column for names instead of one for each language; where a Chinese name is wanting, both stay.
    func named(in language: Language) -> DataTable {
        let unwanted = Set(
            columns.indices.filter { index in
                let column = columns[index]
                if language == .english {
                    return column.hasSuffix("_zh") && columns.contains(String(column.dropLast(3)))
                }
                guard let chinese = columns.firstIndex(of: column + "_zh") else { return false }
                return rows.allSatisfy { $0[chinese] != .empty || $0[index] == .empty }
            })
        guard !unwanted.isEmpty else { return self }
        let kept = columns.indices.filter { !unwanted.contains($0) }
        var table = DataTable(columns: kept.map { columns[$0] })
        for row in rows { table.append(kept.map { row[$0] }) }
        return table
    }
}
