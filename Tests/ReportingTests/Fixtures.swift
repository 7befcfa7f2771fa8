import Goals
import InputOutput
import Panels
import Scenarios

/// Results made by hand: what the numbers mean is not tested here, only how they are written.
enum Fixtures {
    static let money = Display(measure: .money, iamcUnit: "100 million CNY/yr")
    static let percent = Display(measure: .percentage, iamcUnit: "%")
    static let platforms = Display(measure: .units("platforms", chinese: "个平台"), iamcUnit: "platforms")

    /// Quantiles in fixed proportions around a median.
    static func summary(_ median: Double, spread: Double = 0.3) -> Summary {
        Summary(
            mean: median * (1 + spread / 10), p5: median * (1 - spread), p10: median * (1 - 0.8 * spread),
            p25: median * (1 - 0.4 * spread), p50: median, p75: median * (1 + 0.5 * spread),
            p90: median * (1 + 1.1 * spread), p95: median * (1 + 1.5 * spread))
    }

    static func result(
        _ reading: Reading, display: Display = money, verdict: Verdict, odds: Double, members: Int = 10_000,
        latest: LatestValue, median: Double, gap: Double, drivers: [Driver] = [], counts: [Double] = [],
        explained: Double? = nil, explainedByUnverified: Double? = nil, quality: Quality = .b
    ) -> ReadingResult {
        let error = (odds * (1 - odds) / Double(members)).squareRoot()
        return ReadingResult(
            reading: reading, display: display, verdict: verdict,
            odds: Odds(probability: odds, standardError: error, members: members), oddsByDeadline: [], latest: latest,
            atDeadline: summary(median), gap: gap, requiredGrowth: display == platforms ? nil : 0.2541,
            requiredIncrease: display == platforms ? gap / 5 : nil, growthSince: nil, projectedGrowth: 0.1302,
            eurostat: ProgressResult(ratio: 0.4512, outcome: .graded(.insufficient)),
            unitedNations: ProgressResult(ratio: nil, outcome: .notDefined(.noFigure)),
            crossedBy: [(2025, 0), (2026, odds / 4), (2027, odds)], medianCrossing: odds > 0.5 ? 2027 : nil,
            countProbabilities: counts, drivers: drivers, explained: explained,
            explainedByUnverified: explainedByUnverified, quality: quality,
            fan: [
                FanPoint(
                    year: 2022, summary: nil, observed: reading.observed.map { _ in latest.value },
                    required: latest.value),
                FanPoint(
                    year: 2025, summary: summary(median * 0.8, spread: 0.2),
                    observed: reading.observed.map { _ in nil }, required: latest.value * 1.5),
                FanPoint(
                    year: 2027, summary: summary(median), observed: reading.observed.map { _ in nil },
                    required: latest.value * 2),
            ])
    }

    /// Four targets: one remote, one open count, one whose readings disagree, one met.
    static func zhejiang() -> ScenarioResult {
        let targets = [totalOutput, overThousand, overFiveHundred, cultivated]
        return ScenarioResult(
            scenario: scenario, members: 10_000, seed: 1, variables: variables,
            targets: targets, tracked: tracked, jointOdds: Odds(probability: 0, standardError: 0, members: 10_000),
            baseYear: baseYear, rankings: [ranking],
            assumptions: [
                Assumption(matter: .impliedGrowth(median: 0.047, p5: 0.02, p95: 0.07, years: 5), quality: .b),
                Assumption(matter: .sectorWeights, quality: .u),
            ],
            notices: [
                Notice(level: .note, matter: .unstableDraws(rejected: 37, members: 10_000)),
                Notice(
                    level: .warning,
                    matter: .exceedsSector(
                        portfolio: "platforms", until: 2027, share: 0.0412, sector: "electronics", shareOfSector: 0.03,
                        growthOfRest: -0.021)),
            ], judgements: judgements)
    }

    /// Two judgements: one lowers the odds of the total, one raises a median at odds of zero; then both.
    static let judgements: [JudgementResult] = {
        let levers = scenario.levers
        let moved = judged(totalOutput, odds: -0.05, error: 0.002, median: -500)
        let still = judged(totalOutput, odds: 0.001, error: 0.002, median: nil)
        let raised = judged(overThousand, odds: 0, error: 0, median: 1)
        let alike = judged(overThousand, odds: 0, error: 0, median: nil)
        return [
            JudgementResult(levers: [levers[0]], targets: [moved, alike]),
            JudgementResult(levers: [levers[1]], targets: [still, raised]),
            JudgementResult(levers: levers, targets: [moved, raised]),
        ]
    }()

    private static func judged(_ target: TargetResult, odds: Double, error: Double, median: Double?) -> JudgedTarget {
        let with = target.headline
        var without = with
        without.odds.probability -= odds
        without.atDeadline = summary(with.atDeadline.p50 - (median ?? 0))
        let difference = median.map { summary($0, spread: $0 < 0 ? -0.3 : 0.3) }
        return JudgedTarget(
            target: target.target,
            readings: [
                JudgedReading(
                    with: with, without: without, oddsDifference: odds, standardError: error, difference: difference)
            ])
    }

    /// Regions around 8,000 that doubled in five years, or did not, before and after a break.
    static let outsideView: OutsideViewResult = {
        let values: [[Double?]] = [
            (0..<12).map { 8000 + 1000 * Double($0) }, (0..<12).map { $0 == 5 ? nil : 4000 + 2000 * Double($0) },
        ]
        do {
            let panel = try Panel(
                name: "revenue", regions: ["east", "west"], years: Array(2010...2021), values: values, breaks: [2016])
            return OutsideViewResult(
                reference: .panel(
                    ReferencePanel(
                        panel: panel, sizes: panel, path: "panel.csv", name: "revenue of provinces",
                        nameChinese: "各省营业收入", region: "east", size: 8060, factor: 3, note: "Provinces, not platforms.")
                ),
                view: OutsideView(of: panel, growth: 0.2541, years: 3, size: 8060), years: 5,
                disagreement: .modelDoubtful)
        } catch {
            fatalError("\(error)")
        }
    }()

    static let totalOutput: TargetResult = {
        var result = totalOutputWithoutOutsideView
        result.readings[0].outsideView = outsideView
        return result
    }()

    private static let totalOutputWithoutOutsideView = TargetResult(
        target: target("total-output"),
        readings: [
            result(
                target("total-output").headline, verdict: .remote, odds: 0.0321,
                latest: LatestValue(value: 8060, year: 2022, quality: .u, isModelled: false), median: 14_876.4321,
                gap: 10_123.5679,
                drivers: [
                    Driver(input: .startingSize(portfolio: "platforms"), share: 0.62, quality: .u),
                    Driver(input: .growth(category: "export"), share: 0.11, quality: .b),
                    Driver(input: .entryAchieved(portfolio: "platforms"), share: 0.02, quality: nil),
                ], explained: 0.83, explainedByUnverified: 0.78, quality: .u)
        ])

    static let overThousand = TargetResult(
        target: target("over-1000"),
        readings: [
            result(
                target("over-1000").headline, display: platforms, verdict: .remote, odds: 0,
                latest: LatestValue(value: 1, year: 2022, quality: .b, isModelled: false), median: 3, gap: 7,
                counts: [0.004, 0.12, 0.25, 0.31, 0.2, 0.1, 0.016])
        ])

    static let overFiveHundred: TargetResult = {
        let latest = LatestValue(value: 3, year: 2022, quality: .c, isModelled: true)
        let target = Fixtures.target("over-500")
        return TargetResult(
            target: target,
            readings: [
                result(
                    target.readings[0], display: platforms, verdict: .open, odds: 0.412, latest: latest, median: 18,
                    gap: 1),
                result(
                    target.readings[1], display: platforms, verdict: .remote, odds: 0.0004, latest: latest,
                    median: 18, gap: 10),
            ])
    }()

    static let cultivated: TargetResult = {
        var reading = result(
            target("cultivated").headline, display: platforms, verdict: .met, odds: 1,
            latest: LatestValue(value: 40, year: 2024, quality: .a, isModelled: false), median: 44, gap: -4,
            quality: .a)
        reading.outsideView = OutsideViewResult(
            reference: .nothing(reason: "Nobody counts platforms."), view: nil, years: 3, disagreement: nil)
        reading.oddsByDeadline = [
            (2026, Odds(probability: 0.25, standardError: 0.004, members: 10_000)), (2027, reading.odds),
        ]
        return TargetResult(target: target("cultivated"), readings: [reading])
    }()

    /// One quantity with a figure inside and one above the range, one that nothing was published on since.
    static let tracked: [TrackedResult] = scenario.tracked.map { indicator in
        let display = indicator.id == "share" ? percent : money
        let published = indicator.observed[0].points
        func point(_ year: Int, _ summary: Summary?, rank: Double?) -> TrackedResult.Point {
            .init(year: year, summary: summary, observed: published.first { $0.year == year }, rank: rank)
        }
        let points =
            indicator.id == "share"
            ? [
                point(2021, nil, rank: nil), point(2022, summary(0.152, spread: 0), rank: nil),
                point(2023, summary(0.16, spread: 0.1), rank: 0.31),
                point(2024, summary(0.17, spread: 0.1), rank: 0.981), point(2025, summary(0.18), rank: nil),
            ] : [point(2022, summary(60, spread: 0), rank: 0), point(2023, summary(64), rank: nil)]
        return TrackedResult(indicator: indicator, display: display, points: points)
    }

    static let variables: [VariableSummary] = [
        VariableSummary(
            name: "Output|Pharmaceuticals", unit: "100 million CNY/yr", scale: 1,
            years: [
                .init(year: 2022, summary: summary(3100.1, spread: 0), observed: nil),
                .init(year: 2027, summary: summary(4200.7), observed: nil),
            ]),
        VariableSummary(
            name: "Output|Electronics", unit: "100 million CNY/yr", scale: 1,
            years: [.init(year: 2027, summary: summary(15_000), observed: nil)]),
        VariableSummary(
            name: "Value Added|Manufacturing|High-Tech Share", unit: "%", scale: 100,
            years: [
                .init(year: 2021, summary: nil, observed: 0.13),
                .init(year: 2027, summary: summary(0.171), observed: nil),
            ]),
    ]

    static let ranking = PortfolioRanking(
        portfolio: "platforms", year: 2027,
        units: [
            .init(
                id: "hangzhou-bay", name: "Hangzhou Bay", nameChinese: "杭州湾", start: summary(1030, spread: 0.05),
                atYear: summary(1650), oddsOver: [(500, 0.999), (1000, 0.91)]),
            .init(
                id: "yiwu", name: "Yiwu, photovoltaics", nameChinese: nil, start: summary(420, spread: 0.1),
                atYear: summary(800), oddsOver: [(500, 0.88), (1000, 0.21)]),
        ])

    static let baseYear = BaseYearReport(
        fromYear: 2017, toYear: 2022,
        margins: [
            .init(
                subject: .init(.valueAdded, .control("all")), status: .imposed, value: 77_715, quality: .b, note: "GDP"),
            .init(
                subject: .init(.valueAdded, .control("industry")), status: .imposed, value: 28_871, quality: .b,
                note: "statistical yearbook"),
            .init(
                subject: .init(.output, .control("chemicals")), status: .inferred, value: 9100, quality: nil,
                note: "by the value-added ratio"),
            .init(
                subject: .init(.outflow, .all), status: .residual, value: -1234.5, quality: nil,
                note: "closes the account"),
        ])

    static func comparison() -> ComparisonResult {
        let base = zhejiang()
        var alternative = base
        alternative.scenario.id = "platforms-more-entry"
        alternative.scenario.name = "More entry"
        alternative.scenario.nameChinese = "更多进入"
        let targets = base.targets.map { target in
            TargetComparison(
                target: target.target,
                readings: target.readings.map { reading in
                    var changed = reading
                    let rises = target.target.id == "total-output"
                    changed.odds.probability += rises ? 0.1 : 0
                    changed.verdict = rises ? .unlikely : reading.verdict
                    changed.atDeadline = summary(reading.atDeadline.p50 * 1.1)
                    return ReadingComparison(
                        base: reading, alternative: changed, oddsDifference: rises ? 0.1 : 0,
                        standardError: rises ? 0.003 : 0, difference: summary(reading.atDeadline.p50 * 0.1))
                })
        }
        let variables = base.variables.map { variable in
            VariableComparison(
                name: variable.name, unit: variable.unit, scale: variable.scale,
                years: variable.years.compactMap { point in
                    point.summary.map {
                        .init(
                            year: point.year, base: $0, alternative: summary($0.p50 * 1.1),
                            difference: summary($0.p50 * 0.1))
                    }
                })
        }
        return ComparisonResult(
            base: base, alternative: alternative, variables: variables, targets: targets,
            notices: [Notice(level: .note, matter: .restsOnJudgements(["more-entry"]))])
    }
}
