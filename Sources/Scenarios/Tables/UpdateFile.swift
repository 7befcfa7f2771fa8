import InputOutput

/// What an update of a table imposes and expects, as a file says it.
public struct TableUpdate: Sendable {
    public var controls: [TableControl]
    /// Nil where sectors move alike and technology stays.
    public var drift: NationalDrift?
    /// Where the drift comes from; nil without.
    public var driftOrigin: DriftOrigin?
    public var localDemand: Double
    /// Table that a scenario starts from; nil for a file that says only how to update.
    public var table: String?
    /// By file and line.
    public var warnings: [Diagnostic]

    /// Its parts, as documented on each.
    public init(controls: [TableControl], drift: NationalDrift?, localDemand: Double) {
        self.controls = controls
        self.drift = drift
        driftOrigin = nil
        self.localDemand = localDemand
        table = nil
        warnings = []
    }
}

/// An update of a table in YAML: the keys of a scenario's `update:`, with `table_year`, `year` and, where they are
/// needed, `groups` beside them. A scenario serves as well: what it does to its own table is done.
public enum UpdateFile {
    /// - Parameters:
    ///   - sectors: those of the table; nil for a scenario's own.
    /// - Throws: `ScenarioError` with everything that does not fit.
    public static func read(
        _ path: String, sectors: [Sector]?, fileSystem: FileAccess = .real
    ) throws(ScenarioError) -> TableUpdate {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        let tree = ScenarioSource(catalog: catalog, log: log).tree(of: path)?.withKeyPaths()
        if tree?["economy"] != nil {
            let loaded = try ScenarioLoader(fileSystem: fileSystem).load(path: path)
            if let update = of(loaded, path: path, sectors: sectors, log: log) { return update }
        } else if let tree {
            if let sectors {
                if let update = decoded(tree, sectors, catalog, log) { return update }
            } else {
                log.error(
                    tree.location, "\(path) is no scenario and has no table of its own", suggestion: "name the table")
            }
        }
        throw ScenarioError(diagnostics: log.sorted)
    }

    private static func decoded(
        _ root: ConfigNode, _ sectors: [Sector], _ catalog: FileCatalog, _ log: DiagnosticLog
    ) -> TableUpdate? {
        SchemaCheck(log: log, priors: nil).check(root, .map(ScenarioSchema.updateFile))
        func year(_ key: String) -> Int? {
            (root[key]?.text).flatMap { try? Quantity($0, as: .year).value }.map { Int($0) }
        }
        guard let start = year("year") else { return nil }
        let context = DecodingContext(
            log: log, catalog: catalog, priors: nil, start: start, end: start, sectors: sectors,
            groups: GroupDecoder(log: log, catalog: catalog, sectors: sectors).groups(root["groups"]))
        let decoder = UpdateDecoder(context: context, node: root, tableYear: year("table_year"))
        guard let specification = decoder.update(), !log.hasErrors else { return nil }
        return update(specification, log.sorted) { group in
            context.groups.first { $0.id == group }?.weights ?? []
        }
    }

    /// What a scenario does, for the sectors of a table in its order.
    private static func of(
        _ loaded: LoadedScenario, path: String, sectors: [Sector]?, log: DiagnosticLog
    ) -> TableUpdate? {
        let scenario = loaded.scenario
        guard let specification = scenario.economy.update else {
            log.error(
                SourceLocation(file: path), "the table of this scenario is of its base year: nothing to update")
            return nil
        }
        let own = scenario.sectors.map(\.code)
        let wanted = sectors?.map(\.code) ?? own
        guard wanted == own else {
            log.error(SourceLocation(file: path), "the sectors of this scenario are not those of the table")
            return nil
        }
        var result = update(specification, loaded.warnings) { group in
            scenario.groups.first { $0.id == group }?.weights ?? []
        }
        result.table = scenario.economy.tableFile
        return result
    }

    private static func update(
        _ specification: UpdateSpecification, _ warnings: [Diagnostic], weights: (String) -> [Double]
    ) -> TableUpdate {
        let controls = zip(specification.controls, specification.baseYearControls(weights))
        var result = TableUpdate(
            controls: controls.map { TableControl(control: $1, quality: $0.quality, source: $0.source) },
            drift: specification.drift, localDemand: specification.localDemand)
        result.driftOrigin = specification.driftOrigin
        result.warnings = warnings
        return result
    }
}
