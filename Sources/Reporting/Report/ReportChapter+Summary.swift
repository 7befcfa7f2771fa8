import Goals
import Scenarios

extension ReportChapter {
    /// The answer in sentences, then every verdict in a line of its own.
    var summary: ReportDocument.Section {
        var blocks = self.blocks(caption: language.text(ReportLabel.summary)) {
            RunSummary.opening(of: result, on: &$0)
        }
        if !result.targets.isEmpty {
            blocks.append(.overview(ReportOverview(verdicts: result.targets.map { verdict(of: $0.headline, $0) })))
        }
        blocks += [leansOnUnverified, warningsBelow].compactMap { $0 }.map { .paragraph(ReportText($0)) }
        return section(.summary, language.text(ReportLabel.summary), blocks)
    }

    /// The target whose odds rest most on what nobody has verified; nil where none rests on it by half.
    private var leansOnUnverified: String? {
        let shares = result.targets.compactMap { target in target.headline.explainedByUnverified.map { (target, $0) } }
        guard let most = shares.max(by: { $0.1 < $1.1 }), most.1 >= 0.5 else { return nil }
        return language.text(
            ReportLabel.leansOnUnverified,
            ["share": share(most.1), "target": RunSummary.name(of: most.0.target, language)])
    }

    private var warningsBelow: String? {
        let count = result.notices.count { $0.level == .warning }
        guard count > 0 else { return nil }
        return language.text(
            count == 1 ? ReportLabel.warningBelow : .warningsBelow,
            ["count": language.capitalised(count), "section": language.text(ReportLabel.leaning)])
    }

    /// One reading of a target as a line: goal, odds, verdict.
    func verdict(of reading: ReadingResult, _ target: TargetResult) -> ReportVerdict {
        let place = min(max(reading.odds.probability, 0), 1)
        return ReportVerdict(
            anchor: anchor(of: target.target), name: RunSummary.name(of: target.target, language),
            goal: RunSummary.goalCell(of: target.target, reading.display, language).text
                .replacing("\n", with: language == .english ? " " : "，"),
            word: language.name(of: reading.verdict), mark: reading.verdict.mark, tone: reading.verdict.tone,
            odds: HumanNumber.probability(reading.odds), error: HumanNumber.error(reading.odds),
            place: HumanNumber.fixed(100 * place, decimals: 1))
    }

    func anchor(of target: Target) -> String { prefix + "target-" + target.id }

    func share(_ fraction: Double) -> String { HumanNumber.fixed(100 * fraction, decimals: 0) + "%" }
}

extension Verdict {
    /// A sign that tells verdicts apart where colours are not seen.
    var mark: String {
        switch self {
        case .met: "✓"
        case .veryLikely: "▲▲"
        case .likely: "▲"
        case .open: "◆"
        case .unlikely: "▼"
        case .remote: "▼▼"
        }
    }

    var tone: ReportTone {
        switch self {
        case .met, .veryLikely, .likely: .good
        case .open: .neutral
        case .unlikely, .remote: .poor
        }
    }
}
