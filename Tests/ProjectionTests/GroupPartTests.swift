import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// A quarter of goods is one group, half of goods another, which therefore holds the first.
@Suite struct GroupPartTests {
    private let fixture: ScenarioFixture = {
        var fixture = ScenarioFixture()
        fixture.groups = "{quarter: {goods: 0.25}, half: {goods: 0.5}}"
        return fixture
    }()

    /// Output of a group over that of the rest of goods, one value per year.
    private func ratios(_ group: String, _ fixture: ScenarioFixture) throws -> [Double] {
        let model = try Model(fixture.scenario(), seed: 1)
        let part = try GroupMeasure(group, measure: .output, model: model)
        let goods = try GroupMeasure("goods", measure: .output, model: model)
        func value(_ measure: GroupMeasure, _ year: Int) -> MemberQuantity {
            { block, member in
                withUnsafeTemporaryAllocation(of: Double.self, capacity: block.economy.outputs[year].rows) { values in
                    measure.evaluate(block.economy, year: year, constantPrices: true, into: values)
                    return values[member]
                }
            }
        }
        let values = try memberValues(
            fixture.scenario(), members: 1, (0...3).flatMap { [value(part, $0), value(goods, $0)] })
        return (0...3).map { year -> Double in
            let (own, whole) = (values[2 * year][0], values[2 * year + 1][0])
            return own / (whole - own)
        }
    }

    private func isClose(_ a: [Double], _ b: [Double]) -> Bool { zip(a, b).allSatisfy { abs($0 / $1 - 1) < 1e-12 } }

    /// Part and rest of a sector share its production, so their ratio grows by the rate itself, whatever the table.
    @Test func leverOnAPartRaisesThePartByItsWholeRate() throws {
        var with = fixture
        with.levers = ["{id: a, kind: demand_growth, group: quarter, rate: 5%, years: 2023..2024, reason: t}"]
        let found = try ratios("quarter", with)
        #expect(isClose(found, [1, 1.05, 1.05 * 1.05, 1.05 * 1.05].map { $0 / 3 }))
    }

    @Test func leversOnTheSamePartAddUp() throws {
        var with = fixture
        with.levers = [
            "{id: a, kind: demand_growth, group: quarter, rate: 5%, reason: t}",
            "{id: b, kind: demand_growth, group: quarter, rate: 3%, reason: t}",
        ]
        #expect(isClose(try ratios("quarter", with), (0...3).map { pow(1.05 * 1.03, Double($0)) / 3 }))
    }

    /// The larger group holds the smaller one and as much again, which does not grow: (1 + g) / 2 of its own base.
    @Test func groupThatHoldsThePartGrowsByWhatItHolds() throws {
        var with = fixture
        with.levers = ["{id: a, kind: demand_growth, group: quarter, rate: 5%, reason: t}"]
        #expect(isClose(try ratios("half", with), (0...3).map { (pow(1.05, Double($0)) + 1) / 2 }))
    }

    /// 10 亿元 of export for the part, on a demand of goods of 0.8 × 350 + 200 = 480 in the base year.
    @Test func amountForAPartGoesToThePart() throws {
        var with = fixture
        with.growth = ScenarioFixture.still
        with.levers = ["{id: a, kind: demand, group: quarter, category: export, amount: {2023: 10 亿元}, reason: t}"]
        #expect(isClose(try ratios("quarter", with), [1.0 / 3] + [Double](repeating: 130.0 / 360, count: 3)))
    }

    @Test func withoutAnythingOfItsOwnAPartStaysAPart() throws {
        #expect(try ratios("quarter", fixture).allSatisfy { abs($0 - 1.0 / 3) < 1e-15 })
    }
}
