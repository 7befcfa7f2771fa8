import CSV
import Foundation
import Scenarios
import Testing

/// Which scenario carries which row of the source, on a folder in memory and on the one that ships.
@Suite struct CatalogueTests {
    private static let list = """
        id,region,kind,subject_en,subject_zh,theme
        S1,valley,target,Output of the parks,园区总产值,robots
        S2,valley,instrument,A fund,基金,
        S3,valley,commitment,A chip festival,芯片节,elsewhere
        S4,valley,commitment,Nobody cares,无人问津,
        S5,hills,expert,Think twice,三思,clever_farms|robots

        """

    private static let folder = [
        "seeds/targets.csv": list,
        "seeds/valley/figures.csv": "indicator,year,value,unit,quality\na,2020,1,,A\na,2021,1,,B\nb,2021,1,,B\n",
        "seeds/valley/panel.csv": "region,year,value\nx,2020,1\nx,2021,2\n",
        "seeds/valley/shares.csv": "region,year,part,value\nx,2020,a,1\nx,2020,b,2\n",
        "scenarios/defaults.yaml": "schema: 1\nextends: ../fixtures/valid.yaml\nname: null\n",
        "scenarios/valley/base.yaml": """
        schema: 1
        extends: ../defaults.yaml
        name: Base
        targets: [{id: total, source: "S1, of the plan", theme: [robots]}]
        commitments: [{id: S3, subject: A chip festival}]
        """,
        "scenarios/valley/overlay.yaml": """
        schema: 1
        extends: base.yaml
        name: Overlay
        levers:
          - {id: fund, source: S2}
          - {id: more, source: [S2, S9]}
        """,
        "scenarios/hills/other.yaml": """
        schema: 1
        extends: ../defaults.yaml
        name: Other
        region: hills
        commitments: [{id: S5, subject: Think twice, theme: clever_farms}]
        """,
        "scenarios/valley/broken.yaml": "schema: 1\nextends: base.yaml\nregion: [valley]\n",
    ]

    private static func access(_ memory: [String: String]) -> FileAccess {
        let disk = FileAccess.real(in: fixtures)
        return FileAccess(
            workingDirectory: "/home",
            read: { path in
                memory[path].map { Array($0.utf8) }
                    ?? (path.hasPrefix("fixtures/") ? disk.read(String(path.dropFirst("fixtures/".count))) : nil)
            },
            names: { folder in
                let prefix = folder == "." ? "" : folder + "/"
                return Set(
                    memory.keys.filter { $0.hasPrefix(prefix) }.compactMap {
                        $0.dropFirst(prefix.count).split(separator: "/").first.map(String.init)
                    }
                ).sorted()
            })
    }

    private let catalogue: Catalogue

    init() throws {
        let access = Self.access(Self.folder)
        catalogue = Catalogue(access, source: try SourceList(path: "seeds/targets.csv", fileSystem: access))
    }

    private func item(_ id: String) throws -> Catalogue.Item {
        try #require(catalogue.regions.flatMap(\.items).first { $0.row.id == id })
    }

    @Test func regionsAreThoseOfTheListInItsOrder() {
        #expect(catalogue.regions.map(\.id) == ["valley", "hills"])
        #expect(
            catalogue.regions.map { $0.scenarios.map(\.name) } == [["valley/base", "valley/overlay"], ["hills/other"]])
    }

    /// A target by a word of its source, a lever by its sources, a commitment by its id; an overlay that only inherits
    /// an entry does not carry it a second time.
    @Test func carriersAreTheEntriesThatStateARow() throws {
        func places(_ id: String) throws -> [String] { try item(id).carriers.map { "\($0.scenario) \($0.keyPath)" } }
        #expect(try places("S1") == ["valley/base targets[total]"])
        #expect(try places("S2") == ["valley/overlay levers[fund]", "valley/overlay levers[more]"])
        #expect(try places("S3") == ["valley/base commitments[S3]"])
        #expect(try places("S4") == [])
        #expect(try places("S5") == ["hills/other commitments[S5]"])
    }

    /// A part that several scenarios extend: each carries its entries, that of the row's own region first.
    @Test func entriesOfASharedPartAreCarriedByEachOfItsScenarios() throws {
        var folder = Self.folder
        folder["scenarios/shared.part.yaml"] = "schema: 1\nlevers: [{id: fund, source: S5}]\n"
        folder["scenarios/hills/more.yaml"] = "schema: 1\nextends: [other.yaml, ../shared.part.yaml]\nname: More\n"
        folder["scenarios/valley/again.yaml"] = "schema: 1\nextends: [base.yaml, ../shared.part.yaml]\nname: Again\n"
        let access = Self.access(folder)
        let catalogue = Catalogue(access, source: try SourceList(path: "seeds/targets.csv", fileSystem: access))
        let carriers = catalogue.regions.flatMap(\.items).first { $0.row.id == "S5" }?.carriers
        #expect(
            carriers?.map { "\($0.scenario) \($0.keyPath)" } == [
                "hills/more levers[fund]", "hills/other commitments[S5]", "valley/again levers[fund]",
            ])
    }

    /// Dated projects are found in their register.
    @Test func projectsOfARegisterAreEntries() throws {
        var folder = Self.folder
        folder["seeds/valley/projects.csv"] = """
            id,host,capacity,start,ramp,utilisation,probability,displaced,source
            plant,chips,10,2025,2,0.8,0.5,0.3,Press

            """
        folder["scenarios/valley/projects.yaml"] =
            "schema: 1\nextends: base.yaml\nname: Projects\nprojects: ../../seeds/valley/projects.csv\n"
        let access = Self.access(folder)
        let region = try Catalogue(access, source: nil).region("valley")
        #expect(region.ownEntries.map(\.carrier.keyPath).contains("projects[plant]"))
        #expect(region.files.first { $0.path.hasSuffix("projects.csv") }?.content == .projects)
    }

    @Test func missingAreRowsAndIndustriesThatNoScenarioHas() throws {
        #expect(try item("S1").missingThemes == [])
        #expect(try item("S3").missingThemes == ["elsewhere"])
        // Robots are projected in every scenario, as the base of all has them.
        #expect(try item("S5").missingThemes == [])
        #expect(catalogue.missing.map(\.row.id) == ["S3", "S4"])
        #expect(catalogue.unknownSources.map { "\($0.id) \($0.carrier.keyPath)" } == ["S9 levers[more]"])
    }

    @Test func brokenScenariosAreNamedAndPartsAreNot() {
        #expect(catalogue.failures.map(\.path) == ["scenarios/valley/broken.yaml"])
        #expect(catalogue.failures[0].error.description.contains("region"))
    }

    @Test func filesHaveContentAndQuality() throws {
        let files = try catalogue.region("valley").files
        #expect(files.map(\.content) == [.observations, .panel, .other])
        #expect(files.map(\.rows) == [3, 2, 2])
        #expect(files[0].qualities == [.a: 1, .b: 2] && files[1].qualities.isEmpty)
        #expect(catalogue.sharedFiles.map(\.path) == ["seeds/targets.csv"])
        #expect(try catalogue.region("valley").filesFromElsewhere.contains("fixtures/data/table.csv"))
    }

    @Test func anUnknownRegionIsAnErrorWithTheNearestName() {
        let error = #expect(throws: ScenarioError.self) { try catalogue.region("vally") }
        #expect(error?.description == "/home: found no region \"vally\"\n    did you mean `valley`?")
    }

    @Test func aListWithMistakesIsRefusedWhole() {
        let access = Self.access(["list.csv": "id,region,kind,subject_en\nA,x,wish,a\nB,x,target,b\nB,x,target,b\n"])
        let error = #expect(throws: ScenarioError.self) { try SourceList(path: "list.csv", fileSystem: access) }
        #expect(
            error?.diagnostics.map(\.description) == [
                "list.csv:2: A.kind: found \"wish\", expected one of target, instrument, commitment, expert, context",
                "list.csv:4: B.id: the id stands on line 3 already",
            ])
    }

    /// A folder of one's own, with scenario and data side by side and no list.
    @Test func aFlatFolderWithoutAList() throws {
        let memory = [
            "mine.yaml": "schema: 1\nextends: fixtures/valid.yaml\nname: Mine\n",
            "mapping.yaml": "sectors: [a]\n", "figures.csv": "indicator,year,value\n",
        ]
        let catalogue = Catalogue(Self.access(memory), source: nil)
        #expect(catalogue.regions.map(\.id) == ["valley"])
        #expect(catalogue.failures.isEmpty && catalogue.missing.isEmpty)
        let region = try catalogue.region("valley")
        #expect(region.scenarios.map(\.name) == ["mine"])
        #expect(region.ownEntries.count == 8 + 3 + 7)
        #expect(catalogue.sharedFiles.map(\.path) == ["figures.csv"])
    }
}

/// What ships carries every row of the source, found here without the catalogue.
@Suite struct ShippedSourceTests {
    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    private struct Row {
        var id: String
        var region: String
        var themes: [String]
    }

    private let rows: [Row]
    private let scenarios: [Scenario]

    init() throws {
        let disk = FileAccess.real(in: Self.repository)
        let csv = try CSVFile(bytes: try #require(disk.read("seeds/targets.csv")), path: "targets.csv")
        let columns = try ["id", "region", "theme"].map { try csv.requiredColumn($0) }
        rows = csv.rows.map {
            Row(
                id: $0[columns[0]], region: $0[columns[1]],
                themes: $0[columns[2]].split(separator: "|").map(String.init))
        }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.repository + "/scenarios").filter {
            $0.contains("/") && $0.hasSuffix(".yaml") && !$0.hasSuffix(".part.yaml")
        }
        scenarios = try paths.map { try ScenarioLoader(fileSystem: disk).load(path: "scenarios/" + $0).scenario }
    }

    private func carries(_ scenario: Scenario, _ id: String) -> Bool {
        scenario.targets.contains { $0.source == id } || scenario.commitments.contains { $0.id == id }
            || scenario.levers.contains { $0.source.contains(id) }
    }

    @Test func everyRowIsCarriedInItsRegion() {
        #expect(rows.count == 79)
        for row in rows {
            #expect(scenarios.contains { $0.region == row.region && carries($0, row.id) }, "\(row.id)")
        }
    }

    @Test func everyIndustryThatARowNamesIsProjectedThere() {
        for row in rows {
            for theme in row.themes {
                let projected = scenarios.contains { scenario in
                    scenario.region == row.region && carries(scenario, row.id)
                        && scenario.themes.contains { $0.id == theme }
                }
                #expect(projected, "\(theme) of \(row.id)")
            }
        }
    }

    /// What the bridge from industries to sectors has, some row names or the general mix needs.
    @Test func everyIndustryOfTheBridgeIsProjectedSomewhere() throws {
        let disk = FileAccess.real(in: Self.repository)
        let csv = try CSVFile(bytes: try #require(disk.read("seeds/themes.csv")), path: "themes.csv")
        let column = try csv.requiredColumn("theme")
        let projected = Set(scenarios.flatMap { $0.themes.map(\.id) })
        #expect(Set(csv.rows.map { $0[column] }).subtracting(projected) == [])
    }

    /// The catalogue says the same.
    @Test func theCatalogueAgrees() throws {
        let disk = FileAccess.real(in: Self.repository)
        let catalogue = Catalogue(disk, source: try SourceList(path: "seeds/targets.csv", fileSystem: disk))
        #expect(catalogue.regions.flatMap(\.items).map(\.row.id).sorted() == rows.map(\.id).sorted())
        #expect(catalogue.missing.isEmpty)
        #expect(catalogue.failures.isEmpty)
        #expect(catalogue.unknownSources.isEmpty)
        #expect(catalogue.regions.flatMap(\.scenarios).count == scenarios.count)
        for item in catalogue.regions.flatMap(\.items) {
            for carrier in item.carriers {
                let entry = try #require(catalogue.regions.flatMap(\.scenarios).first { $0.name == carrier.scenario })
                #expect(carries(entry.scenario, item.row.id))
            }
        }
    }
}
