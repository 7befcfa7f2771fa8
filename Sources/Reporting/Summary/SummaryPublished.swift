import Goals
import Scenarios

/// Numbers that stand beside promises without being theirs.
extension RunSummary {
    /// What others state about the subject of a promise; nil where nothing is known.
    static func elsewhere(_ commitment: Commitment, _ language: Language) -> String? {
        guard !commitment.published.isEmpty else { return nil }
        let list = commitment.published.map { figures in
            let points = figures.points.map { figure($0, of: figures, language) }
            return language.theme(
                .figures,
                [
                    "label": language.name(figures.label, chinese: figures.labelChinese),
                    "list": points.joined(separator: language.separator),
                ])
        }
        return language.theme(.elsewhere, ["list": list.joined(separator: language == .english ? "; " : "；")])
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
            language.theme(
                size.isFloor ? .aimFromFloor : .aim,
                [
                    "name": name(of: theme, language),
                    "label": language.name(figures.label, chinese: figures.labelChinese),
                    "figure": figure(point, of: figures, language), "start": String(size.year),
                    "needed": HumanNumber.percent(needed),
                ])
        ]
        if let path = theme.size, path.indices.contains(point.year - theme.start) {
            let summary = path[point.year - theme.start]
            sentences.append(
                language.theme(
                    .aimIndex,
                    [
                        "year": String(point.year), "median": HumanNumber.threeDigits(summary.p50),
                        "low": HumanNumber.threeDigits(summary.p5), "high": HumanNumber.threeDigits(summary.p95),
                    ]))
        }
        return sentences.joined(separator: language == .english ? " " : "")
    }

    /// `more than 600 亿元 in 2025 (C)`.
    private static func figure(
        _ point: PublishedFigures.Point, of figures: PublishedFigures, _ language: Language
    ) -> String {
        let value =
            switch point.measure {
            case .money: HumanNumber.exact(point.value) + " 亿元"
            case .percentage: HumanNumber.percent(point.value)
            case .number: HumanNumber.exact(point.value)
            }
        return language.theme(
            figures.isFloor ? .floor : .figure,
            ["value": value, "year": String(point.year), "quality": point.quality.rawValue])
    }
}
