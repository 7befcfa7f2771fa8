import Charts
import Foundation
import TestSupport
import Testing

/// Names that a browser, a spreadsheet or an expression would run, that XML forbids, or that are too long.
private let hostileNames = [
    "<script>alert(1)</script>", "=HYPERLINK(\"x\")", "\"]", "a.b[c]['d'] \\", "\u{0}\u{8}\u{1B}[31m\u{FFFE}", "]]>",
    "&amp; &#0;", "", " ", "__proto__", "数字经济核心产业增加值占地区生产总值比重，按现价计", "\u{202E}abc", "a\nb\tc",
    String(repeating: "x", count: 600), String(repeating: "产", count: 600),
]

@Suite struct DrawingTests {
    @Test(arguments: Samples.forms)
    func everyFormReadsAsRecorded(form: String) throws {
        let chart = Samples.chart(form)
        try expectSnapshot(SVG.text(of: chart), form + ".svg")
        try expectSnapshot(VegaLite.json(of: chart, data: "data.csv"), form + ".vl.json")
    }

    @Test(arguments: Samples.forms, hostileNames)
    func namesStayText(form: String, name: String) throws {
        let chart = Samples.chart(form, name: name)
        let file = try #require(DrawnFile(SVG.text(of: chart)))
        #expect(
            Set(file.elements.keys).isSubset(of: [
                "svg", "title", "desc", "rect", "line", "path", "polygon", "circle", "text",
            ]))
        #expect(!file.attributes.contains { $0.hasPrefix("on") || $0.contains("href") || $0 == "style" })
        #expect(file.texts["title"]?.count == 1 && file.texts["desc"]?.first?.hasPrefix("It shows") == true)
        for place in file.places {
            #expect(place.x >= -1 && place.x <= 761 && place.y >= -1 && place.y <= file.height + 1, "\(place)")
        }
        // A specification keeps the names of columns as the file has them.
        let text = VegaLite.json(of: chart, data: "data.csv")
        let json = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(json["description"] as? String == chart.alternative)
    }

    @Test(
        arguments: Samples.forms,
        [
            [nil, nil, nil], [.nan, .infinity, 1], [7, nil, nil], [nil, 3, nil], [5, 5, 5], [0, 0, 0], [-3, 0, 4],
            [-5, -4, -3], [1e-9, 2e-9, 3e-9], [1e12, 3e12, 1e13], [1e300, -1e300, 0], [99_999.9, 100_000, 100_000.1],
        ] as [[Double?]])
    func figuresOfEverySizeAreDrawn(form: String, values: [Double?]) throws {
        let chart = Samples.chart(form, values: values)
        let text = SVG.text(of: chart)
        let file = try #require(DrawnFile(text))
        for place in file.places {
            #expect(place.x >= -1 && place.x <= 761 && place.y >= -1 && place.y <= file.height + 1, "\(place)")
        }
        #expect(!text.contains("nan") && !text.contains("inf\""))
        #expect(text == SVG.text(of: chart))
        let json = VegaLite.json(of: chart, data: "data.csv")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
    }

    @Test func axesHaveRoundNumbers() throws {
        func ticks(_ values: [Double], factor: Double = 1) throws -> [String] {
            let fan = FanChart(
                horizontal: Axis(title: ""), vertical: Axis(title: "", factor: factor), years: Array(0..<values.count),
                yearColumn: "year", bands: [], median: Series(name: "Median", column: "p50", values: values))
            let chart = Chart(title: "T", alternative: "A", language: "en", form: .fan(fan))
            let words = try #require(DrawnFile(SVG.text(of: chart))).words
            return words.filter { !["T", "Median", "0", "1", "2"].contains($0) }
        }
        #expect(try ticks([0, 13_100, 24_800]) == ["5,000", "10,000", "15,000", "20,000", "25,000"])
        #expect(try ticks([0, 13_100, 24_800], factor: 1e-4).suffix(5) == ["0.5", "1.0", "1.5", "2.0", "2.5"])
        #expect(try ticks([20.1, 20.3, 20.44]) == ["20.1", "20.2", "20.3", "20.4", "20.5"])
        #expect(try ticks([-0.02, 0.01, 0.03]) == ["−0.02", "−0.01", "0.00", "0.01", "0.02", "0.03"])
    }

    @Test func gapsInterruptLines() {
        let fan = FanChart(
            horizontal: Axis(title: "Year"), vertical: Axis(title: "%"), years: [2020, 2021, 2022, 2023],
            yearColumn: "year", bands: [], median: Series(name: "Median", column: "p50", values: [1, nil, 2, 3]))
        let text = SVG.text(of: Chart(title: "T", alternative: "A", language: "en", form: .fan(fan)))
        let path = text.split(separator: "\n").first { $0.hasPrefix("<path") } ?? ""
        #expect(path.count { $0 == "M" } == 2)
    }

    @Test func aPublishedSeriesHasOneColourInBothFiles() {
        func published(_ column: String, _ values: [Double?]) -> FanChart.Observed {
            FanChart.Observed(series: Series(name: column, column: column, values: values))
        }
        let fan = FanChart(
            horizontal: Axis(title: "Year"), vertical: Axis(title: "%"), years: [2020, 2021], yearColumn: "year",
            bands: [], median: Series(name: "Median", column: "p50", values: [1, 2]),
            observed: [published("without_figures", [nil, nil]), published("second", [1, 2])])
        let chart = Chart(title: "T", alternative: "A", language: "en", form: .fan(fan))
        // The second colour of published series, whether or not the first one is drawn.
        let brown = "#8a4b08"
        #expect(SVG.text(of: chart).contains(brown))
        #expect(VegaLite.json(of: chart, data: "data.csv").contains(brown))
    }

    @Test func columnsThatAreNoPlainWordsAreReadByExpressions() {
        let name = "\"] || alert(1) || [\""
        let json = VegaLite.json(of: Samples.chart("fan", name: name), data: "data.csv")
        #expect(json.contains(#"toNumber(datum[\"\\\"] || alert(1) || [\\\"\"])"#))
        #expect(!json.contains(#""field": "\"]"#))
    }
}
