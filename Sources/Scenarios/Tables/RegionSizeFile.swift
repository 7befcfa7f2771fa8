import InputOutput

/// How large the sectors of a region are within its nation, for a table by location quotients.
public enum RegionSizeFile {
    /// Employment: `sector,region,nation`.
    ///
    /// - Throws: `ScenarioError` with everything that does not fit, such as a region with more than its nation.
    public static func employment(
        _ path: String, sectors: [Sector], fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> LocationQuotients {
        try read(path, base: .employment, fileSystem: fileSystem) { table in
            guard let region = SectorValues(table, column: "region", sectors: sectors, isComplete: true),
                let nation = SectorValues(table, column: "nation", sectors: sectors, isComplete: true)
            else { return nil }
            nation.requireNotNegative()
            return (region, nation.values.map { $0 ?? 0 })
        }
    }

    /// Output: `sector,value`, in the money unit of the national table.
    ///
    /// - Parameter nation: output of the national table by sector.
    /// - Throws: as `employment`.
    public static func output(
        _ path: String, sectors: [Sector], nation: [Double], fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> LocationQuotients {
        try read(path, base: .output, fileSystem: fileSystem) { table in
            SectorValues(table, column: nil, sectors: sectors, isComplete: true).map { ($0, nation) }
        }
    }

    private static func read(
        _ path: String, base: QuotientBase, fileSystem: FileAccess,
        _ sizes: (InputTable) -> (region: SectorValues, nation: [Double])?
    ) throws(ScenarioError) -> LocationQuotients {
        let log = DiagnosticLog()
        let table = InputTable(path: path, catalog: FileCatalog(access: fileSystem, log: log), log: log)
        guard let sizes = table.flatMap(sizes) else { throw ScenarioError(diagnostics: log.sorted) }
        sizes.region.requireNotNegative()
        sizes.region.require { index, value in
            // Sums of rounded figures may exceed by their rounding.
            value > sizes.nation[index] * (1 + 1e-6)
                ? "found \(plain(value)), expected at most what the nation has, \(plain(sizes.nation[index]))" : nil
        }
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        do throws(AnalysisError) {
            return try LocationQuotients(
                region: sizes.region.values.map { $0 ?? 0 }, nation: sizes.nation, base: base)
        } catch {
            log.error(SourceLocation(file: path), "\(error)")
            throw ScenarioError(diagnostics: log.sorted)
        }
    }
}
