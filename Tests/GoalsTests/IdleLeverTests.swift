import Goals
import Scenarios
import TestSupport
import Testing

/// Levers that can do nothing are said to, and those that are said to do nothing.
@Suite struct IdleLeverTests {
    /// Goods are exported and do R&D; services serve households and do none; no sector buys from another.
    private func fixture(_ lever: String, science: String = "") -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = ScenarioFixture.still
        fixture.units = ["one,goods:1,100,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.science = """
            elasticity: 0.1, depreciation: [{id: all, group: all, share: 15%}], stock_growth: 8%, trade_response: 1.5, \
            intensity: [{id: goods, group: goods, share: 3%}]\(science)
            """
        fixture.levers = ["{id: tried, \(lever), reason: t}"]
        fixture.targets = [
            "{id: output, name: O, indicator: {output: all, prices: constant}, goal: at least 3500 亿元, by: 2025}",
            "{id: firms, name: F, indicator: {total: firms}, goal: at least 200 亿元, by: 2025}",
        ]
        return fixture
    }

    private func tried(_ fixture: ScenarioFixture) throws -> LeverTestResult {
        try testLevers(fixture.scenario(), options: RunOptions(members: 64))
    }

    private static let award =
        "kind: rd_award, portfolio: firms, cap: 1 亿元, budget: 1 亿元, rate: 50%, intensity: 4%, misuse: 0%, "
        + "additionality: 0, relabelled: 0%, elasticity: 0.1, depreciation: 15%, stock_growth: 8%, trade_response: 1"

    private static let idle: [(String, String, Scenario.Idleness)] = [
        ("kind: rd_effort, group: services, increase: 20%", "", .noResearchToRaise(group: "services")),
        (
            "kind: conversion, group: services, increase: 20%", ", conversion: 50%",
            .noResearchNorSpillover(group: "services")
        ),
        ("kind: conversion, group: goods, increase: 20%", "", .conversionIsWhole),
        ("kind: rd_effort, group: goods, increase: 20%", ", science_to_industry: false", .knowledgeIsOff),
        ("kind: rd_money, group: goods, amount: 2 亿元", ", science_to_industry: false", .knowledgeIsOff),
        (
            "kind: conversion, group: goods, increase: 20%", ", conversion: 50%, science_to_industry: false",
            .knowledgeIsOff
        ),
        ("kind: rd_effort, group: goods, increase: 20%, years: 2025", "", .startsInLastYear(2025)),
        (IdleLeverTests.award + ", years: 2025", "", .startsInLastYear(2025)),
    ]

    @Test(arguments: IdleLeverTests.idle)
    func whatCanDoNothingIsSaidAndIsExactlyZero(lever: String, science: String, reason: Scenario.Idleness) throws {
        let fixture = fixture(lever, science: science)
        let result = try tried(fixture)
        let said = result.notices.filter { $0.matter == .idleLever("tried", reason) }
        #expect(said.count == 1 && said.allSatisfy { $0.level == .warning }, "\(result.notices)")
        for outcome in result.outcomes {
            #expect(outcome.effects[0].outcome == LeverEffect.Change(mean: 0, p5: 0, p95: 0))
        }
        // A run and a comparison say so as well.
        let scenario = try fixture.scenario()
        #expect(try project(scenario, options: RunOptions(members: 64)).notices.contains(said[0]))
        var without = fixture
        without.levers = []
        let comparison = try compare(without.scenario(), with: [scenario], options: RunOptions(members: 64))[0]
        #expect(comparison.notices.filter { $0 == said[0] }.count == 1)
    }

    @Test(arguments: [
        ("kind: rd_effort, group: goods, increase: 20%", ""),
        ("kind: rd_effort, group: all, increase: 20%", ""),
        ("kind: rd_money, group: goods, amount: 2 亿元", ""),
        ("kind: conversion, group: goods, increase: 20%", ", conversion: 50%"),
        ("kind: conversion, group: goods, increase: 20%", ", conversion: {uniform: [80%, 100%]}"),
        ("kind: rd_effort, group: goods, increase: 20%, years: 2024..2025", ""),
    ])
    func whatDoesSomethingIsNotSaidToDoNothing(lever: String, science: String) throws {
        let result = try tried(fixture(lever, science: science))
        #expect(!result.notices.contains { if case .idleLever = $0.matter { true } else { false } })
        #expect(result.outcomes[0].effects[0].outcome.mean > 0)
    }

    /// Services buy from goods: what goods know reaches them, whether or not they do R&D themselves.
    @Test func conversionWithoutOwnResearchActsOnWhatSuppliersKnow() throws {
        var fixture = fixture(
            "kind: conversion, group: services, increase: 20%", science: ", conversion: 50%, spillover: 0.4")
        fixture.table = ScenarioFixture.linked
        let result = try tried(fixture)
        #expect(!result.notices.contains { if case .idleLever = $0.matter { true } else { false } })
        #expect(result.outcomes[0].effects[0].outcome.mean > 0)
    }
}
