import Foundation
import Goals
import Scenarios
import TestSupport
import Testing

/// Nothing grows and nothing is uncertain but the capital-output ratio: goods make 1000 with value added of 0.65,
/// services 2000 with 0.7; GDP is 2050, fixed capital formation 500; a firm of 100 makes goods, one of 300 services.
@Suite struct RequirementTests {
    private func fixture(_ targets: String...) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = ["alpha,goods:1,100,,", "beta,services:1,300,,"]
        fixture.portfolio = ScenarioFixture.calm
        fixture.targets = targets
        fixture.employment = ["goods,40", "services,160"]
        fixture.satellites = ["{id: jobs, file: employment.csv, unit: persons, quality: B, source: bureau}"]
        fixture.observations = ["rd,2022,2,percent,B", "fund,2022,90,100m yuan,A"]
        fixture.more = """
            requirements:
              capital_output_ratio: {p5: 1.5, p95: 2.5, quality: U, source: test}
              research_over_output: 3%
              research_over_gdp: {file: observations.csv, indicator: rd}

            """
        if targets.first == total {
            fixture.more += """
                  available:
                    - {id: fund, name: the fund, for: investment, amount: {file: observations.csv, indicator: fund}, targets: [total]}

                """
        }
        return fixture
    }

    private let total = "{id: total, indicator: {total: firms}, goal: more than 1000 亿元, by: 2025}"

    private func requirements(_ fixture: ScenarioFixture) throws -> [TargetRequirements] {
        try project(fixture.scenario(), options: RunOptions(members: 64)).requirements
    }

    private func line(_ kind: Requirement.Kind, _ target: TargetRequirements) throws -> Requirement {
        try #require(target.lines.first { $0.kind == kind && $0.against == nil })
    }

    private func expect(_ value: Double?, _ known: Double, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        // Quantiles come from a histogram whose bins may be 0.4% wide.
        #expect(abs((value ?? .nan) / known - 1) < 2e-3, sourceLocation: sourceLocation)
    }

    @Test("A total of 1000 from 400 in three years, worked by hand")
    func totalByHand() throws {
        let target = try requirements(fixture(total))[0]
        // A quarter goods: 0.25 × 0.65 + 0.75 × 0.7 = 0.6875 of value added; 2 × 0.6875 × 600 / 3.
        let investment = try line(.investment, target)
        expect(investment.needed.p50, 275)
        expect(investment.needed.p5, 206.25)
        expect(investment.needed.p95, 343.75)
        expect(investment.available?.p50, 500)
        #expect(investment.quality == .u && !investment.isContradiction)
        let research = try line(.research, target)
        expect(research.needed.p50, 30)
        expect(research.available?.p50, 41)
        let jobs = try line(.satellite("jobs"), target)
        expect(jobs.needed.p50, 250 * 0.04 + 750 * 0.08)
        expect(jobs.available?.p50, 200)
        #expect(jobs.unit == "persons" && jobs.quality == .b && jobs.source == "bureau")
        // The firms' sectors make 3000, 2600 of it elsewhere: both cannot stand beside 1000.
        let sectors = try line(.sectors(whole: nil), target)
        expect(sectors.needed.p50, 3600)
        expect(sectors.available?.p95, 3000)
        expect(sectors.growthOfRest, cbrt(2000.0 / 2600) - 1)
        #expect(sectors.isContradiction)
        let services = try line(.sector("services"), target)
        expect(services.ratio, 0.375)
        let growth = try line(.growth, target)
        expect(growth.needed.p50, cbrt(2.5) - 1)
        #expect(abs(growth.available!.p50) < 1e-3 && growth.isContradiction)
        // The fund compares and is no limit.
        let fund = try #require(target.lines.first { $0.against?.id == "fund" })
        expect(fund.ratio, 275.0 / 90)
        #expect(fund.kind == .investment && !fund.isLimit && !fund.isContradiction)
        #expect(target.missing.isEmpty)
    }

    @Test("An amount that is a limit makes a contradiction; one of another target does not show")
    func limits() throws {
        var fixture = fixture(total)
        fixture.more = fixture.more.replacing("for: investment", with: "for: investment, limit: true")
        #expect(try #require(requirements(fixture)[0].lines.first { $0.against != nil }).isContradiction)
        fixture.targets.append("{id: other, indicator: {total: firms}, goal: more than 900 亿元, by: 2025}")
        #expect(try requirements(fixture)[1].lines.allSatisfy { $0.against == nil })
    }

    @Test("What entrants list anew needs no new plant and leaves the rest of the sectors")
    func entrants() throws {
        var fixture = fixture(total)
        fixture.portfolio += """
            , entry: {planned: {2022: 2, 2025: 3}, achieved: 100%, size: 50 亿元, new_output: 20%, weights: {goods: 1}}
            """
        let target = try requirements(fixture)[0]
        // 150 goods of 450; 40 of the entrant's 50 existed before.
        let ratio = (150 * 0.65 + 300 * 0.7) / 450
        expect(try line(.investment, target).needed.p50, 2 * ratio * 560 / 3)
        expect(try line(.sectors(whole: nil), target).needed.p50, 1000 + 2600 - 40)
    }

    @Test("A goal on a count asks for the unit of its rank, and for what the units up to it lack")
    func counts() throws {
        let target = try requirements(
            fixture("{id: large, indicator: {count: firms, over: 200 亿元}, goal: at least 2, by: 2025}"))[0]
        let unit = try line(.unit(rank: 2), target)
        expect(unit.needed.p50, 200)
        expect(unit.available?.p50, 100)
        expect(unit.start?.p50, 100)
        #expect(unit.isContradiction)
        expect(try line(.investment, target).needed.p50, 2 * 0.6875 * 100 / 3)
        expect(try line(.research, target).needed.p50, 0.03 * 400)
    }

    @Test("Where the base is uncertain and nothing grows, the members do not grow")
    func uncertainBaseIsNoGrowth() throws {
        var fixture = fixture("{id: total, indicator: {total: firms}, goal: more than 900 亿元, by: 2025}")
        fixture.units = ["alpha,goods:1,,100,400"]
        let result = try project(fixture.scenario(), options: RunOptions(members: 2000))
        let end = result.targets[0].headline.atDeadline
        #expect(end.p95 > 3 * end.p5)
        let growth = try #require(try line(.growth, result.requirements[0]).available)
        #expect(abs(growth.p5) < 1e-9 && abs(growth.p50) < 1e-9 && abs(growth.p95) < 1e-9)
    }

    @Test("Growth is that of each member: quantiles of (end / start)^(1/3) - 1")
    func growthWithinMembers() throws {
        var fixture = fixture("{id: total, indicator: {total: firms}, goal: more than 900 亿元, by: 2025}")
        fixture.growth = "{household: 5% ± 2%, fixed_capital: 3%, export: 2% ± 4%, outflow: 2%}"
        fixture.units = ["alpha,goods:1,100,,", "beta,goods:1,,100,400"]
        let scenario = try fixture.scenario()
        let values = try memberValues(scenario, members: 2000, [TestSupport.total(0), TestSupport.total(3)])
        let rates = zip(values[0], values[1]).map { cbrt($1 / $0) - 1 }.sorted()
        let growth = try #require(
            try line(.growth, project(scenario, options: RunOptions(members: 2000, seed: 1)).requirements[0]).available)
        func quantile(_ p: Double) -> Double {
            let rank = p * Double(rates.count - 1)
            let below = Int(rank)
            return rates[below] + (rank - Double(below)) * (rates[below + 1] - rates[below])
        }
        #expect(rates[0] < rates[1999] - 0.01)
        expect(growth.p5, quantile(0.05))
        expect(growth.p50, quantile(0.5))
        expect(growth.p95, quantile(0.95))
    }

    @Test(
        "Growth counts from the year of the latest figure; from the figure itself where the members have no such year")
    func growthFromFigures() throws {
        func available(_ year: Int) throws -> Double {
            var fixture = fixture(
                "{id: total, indicator: {total: firms}, goal: more than 1000 亿元, by: 2025, "
                    + "observed: [{label: figure, file: observations.csv, indicator: figure}]}")
            fixture.observations.append("figure,\(year),100,100m yuan,A")
            return try #require(try line(.growth, requirements(fixture)[0]).available).p50
        }
        // The firms make 400 in every year.
        #expect(try abs(available(2023)) < 1e-9)
        expect(try available(2021), 4.0.squareRoot().squareRoot() - 1)
    }

    @Test("What there is in the region is no limit to a goal on all of the region; a fund is still compared")
    func restatement() throws {
        var fixture = fixture("{id: gdp, indicator: {value_added: all}, goal: at least 4000 亿元, by: 2025}")
        fixture.more += """
              available:
                - {id: fund, name: the fund, for: investment, amount: {file: observations.csv, indicator: fund}}

            """
        let target = try requirements(fixture)[0]
        expect(try line(.investment, target).needed.p50, 2 * (4000 - 2050) / 3.0)
        for kind in [Requirement.Kind.investment, .research, .satellite("jobs")] {
            let line = try line(kind, target)
            #expect(line.available == nil && line.ratio == nil && !line.isLimit && !line.isContradiction)
        }
        let fund = try #require(target.lines.first { $0.against?.id == "fund" })
        expect(fund.ratio, 1300.0 / 90)
        // What contradicts is the growth itself.
        #expect(try line(.growth, target).isContradiction)
        // A part of the economy is held against all of it.
        fixture.targets = ["{id: services, indicator: {value_added: services}, goal: at least 4000 亿元, by: 2025}"]
        #expect(try line(.investment, requirements(fixture)[0]).isContradiction)
    }

    @Test("More units than there can be: their number is what contradicts, and all of the threshold is lacking")
    func absentUnits() throws {
        let target = try requirements(
            fixture("{id: large, indicator: {count: firms, over: 200 亿元}, goal: at least 3, by: 2025}"))[0]
        let units = try line(.units(hasEntry: false), target)
        #expect(units.needed.p50 == 3 && units.available?.p95 == 2 && units.isContradiction && units.unit == "units")
        #expect(target.lines.allSatisfy { $0.kind != .unit(rank: 3) })
        expect(try line(.investment, target).needed.p50, 2 * 0.6875 * 300 / 3)
    }

    @Test("Units that may enter count among those that there can be")
    func unitsWithEntry() throws {
        func lines(_ number: Int) throws -> TargetRequirements {
            var fixture = fixture(
                "{id: large, indicator: {count: firms, over: 200 亿元}, goal: at least \(number), by: 2025}")
            fixture.portfolio += """
                , entry: {planned: {2022: 2, 2025: 3}, achieved: 100%, size: 50 亿元, new_output: 20%, weights: {goods: 1}}
                """
            return try requirements(fixture)[0]
        }
        #expect(try lines(3).lines.contains { $0.kind == .unit(rank: 3) })
        #expect(try line(.units(hasEntry: true), lines(4)).available?.p50 == 3)
    }

    @Test("A share grows with the rest as it is: goods of 40% beside services of 1400")
    func share() throws {
        let target = try requirements(
            fixture(
                "{id: share, indicator: {share: goods, of: all, measure: value_added}, goal: at least 40%, by: 2025}")
        )[0]
        let part = 1400 * 0.4 / 0.6
        expect(try line(.investment, target).needed.p50, 2 * (part - 650) / 3)
        let research = try line(.research, target)
        expect(research.needed.p50, 0.03 * part / 0.65)
        #expect(research.isContradiction)
        let whole = try line(.sectors(whole: "all"), target)
        expect(whole.needed.p50, 1400 / 0.6)
        #expect(whole.isContradiction)
        expect(whole.growthOfRest, cbrt(0.6 * 2050 / 1400) - 1)
        #expect(target.lines.allSatisfy { if case .sector = $0.kind { false } else { true } })
    }

    @Test("A level of value added, and goals that take nothing")
    func others() throws {
        let targets = try requirements(
            fixture(
                "{id: level, indicator: {value_added: goods}, goal: at least 800 亿元, by: 2025}",
                "{id: cap, indicator: {total: firms}, goal: at most 300 亿元, by: 2025}",
                "{id: met, indicator: {total: firms}, goal: at least 300 亿元, by: 2025}",
                "{id: growth, indicator: {growth: {value_added: goods}}, goal: at least 3%, by: 2025}"))
        expect(try line(.investment, targets[0]).needed.p50, 2 * 150 / 3.0)
        #expect(targets[1].lines.isEmpty && targets[3].lines.isEmpty)
        // Met in all members: what is needed is below what there is.
        #expect(targets[2].lines.allSatisfy { !$0.isContradiction })
        expect(try line(.sectors(whole: nil), targets[2]).needed.p50, 2900)
    }

    @Test("The other targets leave the remaining units a mean size")
    func otherUnits() throws {
        let target = try requirements(
            fixture(
                total, "{id: a, indicator: {count: firms, over: 400 亿元}, goal: at least 1, by: 2025}",
                "{id: b, indicator: {count: firms, over: 100 亿元}, goal: at least 3, by: 2025}",
                "{id: c, indicator: {cumulative: firms}, goal: at least 7, by: 2025}"))[0]
        let others = try line(.otherUnits(count: 4), target)
        // 400 + 2 × 100 are spoken for.
        expect(others.needed.p50, 100)
        expect(others.ratio, 1)
        #expect(!others.isLimit)
    }

    @Test("Land of the units listed, beside what is planned")
    func land() throws {
        var fixture = fixture("{id: listed, indicator: {cumulative: firms}, goal: about 7, by: 2025}")
        fixture.more = """
            requirements:
              land: {portfolio: firms, per_unit: {value: 6.67, quality: C}, unit: km²}
              available: [{id: plan, name: the plan, for: land, amount: 30}]

            """
        let lines = try requirements(fixture)[0].lines
        #expect(lines.map(\.against?.id) == [nil, "plan"])
        expect(lines[0].needed.p50, 46.69)
        #expect(lines[0].available == nil && lines[0].ratio == nil && lines[0].unit == "km²")
        expect(lines[1].ratio, 46.69 / 30)
    }

    @Test("An area for three units is held against the land of one, a third each")
    func landPerUnit() throws {
        var fixture = fixture("{id: listed, indicator: {cumulative: firms}, goal: about 7, by: 2025}")
        fixture.more = """
            requirements:
              land: {portfolio: firms, per_unit: {value: 6.67, quality: C}, unit: km²}
              available: [{id: plan, name: the plan, for: land, amount: 30, units: 3}]

            """
        let lines = try requirements(fixture)[0].lines
        #expect(lines.map(\.kind) == [.land, .landPerUnit])
        expect(lines[0].needed.p50, 46.69)
        expect(lines[1].needed.p50, 6.67)
        expect(lines[1].available?.p50, 10)
    }

    @Test(
        "A scenario says where its table is of another region",
        arguments: [("liuyang/biopharma", "hunan"), ("hunan/high-tech-share", nil), ("zhejiang/platforms", nil)])
    func tableRegion(path: String, region: String?) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let scenario = try ScenarioLoader(fileSystem: .real(in: root)).load(path: "scenarios/\(path).yaml").scenario
        #expect(scenario.foreignTableRegion == region)
    }

    @Test("The growth that is said to be needed is what the investment pays for")
    func growthAndInvestmentAgree() throws {
        var fixture = fixture("{id: total, indicator: {total: firms}, goal: more than 700 亿元, by: 2025}")
        fixture.growth = "{household: 5% ± 2%, fixed_capital: 3%, export: 2% ± 4%, outflow: 2%}"
        fixture.units = ["alpha,goods:1,100,,", "beta,goods:1,,100,400"]
        let result = try project(fixture.scenario(), options: RunOptions(members: 2000))
        let headline = result.targets[0].headline
        let growth = try #require(headline.requiredGrowth)
        let base = headline.latest.value
        #expect(headline.latest.isModelled && base > 200 && base < 450)
        let investment = try line(.investment, result.requirements[0])
        let added = 0.65 * (base * (1 + growth) * (1 + growth) * (1 + growth) - base)
        #expect(abs(investment.needed.p50 / (2 * added / 3) - 1) < 1e-9)
        // What there is grows with GDP.
        let gdp = try #require(result.variables.first { $0.name == "Value Added" })
        let mean = gdp.years.dropFirst().reduce(0) { $0 + $1.summary!.p50 } / 3
        #expect(abs(investment.available!.p50 / (500.0 / 2050 * mean) - 1) < 1e-9)
    }

    @Test("Without inputs the lines that need them are left out, and named")
    func missing() throws {
        var fixture = fixture(total)
        fixture.more = ""
        let target = try requirements(fixture)[0]
        #expect(
            target.missing == [
                "requirements.capital_output_ratio", "requirements.research_over_output",
                "requirements.research_over_gdp",
            ])
        #expect(target.lines.map(\.kind) == [.growth, .satellite("jobs"), .sectors(whole: nil), .sector("services")])
    }

    @Test("Figures of later years are not known earlier")
    func known() throws {
        let scenario = try fixture(total).scenario()
        #expect(scenario.asKnown(in: 2022).requirements?.researchOverGDP?.central == 0.02)
        let earlier = try #require(scenario.asKnown(in: 2021).requirements)
        #expect(earlier.researchOverGDP == nil && earlier.available.isEmpty)
        #expect(earlier.researchOverOutput?.central == 0.03)
    }

    @Test(
        "R&D over output of the shipped scenarios is that of the panel",
        arguments: [("zhejiang/platforms", "zhejiang"), ("hunan/high-tech-share", "hunan")])
    func shippedResearch(path: String, region: String) throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let scenario = try ScenarioLoader(fileSystem: .real(in: root)).load(path: "scenarios/\(path).yaml").scenario
        let panel = try String(contentsOfFile: root + "/seeds/high-tech.csv", encoding: .utf8)
        let row = try #require(
            panel.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
                .first { $0[0] == region && $0[2] == "2023" })
        // The note of the classification has a comma.
        let (revenue, research) = (try #require(Double(row[3])), try #require(Double(row[8])))
        let figure = try #require(scenario.requirements?.researchOverOutput)
        #expect(abs(figure.central - research / revenue) < 5e-5 && figure.quality == .c)
    }
}
