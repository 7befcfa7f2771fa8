import Goals
import Scenarios

extension RunSummary {
    /// What the loop of science and industry adds to value added and to the headline readings; loop.csv has the others.
    static func loop(_ halves: [LoopResult], on page: inout Page) {
        guard !halves.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.loop))
        page.paragraph(language.text(.loopNote), style: .faint)
        for half in halves { page.item(sentences(on: half, language)) }
    }

    private static func sentences(on loop: LoopResult, _ language: Language) -> String {
        let added = loop.valueAdded
        func percent(_ value: Double) -> String {
            // Less than a hundredth of a percent is nothing that an analyst could see.
            let share = 100 * value / added.without.p50
            return HumanNumber.signed(share, decimals: abs(share) < 0.1 ? 2 : 1) + "%"
        }
        let label: Label =
            switch loop.half {
            case .scienceToIndustry: .scienceToIndustry
            case .industryToScience: .industryToScience
            }
        let effect = language.text(
            .loopAdds,
            [
                "mean": percent(added.difference.mean), "low": percent(added.difference.p5),
                "high": percent(added.difference.p95), "year": String(added.year),
                "money": money(added.difference.mean, language),
            ])
        let moved = loop.targets.filter { isClear($0.headline) && isVisible($0.headline) }.map { move($0, language) }
        let parts = [
            language.text(label), effect,
            moved.isEmpty ? nil : language.text(.judgementMoves, ["list": language.list(moved)]),
        ].compactMap { $0 }
        return language.sentences(parts)
    }

    private static func money(_ amount: Double, _ language: Language) -> String {
        let unit = language.moneyUnit(like: amount)
        let value = amount * unit.scale
        return unit.with(HumanNumber.signed(value, decimals: abs(value) < 10 ? 1 : 0))
    }

    /// A tenth of a point of odds, or a median, that is printed otherwise.
    private static func isVisible(_ reading: JudgedReading) -> Bool {
        isPrintedOtherwise(reading)
            && (abs(reading.oddsDifference) >= 0.001 || median(reading.with) != median(reading.without))
    }
}
