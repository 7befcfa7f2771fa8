/// How a file overrides the one that it extends.
///
/// Maps merge by key and lists whose items all have an `id` merge by id; a map
/// laid over such a list addresses its items by id. `null` removes. All else
/// is replaced. Origins are kept: a value is reported where it was written.
struct NodeMerge {
    let log: DiagnosticLog

    /// Keys whose maps describe one thing in one of several forms, so that half
    /// of one form must not mix with half of another.
    private static let replacedWhole: Set<String> = ["indicator", "weights", "observed"]
    /// Keys that give the form of an uncertain number.
    private static let forms: Set<String> = [
        "value", "low", "high", "prior", "triangular", "uniform", "lognormal", "pert",
    ]
    /// Keys that belong to the number that a form gave, and go with it.
    private static let companions: Set<String> = ["quality", "source", "note", "min", "max"]

    func merge(_ base: ConfigNode, _ overlay: ConfigNode, key: String = "") -> ConfigNode {
        if Self.replacedWhole.contains(key) { return overlay }
        switch (base.content, overlay.content) {
        case (.map(let below), .map(let above)):
            return ConfigNode(content: .map(entries(below, above)), location: overlay.location)
        case (.list(let below), .list(let above)) where isIdentified(below) && isIdentified(above):
            return ConfigNode(content: .list(items(below, above)), location: overlay.location)
        case (.list(let below), .map(let above)) where isIdentified(below):
            return ConfigNode(content: .list(items(below, addressedBy: above)), location: overlay.location)
        default: return overlay
        }
    }

    private func isIdentified(_ items: [ConfigNode]) -> Bool {
        !items.isEmpty && items.allSatisfy { $0.identifier != nil }
    }

    private func entries(_ base: [ConfigNode.Entry], _ overlay: [ConfigNode.Entry]) -> [ConfigNode.Entry] {
        var result = base
        let newForms = Set(overlay.map(\.key).filter(isForm))
        if !newForms.isSubset(of: base.map(\.key)), base.contains(where: { isForm($0.key) }) {
            result.removeAll { isForm($0.key) || Self.companions.contains($0.key) }
        }
        for entry in overlay {
            guard let index = result.firstIndex(where: { $0.key == entry.key }) else {
                result.append(entry)
                continue
            }
            if entry.value.isNull {
                result.remove(at: index)
            } else {
                result[index].value = merge(result[index].value, entry.value, key: entry.key)
                result[index].keyLocation = entry.keyLocation
            }
        }
        return result
    }

    private func isForm(_ key: String) -> Bool { Self.forms.contains(key) || percentile(of: key) != nil }

    private func items(_ base: [ConfigNode], _ overlay: [ConfigNode]) -> [ConfigNode] {
        var result = base
        for item in overlay {
            // Only the items of the base are merged into: a duplicate within the overlay stays visible as one.
            if let index = base.firstIndex(where: { $0.identifier == item.identifier }),
                !overlay.prefix(while: { $0.location != item.location }).contains(where: {
                    $0.identifier == item.identifier
                })
            {
                result[index] = merge(base[index], item)
            } else {
                result.append(item)
            }
        }
        return result
    }

    private func items(_ base: [ConfigNode], addressedBy overlay: [ConfigNode.Entry]) -> [ConfigNode] {
        var result = base
        for entry in overlay {
            guard let index = result.firstIndex(where: { $0.identifier == entry.key }) else {
                log.error(
                    entry.keyLocation, "the extended file has no item with the id \"\(entry.key)\" here",
                    suggestion: hint(for: entry.key, among: base.compactMap(\.identifier)))
                continue
            }
            if entry.value.isNull {
                result.remove(at: index)
            } else {
                result[index] = merge(result[index], entry.value)
            }
        }
        return result
    }
}

/// The probability that a key like `p5` or `p97.5` stands for; `low` and `high` are P5 and P95.
func percentile(of key: String) -> Double? {
    switch key {
    case "low": return 0.05
    case "high": return 0.95
    default:
        guard key.hasPrefix("p"), key.dropFirst().first?.isNumber == true, let percent = Double(key.dropFirst()),
            percent > 0, percent < 100
        else { return nil }
        return percent / 100
    }
}
