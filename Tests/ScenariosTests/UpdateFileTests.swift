import Foundation
import InputOutput
import Scenarios
import Testing

/// Updates of tables outside a scenario, and those of scenarios.
@Suite struct UpdateFileTests {
    private let sectors = [
        Sector(code: "farm", name: "Farm", group: "primary"),
        Sector(code: "machines", name: "Machines", group: "manufacturing"),
        Sector(code: "chips", name: "Chips", group: "manufacturing"),
    ]

    private func read(_ text: String) throws(ScenarioError) -> TableUpdate {
        try UpdateFile.read("update.yaml", sectors: sectors, fileSystem: files(["update.yaml": text]))
    }

    private static let body = """
        table_year: 2020
        year: 2022
        groups: {half: {chips: 0.5}}
        observations: data/observations.csv
        drift: {from: data/table.csv, to: data/later-table.csv, years: 2018..2022}
        local_demand: 30%
        controls:
          - {id: gdp, value_added: all, is: gdp}
          - {id: manufacturing, value_added: manufacturing, is: manufacturing_share, of: gdp}
          - {id: chips, output: half, growth: growth_chips, relative_to: gdp}

        """

    @Test func aFileNamesItsYearsAndGroups() throws {
        let update = try read(Self.body)
        #expect(update.controls.map(\.control.name) == ["gdp", "manufacturing", "chips"])
        #expect(update.controls.map(\.control.weights) == [[1, 1, 1], [0, 1, 1], [0, 0, 0.5]])
        #expect(update.controls[0].control.value == 190)
        #expect(abs(try #require(update.controls[2].control.growth).rate - (1.15 * 1.12 - 1)) < 1e-12)
        #expect(update.controls.letters == ["gdp": .a, "manufacturing": .b, "chips": .u])
        #expect(update.localDemand == 0.3 && update.drift != nil && update.table == nil)
    }

    /// What a scenario does to its table is what the file with the same keys does.
    @Test func aScenarioServesAsWell() throws {
        let scenario = try UpdateFile.read("valid.yaml", sectors: nil, fileSystem: files())
        #expect(scenario.controls.map(\.control.name) == ["gdp", "manufacturing", "chips", "farm"])
        #expect(
            scenario.table == "data/table.csv" && scenario.driftOrigin?.sharedYears == 2
                && scenario.driftOrigin?.years == 2018...2022)
    }

    @Test func whatIsWrongIsNamedWithItsPlace() {
        func message(_ text: String) -> String {
            do throws(ScenarioError) {
                _ = try read(text)
                return "none"
            } catch { return error.description }
        }
        let text = Self.body.replacingOccurrences(of: "is: gdp}", with: "is: gdb}")
            .replacingOccurrences(of: "year: 2022", with: "yaer: 2022")
        let found = message(text)
        #expect(found.contains("update.yaml:2:1: yaer: unknown key"))
        #expect(found.contains("year"))
        #expect(
            message(Self.body.replacingOccurrences(of: "is: gdp}", with: "is: gdb}")).contains("did you mean `gdp`?"))
    }
}
