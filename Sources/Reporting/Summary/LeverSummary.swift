import Goals
import Scenarios

/// What each lever adds, on one page.
public enum LeverSummary {
    /// A section per target (its headline reading), or per named industry; a line per lever in it.
    public static func text(
        of result: LeverTestResult, format: TextFormat = TextFormat(), directory: String? = nil, files: [String] = []
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        let scenario = result.scenario
        page.heading(
            language.text(LeverLabel.title, ["name": language.name(scenario.name, chinese: scenario.nameChinese)]),
            rule: true)
        page.blank()
        let members = HumanNumber.fixed(Double(result.without.members), decimals: 0)
        page.paragraph(
            language.text(
                result.levers.count == 1 ? LeverLabel.openingOne : .opening,
                ["count": String(result.levers.count), "members": members]))
        let names = ScenarioNames(scenario: scenario, language: language)
        let judgements = scenario.levers.filter { $0.because != nil }.map { names.lever($0.id) }
        if !judgements.isEmpty {
            page.paragraph(language.text(LeverLabel.judgements, ["list": language.list(judgements)]))
        }
        for outcome in result.outcomes where isShown(outcome) { section(on: outcome, of: result, page: &page) }
        page.blank()
        page.paragraph(language.text(LeverLabel.note), style: .faint)
        if result.outcomes.contains(where: isIndex) {
            page.paragraph(language.text(LeverLabel.noMoney, ["start": String(scenario.start)]), style: .faint)
        }
        for note in notes(on: result) { page.paragraph(language.text(note), style: .faint) }
        if result.outcomes.contains(where: { !isShown($0) }) {
            page.paragraph(language.text(LeverLabel.readings), style: .faint)
        }
        RunSummary.notices(result.notices, NoticeWords(scenario, language), on: &page)
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(language.text(.filesIn, ["list": RunSummary.grouped(files), "path": directory]))
        }
        return page.text
    }

    private static func isShown(_ outcome: LeverOutcome) -> Bool {
        if case .target(_, let reading) = outcome.subject { reading.isHeadline } else { true }
    }

    /// Whether an outcome is the index of an industry of which no size is known.
    private static func isIndex(_ outcome: LeverOutcome) -> Bool {
        if case .theme = outcome.subject { outcome.money == .none } else { false }
    }

    /// What must be known of the kinds of levers that are tried.
    private static func notes(on result: LeverTestResult) -> [LeverLabel] {
        let shifts = result.levers.contains { if case .investmentShift = $0.effect { true } else { false } }
        let science = result.scenario.economy.science
        let lowersPrices = (science?.pricePassThrough.distribution.quantile(0.95) ?? 0) > 0
        let research = lowersPrices && result.levers.contains { $0.researchGroup != nil }
        return (research ? [.researchNote] : []) + (shifts ? [.shiftNote] : [])
    }

    private static func section(on outcome: LeverOutcome, of result: LeverTestResult, page: inout Page) {
        let language = page.format.language
        let display = outcome.display
        let year = String(outcome.year)
        switch outcome.subject {
        case .target(let target, _):
            let name = RunSummary.name(of: target, language)
            let unit = target.unit(display, language)
            page.heading(
                language.text(
                    LeverLabel.target,
                    ["name": name, "year": year, "goal": RunSummary.goal(target.goal, unit, display.measure)]))
            var values = ["median": unit.text(outcome.without.p50)]
            values["odds"] = outcome.oddsWithout.map { HumanNumber.probability($0) } ?? "–"
            if let gap = outcome.gap, gap > 0 {
                values["gap"] = language.unitOfChange(of: display.measure, like: gap).text(gap)
                page.paragraph(language.text(LeverLabel.open, values))
            } else {
                page.paragraph(language.text(LeverLabel.reached, values))
            }
        case .theme(let theme):
            page.heading(
                language.text(
                    LeverLabel.industry, ["name": language.name(theme.name, chinese: theme.nameChinese), "year": year]))
            page.paragraph(language.text(LeverLabel.level, ["median": display.text(outcome.without.p50, language)]))
        case .valueAdded:
            page.heading(
                language.text(LeverLabel.industry, ["name": language.text(LeverLabel.valueAdded), "year": year]))
            page.paragraph(language.text(LeverLabel.level, ["median": display.text(outcome.without.p50, language)]))
        }
        page.table(table(of: outcome, language))
        if let note = moneyNote(outcome, result, language) { page.paragraph(note, style: .faint) }
    }

    private static func moneyNote(
        _ outcome: LeverOutcome, _ result: LeverTestResult, _ language: Language
    ) -> String? {
        func group(_ id: String) -> [String: String] {
            if language == .chinese {
                return ["group": ScenarioNames(scenario: result.scenario, language: language).id(id)]
            }
            return ["group": result.scenario.group(id)?.name ?? id]
        }
        switch outcome.money {
        case .outcome, .none: return nil
        case .valueAdded(let id): return language.text(LeverLabel.moneyOfShare, group(id))
        case .output(let id): return language.text(LeverLabel.moneyOfOutput, group(id))
        case .total(let id):
            let portfolio = result.scenario.portfolios.first { $0.id == id }
            let name = portfolio.map { language.name($0.name, chinese: $0.nameChinese) } ?? id
            return language.text(LeverLabel.moneyOfCount, ["group": name])
        }
    }

    private static func table(of outcome: LeverOutcome, _ language: Language) -> TextTable {
        let (hasMoney, hasOutcome) = (outcome.money != .none, outcome.money != .outcome)
        let money = language.moneyUnit(like: largest(outcome.effects.compactMap(\.money)))
        let unit = language.unitOfChange(of: outcome.display.measure, like: largest(outcome.effects.map(\.outcome)))
        var columns: [TextTable.Column] = [.text(language.text(LeverLabel.lever), minimum: 16)]
        if hasMoney { columns.append(.number(language.text(LeverLabel.money, ["unit": money.name]))) }
        if hasOutcome { columns.append(.number(unit.name.isEmpty ? language.text(LeverLabel.index) : unit.name)) }
        if outcome.gap.map({ $0 > 0 }) ?? false { columns.append(.number(language.text(LeverLabel.gap))) }
        if outcome.oddsWithout != nil { columns.append(.number(language.text(LeverLabel.odds))) }
        var table = TextTable(columns: columns)
        for effect in outcome.effects where !isNegligible(effect, in: outcome) {
            var cells = [name(of: effect, language)]
            if hasMoney { cells.append(effect.money.map { text($0, money) } ?? "–") }
            if hasOutcome { cells.append(text(effect.outcome, unit)) }
            if outcome.gap.map({ $0 > 0 }) ?? false {
                cells.append(HumanNumber.percent(outcome.shareOfGap(effect)))
            }
            if outcome.oddsWithout != nil { cells.append(points(effect)) }
            var isTogether = false
            if case .together = effect.source { isTogether = true }
            table.append(cells.map { TextTable.Cell($0, style: isTogether ? .strong : .plain) })
        }
        return table
    }

    /// Levers that simply add up, to 1% of what they add together, need no line about it.
    private static func isNegligible(_ effect: LeverEffect, in outcome: LeverOutcome) -> Bool {
        guard case .interaction = effect.source, outcome.effects.count > 1 else { return false }
        let together = outcome.effects[outcome.effects.count - 2]
        func isSmall(_ part: Double?, _ whole: Double?) -> Bool { abs(part ?? 0) <= 0.01 * abs(whole ?? 0) }
        return isSmall(effect.outcome.mean, together.outcome.mean) && isSmall(effect.money?.mean, together.money?.mean)
            && isSmall(effect.oddsDifference, together.oddsDifference)
    }

    private static func name(of effect: LeverEffect, _ language: Language) -> String {
        switch effect.source {
        case .lever(let lever): language.name(lever.name ?? lever.id, chinese: lever.nameChinese)
        case .together: language.text(LeverLabel.together)
        case .interaction: "· " + language.text(LeverLabel.interaction)
        }
    }

    /// The largest mean of a column: figures in it share the unit that fits this one.
    private static func largest(_ changes: [LeverEffect.Change]) -> Double {
        changes.map { abs($0.mean) }.max() ?? 0
    }

    /// `+13.5 (0.2 … 28)`.
    private static func text(_ change: LeverEffect.Change, _ unit: FigureUnit) -> String {
        func signed(_ value: Double) -> String {
            (value > 0 ? "+" : "") + HumanNumber.twoDigits(value * unit.scale)
        }
        guard let p5 = change.p5, let p95 = change.p95 else { return signed(change.mean) }
        if change.mean == 0, p5 == 0, p95 == 0 { return "0" }
        return signed(change.mean) + "\n(\(signed(p5)) … \(signed(p95)))"
    }

    private static func points(_ effect: LeverEffect) -> String {
        guard let difference = effect.oddsDifference else { return "–" }
        guard difference != 0 else { return "0" }
        func isNothing(_ text: String) -> Bool { !text.contains { "123456789".contains($0) } }
        guard let error = effect.standardError else {
            let text = HumanNumber.fixed(100 * difference, decimals: 1)
            return isNothing(text) ? "0" : (difference > 0 ? "+" : "") + text
        }
        // As many as show the first digit of the error.
        let decimals = error >= 0.001 || error == 0 ? 1 : error >= 0.0001 ? 2 : 3
        let printed = [difference, error].map { HumanNumber.fixed(100 * $0, decimals: decimals) }
        guard !printed.allSatisfy(isNothing) else { return "0" }
        return (difference > 0 ? "+" : "") + printed[0] + "\n± " + printed[1]
    }
}
