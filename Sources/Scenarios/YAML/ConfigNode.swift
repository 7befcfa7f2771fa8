/// A value of a configuration file with the place it came from.
struct ConfigNode: Sendable {
    indirect enum Content: Sendable {
        /// Nothing, `~` or `null`.
        case null
        case scalar(String)
        case list([ConfigNode])
        case map([Entry])
    }

    struct Entry: Sendable {
        var key: String
        var keyLocation: SourceLocation
        var value: ConfigNode
    }

    var content: Content
    var location: SourceLocation

    /// Values of a map, by key; nil also for nodes that are no map.
    subscript(key: String) -> ConfigNode? { entries?.first { $0.key == key }?.value }

    var entries: [Entry]? { if case .map(let entries) = content { entries } else { nil } }
    var items: [ConfigNode]? { if case .list(let items) = content { items } else { nil } }
    var text: String? { if case .scalar(let text) = content { text } else { nil } }
    var isNull: Bool { if case .null = content { true } else { false } }

    /// How an item of a list is told from the others, and named in key paths.
    var identifier: String? { self["id"]?.text }

    /// What stands there, for messages.
    var summary: String {
        switch content {
        case .null: "nothing"
        case .scalar(let text): "\"\(text.count > 60 ? text.prefix(57) + "..." : text)\""
        case .list(let items): items.count == 1 ? "a list of one item" : "a list of \(items.count) items"
        case .map(let entries):
            entries.count == 1
                ? "a map with the key \(entries[0].key)" : "a map with the keys \(list(entries.prefix(6).map(\.key)))"
        }
    }

    /// The same tree with every location told its key path. Items with an `id`
    /// are named by it, others by position.
    func withKeyPaths(_ path: String = "") -> ConfigNode {
        var node = self
        node.location.keyPath = path
        switch content {
        case .null, .scalar: break
        case .list(let items):
            node.content = .list(
                items.enumerated().map { $1.withKeyPaths("\(path)[\($1.identifier ?? String($0))]") })
        case .map(let entries):
            node.content = .map(
                entries.map { entry in
                    var entry = entry
                    let keyPath = path.isEmpty ? entry.key : "\(path).\(entry.key)"
                    entry.keyLocation.keyPath = keyPath
                    entry.value = entry.value.withKeyPaths(keyPath)
                    return entry
                })
        }
        return node
    }
}
