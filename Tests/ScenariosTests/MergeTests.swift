import Scenarios
import Testing

@Suite struct MergeTests {
    @Test("Maps merge by key; the file that extends wins")
    func maps() throws {
        let scenario = try loadOverlay("name: Other\neconomy: {growth: {government: 2%}}\n")
        #expect(scenario.name == "Other")
        #expect(scenario.region == "valley")
        #expect(scenario.start == 2022)
        #expect(scenario.end == 2027)
        #expect(scenario.members == 5000)
        #expect(scenario.seed == 7)
        #expect(
            scenario.economy.growth.map(\.category) == [
                "household", "government", "fixed_capital", "export", "outflow",
            ])
        #expect(scenario.economy.growth[1].rate.distribution == .constant(0.02))
        #expect(scenario.id == "test")
    }

    @Test("Lists merge by id: items are changed in place, new ones follow, null removes one by id")
    func lists() throws {
        let changed = try loadOverlay(
            "targets:\n  - {id: total, by: 2026}\n  - {id: extra, indicator: {total: parks}, goal: at least 1 亿元, by: 2025}\n"
        )
        #expect(
            changed.targets.map(\.id) == [
                "total", "listed", "large", "at-least", "north", "growth", "level", "share", "extra",
            ])
        #expect(changed.targets[0].deadline == 2026)
        #expect(changed.targets[0].nameChinese == "园区总产值")
        let fewer = try loadOverlay("targets: {listed: null, total: {by: 2026}}\nlevers: []\n")
        #expect(fewer.targets.map(\.id) == ["total", "large", "at-least", "north", "growth", "level", "share"])
        #expect(fewer.targets[0].deadline == 2026)
        #expect(fewer.levers.isEmpty)
    }

    @Test("null removes a key")
    func removal() throws {
        let scenario = try loadOverlay("note: null\nportfolios: {parks: {entry: ~}}\n")
        #expect(scenario.note == nil)
        #expect(scenario.portfolios[0].entry == nil)
    }

    @Test("A distribution replaces one of another form, source and all, and changes one of the same form by key")
    func distributions() throws {
        let other = try loadOverlay("economy: {growth: {export: {uniform: [1%, 2%]}}}\n").economy.growth[3].rate
        #expect(other.distribution.shape == .uniform(low: 0.01, high: 0.02))
        #expect(other.source == nil)
        #expect(other.quality == nil)
        let same = try loadOverlay("economy: {growth: {export: {p95: 9%}}}\n").economy.growth[3].rate
        #expect(abs(same.distribution.quantile(0.95) - 0.09) < 1e-12)
        #expect(same.source == "Exporters")
        let total = try loadOverlay("portfolios: {parks: {total: {value: 150 亿元}}}\n").portfolios[0].total
        #expect(total?.year == 2021)
        #expect(total?.value.distribution == .constant(150))
        #expect(total?.value.quality == nil)
    }

    @Test("An indicator and weights are replaced whole")
    func wholes() throws {
        let scenario = try loadOverlay(
            "targets: [{id: large, indicator: {cumulative: parks}}]\nportfolios: {parks: {unnamed: {weights: {farm: 1}}}}\n"
        )
        #expect(scenario.targets[2].headline.indicator == .cumulative(portfolio: "parks"))
        #expect(scenario.portfolios[0].unnamed?.weights == [1, 0, 0])
    }

    @Test("Several files are merged in their order, the same one twice is no circle")
    func severalBases() throws {
        let memory = [
            "a.yaml": "extends: valid.yaml\nname: A\nnote: from A\n", "b.yaml": "extends: defaults.yaml\nname: B\n",
        ]
        let scenario = try load("extends: [a.yaml, b.yaml]\n", with: memory)
        #expect(scenario.name == "B")
        #expect(scenario.note == "from A")
        #expect(scenario.end == 2030)
        #expect(
            scenario.inputs.prefix(5).map(\.path) == ["test.yaml", "a.yaml", "valid.yaml", "defaults.yaml", "b.yaml"])
    }

    @Test("Paths resolve from the file that names them")
    func paths() throws {
        let deep = "extends: ../../valid.yaml\neconomy: {update: {drift: {from: ../../data/table.csv}}}\n"
        let scenario = try ScenarioLoader(fileSystem: files(["a/b/deep.yaml": deep])).load(path: "a/./b/../b/deep.yaml")
            .scenario
        #expect(scenario.economy.tableFile == "data/table.csv")
        #expect(scenario.id == "deep")
        #expect(scenario.inputs.map(\.path).contains("data/later-table.csv"))
    }

    @Test("An absolute path outside the working directory stays absolute")
    func absolutePaths() throws {
        let elsewhere = FileAccess(workingDirectory: "/nowhere", read: FileAccess.real(in: "/nowhere").read)
        let scenario = try ScenarioLoader(fileSystem: elsewhere).load(path: fixtures + "/valid.yaml").scenario
        #expect(scenario.inputs[1].path == fixtures + "/defaults.yaml")
    }

    @Test("A long chain of files ends")
    func chain() {
        var memory: [String: String] = [:]
        for index in 0..<20 { memory["f\(index).yaml"] = "extends: f\(index + 1).yaml\n" }
        #expect(
            diagnostics("extends: f0.yaml\n", with: memory)
                == "f14.yaml:1:10: extends: more than 16 files extend each other")
    }

    @Test("The merged tree, written as YAML, loads to the same scenario from anywhere")
    func resolvedYAML() throws {
        let scenario = try loadOverlay("note: \"tricky: 'text' # {\\n\\\\ \"\n")
        let again = try load(scenario.resolvedYAML)
        #expect(again.resolvedYAML == scenario.resolvedYAML)
        #expect(again.note == "tricky: 'text' # {\n\\ ")
        #expect(again.targets.map(\.goal) == scenario.targets.map(\.goal))
        #expect(again.economy.table == scenario.economy.table)
        #expect(scenario.resolvedYAML.contains("table: data/table.csv\n"))
    }
}
