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
        func moves(_ target: JudgedTarget) -> Bool { isClear(target.headline) && isPrintedOtherwise(target.headline) }
        let moved = judgement.targets.filter(moves)
        let still = judgement.targets.filter { !moves($0) }
        var parts: [String] = []
        if !moved.isEmpty {
            parts.append(
                language.text(.judgementMoves, ["list": language.list(moved.map { move($0, language) })]))
        }
        if !still.isEmpty {
            let names = still.map { language.quoted(name(of: $0.target, language)) }
            parts.append(language.text(.noClearChange, ["list": language.list(names)]))
        }
        return subject(judgement, language) + language.sentences(parts)
    }

    private static func subject(_ judgement: JudgementResult, _ language: Language) -> String {
        guard !judgement.isTogether else { return language.text(.judgementsTogether) }
        let lever = judgement.levers[0]
        let because =
            lever.because.map { language.name($0, chinese: lever.becauseChinese) }.map {
                $0.hasSuffix(".") || $0.hasSuffix("。") ? String($0.dropLast()) : $0
            } ?? ""
        return language.text(
            .judgement, ["name": language.name(lever.name ?? lever.id, chinese: lever.nameChinese), "because": because])
    }

    static func move(_ target: JudgedTarget, _ language: Language) -> String {
        let (with, without) = (target.headline.with, target.headline.without)
        let unit = target.target.unit(with.display, language)
        let odds = (without: HumanNumber.probability(without.odds), with: HumanNumber.probability(with.odds))
        return language.text(
            // Odds that are printed alike have not moved for the reader.
            odds.without == odds.with ? .judgementMoveMedian : .judgementMove,
            [
                "target": language.quoted(name(of: target.target, language)),
                "without": odds.without, "with": odds.with,
                "medianWithout": unit.number(without.atDeadline.p50),
                "medianWith": unit.text(with.atDeadline.p50),
            ])
    }

    /// Whether odds or a median read otherwise on the page.
    static func isPrintedOtherwise(_ reading: JudgedReading) -> Bool {
        HumanNumber.probability(reading.with.odds) != HumanNumber.probability(reading.without.odds)
            || median(reading.with) != median(reading.without)
    }

    /// As it is printed: three digits, whatever the unit.
    static func median(_ result: ReadingResult) -> String {
        HumanNumber.threeDigits(result.atDeadline.p50 * result.display.scale)
    }

    /// Odds that change by more than two standard errors, or a median that moves without them, as where odds are
    /// zero either way.
    static func isClear(_ reading: JudgedReading) -> Bool {
        let odds = abs(reading.oddsDifference) > 2 * reading.standardError && reading.oddsDifference != 0
        guard !odds, let difference = reading.difference else { return odds }
        return difference.p5 > 0 || difference.p95 < 0
    }
}
