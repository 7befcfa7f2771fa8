import Panels
import Testing

@Suite struct OutsideViewTests {
    /// a doubles each year, b grows a tenth, c stands still and is large; from 2013 a new classification.
    private func panel() throws -> Panel {
        try Panel(
            name: "x", regions: ["a", "b", "c"], years: Array(2009...2016),
            values: [
                [nil, 10, 20, 40, 1000, 2000, 4000, nil], [nil, 100, 110, 121, 50, 55, 60.5, 66.55],
                [nil, 9000, 9000, nil, 9000, 9000, 9000, 9000],
            ], breaks: [2013])
    }

    @Test func countsByPeriodWithBothEndsObservedAndNoBreakInside() throws {
        let view = try OutsideView(of: panel(), growth: 0.1, years: 2)
        // Old: a and b 2010 to 2012; c has no 2012. New: a 2013 to 2015, b and c two windows each.
        #expect(view.periods.map(\.windows) == [2, 5])
        #expect(view.periods.map(\.achieved) == [2, 3])
        #expect(view.periods.map(\.regions) == [2, 3])
        #expect(view.periods.map(\.achievers) == [2, 2])
        #expect(view.periods.map { [$0.first, $0.last] } == [[2010, 2012], [2013, 2016]])
        #expect(view.periods.map(\.isLatest) == [false, true])
        #expect(view.periods[0].best == 1)
        #expect(abs(view.periods[1].median! - 0.1) < 1e-12)
        #expect(view.count == 7 && view.achieved == 5)
    }

    /// 55 to 60.5 and 66.55 is exactly a tenth a year, whatever the last digit of the quotient.
    @Test func growthAsAskedForIsAchieved() throws {
        let view = try OutsideView(of: panel(), growth: 0.1, years: 1)
        #expect(!view.windows.contains { $0.region == "b" && !$0.achieved })
        let more = try OutsideView(of: panel(), growth: 0.1001, years: 1)
        #expect(!more.windows.contains { $0.region == "b" && $0.achieved })
    }

    @Test func comparableIsWithinTheFactorAtTheStart() throws {
        let view = try OutsideView(of: panel(), growth: 0, years: 1, size: 120, factor: 3)
        #expect(
            view.windows.map { "\($0.region) \($0.start)" } == [
                "b 2010", "b 2011", "b 2013", "b 2014", "b 2015",
            ])
        let wide = try OutsideView(of: panel(), growth: 0, years: 1, size: 120, factor: 6)
        #expect(wide.windows.contains { $0.region == "a" && $0.start == 2011 })
    }

    /// Two-year windows of b and c from 2013: 2013 to 2015 and 2014 to 2016 overlap; one-year windows do not.
    @Test func overlappingWindowsCountOnce() throws {
        let twoYears = try OutsideView(of: panel(), growth: 0, years: 2)
        #expect(twoYears.periods.map(\.independent) == [2, 3])
        let yearly = try OutsideView(of: panel(), growth: 0, years: 1)
        #expect(yearly.periods.map(\.independent) == yearly.periods.map(\.windows))
    }

    @Test func achieversHaveTheirBestWindow() throws {
        let achievers = try OutsideView(of: panel(), growth: 0.05, years: 2).achievers
        #expect(achievers.map(\.region) == ["a", "b"])
        #expect(achievers.map(\.achieved) == [2, 3])
        #expect(achievers[0].best.start == 2010)
    }

    @Test func declinesToNothingHaveALowestRateAndStartsAtZeroNone() throws {
        let panel = try Panel(name: "x", regions: ["a"], years: [1, 2, 3], values: [[2, 0, 3]])
        let view = OutsideView(of: panel, growth: 0.1, years: 1)
        #expect(view.windows.map(\.growth) == [-1])
        #expect(view.achieved == 0)
    }

    @Test func periodsWithoutWindowsAreKept() throws {
        let view = try OutsideView(of: panel(), growth: 0, years: 3)
        #expect(view.periods.map(\.windows) == [0, 2])
        #expect(view.periods[0].median == nil)
    }
}
