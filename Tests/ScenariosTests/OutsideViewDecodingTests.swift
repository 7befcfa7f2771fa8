import Panels
import Scenarios
import Testing

@Suite struct OutsideViewDecodingTests {
    private func overlay(_ reference: String) -> String {
        "targets: [{id: total, outside_view: \(reference)}]\n"
    }

    private func reference(_ text: String) throws -> OutsideViewReference? {
        try loadOverlay(overlay(text)).targets[0].headline.outsideView
    }

    @Test func panelWithASize() throws {
        let text = """
            {panel: data/regions.csv, value: revenue, over: gdp, region: valley, leave_out: [all], breaks: [2021], \
            factor: 4, name: Revenue, name_zh: 收入, note: Wider}
            """
        guard case .panel(let panel)? = try reference(text) else {
            Issue.record("no panel")
            return
        }
        #expect(panel.panel.regions == ["valley", "plain", "desert"])
        #expect(panel.panel.values[0] == [0.1, 50.0 / 410])
        #expect(panel.panel.breaks == [2021])
        #expect(panel.sizes.values[0] == [40, 50])
        #expect(panel.size == 50)
        #expect(panel.factor == 4)
        #expect(panel.path == "data/regions.csv")
        #expect(panel.name == "Revenue" && panel.nameChinese == "收入" && panel.note == "Wider")
    }

    @Test func defaultsAreAnySizeAndTheNameOfTheColumn() throws {
        guard case .panel(let panel)? = try reference("{panel: data/regions.csv, value: revenue}") else {
            Issue.record("no panel")
            return
        }
        #expect(panel.size == nil && panel.region == nil)
        #expect(panel.factor == 3)
        #expect(panel.name == "revenue")
    }

    @Test func reasonWhyThereIsNone() throws {
        guard case .nothing(let reason, _)? = try reference("{none: No panel of parks}") else {
            Issue.record("no reason")
            return
        }
        #expect(reason == "No panel of parks")
        #expect(try load("extends: valid.yaml\n").targets[0].headline.outsideView == nil)
    }

    @Test func fileOfThePanelIsAnInput() throws {
        let scenario = try loadOverlay(overlay("{panel: data/regions.csv, value: revenue}"))
        #expect(scenario.inputs.contains { $0.path == "data/regions.csv" })
    }
}
