import Goals
import Scenarios
import TestSupport
import Testing

@Suite struct JudgementTests {
    private let options = RunOptions(members: 1000, threads: 2, blockSize: 256)
    private static let help =
        "{id: help, kind: portfolio_growth, portfolio: firms, rate: 1% ± 0.5%, because: orders are full}"
    private static let orders =
        "{id: orders, kind: demand_growth, group: goods, categories: [export], rate: -3%, because: a tariff}"

    private func fixture(_ levers: [String]) -> ScenarioFixture {
        var fixture = ScenarioFixture.everything()
        fixture.levers = levers
        fixture.targets.append("{id: near, indicator: {total: firms}, goal: more than 290 亿元, by: 2024}")
        return fixture
    }

    @Test func eachSideIsTheProjectionWithAndWithoutTheJudgement() throws {
        let result = try project(fixture([Self.help, Self.orders]).scenario(), options: options)
        #expect(result.judgements.map { $0.levers.map(\.id) } == [["help"], ["orders"], ["help", "orders"]])
        for (judgement, rest) in zip(result.judgements, [[Self.orders], [Self.help], []]) {
            let without = try project(fixture(rest).scenario(), options: options)
            #expect(judgement.targets.count == 5)
            for (judged, (own, other)) in zip(judgement.targets, zip(result.targets, without.targets)) {
                #expect(judged.target.id == own.target.id)
                #expect(judged.readings.map(\.with.odds) == own.readings.map(\.odds))
                #expect(judged.readings.map(\.with.atDeadline) == own.readings.map(\.atDeadline))
                #expect(judged.readings.map(\.without.odds) == other.readings.map(\.odds))
                #expect(judged.readings.map(\.without.atDeadline) == other.readings.map(\.atDeadline))
            }
        }
    }

    /// Of 2024: what was learned of 2023 stays. Of 2023: without it, the figure teaches something else.
    @Test(arguments: ["2024", "2023"])
    func withoutAJudgementTheFiguresTeachWhatTheyWouldHaveTaught(years: String) throws {
        func fixture(_ levers: [String]) -> ScenarioFixture {
            var fixture = ScenarioFixture()
            fixture.growth = "{household: 3%, fixed_capital: 3%, export: 4% ± 4%, outflow: 2%}"
            fixture.observations = ["level,2023,1060,100m yuan,A"]
            fixture.levers = levers
            fixture.targets = [
                "{id: level, indicator: {output: goods}, goal: more than 1150 亿元, by: 2025, "
                    + "observed: [{file: observations.csv, indicator: level, learn: value}]}"
            ]
            fixture.more = """
                observation_errors:
                  level: {A: 1%, B: 5%, C: 5%, U: 5%}
                  share: {A: 1%, B: 1%, C: 1%, U: 1%}
                  growth: {A: 1%, B: 1%, C: 1%, U: 1%}
                """
            return fixture
        }
        let lever =
            "{id: tariff, kind: demand_growth, group: goods, categories: [export], rate: -8% ± 2%, years: \(years), because: a tariff}"
        let result = try project(fixture([lever]).scenario(), options: options)
        let without = try project(fixture([]).scenario(), options: options)
        #expect(result.learning?.vintages.map(\.year) == [2023])
        let judged = try #require(result.judgements.first?.targets.first).headline
        #expect(judged.without.odds == without.targets[0].headline.odds)
        #expect(judged.without.atDeadline == without.targets[0].headline.atDeadline)
        #expect(judged.with.odds == result.targets[0].headline.odds)
        #expect(judged.oddsDifference < 0)
    }

    @Test func differencesAreWithLessWithoutAndOfPairedMembers() throws {
        let result = try project(fixture([Self.help, Self.orders]).scenario(), options: options)
        let signs = result.judgements.map { judgement in
            judgement.targets.first { $0.target.id == "near" }.map(\.headline)
        }
        let (help, orders) = (try #require(signs[0]), try #require(signs[1]))
        #expect(help.oddsDifference > 0 && orders.oddsDifference < 0)
        for reading in [help, orders] {
            let (a, b) = (reading.with.odds, reading.without.odds)
            #expect(abs(reading.oddsDifference - (a.probability - b.probability)) < 1e-12)
            let separate = (a.standardError * a.standardError + b.standardError * b.standardError).squareRoot()
            #expect(reading.standardError > 0 && reading.standardError < separate)
        }
        // Every member gains from the one, though not all alike, and none from the other.
        let (gain, loss) = (try #require(help.difference), try #require(orders.difference))
        #expect(gain.p5 < gain.p50 && gain.p50 < gain.p95 && gain.p50 > 0)
        #expect(loss.p5 < loss.p50 && loss.p50 < loss.p95 && loss.p95 <= 0)
    }

    @Test func becauseChangesNothingOfTheProjectionItself() throws {
        let judged = try project(fixture([Self.help]).scenario(), options: options)
        let plain = try project(
            fixture([Self.help.replacing("because", with: "reason")]).scenario(), options: options)
        #expect(judged.judgements.count == 1 && plain.judgements.isEmpty)
        #expect("\(judged.variables)" == "\(plain.variables)")
        #expect(judged.targets.map(\.headline.odds) == plain.targets.map(\.headline.odds))
        #expect(judged.notices == plain.notices)
    }

    @Test func aJudgementOfNothingMovesNothing() throws {
        let nothing = "{id: none, kind: price, group: goods, rate: 0%, because: it stays as it is}"
        let result = try project(fixture([nothing]).scenario(), options: options)
        for reading in result.judgements.flatMap(\.targets).flatMap(\.readings) {
            #expect(reading.oddsDifference == 0 && reading.standardError == 0)
            #expect(reading.difference?.p5 == 0 && reading.difference?.p95 == 0)
        }
    }

    @Test func comparisonsSayThatJudgementsAreInThem() throws {
        let base = try fixture([Self.help]).scenario()
        let result = try compare(base, with: [fixture([Self.orders]).scenario()], options: options)[0]
        #expect(result.base.judgements.isEmpty)
        #expect(result.notices.contains { $0.matter == .restsOnJudgements(["help", "orders"]) })
    }
}
