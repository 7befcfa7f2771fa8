import Goals
import Testing

/// A case of both rules: figures, and what each rule says.
private func both(
    base: Double = 2.1, baseYear: Int = 2024, latest: Double = 2.218, latestYear: Int = 2025, target: Double = 2.5,
    deadline: Int = 2027, atMost: Bool = false, isShare: Bool = false
) -> (eurostat: ProgressResult, unitedNations: ProgressResult) {
    (
        eurostatProgress(
            base: base, baseYear: baseYear, latest: latest, latestYear: latestYear, target: target, deadline: deadline,
            atMost: atMost, isShare: isShare),
        unitedNationsProgress(
            base: base, baseYear: baseYear, latest: latest, latestYear: latestYear, target: target, deadline: deadline,
            atMost: atMost, isShare: isShare)
    )
}

private func isSame(_ results: (eurostat: ProgressResult, unitedNations: ProgressResult), _ label: String) -> Bool {
    return [results.eurostat, results.unitedNations].allSatisfy { $0.ratio == nil && $0.label == label }
}

@Suite struct ProgressRulesTests {
    /// 2.1 in 2024 toward 2.5 in 2027, 2.218 in 2025: the ratios follow from the formulas to five digits.
    @Test func workedExampleIsModerateAndFair() throws {
        let (eurostat, unitedNations) = both()
        #expect(abs(try #require(eurostat.ratio) - 0.93901) < 5e-6)
        #expect(eurostat.label == "moderate")
        #expect(abs(try #require(unitedNations.ratio) - 0.93566) < 5e-6)
        #expect(unitedNations.label == "fair")
    }

    @Test(arguments: [
        (2.4, "significant", "on track"), (2.2, "moderate", "fair"), (2.12, "insufficient", "fair"),
        (2.1, "insufficient", "poor"), (2.0, "moving away", "poor"), (0, "moving away", "poor"),
    ])
    func gradesFollowTheRatio(latest: Double, eurostat: String, unitedNations: String) {
        let results = both(latest: latest)
        #expect(results.eurostat.label == eurostat && results.unitedNations.label == unitedNations)
        #expect(results.eurostat.ratio != nil && results.unitedNations.ratio != nil)
    }

    @Test func steadyGrowthToTheTargetHasRatioOne() throws {
        let results = both(base: 100, latest: 110, target: 133.1)
        #expect(abs(try #require(results.eurostat.ratio) - 1) < 1e-12)
        #expect(abs(try #require(results.unitedNations.ratio) - 1) < 1e-12)
    }

    @Test func decreaseTowardALowerTargetIsProgress() throws {
        let steady = both(base: 100, latest: 90, target: 72.9, atMost: true)
        #expect(abs(try #require(steady.eurostat.ratio) - 1) < 1e-12)
        #expect(abs(try #require(steady.unitedNations.ratio) - 1) < 1e-12)
        #expect(steady.eurostat.label == "significant" && steady.unitedNations.label == "on track")
        let away = both(base: 100, latest: 101, target: 72.9, atMost: true)
        #expect(away.eurostat.label == "moving away" && away.unitedNations.label == "poor")
        #expect(isSame(both(base: 100, latest: 70, target: 72.9, atMost: true), "achieved"))
        // Down to nothing means growth of -100% a year.
        #expect(both(base: 100, latest: 50, target: 0, atMost: true).eurostat.ratio == 0.5)
    }

    @Test func targetMetAlreadyIsAchieved() {
        #expect(isSame(both(latest: 2.5), "achieved"))
        #expect(isSame(both(base: 0, latest: 2.6), "achieved"))
        #expect(isSame(both(latest: 2.6, latestYear: 2024), "achieved"))
    }

    @Test func baseOfZeroOrBelowHasNoGrowth() {
        #expect(isSame(both(base: 0), "not defined: base is zero"))
        #expect(isSame(both(base: -1), "not defined: base is negative"))
    }

    @Test func negativeLatestOrTargetHasNoGrowth() {
        #expect(isSame(both(latest: -0.1), "not defined: latest value is negative"))
        #expect(isSame(both(target: -1, atMost: true), "not defined: target is negative"))
    }

    @Test func latestYearMustFollowTheBaseYear() {
        #expect(isSame(both(latestYear: 2024), "not defined: no figure after the base year"))
        #expect(isSame(both(latestYear: 2023), "not defined: the latest figure is older than the base year"))
        // Even a figure that meets the target says nothing about the time after the base year.
        #expect(isSame(both(latest: 3, latestYear: 2023), "not defined: the latest figure is older than the base year"))
    }

    @Test func passedDeadlineIsMissedOrAchievedLate() {
        #expect(isSame(both(latest: 2.4, latestYear: 2028), "missed: the deadline has passed"))
        #expect(isSame(both(latest: 2.6, latestYear: 2028), "achieved (figure later than the deadline)"))
    }

    @Test func deadlineReachedBelowTheTargetKeepsItsRatio() throws {
        let results = both(latest: 2.4, latestYear: 2027)
        #expect(results.eurostat.label == "missed (moderate)")
        #expect(abs(try #require(results.unitedNations.ratio) - 0.75) < 1e-12)
        #expect(results.unitedNations.label == "missed (fair)")
    }

    @Test func deadlineMustFollowTheBaseYear() {
        #expect(isSame(both(deadline: 2024), "not defined: the deadline is not after the base year"))
        #expect(isSame(both(deadline: 2020), "not defined: the deadline is not after the base year"))
    }

    @Test func baseThatMetTheTargetRequiresNoGrowth() {
        #expect(isSame(both(base: 2.6), "not defined: the base met the target already"))
        #expect(isSame(both(base: 2.5), "not defined: the base met the target already"))
    }

    @Test func missingFigureIsSaid() {
        #expect(isSame(both(latest: .nan), "not defined: a figure is missing"))
    }

    @Test func shareThatWouldPass100PercentIsSaid() {
        // 80% to 90% in a year would be 114% two years on.
        let share = both(base: 0.80, latest: 0.90, target: 0.98, isShare: true)
        #expect(share.eurostat.label == "significant (growth so far would pass 100%)")
        #expect(share.unitedNations.label == "on track (growth so far would pass 100%)")
        #expect(both(base: 0.80, latest: 0.90, target: 0.98).eurostat.label == "significant")
        #expect(both(base: 0.20, latest: 0.21, target: 0.25, isShare: true).eurostat.label == "moderate")
    }
}

@Suite struct CompoundGrowthTests {
    @Test func growthOfTheWorkedExample() throws {
        #expect(abs(try #require(compoundGrowth(from: 2.1, to: 2.218, years: 1)) - 0.056190) < 5e-7)
        #expect(abs(try #require(compoundGrowth(from: 2.1, to: 2.5, years: 3)) - 0.0598398) < 5e-8)
        let required = compoundGrowth(from: 2.218, to: 2.5, years: 2027 - 2025)
        #expect(abs(try #require(required) - 0.0616692) < 5e-8)
    }

    @Test func growthBackIsTheInverse() throws {
        let up = try #require(compoundGrowth(from: 3, to: 7, years: 9))
        let down = try #require(compoundGrowth(from: 7, to: 3, years: 9))
        #expect(abs((1 + up) * (1 + down) - 1) < 1e-15)
        #expect(compoundGrowth(from: 3, to: 3, years: 5) == 0)
        #expect(compoundGrowth(from: 3, to: 0, years: 5) == -1)
    }

    @Test func undefinedGrowthIsNil() {
        #expect(compoundGrowth(from: 0, to: 1, years: 1) == nil)
        #expect(compoundGrowth(from: -1, to: 1, years: 1) == nil)
        #expect(compoundGrowth(from: 1, to: -1, years: 1) == nil)
        #expect(compoundGrowth(from: 1, to: 2, years: 0) == nil)
        #expect(compoundGrowth(from: 1, to: 2, years: -1) == nil)
        #expect(compoundGrowth(from: .nan, to: 2, years: 1) == nil)
        #expect(compoundGrowth(from: 1, to: .infinity, years: 1) == nil)
    }
}

@Suite struct VerdictBandsTests {
    @Test(
        arguments: [
            (1, .veryLikely), (0.90, .veryLikely), (0.8999, .likely), (0.66, .likely), (0.6599, .open), (0.33, .open),
            (0.32795, .unlikely), (0.10, .unlikely), (0.0999, .remote), (0, .remote),
        ] as [(Double, Verdict)])
    func bandsIncludeTheirLowerBound(probability: Double, verdict: Verdict) {
        #expect(Verdict(probability: probability) == verdict)
    }

    @Test func notAProbabilityIsAProgrammersMistake() async {
        await #expect(processExitsWith: .failure) { _ = Verdict(probability: .nan) }
        await #expect(processExitsWith: .failure) { _ = Verdict(probability: 1.01) }
    }
}
