/// One satellite account: a row of the table, a file of figures by sector, or a share of value added.
struct SatelliteDecoder {
    let context: DecodingContext
    let node: ConfigNode
    /// Names of the table's rows of value added.
    let rows: [String]

    private var log: DiagnosticLog { context.log }

    func satellite() -> Satellite? {
        let forms = ["row", "file", "share"].filter { node[$0] != nil }
        guard forms.count == 1 else {
            log.error(
                node.location, "expected exactly one of `row`, `file` and `share`",
                suggestion:
                    "`row` takes a row of value added of the table, `file` figures by sector, `share` a share of value added"
            )
            return nil
        }
        checkKeys(of: forms[0])
        guard let id = node["id"]?.text, let basis = basis(forms[0]) else { return nil }
        return Satellite(
            id: id, name: node["name"]?.text ?? id, nameChinese: node["name_zh"]?.text, basis: basis.figures,
            unit: basis.unit, productivity: context.uncertain(node, "productivity", ScenarioSchema.satellite),
            quality: context.quality(node["quality"]), source: node["source"]?.text, note: node["note"]?.text)
    }

    /// Keys that another form has: they would be left aside in silence.
    private func checkKeys(of form: String) {
        let own: [String: [String]] = [
            "row": ["productivity"], "file": ["column", "gives", "unit", "productivity"], "share": ["of"],
        ]
        let special = Set(own.values.joined()).subtracting(own[form] ?? [])
        for entry in node.entries ?? [] where special.contains(entry.key) {
            log.error(entry.keyLocation, "`\(entry.key)` says nothing of a satellite with `\(form)`")
        }
    }

    private func basis(_ form: String) -> (figures: Satellite.Basis, unit: SatelliteUnit)? {
        switch form {
        case "row":
            return context.name(node["row"], among: rows, noun: "a row of value added of the table")
                .map { (.row($0), .money) }
        case "share":
            guard let group = context.group(node["share"]) else { return nil }
            guard let whole = node["of"] else { return (.share(group: group, of: "all"), .share) }
            return context.group(whole).map { (.share(group: group, of: $0), .share) }
        default: return file()
        }
    }

    // MARK: Figures by sector

    private func file() -> (figures: Satellite.Basis, unit: SatelliteUnit)? {
        guard let name = node["unit"]?.text else {
            log.error(
                node.location, "the key \"unit\" is missing, expected what the figures count, e.g. \"10k persons\"")
            return nil
        }
        guard let path = node["file"], let table = InputTable(namedBy: path, catalog: context.catalog, log: log),
            let key = table.columns("sector").map({ $0[0] }), let column = column(of: table)
        else { return nil }
        let money = Unit(name).flatMap { if case .money(let factor) = $0 { factor } else { nil } }
        let values = values(in: table, key: key, column: column, unit: name, signed: money != nil)
        guard let values else { return nil }
        let scaled = values.map { $0 * (money ?? 1) }
        return (
            node["gives"]?.text == "coefficients" ? .coefficients(scaled) : .levels(scaled),
            money == nil ? .other(name) : .money
        )
    }

    private func column(of table: InputTable) -> Int? {
        let name = node["column"]?.text ?? "value"
        if let index = table.column(name) { return index }
        let others = table.csv.header.filter { $0 != "sector" && $0 != "unit" }
        log.error(
            node["column"]?.location ?? node["file"]!.location,
            "\(table.path) has no column \"\(name)\"", suggestion: hint(for: name, among: others))
        return nil
    }

    /// One figure per sector; nil, and a diagnostic at its line, where one is missing or wrong.
    private func values(in table: InputTable, key: Int, column: Int, unit: String, signed: Bool) -> [Double]? {
        var values = [Double?](repeating: nil, count: context.sectors.count)
        let units = table.column("unit")
        var isSound = true
        func fail(_ row: Int, _ keyPath: String, _ message: String, _ suggestion: String? = nil) {
            log.error(SourceLocation(file: table.path, line: row, keyPath: keyPath), message, suggestion: suggestion)
            isSound = false
        }
        for row in table.csv.rows {
            let code = table.text(row, key)
            guard let sector = context.sectors.firstIndex(where: { $0.code == code }) else {
                fail(
                    row.line, "sector", "found \"\(code)\", expected a sector",
                    hint(for: code, among: context.sectors.map(\.code)))
                continue
            }
            if values[sector] != nil { fail(row.line, code, "the sector \"\(code)\" stands twice") }
            if let units, case let found = table.text(row, units), found != unit {
                fail(
                    row.line, "\(code).unit", "found \"\(found)\", expected \"\(unit)\", the unit of the satellite",
                    "give all figures in one unit, and name it in `unit`")
            }
            guard let value = table.number(row, column) else { continue }
            if value < 0, !signed { fail(row.line, code, "found \(plain(value)), expected a number of 0 or more") }
            values[sector] = value
        }
        let missing = context.sectors.indices.filter { values[$0] == nil }.map { context.sectors[$0].code }
        if !missing.isEmpty, isSound {
            log.error(
                SourceLocation(file: table.path, line: table.csv.headerLine),
                "there is no figure for \(list(missing.prefix(6)))"
                    + (missing.count > 6 ? " and \(missing.count - 6) more" : "")
                    + "; expected one for every sector, 0 where there is nothing")
        }
        return isSound && missing.isEmpty ? values.compactMap { $0 } : nil
    }
}
