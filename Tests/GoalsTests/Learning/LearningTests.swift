import Goals
import Scenarios
import TestSupport
import Testing

@Suite("What a run learns from, and what it leaves alone")
struct LearningTests {
    /// Everything uncertain at once, with figures of two years for every kind of quantity.
    private func everything() -> ScenarioFixture {
        var fixture = ScenarioFixture.everything()
        fixture.observations += [
            "total,2023,290,100m yuan,B", "large,2024,2,firms,U,1,3", "share,2023,33,percent,A",
            "share,2024,33.5,percent,A", "goods_growth,2023,4,percent,B", "alpha,2024,150,100m yuan,C",
        ]
        let learned = ScenarioFixture.learned
        fixture.learnTotalAndCount()
        fixture.more =
            ScenarioFixture.observationErrors + """

                tracked:
                  - {id: share, name: Share, indicator: {share: goods, of: all, measure: value_added}\(learned("share"))}
                  - {id: growth, name: Growth, indicator: {growth: {output: goods}}\(learned("goods_growth"))}
                  - {id: alpha, name: Alpha, indicator: {unit: alpha, of: firms}\(learned("alpha"))}
                """
        return fixture
    }

    /// Every number that a result says of its targets.
    private func numbers(_ result: ScenarioResult) -> [Double] {
        result.targets.flatMap { target in
            target.readings.flatMap { reading -> [Double] in
                let summary = reading.atDeadline
                return [
                    reading.odds.probability, reading.odds.standardError, summary.mean, summary.p5, summary.p50,
                    summary.p95,
                ]
            }
        }
    }

    private func run(
        _ fixture: ScenarioFixture, members: Int = 3_000, threads: Int = 2,
        knowledge: RunOptions.Knowledge = .published
    ) throws -> ScenarioResult {
        try project(
            fixture.scenario(), options: RunOptions(members: members, threads: threads, knowledge: knowledge))
    }

    @Test("the same bytes with 1, 2 and 5 threads, and again")
    func reproducible() throws {
        let first = numbers(try run(everything(), threads: 1))
        for threads in [1, 2, 5] { #expect(numbers(try run(everything(), threads: threads)) == first) }
    }

    @Test("all kinds of figures are taken, in order of year, and the ensemble stays healthy")
    func kinds() throws {
        let report = try #require(try run(everything()).learning)
        #expect(report.vintages.map(\.year) == [2023, 2024])
        #expect(report.vintages[0].figures.map(\.indicator) == ["goods_growth", "share", "total"])
        #expect(report.vintages[1].figures.map(\.indicator) == ["alpha", "large", "share"])
        #expect(report.vintages.allSatisfy { $0.health.effectiveMembers > 500 })
        // Counts have no surprise in standard deviations, the rest has.
        #expect(report.vintages[1].figures.map { $0.surprise == nil } == [false, true, false])
        #expect(report.vintages[1].figures[1].chance != nil)
    }

    @Test("after learning a quantity lies nearer to its figure, and is known better")
    func nearer() throws {
        let (prior, learned) = (try run(everything(), knowledge: .prior), try run(everything()))
        func fan(_ result: ScenarioResult) -> Summary {
            result.targets[0].headline.fan.first { $0.year == 2023 }!.summary!
        }
        #expect(abs(fan(learned).p50 - 290) < 0.5 * abs(fan(prior).p50 - 290))
        #expect(fan(learned).p95 - fan(learned).p5 < 0.8 * (fan(prior).p95 - fan(prior).p5))
        #expect(prior.learning == nil)
    }

    @Test("going back in time is knowing less: --as-of a year is the run of a scenario without later figures")
    func asOf() throws {
        var earlier = everything()
        earlier.observations.removeAll { $0.contains(",2024,") }
        earlier.targets[1] = ScenarioFixture.everything().targets[1]
        earlier.more = earlier.more.split(separator: "\n").filter { !$0.contains("id: alpha") }.joined(separator: "\n")
        let back = try run(everything(), knowledge: .asOf(2023))
        #expect(numbers(back) == numbers(try run(earlier)))
        #expect(back.learning?.vintages.map(\.year) == [2023])
        #expect(
            numbers(try run(everything(), knowledge: .asOf(2022))) == numbers(try run(everything(), knowledge: .prior)))
    }

    @Test("published price changes are imposed as far as they are known")
    func prices() throws {
        var fixture = everything()
        fixture.observations += ["ppi,2023,-3,percent,A", "ppi,2024,-4,percent,A"]
        fixture.prices = """
            [{id: producer, group: goods, observed: {file: observations.csv, indicator: ppi}, \
            later: {value: -1% ± 1%, per: year}}]
            """
        let scenario = try fixture.scenario()
        #expect(scenario.asKnown(in: 2023).economy.prices[0].observed.map(\.year) == [2023])
        #expect(scenario.withoutLaterPrices().economy.prices[0].observed.isEmpty)
        #expect(scenario.withoutLaterPrices().targets[0].headline.observed[0].points.count == 1)
    }

    @Test("a figure that built the prior is not used again, and said so")
    func builtIn() throws {
        var fixture = everything()
        // The level of the base year drives the relative growth; the starting count and total are the portfolio's own.
        fixture.more += """

              - {id: goods, name: Goods, indicator: {output: goods}, observed: [{file: observations.csv, indicator: goods_level, learn: value}]}
            """
        fixture.observations += ["total,2022,260,100m yuan,A", "alpha,2022,120,100m yuan,A"]
        let learning = try #require(try run(fixture).learning)
        #expect(learning.vintages.map(\.year) == [2023, 2024])
        #expect(
            learning.excluded.map(\.indicator) == ["alpha", "goods_level", "share", "total"].filter { $0 != "share" })
        #expect(learning.excluded.allSatisfy { $0.reason == .builtIn && $0.point.year == 2022 })
    }

    @Test("after a declared break a level is not learned from, a rate of growth only in the year of the break")
    func breaks() throws {
        var fixture = everything()
        fixture.more = fixture.more.replacing(
            "indicator: share, learn: value", with: "indicator: share, learn: value, breaks: [2024]"
        )
        .replacing(
            "indicator: goods_growth, learn: value", with: "indicator: goods_growth, learn: value, breaks: [2023]")
        fixture.observations.append("goods_growth,2024,5,percent,B")
        let learning = try #require(try run(fixture).learning)
        #expect(learning.vintages.flatMap(\.figures).filter { $0.indicator == "share" }.map(\.point.year) == [2023])
        #expect(
            learning.vintages.flatMap(\.figures).filter { $0.indicator == "goods_growth" }.map(\.point.year) == [2024])
        #expect(
            learning.excluded.filter { $0.reason == .otherDefinition }.map(\.indicator) == ["goods_growth", "share"])
    }

    @Test("figures that no member agrees with are an error that says which and what to do")
    func collapse() throws {
        var fixture = everything()
        fixture.observations = fixture.observations.map { $0.hasPrefix("large,") ? "large,2024,9,firms,A" : $0 }
        let error = #expect(throws: LearningError.self) { try run(fixture) }
        let text = try #require(error).description
        #expect(text.contains("large/2024") && text.contains("2024") && text.contains("--prior-only"))
        let few = #expect(throws: LearningError.self) { try run(everything(), members: 40) }
        #expect(try #require(few).description.hasPrefix("40 members are too few to learn from 3 figures of one year"))
    }

    @Test("a figure that no luck explains is refused, one that luck hardly explains is a warning")
    func surprise() throws {
        func result(total: Int) throws -> ScenarioResult {
            var fixture = everything()
            fixture.observations = fixture.observations.map {
                $0.hasPrefix("total,") ? "total,2023,\(total),100m yuan,A" : $0
            }
            return try run(fixture)
        }
        let error = #expect(throws: LearningError.self) { try result(total: 3_000) }
        let text = try #require(error).description
        #expect(text.contains("total/2023: found 3000 亿元") && text.contains("no luck explains that"))
        let warned = try result(total: 800)
        func surprises(_ result: ScenarioResult) -> [Notice] {
            result.notices.filter {
                if case .surprise(_, _, year: 2023, value: 800, _, _, _) = $0.matter { true } else { false }
            }
        }
        #expect(surprises(warned).map(\.level) == [.warning])
        #expect(surprises(try run(everything())).isEmpty)
    }

    @Test(
        "what no quantity of its kind can be is refused where it stands",
        arguments: [
            ("total,2023,-150,100m yuan,A", "found -150, expected an amount above 0"),
            ("total,2023,0,100m yuan,A", "found 0, expected an amount above 0"),
            ("share,2023,137,percent,A", "found 137 percent, expected a share between 0 and 100 percent"),
            ("goods_growth,2023,-100,percent,B", "found -100 percent, expected a rate above -100 percent"),
            ("large,2024,2.5,firms,U", "found 2.5, expected a whole number, or low and high as well"),
            (
                "total,2023,180,100m yuan,A,140,160",
                "found 180 with low 140 and high 160, expected low <= value <= high"
            ),
            (
                "total,2023,150,100m yuan,A,160,140",
                "found 150 with low 160 and high 140, expected low <= value <= high"
            ),
        ])
    func impossible(row: String, message: String) throws {
        var fixture = everything()
        let key = row.split(separator: ",").prefix(2).joined(separator: ",") + ","
        fixture.observations = fixture.observations.map { $0.hasPrefix(key) ? row : $0 }
        let error = #expect(throws: ScenarioError.self) { try fixture.scenario() }
        #expect(try #require(error).description.contains(message))
    }

    @Test("figures after the last projected year are listed, not lost")
    func afterTheEnd() throws {
        var fixture = everything()
        fixture.observations.append("total,2026,400,100m yuan,B")
        let learning = try #require(try run(fixture).learning)
        #expect(learning.excluded.contains { $0.indicator == "total" && $0.reason == .afterTheEnd })
    }

    @Test("the standard error of odds after resampling is the spread over seeds")
    func standardErrors() throws {
        let scenario = try everything().scenario()
        let runs = try (1...24).map { seed in
            try project(scenario, options: RunOptions(members: 2_560, seed: UInt64(seed), threads: 2)).targets[0]
                .headline.odds
        }
        let spread = deviation(runs.map(\.probability))
        let printed = mean(runs.map(\.standardError))
        // 24 seeds know a spread to about 15%.
        #expect(spread / printed > 0.6 && spread / printed < 1.6)
    }

    @Test("an alternative learns what the base has learned, so that doing nothing else changes nothing")
    func comparison() throws {
        let base = try everything().scenario()
        var same = base
        same.id = "same"
        var pushed = base
        pushed.id = "pushed"
        pushed.levers.removeAll { $0.id == "push" }
        let results = try compare(base, with: [same, pushed], options: RunOptions(members: 2_000, threads: 2))
        #expect(results[0].targets.flatMap(\.readings).allSatisfy { $0.oddsDifference == 0 && $0.standardError == 0 })
        #expect(results[1].targets.flatMap(\.readings).contains { $0.oddsDifference != 0 })
        #expect(results[1].alternative.learning?.vintages.map(\.year) == [2023, 2024])
    }

    @Test("each step of the track is the run as of that year, and says what its figures moved")
    func track() throws {
        let scenario = try everything().scenario()
        let result = try Goals.track(scenario, options: RunOptions(members: 3_000, threads: 2))
        #expect(result.steps.map(\.year) == [nil, 2023, 2024])
        #expect(numbers(result.steps[1].result) == numbers(try run(everything(), knowledge: .asOf(2023))))
        #expect(numbers(result.last) == numbers(try run(everything())))
        let total = try #require(result.steps[1].vintage?.figures.first { $0.indicator == "total" })
        let moved = try #require(total.movedTargets.first { $0.target == "total" }?.change)
        let medians = result.steps.prefix(2).map { $0.result.targets[0].headline.atDeadline.p50 }
        // The total is by far the most telling figure of its year for itself.
        #expect(moved * (medians[1] - medians[0]) > 0)
        #expect(abs(moved) > 0.5 * abs(medians[1] - medians[0]) && abs(moved) < 2 * abs(medians[1] - medians[0]))
    }

    @Test("the figure nearest to the outcome in time would tell most, and an unrelated one nothing")
    func nextFigures() throws {
        let result = try Goals.track(everything().scenario(), options: RunOptions(members: 6_000, threads: 2))
        func cut(_ subject: String, _ target: String) -> Double? {
            result.nextFigures.first { $0.subject == subject && $0.year == 2024 }?.effects.first {
                $0.target == target
            }?.rangeCut
        }
        let own = try #require(cut("total", "total"))
        let other = try #require(cut("Growth", "listed"))
        #expect(own > 0.15)
        #expect(other < 0.05)
        #expect(result.nextFigures.map(\.largestCut) == result.nextFigures.map(\.largestCut).sorted(by: >))
    }
}
