import Goals
import Scenarios
import Workbooks

/// What it takes to repeat a run, as facts on a sheet.
enum AboutSheet {
    static func sheet(
        of result: ScenarioResult, record: RunRecord, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        let scenario = result.scenario
        var page = SheetPage(
            name: name, title: language.name(scenario.name, chinese: scenario.nameChinese),
            notes: [language.text(WorkbookLabel.writtenBy, ["version": record.version])], tab: tab, language: language)
        let heads = [WorkbookLabel.item, .value].map { language.text($0) }
        page.grid(columns: heads, heads: heads, rows: facts(of: result, record, on: page))
        page.blank()
        let files = [WorkbookLabel.file, .bytes, .digest].map { language.text($0) }
        page.grid(
            columns: files, heads: files,
            rows: scenario.inputs.map { input in
                [
                    page.cell(ShippedPath.text(of: input.path)),
                    Workbook.Cell(.number(Double(input.bytes.count)), Workbook.CellFormat(.count)),
                    page.cell(SHA256.hexDigest(of: input.bytes)),
                ]
            })
        return page.finished()
    }

    private static func facts(
        of result: ScenarioResult, _ record: RunRecord, on page: SheetPage
    ) -> [[Workbook.Cell]] {
        let (language, scenario) = (page.language, result.scenario)
        let known =
            switch result.knowledge {
            case .published: language.text(WorkbookLabel.allKnown)
            case .prior: language.text(WorkbookLabel.noneKnown)
            case .asOf(let year): language.text(WorkbookLabel.knownUpTo, ["year": String(year)])
            }
        let figures =
            result.targets.flatMap(\.readings).flatMap(\.reading.observed)
            + result.tracked.flatMap(\.indicator.observed)
        let years = figures.flatMap(\.points).map(\.year)
        let latest: Int? =
            switch result.knowledge {
            case .published: years.max()
            case .prior: nil
            case .asOf(let year): years.filter { $0 <= year }.max()
            }
        let facts: [(WorkbookLabel, String)] = [
            (.version, record.version), (.run, RunRecord.utc(record.started)),
            (.scenario, scenario.id), (.members, String(result.members)), (.seed, String(result.seed)),
            (.sampling, result.sampling.rawValue), (.known, known), (.latestFigure, latest.map { String($0) } ?? "–"),
            (.inputsDigest, RunRecord.digest(of: scenario)),
        ]
        return facts.map { [page.cell(language.text($0)), page.cell($1)] }
    }
}
