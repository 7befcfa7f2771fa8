import Goals
import Scenarios

extension RunSummary {
    /// One row per target, and below a target with several readings one row for each of them.
    static func verdictTable(of result: ScenarioResult, language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(.target), minimum: 14), .text(language.text(.goal), minimum: 10),
            .number(language.text(.latestKnown)), .number(language.text(.atDeadline)),
            .number(language.text(.odds)), .text(language.text(.verdict), minimum: 8),
        ])
        for target in result.targets {
            let name = name(of: target.target, language)
            if target.readings.count == 1 {
                table.append(row(of: target.readings[0], target.target, title: name, language))
                continue
            }
            table.append(
                [TextTable.Cell(name, style: .strong), goalCell(of: target.target, target.headline.display, language)]
                    + ["", "", "", ""].map { TextTable.Cell($0) })
            for reading in target.readings {
                let mark = reading.reading.isHeadline ? language.text(.headlineMark) : ""
                let title = "· " + Self.name(of: reading.reading, language) + mark
                table.append(row(of: reading, target.target, title: title, language, repeatsGoal: false))
            }
        }
        return table
    }

    private static func row(
        of result: ReadingResult, _ target: Target, title: String, _ language: Language, repeatsGoal: Bool = true
    ) -> [TextTable.Cell] {
        let unit = target.unit(result.display, language)
        let end = result.atDeadline
        let odds = [HumanNumber.probability(result.odds), HumanNumber.error(result.odds)].compactMap { $0 }
        return [
            TextTable.Cell(title),
            repeatsGoal ? goalCell(of: target, result.display, language) : TextTable.Cell(""),
            TextTable.Cell(latest(result, unit, language), style: result.latest.quality == .u ? .doubtful : .plain),
            TextTable.Cell(unit.lines(end.p50, end.p5, end.p95)),
            TextTable.Cell(odds.joined(separator: "\n")),
            TextTable.Cell(
                [language.name(of: result.verdict), othersDid(result, language)].compactMap { $0 }
                    .joined(separator: "\n"), style: style(of: result.verdict)),
        ]
    }

    /// Value, year and quality letter; what is modelled says so.
    static func latest(_ result: ReadingResult, _ unit: FigureUnit, _ language: Language) -> String {
        let latest = result.latest
        let origin = latest.isModelled ? " " + language.text(.modelled) : ""
        return unit.number(latest.value) + "\n\(latest.year)\(origin) \(latest.quality.rawValue)"
    }

    static func goalCell(of target: Target, _ display: Display, _ language: Language) -> TextTable.Cell {
        let year = String(target.deadline)
        let deadline =
            if let range = target.deadlineRange {
                language.text(.byOneOf, ["year": year, "range": "\(range.lowerBound)–\(range.upperBound)"])
            } else {
                language.text(.by, ["year": year])
            }
        return TextTable.Cell(goal(target.goal, target.unit(display, language), display.measure) + "\n" + deadline)
    }

    /// The goal in signs, e.g. `> 2.5 trillion CNY`, `≥ 10 platforms`, `2–3 firms`.
    static func goal(_ goal: Goal, _ unit: FigureUnit, _ measure: Measure) -> String {
        let value = unit.exact(goal.value)
        let amount =
            switch goal.comparator {
            case .moreThan: "> " + value
            case .atLeast: "≥ " + value
            case .about: "≈ " + value
            case .lessThan: "< " + value
            case .atMost: "≤ " + value
            case .between: value + (goal.upper.map { "–" + unit.exact($0) } ?? "")
            }
        guard case .units = measure else { return unit.with(amount) }
        return HumanNumber.with(unit: name(of: unit, goal), amount)
    }

    /// `1 firm`, not `1 firms`: portfolios go by a plural.
    private static func name(of unit: FigureUnit, _ goal: Goal) -> String {
        let (isOne, name) = (goal.value == 1 && goal.upper == nil, unit.name)
        return isOne && name.hasSuffix("s") && !name.hasSuffix("ss") && !name.hasSuffix("ies")
            ? String(name.dropLast()) : name
    }

    static func style(of verdict: Verdict) -> TextStyle {
        switch verdict {
        case .met, .veryLikely: .veryGood
        case .likely: .good
        case .open: .plain
        case .unlikely: .poor
        case .remote: .veryPoor
        }
    }

    // MARK: Below the table

    /// Pace, dates and counts of the headline readings.
    static func details(of result: ScenarioResult, on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(.pace))
        page.table(paceTable(of: result, language: language))
        page.paragraph(language.text(.paceNote), style: .faint)
        let notes = result.targets.flatMap { target in
            [deadlines(of: target, language), counts(of: target, language)].compactMap { $0 }
        }
        if !notes.isEmpty { page.blank() }
        for note in notes { page.item(note) }
    }

    private static func paceTable(of result: ScenarioResult, language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(.target), minimum: 14), .number(language.text(.needed)),
            .number(language.text(.soFar)), .number(language.text(.projected)),
            .text(language.text(.eurostat), minimum: 9), .text(language.text(.unitedNations), minimum: 8),
            .number(language.text(.halfBy)),
        ])
        for target in result.targets {
            let headline = target.headline
            let crossing = headline.medianCrossing.map { String($0) }
            let last = headline.crossedBy.last?.year ?? result.scenario.end
            table.append([
                TextTable.Cell(name(of: target.target, language)),
                TextTable.Cell(needed(headline, language)),
                TextTable.Cell(HumanNumber.percent(headline.growthSince)),
                TextTable.Cell(HumanNumber.percent(headline.projectedGrowth)),
                TextTable.Cell(progress(headline.eurostat, language)),
                TextTable.Cell(progress(headline.unitedNations, language)),
                TextTable.Cell(crossing ?? "> \(last)"),
            ])
        }
        return table
    }

    /// Growth a year, or for a count the units a year: nothing grows at a rate from one platform to ten. With the
    /// year that it counts from, which need not be the one that the projection starts in.
    static func needed(_ result: ReadingResult, _ language: Language) -> String {
        let since = "\n" + language.text(.sinceYear, ["year": String(result.latest.year)])
        if let growth = result.requiredGrowth { return HumanNumber.percent(growth) + since }
        guard let increase = result.requiredIncrease else { return HumanNumber.percent(nil) }
        let number = (increase > 0 ? "+" : "") + HumanNumber.fixed(increase * result.display.scale, decimals: 1)
        return language.text(.increase, ["number": number]) + since
    }

    static func progress(_ result: ProgressResult?, _ language: Language) -> String {
        guard let result else { return "–" }
        return language.text(of: result.outcome)
            + (result.ratio.map { "\n" + HumanNumber.fixed($0, decimals: 2) } ?? "")
    }

    static func deadlines(of target: TargetResult, _ language: Language) -> String? {
        let odds = target.headline.oddsByDeadline
        guard odds.count > 1 else { return nil }
        let list = odds.map { "\($0.year): \(HumanNumber.odds($0.odds))" }.joined(separator: language.separator)
        return language.text(.judgedIn, ["target": name(of: target.target, language), "list": list])
    }

    /// Numbers with a chance of 1% or more.
    static func counts(of target: TargetResult, _ language: Language) -> String? {
        let chances = target.headline.countProbabilities.enumerated().filter { $0.element >= 0.01 }
        guard !chances.isEmpty else { return nil }
        let list = chances.map { "\($0.offset): \(HumanNumber.fixed(100 * $0.element, decimals: 0))%" }
        return language.text(
            .countChances,
            [
                "target": name(of: target.target, language), "year": String(target.target.deadline),
                "list": list.joined(separator: language.separator),
            ])
    }
}
