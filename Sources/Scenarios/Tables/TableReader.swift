/// Reads input-output tables, and says of each file that does not fit where, what it found and what it expected.
public struct TableReader: Sendable {
    private let fileSystem: FileAccess

    /// A reader of the real files, or of those that it is given.
    public init(fileSystem: FileAccess = .real) { self.fileSystem = fileSystem }

    /// Reads one table. Milepost's own layout is read straight into the table, on all cores where the file is
    /// large: about 20 ns a cell and core, memory that of the table. The other layouts are held as text.
    ///
    /// - Parameters:
    ///   - path: of the file, or of the folder for ``TableLayout/pymrio(region:)``.
    ///   - isBalanced: whether an account that does not add up (10⁻⁶) is an error.
    public func read(
        _ path: String, layout: TableLayout, isBalanced: Bool = true
    ) throws(ScenarioError) -> TableDocument {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        let document: TableDocument? =
            switch layout {
            case .wide(let sectors, let names):
                wide(path, sectors: sectors, names: names, catalog: catalog, log: log, isBalanced: isBalanced)
            case .mapped(let mapping):
                MappedTableFile.read(
                    path, mapping: mapping, catalog: catalog, log: log, isBalanced: isBalanced)
            case .pymrio(let region):
                PymrioFolder.read(path, region: region, catalog: catalog, log: log, isBalanced: isBalanced)
            }
        guard !log.hasErrors, var document else { throw ScenarioError(diagnostics: log.sorted) }
        document.warnings = log.sorted
        return document
    }

    private func wide(
        _ path: String, sectors: String?, names: String?, catalog: FileCatalog, log: DiagnosticLog, isBalanced: Bool
    ) -> TableDocument? {
        func sectorFile(_ path: String?) -> [Sector]? {
            path.flatMap { InputTable(path: $0, catalog: catalog, log: log) }.flatMap(SectorFile.read)
        }
        let wanted = sectorFile(sectors)
        let file = catalog.access.resolve(path)
        guard sectors == nil || wanted != nil,
            let source = catalog.open(file, reportedAt: SourceLocation(file: file)),
            let content = TableFile.read(
                source, path: file, sectors: wanted?.map(\.code), isBalanced: isBalanced, log: log)
        else { return nil }
        // Names in the table's own file go before those of a sector file that merely knows the code.
        let known = wanted ?? (content.names.isEmpty ? sectorFile(names) : nil) ?? []
        let byCode = Dictionary(known.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        return TableDocument(
            table: content.table,
            sectors: content.table.sectors.map { sector($0, content, byCode[$0], isWanted: wanted != nil) },
            unit: content.unit, path: file, note: content.note)
    }

    /// A sector by the names in the table's own file, unless a sector file was asked for.
    private func sector(
        _ code: String, _ content: TableFile.Content, _ known: Sector?, isWanted: Bool
    ) -> Sector {
        var sector = known ?? Sector(code: code, name: code)
        if !isWanted, let own = content.names[code] {
            if !own.english.isEmpty { sector.name = own.english }
            if !own.chinese.isEmpty { sector.nameChinese = own.chinese }
        }
        return sector
    }
}
