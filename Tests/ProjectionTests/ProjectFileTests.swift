import Scenarios
import TestSupport
import Testing

/// Registers of projects as they are read.
@Suite struct ProjectFileTests {
    private func read(_ projects: [String], levers: [String] = [], columns: [String] = []) throws -> Scenario {
        var fixture = ScenarioFixture()
        fixture.projectColumns = columns
        fixture.units = ["one,goods:1,100,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.levers = levers
        fixture.projects = projects
        return try fixture.scenario()
    }

    @Test func eachRowIsALeverThatSaysWhereItComesFrom() throws {
        let levers = try read(["plant,goods,40,,,2024..2025,4,0.5,1,0.2", "park,one,60,50,70,2023,1,1,0.8,0"]).levers
        #expect(levers.map(\.id) == ["plant", "park"])
        #expect(levers.map(\.from) == [2024, 2023])
        #expect(levers[1].reason == "test" && levers[1].location.line == 3 && levers[1].because == nil)
        guard case .project(let plant) = levers[0].effect, case .project(let park) = levers[1].effect else {
            Issue.record("kinds of the levers")
            return
        }
        #expect(plant.host == .group("goods") && park.host == .unit("one", portfolio: "firms"))
        #expect(park.probability.distribution.median == 0.8 && abs(park.capacity.distribution.median - 60) < 1e-9)
    }

    @Test(arguments: [
        ("pl ant,goods,40,,,2024,4,0.5,1,0.2", "id: found \"pl ant\""),
        ("plant,goodz,40,,,2024,4,0.5,1,0.2", "plant.host: found \"goodz\""),
        ("plant,goods,-4,,,2024,4,0.5,1,0.2", "plant.capacity: found -4, expected a number of 0 or more"),
        ("plant,goods,,,,2024,4,0.5,1,0.2", "plant.capacity: found an empty cell, expected a number"),
        ("plant,goods,40,30,,2024,4,0.5,1,0.2", "plant.capacity_high: found one end of a range"),
        ("plant,goods,40,,,soon,4,0.5,1,0.2", "plant.start: found \"soon\", expected a year or years"),
        ("plant,goods,40,,,2022,4,0.5,1,0.2", "plant.start: found \"2022\", expected a year after the base year 2022"),
        ("plant,goods,40,,,2026,4,0.5,1,0.2", "plant.start: found \"2026\", expected a first year from 2023 to 2025"),
        ("plant,goods,40,,,2024,4,1.5,1,0.2", "plant.utilisation: found 1.5, expected a number from 0 to 1"),
        ("plant,goods,40,,,2024,4,0.5,2,0.2", "plant.probability: found 2, expected a number from 0 to 1"),
        ("plant,goods,40,,,2024,4,0.5,1,x", "\"x\" in column \"displaced\" is not a number"),
        ("push,goods,40,,,2024,4,0.5,1,0.2", "push.id: the id \"push\" is taken already, by the lever at"),
    ])
    func everyErrorNamesFileAndLine(row: String, message: String) throws {
        do throws(any Error) {
            _ = try read(
                ["sound,goods,40,,,2024,4,0.5,1,0.2", row],
                levers: ["{id: push, kind: price, group: goods, rate: 1%, reason: t}"])
            Issue.record("\(row) was read")
        } catch {
            let text = "\(error)"
            #expect(text.contains("projects.csv:3: "), "\(text)")
            #expect(text.contains(message), "\(text)")
        }
    }

    @Test func aStartThatMayComeAfterTheEndIsRead() throws {
        let lever = try read(["plant,goods,40,,,2025..2028,4,0.5,1,0.2"]).levers[0]
        #expect(lever.from == 2025 && lever.to == 2025)
    }

    @Test func anUncertainProbabilityIsRead() throws {
        let columns = ["probability_low", "probability_high"]
        guard
            case .project(let plant) = try read(
                ["plant,goods,40,,,2024,4,0.5,,0.2,0.2,0.6"], columns: columns
            ).levers[0].effect
        else {
            Issue.record("kind of the lever")
            return
        }
        let distribution = plant.probability.distribution
        #expect(abs(distribution.cumulative(0.2) - 0.05) < 0.01 && abs(distribution.cumulative(0.6) - 0.95) < 0.01)
        #expect(throws: ScenarioError.self) {
            try read(["plant,goods,40,,,2024,4,0.5,0.4,0.2,0.2,1.6"], columns: columns)
        }
    }

    /// The second row has an id that is taken, a start in the base year, and a number that is none.
    @Test func allErrorsOfARowAreReportedAtOnce() throws {
        do throws(any Error) {
            _ = try read(["plant,goods,40,,,2024,4,0.5,1,0.2", "plant,goods,40,,,2022,4,1.5,1,0.2"])
            Issue.record("a row with three errors was read")
        } catch {
            let text = "\(error)"
            for message in [
                "plant.id: the id \"plant\" is taken", "plant.start: found", "plant.utilisation: found 1.5",
            ] {
                #expect(text.contains("projects.csv:3: \(message)"), "\(text)")
            }
        }
    }

    @Test func anIdTwiceAndAMissingSourceAreErrors() throws {
        do throws(any Error) {
            _ = try read(["plant,goods,40,,,2024,4,0.5,1,0.2", "plant,goods,40,,,2024,4,0.5,1,0.2"])
            Issue.record("an id was read twice")
        } catch {
            #expect("\(error)".contains("the id \"plant\" is taken already, on line 2"))
        }
    }
}
