import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

private let members = 40_000
/// Standard error of a mean or a correlation near 0 over the members, for unit variance.
private let unitError = 1 / Double(members).squareRoot()

/// Log growth of goods (exports) and services (household use) in a year, where each sector follows one category.
private func growth(_ fixture: ScenarioFixture, year: Int = 1) throws -> (goods: [Double], services: [Double]) {
    let values = try memberValues(
        fixture.scenario(), members: members, threads: 2, blockSize: 512,
        (0...1).map { sector in { log(output(sector, year)($0, $1) / output(sector, year - 1)($0, $1)) } })
    return (values[0], values[1])
}

@Suite struct DrawTests {
    private var separate: ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = "{household: 5% ± 2%, fixed_capital: 0%, export: 3% ± 4%, outflow: 0%}"
        return fixture
    }

    @Test(arguments: [0.0, 0.5, 0.9, 1.0]) func ratesOfTwoCategoriesCorrelateAsStated(stated: Double) throws {
        var fixture = separate
        fixture.growthCorrelation = "\(stated)"
        let (goods, services) = try growth(fixture)
        #expect(abs(correlation(goods, services) - stated) < 4 * unitError * (1 - stated * stated) + 1e-3)
    }

    /// The median of a normal rate is its mean; its standard error is √(π/2) sd / √members.
    @Test func aRateIsTheMedianOfYearlyGrowth() throws {
        let (goods, services) = try growth(separate)
        #expect(abs(exp(median(services)) - 1.05) < 4 * 1.2533 * 0.02 * unitError)
        #expect(abs(exp(median(goods)) - 1.03) < 4 * 1.2533 * 0.04 * unitError)
        #expect(abs(deviation(services.map { exp($0) }) - 0.02) < 4 * 0.02 * unitError / 2.0.squareRoot())
    }

    @Test func aSkewRateHasItsMiddleQuantileAsMedian() throws {
        var fixture = separate
        fixture.growth = "{household: {p5: 1%, p50: 4%, p95: 12%}, fixed_capital: 0%, export: 0%, outflow: 0%}"
        #expect(abs(exp(median(try growth(fixture).services)) - 1.04) < 4 * 1.2533 * 0.04 * unitError)
    }

    @Test func aRateIsHeldOverTheYearsUnlessDrawnPerYear() throws {
        var fixture = separate
        fixture.growth = "{household: 5% ± 2%, fixed_capital: 0%, export: {value: 3% ± 4%, per: year}, outflow: 0%}"
        let (first, second) = (try growth(fixture, year: 1), try growth(fixture, year: 2))
        #expect(zip(first.services, second.services).allSatisfy { abs($0 - $1) < 1e-13 })
        #expect(abs(correlation(first.goods, second.goods)) < 4 * unitError)
    }

    /// Variance 0.02² + 0.03², covariance 0.02² + 0.4 · 0.03².
    @Test func shocksOfTwoSectorsCorrelateAsStated() throws {
        var fixture = separate
        fixture.growth = ScenarioFixture.still
        fixture.shocks = "{common: 2%, sector: 3%, correlation: 0.4}"
        let (goods, services) = try growth(fixture)
        let variance = 0.02 * 0.02 + 0.03 * 0.03
        let expected = (0.02 * 0.02 + 0.4 * 0.03 * 0.03) / variance
        for values in [goods, services] {
            #expect(abs(deviation(values) / variance.squareRoot() - 1) < 4 * unitError / 2.0.squareRoot())
            #expect(abs(mean(values)) < 4 * variance.squareRoot() * unitError)
        }
        #expect(abs(correlation(goods, services) - expected) < 4 * unitError * (1 - expected * expected))
    }

    @Test func shocksOfTwoYearsAreIndependent() throws {
        var fixture = separate
        fixture.growth = ScenarioFixture.still
        fixture.shocks = "{common: 2%, sector: 3%, correlation: 0.4}"
        let (first, second) = (try growth(fixture, year: 1), try growth(fixture, year: 2))
        #expect(abs(correlation(first.goods, second.goods)) < 4 * unitError)
    }

    @Test func anotherSeedIsOtherLuck() throws {
        let scenario = try separate.scenario()
        let one = try memberValues(scenario, members: 64, seed: 1, [output(0, 1)])
        let two = try memberValues(scenario, members: 64, seed: 2, [output(0, 1)])
        #expect(zip(one[0], two[0]).allSatisfy { $0 != $1 })
    }
}

@Suite struct UnitGrowthTests {
    private func fixture(_ volatility: String, units: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = ScenarioFixture.still
        fixture.units = units
        fixture.portfolio = "premium: 4%, volatility: {at: 100 亿元, \(volatility)}"
        return fixture
    }

    private func growth(_ fixture: ScenarioFixture, units: Int, year: Int = 1) throws -> [[Double]] {
        try memberValues(
            fixture.scenario(), members: members, threads: 2, blockSize: 512,
            (0..<units).map { unit in { log(size(unit, year)($0, $1) / size(unit, year - 1)($0, $1)) } })
    }

    /// E y₁/y₀ = 1.04 whatever σ, shape and common factor: m(σ) takes off what the exponential adds.
    @Test(arguments: ["laplace", "normal"], [(0.1, 0.0), (0.3, 0.0), (0.3, 0.5), (0.6, 0.3), (0.3, 1.0)])
    func meanGrowthIsThePremiumWhateverTheVolatility(shape: String, volatility: (sd: Double, common: Double)) throws {
        let fixture = fixture(
            "sd: \(volatility.sd * 100)%, size_exponent: 0, shape: \(shape), common: \(volatility.common)",
            units: ["one,goods:1,100,,", "two,services:1,300,,"])
        let logs = try growth(fixture, units: 2)
        for values in logs {
            let ratios = values.map { exp($0) }
            #expect(abs(mean(ratios) - 1.04) < 4 * deviation(ratios) * unitError)
            // Kurtosis 6 of Laplace, 3 of the normal: the variance is known to within σ² √((κ − 1) / n).
            let spread = (shape == "laplace" ? 5.0 : 2.0).squareRoot() / 2
            #expect(abs(deviation(values) / volatility.sd - 1) < 4 * spread * unitError)
        }
        #expect(abs(correlation(logs[0], logs[1]) - volatility.common) < 8 * unitError)
    }

    /// sd 20% at 100 亿元 and exponent 0.25: 0.2 · 4^−0.25 = 0.1414 at 400; at 0.01 it would be 2, so the cap of 0.8.
    @Test func volatilityFallsWithSizeAndIsCapped() throws {
        let fixture = fixture(
            "sd: 20%, size_exponent: 0.25, shape: normal",
            units: ["one,goods:1,100,,", "two,goods:1,400,,", "tiny,goods:1,0.01,,"])
        let logs = try growth(fixture, units: 3)
        for (values, expected) in zip(logs, [0.2, 0.2 * pow(4, -0.25), 0.8]) {
            #expect(abs(deviation(values) / expected - 1) < 4 * unitError / 2.0.squareRoot())
        }
        #expect(PortfolioModel.maximumDeviation == 0.8)
    }

    @Test func premiumPerUnitDiffersBetweenUnitsAndPerYearBetweenYears() throws {
        var fixture = fixture("sd: 0%, size_exponent: 0", units: ["one,goods:1,100,,", "two,goods:1,100,,"])
        let volatility = "volatility: {at: 100 亿元, sd: 0%, size_exponent: 0}"
        fixture.portfolio = "premium: {value: 4% ± 2%, per: unit}, \(volatility)"
        let perUnit = try growth(fixture, units: 2)
        #expect(abs(correlation(perUnit[0], perUnit[1])) < 4 * unitError)
        let nextYear = try growth(fixture, units: 2, year: 2)
        #expect(zip(perUnit[0], nextYear[0]).allSatisfy { abs($0 - $1) < 1e-13 })
        fixture.portfolio = "premium: {value: 4% ± 2%, per: year}, \(volatility)"
        let perYear = try growth(fixture, units: 2)
        #expect(zip(perYear[0], perYear[1]).allSatisfy { abs($0 - $1) < 1e-13 })
        #expect(abs(correlation(perYear[0], try growth(fixture, units: 2, year: 2)[0])) < 4 * unitError)
    }
}
