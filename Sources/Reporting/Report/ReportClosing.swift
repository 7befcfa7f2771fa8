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
                id: ReportPlace.method.rawValue, title: language.text(ReportLabel.method), level: level, blocks: method),
            ReportDocument.Section(
                id: ReportPlace.repeating.rawValue, title: language.text(ReportLabel.repeating), level: level,
                blocks: repeating),
        ]
    }

    private var method: [ReportBlock] {
        let first = results[0]
        let values = [
            "table": String(first.scenario.economy.tableYear), "start": String(first.scenario.start),
            "members": HumanNumber.fixed(Double(first.members), decimals: 0),
        ]
        var paragraphs = [
            language.text(ReportLabel.methodTable, values), language.text(ReportLabel.methodMembers, values),
        ]
        if results.contains(where: { $0.learning != nil }) {
            paragraphs.append(language.text(ReportLabel.methodLearning, values))
        }
        if results.contains(where: { !$0.scenario.portfolios.isEmpty }) {
            paragraphs.append(language.text(ReportLabel.methodUnits))
        }
        paragraphs += [
            language.text(ReportLabel.methodRules), language.text(ReportLabel.methodLimits),
            language.text(.verdictScale),
            language.text(ReportLabel.letters),
        ]
        return paragraphs.map { .paragraph(ReportText($0)) }
    }

    private var repeating: [ReportBlock] {
        [
            .paragraph(ReportText(language.text(ReportLabel.repeatingNote))),
            .code(origin.command(for: results[0], language: language)), .table(settings), .table(inputs),
        ]
    }

    private var settings: ReportTable {
        let first = results[0]
        let draws: ReportLabel = first.sampling == .sobol ? .sobolDraws : .randomDraws
        let figures =
            switch first.knowledge {
            case .published: language.text(ReportLabel.allFigures)
            case .asOf(let year): language.text(ReportLabel.figuresAsOf, ["year": String(year)])
            case .prior: language.text(ReportLabel.noFigures)
            }
        let rows: [(ReportLabel, String)] = [
            (.version, "Milepost " + origin.version),
            (.members, HumanNumber.fixed(Double(first.members), decimals: 0)), (.seed, String(first.seed)),
            (.sampling, language.text(draws)), (.figures, figures),
        ]
        return ReportTable(
            caption: language.text(ReportLabel.settings),
            columns: [
                .init(title: language.text(ReportLabel.setting), isNumber: false),
                .init(title: language.text(ReportLabel.value), isNumber: false),
            ],
            rows: rows.map { label, value in ReportTable.Row([.init(language.text(label)), .init(value)]) })
    }

    /// Every file once, in the order of reading.
    private var inputs: ReportTable {
        var files: [InputFile] = []
        for file in results.flatMap(\.scenario.inputs) where !files.contains(where: { $0.path == file.path }) {
            files.append(file)
        }
        return ReportTable(
            caption: language.text(ReportLabel.inputs),
            columns: [
                .init(
                    title: language.text(ReportLabel.file) + "\n" + language.text(ReportLabel.digest), isNumber: false),
                .init(title: language.text(ReportLabel.bytes), isNumber: true),
            ],
            rows: files.map { file in
                ReportTable.Row([
                    .init(ShippedPath.text(of: file.path) + "\n" + SHA256.hexDigest(of: file.bytes)),
                    .init(HumanNumber.fixed(Double(file.bytes.count), decimals: 0), isNumber: true),
                ])
            })
    }
}
