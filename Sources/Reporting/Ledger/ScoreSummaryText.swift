import Goals
import Ledger
import Scenarios
import Scoring

/// How good the forecasts of a ledger were, on one page: the answer first.
public enum ScoreSummaryText {
    /// - Parameters:
    ///   - ledger: the path that the ledger was read from.
    ///   - directory: where the files went; nil when none were written.
    ///   - files: their paths below it.
    public static func text(
        of scores: LedgerScores, ledger: String, format: TextFormat = TextFormat(), directory: String? = nil,
        files: [String] = []
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        page.heading(language.text(LedgerLabel.scoresTitle, ["path": ledger]), rule: true)
        page.blank()
        for sentence in verdict(on: scores, language) { page.paragraph(sentence, style: .strong) }
        page.paragraph(counts(scores, language), style: .faint)
        for figure in scores.unused { page.item(unused(figure, scores, language), style: .poor) }
        let scored = latest(scores)
        if !scored.isEmpty {
            page.heading(language.text(LedgerLabel.whatCame))
            page.table(outcomes(scored.prefix(longest), language))
            if scored.count > longest {
                page.paragraph(
                    language.text(LedgerLabel.moreInScores, ["count": String(scored.count - longest)]), style: .faint)
            }
        }
        groups(scores, on: &page)
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(language.text(.filesIn, ["list": files.joined(separator: ", "), "path": directory]))
        }
        return page.text
    }

    /// Rows of the table of outcomes; scores.csv has all.
    private static let longest = 25

    // MARK: The answer

    private static func verdict(on scores: LedgerScores, _ language: Language) -> [String] {
        let group = scores.overall
        guard group.odds != nil || group.figures != nil else { return [language.text(LedgerLabel.nothingScored)] }
        var sentences: [String] = []
        if let odds = group.odds {
            let isClear = odds.brierError.map { abs(odds.brier - ScoreGroup.OddsScores.coinBrier) > 2 * $0 } ?? true
            let label: LedgerLabel =
                !isClear || odds.skill == 0 ? .oddsEqual : odds.skill > 0 ? .oddsBetter : .oddsWorse
            sentences.append(
                language.text(
                    label,
                    [
                        "goals": counted(odds.count, "goal", "目标", language), "brier": number(odds.brier),
                        "error": odds.brierError.map { " ± " + number($0) } ?? "",
                        "share": percent(abs(odds.skill)),
                    ]))
        }
        if let figures = group.figures {
            sentences.append(ranges(figures, language))
            if let skill = figures.skill, let known = figures.againstNoChange {
                sentences.append(
                    language.text(
                        skill >= 0 ? LedgerLabel.closerThanNoChange : .furtherThanNoChange,
                        ["count": String(known.count), "share": percent(abs(skill))]))
            }
        }
        if max(group.odds?.count ?? 0, group.figures?.count ?? 0) < ScoreGroup.enough {
            sentences.append(language.text(LedgerLabel.fewScores, ["count": String(ScoreGroup.enough)]))
        }
        return sentences
    }

    /// How many figures lie between P10 and P90, and whether that is what chance allows for ranges that are right.
    private static func ranges(_ figures: ScoreGroup.FigureScores, _ language: Language) -> String {
        let level = ForecastScore.levels[1]
        let found = figures.coverage[1]
        let error = (level * (1 - level) / Double(figures.count)).squareRoot()
        let label: LedgerLabel =
            figures.count < ScoreGroup.enough || abs(found - level) <= 2 * error
            ? .rangesHold : found < level ? .rangesNarrow : .rangesWide
        return language.text(
            label,
            [
                "figures": counted(figures.count, "figure", "数据", language), "share": percent(found),
                "expected": percent(level),
            ])
    }

    private static func counted(_ count: Int, _ noun: String, _ chinese: String, _ language: Language) -> String {
        language == .english ? "\(count) \(noun)\(count == 1 ? "" : "s")" : "\(count) 个\(chinese)"
    }

    private static func counts(_ scores: LedgerScores, _ language: Language) -> String {
        let counting = scores.forecasts.filter { !$0.isSuperseded }
        let open = counting.count { $0.odds == nil && $0.figure == nil }
        let superseded = scores.forecasts.count - counting.count
        return language.text(
            LedgerLabel.scoreCounts,
            [
                "scored": String(counting.count - open), "total": String(scores.forecasts.count), "open": String(open),
                "superseded": String(superseded),
            ])
    }

    private static func unused(_ figure: ActualFigure, _ scores: LedgerScores, _ language: Language) -> String {
        language.text(
            LedgerLabel.unusedActual,
            ["place": figure.place.description, "target": figure.target, "year": String(figure.year)])
    }

    // MARK: Tables

    /// The last forecast on each question by each scenario, of those that are scored.
    private static func latest(_ scores: LedgerScores) -> [ScoredForecast] {
        var order: [String: Int] = [:]
        var kept: [ScoredForecast] = []
        for forecast in scores.forecasts where forecast.odds != nil || forecast.figure != nil {
            let key = "\(forecast.entry.scenario)\n\(forecast.entry.question)"
            if let index = order[key] {
                if forecast.entry.madeOn >= kept[index].entry.madeOn { kept[index] = forecast }
            } else {
                order[key] = kept.count
                kept.append(forecast)
            }
        }
        return kept
    }

    private static func outcomes(_ forecasts: some Sequence<ScoredForecast>, _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(.quantity), minimum: 14), .number(language.text(.year)),
            .number(language.text(LedgerLabel.forecastMedian)), .number(language.text(.published)),
            .number(language.text(.odds)), .text(language.text(LedgerLabel.goalMet), minimum: 4),
        ])
        for forecast in forecasts {
            let entry = forecast.entry
            let inside = forecast.figure.map { $0.intervals[2].contains($0.outcome) } ?? true
            let odds = entry.odds.map {
                HumanNumber.probability(
                    Odds(probability: $0, standardError: entry.oddsError ?? 0, members: entry.members))
            }
            let unit = language.unit(ofRecorded: entry.question.unit, like: entry.quantiles[3])
            func text(_ value: Double) -> String { unit.number(value) }
            table.append([
                TextTable.Cell("\(unit.heading(entry.name))\n\(entry.scenario), \(entry.madeOn.prefix(10))"),
                TextTable.Cell(String(entry.question.year)),
                TextTable.Cell(
                    "\(text(entry.quantiles[3]))\n(\(text(entry.quantiles[0]))–\(text(entry.quantiles[6])))"),
                TextTable.Cell(forecast.actual.map(text) ?? "–", style: inside ? .plain : .poor),
                TextTable.Cell(odds ?? ""),
                TextTable.Cell(
                    forecast.met.map { language.text($0 ? LedgerLabel.yes : .no) } ?? "",
                    style: forecast.met == true ? .good : .plain),
            ])
        }
        return table
    }

    private static func groups(_ scores: LedgerScores, on page: inout Page) {
        let language = page.format.language
        let rows = scores.byScenario.filter { $0.group.odds != nil || $0.group.figures != nil }
        if rows.count > 1 {
            page.heading(language.text(LedgerLabel.byScenario))
            page.table(table(language.text(LedgerLabel.scenario), rows.map { ($0.scenario, $0.group) }, language))
        }
        if scores.byLead.count > 1 {
            page.heading(language.text(LedgerLabel.byLead))
            page.table(
                table(
                    language.text(LedgerLabel.yearsAhead), scores.byLead.map { (String($0.years), $0.group) }, language)
            )
        }
        guard let odds = scores.overall.odds, odds.count >= ScoreGroup.enough else { return }
        page.heading(language.text(LedgerLabel.reliability))
        var table = TextTable(columns: [
            .text(language.text(.verdict), minimum: 10), .number(language.text(LedgerLabel.forecasts)),
            .number(language.text(LedgerLabel.meanOdds)), .number(language.text(LedgerLabel.shareMet)),
        ])
        for band in scores.reliability {
            table.append([
                TextTable.Cell(language.name(of: band.verdict)), TextTable.Cell(String(band.count)),
                TextTable.Cell(percent(band.meanOdds)), TextTable.Cell(percent(band.metShare)),
            ])
        }
        page.table(table)
        if let base = odds.baseRateBrier {
            page.paragraph(
                language.text(LedgerLabel.baseRateNote, ["brier": number(odds.brier), "base": number(base)]),
                style: .faint)
        }
    }

    private static func table(_ title: String, _ rows: [(String, ScoreGroup)], _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(title, minimum: 10), .number(language.text(LedgerLabel.goals)),
            .number(language.text(LedgerLabel.brier)),
            .number(language.text(LedgerLabel.figures)), .number(language.text(LedgerLabel.insideMiddle)),
            .number(language.text(LedgerLabel.againstNoChange)),
        ])
        for (name, group) in rows {
            let skill = group.figures?.skill
            table.append([
                TextTable.Cell(name), TextTable.Cell(String(group.odds?.count ?? 0)),
                TextTable.Cell(group.odds.map { number($0.brier) } ?? "–"),
                TextTable.Cell(String(group.figures?.count ?? 0)),
                TextTable.Cell(group.figures.map { percent($0.coverage[1]) } ?? "–"),
                TextTable.Cell(skill.map { ($0 > 0 ? "+" : "") + percent($0) } ?? "–"),
            ])
        }
        return table
    }

    private static func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }
    private static func number(_ score: Double) -> String { HumanNumber.fixed(score, decimals: 3) }
}
