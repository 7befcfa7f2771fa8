/// Turns a checked tree into a scenario, and reports what only shows when values meet.
struct ScenarioDecoder {
    let log: DiagnosticLog
    let catalog: FileCatalog
    let priors: PriorTable?
    let root: ConfigNode
    /// Path of the scenario file.
    let path: String

    /// Nil if anything needed is unusable; the log then says what.
    func scenario() -> Scenario? {
        let sectors = root["sectors"].flatMap { SectorFile.read($0, catalog: catalog, log: log) }
        guard let sectors, let years = years() else { return nil }
        let groups = GroupDecoder(log: log, catalog: catalog, sectors: sectors).groups(root["groups"])
        let context = DecodingContext(
            log: log, catalog: catalog, priors: priors, start: years.start, end: years.end, sectors: sectors,
            groups: groups)
        let economyDecoder = root["economy"].map { EconomyDecoder(context: context, node: $0) }
        let table = economyDecoder?.table()
        let economy = economyDecoder?.economy(table)
        let portfolioEntries = root["portfolios"]?.entries ?? []
        let names = portfolioEntries.map(\.key)
        let portfolios = portfolioEntries.compactMap { entry in
            if !isIdentifier(entry.key) {
                log.error(
                    entry.keyLocation, "found \"\(entry.key)\", expected \(ValueType.identifier.expectation)")
            }
            return decoded(entry.value) {
                PortfolioDecoder(context: context, id: entry.key, node: $0, table: table).portfolio()
            }
        }
        var levers = (root["levers"]?.items ?? []).compactMap { node in
            decoded(node) {
                LeverDecoder(
                    context: context, node: $0, table: table, portfolios: names,
                    relativeGrowths: economy?.relativeGrowth.map(\.id) ?? [],
                    hasScience: root["economy"]?["science"] != nil
                ).lever()
            }
        }
        if let register = root["projects"] {
            levers += ProjectFile(context: context, portfolios: portfolios, levers: levers).read(register) ?? []
        }
        var targets = (root["targets"]?.items ?? []).compactMap { node in
            decoded(node) {
                TargetDecoder(context: context, node: $0, portfolios: portfolios, portfolioNames: names).target()
            }
        }
        let tracked = (root["tracked"]?.items ?? []).compactMap { node in
            decoded(node) {
                TrackedDecoder(context: context, node: $0, portfolios: portfolios, portfolioNames: names).tracked()
            }
        }
        let (commitments, themes, ofTargets) = CommitmentDecoder(context: context, root: root).commitments()
        for index in targets.indices { targets[index].themes = ofTargets[targets[index].id] ?? [] }
        let requirements = root["requirements"].map { node in
            RequirementDecoder(context: context, node: node, portfolios: names, targets: targets.map(\.id)).inputs()
        }
        checkLearning(targets, tracked)
        guard !log.hasErrors, let economy, let name = root["name"]?.text, let region = root["region"]?.text else {
            return nil
        }
        return Scenario(
            id: fileStem, name: name, nameChinese: root["name_zh"]?.text, region: region,
            regionChinese: root["region_zh"]?.text, namesChinese: namesChinese, note: root["note"]?.text,
            start: years.start, end: years.end, members: root["ensemble"]?["members"]?.text.flatMap { Int($0) },
            seed: root["ensemble"]?["seed"]?.text.flatMap { UInt64($0) }, sectors: sectors, groups: context.groups,
            economy: economy, portfolios: portfolios, levers: levers, targets: targets, tracked: tracked,
            commitments: commitments, themes: themes, requirements: requirements,
            observationErrors: observationErrors(), inputs: catalog.files,
            resolvedYAML: YAMLWriter(paths: catalog.resolvedPaths).text(root))
    }

    /// The value of a node. One that is left out without an error would be a scenario
    /// that silently lacks a target: that is reported, whatever the cause.
    private func decoded<Value>(_ node: ConfigNode, _ body: (ConfigNode) -> Value?) -> Value? {
        if let value = body(node) { return value }
        if !log.hasErrors { log.error(node.location, "cannot be used, though no single value in it is wrong") }
        return nil
    }

    private var namesChinese: [String: String] {
        Dictionary(
            (root["names_zh"]?.entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
            uniquingKeysWith: { $1 })
    }

    /// `platforms` for `scenarios/zhejiang/platforms.yaml`.
    private var fileStem: String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.firstIndex(of: ".").map { name[..<$0] } ?? name)
    }

    /// The years, with a stand-in for an end that is wrong, so that the rest is still looked at.
    private func years() -> (start: Int, end: Int)? {
        func year(_ node: ConfigNode?) -> Int? {
            node?.text.flatMap { try? Quantity($0, as: .year).value }.map { Int($0) }
        }
        let longest = 100
        guard let start = year(root["years"]?["start"]) else { return nil }
        guard let endNode = root["years"]?["end"], let end = year(endNode) else { return (start, start + longest) }
        if end <= start {
            log.error(endNode.location, "found \(end), expected a year after the base year \(start)")
            return (start, start + longest)
        }
        if end - start > longest {
            log.error(endNode.location, "found \(end), expected at most \(longest) years after the base year \(start)")
        }
        return (start, end)
    }

    private func observationErrors() -> ObservationErrors? {
        guard let node = root["observation_errors"] else { return nil }
        func errors(_ key: String) -> [Quality: Double] {
            Dictionary(
                uniqueKeysWithValues: Quality.allCases.compactMap { letter in
                    node[key]?[letter.rawValue]?.text.flatMap { try? Quantity($0, as: .number).value }
                        .map { (letter, $0) }
                })
        }
        return ObservationErrors(level: errors("level"), share: errors("share"), growth: errors("growth"))
    }

    /// One figure must not be learned from twice, and each needs an error.
    private func checkLearning(_ targets: [Target], _ tracked: [TrackedIndicator]) {
        let learned =
            (targets.flatMap { $0.readings.flatMap { reading in reading.observed.map { (reading.indicator, $0) } } }
            + tracked.flatMap { tracked in tracked.observed.map { (tracked.indicator, $0) } })
            .compactMap { indicator, series in series.learning.map { (indicator, series, $0) } }
        var figures: Set<LearnedOnce> = []
        for (indicator, series, rule) in learned {
            var own: Set<LearnedOnce> = []
            for year in series.points.filter({ $0.exclusion == nil }).map(\.year) {
                // The same row in two places, and two rows that say the same of one quantity.
                var names: Set<LearnedOnce> = [
                    .row(file: rule.file, indicator: rule.indicator, year: year, sense: rule.sense)
                ]
                if rule.sense == .value { names.insert(.value(indicator, year: year)) }
                if !names.isDisjoint(with: figures) {
                    log.error(
                        rule.location,
                        "\"\(rule.indicator)\" is learned from a second time for \(year), expected once",
                        suggestion: "the same figure would count twice: leave out `learn`, or name the other `years`")
                }
                own.formUnion(names)
            }
            figures.formUnion(own)
        }
        if root["observation_errors"] == nil, let rule = learned.first?.2 {
            log.error(
                rule.location, "the scenario does not say how wrong published figures may be",
                suggestion: "add `observation_errors:`, or extend scenarios/defaults.yaml, which has it")
        }
    }
}

/// What may be learned from once.
private enum LearnedOnce: Hashable {
    case row(file: String, indicator: String, year: Int, sense: LearningRule.Sense)
    case value(Indicator, year: Int)
}
