import Panels

/// What an outside view says, on one page: the answer as a sentence, by period, and who did it.
public enum OutlookSummary {
    /// A region with its latest size.
    public typealias Subject = (name: String, year: Int, value: Double)

    /// - Parameters:
    ///   - region: the one that the question is about, with its latest value; nil for none.
    public static func text(
        of view: OutsideView, panel: Panel, region: Subject?,
        format: TextFormat = TextFormat(), directory: String? = nil, files: [String] = []
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        page.heading(
            language.text(
                PanelLabel.outlookTitle,
                ["name": panel.name, "growth": growth(view.growth), "years": language.span(view.years)]), rule: true)
        page.blank()
        page.paragraph(answer(view, language), style: .strong)
        if let region {
            page.paragraph(
                language.text(
                    PanelLabel.ownStart,
                    [
                        "region": region.name, "name": view.sizeName, "value": HumanNumber.threeDigits(region.value),
                        "year": String(region.year),
                    ]))
        }
        if view.count > 0 {
            page.blank()
            page.table(periods(of: view, language))
            page.heading(language.text(PanelLabel.achievers))
            achievers(of: view, on: &page)
        }
        page.blank()
        page.paragraph(comparable(view, language), style: .faint)
        if view.periods.contains(where: { $0.independent < $0.windows }) {
            page.paragraph(language.text(PanelLabel.overlap), style: .faint)
        }
        if let directory {
            page.heading(language.text(.files))
            page.paragraph(
                language.text(.filesIn, ["list": files.joined(separator: language.separator), "path": directory]))
        }
        return page.text
    }

    /// `20% a year over 4 years: achieved in 0 of 19 comparable windows since 2018, 6 of 30 in 2010 to 2016.`
    static func answer(_ view: OutsideView, _ language: Language) -> String {
        guard view.count > 0 else {
            return language.text(PanelLabel.outlookNothing, ["years": language.span(view.years)])
        }
        return language.text(
            PanelLabel.outlookAnswer,
            [
                "growth": growth(view.growth), "years": language.span(view.years),
                "list": counts(view, language),
            ])
    }

    /// `achieved in 0 of 19 comparable windows since 2018, 6 of 30 in 2010 to 2016`, the latest period first.
    static func counts(_ view: OutsideView, _ language: Language) -> String {
        var isFirst = true
        let parts = view.periods.reversed().map { period in
            let label: PanelLabel = period.windows == 0 ? .noWindows : isFirst ? .firstOfWindows : .ofWindows
            if period.windows > 0 { isFirst = false }
            return language.text(
                label,
                [
                    "achieved": String(period.achieved), "windows": String(period.windows),
                    "period": name(of: period, language),
                ])
        }
        return parts.joined(separator: language == .english ? ", " : "，")
    }

    static func name(of period: OutsideView.Period, _ language: Language) -> String {
        language.text(
            period.isLatest ? PanelLabel.since : PanelLabel.during,
            ["first": String(period.first), "last": String(period.last)])
    }

    private static func periods(of view: OutsideView, _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(PanelLabel.period), minimum: 10), .number(language.text(PanelLabel.windows)),
            .number(language.text(PanelLabel.achievedIt)), .number(language.text(PanelLabel.regions)),
            .number(language.text(PanelLabel.independent)), .number(language.text(PanelLabel.median)),
            .number(language.text(PanelLabel.best)),
        ])
        for period in view.periods.reversed() {
            table.append([
                TextTable.Cell(name(of: period, language)), TextTable.Cell(String(period.windows)),
                TextTable.Cell(String(period.achieved)), TextTable.Cell(String(period.regions)),
                TextTable.Cell(String(period.independent)), TextTable.Cell(HumanNumber.percent(period.median)),
                TextTable.Cell(HumanNumber.percent(period.best)),
            ])
        }
        return table
    }

    private static func achievers(of view: OutsideView, on page: inout Page) {
        let language = page.format.language
        if view.achieved == 0 { return page.paragraph(language.text(PanelLabel.nobody)) }
        let all = view.achievers
        for (region, achieved, windows, best) in all.prefix(mostAchievers) {
            page.item(
                language.text(
                    PanelLabel.achiever,
                    [
                        "region": region, "achieved": String(achieved), "windows": String(windows),
                        "growth": HumanNumber.percent(best.growth), "start": String(best.start),
                        "end": String(best.end),
                    ]))
        }
        if all.count > mostAchievers {
            page.item(language.text(PanelLabel.moreAchievers, ["count": String(all.count - mostAchievers)]))
        }
    }

    /// Achievers that are listed on screen.
    private static let mostAchievers = 10

    /// The definition of comparable.
    static func comparable(_ view: OutsideView, _ language: Language) -> String {
        let size =
            if let size = view.size {
                language.text(
                    PanelLabel.nearSize,
                    [
                        "name": view.sizeName, "factor": HumanNumber.exact(view.factor),
                        "value": HumanNumber.threeDigits(size),
                    ])
            } else {
                language.text(PanelLabel.anySize)
            }
        return language.text(PanelLabel.comparable, ["years": language.span(view.years), "size": size])
    }

    /// The growth asked for, as it was asked: `20%`.
    static func growth(_ fraction: Double) -> String { HumanNumber.exact((1e6 * fraction).rounded() / 1e4) + "%" }
}
