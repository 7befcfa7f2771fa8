import Goals
import Scenarios

extension RunSummary {
    /// What decides the result, and everything that must be said beside it.
    static func background(of result: ScenarioResult, on page: inout Page) {
        notices(result.notices, on: &page)
        if !result.targets.isEmpty { drivers(of: result.targets, on: &page) }
        assumptions(result.assumptions, on: &page)
        commitments(result.scenario.commitments, on: &page)
        if let report = result.baseYear { baseYear(report, on: &page) }
    }

    static func notices(_ notices: [Notice], on page: inout Page) {
        guard !notices.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.notices))
        for notice in notices.filter({ $0.level == .warning }) {
            page.item(language.text(.warning, ["text": notice.text]), style: .poor)
        }
        for notice in notices.filter({ $0.level == .note }) { page.item(notice.text) }
    }

    private static func drivers(of targets: [TargetResult], on page: inout Page) {
        let language = page.format.language
        let explained = targets.filter { !$0.headline.drivers.isEmpty }
        guard !explained.isEmpty else { return }
        page.heading(language.text(.whatDecides))
        for target in explained {
            let title = name(of: target.target, language)
            let strong = target.headline.drivers.filter { $0.share >= 0.05 }.prefix(4)
            let list = strong.map { describe($0, language) }
            page.item(
                language.text(
                    .drives,
                    [
                        "target": title,
                        "list": list.isEmpty ? language.text(.unexplained) : list.joined(separator: language.separator),
                    ]))
            let unverified = target.headline.drivers.filter { $0.quality == .u && $0.share >= 0.01 }
            let share = min(1, unverified.reduce(0) { $0 + $1.share })
            guard share >= 0.1 else { continue }
            page.item(
                language.text(
                    .unverifiedInputs,
                    [
                        "share": HumanNumber.fixed(100 * share, decimals: 0) + "%", "target": title,
                        "list": unverified.prefix(4).map(\.name).joined(separator: language.separator),
                    ]), style: .poor)
        }
    }

    private static func describe(_ driver: Driver, _ language: Language) -> String {
        let share = HumanNumber.fixed(100 * driver.share, decimals: 0) + "%"
        return "\(driver.name) \(share)" + (driver.quality == .u ? language.text(.unverified) : "")
    }

    private static func assumptions(_ assumptions: [Assumption], on page: inout Page) {
        guard !assumptions.isEmpty else { return }
        page.heading(page.format.language.text(.assumptions))
        for assumption in assumptions {
            page.item(assumption.text + (assumption.quality.map { " [\($0.rawValue)]" } ?? ""))
        }
    }

    private static func commitments(_ commitments: [Commitment], on page: inout Page) {
        guard !commitments.isEmpty else { return }
        let language = page.format.language
        page.heading(language.text(.commitments))
        page.paragraph(language.text(.commitmentsNote), style: .faint)
        for commitment in commitments {
            page.item("\(commitment.id): " + language.name(commitment.subject, chinese: commitment.subjectChinese))
        }
    }

    private static func baseYear(_ report: BaseYearReport, on page: inout Page) {
        let language = page.format.language
        func margins(_ status: BaseYearReport.Margin.Status) -> [BaseYearReport.Margin] {
            report.margins.filter { $0.status == status }
        }
        page.heading(language.text(.baseYear))
        page.paragraph(
            language.text(
                .baseYearMoved,
                [
                    "from": String(report.fromYear), "to": String(report.toYear),
                    "imposed": String(margins(.imposed).count), "inferred": String(margins(.inferred).count),
                    "residual": String(margins(.residual).count),
                ]))
        for (label, status) in [(Label.imposed, BaseYearReport.Margin.Status.imposed), (.residual, .residual)] {
            let shown = margins(status)
            guard !shown.isEmpty else { continue }
            page.item(language.text(label, ["list": listed(shown, language)]))
        }
    }

    /// The six largest margins with their values; base-year.csv has all of them.
    private static func listed(_ margins: [BaseYearReport.Margin], _ language: Language) -> String {
        let largest = margins.sorted { abs($0.value) > abs($1.value) }.prefix(6)
        let items = largest.map { margin in
            "\(margin.name) \(HumanNumber.threeDigits(margin.value)) 亿元"
                + (margin.quality.map { " (\($0.rawValue))" } ?? "")
        }
        return (items + (margins.count > largest.count ? ["…"] : [])).joined(separator: language.separator)
    }
}
