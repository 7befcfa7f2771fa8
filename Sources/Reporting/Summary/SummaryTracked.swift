import Goals
import Scenarios

extension RunSummary {
    /// How the model did on what was published after the base year: nothing where nothing was.
    static func sinceBaseYear(_ result: ScenarioResult, on page: inout Page) {
        let start = result.scenario.start
        let followed = result.tracked.map { tracked in
            (tracked, tracked.points.compactMap { $0.year > start ? Comparison($0) : nil })
        }
        let all = followed.flatMap(\.1)
        guard !all.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.sinceBaseYear))
        if let learning = result.learning { page.paragraph(learned(learning, language), style: .faint) }
        var table = TextTable(columns: [
            .text(language.text(.quantity), minimum: 14), .number(language.text(.year)),
            .number(language.text(.modelledMedian)), .number(language.text(.published)),
            .text(language.text(.place), minimum: 9),
        ])
        for (tracked, comparisons) in followed {
            let indicator = tracked.indicator
            let name = language.name(indicator.name, chinese: indicator.nameChinese)
            // One unit for the years of a quantity: that of the first.
            let unit = tracked.display.unit(like: comparisons.first?.observed.value ?? 0, language)
            for (index, comparison) in comparisons.enumerated() {
                let title = index == 0 ? unit.heading(name) : ""
                table.append(row(of: comparison, unit, title: title, language))
            }
        }
        page.table(table)
        for (tracked, comparisons) in followed where !comparisons.isEmpty {
            for line in coverage(of: tracked, since: start, language) { page.item(line) }
        }
        // Medians that have learned from the figures cannot be tested on them.
        guard result.learning == nil else { return }
        page.blank()
        page.paragraph(howMany(all, since: start, language))
    }

    /// What the published figures cover, where that is not simply the quantity; and those of further series.
    private static func coverage(
        of tracked: TrackedResult, since start: Int, _ language: Language
    ) -> [String] {
        let indicator = tracked.indicator
        let name = language.name(indicator.name, chinese: indicator.nameChinese)
        let main = indicator.observed.firstIndex(where: \.isOutcome)
        return indicator.observed.enumerated().compactMap { index, series in
            if index == main {
                // One word, such as an id, says nothing of what is covered.
                return series.label.contains(" ")
                    ? language.text(
                        .covers,
                        ["name": name, "label": language.name(series.label, chinese: series.labelChinese)]) : nil
            }
            let figures = series.points.filter { $0.year > start }.map { point in
                language.text(
                    NoticeLabel.figureInYear,
                    [
                        "value": tracked.display.text(point.value, language), "year": String(point.year),
                        "quality": point.quality.rawValue,
                    ])
            }
            guard !figures.isEmpty else { return nil }
            return language.text(
                .alsoPublished,
                [
                    "name": name, "label": language.name(series.label, chinese: series.labelChinese),
                    "list": figures.joined(separator: language.separator),
                ])
        }
    }

    private static func learned(_ learning: LearningReport, _ language: Language) -> String {
        let years = learning.vintages.map { String($0.year) }
        let count = learning.vintages.reduce(0) { $0 + $1.figures.count }
        return language.sentences([
            language.text(
                count == 1 ? TrackLabel.learnedFromOne : .learnedFrom,
                ["count": String(count), "years": language.list(years)]),
            language.text(TrackLabel.learnedIn),
        ])
    }

    private static func row(
        of comparison: Comparison, _ unit: FigureUnit, title: String, _ language: Language
    ) -> [TextTable.Cell] {
        func text(_ value: Double) -> String { unit.number(value) }
        let summary = comparison.summary
        let place: Label =
            switch comparison.place {
            case .inside: .inside
            case .below: .below
            case .above: .above
            }
        return [
            TextTable.Cell(title), TextTable.Cell(String(comparison.year)),
            TextTable.Cell("\(text(summary.p50)) (\(HumanNumber.range(text(summary.p5), text(summary.p95))))"),
            TextTable.Cell("\(text(comparison.observed.value)) (\(comparison.observed.quality.rawValue))"),
            TextTable.Cell(language.text(place), style: comparison.place == .inside ? .plain : .poor),
        ]
    }

    private static func howMany(_ comparisons: [Comparison], since start: Int, _ language: Language) -> String {
        let (total, inside) = (comparisons.count, comparisons.count { $0.place == .inside })
        let label: Label =
            switch (total, inside) {
            case (1, 1): .onlyInside
            case (1, 0): .onlyOutside
            case (_, 0): .noneInside
            case (total, total): .allInside
            case (_, 1): .oneInside
            default: .someInside
            }
        return language.text(label, ["inside": String(inside), "total": String(total), "start": String(start)])
    }
}

/// A modelled year beside its published figure.
private struct Comparison {
    enum Place { case below, inside, above }

    var year: Int
    var summary: Summary
    var observed: ObservedSeries.Point
    var place: Place

    /// Nil where one of the two is missing.
    init?(_ point: TrackedResult.Point) {
        guard let summary = point.summary, let observed = point.observed, let rank = point.rank else { return nil }
        (year, self.summary, self.observed) = (point.year, summary, observed)
        // The rank decides; the quantile beside it only keeps a figure that all members hit from falling below them.
        if rank < 0.05 && observed.value < summary.p5 {
            place = .below
        } else if rank > 0.95 && observed.value > summary.p95 {
            place = .above
        } else {
            place = .inside
        }
    }
}
