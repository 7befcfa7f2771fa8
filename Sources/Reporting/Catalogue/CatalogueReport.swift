import Scenarios

/// What `milepost regions` says.
public enum CatalogueReport {
    /// All regions with counts.
    ///
    /// - Parameter folder: where the scenarios and data are, as the page names it.
    /// - Returns: data with a row per region: scenarios, rows of the source by kind, those that are missing, tables,
    ///   and figures by quality letter.
    public static func overview(_ catalogue: Catalogue, folder: String) -> WorkbenchReport {
        WorkbenchReport(data: overviewData(catalogue)) { format in overviewText(catalogue, folder, format) }
    }

    /// One region: its rows of the source and where each is found, and its data.
    ///
    /// - Returns: data with a row per row of the source and place where it is found, per entry of a scenario that stands
    ///   for none, and per data file.
    public static func region(_ region: Catalogue.Region, of catalogue: Catalogue) -> WorkbenchReport {
        WorkbenchReport(data: RegionPage.data(region)) { format in RegionPage.text(region, catalogue, format) }
    }

    private static func overviewData(_ catalogue: Catalogue) -> DataTable {
        let kinds = SourceRow.Kind.allCases
        var data = DataTable(
            columns: ["region", "scenarios"] + kinds.map { "rows_\($0.rawValue)" } + [
                "rows_missing", "tables", "files",
            ]
                + Quality.allCases.map { "figures_\($0.rawValue.lowercased())" })
        for region in catalogue.regions {
            let counts = kinds.map { kind in region.items.count { $0.row.kind == kind } }
            let qualities = total(region.files)
            var cells: [DataTable.Cell] = [.text(region.id), .integer(region.scenarios.count)]
            cells += counts.map { .integer($0) }
            cells += [
                .integer(region.items.count(where: isMissing)), .integer(tables(region)), .integer(region.files.count),
            ]
            data.append(cells + Quality.allCases.map { .integer(qualities[$0] ?? 0) })
        }
        return data
    }

    private static func overviewText(_ catalogue: Catalogue, _ folder: String, _ format: TextFormat) -> String {
        let language = format.language
        var page = Page(format: format)
        page.heading(language.text(CatalogueLabel.title), rule: true)
        page.blank()
        page.paragraph(language.text(CatalogueLabel.folderIs, ["path": folder]))
        verdict(catalogue, on: &page)
        page.blank()
        statements(catalogue.regions, on: &page)
        page.blank()
        page.paragraph(language.text(CatalogueLabel.statementsNote), style: .faint)
        page.heading(language.text(CatalogueLabel.dataByRegion))
        figures(catalogue.regions, on: &page)
        page.blank()
        page.paragraph(language.text(CatalogueLabel.figuresNote), style: .faint)
        if !catalogue.sharedFiles.isEmpty {
            page.heading(language.text(CatalogueLabel.sharedData))
            files(catalogue.sharedFiles, on: &page)
        }
        page.blank()
        page.paragraph(language.text(CatalogueLabel.seeRegion))
        return page.text
    }

    /// Scenarios, rows of the list, and entries of scenarios that stand for none.
    private static func statements(_ regions: [Catalogue.Region], on page: inout Page) {
        let language = page.format.language
        var table = TextTable(
            columns: [.text(language.text(CatalogueLabel.region))]
                + [CatalogueLabel.scenarios, .targets, .instruments, .commitments, .points, .missingRows].map {
                    .number(language.text($0))
                })
        for region in regions {
            func rows(_ kinds: SourceRow.Kind...) -> Int { region.items.count { kinds.contains($0.row.kind) } }
            func own(_ part: Catalogue.Carrier.Part) -> Int { region.ownEntries.count { $0.carrier.part == part } }
            append(
                [
                    region.scenarios.count, rows(.target) + own(.targets), rows(.instrument),
                    rows(.commitment) + own(.commitments), rows(.expert, .context),
                    region.items.count(where: isMissing),
                ], named: region.id, to: &table)
        }
        page.table(table)
    }

    private static func figures(_ regions: [Catalogue.Region], on page: inout Page) {
        let language = page.format.language
        var table = TextTable(
            columns: [.text(language.text(CatalogueLabel.region))]
                + [CatalogueLabel.files, .tables].map { .number(language.text($0)) }
                + Quality.allCases.map { .number($0.rawValue) })
        for region in regions {
            let qualities = total(region.files)
            append(
                [region.files.count, tables(region)] + Quality.allCases.map { qualities[$0] ?? 0 }, named: region.id,
                to: &table)
        }
        page.table(table)
    }

    private static func append(_ counts: [Int], named name: String, to table: inout TextTable) {
        let cells = [name] + counts.map { $0 == 0 ? "–" : String($0) }
        table.append(cells.map { TextTable.Cell($0) })
    }

    /// Whether every row is carried, and what is wrong in the folder.
    private static func verdict(_ catalogue: Catalogue, on page: inout Page) {
        let language = page.format.language
        let missing = catalogue.missing
        let all = String(catalogue.regions.reduce(0) { $0 + $1.items.count })
        if let path = catalogue.sourceList {
            missing.isEmpty
                ? page.paragraph(
                    language.text(CatalogueLabel.allCarried, ["count": all, "path": path]), style: .strong)
                : page.paragraph(
                    language.text(
                        CatalogueLabel.someMissing,
                        [
                            "count": String(missing.count), "all": all, "path": path,
                            "list": missing.map(\.row.id).joined(separator: language.separator),
                        ]), style: .poor)
        } else {
            page.paragraph(language.text(CatalogueLabel.noList))
        }
        for (id, carrier) in catalogue.unknownSources {
            page.paragraph(
                language.text(
                    CatalogueLabel.unknownSource, ["entry": carrier.keyPath, "scenario": carrier.scenario, "id": id]),
                style: .poor)
        }
        for failure in catalogue.failures {
            page.paragraph(language.text(CatalogueLabel.unreadable, ["path": failure.path]), style: .poor)
        }
    }

    // MARK: Shared with the page of a region

    static func isMissing(_ item: Catalogue.Item) -> Bool { item.carriers.isEmpty || !item.missingThemes.isEmpty }

    /// `A 12 B 30`, a dash where no figure carries a letter.
    static func profile(_ qualities: [Quality: Int]) -> String {
        let parts = Quality.allCases.compactMap { letter in qualities[letter].map { "\(letter.rawValue) \($0)" } }
        return parts.isEmpty ? "–" : parts.joined(separator: " ")
    }

    static func files(_ files: [DataFile], on page: inout Page) {
        let language = page.format.language
        var table = TextTable(
            columns: [
                .text(language.text(CatalogueLabel.file), minimum: 30),
                .text(language.text(CatalogueLabel.holds), minimum: 12),
                .text(language.text(CatalogueLabel.quality), minimum: 12),
            ])
        for file in files {
            let cells = [file.path, language.text(label(file.content)), profile(file.qualities)]
            table.append(cells.map { TextTable.Cell($0) })
        }
        page.table(table)
    }

    private static func total(_ files: [DataFile]) -> [Quality: Int] {
        files.reduce(into: [:]) { total, file in total.merge(file.qualities, uniquingKeysWith: +) }
    }

    private static func tables(_ region: Catalogue.Region) -> Int { region.files.count { $0.content == .table } }

    private static func label(_ content: DataFile.Content) -> CatalogueLabel {
        switch content {
        case .table: .table
        case .observations: .observations
        case .units: .units
        case .projects: .projects
        case .controls: .controls
        case .panel: .panel
        case .other: .other
        }
    }
}
