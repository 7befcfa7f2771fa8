import Goals
import Scenarios
import Workbooks

/// The first sheet: the answer in words, then a row per reading of a target.
enum SummarySheet {
    static func sheet(of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language)
        -> Workbook.Sheet
    {
        let scenario = result.scenario
        var page = SheetPage(
            name: name, title: language.name(scenario.name, chinese: scenario.nameChinese),
            notes: [
                language.text(
                    WorkbookLabel.runLine,
                    [
                        "region": language.name(scenario.region, chinese: scenario.regionChinese),
                        "start": String(scenario.start), "end": String(scenario.end),
                        "members": HumanNumber.fixed(Double(result.members), decimals: 0),
                        "seed": String(result.seed),
                    ])
            ], tab: tab, language: language)
        guard !result.targets.isEmpty else {
            page.note(RunSummary.withoutTargets(result, language), style: .strong)
            return page.finished()
        }
        page.note(RunSummary.answer(result.targets.map(\.headline), language), style: .strong)
        if let joint = result.jointOdds {
            page.note(language.text(.jointOdds, ["odds": HumanNumber.odds(joint)]), style: .plain)
        }
        page.blank()
        verdicts([result], on: &page)
        page.blank()
        page.note(language.text(.verdictScale))
        page.note(language.text(.qualityScale))
        for notice in result.notices where notice.level == .warning {
            page.note(RunSummary.warning(notice, NoticeWords(scenario, language)), style: .caution)
        }
        page.blank()
        addOdds(of: result, on: &page)
        return page.finished()
    }

    /// A row per reading; of several scenarios each row names its own.
    static func verdicts(_ results: [ScenarioResult], on page: inout SheetPage) {
        let language = page.language
        let labels: [WorkbookLabel] = [
            .target, .reading, .goal, .unit, .deadline, .latest, .year, .quality, .median, .low, .high, .oddsHead,
            .error, .verdict, .needed, .soFar, .projected, .dataQuality,
        ]
        let heads = ((results.count > 1 ? [.scenario] : []) + labels).map { language.text($0) }
        var rows: [[Workbook.Cell]] = []
        for result in results {
            let scenario = page.cell(
                language.name(result.scenario.name, chinese: result.scenario.nameChinese),
                Workbook.CellFormat(style: .strong))
            for target in result.targets {
                for reading in target.readings {
                    rows.append((results.count > 1 ? [scenario] : []) + row(reading, of: target, on: page))
                }
            }
        }
        // A column that no row fills, as that of readings where each target has one, says nothing.
        let kept = heads.indices.filter { column in
            rows.isEmpty || rows.contains { ![.empty, .text("")].contains($0[column].value) }
        }
        let shown = kept.map { heads[$0] }
        let block = page.grid(columns: shown, heads: shown, rows: rows.map { row in kept.map { row[$0] } })
        page.addBars(block.range(language.text(WorkbookLabel.oddsHead)))
    }

    private static func row(
        _ result: ReadingResult, of target: TargetResult, on page: SheetPage
    ) -> [Workbook.Cell] {
        let language = page.language
        let isHeadline = result.reading.isHeadline
        let style: Workbook.Style = isHeadline ? .strong : .plain
        let name = isHeadline ? RunSummary.name(of: target.target, language) : ""
        let reading = target.readings.count == 1 ? "" : RunSummary.name(of: result.reading, language)
        func value(_ canonical: Double) -> Workbook.Cell { WorkbookUnits.cell(canonical, result.display) }
        func growth(_ rate: Double?) -> Workbook.Cell { percent(rate) }
        let latest = result.latest
        return [
            page.cell(name, Workbook.CellFormat(style: style)), page.cell(reading),
            page.cell(
                isHeadline
                    ? RunSummary.goal(
                        target.target.goal, unit(of: target.target, result.display, language), result.display.measure)
                    : ""),
            page.cell(WorkbookUnits.text(result.display, language)),
            Workbook.Cell(.number(Double(target.target.deadline)), Workbook.CellFormat(.ordinal)),
            value(latest.value),
            Workbook.Cell(.number(Double(latest.year)), Workbook.CellFormat(.ordinal)),
            page.cell(latest.quality.rawValue + (latest.isModelled ? " " + language.text(.modelled) : "")),
            value(result.atDeadline.p50), value(result.atDeadline.p5), value(result.atDeadline.p95),
            chance(result.odds.probability), percent(result.odds.standardError, .finePercent),
            page.cell(
                language.name(of: result.verdict), Workbook.CellFormat(style: WorkbookUnits.style(of: result.verdict))),
            growth(result.requiredGrowth), growth(result.growthSince), growth(result.projectedGrowth),
            page.cell(result.quality.rawValue),
        ]
    }

    /// Money stands in the unit of the row, which the next column names.
    private static func unit(of target: Target, _ display: Display, _ language: Language) -> FigureUnit {
        display.measure.isMoney ? FigureUnit(name: "", scale: display.scale) : target.unit(display, language)
    }

    private static func percent(_ fraction: Double?, _ format: Workbook.NumberFormat = .percent) -> Workbook.Cell {
        guard let fraction, fraction.isFinite else { return .empty }
        return Workbook.Cell(.number(fraction), Workbook.CellFormat(format))
    }

    /// Near to 0 and 1 with the decimals that the terminal and the report show.
    private static func chance(_ probability: Double) -> Workbook.Cell {
        percent(probability, (0.01...0.99).contains(probability) ? .percent : .finePercent)
    }

    /// The odds of the headline readings as bars, with the cells that they are drawn from.
    private static func addOdds(of result: ScenarioResult, on page: inout SheetPage) {
        let language = page.language
        let start = page.next
        let columns = [WorkbookLabel.target, .oddsHead].map { language.text($0) }
        let block = page.grid(
            columns: columns, heads: columns,
            rows: result.targets.map { target in
                [page.cell(RunSummary.name(of: target.target, language)), chance(target.headline.odds.probability)]
            })
        guard let names = block.range(columns[0]), let odds = block.range(columns[1]) else { return }
        page.add(
            Workbook.Chart(
                .bars, title: language.text(WorkbookLabel.oddsTitle), valueTitle: columns[1], numbers: .percent,
                categories: names, series: [.init(columns[1], odds, .init(.blue, isLabelled: true))],
                showsLegend: false, description: language.text(WorkbookLabel.oddsTitle), least: 0, greatest: 1),
            row: start, column: 3, height: 120 + 50 * result.targets.count)
        page.makeRoom(from: start, pixels: 120 + 50 * result.targets.count)
    }
}
