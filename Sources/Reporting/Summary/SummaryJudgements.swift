import Goals
import Scenarios

extension RunSummary {
    /// What each judgement does to the headline readings; judgements.csv has the others.
    static func judgements(_ judgements: [JudgementResult], on page: inout Page) {
        guard !judgements.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.judgements))
        page.paragraph(language.text(.judgementsNote), style: .faint)
        for judgement in judgements { page.item(sentences(on: judgement, language)) }
    }

    private static func sentences(on judgement: JudgementResult, _ language: Language) -> String {
        let moved = judgement.targets.filter { isClear($0.headline) }
        let still = judgement.targets.filter { !isClear($0.headline) }
        var parts: [String] = []
        if !moved.isEmpty {
            parts.append(
                language.text(.judgementMoves, ["list": language.list(moved.map { move($0, language) })]))
        }
        if !still.isEmpty {
            let names = still.map { language.quoted(name(of: $0.target, language)) }
            parts.append(language.text(.noClearChange, ["list": language.list(names)]))
        }
        return subject(judgement, language) + parts.joined(separator: language == .english ? " " : "")
    }

    private static func subject(_ judgement: JudgementResult, _ language: Language) -> String {
        guard !judgement.isTogether else { return language.text(.judgementsTogether) }
        let lever = judgement.levers[0]
        let because = lever.because.map { $0.hasSuffix(".") || $0.hasSuffix("。") ? String($0.dropLast()) : $0 } ?? ""
        return language.text(.judgement, ["name": lever.name ?? lever.id, "because": because])
    }

    static func move(_ target: JudgedTarget, _ language: Language) -> String {
        let (with, without) = (target.headline.with, target.headline.without)
        func median(_ result: ReadingResult) -> String {
            HumanNumber.threeDigits(result.atDeadline.p50 * result.display.scale)
        }
        return language.text(
            .judgementMove,
            [
                "target": language.quoted(name(of: target.target, language)),
                "without": HumanNumber.probability(without.odds), "with": HumanNumber.probability(with.odds),
                "medianWithout": median(without),
                "medianWith": HumanNumber.with(unit: with.display.unit, median(with)),
            ])
    }

    /// Odds that change by more than two standard errors, or a median that moves without them, as where odds are
    /// zero either way.
    static func isClear(_ reading: JudgedReading) -> Bool {
        let odds = abs(reading.oddsDifference) > 2 * reading.standardError && reading.oddsDifference != 0
        guard !odds, let difference = reading.difference else { return odds }
        return difference.p5 > 0 || difference.p95 < 0
    }
}
