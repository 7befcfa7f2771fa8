import Charts
import Testing

@Suite struct EmptyChartTests {
    @Test func aChartWithoutFiguresIsDrawnAllTheSame() {
        let nothing = Series(name: "Median", column: "p50", values: [])
        let fan = FanChart(
            horizontal: Axis(title: "Year"), vertical: Axis(title: "%"), years: [], yearColumn: "year", bands: [],
            median: nothing)
        let chart = Chart(title: "Nothing", alternative: "Nothing is known.", language: "en", form: .fan(fan))
        #expect(SVG.text(of: chart).hasSuffix("</svg>\n"))
    }
}
