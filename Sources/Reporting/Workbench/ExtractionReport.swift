import InputOutput
import Scenarios

/// What `milepost table extract` says, of sectors together or of each alone.
public enum ExtractionReport {
    /// - Returns: data with a row per sector that loses.
    public static func report(
        _ result: ExtractionResult, origin: InputOrigin, of document: TableDocument
    ) -> WorkbenchReport {
        let output = document.table.output
        let extracted = result.sectors.map { document.sectors[$0].code }
        var data = DataTable(
            columns: ["extracted", "mode"] + DataTable.Cell.nameColumns + ["loss", "share_of_own_output"])
        for (index, sector) in document.sectors.enumerated() {
            data.append(
                [.text(extracted.joined(separator: "|")), .text(result.kind.rawValue)]
                    + DataTable.Cell.names(of: sector) + [
                        .number(result.lossBySector[index]),
                        .optional(output[index] > 0 ? result.lossBySector[index] / output[index] : nil),
                    ])
        }
        return WorkbenchReport(data: data) { format in
            let names = result.sectors.map { format.language.name(of: document.sectors[$0]) }
            var page = WorkbenchPage(
                .extractTitle, of: document, format: format,
                values: ["sector": names.joined(separator: format.language.separator)])
            let language = page.language
            page.say(
                .extractAnswer,
                [
                    "loss": HumanNumber.fixed(result.total, decimals: 0),
                    "share": HumanNumber.percent(result.shareOfOutput),
                    "others": HumanNumber.fixed(result.lossOfOthers, decimals: 0),
                ], style: .strong)
            page.blank()
            page.sectors(
                output.indices.sorted { result.lossBySector[$0] > result.lossBySector[$1] },
                columns: [
                    (language.text(WorkbenchLabel.loss), { HumanNumber.fixed(result.lossBySector[$0], decimals: 1) }),
                    (
                        language.text(WorkbenchLabel.shareOfOwn),
                        { HumanNumber.percent(output[$0] > 0 ? result.lossBySector[$0] / output[$0] : nil) }
                    ),
                ])
            page.blank()
            page.note(label(result.kind))
            page.origin(origin)
            return page.text
        }
    }

    /// Every sector alone, the one that matters most to the others first.
    ///
    /// - Parameter results: one per sector of the table.
    /// - Returns: data with a row per extracted sector.
    public static func ranking(
        _ results: [ExtractionResult], origin: InputOrigin, of document: TableDocument
    ) -> WorkbenchReport {
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + ["mode", "loss", "loss_of_others", "share_of_output"])
        for (sector, result) in zip(document.sectors, results) {
            data.append(
                DataTable.Cell.names(of: sector) + [
                    .text(result.kind.rawValue), .number(result.total), .number(result.lossOfOthers),
                    .number(result.shareOfOutput),
                ])
        }
        return WorkbenchReport(data: data) { format in
            let language = format.language
            let order = results.indices.sorted { results[$0].lossOfOthers > results[$1].lossOfOthers }
            var page = WorkbenchPage(
                .extractTitle, of: document, format: format,
                values: ["sector": language.text(WorkbenchLabel.eachSector)])
            if let first = order.first {
                page.say(.extractEachAnswer, ["sector": page.name(first)], style: .strong)
            }
            page.blank()
            page.sectors(
                order,
                columns: [
                    (language.text(WorkbenchLabel.loss), { HumanNumber.fixed(results[$0].total, decimals: 0) }),
                    (
                        language.text(WorkbenchLabel.lossOfOthers),
                        { HumanNumber.fixed(results[$0].lossOfOthers, decimals: 0) }
                    ),
                    (language.text(WorkbenchLabel.shareOfOutput), { HumanNumber.percent(results[$0].shareOfOutput) }),
                ])
            page.blank()
            if let kind = results.first?.kind { page.note(label(kind)) }
            page.origin(origin)
            return page.text
        }
    }

    private static func label(_ kind: ExtractionKind) -> WorkbenchLabel {
        switch kind {
        case .complete: .complete
        case .backward: .backwardOnly
        case .forwardGhosh: .forwardOnly
        case .forwardLeontief: .forwardLeontief
        }
    }
}
