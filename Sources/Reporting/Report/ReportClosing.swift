import Goals
import Scenarios

/// What all scenarios of a report have in common: how they were made, and how to make them again.
struct ReportClosing {
    let results: [ScenarioResult]
    let origin: ReportOrigin
    let language: Language
    let level: Int

    var sections: [ReportDocument.Section] {
        [
            ReportDocument.Section(
                id: ReportPlace.method.rawValue, title: language.report(.method), level: level, blocks: method),
            ReportDocument.Section(
                id: ReportPlace.repeating.rawValue, title: language.report(.repeating), level: level,
                blocks: repeating),
        ]
    }

    private var method: [ReportBlock] {
        let first = results[0]
        let values = [
            "table": String(first.scenario.economy.tableYear), "start": String(first.scenario.start),
            "members": HumanNumber.fixed(Double(first.members), decimals: 0),
        ]
        var paragraphs = [language.report(.methodTable, values), language.report(.methodMembers, values)]
        if results.contains(where: { $0.learning != nil }) {
            paragraphs.append(language.report(.methodLearning, values))
        }
        if results.contains(where: { !$0.scenario.portfolios.isEmpty }) {
            paragraphs.append(language.report(.methodUnits))
        }
        paragraphs += [
            language.report(.methodRules), language.report(.methodLimits), language.text(.verdictScale),
            language.text(.qualityScale),
        ]
        return paragraphs.map { .paragraph(ReportText($0)) }
    }

    private var repeating: [ReportBlock] {
        [
            .paragraph(ReportText(language.report(.repeatingNote))),
            .code(origin.command(for: results[0], language: language)), .table(settings), .table(inputs),
        ]
    }

    private var settings: ReportTable {
        let first = results[0]
        let draws: ReportLabel = first.sampling == .sobol ? .sobolDraws : .randomDraws
        let figures =
            switch first.knowledge {
            case .published: language.report(.allFigures)
            case .asOf(let year): language.report(.figuresAsOf, ["year": String(year)])
            case .prior: language.report(.noFigures)
            }
        let rows: [(ReportLabel, String)] = [
            (.version, "Milepost " + origin.version),
            (.members, HumanNumber.fixed(Double(first.members), decimals: 0)), (.seed, String(first.seed)),
            (.sampling, language.report(draws)), (.figures, figures),
        ]
        return ReportTable(
            caption: language.report(.settings),
            columns: [
                .init(title: language.report(.setting), isNumber: false),
                .init(title: language.report(.value), isNumber: false),
            ],
            rows: rows.map { label, value in ReportTable.Row([.init(language.report(label)), .init(value)]) })
    }

    /// Every file once, in the order of reading.
    private var inputs: ReportTable {
        var files: [InputFile] = []
        for file in results.flatMap(\.scenario.inputs) where !files.contains(where: { $0.path == file.path }) {
            files.append(file)
        }
        return ReportTable(
            caption: language.report(.inputs),
            columns: [
                .init(title: language.report(.file), isNumber: false),
                .init(title: language.report(.bytes), isNumber: true),
                .init(title: language.report(.digest), isNumber: false),
            ],
            rows: files.map { file in
                ReportTable.Row([
                    .init(file.path), .init(HumanNumber.fixed(Double(file.bytes.count), decimals: 0), isNumber: true),
                    .init(SHA256.hexDigest(of: file.bytes)),
                ])
            })
    }
}
