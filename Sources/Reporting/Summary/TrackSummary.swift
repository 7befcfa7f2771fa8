import Goals
import Scenarios

/// How the odds have moved, for a decision-maker: what we thought, what came, what we think now.
public enum TrackSummary {
    /// - Parameters:
    ///   - directory: where the files went; nil when none were written.
    ///   - files: their paths below it.
    public static func text(
        of result: TrackResult, format: TextFormat = TextFormat(), directory: String? = nil, files: [String] = []
    ) -> String {
        let (language, scenario) = (format.language, result.last.scenario)
        var page = Page(format: format)
        page.heading(
            language.text(
                TrackLabel.title,
                [
                    "name": language.name(scenario.name, chinese: scenario.nameChinese),
                    "region": language.name(scenario.region, chinese: scenario.regionChinese),
                ]),
            rule: true)
        came(result, on: &page)
        if !result.last.targets.isEmpty {
            thought(result, on: &page)
            next(result.nextFigures, on: &page)
        }
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(language.text(.filesIn, ["list": RunSummary.grouped(files), "path": directory]))
        }
        now(result, on: &page)
        return page.text
    }

    // MARK: What we thought

    private static func thought(_ result: TrackResult, on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(TrackLabel.thought))
        // A screen holds the prior and the five latest points in time; track.csv has all of them.
        let steps = Array(result.steps.prefix(1)) + result.steps.dropFirst().suffix(mostSteps)
        let titles = steps.map { step in
            step.year.map { language.text(TrackLabel.asOf, ["year": String($0)]) }
                ?? language.text(TrackLabel.prior, ["year": String(step.result.scenario.start)])
        }
        var odds = TextTable(
            columns: [.text(language.text(.target), minimum: 14)] + titles.map { .number($0) })
        var medians = odds
        for target in result.last.targets {
            let name = RunSummary.name(of: target.target, language)
            let unit = target.unit(language)
            let readings = steps.map { step in
                step.result.targets.first { $0.target.id == target.target.id }!.headline
            }
            odds.append([TextTable.Cell(name)] + readings.map { TextTable.Cell(HumanNumber.probability($0.odds)) })
            medians.append(
                [TextTable.Cell(unit.heading(name))]
                    + readings.map { TextTable.Cell(range($0, unit, isNarrow: steps.count > 4)) })
        }
        page.table(odds)
        page.heading(language.text(TrackLabel.medians))
        page.table(medians)
    }

    private static let mostSteps = 5

    /// Median and range; in a narrow column the range stands on two lines.
    private static func range(_ reading: ReadingResult, _ unit: FigureUnit, isNarrow: Bool) -> String {
        let summary = reading.atDeadline
        let (low, high) = ("(\(unit.number(summary.p5))–", "\(unit.number(summary.p95)))")
        return "\(unit.number(summary.p50))\n\(low)\(isNarrow && (low + high).count > 11 ? "\n" : "")\(high)"
    }

    // MARK: What came

    private static func came(_ result: TrackResult, on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(TrackLabel.came))
        let vintages = result.steps.compactMap(\.vintage)
        guard !vintages.isEmpty else {
            var isLearned = false
            if case .asOf = result.last.knowledge { isLearned = result.last.scenario.learnsFromFigures }
            return page.paragraph(language.text(isLearned ? TrackLabel.noneKnown : .nothingCame))
        }
        var columns: [TextTable.Column] = [
            .text(language.text(TrackLabel.year), minimum: 4), .text(language.text(TrackLabel.figure), minimum: 12),
            .number(language.text(TrackLabel.expected)), .number(language.text(TrackLabel.published)),
            .text(language.text(TrackLabel.surprise), minimum: 8),
        ]
        // Without a target there is nothing to move.
        if !result.last.targets.isEmpty { columns.append(.text(language.text(TrackLabel.moved), minimum: 10)) }
        var table = TextTable(columns: columns)
        for vintage in vintages {
            for (index, figure) in vintage.figures.enumerated() {
                let row = row(of: figure, year: index == 0 ? String(vintage.year) : "", result, language)
                table.append(Array(row.prefix(columns.count)))
            }
        }
        page.table(table)
        let isNoted = !result.excluded.isEmpty || vintages.contains { isThinned($0) }
        // The next heading has a blank line of its own.
        if isNoted { page.blank() }
        if !result.excluded.isEmpty { page.paragraph(excluded(result.excluded, language), style: .faint) }
        for vintage in vintages where isThinned(vintage) {
            let health = language.text(
                TrackLabel.health,
                [
                    "year": String(vintage.year), "members": HumanNumber.exact(Double(vintage.health.members)),
                    "effective": HumanNumber.fixed(vintage.health.effectiveMembers, decimals: 0),
                ])
            let left =
                vintage.contradictions > 0
                ? language.text(
                    TrackLabel.contradictions, ["count": String(vintage.contradictions)]) : ""
            page.paragraph([health, left].filter { !$0.isEmpty }.joined(separator: " "), style: .faint)
        }
    }

    private static func isThinned(_ vintage: LearningReport.Vintage) -> Bool {
        vintage.health.effectiveMembers < 0.999 * Double(vintage.health.members)
    }

    private static func row(
        of figure: FigureResult, year: String, _ result: TrackResult, _ language: Language
    ) -> [TextTable.Cell] {
        let unit = figure.display.unit(like: figure.point.value, language)
        let name = language.name(figure.subject, chinese: figure.subjectChinese)
        let expected = figure.predicted
        let value = unit.number(figure.point.value)
        let published =
            switch figure.sense {
            case .value: value
            case .floor:
                language.text(
                    TrackLabel.floor, ["value": value])
            case .ceiling:
                language.text(
                    TrackLabel.ceiling, ["value": value])
            }
        return [
            TextTable.Cell(year), TextTable.Cell(unit.heading(name)),
            TextTable.Cell(unit.lines(expected.p50, expected.p5, expected.p95)),
            TextTable.Cell("\(published) (\(figure.point.quality.rawValue))"),
            TextTable.Cell(
                surprise(figure, language), style: abs(figure.surprise ?? 0) > 2 ? .poor : .plain),
            TextTable.Cell(moved(by: figure, result, language)),
        ]
    }

    private static func surprise(_ figure: FigureResult, _ language: Language) -> String {
        if let surprise = figure.surprise {
            let number = (surprise > 0 ? "+" : "") + HumanNumber.fixed(surprise, decimals: 1)
            return language.text(
                TrackLabel.deviations, ["number": number])
        }
        guard let chance = figure.chance else { return "–" }
        return language.text(
            TrackLabel.chance, ["chance": HumanNumber.fixed(100 * chance, decimals: 0) + "%"])
    }

    /// The target that a figure moved farthest for the width of its range.
    private static func moved(by figure: FigureResult, _ result: TrackResult, _ language: Language) -> String {
        let changes = figure.movedTargets.compactMap { moved -> (text: String, size: Double)? in
            guard let target = result.last.targets.first(where: { $0.target.id == moved.target }) else { return nil }
            let (headline, display) = (target.headline, target.headline.display)
            let width = headline.atDeadline.p95 - headline.atDeadline.p5
            guard width > 0, abs(moved.change) >= 0.02 * width else { return nil }
            let change = signed(moved.change, display, language)
            return ("\(RunSummary.name(of: target.target, language)) \(change)", abs(moved.change) / width)
        }.sorted { $0.size > $1.size }
        return changes.first?.text ?? language.text(TrackLabel.nothingMoved)
    }

    /// A change with its sign; of shares and rates in points.
    private static func signed(_ change: Double, _ display: Display, _ language: Language) -> String {
        let unit = language.unitOfChange(of: display.measure, like: change)
        return unit.with((change > 0 ? "+" : "") + HumanNumber.twoDigits(change * unit.scale))
    }

    private static func excluded(_ figures: [ExcludedFigure], _ language: Language) -> String {
        let items = figures.map { figure in
            let reason: TrackLabel =
                switch figure.reason {
                case .builtIn: .builtIn
                case .otherDefinition: .otherDefinition
                case .afterTheEnd: .afterTheEnd
                }
            return language.inBrackets(
                "\(language.name(figure.subject, chinese: figure.subjectChinese)) \(figure.point.year)",
                language.text(reason))
        }
        return language.text(
            TrackLabel.notUsed, ["list": items.joined(separator: language.separator)])
    }

    // MARK: What to find out next

    private static func next(_ figures: [NextFigure], on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(TrackLabel.next))
        let telling = figures.filter { $0.largestCut >= 0.05 }.prefix(5)
        guard !telling.isEmpty else { return page.paragraph(language.text(TrackLabel.nothingNext)) }
        page.paragraph(language.text(TrackLabel.nextNote), style: .faint)
        for figure in telling {
            guard let effect = figure.effects.first else { continue }
            let unit = figure.display.unit(like: figure.expected.p95, language)
            func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }
            let expected = unit.with("\(unit.number(figure.expected.p5))–\(unit.number(figure.expected.p95))")
            let range = language.text(
                TrackLabel.nextRange,
                [
                    "figure": language.name(figure.subject, chinese: figure.subjectChinese),
                    "year": String(figure.year), "expected": expected,
                    "target": language.name(effect.name, chinese: effect.nameChinese), "cut": percent(effect.rangeCut),
                ])
            let verdict = effect.verdictResolved.flatMap { share in
                share >= 0.05
                    ? language.text(
                        TrackLabel.nextVerdict, ["share": percent(share)]) : nil
            }
            page.item(range + (verdict ?? "") + (language == .english ? "." : "。"))
        }
    }

    // MARK: What we think now

    private static func now(_ result: TrackResult, on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(TrackLabel.now))
        if result.last.targets.isEmpty { page.paragraph(RunSummary.withoutTargets(result.last, language)) }
        for target in result.last.targets {
            let before = result.steps[0].result.targets.first { $0.target.id == target.target.id }!.headline.odds
            let after = target.headline.odds
            let error =
                (before.standardError * before.standardError + after.standardError * after.standardError).squareRoot()
            let change = after.probability - before.probability
            let label: TrackLabel = abs(change) < 2 * error ? .stayed : change > 0 ? .rose : .fell
            page.item(
                language.text(
                    label,
                    [
                        "target": RunSummary.name(of: target.target, language),
                        "before": HumanNumber.probability(before), "after": HumanNumber.odds(after),
                        "verdict": language.name(of: target.headline.verdict),
                    ]), style: RunSummary.style(of: target.headline.verdict))
        }
    }
}
