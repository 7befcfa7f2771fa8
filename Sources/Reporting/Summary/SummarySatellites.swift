import Goals
import Scenarios

extension RunSummary {
    /// Taxes, jobs, shares: base year and last deadline. Nothing where the scenario has none.
    static func satellites(_ satellites: [SatelliteResult], start: Int, on page: inout Page) {
        guard let first = satellites.first else { return }
        let language = page.format.language
        page.heading(language.satellite(.heading))
        var table = TextTable(columns: [
            .text(language.satellite(.name), minimum: 14), .number(String(start)),
            .number(language.satellite(.atYear, ["year": String(first.year)])),
        ])
        for result in satellites {
            let display = result.display
            func text(_ value: Double) -> String { HumanNumber.threeDigits(value * display.scale) }
            let name = language.name(result.satellite.name, chinese: result.satellite.nameChinese)
            let quality = result.satellite.quality.map { " \($0.rawValue)" } ?? ""
            table.append([
                TextTable.Cell("\(name) [\(display.unit)]"), TextTable.Cell(text(result.start.p50) + quality),
                TextTable.Cell(
                    "\(text(result.atYear.p50)) (\(text(result.atYear.p5))–\(text(result.atYear.p95)))"),
            ])
        }
        page.table(table)
        page.paragraph(language.satellite(.note), style: .faint)
    }
}
