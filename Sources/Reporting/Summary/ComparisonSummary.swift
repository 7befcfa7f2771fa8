import Goals
import Scenarios

/// What changes between two scenarios, on one page.
public enum ComparisonSummary {
    /// Per alternative: warnings, the answer, a table, then what else to know.
    public static func text(
        of comparisons: [ComparisonResult], format: TextFormat = TextFormat(), directory: String? = nil,
        files: [String] = []
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        for comparison in comparisons {
            page.heading(title(of: comparison, language), rule: true)
            page.blank()
            let words = NoticeWords(comparison.base.scenario, language)
            let warnings = comparison.notices.filter { $0.level == .warning }
            if !warnings.isEmpty {
                // Odds of different goals, or from different starts, must not be read without knowing it.
                for warning in warnings { page.item(RunSummary.warning(warning, words), style: .poor) }
                page.blank()
            }
            for sentence in sentences(on: comparison, language) { page.paragraph(sentence) }
            if !comparison.targets.isEmpty {
                page.blank()
                page.table(table(of: comparison, language: language))
                page.blank()
                page.paragraph(language.text(.pointsNote), style: .faint)
            }
            changes(of: comparison, note: TerminalLabel.changesNote, on: &page)
            RunSummary.notices(comparison.notices.filter { $0.level != .warning }, words, on: &page)
        }
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(
                language.text(.filesIn, ["list": RunSummary.grouped(files), "path": directory]))
        }
        return page.text
    }

    static func title(of comparison: ComparisonResult, _ language: Language) -> String {
        func name(_ scenario: Scenario) -> String { language.name(scenario.name, chinese: scenario.nameChinese) }
        return language.text(
            .comparisonTitle,
            ["base": name(comparison.base.scenario), "alternative": name(comparison.alternative.scenario)])
    }

    /// Verdicts that change, then odds that rise, fall, or do not change by two standard errors.
    static func sentences(on comparison: ComparisonResult, _ language: Language) -> [String] {
        guard !comparison.targets.isEmpty else { return [language.text(.noSharedTargets)] }
        let changed = comparison.targets.filter { $0.headline.base.verdict != $0.headline.alternative.verdict }
        let verdicts =
            changed.isEmpty
            ? language.text(.verdictsStay)
            : language.text(
                .verdictChanges,
                [
                    "list": language.list(
                        changed.map { language.inBrackets(quoted($0, language), arrow($0.headline, language)) })
                ])
        let clear = comparison.targets.filter { isClear($0.headline) }
        let groups: [(Label, [TargetComparison])] = [
            (.oddsRise, clear.filter { $0.headline.oddsDifference > 0 }),
            (.oddsFall, clear.filter { $0.headline.oddsDifference < 0 }),
            (.noClearChange, comparison.targets.filter { !isClear($0.headline) }),
        ]
        return [verdicts]
            + groups.filter { !$0.1.isEmpty }.map { label, targets in
                language.text(label, ["list": language.list(targets.map { quoted($0, language) })])
            }
    }

    private static func isClear(_ reading: ReadingComparison) -> Bool {
        abs(reading.oddsDifference) > 2 * reading.standardError && reading.oddsDifference != 0
    }

    private static func quoted(_ target: TargetComparison, _ language: Language) -> String {
        language.quoted(RunSummary.name(of: target.target, language))
    }

    private static func arrow(_ reading: ReadingComparison, _ language: Language) -> String {
        [reading.base.verdict, reading.alternative.verdict].map { language.name(of: $0) }.joined(separator: " → ")
    }

    static func table(of comparison: ComparisonResult, language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(.target), minimum: 14), .number(language.text(.base)),
            .number(language.text(.alternative)), .number(language.text(.change)),
            .number(language.text(.medianChange)), .text(language.text(.verdict), minimum: 10),
        ])
        for target in comparison.targets {
            let unit = target.target.unit(target.headline.base.display, language)
            let name = unit.heading(RunSummary.name(of: target.target, language))
            if target.readings.count == 1 {
                table.append(row(of: target.readings[0], title: name, unit, language))
                continue
            }
            table.append([TextTable.Cell(name, style: .strong)] + (1..<6).map { _ in TextTable.Cell("") })
            for reading in target.readings {
                let mark = reading.base.reading.isHeadline ? language.text(.headlineMark) : ""
                let title = "· " + RunSummary.name(of: reading.base.reading, language) + mark
                table.append(row(of: reading, title: title, unit, language))
            }
        }
        return table
    }

    private static func row(
        of reading: ReadingComparison, title: String, _ unit: FigureUnit, _ language: Language
    ) -> [TextTable.Cell] {
        let (base, alternative) = (reading.base, reading.alternative)
        let isSame = base.verdict == alternative.verdict
        let verdict = language.name(of: base.verdict) + (isSame ? "" : "\n→ " + language.name(of: alternative.verdict))
        return [
            TextTable.Cell(title),
            TextTable.Cell(side(base, unit)), TextTable.Cell(side(alternative, unit)),
            TextTable.Cell(points(reading)), TextTable.Cell(difference(reading, unit)),
            TextTable.Cell(verdict, style: RunSummary.style(of: alternative.verdict)),
        ]
    }

    /// Odds and the median at the deadline.
    private static func side(_ result: ReadingResult, _ unit: FigureUnit) -> String {
        HumanNumber.probability(result.odds) + "\n" + unit.number(result.atDeadline.p50)
    }

    private static func points(_ reading: ReadingComparison) -> String {
        let decimals = reading.standardError >= 0.001 || reading.standardError == 0 ? 1 : 2
        let change = HumanNumber.fixed(100 * reading.oddsDifference, decimals: decimals)
        let error = HumanNumber.fixed(100 * reading.standardError, decimals: decimals)
        return (reading.oddsDifference > 0 ? "+" : "") + change + "\n± " + error
    }

    private static func difference(_ reading: ReadingComparison, _ unit: FigureUnit) -> String {
        guard let difference = reading.difference else { return "–" }
        func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + unit.number(value) }
        return signed(difference.p50) + "\n(\(signed(difference.p5)) … \(signed(difference.p95)))"
    }
}
