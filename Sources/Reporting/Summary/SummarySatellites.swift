import Goals
import Scenarios

extension RunSummary {
    /// Taxes, jobs, shares: base year and last deadline. Nothing where the scenario has none.
    static func satellites(of result: ScenarioResult, on page: inout Page) {
        guard let first = result.satellites.first else { return }
        let (language, start) = (page.format.language, result.scenario.start)
        page.heading(language.text(SatelliteLabel.heading))
        var table = TextTable(columns: [
            .text(language.text(SatelliteLabel.name), minimum: 14), .number(String(start)),
            .number(language.text(SatelliteLabel.atYear, ["year": String(first.year)])),
        ])
        for satellite in result.satellites {
            let unit = satellite.display.unit(like: satellite.start.p50, language)
            let end = satellite.atYear
            let name = language.name(satellite.satellite.name, chinese: satellite.satellite.nameChinese)
            let quality = satellite.satellite.quality.map { " \($0.rawValue)" } ?? ""
            table.append([
                TextTable.Cell(unit.heading(name)), TextTable.Cell(unit.number(satellite.start.p50) + quality),
                TextTable.Cell("\(unit.number(end.p50)) (\(unit.range(end.p5, end.p95)))"),
            ])
        }
        page.table(table)
        if let region = RequirementWords.tableRegion(of: result.scenario, language) {
            page.paragraph(language.text(SatelliteLabel.tableRegion, ["region": region]))
        }
        page.paragraph(language.text(SatelliteLabel.note), style: .faint)
    }
}
