import InputOutput
import Scenarios

/// What `milepost table update` says: what was imposed, inferred and left over, and how outputs moved.
public enum UpdateReport {
    /// - Parameters:
    ///   - controls: those of the update, with their quality.
    ///   - document: the old table.
    /// - Returns: data with a row per margin.
    public static func report(
        _ update: BaseYearUpdate, controls: [TableControl], of document: TableDocument
    ) -> WorkbenchReport {
        var data = DataTable(columns: ["margin", "status", "value", "quality", "source", "note"])
        for margin in update.margins {
            let control = control(of: margin, controls)
            data.append([
                .text(margin.name), .text(margin.status.rawValue), .number(margin.value),
                .optional(control?.quality?.rawValue),
                .optional(control.flatMap { $0.source.isEmpty ? nil : $0.source }), .text(margin.note),
            ])
        }
        return WorkbenchReport(data: data) { format in text(update, controls, document, format) }
    }

    /// The control that a margin is about.
    private static func control(of margin: MarginReport, _ controls: [TableControl]) -> TableControl? {
        controls.first {
            let measure = $0.control.measure == .valueAdded ? "value added" : "output"
            return margin.name == "\(measure) of \($0.control.name)"
        }
    }

    private static func text(
        _ update: BaseYearUpdate, _ controls: [TableControl], _ document: TableDocument, _ format: TextFormat
    ) -> String {
        var page = WorkbenchPage(.updateTitle, of: document, format: format)
        let language = page.language
        let (old, new) = (document.table, update.table)
        let output = new.output.reduce(0, +)
        page.say(
            .updateAnswer,
            [
                "output": HumanNumber.fixed(output, decimals: 0),
                "growth": HumanNumber.fixed(output / old.output.reduce(0, +), decimals: 3),
                "added": HumanNumber.fixed(new.totalValueAdded().reduce(0, +), decimals: 0),
                "iterations": String(update.rasIterations),
            ], style: .strong)
        page.blank()
        page.table(
            [
                .text(language.workbench(.item), minimum: 20), .text(language.workbench(.status), minimum: 8),
                .text(language.workbench(.quality), minimum: 7), .number(language.workbench(.value)),
                .text(language.workbench(.note), minimum: 16),
            ],
            rows: update.margins.map { margin in
                [
                    margin.name, name(margin.status, language),
                    control(of: margin, controls)?.quality?.rawValue ?? "",
                    HumanNumber.fixed(margin.value, decimals: 0), margin.note,
                ]
            })
        page.blank()
        page.note(.updateNote)
        let change = update.largestCoefficientChange
        func sectorName(_ code: String) -> String { old.sectors.firstIndex(of: code).map(page.name) ?? code }
        page.note(
            .largestChange,
            [
                "supplier": sectorName(change.supplier), "user": sectorName(change.user),
                "before": HumanNumber.fixed(change.before, decimals: 4),
                "after": HumanNumber.fixed(change.after, decimals: 4),
            ])
        page.heading(.growthBySector)
        page.sectors(
            old.output.indices.sorted { update.factors[$0] > update.factors[$1] },
            columns: [
                (language.workbench(.oldOutput), { HumanNumber.fixed(old.output[$0], decimals: 0) }),
                (language.workbench(.newOutput), { HumanNumber.fixed(new.output[$0], decimals: 0) }),
                (language.workbench(.factor), { HumanNumber.fixed(update.factors[$0], decimals: 3) }),
            ])
        return page.text
    }

    private static func name(_ status: MarginReport.Status, _ language: Language) -> String {
        switch status {
        case .imposed: language.workbench(.imposed)
        case .inferred: language.workbench(.inferred)
        case .residual: language.workbench(.residual)
        }
    }
}
