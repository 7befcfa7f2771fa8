import Goals
import Scenarios

/// What a run says, on one page that a decision-maker can read: the answer first, then the figures per
/// target, what decides them, and what to keep in mind.
public enum RunSummary {
    /// - Parameters:
    ///   - directory: where the files went; nil when none were written.
    ///   - files: their paths below it.
    public static func text(
        of result: ScenarioResult, format: TextFormat = TextFormat(), directory: String? = nil, files: [String] = []
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        let scenario = result.scenario
        page.heading(
            language.text(
                .title,
                [
                    "name": language.name(scenario.name, chinese: scenario.nameChinese),
                    "region": language.name(scenario.region, chinese: scenario.regionChinese),
                    "start": String(scenario.start), "end": String(scenario.end),
                ]), rule: true)
        page.blank()
        opening(of: result, on: &page)
        if !result.targets.isEmpty, result.members < fewMembers {
            page.paragraph(language.text(.fewMembers, ["members": String(result.members)]), style: .poor)
        }
        if !result.targets.isEmpty {
            page.blank()
            page.table(verdictTable(of: result, language: language))
            page.blank()
            page.paragraph(language.text(.verdictScale), style: .faint)
            page.paragraph(language.text(.qualityScale), style: .faint)
            if result.targets.contains(where: { $0.target.goal.comparator == .about }) {
                page.paragraph(language.text(.aboutNote), style: .faint)
            }
            if result.targets.contains(where: { $0.readings.contains { othersDid($0, language) != nil } }) {
                page.paragraph(language.text(PanelLabel.othersNote), style: .faint)
            }
            paths(of: result, on: &page)
            details(of: result, on: &page)
            outsideView(of: result, on: &page)
            requirements(of: result, on: &page)
        }
        if result.targets.isEmpty { themes(result, on: &page) }
        sinceBaseYear(result, on: &page)
        background(of: result, on: &page)
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(language.text(.filesIn, ["list": grouped(files), "path": directory]))
        }
        inShort(result, on: &page)
        return page.text
    }

    /// The verdicts once more: a page longer than the screen ends with what it is about.
    private static func inShort(_ result: ScenarioResult, on page: inout Page) {
        let language = page.format.language
        guard !result.targets.isEmpty else {
            guard !result.themes.isEmpty else { return }
            page.heading(language.text(.inShort))
            return page.paragraph(themesInShort(result, language))
        }
        page.heading(language.text(.inShort))
        for target in result.targets {
            page.item(
                language.text(
                    .verdictLine,
                    [
                        "target": name(of: target.target, language), "goal": goal(of: target, language),
                        "odds": HumanNumber.odds(target.headline.odds),
                        "verdict": language.name(of: target.headline.verdict),
                    ]), style: style(of: target.headline.verdict))
        }
    }

    private static func goal(of target: TargetResult, _ language: Language) -> String {
        goalCell(of: target.target, target.headline.display, language).text
            .replacing("\n", with: language == .english ? " " : "，")
    }

    /// The name of a target in the reader's language.
    static func name(of target: Target, _ language: Language) -> String {
        language.name(target.name, chinese: target.nameChinese)
    }

    /// The name of a reading; readings without one go by their id.
    static func name(of reading: Reading, _ language: Language) -> String {
        language.name(reading.name ?? reading.id, chinese: reading.nameChinese)
    }

    /// Below this number of members odds have a standard error of up to 3.5 points, and no tails.
    private static let fewMembers = 200

    // MARK: Opening

    static func opening(of result: ScenarioResult, on page: inout Page) {
        let language = page.format.language
        guard !result.targets.isEmpty else {
            return page.paragraph(withoutTargets(result, language), style: .strong)
        }
        let disputed = result.targets.filter { !$0.disagreeing.isEmpty }
        if !disputed.isEmpty {
            let label: Label =
                result.targets.count == 1
                ? .readingsOfOne : disputed.count == result.targets.count ? .readingsOfAll : .readingsDisagree
            page.paragraph(
                language.text(
                    label, ["count": language.number(disputed.count), "total": language.number(result.targets.count)]),
                style: .strong)
            for target in disputed { page.item(disagreement(on: target, language)) }
            page.blank()
        }
        page.paragraph(answer(result.targets.map(\.headline), language), style: .strong)
        if let joint = result.jointOdds {
            page.paragraph(language.text(.jointOdds, ["odds": HumanNumber.odds(joint)]))
        }
    }

    /// What a scenario says that judges nothing.
    static func withoutTargets(_ result: ScenarioResult, _ language: Language) -> String {
        result.themes.isEmpty ? language.text(.noTargets) : themesInShort(result, language)
    }

    private static func disagreement(on target: TargetResult, _ language: Language) -> String {
        let verdicts = target.readings.map { reading in
            let mark = reading.reading.isHeadline ? language.text(.headlineMark) : ""
            let verdict = language.name(of: reading.verdict)
            let name = language.quoted(name(of: reading.reading, language))
            return language == .english ? "\(verdict) as \(name)\(mark)" : "按\(name)\(mark)为\(verdict)"
        }
        return language.text(
            .disagreement,
            [
                "target": name(of: target.target, language),
                "verdicts": verdicts.joined(separator: language == .english ? ", " : "，"),
            ])
    }

    /// The verdicts in one sentence, from the best to the worst.
    static func answer(_ headlines: [ReadingResult], _ language: Language) -> String {
        let total = language.number(headlines.count)
        let counts = Verdict.allCases.map { verdict in (verdict, headlines.count { $0.verdict == verdict }) }
            .filter { $0.1 > 0 }
        if headlines.count == 1 {
            let only = headlines[0]
            return language.text(
                .oneTarget, ["verdict": language.name(of: only.verdict), "odds": HumanNumber.odds(only.odds)])
        }
        if counts.count == 1 {
            return language.text(.allTargets, ["total": total, "verdict": language.name(of: counts[0].0)])
        }
        let parts = counts.map { verdict, count in
            language.text(
                count == 1 ? .oneIs : .manyAre,
                ["count": language.number(count), "verdict": language.name(of: verdict)])
        }
        let isAnyGood = counts.contains { [.met, .veryLikely, .likely].contains($0.0) }
        return language.text(isAnyGood ? .someGood : .noneGood, ["total": total, "parts": language.clauses(parts)])
    }

    /// File names with the charts as one entry.
    static func grouped(_ files: [String]) -> String {
        let charts = files.count { $0.hasPrefix("charts/") }
        let others = files.filter { !$0.hasPrefix("charts/") }
        return (others + (charts > 0 ? ["charts/ (\(charts))"] : [])).joined(separator: ", ")
    }
}
