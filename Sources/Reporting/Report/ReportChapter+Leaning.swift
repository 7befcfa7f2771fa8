import Goals
import Scenarios

extension ReportChapter {
    /// Data quality, what explains the spread, assumptions, and what must be known beside them.
    var leaning: ReportDocument.Section? {
        let title = language.report(.leaning)
        let blocks =
            quality
            + self.blocks(caption: title) { page in
                RunSummary.drivers(of: result.targets, on: &page)
            } + charts.blocks("drivers")
            + self.blocks(caption: title) { page in
                RunSummary.notices(result.notices, on: &page)
                RunSummary.assumptions(result.assumptions, on: &page)
            }
        return blocks.isEmpty ? nil : section(.leaning, title, blocks)
    }

    /// Letters, and how much of the spread rests on what nobody has verified.
    private var quality: [ReportBlock] {
        guard !result.targets.isEmpty else { return [] }
        let columns = [
            ReportTable.Column(title: language.text(.target), isNumber: false),
            .init(title: language.text(.latestKnown), isNumber: true),
            .init(title: language.report(.weakestInput), isNumber: false),
            .init(title: language.report(.explained), isNumber: true),
            .init(title: language.report(.unverified), isNumber: true),
        ]
        let rows = result.targets.map { target in
            let reading = target.headline
            let latest = reading.latest
            let origin = latest.isModelled ? " " + language.text(.modelled) : ""
            return ReportTable.Row([
                .init(RunSummary.name(of: target.target, language), anchor: anchor(of: target.target)),
                .init("\(latest.quality.rawValue)\n\(latest.year)\(origin)", isNumber: true),
                .init(reading.quality.rawValue),
                .init(reading.explained.map(share) ?? "–", isNumber: true),
                .init(reading.explainedByUnverified.map(share) ?? "–", isNumber: true),
            ])
        }
        return [
            .table(ReportTable(caption: language.report(.dataQuality), columns: columns, rows: rows)),
            .paragraph(ReportText(language.report(.weakestNote), tone: .faint)),
            .paragraph(ReportText(language.text(.qualityScale), tone: .faint)),
        ]
    }
}
