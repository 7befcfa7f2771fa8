/// The sectors of a scenario: `code,name_en,name_zh,group`; other columns are ignored.
enum SectorFile {
    static func read(_ node: ConfigNode, catalog: FileCatalog, log: DiagnosticLog) -> [Sector]? {
        InputTable(namedBy: node, catalog: catalog, log: log).flatMap(read)
    }

    static func read(_ table: InputTable) -> [Sector]? {
        let log = table.log
        guard let columns = table.columns("code", "name_en", "name_zh", "group") else { return nil }
        var sectors: [Sector] = []
        var lines: [String: Int] = [:]
        for row in table.csv.rows {
            let code = table.text(row, columns[0])
            if let line = lines[code] {
                log.error(table.location(row, "code"), "the sector \"\(code)\" stands twice, first on line \(line)")
                continue
            }
            if !isIdentifier(code) {
                log.error(
                    table.location(row, "code"), "found \"\(code)\", expected \(ValueType.identifier.expectation)")
            }
            lines[code] = row.line
            sectors.append(
                Sector(
                    code: code, name: table.text(row, columns[1]), nameChinese: table.text(row, columns[2]),
                    group: table.text(row, columns[3])))
        }
        checkGroups(sectors, table)
        if sectors.isEmpty { log.error(SourceLocation(file: table.path), "found no sectors") }
        return sectors.isEmpty ? nil : sectors
    }

    /// A group may have the name of a sector only if it is that sector alone.
    private static func checkGroups(_ sectors: [Sector], _ table: InputTable) {
        for sector in sectors where sectors.contains(where: { $0.code == sector.group && $0.code != sector.code }) {
            table.log.error(
                SourceLocation(file: table.path, keyPath: "\(sector.code).group"),
                "the group \"\(sector.group)\" has the name of a sector, but not only that sector")
        }
    }
}
