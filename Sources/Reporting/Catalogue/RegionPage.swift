import Scenarios

/// What `milepost regions REGION` says.
enum RegionPage {
    /// Wider than any name: names of scenarios are to be copied, so other columns give way first.
    private static let wholeNames = 60
    private static let columns = [
        "region", "kind", "id", "subject_en", "subject_zh", "status", "scenario", "entry", "themes", "missing_themes",
        "rows", "quality",
    ]

    static func data(_ region: Catalogue.Region) -> DataTable {
        var data = DataTable(columns: columns)
        for item in region.items {
            let row = item.row
            let themes: [DataTable.Cell] = [
                .optional(joined(row.themes)), .optional(joined(item.missingThemes)), .empty, .empty,
            ]
            let start: [DataTable.Cell] = [
                .text(region.id), .text(row.kind.rawValue), .text(row.id), .text(row.subject),
                .optional(row.subjectChinese), .text(item.carriers.isEmpty ? "missing" : "carried"),
            ]
            if item.carriers.isEmpty { data.append(start + [.empty, .empty] + themes) }
            for carrier in item.carriers {
                data.append(start + [.text(carrier.scenario), .text(carrier.keyPath)] + themes)
            }
        }
        for entry in region.ownEntries {
            data.append([
                .text(region.id), .text("entry"), .text(entry.carrier.key), .text(entry.name),
                .optional(entry.nameChinese), .text("no row of the list"), .text(entry.carrier.scenario),
                .text(entry.carrier.keyPath), .empty, .empty, .empty, .empty,
            ])
        }
        for file in region.files {
            let quality = file.qualities.isEmpty ? nil : CatalogueReport.profile(file.qualities)
            data.append([
                .text(region.id), .text("data"), .text(file.path), .text(file.content.rawValue), .empty, .empty, .empty,
                .empty, .empty, .empty, .integer(file.rows), .optional(quality),
            ])
        }
        return data
    }

    private static func joined(_ ids: [String]) -> String? { ids.isEmpty ? nil : ids.joined(separator: "|") }

    static func text(_ region: Catalogue.Region, _ catalogue: Catalogue, _ format: TextFormat) -> String {
        let language = format.language
        var page = Page(format: format)
        page.heading(language.text(CatalogueLabel.regionTitle, ["region": region.id]), rule: true)
        if !region.scenarios.isEmpty { scenarios(region, on: &page) }
        for (kind, label) in [
            (SourceRow.Kind.target, CatalogueLabel.targetRows), (.instrument, .instrumentRows),
            (.commitment, .commitmentRows), (.expert, .expertRows), (.context, .contextRows),
        ] {
            let items = region.items.filter { $0.row.kind == kind }
            if items.isEmpty { continue }
            page.heading(language.text(label))
            rows(items.map { line($0, language) }, on: &page)
        }
        if !region.ownEntries.isEmpty {
            page.heading(language.text(CatalogueLabel.ownEntries))
            if catalogue.sourceList != nil { page.paragraph(language.text(CatalogueLabel.ownNote), style: .faint) }
            rows(region.ownEntries.map { line($0, language) }, on: &page)
        }
        page.heading(language.text(CatalogueLabel.data))
        if region.files.isEmpty {
            page.paragraph(language.text(CatalogueLabel.nothingOwn))
        } else {
            CatalogueReport.files(region.files, on: &page)
            page.blank()
            page.paragraph(language.text(CatalogueLabel.dataNote), style: .faint)
        }
        if !region.filesFromElsewhere.isEmpty {
            let list = region.filesFromElsewhere.joined(separator: language.separator)
            page.paragraph(language.text(CatalogueLabel.fromElsewhere, ["list": list]))
        }
        return page.text
    }

    private static func scenarios(_ region: Catalogue.Region, on page: inout Page) {
        let language = page.format.language
        page.blank()
        var table = TextTable(
            columns: [
                .text(language.text(CatalogueLabel.scenario), minimum: wholeNames),
                .text(language.text(CatalogueLabel.years), minimum: 9),
            ]
                + [CatalogueLabel.targets, .commitments, .levers].map { .number(language.text($0)) })
        for entry in region.scenarios {
            let scenario = entry.scenario
            let name = entry.name + "\n" + language.name(scenario.name, chinese: scenario.nameChinese)
            let counts = [scenario.targets.count, scenario.commitments.count, scenario.levers.count]
            let cells = [name, "\(scenario.start)–\(scenario.end)"] + counts.map { $0 == 0 ? "–" : String($0) }
            table.append(cells.map { TextTable.Cell($0) })
        }
        page.table(table)
    }

    private struct Line {
        var id: String
        var what: String
        var place: String
        var isMissing = false
    }

    private static func line(_ item: Catalogue.Item, _ language: Language) -> Line {
        let row = item.row
        var what = language.name(row.subject, chinese: row.subjectChinese)
        if !row.themes.isEmpty {
            what = language.text(
                CatalogueLabel.industry, ["what": what, "list": row.themes.joined(separator: language.separator)])
        }
        var places = places(item.carriers, language)
        if places.isEmpty { places = [language.text(CatalogueLabel.missing)] }
        if !item.missingThemes.isEmpty && !item.carriers.isEmpty {
            let list = item.missingThemes.joined(separator: language.separator)
            places.append(language.text(CatalogueLabel.missingTheme, ["list": list]))
        }
        return Line(
            id: row.id, what: what, place: places.joined(separator: "\n"), isMissing: CatalogueReport.isMissing(item))
    }

    private static func line(_ entry: Catalogue.OwnEntry, _ language: Language) -> Line {
        Line(
            id: entry.carrier.key, what: language.name(entry.name, chinese: entry.nameChinese),
            place: place(entry.carrier))
    }

    /// A line for each entry; the same entry in several scenarios, which a part of theirs states, is one.
    private static func places(_ carriers: [Catalogue.Carrier], _ language: Language) -> [String] {
        var entries: [(first: Catalogue.Carrier, count: Int)] = []
        for carrier in carriers {
            if let known = entries.firstIndex(where: { $0.first.keyPath == carrier.keyPath }) {
                entries[known].count += 1
            } else {
                entries.append((carrier, 1))
            }
        }
        return entries.map { first, count in
            guard count > 1 else { return place(first) }
            let entry = language.text(
                CatalogueLabel.alsoIn, ["entry": first.keyPath, "count": language.number(count - 1)])
            return first.scenario + "\n" + entry
        }
    }

    private static func place(_ carrier: Catalogue.Carrier) -> String { carrier.scenario + "\n" + carrier.keyPath }

    private static func rows(_ lines: [Line], on page: inout Page) {
        let language = page.format.language
        var table = TextTable(
            columns: [
                .text(language.text(CatalogueLabel.id), minimum: 5),
                .text(language.text(CatalogueLabel.what), minimum: 24),
                .text(language.text(CatalogueLabel.whereFound), minimum: wholeNames),
            ])
        for line in lines {
            table.append([
                TextTable.Cell(line.id), TextTable.Cell(line.what),
                TextTable.Cell(line.place, style: line.isMissing ? .poor : .plain),
            ])
        }
        page.table(table)
    }
}
