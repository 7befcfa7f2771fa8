import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// What projects of a register add to the fixture, against L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002.
@Suite struct ProjectTests {
    private var fixture: ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.end = 2026
        return fixture
    }

    private let goods = (1...4).map { output(0, $0) }

    /// Output of goods over that of the base year, by year and member.
    private func added(_ projects: [String], members: Int = 1) throws -> [[Double]] {
        var fixture = fixture
        fixture.projects = projects
        return try memberValues(fixture.scenario(), members: members, goods).map { $0.map { $0 - 1000 } }
    }

    /// 100 亿元, half used, a fifth displaced: 40 in full use, from 2024 on, a quarter of it more each year; each yuan of
    /// goods sold takes 0.9525 / 0.8002 of goods made.
    @Test func aProjectSellsItsRampOutsideTheRegion() throws {
        let found = try added(["plant,goods,100,,,2024,4,0.5,1,0.2"])
        for (year, share) in [0, 0.25, 0.5, 0.75].enumerated() {
            #expect(abs(found[year][0] - 40 * share * 0.9525 / 0.8002) < 1e-9)
        }
    }

    /// Goods sell 200 and services 100 outside the region.
    @Test func aGroupHostsAProjectInProportionToItsSalesOutside() throws {
        let found = try added(["plant,all,30,,,2023,1,1,1,0"])
        #expect(abs(found[0][0] - (20 * 0.9525 + 10 * 0.2) / 0.8002) < 1e-9)
    }

    @Test(arguments: ["plant,goods,100,,,2023,1,0.5,0,0", "plant,goods,100,,,2023,1,0.5,1,1"])
    func whatDoesNotComeAboutOrIsAllDisplacedChangesNothing(project: String) throws {
        var everything = ScenarioFixture.everything()
        let quantities = [output(0, 3), output(1, 3), total(3)]
        let before = try memberValues(everything.scenario(), members: 300, quantities)
        everything.projects = [project]
        #expect(try memberValues(everything.scenario(), members: 300, quantities) == before)
    }

    /// The same members have it in every year, whatever else the register holds.
    @Test func chanceIsDrawnOncePerMemberByTheProjectsId() throws {
        let plant = "plant,goods,100,,,2023,1,1,0.3,0"
        let found = try added([plant], members: 2000)
        let exists = found[0].map { $0 > 1 }
        #expect(abs(Double(exists.count { $0 }) / 2000 - 0.3) < 4 * (0.21 / 2000).squareRoot())
        #expect(found[3].map { $0 > 1 } == exists)
        let beside = try added(["other,services,0,,,2023,1,1,0.5,0", plant], members: 2000)
        #expect(largestDifference(beside[0].map { $0 + 1000 }, found[0].map { $0 + 1000 }) < 1e-12)
    }

    /// In 90 of 100 members the chance lies between 0.2 and 0.6; whether a project comes about goes with the member's chance.
    @Test func anUncertainChanceIsDrawnAndDecides() throws {
        var fixture = fixture
        fixture.projectColumns = ["probability_low", "probability_high"]
        fixture.projects = ["plant,goods,100,,,2023,1,1,,0,0.2,0.6"]
        let found = try memberValues(
            fixture.scenario(), members: 4000, [output(0, 1), input("lever plant: probability")])
        let (exists, chances) = (found[0].map { $0 > 1001 ? 1.0 : 0 }, found[1])
        #expect(abs(Double(chances.count { $0 < 0.2 || $0 > 0.6 }) / 4000 - 0.1) < 0.02)
        #expect(abs(mean(exists) - mean(chances)) < 4 * (0.24 / 4000).squareRoot())
        #expect(correlation(exists, chances) > 0.15)
    }

    @Test func everyYearOfAStartIsAsLikely() throws {
        let found = try added(["plant,goods,100,,,2023..2025,1,1,1,0"], members: 3000)
        for (year, share) in [1.0 / 3, 2.0 / 3, 1, 1].enumerated() {
            let started = Double(found[year].count { $0 > 1 }) / 3000
            #expect(abs(started - share) <= 4 * (share * (1 - share) / 3000).squareRoot())
        }
    }

    /// Capacity of 50 to 150 in 90 of 100 members, the same in every year.
    @Test func anUncertainCapacityIsDrawnWithinItsRange() throws {
        let found = try added(["plant,goods,,50,150,2023,1,1,1,0"], members: 2000)
        let outside = found[0].map { $0 * 0.8002 / 0.9525 }.count { $0 < 50 || $0 > 150 }
        #expect(abs(Double(outside) / 2000 - 0.1) < 0.03)
        #expect(largestDifference(found[0], found[3]) < 1e-9)
    }

    /// Goods become 2% dearer a year: the host has 100 · 1.02 and 40 at the price of the year, its neighbour 50 · 1.02. What
    /// is there grows with the unit afterwards.
    @Test func aUnitGainsItsProjectAndItsNeighboursDoNot() throws {
        var fixture = fixture
        fixture.table = ScenarioFixture.separate
        fixture.prices = "[{id: producer, group: goods, later: 2%}]"
        fixture.units = ["one,goods:1,100,,", "two,goods:1,50,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.projects = ["plant,one,80,,,2023,2,0.5,1,0"]
        let found = try memberValues(
            fixture.scenario(), members: 1, [size(0, 1), size(1, 1), output(0, 1), size(0, 2), size(1, 2), size(0, 3)])
        let expected = [120 * 1.02, 51, 1020, 140 * 1.0404, 50 * 1.0404, 140 * 1.061208]
        #expect(largestDifference(found.map { $0[0] }, expected) < 1e-12)
    }

    /// High-tech is half of goods: a project in goods is as much high-tech as its sector, one in high-tech all of it.
    @Test func aPartOfASectorGrowsWithTheProjectsOfItsGroup() throws {
        var fixture = fixture
        fixture.table = ScenarioFixture.separate
        fixture.groups = "{tech: {goods: 0.5}}"
        func share(_ host: String) throws -> Double {
            fixture.projects = ["plant,\(host),100,,,2023,1,1,1,0"]
            return try memberValues(fixture.scenario(), members: 1, [part("tech", 1)])[0][0]
        }
        #expect(abs(try share("tech") - 600 / 1100) < 1e-12)
        #expect(abs(try share("goods") - 0.5) < 1e-12)
    }

    /// A group's share in the value added of goods.
    private func part(_ group: String, _ year: Int) -> MemberQuantity {
        { block, member in
            var values = [0.0, 0.0]
            for (index, name) in [group, "goods"].enumerated() {
                let measure = try! GroupMeasure(name, measure: .valueAdded, model: block.model)
                let column = BlockColumns(rows: block.economy.outputs[0].rows, columns: 1)
                measure.evaluate(block.economy, year: year, constantPrices: false, into: column.column(0))
                values[index] = column.column(0)[member]
            }
            return values[0] / values[1]
        }
    }
}
