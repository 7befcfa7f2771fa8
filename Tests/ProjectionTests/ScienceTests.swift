import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// The loop of science and industry, against its formulas worked by hand.
@Suite struct ScienceTests {
    private static let effort = "{id: rd, kind: rd_effort, group: goods, increase: 10%, reason: t}"
    private static let push =
        "{id: push, kind: demand_growth, group: goods, categories: [household], rate: 10%, years: 2023, reason: t}"

    private func fixture(_ changes: [String: String] = [:]) -> ScenarioFixture {
        var keys = [
            "elasticity": "0.098", "spillover": "0", "depreciation": "[{id: all, group: all, share: 15%}]",
            "stock_growth": "10%", "trade_response": "1.5", "real_share": "90%", "industry_to_science": "false",
        ]
        keys.merge(changes) { $1 }
        var fixture = ScenarioFixture()
        fixture.science = keys.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        return fixture
    }

    private static let outputs = (0...3).flatMap { [output(0, $0), output(1, $0)] }

    private func paths(_ fixture: ScenarioFixture, _ levers: [String], members: Int = 1) throws -> [[Double]] {
        var with = fixture
        with.levers = levers
        return try memberValues(with.scenario(), members: members, Self.outputs)
    }

    /// Added output of goods and services by year that added exports and outflow of goods call for.
    private func added(goods: Double, services: Double = 0) -> [Double] {
        [(0.9525 * goods + 0.2 * services) / 0.8002, (0.19 * goods + 0.88 * services) / 0.8002]
    }

    private func traded(_ base: (export: Double, outflow: Double), _ year: Int) -> Double {
        base.export * pow(1.02, Double(year)) + base.outflow * pow(0.95, Double(year))
    }
    private let goods = (export: 120.0, outflow: 80.0)
    private let services = (export: 60.0, outflow: 40.0)

    private func difference(_ fixture: ScenarioFixture, _ levers: [String]) throws -> [Double] {
        zip(try paths(fixture, levers), try paths(fixture, [])).map { $0[0] - $1[0] }
    }

    // MARK: Science moves industry

    /// q₂₀₂₄ = 1 + (g + δ) a / (1 + g) = 1 + 0.25 · 0.1 / 1.1, then q₂₀₂₅ = (0.85 q + 0.25 · 1.1) / 1.1; exports of goods
    /// respond by 1.5 · 0.098 ln q.
    @Test func effortRaisesTradedDemandByTheStockRatio() throws {
        let found = try difference(fixture(), [Self.effort])
        #expect(Array(found[0...3]) == [0, 0, 0, 0])
        let second = 1 + 0.25 * 0.1 / 1.1
        let third = (0.85 * second + 0.25 * 1.1) / 1.1
        for (year, ratio) in [(2, second), (3, third)] {
            let expected = added(goods: traded(goods, year) * (pow(ratio, 1.5 * 0.098) - 1))
            for sector in 0...1 { #expect(abs(found[2 * year + sector] - expected[sector]) < 1e-9) }
        }
    }

    /// Services buy goods alone from others, so that w is 1: their κ̃ is 0.4 γ Δ ln q of goods.
    @Test func knowledgeReachesBuyersBySupplierShares() throws {
        let found = try difference(fixture(["spillover": "0.4"]), [Self.effort])
        let ratio = 1 + 0.25 * 0.1 / 1.1
        let expected = added(
            goods: traded(goods, 2) * (pow(ratio, 1.5 * 0.098) - 1),
            services: traded(services, 2) * (pow(ratio, 1.5 * 0.4 * 0.098) - 1))
        for sector in 0...1 { #expect(abs(found[4 + sector] - expected[sector]) < 1e-9) }
    }

    @Test func aShareOfTheGainLowersThePrice() throws {
        var with = fixture(["price_pass_through": "40%"])
        with.levers = [Self.effort]
        let fall = try memberValues(with.scenario(), members: 1, [price(0, 2), price(1, 2)])
        #expect(abs(log(fall[0][0]) + 0.4 * 0.098 * log(1 + 0.25 * 0.1 / 1.1)) < 1e-12)
        #expect(fall[1][0] == 1)
    }

    /// Half a sector's R&D is raised: its part of the traded demand responds, the rest does not.
    @Test func aGroupsPartOfASectorRespondsAlone() throws {
        var half = fixture()
        half.groups = "{high: {goods: 0.5}}"
        let found = try difference(half, [Self.effort.replacing("group: goods", with: "group: high")])
        let ratio = 1 + 0.25 * 0.1 / 1.1
        let expected = added(goods: 0.5 * traded(goods, 2) * (pow(ratio, 1.5 * 0.098) - 1))
        #expect(abs(found[4] - expected[0]) < 1e-9)
    }

    /// a = M (1 − misuse)(1 + additionality) / (ι x₀ · real share · (1 + g)^t), M = 3, ι x₀ = 4% of 1,000.
    @Test func moneyBuysTheResearchThatIsNotMisused() throws {
        let spent = fixture([
            "intensity": "[{id: all, group: all, share: 4%}]", "misuse": "50%", "additionality": "-0.2",
        ])
        let found = try difference(spent, ["{id: m, kind: rd_money, group: goods, amount: 3 亿元, reason: t}"])
        let rise = 3 * 0.5 * 0.8 / (40 * 0.9 * 1.1)
        let expected = added(goods: traded(goods, 2) * (pow(1 + 0.25 * rise / 1.1, 1.5 * 0.098) - 1))
        #expect(abs(found[4] - expected[0]) < 1e-9)
    }

    /// 3.6 of real money beside a real reference of 36, next year 39.6, is a rise of effort by 1 / 11.
    @Test func moneyAndEffortAreHeldAgainstTheSameResearch() throws {
        let both = fixture(["intensity": "[{id: all, group: all, share: 4%}]", "stock_growth": "10%"])
        let money = try difference(
            both, ["{id: m, kind: rd_money, group: goods, amount: 3.6 亿元, years: 2023, reason: t}"])
        let effort = try difference(
            both, ["{id: e, kind: rd_effort, group: goods, increase: 9.0909090909090909%, years: 2023, reason: t}"])
        #expect(money[4] > 0)
        for (first, second) in zip(money, effort) { #expect(abs(first - second) < 1e-9) }
    }

    @Test func moneyForAGroupWithoutResearchIsRefused() throws {
        var none = fixture(["intensity": "[{id: s, group: services, share: 1%}]"])
        none.levers = ["{id: m, kind: rd_money, group: goods, amount: 3 亿元, reason: t}"]
        let scenario = try none.scenario()
        #expect { try Model(scenario, seed: 1) } throws: { "\($0)".contains("lever m: no entry of `economy.science") }
    }

    /// The reference stock grows by ln 1.1 a year; two years raise the share that lands from 60 to 70 to 80%.
    @Test func conversionLandsMoreOfTheUsualGain() throws {
        let found = try difference(
            fixture(["conversion": "60%"]),
            ["{id: c, kind: conversion, group: goods, increase: 20%, years: 2023..2024, reason: t}"])
        var gain = 0.0
        for (year, more) in [(1, 0.1), (2, 0.2), (3, 0.2)] {
            gain += 1.5 * 0.098 * more * log(1.1)
            let expected = added(goods: traded(goods, year) * (exp(gain) - 1))
            #expect(abs(found[2 * year] - expected[0]) < 1e-9)
        }
    }

    // MARK: Industry moves science

    /// Demand of 2023 raises output by the ratio x; the stock of 2024 by 0.25 (x − 1) / 1.1 and exports with it.
    @Test func outputMovesTheResearchOfTheNextYear() throws {
        let (on, off) = (fixture(["industry_to_science": "true"]), fixture())
        let (with, without) = (try paths(on, [Self.push]), try paths(off, [Self.push]))
        let reference = try paths(off, [])
        #expect(with[2] == without[2] && with[3] == without[3])
        func response(_ sector: Int) -> Double {
            let output = with[2 + sector][0] / reference[2 + sector][0]
            return pow(1 + 0.25 * (output - 1) / 1.1, 1.5 * 0.098) - 1
        }
        let expected = added(goods: traded(goods, 2) * response(0), services: traded(services, 2) * response(1))
        for sector in 0...1 {
            #expect(abs(with[4 + sector][0] - without[4 + sector][0] - expected[sector]) < 1e-9)
            #expect(expected[sector] > 0)
        }
    }

    // MARK: The reference

    @Test func theLoopChangesNotOneByteOfAScenarioWithoutLevers() throws {
        var with = ScenarioFixture.everything()
        with.levers = []
        var without = with
        without.science = ""
        let quantities = Self.outputs + [size(0, 3), price(0, 3)]
        let expected = try memberValues(without.scenario(), members: 500, quantities)
        #expect(try memberValues(with.scenario(), members: 500, quantities) == expected)
        with.levers = ["{id: help, kind: portfolio_growth, portfolio: firms, rate: 0%, reason: t}"]
        #expect(try memberValues(with.scenario(), members: 500, quantities) == expected)
    }

    @Test(arguments: [
        "{id: a, kind: rd_effort, group: goods, increase: 0%, reason: t}",
        "{id: a, kind: rd_money, group: goods, amount: 0 亿元, reason: t}",
        "{id: a, kind: conversion, group: goods, increase: 0%, reason: t}",
        "{id: a, kind: demand_growth, group: goods, rate: 0%, reason: t}",
    ])
    func aLeverThatDoesNothingChangesNothing(lever: String) throws {
        var fixture = ScenarioFixture.everything()
        fixture.science += ", intensity: [{id: all, group: all, share: 3%}]"
        fixture.levers = []
        let quantities = Self.outputs + [size(0, 3)]
        let expected = try memberValues(fixture.scenario(), members: 500, quantities)
        fixture.levers = [lever]
        #expect(try memberValues(fixture.scenario(), members: 500, quantities) == expected)
    }

    @Test func eachHalfCanBeSwitchedOff() throws {
        let effort = [Self.effort, Self.push]
        let both = try paths(fixture(["industry_to_science": "true"]), effort)
        let first = try paths(fixture(), effort)
        let none = try paths(fixture(["science_to_industry": "false"]), effort)
        let demand = try paths(fixture(["science_to_industry": "false"]), [Self.push])
        #expect(both[4][0] > first[4][0] && first[4][0] > none[4][0])
        #expect(zip(none, demand).allSatisfy { abs($0[0] / $1[0] - 1) < 1e-12 })
    }

    // MARK: Stability

    /// 1.5 · 0.5 · (1 + s) < 1 for s < 1/3: two of three draws of s are rejected, two rejections a member on average.
    @Test func unstableDrawsAreRejectedAndCounted() throws {
        var wild = fixture(["elasticity": "0.5", "spillover": "{uniform: [0, 1]}"])
        wild.levers = [Self.effort]
        let members = 4000
        let counts = try memberValues(
            wild.scenario(), members: members, [{ $0.economy.science!.rejections.column(0)[$1] }])[0]
        let mean = counts.reduce(0, +) / Double(members)
        #expect(abs(mean - 2) < 4 * (6 / Double(members)).squareRoot())
        #expect(counts.contains(0))
    }

    @Test func aLoopThatIsNeverStableIsRefused() throws {
        var wild = fixture(["elasticity": "0.7"])
        wild.levers = [Self.effort]
        let scenario = try wild.scenario()
        #expect { try memberValues(scenario, members: 8, [output(0, 1)]) } throws: {
            "\($0)".contains("must stay below 1") && "\($0)".contains("1.05")
        }
    }

    @Test func effortPerYearIsDrawnEveryYear() throws {
        var yearly = fixture()
        yearly.growth = ScenarioFixture.still
        yearly.levers = [Self.effort.replacing("10%", with: "{value: 10% ± 2%, per: year}")]
        let values = try memberValues(yearly.scenario(), members: 4000, (1...3).map { output(0, $0) })
        let added = (1...2).map { year in zip(values[year], values[year - 1]).map { $0 - $1 } }
        #expect(abs(correlation(added[0], added[1])) < 0.3)
    }

    /// The sanity of the whole: 10% more R&D of all industry, in the shipped economy of Hunan.
    @Test func tenPercentMoreResearchGivesTenthsOfAPointOfGrowthAYear() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path()
        let overlay = """
            schema: 1
            extends: scenarios/hunan/high-tech-share.yaml
            name: More R&D
            region: hunan
            years: {start: 2023, end: 2028}
            levers: [{id: rd, kind: rd_effort, group: industry, increase: 10%, reason: t}]

            """
        func scenario(_ levers: Bool) throws -> Scenario {
            let access = FileAccess(workingDirectory: root) { path in
                path.hasSuffix("more.yaml")
                    ? Array(overlay.utf8) : FileManager.default.contents(atPath: path).map(Array.init)
            }
            var scenario = try ScenarioLoader(fileSystem: access).load(path: "more.yaml").scenario
            if !levers { scenario.levers = [] }
            return scenario
        }
        let industry = try scenario(true).group("industry")!.weights
        let industryOutput: MemberQuantity = { block, member in
            let outputs = block.economy.outputs[5]
            return industry.indices.reduce(0) { $0 + industry[$1] * outputs.column($1)[member] }
        }
        let with = try memberValues(scenario(true), members: 1000, [industryOutput])[0]
        let without = try memberValues(scenario(false), members: 1000, [industryOutput])[0]
        // Effort of 2024 acts from 2025 on: four years.
        let points = zip(with, without).map { 100 * log($0 / $1) / 4 }.sorted()
        #expect(points[50] > 0.01 && points[950] < 1)
        #expect(points[500] > 0.05 && points[500] < 0.5)
    }
}
