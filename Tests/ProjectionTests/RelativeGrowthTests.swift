import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

@Suite struct RelativeGrowthTests {
    private func fixture(prices: String, shrinkToward: String = "1% ± 2%", damping: String = "90%") -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.observations = ["level,2018,100,100m yuan,A", "level,2019,105,100m yuan,A"]
        fixture.observations += ["level,2021,111,100m yuan,A", "level,2022,113,100m yuan,A"]
        fixture.relativeGrowth = """
            [{id: goods, group: goods, relative_to: all, observed: {file: observations.csv, growth_of: level}, \
            shrink_toward: \(shrinkToward), damping: \(damping), prices: \(prices)}]
            """
        return fixture
    }

    /// d = 0.05, 0.06, 0.01 over 1, 2, 1 years: μ̂ = 0.12 / 4 = 0.03; residuals 0.02, 0, −0.02, s² = 0.0008 / 2, s = 0.02,
    /// se = 0.02 / √4 = 0.01. Toward N(0.01, 0.02²): precisions 10 000 and 2 500, mean 325 / 12 500 = 0.026.
    @Test func priorEqualsTheHandArithmetic() throws {
        var increments = try fixture(prices: "real").scenario().economy.relativeGrowth[0].increments
        #expect(increments.map(\.from) == [2018, 2019, 2021] && increments.map(\.to) == [2019, 2021, 2022])
        #expect(abs(increments[1].logChange - log(111.0 / 105)) < 1e-15)
        for (index, change) in [0.05, 0.06, 0.01].enumerated() { increments[index].logChange = change }
        let prior = RelativeGrowthPrior(increments: increments, towardMean: 0.01, towardDeviation: 0.02)
        #expect(abs(prior.observedMean - 0.03) < 1e-15)
        #expect(abs(prior.observedYearlyDeviation - 0.02) < 1e-15)
        #expect(abs(prior.observedStandardError - 0.01) < 1e-15)
        #expect(abs(prior.mean - 0.026) < 1e-15)
        #expect(abs(prior.deviation - 1 / 12_500.0.squareRoot()) < 1e-15)
    }

    @Test func certaintyOnEitherSideDecides() throws {
        var increments = try fixture(prices: "real").scenario().economy.relativeGrowth[0].increments
        let certain = RelativeGrowthPrior(increments: increments, towardMean: 0.01, towardDeviation: 0)
        #expect(certain.mean == 0.01 && certain.deviation == 0)
        for (index, change) in [0.03, 0.06, 0.03].enumerated() { increments[index].logChange = change }
        let steady = RelativeGrowthPrior(increments: increments, towardMean: 0.01, towardDeviation: 0.02)
        #expect(abs(steady.mean - 0.03) < 1e-15 && steady.deviation < 1e-9)
    }

    /// ln of value added of goods over all value added; at current prices with `nominal`.
    private func relative(_ year: Int, nominal: Bool) -> MemberQuantity {
        { block, member in
            let ratio = block.economy.model.valueAddedRatio
            let values = (0...1).map { sector in
                ratio[sector] * output(sector, year)(block, member)
                    * (nominal ? price(sector, year)(block, member) : 1)
            }
            return log(values[0] / (values[0] + values[1]))
        }
    }

    private let drawn = input("relative growth: goods")

    @Test func theDrawnDifferentialArrivesInTheFirstYear() throws {
        let values = try memberValues(
            fixture(prices: "real").scenario(), members: 2000,
            [drawn, relative(0, nominal: false), relative(1, nominal: false)])
        for member in values[0].indices {
            let arrived = values[2][member] - values[1][member]
            #expect(abs(arrived - values[0][member]) < 0.03 * abs(values[0][member]) + 1e-4)
        }
    }

    @Test func theDrawsFollowThePrior() throws {
        let scenario = try fixture(prices: "real").scenario()
        let prior = try #require(try Model(scenario, seed: 1).economy.relativeGrowth[0].prior)
        let values = try memberValues(scenario, members: 20_000, [drawn])[0]
        #expect(abs(mean(values) - prior.mean) < 4 * prior.deviation / 20_000.0.squareRoot())
        #expect(abs(deviation(values) / prior.deviation - 1) < 4 / 40_000.0.squareRoot())
    }

    /// Goods get cheaper by 4% a year: their volume has to grow by what the price takes away.
    @Test func nominalDifferentialsAreNetOfRelativePrices() throws {
        var fixture = fixture(prices: "nominal")
        fixture.prices = "[{id: goods, group: goods, later: -4%}, {id: all, group: all, later: 2%}]"
        let values = try memberValues(
            fixture.scenario(), members: 2000,
            [drawn, relative(0, nominal: true), relative(1, nominal: true), relative(1, nominal: false)])
        for member in values[0].indices {
            let arrived = values[2][member] - values[1][member]
            #expect(abs(arrived - values[0][member]) < 0.03 * (abs(values[0][member]) + 0.04))
            #expect(values[3][member] > values[2][member])
        }
    }

    private func stated(_ keys: String) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.relativeGrowth = "[{id: goods, group: goods, relative_to: all, \(keys), prices: real}]"
        return fixture
    }

    @Test func aStatedTrendIsDrawnAsItStands() throws {
        let values = try memberValues(
            stated("trend: {p5: 1%, p95: 9%}, damping: 80%").scenario(), members: 20_000,
            [drawn, relative(0, nominal: false), relative(1, nominal: false), relative(2, nominal: false)])
        // The median of the rate, as a logarithm; P5 to P95 are 3.29 sd of the rate.
        #expect(abs(median(values[0]) - log(1.05)) < 0.001)
        #expect(abs(deviation(values[0].map { expm1($0) }) / (0.08 / 3.289_707) - 1) < 0.03)
        for member in 0..<500 {
            let first = values[2][member] - values[1][member]
            #expect(abs(first - values[0][member]) < 0.03 * abs(values[0][member]) + 1e-4)
            #expect(abs(values[3][member] - values[2][member] - 0.8 * first) < 0.03 * abs(first) + 1e-4)
        }
    }

    @Test func yearlyShocksAddTheirSpreadAndAreIndependent() throws {
        let values = try memberValues(
            stated("trend: 4%, damping: 100%, volatility: 3%").scenario(), members: 20_000,
            (0...2).map { relative($0, nominal: false) })
        let steps = (1...2).map { year in zip(values[year], values[year - 1]).map { $0 - $1 } }
        for step in steps {
            // The response of a share is a little bent.
            #expect(abs(mean(step) - log(1.04)) < 0.002)
            #expect(abs(deviation(step) / 0.03 - 1) < 0.05)
        }
        #expect(abs(correlation(steps[0], steps[1])) < 0.03)
    }

    @Test func anUncertainVolatilityIsOneNumberPerMember() throws {
        let scenario = try stated("trend: 4%, damping: 100%, volatility: {p5: 1%, p95: 5%}").scenario()
        let values = try memberValues(scenario, members: 5000, [input("volatility of relative growth: goods")])[0]
        #expect(abs(mean(values) - 0.03) < 0.001 && (values.min() ?? -1) >= 0)
        #expect(abs(deviation(values) / (0.04 / 3.289_707) - 1) < 0.05)
    }

    @Test func dampingTakesItsShareOfEveryFurtherYear() throws {
        let values = try memberValues(
            fixture(prices: "real", shrinkToward: "2%", damping: "50%").scenario(), members: 1,
            (0...3).map { relative($0, nominal: false) }
        ).map { $0[0] }
        let steps = zip(values.dropFirst(), values).map { $0 - $1 }
        #expect(abs(steps[0] - log(1.02)) < 0.001)
        #expect(abs(steps[1] / steps[0] - 0.5) < 0.02 && abs(steps[2] / steps[1] - 0.5) < 0.02)
    }

    /// The rate arrives in relative value added of its years, on top of what was drawn, up to second order.
    @Test(arguments: ["real", "nominal"])
    func aLeverOnItArrivesInItsYearsAlone(prices: String) throws {
        let quantities = (1...3).map { relative($0, nominal: prices == "nominal") }
        let before = try memberValues(fixture(prices: prices).scenario(), members: 50, quantities)
        var with = fixture(prices: prices)
        with.levers = ["{id: a, kind: relative_growth, of: goods, rate: -2%, years: 2024, because: a plant closes}"]
        let after = try memberValues(with.scenario(), members: 50, quantities)
        #expect(after[0] == before[0])
        for year in [1, 2] {
            for (with, without) in zip(after[year], before[year]) {
                #expect(abs(with - without - log(0.98)) < 0.02 * 0.05)
            }
        }
    }

    @Test func leversOnItAddUpAndAreDrawnEveryYearWhereTheySaySo() throws {
        func values(_ levers: [String]) throws -> [[Double]] {
            var fixture = fixture(prices: "real", shrinkToward: "1%")
            fixture.levers = levers
            return try memberValues(
                fixture.scenario(), members: 4000, (1...3).map { relative($0, nominal: false) })
        }
        let lever = "kind: relative_growth, of: goods, years: 2023..2024, reason: t"
        let none = try values([])
        let two = try values(["{id: a, \(lever), rate: 1%}", "{id: b, \(lever), rate: 2%}"])
        #expect(abs(two[0][0] - none[0][0] - log(1.01 * 1.02)) < 0.03 * 0.05)
        #expect(abs(two[1][0] - none[1][0] - 2 * log(1.01 * 1.02)) < 0.06 * 0.05)
        let yearly = try values(["{id: a, \(lever), rate: {value: 0% ± 1%, per: year}}"])
        let second = zip(yearly[1], yearly[0]).map { $0 - $1 }
        #expect(abs(correlation(yearly[0], second)) < 4 / 4000.0.squareRoot())
        #expect(abs(deviation(yearly[0]) / 0.01 - 1) < 0.1)
    }
}
