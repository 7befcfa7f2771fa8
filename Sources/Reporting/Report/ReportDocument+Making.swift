import Goals
import Scenarios

extension ReportDocument {
    /// A report on scenarios: a part per scenario and their comparison, or, of one scenario, its sections alone.
    ///
    /// - Parameters:
    ///   - results: at least one.
    ///   - comparisons: of some of them, in order.
    package init(
        of results: [ScenarioResult], comparisons: [ComparisonResult] = [], origin: ReportOrigin, language: Language
    ) {
        precondition(!results.isEmpty, "a report is on at least one scenario")
        let isAlone = results.count == 1
        let scenario = results[0].scenario
        let parts =
            (isAlone ? [] : Self.comparisonPart(comparisons, language))
            + results.enumerated().map { index, result in
                Self.part(on: result, prefix: isAlone ? "" : "s\(index + 1)-", isAlone: isAlone, language)
            }
        let closing = ReportClosing(
            results: results, origin: origin, language: language, level: isAlone ? 2 : 3
        ).sections
        let name = language.name(scenario.name, chinese: scenario.nameChinese)
        let members = HumanNumber.fixed(Double(results[0].members), decimals: 0)
        self.language = language.tag
        generator = "Milepost " + origin.version
        title =
            isAlone
            ? name
            : language.text(ReportLabel.several, ["first": name, "count": language.several(results.count)])
        otherTitle = isAlone ? Self.otherTitle(of: scenario, language) : nil
        subtitle =
            isAlone
            ? Self.subtitle(of: results[0], language)
            : language.text(
                ReportLabel.severalSubtitle, ["count": language.capitalised(results.count), "members": members])
        skip = language.text(ReportLabel.skip)
        contentsTitle = language.text(ReportLabel.contents)
        self.parts =
            isAlone
            ? [Part(id: "report", title: nil, subtitle: nil, sections: parts[0].sections + closing)]
            : parts + [Part(id: "closing", title: language.text(ReportLabel.common), subtitle: nil, sections: closing)]
        contents = Self.contents(of: self.parts)
        footer = language.text(ReportLabel.footer, ["generator": generator])
    }

    private static func part(
        on result: ScenarioResult, prefix: String, isAlone: Bool, _ language: Language
    ) -> Part {
        let charts = ReportCharts(ChartCatalogue.charts(of: result, language: language))
        let chapter = ReportChapter(
            result: result, language: language, prefix: prefix, level: isAlone ? 2 : 3, charts: charts)
        return Part(
            id: prefix + "scenario",
            title: language.name(result.scenario.name, chinese: result.scenario.nameChinese),
            subtitle: subtitle(of: result, language), sections: chapter.sections)
    }

    private static func comparisonPart(_ comparisons: [ComparisonResult], _ language: Language) -> [Part] {
        guard let first = comparisons.first else { return [] }
        // Several alternatives of one base are drawn in the same charts.
        let isTogether =
            comparisons.count > 1 && comparisons.allSatisfy { $0.base.scenario.id == first.base.scenario.id }
        func charts(_ comparisons: [ComparisonResult]) -> ReportCharts {
            ReportCharts(ChartCatalogue.charts(of: comparisons, language: language))
        }
        let together = Section(
            id: ReportPlace.comparison.rawValue + "-all", title: language.text(ReportLabel.together), level: 3,
            blocks: isTogether ? charts(comparisons).all : [])
        let sections = comparisons.enumerated().map { index, comparison in
            ReportComparison(
                comparison: comparison, language: language, id: "\(ReportPlace.comparison.rawValue)-\(index + 1)",
                level: 3,
                charts: isTogether ? ReportCharts([]) : charts([comparison])
            ).section
        }
        return [
            Part(
                id: ReportPlace.comparison.rawValue, title: language.text(ReportLabel.comparison), subtitle: nil,
                sections: together.blocks.isEmpty ? sections : [together] + sections)
        ]
    }

    private static func otherTitle(of scenario: Scenario, _ language: Language) -> OtherTitle? {
        let other: Language = language == .english ? .chinese : .english
        let name = other.name(scenario.name, chinese: scenario.nameChinese)
        guard name != language.name(scenario.name, chinese: scenario.nameChinese) else { return nil }
        return OtherTitle(text: name, language: other.tag)
    }

    private static func subtitle(of result: ScenarioResult, _ language: Language) -> String {
        // Regions are called as their folders are: in small letters.
        let name = language.name(result.scenario.region, chinese: result.scenario.regionChinese)
        let region: String = name.prefix(1).uppercased() + name.dropFirst()
        return language.text(
            ReportLabel.subtitle,
            [
                "region": region,
                "start": String(result.scenario.start),
                "end": String(result.scenario.end),
                "members": HumanNumber.fixed(Double(result.members), decimals: 0),
            ])
    }

    /// Parts with a title and the sections below them; of a part without one its sections.
    private static func contents(of parts: [Part]) -> [Entry] {
        parts.flatMap { part in
            let sections = part.sections.map { Entry(anchor: $0.id, text: $0.title) }
            return part.title.map { [Entry(anchor: part.id, text: $0, entries: sections)] } ?? sections
        }
    }
}

extension Language {
    /// How many there are besides the first in English, all in Chinese: `A and two more`, `A等 3 个情景`.
    fileprivate func several(_ count: Int) -> String { number(self == .english ? count - 1 : count) }
}
