import Projection
import Scenarios
import TestSupport
import Testing

/// Outputs, prices and sizes of the named units, at the end and the year before.
private let quantities: [MemberQuantity] =
    [2, 3].flatMap { [output(0, $0), output(1, $0), price(0, $0)] }
    + [1, 3].flatMap { year in (0..<4).map { size($0, year) } }

/// A member's draws depend on seed, item, year and member alone.
@Suite struct SameLuckTests {
    @Test(arguments: [2, 8]) func membersHaveTheSameBytesForEveryNumberOfThreads(threads: Int) throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let all = quantities + [total(3), active(3), cumulative(3)]
        let one = try memberValues(scenario, members: 1000, threads: 1, all)
        #expect(try memberValues(scenario, members: 1000, threads: threads, all) == one)
    }

    @Test(arguments: [8, 256, 512]) func membersAgreeForEveryBlockSize(blockSize: Int) throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let all = quantities + [total(3), active(3), cumulative(3)]
        let values = try memberValues(scenario, members: 1000, blockSize: 64, all)
        for (a, b) in zip(values, try memberValues(scenario, members: 1000, blockSize: blockSize, all)) {
            #expect(a.count == 1000 && largestDifference(a, b) <= 1e-12)
        }
    }

    @Test func membersStayTheSameWhenMembersAreAdded() throws {
        let scenario = try ScenarioFixture.everything().scenario()
        let few = try memberValues(scenario, members: 100, quantities)
        let many = try memberValues(scenario, members: 1000, quantities)
        for (a, b) in zip(few, many) { #expect(a == Array(b.prefix(100))) }
    }

    /// Without a total or a known count, which tie the units together.
    @Test func unitsStayTheSameWhenAUnitIsAdded() throws {
        var fixture = ScenarioFixture.everything()
        fixture.portfolio = """
            size: {median: {p5: 20 亿元, p95: 60 亿元}, sd_log: {uniform: [0.3, 0.6]}}, \
            premium: {value: 3% ± 2%, per: unit}, volatility: {at: 50 亿元, sd: 20%, size_exponent: 0.2, common: 20%}, \
            exit: 3%
            """
        fixture.targets = []
        let before = try memberValues(fixture.scenario(), members: 200, quantities)
        fixture.units.append("epsilon,goods:0.3|services:0.7,,,")
        #expect(try memberValues(fixture.scenario(), members: 200, quantities) == before)
    }

    @Test func membersStayTheSameWhenATargetIsAdded() throws {
        var fixture = ScenarioFixture.everything()
        let before = try memberValues(fixture.scenario(), members: 200, quantities)
        fixture.targets.insert(
            "{id: level, indicator: {output: goods}, goal: at least 1200 亿元, by: 2024, "
                + "baseline: {value: 1000 亿元 ± 50 亿元}}", at: 0)
        #expect(try memberValues(fixture.scenario(), members: 200, quantities) == before)
    }

    @Test func yearsBeforeALeverStayTheSameToTheLastBit() throws {
        var fixture = ScenarioFixture.everything()
        let early = [output(0, 2), output(1, 2), price(0, 2)] + (0..<4).map { size($0, 2) }
        let before = try memberValues(fixture.scenario(), members: 200, early)
        fixture.levers += [
            "{id: late, kind: demand_growth, group: services, categories: [household], rate: 5%, years: 2025, reason: t}",
            "{id: order, kind: demand, group: goods, category: export, amount: {2025: 9 亿元}, years: 2025, reason: t}",
            "{id: cheap, kind: price, group: goods, rate: -3% ± 1%, years: 2025, reason: t}",
        ]
        #expect(try memberValues(fixture.scenario(), members: 200, early) == before)
        let last = try memberValues(fixture.scenario(), members: 1, [output(0, 3), price(0, 3)])
        var without = fixture
        without.levers.removeLast(3)
        let reference = try memberValues(without.scenario(), members: 1, [output(0, 3), price(0, 3)])
        #expect(last[0][0] > reference[0][0] && last[1][0] < reference[1][0])
    }

    @Test func aPriceLeverLeavesTheVolumesOfEveryMemberAsTheyAre() throws {
        var fixture = ScenarioFixture.everything()
        let volumes = [output(0, 3), output(1, 3)]
        let before = try memberValues(fixture.scenario(), members: 200, volumes + [price(0, 3), price(1, 3)])
        fixture.levers.append("{id: cheap, kind: price, group: goods, rate: -3%, reason: test}")
        let after = try memberValues(fixture.scenario(), members: 200, volumes + [price(0, 3), price(1, 3)])
        #expect(after[0] == before[0] && after[1] == before[1] && after[3] == before[3])
        for (a, b) in zip(after[2], before[2]) { #expect(abs(a / b - 0.97 * 0.97 * 0.97) < 1e-13) }
    }
}
