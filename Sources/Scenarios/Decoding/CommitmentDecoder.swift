/// The commitments of a scenario, and the named industries that they and its targets are about.
struct CommitmentDecoder {
    let context: DecodingContext
    let root: ConfigNode

    /// Commitments in their order; every theme once, in the order of first mention, targets first, with its published
    /// size; and the ids of those that each target is about.
    func commitments() -> (commitments: [Commitment], themes: [Theme], ofTargets: [String: [String]]) {
        let file = root["themes"].flatMap {
            ThemeFile(namedBy: $0, sectors: context.sectors, catalog: context.catalog, log: context.log)
        }
        var themes: [Theme] = []
        var ofTargets: [String: [String]] = [:]
        for node in root["targets"]?.items ?? [] {
            let named = self.themes(node["theme"], in: file)
            for theme in named where !themes.contains(where: { $0.id == theme.id }) { themes.append(theme) }
            if let id = node["id"]?.text { ofTargets[id] = named.map(\.id) }
        }
        let commitments = (root["commitments"]?.items ?? []).compactMap { node -> Commitment? in
            let named = self.themes(node["theme"], in: file)
            for theme in named where !themes.contains(where: { $0.id == theme.id }) { themes.append(theme) }
            if let sizeNode = node["size"] {
                let size = size(sizeNode)
                // Themes that are unknown have been reported.
                if !named.isEmpty || node["theme"] == nil { add(size, to: named, in: &themes, at: sizeNode) }
            }
            guard let id = node["id"]?.text, let subject = node["subject"]?.text else { return nil }
            return Commitment(
                id: id, subject: subject, subjectChinese: node["subject_zh"]?.text, note: node["note"]?.text,
                themes: named.map(\.id), published: (node["published"]?.items ?? []).compactMap(published))
        }
        return (commitments, themes, ofTargets)
    }

    /// The figures of an entry of `published:`; nil after a diagnostic.
    private func published(_ node: ConfigNode) -> PublishedFigures? {
        guard let label = node["label"]?.text, let indicator = node["indicator"],
            let file = context.observations(node["file"]),
            let rows = file.series(
                indicator, kind: node["kind"]?.text ?? ObservationFile.outcome, log: context.log)
        else { return nil }
        let years = node["years"]?.text.flatMap { YearRange($0)?.years }
        let taken = rows.filter { years?.contains($0.year) ?? true }
        if taken.isEmpty {
            context.log.error(
                node["years"]?.location ?? node.location,
                "found no figure, expected years with one: \(list(rows.map { String($0.year) }))")
            return nil
        }
        return PublishedFigures(
            label: label, labelChinese: node["label_zh"]?.text, isAim: context.flag(node["aim"]),
            isFloor: context.flag(node["floor"]),
            points: taken.map { row in
                let measure: PublishedFigures.Measure =
                    switch row.measure {
                    case .money: .money
                    case .percentage: .percentage
                    case .other: .number
                    }
                return .init(
                    year: row.year, value: row.value, measure: measure, quality: row.quality, source: row.source)
            })
    }

    /// Those that a commitment names; a diagnostic for each that is unknown.
    private func themes(_ node: ConfigNode?, in file: ThemeFile?) -> [Theme] {
        guard let node else { return [] }
        var named: [Theme] = []
        for item in node.items ?? [node] {
            guard let id = item.text else { continue }
            guard root["themes"] != nil else {
                context.log.error(
                    item.location, "found \"\(id)\", but the scenario names no file of themes",
                    suggestion: "add `themes:`, or extend scenarios/defaults.yaml, which has it")
                continue
            }
            // A file that cannot be read has been reported.
            guard let file else { continue }
            guard let theme = file[id] else {
                context.log.error(
                    item.location, "found \"\(id)\", expected a theme of \(file.path)",
                    suggestion: hint(for: id, among: file.ids))
                continue
            }
            if named.contains(theme) {
                context.log.error(item.location, "the theme \"\(id)\" is named twice")
                continue
            }
            warnOfOtherRegions(item, id, file)
            named.append(theme)
        }
        return named
    }

    private func warnOfOtherRegions(_ item: ConfigNode, _ id: String, _ file: ThemeFile) {
        guard let regions = file.regions(of: id), let region = root["region"]?.text, !regions.contains(region) else {
            return
        }
        context.log.warning(
            item.location, "the weights of \"\(id)\" are meant for \(list(regions)), the region is \(region)")
    }

    private func size(_ node: ConfigNode) -> ThemeSize? {
        guard let year = context.year(node["year"]), let value = context.quantity(node["value"], .money),
            let quality = context.quality(node["quality"]), let source = node["source"]?.text
        else { return nil }
        guard (context.start...context.end).contains(year) else {
            context.log.error(
                node["year"]!.location,
                "found \(year), expected a year that is projected, from \(context.start) to \(context.end)")
            return nil
        }
        return ThemeSize(
            year: year, value: value, isFloor: context.flag(node["floor"]), quality: quality, source: source,
            note: node["note"]?.text, noteChinese: node["note_zh"]?.text)
    }

    private func add(_ size: ThemeSize?, to named: [Theme], in themes: inout [Theme], at node: ConfigNode) {
        guard let size else { return }
        guard named.count == 1 else {
            context.log.error(
                node.location,
                named.isEmpty
                    ? "a size without a theme, expected `theme:` beside it"
                    : "a size beside \(named.count) themes, expected one theme: it cannot be divided between them")
            return
        }
        let position = themes.firstIndex { $0.id == named[0].id }!
        if themes[position].size != nil {
            context.log.error(node.location, "the theme \"\(named[0].id)\" has a size already")
        }
        themes[position].size = size
    }
}
