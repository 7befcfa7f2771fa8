import Panels

/// What the parts of the decoder share: years, sectors, groups, and the files read so far.
///
/// The decoder runs over a tree that the schema check has gone through. Where a
/// value is malformed it goes on without it, in silence: the check has reported it.
final class DecodingContext {
    let log: DiagnosticLog
    let catalog: FileCatalog
    let priors: PriorTable?
    let start: Int
    let end: Int
    let sectors: [Sector]
    var groups: [SectorGroup]
    /// Those of the economy that could be decoded.
    var satellites: [Satellite] = []
    /// Panels read so far: several readings are held against the same one.
    var panels: [(path: String, layout: PanelFile, values: Panel, sizes: Panel)] = []
    private var observationFiles: [String: ObservationFile] = [:]
    private var badFiles: Set<String> = []

    init(
        log: DiagnosticLog, catalog: FileCatalog, priors: PriorTable?, start: Int, end: Int, sectors: [Sector],
        groups: [SectorGroup]
    ) {
        self.log = log
        self.catalog = catalog
        self.priors = priors
        self.start = start
        self.end = end
        self.sectors = sectors
        self.groups = groups
    }

    // MARK: Names

    /// The id of a group that a node names; nil, and a diagnostic, if there is none.
    func group(_ node: ConfigNode?) -> String? {
        guard let node, let name = node.text else { return nil }
        if groups.contains(where: { $0.id == name }) { return name }
        log.error(
            node.location, "found \"\(name)\", expected a sector or group",
            suggestion: hint(for: name, among: groups.map(\.id)))
        return nil
    }

    /// One of the given names; nil, and a diagnostic, if it is none of them.
    func name(_ node: ConfigNode?, among names: [String], noun: String) -> String? {
        guard let node, let name = node.text else { return nil }
        if names.contains(name) { return name }
        log.error(node.location, "found \"\(name)\", expected \(noun)", suggestion: hint(for: name, among: names))
        return nil
    }

    // MARK: Values

    func quantity(_ node: ConfigNode?, _ dimension: Dimension) -> Double? {
        (node?.text).flatMap { try? Quantity($0, as: dimension).value }
    }

    func year(_ node: ConfigNode?) -> Int? { quantity(node, .year).map { Int($0) } }

    func flag(_ node: ConfigNode?) -> Bool { node?.text == "true" }

    func quality(_ node: ConfigNode?) -> Quality? { node?.text.flatMap(Quality.init) }

    /// An uncertain number that the schema describes, as the schema check has seen it.
    func uncertain(_ node: ConfigNode?, _ type: ValueType?) -> UncertainValue? {
        guard let node, case .uncertain(let uncertain)? = type else { return nil }
        return UncertainReader(log: nil, priors: priors).read(node, uncertain)
    }

    func uncertain(_ map: ConfigNode, _ key: String, _ shape: MapShape) -> UncertainValue? {
        uncertain(map[key], shape.key(key)?.type)
    }

    /// A number that the file does not give and that is certain.
    func constant(_ value: Double, _ key: String, of node: ConfigNode) -> UncertainValue {
        UncertainValue(
            id: "\(node.location.keyPath).\(key)", distribution: .constant(value), redraw: .once, quality: nil,
            source: nil, note: nil, location: node.location)
    }

    func schedule(_ node: ConfigNode?, _ dimension: Dimension) -> Schedule? {
        node.flatMap { ScheduleReader(log: nil).read($0, dimension) }
    }

    /// Weights by sector that are given on the spot, groups spread over their sectors.
    func weights(_ entries: [ConfigNode.Entry]) -> [Double]? {
        GroupDecoder(log: log, catalog: catalog, sectors: sectors).weights(entries) { name in
            group(name).flatMap { id in groups.first { $0.id == id }?.weights }
        }
    }

    // MARK: Figures that the prior is built from

    private struct Figure: Hashable {
        let file: String
        let indicator: String
        let year: Int
    }
    private var builtIn: Set<Figure> = []

    /// Notes that the prior rests on a published figure: it must not be learned from again.
    func build(on file: String, _ indicator: String, _ year: Int) {
        builtIn.insert(Figure(file: file, indicator: indicator, year: year))
    }

    func isBuiltIn(_ file: String, _ indicator: String, _ year: Int) -> Bool {
        builtIn.contains(Figure(file: file, indicator: indicator, year: year))
    }

    // MARK: Files

    func observations(_ node: ConfigNode?) -> ObservationFile? {
        guard let node, let name = node.text else { return nil }
        let path = catalog.access.resolve(name, from: node.location.file)
        if let known = observationFiles[path] {
            // Every mention is resolved, so that the merged tree can name the file from anywhere.
            _ = catalog.file(namedBy: node)
            return known
        }
        if badFiles.contains(path) { return nil }
        let file = ObservationFile(namedBy: node, catalog: catalog, log: log)
        if let file { observationFiles[path] = file } else { badFiles.insert(path) }
        return file
    }
}
