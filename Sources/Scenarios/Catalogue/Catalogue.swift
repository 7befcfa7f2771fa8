/// What a folder of scenarios and data holds, region by region, joined with the list of statements that its scenarios
/// are made from: which scenario carries which row, and which rows none carries.
///
/// A scenario carries a row by a target or lever whose `source` names the row's id, or by a commitment with that id.
public struct Catalogue: Sendable {
    /// Where a row is carried.
    public struct Carrier: Sendable, Equatable {
        /// The list of a scenario that the entry stands in; projects stand in the register that it names.
        public enum Part: String, Sendable { case targets, commitments, levers, projects }

        /// As `milepost run` takes it, e.g. `zhejiang/platforms`.
        public var scenario: String
        public var part: Part
        public var key: String

        /// The entry as diagnostics name it, e.g. `targets[total-output]`.
        public var keyPath: String { "\(part.rawValue)[\(key)]" }
    }

    /// A row of the list, and where it is carried.
    public struct Item: Sendable, Equatable {
        public var row: SourceRow
        /// Those of the row's region first. Scenarios that only inherit an entry from one that they extend are left out;
        /// empty where none carries it.
        public var carriers: [Carrier]
        /// Industries that the row names and that no scenario projects that carries it.
        public var missingThemes: [String]
    }

    /// An entry of a scenario that stands for no row of the list.
    public struct OwnEntry: Sendable, Equatable {
        public var carrier: Carrier
        /// Its name, its subject, or why it is there.
        public var name: String
        public var nameChinese: String?
    }

    /// A scenario that can be run.
    public struct Entry: Sendable {
        /// As `milepost run` takes it.
        public var name: String
        public var path: String
        public var scenario: Scenario
    }

    /// All that there is of one region.
    public struct Region: Sendable {
        public var id: String
        public var scenarios: [Entry]
        public var items: [Item]
        public var ownEntries: [OwnEntry]
        /// The region's own files; empty for a region that only uses those of others.
        public var files: [DataFile]
        /// Paths of further CSV files that its scenarios read.
        public var filesFromElsewhere: [String]
    }

    /// A scenario file that cannot be loaded.
    public struct Failure: Sendable {
        public var path: String
        public var error: ScenarioError
    }

    /// Regions of the list in its order, then others by name.
    public let regions: [Region]
    /// Data files of no region.
    public let sharedFiles: [DataFile]
    public let failures: [Failure]
    /// Path of the list; nil without one.
    public let sourceList: String?
    /// Ids that levers name as their source and the list does not have, with the lever.
    public let unknownSources: [(id: String, carrier: Carrier)]

    /// Rows that no scenario carries, or with an industry that none projects.
    public var missing: [Item] {
        regions.flatMap(\.items).filter { $0.carriers.isEmpty || !$0.missingThemes.isEmpty }
    }

    private let folder: String

    /// The region with an id.
    ///
    /// - Throws: `ScenarioError`, with the nearest name, if there is none.
    public func region(_ id: String) throws(ScenarioError) -> Region {
        if let region = regions.first(where: { $0.id == id }) { return region }
        throw ScenarioError(diagnostics: [
            Diagnostic(
                severity: .error, location: SourceLocation(file: folder),
                message: "found no region \"\(id)\"", suggestion: hint(for: id, among: regions.map(\.id)))
        ])
    }

    /// Reads everything below a folder. Cost: about 20 milliseconds for what ships.
    ///
    /// - Parameters:
    ///   - folder: the real or an imagined one; paths of the result are relative to its working directory.
    ///   - source: the list of statements; nil for none, so that no row can be missing.
    public init(_ folder: FileAccess, source: SourceList?) {
        let content = ScenarioFolder(access: folder)
        let (loaded, failed) = content.scenarios()
        let entries = loaded.map { Entry(name: Self.name(of: $0.path), path: $0.path, scenario: $0.scenario) }
            .sorted { $0.name < $1.name }
        let files = content.dataFiles.compactMap { path in
            folder.read(path).flatMap { DataFile(path: path, bytes: $0) }
        }
        let join = CatalogueJoin(entries: entries, rows: source?.rows ?? [])
        let owners = Dictionary(
            uniqueKeysWithValues: files.map { ($0.path, Self.owner(of: $0.path, entries: entries)) })
        var ids: [String] = []
        for id in (source?.rows ?? []).map(\.region)
            + Set(entries.map(\.scenario.region) + owners.values.compactMap { $0 }).sorted()
        where !ids.contains(id) { ids.append(id) }

        regions = ids.map { id in
            let own = files.filter { owners[$0.path] == id }
            let scenarios = entries.filter { $0.scenario.region == id }
            let read = Set(scenarios.flatMap { $0.scenario.inputs.map(\.path) }.filter { $0.hasSuffix(".csv") })
            return Region(
                id: id, scenarios: scenarios, items: join.items(of: id), ownEntries: join.ownEntries(of: scenarios),
                files: own, filesFromElsewhere: read.subtracting(own.map(\.path)).sorted())
        }
        sharedFiles = files.filter { owners[$0.path] == .some(nil) }
        self.folder = folder.workingDirectory
        failures = failed.map { Failure(path: $0.path, error: $0.error) }
        sourceList = source?.path
        unknownSources = source == nil ? [] : join.unknownSources
    }

    /// `zhejiang/platforms` for `scenarios/zhejiang/platforms.yaml`.
    private static func name(of path: String) -> String {
        let short = path.hasPrefix("scenarios/") ? path.dropFirst("scenarios/".count) : path[...]
        return String(short.hasSuffix(".yaml") ? short.dropLast(".yaml".count) : short)
    }

    /// The region whose folder below `seeds/` a file is in; elsewhere the only region whose scenarios read it.
    private static func owner(of path: String, entries: [Entry]) -> String? {
        let parts = path.split(separator: "/")
        if parts.first == "seeds" { return parts.count > 2 ? String(parts[1]) : nil }
        let readers = Set(
            entries.filter { $0.scenario.inputs.contains { $0.path == path } }.map(\.scenario.region))
        return readers.count == 1 ? readers.first : nil
    }
}
