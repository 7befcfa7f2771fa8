/// Reads a scenario file and everything that it extends into one tree.
struct ScenarioSource {
    static let maximumChain = 16

    let catalog: FileCatalog
    let log: DiagnosticLog
    /// What the file should be, in errors.
    var noun = "a scenario"

    /// - Returns: nil if a file is missing or unreadable, or a cycle was found; the log says which.
    func tree(of path: String) -> ConfigNode? {
        let resolved = catalog.access.resolve(path)
        guard let file = catalog.read(resolved, name: resolved, reportedAt: SourceLocation(file: resolved)) else {
            return nil
        }
        return tree(of: file, chain: [resolved])
    }

    private func tree(of file: InputFile, chain: [String]) -> ConfigNode? {
        guard let root = YAMLReader.read(file.bytes, file: file.path, log: log, noun: noun) else { return nil }
        guard let entries = root.entries else {
            log.error(root.location, "found \(root.summary), expected a map of keys such as `name:` and `targets:`")
            return nil
        }
        var own = root
        own.content = .map(entries.filter { $0.key != "extends" })
        guard let extends = root["extends"] else { return own }
        guard let bases = bases(extends), !bases.isEmpty else {
            var location = extends.location
            location.keyPath = "extends"
            log.error(location, "found \(extends.summary), expected a file path or a list of file paths")
            return nil
        }
        var merged: ConfigNode?
        for base in bases {
            guard let tree = tree(extendedBy: base, chain: chain) else { return nil }
            merged = merged.map { NodeMerge(log: log).merge($0, tree) } ?? tree
        }
        return merged.map { NodeMerge(log: log).merge($0, own) }
    }

    private func bases(_ node: ConfigNode) -> [ConfigNode]? {
        if node.text != nil { return [node] }
        guard let items = node.items, items.allSatisfy({ $0.text != nil }) else { return nil }
        return items
    }

    private func tree(extendedBy node: ConfigNode, chain: [String]) -> ConfigNode? {
        var node = node
        node.location.keyPath = "extends"
        let path = catalog.access.resolve(node.text ?? "", from: node.location.file)
        if chain.contains(path) {
            log.error(
                node.location, "files extend each other in a circle: \((chain + [path]).joined(separator: " -> "))")
            return nil
        }
        if chain.count >= Self.maximumChain {
            log.error(node.location, "more than \(Self.maximumChain) files extend each other")
            return nil
        }
        guard let file = catalog.file(namedBy: node) else { return nil }
        return tree(of: file, chain: chain + [path])
    }
}
