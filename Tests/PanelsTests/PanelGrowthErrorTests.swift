import Panels
import Testing

/// Panels that say too little: an error that says what is missing, or a forecast that is finite.
@Suite struct PanelGrowthErrorTests {
    private func message(_ values: [[Double?]]) -> String {
        do throws(PanelError) {
            let panel = try Panel(
                name: "p", regions: values.indices.map { "r\($0)" },
                years: Array(2000..<2000 + values[0].count), values: values)
            _ = try PanelGrowthModel().growthFit(panel, through: 1999 + values[0].count)
            return "fitted"
        } catch {
            return error.description
        }
    }

    @Test func tooLittle() {
        let regions = "growth model cannot be fitted through 2003: it pools regions and needs two with a change"
        #expect(message([[1, 2, 3, 4]]).hasPrefix(regions))
        #expect(message([[1, 2, 3, 4], [nil, 2, nil, nil]]).contains("there is one; add regions or years"))
        #expect(message([[nil, nil, nil, nil], [nil, nil, nil, nil]]).contains("there are none"))
        #expect(message([[1, 2], [1, 2], [1, 2]]).contains("needs five changes"))
        #expect(message([[1, 2], [1, 2], [1, 2]]).contains("there are 3 over one year"))
        #expect(message([[1, 2, 3, 4], [1, 2, 3, 4]]) == "fitted")
    }

    @Test("Constant values, equal growth, and a half of the changes equal to zero are forecast")
    func withoutNoise() throws {
        let panels: [[[Double?]]] = [
            Array(repeating: [1, 1, 1, 1, 1, 1], count: 3),
            Array(repeating: [1, 2, 3, 4, 5, 6], count: 3),
            [[1, 1, 1, 1, 2, 2], [1, 1, 1, 1, 1, 1], [3, 3, 4, 4, 4, 4]],
        ]
        for values in panels {
            let panel = try Panel(name: "p", regions: ["a", "b", "c"], years: Array(2000...2005), values: values)
            let fit = try PanelGrowthModel().growthFit(panel, through: 2005)
            for region in 0..<3 {
                let forecast = try #require(fit.studentForecast(region: region, horizon: 3))
                #expect(forecast.location.isFinite && forecast.scale > 0 && forecast.scale.isFinite)
                let growth = fit.groupTrend.mean
                #expect(growth > -0.01 && growth < 1.01)
            }
        }
    }

    @Test("A region without a value has no forecast, one with a single value that of the group")
    func emptyRegion() throws {
        let panel = try Panel(
            name: "p", regions: ["a", "b", "none", "one"], years: Array(2000...2005),
            values: [
                [1, 1.1, 1.2, 1.4, 1.4, 1.5], [2, 2.1, 2.3, 2.3, 2.5, 2.6], Array(repeating: nil, count: 6),
                [nil, nil, nil, nil, nil, 7],
            ])
        let fit = try PanelGrowthModel().growthFit(panel, through: 2005)
        #expect(fit.studentForecast(region: 2, horizon: 1) == nil)
        let forecast = try #require(fit.studentForecast(region: 3, horizon: 1))
        #expect(abs(forecast.location - 7 - 0.9 * fit.groupTrend.mean) < 0.02)
        #expect(fit.pooling(of: 3) > 0.99)
    }
}
