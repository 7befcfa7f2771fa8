import CSV

/// Named groups of sectors, which may be built from each other.
struct GroupDecoder {
    let log: DiagnosticLog
    let catalog: FileCatalog
    let sectors: [Sector]

    /// `all`, every sector, every group of the sector file, then those that the scenario names.
    func groups(_ node: ConfigNode?) -> [SectorGroup] {
        var groups = predefined()
        let entries = node?.entries ?? []
        for entry in entries where groups.contains(where: { $0.id == entry.key }) {
            log.error(
                entry.keyLocation, "\"\(entry.key)\" is a sector, or a group of the sector file already",
                suggestion: "choose another name")
        }
        let predefinedIDs = Set(groups.map(\.id))
        var resolved: [String: SectorGroup] = [:]
        for entry in entries where !predefinedIDs.contains(entry.key) {
            _ = resolve(entry, among: entries, groups, &resolved, chain: [])
        }
        // A group that failed keeps its name, so that its uses are not reported as well.
        groups += entries.filter { !predefinedIDs.contains($0.key) }.map { entry in
            resolved[entry.key]
                ?? SectorGroup(id: entry.key, weights: Array(repeating: 1, count: sectors.count), name: nil)
        }
        return groups
    }

    private func predefined() -> [SectorGroup] {
        var groups = [SectorGroup(id: "all", weights: Array(repeating: 1, count: sectors.count), name: nil)]
        for (index, sector) in sectors.enumerated() {
            var weights = [Double](repeating: 0, count: sectors.count)
            weights[index] = 1
            groups.append(SectorGroup(id: sector.code, weights: weights, name: sector.name))
        }
        for sector in sectors where !sector.group.isEmpty {
            let weights = sectors.map { $0.group == sector.group ? 1.0 : 0.0 }
            // A sector that is alone in its group may share the name: mining in mining.
            if groups.contains(where: { $0.id == sector.group }) { continue }
            groups.append(SectorGroup(id: sector.group, weights: weights, name: nil))
        }
        return groups
    }

    /// The group of an entry; groups that it refers to are resolved first.
    private func resolve(
        _ entry: ConfigNode.Entry, among entries: [ConfigNode.Entry], _ predefined: [SectorGroup],
        _ resolved: inout [String: SectorGroup], chain: [String]
    ) -> [Double]? {
        if let known = resolved[entry.key] { return known.weights }
        if chain.count > 16 {
            log.error(entry.keyLocation, "groups refer to each other more than 16 deep")
            return nil
        }
        if chain.contains(entry.key) {
            log.error(
                entry.keyLocation,
                "groups refer to each other in a circle: \((chain + [entry.key]).joined(separator: " -> "))")
            return nil
        }
        var found: [String: SectorGroup] = resolved
        func lookUp(_ name: ConfigNode) -> [Double]? {
            guard let id = name.text else { return nil }
            if let group = predefined.first(where: { $0.id == id }) { return group.weights }
            if let other = entries.first(where: { $0.key == id }) {
                return resolve(other, among: entries, predefined, &found, chain: chain + [entry.key])
            }
            log.error(
                name.location, "found \"\(id)\", expected a sector or group",
                suggestion: hint(for: id, among: predefined.map(\.id) + entries.map(\.key)))
            return nil
        }
        let weights = self.weights(of: entry.value, lookUp)
        resolved = found
        guard let weights else { return nil }
        resolved[entry.key] = SectorGroup(id: entry.key, weights: weights, name: name(of: entry.value))
        return weights
    }

    private func name(of node: ConfigNode) -> String? { node["weights"] == nil ? nil : node["name"]?.text }

    private func weights(of node: ConfigNode, _ lookUp: (ConfigNode) -> [Double]?) -> [Double]? {
        if let items = node.items {
            // Sectors that stand in two of the listed groups count once.
            return items.reduce(Optional(Array(repeating: 0, count: sectors.count))) { sum, item in
                guard let weights = lookUp(item), let sum else { return nil }
                return zip(sum, weights).map(max)
            }
        }
        if node["weights"] != nil { return fileWeights(node) }
        return node.entries.flatMap { self.weights($0, lookUp) }
    }

    /// `{electronics: 0.5, chemicals: 0.5}`: a sector must not be reached twice, since it is unclear what is meant then.
    func weights(_ entries: [ConfigNode.Entry], _ lookUp: (ConfigNode) -> [Double]?) -> [Double]? {
        var sum = [Double](repeating: 0, count: sectors.count)
        var isSound = true
        for entry in entries {
            let name = ConfigNode(content: .scalar(entry.key), location: entry.keyLocation)
            guard let weights = lookUp(name), let text = entry.value.text,
                let factor = try? Quantity(text, as: .number).value
            else {
                isSound = false
                continue
            }
            if let index = sum.indices.first(where: { sum[$0] > 0 && weights[$0] > 0 }) {
                log.error(entry.keyLocation, "the sector \"\(sectors[index].code)\" has a weight already")
                isSound = false
            }
            for index in sum.indices { sum[index] += factor * weights[index] }
        }
        return isSound ? sum : nil
    }

    private func fileWeights(_ node: ConfigNode) -> [Double]? {
        guard let pathNode = node["weights"], let columnNode = node["column"], let column = columnNode.text,
            let table = InputTable(namedBy: pathNode, catalog: catalog, log: log), let codes = table.columns("code")
        else { return nil }
        guard let index = table.column(column) else {
            log.error(
                columnNode.location, "found \"\(column)\", expected a column of \(table.path)",
                suggestion: hint(for: column, among: table.csv.header.filter { $0 != "code" }))
            return nil
        }
        var weights = [Double](repeating: 0, count: sectors.count)
        for row in table.csv.rows {
            let code = table.text(row, codes[0])
            guard let sector = sectors.firstIndex(where: { $0.code == code }) else {
                log.error(
                    table.location(row, "code"), "found \"\(code)\", expected a sector",
                    suggestion: nearestName(to: code, among: sectors.map(\.code)).map { "did you mean `\($0)`?" })
                continue
            }
            let weight = table.number(row, index) ?? 0
            if weight < 0 {
                log.error(
                    table.location(row, "\(code).\(column)"), "found \(plain(weight)), expected a weight of 0 or more")
            }
            weights[sector] = weight
        }
        return weights
    }
}
