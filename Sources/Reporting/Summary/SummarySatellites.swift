import Goals
import Scenarios

extension RunSummary {
    /// Taxes, jobs, shares: base year and last deadline. Nothing where the scenario has none.
    static func satellites(of result: ScenarioResult, on page: inout Page) {
        guard let first = result.satellites.first else { return }
        let (language, start) = (page.format.language, result.scenario.start)
        page.heading(language.satellite(.heading))
        var table = TextTable(columns: [
            .text(language.satellite(.name), minimum: 14), .number(String(start)),
            .number(language.satellite(.atYear, ["year": String(first.year)])),
        ])
        for satellite in result.satellites {
            let display = satellite.display
            func text(_ value: Double) -> String { HumanNumber.threeDigits(value * display.scale) }
            let name = language.name(satellite.satellite.name, chinese: satellite.satellite.nameChinese)
            let quality = satellite.satellite.quality.map { " \($0.rawValue)" } ?? ""
            table.append([
                TextTable.Cell("\(name) [\(display.unit)]"), TextTable.Cell(text(satellite.start.p50) + quality),
                TextTable.Cell(
                    "\(text(satellite.atYear.p50)) (\(text(satellite.atYear.p5))–\(text(satellite.atYear.p95)))"),
            ])
        }
        page.table(table)
        if let region = RequirementWords.tableRegion(of: result.scenario, language) {
            page.paragraph(language.satellite(.tableRegion, ["region": region]))
        }
        page.paragraph(language.satellite(.note), style: .faint)
    }
}
