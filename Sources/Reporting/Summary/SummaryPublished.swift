import Goals
import Scenarios

/// Numbers that stand beside promises without being theirs.
extension RunSummary {
    /// What others state about the subject of a promise; nil where nothing is known.
    static func elsewhere(_ commitment: Commitment, _ language: Language) -> String? {
        guard !commitment.published.isEmpty else { return nil }
        let list = commitment.published.map { figures in
            let points = figures.points.map { figure($0, of: figures, language) }
            return language.text(
                ThemeLabel.figures,
                [
                    "label": language.name(figures.label, chinese: figures.labelChinese),
                    "list": points.joined(separator: language.separator),
                ])
        }
        return language.text(ThemeLabel.elsewhere, ["list": list.joined(separator: language == .english ? "; " : "；")])
    }

    /// What each published aim for an industry of known size takes, and where its index leads by then.
    static func aims(_ result: ScenarioResult, _ language: Language) -> [String] {
        result.themes.flatMap { theme in
            result.scenario.commitments.filter { $0.themes == [theme.theme.id] }.flatMap { commitment in
                commitment.published.filter(\.isAim).flatMap { figures in
                    figures.points.compactMap { aim($0, of: figures, theme, language) }
                }
            }
        }
    }

    private static func aim(
        _ point: PublishedFigures.Point, of figures: PublishedFigures, _ theme: ThemeResult, _ language: Language
    ) -> String? {
        guard point.measure == .money, let size = theme.theme.size, point.year > size.year,
            let needed = compoundGrowth(from: size.value, to: point.value, years: point.year - size.year)
        else { return nil }
        var sentences = [
            language.text(
                size.isFloor ? ThemeLabel.aimFromFloor : .aim,
                [
                    "name": name(of: theme, language),
                    "label": language.name(figures.label, chinese: figures.labelChinese),
                    "figure": figure(point, of: figures, language), "start": String(size.year),
                    "needed": HumanNumber.percent(needed),
                ])
        ]
        if let path = theme.size, path.indices.contains(point.year - theme.start) {
            let summary = path[point.year - theme.start]
            let unit = language.moneyUnit(like: summary.p50)
            sentences.append(
                language.text(
                    ThemeLabel.aimIndex,
                    [
                        "year": String(point.year), "median": unit.number(summary.p50),
                        "low": unit.number(summary.p5), "high": unit.number(summary.p95), "unit": unit.name,
                    ]))
        }
        return language.sentences(sentences)
    }

    /// `more than 60 billion CNY in 2025 (C)`.
    private static func figure(
        _ point: PublishedFigures.Point, of figures: PublishedFigures, _ language: Language
    ) -> String {
        let value =
            switch point.measure {
            case .money: language.exactMoney(point.value)
            case .percentage: HumanNumber.percent(point.value)
            case .number: HumanNumber.exact(point.value)
            }
        return language.text(
            figures.isFloor ? ThemeLabel.floor : .figure,
            ["value": value, "year": String(point.year), "quality": point.quality.rawValue])
    }
}
