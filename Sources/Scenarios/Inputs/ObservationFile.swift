import CSV

/// Published figures: `indicator,year,value,unit,quality,source`, and where there
/// are `kind`, `low`, `high`, `note`.
struct ObservationFile {
    struct Row {
        var indicator: String
        /// `outcome`, `plan`, `aim` …; outcome where the file does not say.
        var kind: String
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
    private let rows: [Row]

    init?(namedBy node: ConfigNode, catalog: FileCatalog, log: DiagnosticLog) {
        guard let table = InputTable(namedBy: node, catalog: catalog, log: log),
            let columns = table.columns("indicator", "year", "value", "unit", "quality", "source")
        else { return nil }
        path = table.path
        let (kind, low, high, note) = (
            table.column("kind"), table.column("low"), table.column("high"), table.column("note")
        )
        var rows: [Row] = []
        for row in table.csv.rows {
            let indicator = table.text(row, columns[0])
            guard let value = table.number(row, columns[2]) else { continue }
            guard let year = Int(table.text(row, columns[1])), (1900...2200).contains(year) else {
                log.error(
                    table.location(row, "\(indicator).year"),
                    "found \"\(table.text(row, columns[1]))\", expected \(Dimension.year.expectation)")
                continue
            }
            let (measure, factor) = Self.unit(table.text(row, columns[3]))
            rows.append(
                Row(
                    indicator: indicator, kind: kind == nil ? Self.outcome : table.text(row, kind).lowercased(),
                    year: year,
                    value: factor(value), low: table.number(row, low).map(factor),
                    high: table.number(row, high).map(factor), measure: measure,
                    quality: table.quality(row, columns[4], indicator), source: table.text(row, columns[5]),
                    note: table.text(row, note).nonEmpty, line: row.line))
        }
        self.rows = rows
    }

    static let outcome = "outcome"

    private static func unit(_ text: String) -> (Measure, (Double) -> Double) {
        switch text {
        case "100m yuan", "亿元": (.money, { $0 })
        case "10k yuan", "万元": (.money, { $0 / 1e4 })
        case "percent", "percent of GDP": (.percentage, { $0 / 100 })
        default: (.other, { $0 })
        }
    }

    /// The figures of an indicator by year; nil, and a diagnostic at the node, if there are none.
    ///
    /// - Parameter kind: outcomes are what happened; a plan or an aim is asked for by name.
    func series(_ node: ConfigNode, kind: String = ObservationFile.outcome, log: DiagnosticLog) -> [Row]? {
        guard let indicator = node.text else { return nil }
        let named = rows.filter { $0.indicator == indicator }
        let found = named.filter { $0.kind == kind }.sorted { $0.year < $1.year }
        for (a, b) in zip(found, found.dropFirst()) where a.year == b.year {
            log.error(
                SourceLocation(file: path, line: b.line, keyPath: indicator),
                "a second figure for \(b.year), the first is on line \(a.line)")
        }
        if !found.isEmpty { return found }
        if !named.isEmpty {
            let kinds = list(Set(named.map(\.kind)).sorted())
            log.error(
                node.location, "\(path) has \"\(indicator)\" only of kind \(kinds), expected rows of kind \(kind)",
                suggestion: kind == Self.outcome
                    ? "a plan or an aim is not what happened; `observed` takes it as a floor or ceiling, with `kind`"
                    : nil)
        } else {
            log.error(
                node.location, "found \"\(indicator)\", expected an indicator of \(path)",
                suggestion: nearestName(
                    to: indicator, among: Set(rows.filter { $0.kind == kind }.map(\.indicator)).sorted()
                )
                .map { "did you mean `\($0)`?" })
        }
        return nil
    }
}
