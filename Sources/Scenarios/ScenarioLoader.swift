/// A scenario together with what is doubtful in it.
public struct LoadedScenario: Sendable {
    /// Complete and checked.
    public var scenario: Scenario
    /// By file, then line.
    public var warnings: [Diagnostic]
}

/// Reads scenario files: YAML, merged with what they extend, checked against
/// the schema, decoded together with the CSV files that they name.
///
/// Everything that is wrong is reported at once. Cost: a few milliseconds for
/// a table of 33 sectors.
public struct ScenarioLoader: Sendable {
    private let fileSystem: FileAccess

    /// A loader that reads the real files, or those that it is given.
    public init(fileSystem: FileAccess = .real) { self.fileSystem = fileSystem }

    /// Loads one scenario.
    ///
    /// - Parameter path: of the scenario file, relative to the working directory or absolute.
    public func load(path: String) throws(ScenarioError) -> LoadedScenario {
        let log = DiagnosticLog()
        let catalog = FileCatalog(access: fileSystem, log: log)
        guard let tree = ScenarioSource(catalog: catalog, log: log).tree(of: path) else {
            throw ScenarioError(diagnostics: log.sorted)
        }
        let root = tree.withKeyPaths()
        let priors = root["priors"].flatMap { PriorTable(namedBy: $0, catalog: catalog, log: log) }
        SchemaCheck(log: log, priors: priors).check(root, .map(ScenarioSchema.root))
        let decoder = ScenarioDecoder(
            log: log, catalog: catalog, priors: priors, root: root, path: fileSystem.resolve(path))
        let scenario = decoder.scenario()
        if log.hasErrors { throw ScenarioError(diagnostics: log.sorted) }
        // Without an error every part has been decoded: what is missing was reported as missing.
        guard let scenario else { preconditionFailure("a scenario without errors was not decoded") }
        return LoadedScenario(scenario: scenario, warnings: log.sorted)
    }
}
