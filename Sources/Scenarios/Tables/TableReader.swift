/// Reads input-output tables, and says of each file that does not fit where, what it found and what it expected.
public struct TableReader: Sendable {
    private let fileSystem: FileAccess

    /// A reader of the real files, or of those that it is given.
    public init(fileSystem: FileAccess = .real) { self.fileSystem = fileSystem }

    /// Reads one table. Cost: milliseconds for tables of a hundred sectors.
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
        guard sectors == nil || wanted != nil, let file = InputTable(path: path, catalog: catalog, log: log),
            let table = TableFile.read(file, sectors: wanted?.map(\.code), isBalanced: isBalanced)
        else { return nil }
        let known = wanted ?? sectorFile(names) ?? []
        return TableDocument(
            table: table,
            sectors: table.sectors.map { code in
                known.first { $0.code == code } ?? Sector(code: code, name: code)
            }, path: file.path)
    }
}
