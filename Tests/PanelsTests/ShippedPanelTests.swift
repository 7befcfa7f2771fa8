import Foundation
import Panels
import Scoring
import Testing

/// Forecasts of provincial high-technology revenue from the origins 2016 to 2020, one to five years ahead.
@Suite struct ShippedPanelTests {
    private static func panel(_ column: String, breaks: [Int], without: [String] = []) throws -> Panel {
        let path = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/seeds/high-tech.csv"
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        return try PanelFile(value: column, leftOut: ["china"] + without, breaks: breaks).panel(
            bytes: bytes, path: path
        ).logarithms()
    }

    /// Mean score, mean absolute error and share inside the 80% interval.
    private struct Result {
        var crps = 0.0
        var error = 0.0
        var held = 0.0
    }

    private static func results(_ panel: Panel, _ methods: [any PanelForecaster], origins: [Int]) throws -> [Result] {
        var results = methods.map { _ in Result() }
        var count = 0.0
        for origin in origins {
            let fitted = try methods.map { try $0.fit(panel.known(through: origin), through: origin) }
            for region in panel.regions.indices {
                for horizon in 1...5 {
                    guard let outcome = panel.value(region, in: origin + horizon) else { continue }
                    count += 1
                    for (index, method) in fitted.enumerated() {
                        let forecast = try #require(method.forecast(region: region, horizon: horizon))
                        results[index].crps += forecast.crps(outcome)
                        results[index].error += abs(outcome - forecast.median)
                        results[index].held += forecast.interval(0.8).contains(outcome) ? 1 : 0
                    }
                }
            }
        }
        return results.map { Result(crps: $0.crps / count, error: $0.error / count, held: $0.held / count) }
    }

    /// The strongest drift: growth across the break counts as growth, as if none had been declared.
    @Test(
        "Score and error lie 22% below drift, 80% intervals hold 76 to 84%",
        arguments: [[2016, 2018, 2019, 2020], Array(2016...2020)])
    func growthBeatsDrift(origins: [Int]) throws {
        let panel = try Self.panel("ht_revenue_100m_yuan", breaks: [2018])
        let ignorant = try Self.panel("ht_revenue_100m_yuan", breaks: [])
        let model = try Self.results(panel, [PanelGrowthModel()], origins: origins)[0]
        let references = try [panel, ignorant].map { try Self.results($0, [DriftForecaster()], origins: origins)[0] }
        for drift in references {
            #expect(model.crps < 0.78 * drift.crps)
            #expect(model.error < 0.78 * drift.error)
        }
        #expect(model.held > 0.76 && model.held < 0.84)
    }

    /// No province makes the result: without any five in a row the score stays well below drift.
    @Test func provincesLeftOut() throws {
        let names = try Self.panel("ht_revenue_100m_yuan", breaks: [2018]).regions
        for first in stride(from: 0, to: names.count, by: 5) {
            let panel = try Self.panel(
                "ht_revenue_100m_yuan", breaks: [2018], without: Array(names[first..<min(first + 5, names.count)]))
            let results = try Self.results(
                panel, [PanelGrowthModel(), DriftForecaster()], origins: [2016, 2018, 2019, 2020])
            #expect(results[0].crps < 0.82 * results[1].crps)
            #expect(results[0].error < 0.82 * results[1].error)
            #expect(results[0].held > 0.74 && results[0].held < 0.86)
        }
    }

    @Test(
        "Other columns of the yearbook score below drift too, and intervals hold what they claim or more",
        arguments: [
            ("rd_100m_yuan", []), ("ht_firms", [2018]), ("rd_basic_100m_yuan", []), ("rd_applied_100m_yuan", []),
            ("rd_experimental_100m_yuan", []), ("rd_government_funds_100m_yuan", []),
            ("rd_enterprise_funds_100m_yuan", []),
        ] as [(String, [Int])])
    func otherColumns(column: String, breaks: [Int]) throws {
        let panel = try Self.panel(column, breaks: breaks)
        let results = try Self.results(
            panel, [PanelGrowthModel(), DriftForecaster()], origins: [2016, 2018, 2019, 2020])
        #expect(results[0].crps < results[1].crps)
        #expect(results[0].held > 0.7 && results[0].held < 0.97)
    }
}
