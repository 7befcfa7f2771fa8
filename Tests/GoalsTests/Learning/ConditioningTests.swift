import Goals
import RealModule
import Scenarios
import TestSupport
import Testing

@Suite("Learning from counts, floors and levels is conditioning")
struct ConditioningTests {
    /// Six firms of goods whose sizes are drawn from one uncertain distribution, with Laplace shocks that fall with size.
    private func fixture(observed: String, _ observations: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.table = ScenarioFixture.separate
        fixture.growth = "{household: 0%, fixed_capital: 0%, export: 4% ± 3%, outflow: 0%}"
        fixture.units = (1...6).map { "firm\($0),goods:1,,," }
        fixture.portfolio = """
            size: {median: {p5: 20 亿元, p95: 60 亿元}, sd_log: {uniform: [0.4, 0.8]}}, premium: 3% ± 3%, \
            volatility: {at: 50 亿元, sd: 25%, size_exponent: 0.2, common: 20%}
            """
        fixture.observations = observations
        fixture.targets = [
            "{id: large, indicator: {count: firms, over: 60 亿元}, goal: at least 4, by: 2025\(observed)}",
            "{id: total, indicator: {total: firms}, goal: more than 350 亿元, by: 2025}",
        ]
        fixture.more = """
            observation_errors:
              level: {A: 5%, B: 5%, C: 5%, U: 5%}
              share: {A: 1%, B: 1%, C: 1%, U: 1%}
              growth: {A: 1%, B: 1%, C: 1%, U: 1%}
            """
        return fixture
    }

    private struct Outcome {
        var meanLogTotal: Double
        var oddsTotal: Double
        var oddsLarge: Double
    }

    private func learned(_ fixture: ScenarioFixture, members: Int = 60_000) throws -> Outcome {
        let result = try project(fixture.scenario(), options: RunOptions(members: members, threads: 2))
        let total = result.targets.first { $0.target.id == "total" }!.headline
        let large = result.targets.first { $0.target.id == "large" }!.headline
        return Outcome(
            meanLogTotal: Double.log(total.atDeadline.p50), oddsTotal: total.odds.probability,
            oddsLarge: large.odds.probability)
    }

    /// Members of the prior, weighed one by one by what they say of 2023.
    private func bruteForce(
        _ fixture: ScenarioFixture, members: Int = 200_000, weight: (_ sizes: [Double]) -> Double
    ) throws -> Outcome {
        let sizes = try memberValues(
            fixture.scenario(), members: members, threads: 2, blockSize: 512,
            (0..<6).flatMap { unit in [size(unit, 1), size(unit, 3)] })
        var (sum, met, large) = (0.0, 0.0, 0.0)
        var totals: [(log: Double, weight: Double)] = []
        for member in 0..<members {
            let early = (0..<6).map { sizes[2 * $0][member] }
            let late = (0..<6).map { sizes[2 * $0 + 1][member] }
            let weight = weight(early)
            let total = late.reduce(0, +)
            sum += weight
            if total > 350 { met += weight }
            if late.count(where: { $0 > 60 }) >= 4 { large += weight }
            totals.append((Double.log(total), weight))
        }
        totals.sort { $0.log < $1.log }
        var passed = 0.0
        let median = totals.first {
            passed += $0.weight
            return passed >= sum / 2
        }!.log
        return Outcome(meanLogTotal: median, oddsTotal: met / sum, oddsLarge: large / sum)
    }

    private func expectEqual(
        _ a: Outcome, _ b: Outcome, tolerance: Double, location: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(abs(a.meanLogTotal - b.meanLogTotal) < tolerance, sourceLocation: location)
        #expect(abs(a.oddsTotal - b.oddsTotal) < tolerance, sourceLocation: location)
        #expect(abs(a.oddsLarge - b.oddsLarge) < tolerance, sourceLocation: location)
    }

    private let count = ", observed: [{file: observations.csv, indicator: large, learn: value}]"

    @Test("an exact count keeps the members that have it, and their later luck is their own")
    func exactCount() throws {
        let fixture = fixture(observed: count, ["large,2023,2,firms,A"])
        let expected = try bruteForce(fixture) { $0.count { $0 > 60 } == 2 ? 1 : 0 }
        let prior = try bruteForce(fixture) { _ in 1 }
        expectEqual(try learned(fixture), expected, tolerance: 0.012)
        #expect(abs(prior.oddsLarge - expected.oddsLarge) > 0.03)
    }

    @Test("a count within a range weighs the members by a rounded normal error")
    func uncertainCount() throws {
        let fixture = fixture(observed: count, ["large,2023,3,firms,U,2,4"])
        let error = 1 / 1.6448536269514722
        func cumulative(_ x: Double) -> Double { Double.erfc(-x / 2.squareRoot()) / 2 }
        let expected = try bruteForce(fixture) { sizes in
            let distance = Double(sizes.count { $0 > 60 }) - 3
            return cumulative((distance + 0.5) / error) - cumulative((distance - 0.5) / error)
        }
        expectEqual(try learned(fixture), expected, tolerance: 0.012)
    }

    @Test("a plan's floor holds with its stated chance")
    func floor() throws {
        var fixture = fixture(observed: "", ["planned,2023,260,100m yuan,B"])
        fixture.targets[1] = fixture.targets[1].replacing(
            "by: 2025",
            with: "by: 2025, observed: [{file: observations.csv, indicator: planned, learn: floor, holds: 80%}]")
        let expected = try bruteForce(fixture) { $0.reduce(0, +) >= 260 ? 0.8 : 0.2 }
        expectEqual(try learned(fixture), expected, tolerance: 0.012)
    }

    @Test(
        "a level of a portfolio whose shocks are Laplace and fall with size: the smoother is close to exact conditioning"
    )
    func levelOfANonlinearPortfolio() throws {
        var fixture = fixture(observed: "", ["total,2023,330,100m yuan,A"])
        fixture.targets[1] = fixture.targets[1].replacing(
            "by: 2025", with: "by: 2025, observed: [{file: observations.csv, indicator: total, learn: value}]")
        let expected = try bruteForce(fixture) { sizes in
            let distance = (Double.log(sizes.reduce(0, +)) - Double.log(330)) / 0.05
            return Double.exp(-distance * distance / 2)
        }
        let prior = try bruteForce(fixture) { _ in 1 }
        let found = try learned(fixture)
        #expect(abs(found.meanLogTotal - expected.meanLogTotal) < 0.02)
        #expect(abs(found.oddsTotal - expected.oddsTotal) < 0.03)
        #expect(abs(found.oddsLarge - expected.oddsLarge) < 0.03)
        #expect(abs(prior.oddsTotal - expected.oddsTotal) > 0.1)
    }

    @Test(
        "a figure of one unit is exact, however surprising: the luck is its own, not shared in proportion",
        arguments: [("laplace", 90.0, 5.0), ("laplace", -40, 2), ("laplace", 12, 1), ("normal", 60, 3)])
    func figureOfAUnit(shape: String, percent: Double, error: Double) throws {
        var fixture = fixture(
            observed: "", ["growth,2023,\(percent),percent,A,\(percent - 1.645 * error),\(percent + 1.645 * error)"])
        fixture.portfolio = fixture.portfolio.replacing("common: 20%", with: "common: 20%, shape: \(shape)")
        fixture.more += """

            tracked:
              - {id: growth, name: Growth, indicator: {growth: {unit: firm1, of: firms}}, \
            observed: [{file: observations.csv, indicator: growth, learn: value}]}
            """
        let sizes = try memberValues(
            fixture.scenario(), members: 400_000, threads: 2, blockSize: 512,
            [size(0, 0)] + (0..<6).flatMap { unit in [size(unit, 1), size(unit, 3)] })
        let low = Double.log(1 + (percent - 1.645 * error) / 100)
        let high = Double.log(1 + (percent + 1.645 * error) / 100)
        let (observed, deviation) = (Double.log(1 + percent / 100), (high - low) / (2 * 1.645))
        var (sum, met, large) = (0.0, 0.0, 0.0)
        for member in sizes[0].indices {
            let distance = (Double.log(sizes[1][member] / sizes[0][member]) - observed) / deviation
            let weight = Double.exp(-distance * distance / 2)
            let late = (0..<6).map { sizes[2 + 2 * $0][member] }
            sum += weight
            if late.reduce(0, +) > 350 { met += weight }
            if late.count(where: { $0 > 60 }) >= 4 { large += weight }
        }
        let found = try learned(fixture)
        #expect(abs(found.oddsTotal - met / sum) < 0.03)
        #expect(abs(found.oddsLarge - large / sum) < 0.03)
    }

    @Test("a count and a level of one year: both are taken, in either order of writing")
    func together() throws {
        var fixture = fixture(observed: count, ["large,2023,2,firms,A", "total,2023,300,100m yuan,A"])
        fixture.targets[1] = fixture.targets[1].replacing(
            "by: 2025", with: "by: 2025, observed: [{file: observations.csv, indicator: total, learn: value}]")
        let expected = try bruteForce(fixture) { sizes in
            let distance = (Double.log(sizes.reduce(0, +)) - Double.log(300)) / 0.05
            return sizes.count { $0 > 60 } == 2 ? Double.exp(-distance * distance / 2) : 0
        }
        let found = try learned(fixture)
        #expect(abs(found.meanLogTotal - expected.meanLogTotal) < 0.03)
        #expect(abs(found.oddsTotal - expected.oddsTotal) < 0.05)
        var turned = fixture
        turned.targets.reverse()
        turned.observations.reverse()
        let again = try learned(turned)
        #expect(again.meanLogTotal == found.meanLogTotal)
        #expect(again.oddsTotal == found.oddsTotal)
        #expect(again.oddsLarge == found.oddsLarge)
    }
}
