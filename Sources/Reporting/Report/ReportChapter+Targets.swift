import Goals
import Scenarios

extension ReportChapter {
    /// A card per target; nil where nothing is judged.
    var targets: ReportDocument.Section? {
        guard !result.targets.isEmpty else { return nil }
        let cards = result.targets.map { ReportBlock.card(card(of: $0)) }
        let takes = result.requirements.contains { !$0.lines.isEmpty }
        let notes =
            [language.text(.verdictScale), language.text(ReportLabel.letters), language.text(.paceNote)]
            + (takes ? [language.text(ReportLabel.requirementsNote)] : [])
        return section(
            .targets, language.text(ReportLabel.targets),
            cards + notes.map { .paragraph(ReportText($0, tone: .faint)) })
    }

    private func card(of target: TargetResult) -> ReportCard {
        let headline = target.headline
        return ReportCard(
            level: level + 1, verdict: verdict(of: headline, target), oddsTitle: language.text(.odds),
            facts: facts(of: target),
            blocks: charts.blocks("fan-" + target.target.id) + origin(of: target) + outsideView(of: target)
                + readings(of: target) + chances(of: target) + requirements(of: target))
    }

    // MARK: Figures

    /// Those that there are.
    private func facts(of target: TargetResult) -> [ReportCard.Fact] {
        let (reading, unit) = (target.headline, target.unit(language))
        let end = reading.atDeadline
        let crossing =
            reading.medianCrossing.map(String.init)
            ?? language.text(ReportLabel.notBefore, ["year": String(reading.crossedBy.last?.year ?? scenario.end)])
        // The pace that is needed may count from another year.
        let fromStart = language.text(.sinceYear, ["year": String(scenario.start)])
        let figures: [(ReportLabel, String?)] = [
            (.needed, RunSummary.needed(reading, language)),
            (.soFar, reading.growthSince.map { HumanNumber.percent($0) }),
            (.projected, reading.projectedGrowth.map { HumanNumber.percent($0) + "\n" + fromStart }),
            (.halfBy, crossing),
            (.eurostat, progress(reading.eurostat)),
            (.unitedNations, progress(reading.unitedNations)),
            (.weakest, reading.quality.rawValue),
        ]
        return [
            fact(language.text(.latestKnown), latest(reading, unit)),
            fact(language.text(.atDeadline), unit.text(end.p50) + "\n" + range(end, unit)),
            fact(language.text(ReportLabel.gap), gap(of: reading, target.target.goal)),
        ] + figures.compactMap { label, text in text.map { fact(language.text(label), $0) } }
    }

    private func fact(_ term: String, _ text: String) -> ReportCard.Fact {
        let lines = text.split(separator: "\n", maxSplits: 1).map(String.init)
        return ReportCard.Fact(term: term, value: lines.first ?? "–", note: lines.dropFirst().first)
    }

    /// The class of a rule; why there is none stands below a dash.
    private func progress(_ result: ProgressResult?) -> String? {
        result.map { ($0.ratio == nil ? "–\n" : "") + RunSummary.progress($0, language) }
    }

    private func latest(_ reading: ReadingResult, _ unit: FigureUnit) -> String {
        let latest = reading.latest
        let origin = latest.isModelled ? " " + language.text(.modelled) : ""
        return unit.text(latest.value) + "\n\(latest.year)\(origin), \(latest.quality.rawValue)"
    }

    private func gap(of reading: ReadingResult, _ goal: Goal) -> String {
        let value = language.unitOfChange(of: reading.display.measure, like: reading.gap).text(abs(reading.gap))
        if reading.gap == 0 { return language.text(ReportLabel.exactly) }
        let label: ReportLabel =
            switch (goal.isCap, reading.gap > 0) {
            case (false, true): .short
            case (false, false): .beyond
            case (true, true): .underCap
            case (true, false): .overCap
            }
        return language.text(label, ["value": value])
    }

    private func range(_ summary: Summary, _ unit: FigureUnit) -> String {
        unit.range(summary.p5, summary.p95)
    }

    // MARK: Below the figures

    /// Where the target is stated, how it is read, and what is to be known of that.
    private func origin(of target: TargetResult) -> [ReportBlock] {
        var sentences = target.target.source.map { [language.text(ReportLabel.fromSource, ["source": $0])] } ?? []
        let reading = target.headline.reading
        if target.readings.count > 1,
            let reason = reading.reason.map({ language.name($0, chinese: reading.reasonChinese) })
        {
            sentences.append(
                language.text(
                    ReportLabel.headlineBecause,
                    ["name": language.quoted(RunSummary.name(of: reading, language)), "reason": ended(reason)]))
        }
        let goal = target.target.goal
        if goal.comparator == .about {
            // What is counted is met from the first whole number on.
            let unit = target.unit(language)
            let least = target.headline.atDeadline.p50 + target.headline.gap
            sentences.append(language.text(ReportLabel.aboutMeans, ["least": unit.text(least)]))
        }
        sentences += [RunSummary.deadlines(of: target, language)].compactMap { $0 }
        return sentences.isEmpty
            ? [] : [.paragraph(ReportText(language.sentences(sentences), tone: .faint))]
    }

    /// A reason as the end of a sentence.
    private func ended(_ reason: String) -> String {
        reason.last.map { ".。!！?？".contains($0) } ?? true ? reason : reason + (language == .english ? "." : "。")
    }

    private func outsideView(of target: TargetResult) -> [ReportBlock] {
        guard let outside = target.headline.outsideView,
            let sentence = RunSummary.sentence(outside, of: target, language)
        else { return [] }
        let note = RunSummary.definition(outside, language).map { definition in
            let text = language.sentences([definition, language.text(PanelLabel.overlap)])
            return ReportBlock.paragraph(ReportText(text, tone: .faint))
        }
        return [
            small(language.text(ReportLabel.others)),
            .paragraph(ReportText(sentence, tone: outside.disagreement == nil ? .plain : .strong)),
        ] + [note].compactMap { $0 }
    }

    private func readings(of target: TargetResult) -> [ReportBlock] {
        guard target.readings.count > 1 else { return [] }
        let title = language.text(ReportLabel.readings)
        let columns = [
            ReportTable.Column(title: language.text(ReportLabel.reading), isNumber: false),
            .init(title: language.text(.latestKnown), isNumber: true),
            .init(title: language.text(.atDeadline), isNumber: true),
            .init(title: language.text(.odds), isNumber: true),
            .init(title: language.text(.verdict), isNumber: false),
        ]
        let unit = target.unit(language)
        let rows = target.readings.map { reading in
            let mark = reading.reading.isHeadline ? language.text(.headlineMark) : ""
            let end = reading.atDeadline
            return ReportTable.Row([
                .init(RunSummary.name(of: reading.reading, language) + mark),
                .init(latest(reading, unit), isNumber: true),
                .init(unit.text(end.p50) + "\n" + range(end, unit), isNumber: true),
                .init(HumanNumber.odds(reading.odds), isNumber: true),
                .init(reading.verdict.mark + "\u{A0}" + language.name(of: reading.verdict), tone: reading.verdict.tone),
            ])
        }
        let table = ReportTable(
            caption: title + (language == .english ? ": " : "：") + RunSummary.name(of: target.target, language),
            columns: columns, rows: rows)
        let others = target.readings.filter { !$0.reading.isHeadline }.flatMap { reading in
            charts.blocks("fan-\(target.target.id)-\(reading.reading.id)", isSmall: true)
        }
        return [.table(table)] + others
    }

    /// Chances of each number of units, for those with a chance of 1% or more.
    private func chances(of target: TargetResult) -> [ReportBlock] {
        guard let text = RunSummary.counts(of: target, language) else { return [] }
        let all = Array(target.headline.countProbabilities.enumerated())
        guard let first = all.firstIndex(where: { $0.element >= 0.01 }),
            let last = all.lastIndex(where: { $0.element >= 0.01 }), let highest = all.map(\.element).max()
        else { return [] }
        let columns = all[first...last].map { count, chance in
            ReportColumns.Column(
                label: String(count), value: share(chance),
                height: HumanNumber.fixed(100 * chance / highest, decimals: 1),
                isMet: target.target.goal.isMet(by: Double(count)))
        }
        return [small(language.text(ReportLabel.chances)), .columns(ReportColumns(text: text, columns: columns))]
    }

    /// What the goal takes beside what there is, then what cannot be.
    private func requirements(of target: TargetResult) -> [ReportBlock] {
        guard let own = result.requirements.first(where: { $0.target.id == target.target.id }), !own.lines.isEmpty
        else { return [] }
        let words = RequirementWords(scenario: scenario, language: language)
        var table = RunSummary.requirementTable(language)
        for line in own.lines { table.append(RunSummary.row(of: line, words)) }
        let name = RunSummary.name(of: target.target, language)
        let caption = language.text(RequirementLabel.heading) + (language == .english ? ": " : "：") + name
        let findings = own.lines.compactMap(words.finding).map {
            ReportText($0.prefix(1).uppercased() + $0.dropFirst() + (language == .english ? "." : "。"), tone: .poor)
        }
        return [.table(ReportTable(table, caption: caption))]
            + (findings.isEmpty ? [] : [.list(ReportList(items: findings))])
    }

    private func small(_ text: String) -> ReportBlock { .heading(ReportHeading(level: level + 2, text: text)) }
}
