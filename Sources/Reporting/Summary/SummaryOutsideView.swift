import Goals
import Panels
import Scenarios

extension RunSummary {
    /// How often comparable regions achieved what each target needs: nothing where no target asks.
    static func outsideView(of result: ScenarioResult, on page: inout Page) {
        let language = page.format.language
        let asked = result.targets.compactMap { target in
            target.headline.outsideView.flatMap { outside in
                sentence(outside, of: target, language).map { (outside, $0) }
            }
        }
        guard !asked.isEmpty else { return }
        page.heading(language.text(PanelLabel.outsideView))
        for (outside, sentence) in asked {
            page.item(sentence, style: outside.disagreement == nil ? .plain : .strong)
        }
        var definitions: [String] = []
        for (outside, _) in asked {
            guard let definition = definition(outside, language), !definitions.contains(definition) else { continue }
            definitions.append(definition)
        }
        if definitions.isEmpty { return }
        page.blank()
        for definition in definitions { page.paragraph(definition, style: .faint) }
        page.paragraph(language.text(PanelLabel.overlap), style: .faint)
    }

    /// `0 of 17 did`, for the table of verdicts; nil without comparable windows.
    static func othersDid(_ result: ReadingResult, _ language: Language) -> String? {
        guard let view = result.outsideView?.view, view.count > 0 else { return nil }
        return language.text(PanelLabel.othersDid, ["achieved": String(view.achieved), "windows": String(view.count)])
    }

    static func sentence(
        _ outside: OutsideViewResult, of target: TargetResult, _ language: Language
    ) -> String? {
        let name = name(of: target.target, language)
        switch outside.reference {
        case .nothing(let reason, let chinese):
            return language.text(
                PanelLabel.nothingComparable, ["target": name, "reason": language.name(reason, chinese: chinese)])
        case .panel(let panel):
            guard let view = outside.view else { return nil }
            let measure = language.name(panel.name, chinese: panel.nameChinese)
            var text = language.text(
                PanelLabel.targetNeeds,
                [
                    "target": name, "growth": HumanNumber.percent(view.growth),
                    "start": String(target.headline.latest.year), "measure": measure,
                    "years": language.span(view.years),
                    "list": OutlookSummary.counts(view, language),
                ])
            if view.years != outside.years {
                text += language.text(PanelLabel.shorterWindows, ["needed": language.span(outside.years)])
            }
            if outside.disagreement != nil {
                text += language.text(PanelLabel.oddsDisagree, ["odds": HumanNumber.probability(target.headline.odds)])
            }
            return text
        }
    }

    static func definition(_ outside: OutsideViewResult, _ language: Language) -> String? {
        guard case .panel(let panel) = outside.reference, let view = outside.view else { return nil }
        return language.sentences(
            [
                OutlookSummary.comparable(view, language),
                panel.note.map { language.name($0, chinese: panel.noteChinese) },
            ].compactMap { $0 })
    }
}
