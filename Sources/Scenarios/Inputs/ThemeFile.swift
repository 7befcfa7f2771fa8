import CSV

/// Named industries as mixes of sectors, a row per industry and sector: `theme,sector,weight`, and where there are
/// `name_en`, `name_zh`, `region` (several with `|` between), `kind`, `basis`.
struct ThemeFile {
    let path: String
    /// In the order of the file; those with an error keep their place, so that their uses are not reported as well.
    private(set) var themes: [Theme] = []
    private var regions: [String: Set<String>] = [:]

    var ids: [String] { themes.map(\.id) }

    subscript(id: String) -> Theme? { themes.first { $0.id == id } }

    /// The regions that a theme is meant for; nil for all.
    func regions(of id: String) -> [String]? {
        guard let named = regions[id], !named.isEmpty, !named.contains("general") else { return nil }
        return named.sorted()
    }

    /// Nil, and a diagnostic, if the file cannot be read.
    init?(namedBy node: ConfigNode, sectors: [Sector], catalog: FileCatalog, log: DiagnosticLog) {
        guard let table = InputTable(namedBy: node, catalog: catalog, log: log),
            let columns = table.columns("theme", "sector", "weight")
        else { return nil }
        path = table.path
        var firstRows: [String: CSVFile.Row] = [:]
        var lines: [String: Int] = [:]
        var unsound: Set<String> = []
        for row in table.csv.rows {
            let id = table.text(row, columns[0])
            if firstRows[id] == nil {
                firstRows[id] = row
                addTheme(id, row, table, count: sectors.count)
            }
            let position = themes.firstIndex { $0.id == id }!
            func fail(_ column: String, _ message: String, suggestion: String? = nil) {
                log.error(table.location(row, "\(id).\(column)"), message, suggestion: suggestion)
                unsound.insert(id)
            }
            let code = table.text(row, columns[1])
            guard let sector = sectors.firstIndex(where: { $0.code == code }) else {
                fail(
                    "sector", "found \"\(code)\", expected a sector",
                    suggestion: nearestName(to: code, among: sectors.map(\.code)).map { "did you mean `\($0)`?" })
                continue
            }
            if let line = lines["\(id) \(code)"] {
                fail("sector", "the sector \"\(code)\" has a weight already, on line \(line)")
            }
            lines["\(id) \(code)"] = row.line
            let weight = table.number(row, columns[2]) ?? -1
            if weight < 0 {
                fail("weight", "found \"\(table.text(row, columns[2]))\", expected a weight of 0 or more")
            }
            themes[position].weights[sector] = weight
        }
        for theme in themes where !unsound.contains(theme.id) {
            _ = checkSum(theme.weights, table.location(firstRows[theme.id]!, "\(theme.id).weight"), log)
        }
    }

    private mutating func addTheme(_ id: String, _ row: CSVFile.Row, _ table: InputTable, count: Int) {
        func cell(_ name: String) -> String? { table.text(row, table.column(name)).nonEmpty }
        if !isIdentifier(id) {
            table.log.error(
                table.location(row, "theme"), "found \"\(id)\", expected \(ValueType.identifier.expectation)")
        }
        regions[id] = Set((cell("region") ?? "").split(separator: "|").map(String.init))
        themes.append(
            Theme(
                id: id, name: cell("name_en") ?? id.replacing("_", with: " "), nameChinese: cell("name_zh"),
                kind: cell("kind"), weights: Array(repeating: 0, count: count), basis: cell("basis")))
    }
}
