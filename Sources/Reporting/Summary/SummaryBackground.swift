import Goals
import Scenarios

extension RunSummary {
    /// What decides the result, and everything that must be said beside it.
    static func background(of result: ScenarioResult, on page: inout Page) {
        let words = NoticeWords(result.scenario, page.format.language)
        notices(result.notices, words, on: &page)
        judgements(result.judgements, on: &page)
        loop(result.loop, on: &page)
        if !result.targets.isEmpty { drivers(of: result.targets, words.names, on: &page) }
        assumptions(result.assumptions, words, on: &page)
        commitments(result.scenario.commitments, on: &page)
        if !result.targets.isEmpty { themes(result, on: &page) }
        satellites(of: result, on: &page)
        if let report = result.baseYear { baseYear(report, words.names, on: &page) }
    }

    static func notices(_ notices: [Notice], _ words: NoticeWords, on page: inout Page) {
        guard !notices.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.notices))
        for notice in notices.filter({ $0.level == .warning }) {
            page.item(warning(notice, words), style: .poor)
        }
        for notice in notices.filter({ $0.level == .note }) { page.item(words.text(of: notice)) }
    }

    static func warning(_ notice: Notice, _ words: NoticeWords) -> String {
        words.names.language.text(.warning, ["text": words.text(of: notice)])
    }

    static func drivers(of targets: [TargetResult], _ names: ScenarioNames, on page: inout Page) {
        let language = page.format.language
        let explained = targets.filter { !$0.headline.drivers.isEmpty || $0.headline.explained != nil }
        guard !explained.isEmpty else { return }
        page.heading(language.text(.whatDecides))
        for target in explained {
            let title = name(of: target.target, language)
            let strong = target.headline.drivers.filter { $0.share >= 0.05 }.prefix(4)
            let list = strong.map { describe($0, names) }
            let drives = language.text(
                .drives,
                [
                    "target": title,
                    "list": list.isEmpty ? language.text(.unexplained) : list.joined(separator: language.separator),
                ])
            let sentences = [drives, together(target.headline, language)].compactMap { $0 }
            page.item(language.sentences(sentences))
        }
    }

    /// What all inputs explain at once: shares of single inputs must not be added up, as inputs that move
    /// together explain some of the spread twice.
    private static func together(_ result: ReadingResult, _ language: Language) -> String? {
        guard let explained = result.explained else { return nil }
        func text(_ label: Label, _ share: Double) -> String { language.text(label, ["share": percent(share)]) }
        let unverified = result.explainedByUnverified ?? 0
        return text(.explainedSpread, explained)
            + (unverified >= 0.005 ? text(.explainedByUnverified, unverified) : "")
            + (explained < 0.995 ? language.text(.restIsLuck) : language == .english ? "." : "。")
    }

    private static func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }

    private static func describe(_ driver: Driver, _ names: ScenarioNames) -> String {
        "\(names.input(driver.input)) \(percent(driver.share))"
            + (driver.quality == .u ? names.language.text(.unverified) : "")
    }

    static func assumptions(_ assumptions: [Assumption], _ words: NoticeWords, on page: inout Page) {
        guard !assumptions.isEmpty else { return }
        page.heading(page.format.language.text(.assumptions))
        for assumption in assumptions {
            page.item(
                words.text(of: assumption)
                    + (assumption.quality.map {
                        words.names.language == .english ? " [\($0.rawValue)]" : "（\($0.rawValue)）"
                    } ?? ""))
        }
    }

    static func commitments(_ commitments: [Commitment], on page: inout Page) {
        guard !commitments.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.commitments))
        page.paragraph(language.text(.commitmentsNote), style: .faint)
        if commitments.contains(where: { !$0.published.isEmpty }) {
            page.paragraph(language.text(ThemeLabel.elsewhereNote), style: .faint)
        }
        for commitment in commitments {
            let subject = language.name(commitment.subject, chinese: commitment.subjectChinese)
            let sentences = [
                commitment.id + (language == .english ? ": " : "：") + subject, elsewhere(commitment, language),
            ].compactMap { $0 }
            page.item(sentences.joined(separator: language == .english ? ". " : "。"))
        }
    }

    static func baseYear(_ report: BaseYearReport, _ names: ScenarioNames, on page: inout Page) {
        let language = page.format.language
        func margins(_ status: BaseYearReport.Margin.Status) -> [BaseYearReport.Margin] {
            report.margins.filter { $0.status == status && $0.sector == nil }
        }
        page.heading(language.text(.baseYear))
        page.paragraph(
            language.text(
                .baseYearMoved,
                [
                    "from": String(report.fromYear), "to": String(report.toYear),
                    "imposed": String(margins(.imposed).count), "inferred": String(margins(.inferred).count),
                    "residual": String(margins(.residual).count),
                ]))
        for (label, status) in [(Label.imposed, BaseYearReport.Margin.Status.imposed), (.residual, .residual)] {
            let shown = margins(status)
            guard !shown.isEmpty else { continue }
            page.item(language.text(label, ["list": listed(shown, names)]))
        }
    }

    /// The six largest margins with their values; base-year.csv has all of them.
    private static func listed(_ margins: [BaseYearReport.Margin], _ names: ScenarioNames) -> String {
        let language = names.language
        let largest = margins.sorted { abs($0.value) > abs($1.value) }.prefix(6)
        let items = largest.map { margin in
            let text = names.margin(margin.subject) + " " + language.money(margin.value)
            return margin.quality.map { language.inBrackets(text, $0.rawValue) } ?? text
        }
        return (items + (margins.count > largest.count ? ["…"] : [])).joined(separator: language.separator)
    }
}
