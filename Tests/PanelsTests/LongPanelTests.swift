import Panels
import Testing

/// Panels of more years than the growth model looks at.
@Suite struct LongPanelTests {
    @Test("Years before the last forty with values change nothing")
    func onlyRecentYearsCount() throws {
        let long = try SimulatedPanel(regions: 4, years: 60).panel()
        let recent = try Panel(
            name: long.name, regions: long.regions, years: Array(long.years.suffix(40)),
            values: long.values.map { Array($0.suffix(40)) })
        let (whole, cut) = try (
            PanelGrowthModel().growthFit(long, through: long.years[59]),
            PanelGrowthModel().growthFit(recent, through: long.years[59])
        )
        #expect(whole.omittedYears == 20 && cut.omittedYears == 0)
        #expect(whole.panel.years == recent.years)
        #expect(whole.groupTrend == cut.groupTrend)
        #expect(whole.nextGrowth(of: 2) == cut.nextGrowth(of: 2))
    }

    @Test("Years without values do not count against the forty")
    func gapsDoNotCount() throws {
        let values: [[Double?]] = (0..<3).map { region in
            (0..<100).map { (year: Int) -> Double? in
                guard year % 10 == 0 else { return nil }
                return Double(year * (region + 1)) / 50 + Double(year % 3)
            }
        }
        let panel = try Panel(name: "decades", regions: ["a", "b", "c"], years: Array(1900..<2000), values: values)
        #expect(try PanelGrowthModel().growthFit(panel, through: 1999).omittedYears == 0)
        #expect(panel.recent(3).years == Array(1970..<2000))
        #expect(panel.observedYears == 1900...1990)
    }

    @Test("The first origin has the changes that the model needs")
    func firstOrigin() throws {
        let values: [[Double?]] = [[nil, nil, 1, 2, 4, 5, 7], [nil, nil, 2, 3, 4, 6, 7]]
        let panel = try Panel(name: "late", regions: ["a", "b"], years: Array(2010...2016), values: values)
        let first = try #require(PanelGrowthModel.firstOrigin(of: panel))
        #expect(first == 2015)
        #expect(throws: Never.self) { try PanelGrowthModel().growthFit(panel, through: first) }
        #expect(throws: PanelError.self) { try PanelGrowthModel().growthFit(panel, through: first - 1) }
        let short = try Panel(name: "s", regions: ["a"], years: [2010, 2011], values: [[1, 2]])
        #expect(PanelGrowthModel.firstOrigin(of: short) == nil)
    }
}
