import CSV

/// Published figures: `indicator,year,value,unit,quality,source`, and where there
/// are `kind`, `low`, `high`, `note`.
struct ObservationFile {
    struct Row {
        var indicator: String
        var year: Int
        /// In the canonical unit: 亿元, fractions, plain numbers.
        var value: Double
        var low: Double?
        var high: Double?
        var measure: Measure
        var quality: Quality
        var source: String
        var note: String?
        var line: Int
    }

    /// What the unit says that a figure is.
    enum Measure { case money, percentage, other }

    let path: String
    /// Outcomes only, where the file tells outcomes from plans and aims.
    let rows: [Row]
    /// Indicators that the file has as plans, aims or policies only.
    private let plans: Set<String>

    init?(namedBy node: ConfigNode, catalog: FileCatalog, log: DiagnosticLog) {
        guard let table = InputTable(namedBy: node, catalog: catalog, log: log),
            let columns = table.columns("indicator", "year", "value", "unit", "quality", "source")
        else { return nil }
        path = table.path
        let (kind, low, high, note) = (
            table.column("kind"), table.column("low"), table.column("high"), table.column("note")
        )
        var rows: [Row] = []
        var plans: Set<String> = []
        for row in table.csv.rows {
            let indicator = table.text(row, columns[0])
            guard let value = table.number(row, columns[2]) else { continue }
            guard let year = Int(table.text(row, columns[1])), (1900...2200).contains(year) else {
                log.error(
                    table.location(row, "\(indicator).year"),
                    "found \"\(table.text(row, columns[1]))\", expected \(Dimension.year.expectation)")
                continue
            }
            if kind != nil, table.text(row, kind) != "outcome" {
                plans.insert(indicator)
                continue
            }
            let (measure, factor) = Self.unit(table.text(row, columns[3]))
            rows.append(
                Row(
                    indicator: indicator, year: year, value: factor(value), low: table.number(row, low).map(factor),
                    high: table.number(row, high).map(factor), measure: measure,
                    quality: table.quality(row, columns[4], indicator), source: table.text(row, columns[5]),
                    note: table.text(row, note).nonEmpty, line: row.line))
        }
        self.rows = rows
        self.plans = plans.subtracting(rows.map(\.indicator))
    }

    private static func unit(_ text: String) -> (Measure, (Double) -> Double) {
        switch text {
        case "100m yuan": (.money, { $0 })
        case "10k yuan": (.money, { $0 / 1e4 })
        case "percent", "percent of GDP": (.percentage, { $0 / 100 })
        default: (.other, { $0 })
        }
    }

    /// The figures of an indicator by year; nil, and a diagnostic at the node, if there are none.
    func series(_ node: ConfigNode, log: DiagnosticLog) -> [Row]? {
        guard let indicator = node.text else { return nil }
        let found = rows.filter { $0.indicator == indicator }.sorted { $0.year < $1.year }
        for (a, b) in zip(found, found.dropFirst()) where a.year == b.year {
            log.error(
                SourceLocation(file: path, line: b.line, keyPath: indicator),
                "a second figure for \(b.year), the first is on line \(a.line)")
        }
        if !found.isEmpty { return found }
        if plans.contains(indicator) {
            log.error(node.location, "\(path) has \"\(indicator)\" only as a plan or aim, expected outcomes")
        } else {
            log.error(
                node.location, "found \"\(indicator)\", expected an indicator of \(path)",
                suggestion: nearestName(to: indicator, among: Set(rows.map(\.indicator)).sorted())
                    .map { "did you mean `\($0)`?" })
        }
        return nil
    }
}
