import Panels
import Scoring

/// What a backtest says, on one page: the verdict on one method first, then the scores of all.
public enum BacktestSummary {
    /// - Parameters:
    ///   - judged: position of the method that the verdict is about.
    ///   - references: names of the methods it is held against, the one that decides first.
    ///   - scale: what the panel's values are.
    public static func text(
        of result: BacktestResult, judged: Int, references: [String], scale: Scale, format: TextFormat = TextFormat(),
        directory: String? = nil, files: [String] = []
    ) -> String {
        var page = Page(format: format)
        opening(
            of: result, named: result.panel.name, judged: judged, references: references, scale: scale, on: &page)
        scores(of: result, judged: judged, references: references, on: &page)
        closing(directory, files, on: &page)
        return page.text
    }

    /// What the values of a backtest are.
    public enum Scale: Sendable {
        case logarithms, asInTheFile
        /// Published series of a scenario, each in its own mean yearly change.
        case yearlyChanges
    }

    static func opening(
        of result: BacktestResult, named name: String, judged: Int, references: [String], scale: Scale,
        on page: inout Page
    ) {
        let language = page.format.language
        page.heading(language.text(PanelLabel.backtestTitle, ["name": name]), rule: true)
        page.blank()
        page.paragraph(verdict(of: result, judged: judged, references: references, language), style: .strong)
        page.blank()
        page.paragraph(cases(of: result, scale: scale, language))
    }

    static func scores(of result: BacktestResult, judged: Int, references: [String], on page: inout Page) {
        let language = page.format.language
        page.heading(language.text(PanelLabel.allMethods))
        page.table(methods(of: result, language))
        let name = language.name(ofMethod: result.methods[judged])
        page.heading(language.text(PanelLabel.byHorizon, ["method": language.sentence(name)]))
        page.table(horizons(of: result, judged: judged, references: references, language))
        page.blank()
        if let histogram = result.row(method: judged, horizon: nil)?.summary.pitHistogram {
            let list = histogram.map { percent($0) }.joined(separator: " ")
            page.paragraph(language.text(PanelLabel.tenths, ["method": name, "list": list]))
        }
        page.paragraph(language.text(PanelLabel.scoreNote), style: .faint)
    }

    static func closing(_ directory: String?, _ files: [String], on page: inout Page) {
        guard let directory else { return }
        let language = page.format.language
        page.heading(language.text(.files))
        page.paragraph(
            language.text(.filesIn, ["list": files.joined(separator: language.separator), "path": directory]))
    }

    /// One line: against the first reference by its mean ranked score, the others in brackets unless they did better,
    /// and whether the 80% intervals hold what they claim.
    ///
    /// Better or worse is said of a difference of more than two standard errors.
    static func verdict(
        of result: BacktestResult, judged: Int, references: [String], _ language: Language
    ) -> String {
        let differences = references.compactMap { name -> (String, Improvement)? in
            guard let reference = result.methods.firstIndex(of: name), reference != judged else { return nil }
            return result.improvement(of: judged, over: reference, horizon: nil, \.crps).map { (name, $0) }
        }
        let method = language.sentence(language.name(ofMethod: result.methods[judged]))
        guard let (name, first) = differences.first else {
            let list = references.map { language.name(ofMethod: $0) }.joined(separator: language.separator)
            return language.text(PanelLabel.nothingMissed, ["method": method, "list": list])
        }
        let label = comparison(first)
        var line = language.text(
            label, ["method": method, "reference": language.name(ofMethod: name), "share": text(size(first))])
        func list(_ differences: some Sequence<(String, Improvement)>, _ label: PanelLabel) -> String {
            differences.map {
                language.text(label, ["reference": language.name(ofMethod: $0.0), "share": text(size($0.1))])
            }.joined(separator: language.separator)
        }
        let others = differences.dropFirst().filter { comparison($0.1) != .loses }
        if !others.isEmpty { line += language.text(PanelLabel.alsoAgainst, ["list": list(others, .against)]) }
        // A simpler method that did better is no matter for brackets.
        let better = differences.dropFirst().filter { comparison($0.1) == .loses }
        if !better.isEmpty {
            line += language.text(
                label == PanelLabel.loses ? PanelLabel.losesToo : .butLoses, ["list": list(better, .byShare)])
        }
        guard let summary = result.row(method: judged, horizon: nil)?.summary else { return line }
        let held = summary.coverage[1]
        if summary.count < enoughForCoverage {
            let inside = Int((held * Double(summary.count)).rounded())
            line += language.text(PanelLabel.fewIntervals, ["held": String(inside), "total": String(summary.count)])
        } else {
            line += language.text(PanelLabel.intervals, ["width": language.text(width(held)), "held": percent(held)])
        }
        return line + (language == .english ? "." : "。")
    }

    /// What a difference comes to: it counts from two standard errors on.
    private static func comparison(_ difference: Improvement) -> PanelLabel {
        let noise = 2 * (difference.standardError ?? 0)
        return difference.share > noise ? .beats : difference.share < -noise ? .loses : .even
    }

    /// Of a loss, how large it is.
    private static func size(_ difference: Improvement) -> Improvement {
        comparison(difference) == .loses
            ? Improvement(share: -difference.share, standardError: difference.standardError) : difference
    }

    /// Below this number of forecasts a share of them says nothing of the width of intervals.
    private static let enoughForCoverage = 20

    /// Between 76% and 84% is about right: two standard errors of 400 independent forecasts.
    private static func width(_ held: Double) -> PanelLabel {
        switch held {
        case ..<0.70: .tooNarrow
        case ..<0.76: .littleNarrow
        case ...0.84: .right
        case ...0.90: .littleWide
        default: .tooWide
        }
    }

    private static func cases(of result: BacktestResult, scale: Scale, _ language: Language) -> String {
        let years = result.horizons
        let ahead =
            years.count == 1
            ? language.text(years[0] == 1 ? PanelLabel.oneYearAhead : PanelLabel.oneAhead, ["years": String(years[0])])
            : language.text(PanelLabel.ahead, ["first": String(years[0]), "last": String(years[years.count - 1])])
        var sentences = [
            language.text(
                scale == .yearlyChanges ? PanelLabel.backtestFigures : .backtestCases,
                [
                    "count": String(result.cases.count), "regions": String(Set(result.cases.map(\.region)).count),
                    "origins": language.years(result.origins), "horizons": ahead,
                ])
        ]
        let crossing = result.cases.count(where: \.crossesBreak)
        if crossing > 0 { sentences.append(language.text(PanelLabel.crossBreak, ["count": String(crossing)])) }
        if result.skipped > 0 { sentences.append(language.text(PanelLabel.skipped, ["count": String(result.skipped)])) }
        let meaning: PanelLabel =
            switch scale {
            case .logarithms: .logarithms
            case .asInTheFile: .asTheyAre
            case .yearlyChanges: .yearlyChanges
            }
        sentences.append(language.text(meaning))
        return language.sentences(sentences)
    }

    private static func methods(of result: BacktestResult, _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(PanelLabel.method), minimum: 10), .number(language.text(PanelLabel.crps)),
            .number(language.text(PanelLabel.error)),
            .number(language.text(PanelLabel.scaled)), .number(language.text(PanelLabel.logScore)),
            .number(language.text(PanelLabel.hold)),
        ])
        for method in result.methods.indices {
            guard let row = result.row(method: method, horizon: nil) else { continue }
            table.append([
                TextTable.Cell(language.name(ofMethod: row.method)),
                TextTable.Cell(score(row.summary.crps, error: row.crpsError)),
                TextTable.Cell(score(row.summary.mae, error: row.maeError)),
                TextTable.Cell(row.summary.mase.map { HumanNumber.fixed($0, decimals: 2) } ?? "–"),
                TextTable.Cell(HumanNumber.fixed(row.summary.logScore, decimals: 2)),
                TextTable.Cell(held(row.summary)),
            ])
        }
        return table
    }

    private static func horizons(
        of result: BacktestResult, judged: Int, references: [String], _ language: Language
    ) -> TextTable {
        let against = references.compactMap { result.methods.firstIndex(of: $0) }.filter { $0 != judged }
        var table = TextTable(
            columns: [
                .number(language.text(PanelLabel.horizon)), .number(language.text(PanelLabel.forecastCount)),
                .number(language.text(PanelLabel.crps)),
            ]
                + against.map {
                    .number(
                        language.text(PanelLabel.scoreBelow, ["reference": language.name(ofMethod: result.methods[$0])])
                    )
                } + [.number(language.text(PanelLabel.hold))])
        for horizon in result.horizons {
            guard let row = result.row(method: judged, horizon: horizon) else { continue }
            table.append(
                [
                    TextTable.Cell(String(horizon)), TextTable.Cell(String(row.summary.count)),
                    TextTable.Cell(HumanNumber.threeDigits(row.summary.crps)),
                ]
                    + against.map { reference in
                        TextTable.Cell(
                            result.improvement(of: judged, over: reference, horizon: horizon, \.crps).map(text) ?? "–")
                    } + [TextTable.Cell(held(row.summary))])
        }
        return table
    }

    private static func held(_ summary: ScoreSummary) -> String {
        summary.coverage.map { HumanNumber.fixed(100 * $0, decimals: 0) }.joined(separator: "/") + "%"
    }

    private static func score(_ value: Double, error: Double?) -> String {
        error.map { HumanNumber.withError(value, $0) } ?? HumanNumber.threeDigits(value)
    }

    /// `21% ± 3`.
    private static func text(_ improvement: Improvement) -> String {
        percent(improvement.share)
            + (improvement.standardError.map { " ± " + HumanNumber.fixed(100 * $0, decimals: 0) } ?? "")
    }

    private static func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }
}

extension Language {
    /// The text with a capital at its beginning.
    func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// `2016 to 2020` where the years follow each other, else their list.
    func years(_ years: [Int]) -> String {
        guard let first = years.first, let last = years.last else { return "" }
        if years.count > 2, last - first == years.count - 1 {
            return self == .english ? "\(first) to \(last)" : "\(first)–\(last) 年"
        }
        return list(years.map { String($0) }) + (self == .english ? "" : " 年")
    }
}
