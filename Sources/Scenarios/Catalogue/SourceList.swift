import CSV

/// One statement of the programmes that scenarios are made from: a row of `targets.csv`.
public struct SourceRow: Sendable, Equatable {
    /// What kind of statement it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A number and a date.
        case target
        /// What a government does or will do.
        case instrument
        /// A promise without a number.
        case commitment
        /// A point that experts made, not a promise of a government.
        case expert
        /// The starting position.
        case context
    }

    public var id: String
    public var region: String
    public var kind: Kind
    public var subject: String
    public var subjectChinese: String?
    /// Ids of the named industries that it is about.
    public var themes: [String]
}

/// The list of statements that scenarios name as their `source`: `id,region,kind,subject_en`, and where there are
/// `subject_zh` and `theme` (several with `|` between).
public struct SourceList: Sendable {
    public let path: String
    /// In the order of the file; ids differ.
    public let rows: [SourceRow]

    /// Reads a list. Every row that cannot be read is reported.
    public init(path: String, fileSystem: FileAccess = .real) throws(ScenarioError) {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        guard let table = InputTable(path: path, catalog: catalog, log: log),
            let columns = table.columns("id", "region", "kind", "subject_en")
        else { throw ScenarioError(diagnostics: log.sorted) }
        let (chinese, theme) = (table.column("subject_zh"), table.column("theme"))
        var lines: [String: Int] = [:]
        var rows: [SourceRow] = []
        for row in table.csv.rows {
            let id = table.text(row, columns[0])
            if !isIdentifier(id) {
                log.error(table.location(row, "id"), "found \"\(id)\", expected \(ValueType.identifier.expectation)")
            }
            if let line = lines.updateValue(row.line, forKey: id) {
                log.error(table.location(row, "\(id).id"), "the id stands on line \(line) already")
            }
            let kind = table.text(row, columns[2])
            guard let kind = SourceRow.Kind(rawValue: kind) else {
                log.error(
                    table.location(row, "\(id).kind"),
                    "found \"\(kind)\", expected one of \(list(SourceRow.Kind.allCases.map(\.rawValue)))")
                continue
            }
            rows.append(
                SourceRow(
                    id: id, region: table.text(row, columns[1]), kind: kind, subject: table.text(row, columns[3]),
                    subjectChinese: table.text(row, chinese).nonEmpty,
                    themes: table.text(row, theme).split(separator: "|").map { String($0).trimmed }))
        }
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        self.path = table.path
        self.rows = rows
    }
}
