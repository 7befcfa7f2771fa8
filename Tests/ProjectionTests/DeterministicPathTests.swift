import Foundation
import Projection
import Scenarios
import TestSupport
import Testing

/// Two sectors and a firm without any uncertainty, against a small model worked by hand.
@Suite struct DeterministicPathTests {
    private var fixture: ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.prices = "[{id: goods, group: goods, later: -2%}, {id: all, group: all, later: 1%}]"
        fixture.units = ["firm,goods:0.5|services:0.5,100,,"]
        fixture.portfolio = "premium: 3%, volatility: {at: 100 亿元, sd: 0%, size_exponent: 0}"
        return fixture
    }

    /// The model of the fixture: demand by category at its rate, domestic use only by the supply share.
    private func outputs(_ year: Int) -> (goods: Double, services: Double) {
        let t = Double(year)
        let (household, capital) = (pow(1.05, t), pow(1.10, t))
        let (export, outflow) = (pow(1.02, t), pow(0.95, t))
        let goods = 0.8 * (250 * household + 100 * capital) + 120 * export + 80 * outflow
        let services = 0.95 * (1300 * household + 400 * capital) + 60 * export + 40 * outflow
        return ((0.9525 * goods + 0.2 * services) / 0.8002, (0.19 * goods + 0.88 * services) / 0.8002)
    }

    /// Goods: 0.8 (262.5 + 110) + 122.4 + 76 = 496.4; services: 0.95 (1365 + 440) + 61.2 + 38 = 1813.95;
    /// outputs (472.821 + 362.79) / 0.8002 = 1044.2527 and (94.316 + 1596.276) / 0.8002 = 2112.7118.
    @Test func firstYearEqualsTheHandWorkedNumbers() throws {
        let values = try memberValues(fixture.scenario(), members: 1, [output(0, 1), output(1, 1)])
        #expect(abs(values[0][0] - 1044.2527) < 5e-5)
        #expect(abs(values[1][0] - 2112.7118) < 5e-5)
    }

    @Test(arguments: 0...3) func outputsPricesAndTheFirmFollowTheSmallModel(year: Int) throws {
        let values = try memberValues(
            fixture.scenario(), members: 1,
            [output(0, year), output(1, year), price(0, year), price(1, year), size(0, year)]
        ).map { $0[0] }
        let expected = outputs(year)
        let (goodsPrice, servicesPrice) = (pow(0.98 * 1.01, Double(year)), pow(1.01, Double(year)))
        // Half of it moves with goods, half with services, both at current prices, and 3% a year above that.
        let firm =
            100 * (expected.goods * goodsPrice / 1000 * expected.services * servicesPrice / 2000).squareRoot()
            * pow(1.03, Double(year))
        let hand = [expected.goods, expected.services, goodsPrice, servicesPrice, firm]
        #expect(largestDifference(values, hand) < 1e-13)
    }

    @Test func everyMemberIsTheSamePathToTheLastBit() throws {
        let quantities = (0...3).flatMap { [output(0, $0), output(1, $0), price(0, $0), size(0, $0)] }
        for values in try memberValues(fixture.scenario(), members: 100, quantities) {
            #expect(Set(values.map(\.bitPattern)).count == 1)
        }
    }

    @Test func publishedPricesReplaceTheRuleInTheirYear() throws {
        var fixture = fixture
        fixture.observations = ["ppi,2024,-3,percent,A"]
        fixture.prices = "[{id: goods, group: goods, observed: {file: observations.csv, indicator: ppi}, later: 1%}]"
        let prices = try memberValues(fixture.scenario(), members: 1, (0...3).map { price(0, $0) }).map { $0[0] }
        #expect(largestDifference(prices, [1, 1.01, 1.01 * 0.97, 1.01 * 0.97 * 1.01]) < 1e-14)
    }
}
