/// Which entry of which scenario stands for which row of the list.
struct CatalogueJoin {
    /// An entry of a scenario.
    private struct Candidate {
        var entry: Catalogue.Entry
        var carrier: Catalogue.Carrier
        var name: String
        var nameChinese: String?
        /// Ids that it stands for, if the list has them.
        var sources: [String]
    }

    private let rows: [SourceRow]
    private let candidates: [Candidate]

    init(entries: [Catalogue.Entry], rows: [SourceRow]) {
        self.rows = rows
        let all = entries.flatMap(Self.candidates)
        candidates = all.filter { candidate in
            // What a scenario inherits is found in the one that it extends.
            !all.contains { other in
                other.entry.path != candidate.entry.path && other.carrier.part == candidate.carrier.part
                    && other.carrier.key == candidate.carrier.key && other.sources == candidate.sources
                    && candidate.entry.scenario.inputs.contains { $0.path == other.entry.path }
            }
        }
    }

    func items(of region: String) -> [Catalogue.Item] {
        rows.filter { $0.region == region }.map { row in
            let all = candidates.filter { $0.sources.contains(row.id) }
            let carrying =
                all.filter { $0.entry.scenario.region == region }
                + all.filter { $0.entry.scenario.region != region }
            let projected = Set(carrying.flatMap { $0.entry.scenario.themes.map(\.id) })
            return Catalogue.Item(
                row: row, carriers: carrying.map(\.carrier),
                missingThemes: row.themes.filter { !projected.contains($0) })
        }
    }

    func ownEntries(of entries: [Catalogue.Entry]) -> [Catalogue.OwnEntry] {
        let known = Set(rows.map(\.id))
        let paths = Set(entries.map(\.path))
        return candidates.filter { paths.contains($0.entry.path) && known.isDisjoint(with: $0.sources) }.map {
            Catalogue.OwnEntry(carrier: $0.carrier, name: $0.name, nameChinese: $0.nameChinese)
        }
    }

    var unknownSources: [(id: String, carrier: Catalogue.Carrier)] {
        let known = Set(rows.map(\.id))
        return candidates.filter { $0.carrier.part == .levers }.flatMap { candidate in
            candidate.sources.filter { !known.contains($0) }.map { ($0, candidate.carrier) }
        }
    }

    private static func candidates(of entry: Catalogue.Entry) -> [Candidate] {
        func candidate(
            _ part: Catalogue.Carrier.Part, _ key: String, _ name: String, _ chinese: String?, _ sources: [String]
        ) -> Candidate {
            Candidate(
                entry: entry, carrier: Catalogue.Carrier(scenario: entry.name, part: part, key: key), name: name,
                nameChinese: chinese, sources: sources)
        }
        let scenario = entry.scenario
        return scenario.targets.map { candidate(.targets, $0.id, $0.name, $0.nameChinese, ids(in: $0.source)) }
            + scenario.commitments.map { candidate(.commitments, $0.id, $0.subject, $0.subjectChinese, [$0.id]) }
            + scenario.levers.map { lever in
                var part = Catalogue.Carrier.Part.levers
                if case .project = lever.effect { part = .projects }
                let name = lever.name ?? lever.reason ?? lever.because ?? lever.id
                return candidate(part, lever.id, name, lever.nameChinese, lever.source)
            }
    }

    /// The words of a source that may be ids of rows: a target's source is free text.
    private static func ids(in source: String?) -> [String] {
        (source ?? "").split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "-" && $0 != "_" }.map(
            String.init)
    }
}
