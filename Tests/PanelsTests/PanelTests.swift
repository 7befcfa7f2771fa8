import Panels
import RealModule
import Testing

@Suite struct PanelTests {
    private func panel(
        regions: [String] = ["a", "b"], years: [Int] = [2010, 2011, 2012],
        values: [[Double?]] = [[1, nil, 3], [4, 5, 6]], breaks: [Int] = []
    ) throws(PanelError) -> Panel {
        try Panel(name: "x", regions: regions, years: years, values: values, breaks: breaks)
    }

    @Test func partsMustFitEachOther() {
        #expect(throws: PanelError.noRegions) { try panel(regions: [], values: []) }
        #expect(throws: PanelError.duplicateRegion("a")) { try panel(regions: ["a", "a"]) }
        #expect(throws: PanelError.tooFewYears([2010])) { try panel(years: [2010], values: [[1], [2]]) }
        #expect(throws: PanelError.yearsNotConsecutive(2010, 2012)) { try panel(years: [2010, 2012, 2013]) }
        #expect(throws: PanelError.wrongShape(rows: 1, regions: 2)) { try panel(values: [[1, 2, 3]]) }
        #expect(throws: PanelError.wrongLength(region: "b", values: 1, years: 3)) {
            try panel(values: [[1, 2, 3], [1]])
        }
        #expect(throws: PanelError.notFinite(region: "a", year: 2011)) {
            try panel(values: [[1, .infinity, 3], [1, 2, 3]])
        }
        #expect(throws: PanelError.breakOutsideYears(2010, first: 2010, last: 2012)) { try panel(breaks: [2010]) }
    }

    @Test func breaksSplitTheYearsIntoPeriods() throws {
        let panel = try panel(breaks: [2012, 2011, 2012])
        #expect(panel.breaks == [2011, 2012])
        #expect(panel.periods == [2010...2010, 2011...2011, 2012...2012])
        #expect(panel.hasBreak(after: 2010, through: 2011))
        #expect(!panel.hasBreak(after: 2011, through: 2011))
    }

    @Test func logarithmsNeedPositiveValues() throws {
        let logs = try panel().logarithms()
        #expect(logs.value(0, in: 2011) == nil)
        #expect(logs.value(1, in: 2010) == Double.log(4))
        #expect(throws: PanelError.notPositive(region: "b", year: 2011, value: 0)) {
            try panel(values: [[1, 2, 3], [4, 0, 6]]).logarithms()
        }
    }

    @Test func whatWasKnownEndsAtTheYear() throws {
        let known = try panel(breaks: [2012]).known(through: 2011)
        #expect(known.years == [2010, 2011])
        #expect(known.values == [[1, nil], [4, 5]])
        #expect(known.breaks.isEmpty)
    }
}
