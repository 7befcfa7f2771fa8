import Goals
import Scenarios
import Workbooks

/// Every figure that a scenario leans on, with who published it and how well it is known.
enum SourcesSheet {
    static func sheet(
        of result: ScenarioResult, name: String, tab: Workbook.Colour?, _ language: Language
    ) -> Workbook.Sheet {
        let inputs = Self.inputs(of: result, language)
        let unverified = inputs.count { $0.quality == .u }
        var page = SheetPage(
            name: name, title: name,
            notes: [
                language.text(
                    WorkbookLabel.sourcesNote, ["unverified": String(unverified), "total": String(inputs.count)])
            ], tab: tab, language: language)
        let heads =
            [WorkbookLabel.what, .subject, .year, .value].map { language.text($0) }
            + ["low", "high"].map { WorkbookColumn.title($0, language) }
            + [WorkbookLabel.unit, .quality, .source, .note].map { language.text($0) }
        page.grid(
            columns: heads, heads: heads, rows: inputs.map { row($0, on: page) }, isMain: true)
        return page.finished()
    }

    /// A figure; amounts in the unit that is named beside them.
    private struct Input {
        var kind: WorkbookLabel
        var subject: String
        var year: Int?
        var value: Double?
        var low: Double?
        var high: Double?
        var display = Display(measure: .other(""), iamcUnit: "")
        var quality: Quality?
        var source: String?
        var note: String?
    }

    private static let money = Display(measure: .money, iamcUnit: IAMC.money)

    private static func row(_ input: Input, on page: SheetPage) -> [Workbook.Cell] {
        let language = page.language
        func amount(_ value: Double?) -> Workbook.Cell {
            value.map { WorkbookUnits.cell($0, input.display) } ?? .empty
        }
        let style: Workbook.Style = input.quality == .u ? .poor : .plain
        return [
            page.cell(language.text(input.kind)), page.cell(input.subject),
            input.year.map { Workbook.Cell(.number(Double($0)), Workbook.CellFormat(.ordinal)) } ?? .empty,
            amount(input.value), amount(input.low), amount(input.high),
            page.cell(WorkbookUnits.text(input.display, language)),
            page.cell(input.quality?.rawValue ?? "", Workbook.CellFormat(style: style)),
            page.cell(input.source ?? ""), page.cell(input.note ?? ""),
        ]
    }

    private static func inputs(of result: ScenarioResult, _ language: Language) -> [Input] {
        published(result, language) + sizes(of: result.scenario, language) + margins(of: result, language)
            + themes(of: result.scenario, language) + requirements(of: result, language)
    }

    /// Figures of targets and of followed quantities, each once.
    private static func published(_ result: ScenarioResult, _ language: Language) -> [Input] {
        var seen: Set<String> = []
        let ofTargets = result.targets.flatMap { target in
            target.readings.flatMap { reading in
                reading.reading.observed.map { (RunSummary.name(of: target.target, language), $0, reading.display) }
            }
        }
        let tracked = result.tracked.flatMap { tracked in
            let name = language.name(tracked.indicator.name, chinese: tracked.indicator.nameChinese)
            return tracked.indicator.observed.map { (name, $0, tracked.display) }
        }
        return (ofTargets + tracked).flatMap { name, series, display in
            series.points.compactMap { point -> Input? in
                guard seen.insert("\(name)|\(series.label)|\(point.year)|\(point.value)|\(point.source)").inserted
                else {
                    return nil
                }
                return Input(
                    kind: .observed, subject: "\(name) (\(language.name(series.label, chinese: series.labelChinese)))",
                    year: point.year, value: point.value, low: point.low,
                    high: point.high, display: display, quality: point.quality, source: point.source,
                    note: point.note)
            }
        }
    }

    /// Units of portfolios and what is known of their totals and numbers.
    private static func sizes(of scenario: Scenario, _ language: Language) -> [Input] {
        scenario.portfolios.flatMap { portfolio in
            let name = language.name(portfolio.name, chinese: portfolio.nameChinese)
            let units = portfolio.units.map { unit in
                Input(
                    kind: .unitOfPortfolio, subject: language.name(unit.name, chinese: unit.nameChinese),
                    year: unit.output == nil ? nil : scenario.start, value: unit.output?.distribution.quantile(0.5),
                    low: unit.output?.distribution.quantile(0.05), high: unit.output?.distribution.quantile(0.95),
                    display: money, quality: unit.quality, source: unit.source, note: unit.note)
            }
            let total = portfolio.total.map { total in
                let value = total.value.distribution
                return Input(
                    kind: .baseline, subject: name, year: total.year, value: value.quantile(0.5),
                    low: value.quantile(0.05), high: value.quantile(0.95), display: money,
                    quality: total.value.quality, source: total.value.source, note: total.value.note)
            }
            let counts = portfolio.known.map { known in
                Input(
                    kind: .knownCount, subject: "\(name) > \(money.text(known.threshold, language))",
                    year: scenario.start, value: nil, low: Double(known.range.lowerBound),
                    high: Double(known.range.upperBound), quality: known.quality, source: known.source)
            }
            return [total].compactMap { $0 } + counts + units
        }
    }

    /// Totals of the table that were imposed on it.
    private static func margins(of result: ScenarioResult, _ language: Language) -> [Input] {
        let names = ScenarioNames(scenario: result.scenario, language: language)
        return (result.baseYear?.margins ?? []).filter { $0.status == .imposed && $0.sector == nil }.map { margin in
            Input(
                kind: .margin, subject: names.margin(margin.subject), year: result.baseYear?.toYear,
                value: margin.value,
                display: money, quality: margin.quality, note: margin.note)
        }
    }

    private static func themes(of scenario: Scenario, _ language: Language) -> [Input] {
        scenario.themes.compactMap { theme in
            theme.size.map { size in
                Input(
                    kind: .industrySize, subject: language.name(theme.name, chinese: theme.nameChinese),
                    year: size.year, value: size.isFloor ? nil : size.value, low: size.isFloor ? size.value : nil,
                    display: money, quality: size.quality, source: size.source,
                    note: size.note.map { language.name($0, chinese: size.noteChinese) })
            }
        }
    }

    private static func requirements(of result: ScenarioResult, _ language: Language) -> [Input] {
        let words = RequirementWords(scenario: result.scenario, language: language)
        var seen: Set<String> = []
        return result.requirements.flatMap(\.lines).compactMap { line in
            guard !line.source.isEmpty, seen.insert(line.source).inserted else { return nil }
            return Input(
                kind: .requirementFigure, subject: words.name(line), quality: line.quality, source: line.source)
        }
    }
}
