import Goals
import Scenarios

extension ReportChapter {
    /// Data quality, what explains the spread, assumptions, and what must be known beside them.
    var leaning: ReportDocument.Section? {
        let title = language.text(ReportLabel.leaning)
        let blocks =
            quality
            + self.blocks(caption: title) { page in
                RunSummary.drivers(of: result.targets, words.names, on: &page)
            } + charts.blocks("drivers")
            + self.blocks(caption: title) { page in
                RunSummary.notices(result.notices, words, on: &page)
                RunSummary.assumptions(result.assumptions, words, on: &page)
            }
        return blocks.isEmpty ? nil : section(.leaning, title, blocks)
    }

    /// Letters, and how much of the spread rests on what nobody has verified.
    private var quality: [ReportBlock] {
        guard !result.targets.isEmpty else { return [] }
        let columns = [
            ReportTable.Column(title: language.text(.target), isNumber: false),
            .init(title: language.text(.latestKnown), isNumber: true),
            .init(title: language.text(ReportLabel.weakestInput), isNumber: false),
            .init(title: language.text(ReportLabel.explained), isNumber: true),
            .init(title: language.text(ReportLabel.unverified), isNumber: true),
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
            .table(ReportTable(caption: language.text(ReportLabel.dataQuality), columns: columns, rows: rows)),
            .paragraph(ReportText(language.text(ReportLabel.weakestNote), tone: .faint)),
            .paragraph(ReportText(language.text(ReportLabel.letters), tone: .faint)),
        ]
    }
}
