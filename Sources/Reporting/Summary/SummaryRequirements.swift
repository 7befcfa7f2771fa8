import Goals
import Scenarios

extension RunSummary {
    /// What the targets that are not likely would take: the lines that bind, then what cannot be.
    static func requirements(of result: ScenarioResult, on page: inout Page) {
        let language = page.format.language
        let words = RequirementWords(scenario: result.scenario, language: language)
        let hard = result.requirements.filter { ![.met, .veryLikely, .likely].contains($0.verdict) }
        let shown = hard.map { ($0, binding($0.lines, words)) }.filter { !$0.1.isEmpty }
        guard !shown.isEmpty else { return }
        page.heading(language.text(RequirementLabel.heading))
        var table = requirementTable(language)
        for (target, lines) in shown {
            table.append([
                TextTable.Cell(name(of: target.target, language), style: .strong), TextTable.Cell(""),
                TextTable.Cell(""), TextTable.Cell(""),
            ])
            for line in lines { table.append(row(of: line, words, bullet: "· ")) }
        }
        page.table(table)
        page.blank()
        for (target, lines) in shown {
            for finding in lines.compactMap(words.finding) {
                page.item(
                    language.text(
                        RequirementLabel.found, ["target": name(of: target.target, language), "finding": finding]),
                    style: .poor)
            }
        }
        page.paragraph(language.text(RequirementLabel.note), style: .faint)
        let missing = Set(hard.flatMap(\.missing)).sorted()
        if !missing.isEmpty {
            page.paragraph(
                language.text(RequirementLabel.missing, ["list": missing.joined(separator: ", ")]), style: .faint)
        }
    }

    /// What a goal takes, what there is, and their ratio: no rows yet.
    static func requirementTable(_ language: Language) -> TextTable {
        TextTable(columns: [
            .text(language.text(RequirementLabel.line), minimum: 24), .number(language.text(RequirementLabel.needed)),
            .number(language.text(RequirementLabel.available)), .number(language.text(RequirementLabel.ratio)),
        ])
    }

    /// One thing that a goal takes.
    static func row(of line: Requirement, _ words: RequirementWords, bullet: String = "") -> [TextTable.Cell] {
        let unit = words.unit(line)
        return [
            TextTable.Cell(unit.heading(bullet + words.name(line))),
            TextTable.Cell(range(line.needed, unit)),
            TextTable.Cell(line.available.map { range($0, unit) } ?? "–"),
            TextTable.Cell(
                (line.ratio.map(RequirementWords.ratio) ?? "–") + (line.isContradiction ? " !" : ""),
                style: line.isContradiction ? .veryPoor : .plain),
        ]
    }

    /// Contradictions and other findings, limits that are mostly taken up, else the line that comes nearest. Growth that is
    /// no contradiction stands in the table of the pace alone.
    private static func binding(_ lines: [Requirement], _ words: RequirementWords) -> [Requirement] {
        let binding = lines.filter {
            $0.isContradiction
                || $0.kind != .growth && (words.finding($0) != nil || $0.isLimit && ($0.ratio ?? 0) >= 0.8)
        }
        guard binding.isEmpty else { return binding }
        let others = lines.filter { $0.kind != .growth && $0.ratio != nil }
        return others.max { $0.ratio! < $1.ratio! }.map { [$0] } ?? []
    }

    /// `1,250`, below it `(940–1,560)`.
    private static func range(_ range: Requirement.Range, _ unit: FigureUnit) -> String {
        range.p5 == range.p95 ? unit.number(range.p50) : unit.lines(range.p50, range.p5, range.p95)
    }
}
