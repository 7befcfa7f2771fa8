import InputOutput
import Scenarios

/// What `milepost table linkages` says.
public enum LinkageReport {
    /// - Returns: data with a row per sector; both forward conventions are in it.
    public static func report(
        _ linkages: Linkages, convention: ForwardConvention, origin: InputOrigin, of document: TableDocument
    ) -> WorkbenchReport {
        let classes = linkages.classes(convention)
        let backward = linkages.normalisedBackward
        let forward = ForwardConvention.allCases.map { linkages.normalisedForward($0) }
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + [
                "direct_backward", "direct_forward", "backward", "forward_leontief", "forward_ghosh",
                "normalised_backward", "normalised_forward_leontief", "normalised_forward_ghosh",
                "backward_variation", "class",
            ])
        for (i, sector) in document.sectors.enumerated() {
            let values = [
                linkages.directBackward[i], linkages.directForward[i], linkages.backward[i],
                linkages.forwardLeontief[i], linkages.forwardGhosh[i], backward[i], forward[0][i], forward[1][i],
                linkages.backwardVariation[i],
            ]
            data.append(
                DataTable.Cell.names(of: sector) + values.map { .number($0) } + [.text(classes[i].rawValue)])
        }
        return WorkbenchReport(data: data) { format in text(linkages, convention, origin, document, format) }
    }

    private static func text(
        _ linkages: Linkages, _ convention: ForwardConvention, _ origin: InputOrigin, _ document: TableDocument,
        _ format: TextFormat
    ) -> String {
        var page = WorkbenchPage(.linkageTitle, of: document, format: format)
        let language = page.language
        let classes = linkages.classes(convention)
        let (backward, forward) = (linkages.normalisedBackward, linkages.normalisedForward(convention))
        let order = backward.indices.sorted { backward[$0] > backward[$1] }
        let keys = order.filter { classes[$0] == .key }.map(page.name)
        if keys.isEmpty {
            page.say(.noKeySector, style: .strong)
        } else {
            page.say(.linkageAnswer, ["list": keys.joined(separator: language.separator)], style: .strong)
        }
        page.blank()
        page.sectors(
            order,
            columns: [
                (language.text(WorkbenchLabel.backward), { HumanNumber.fixed(backward[$0], decimals: 2) }),
                (language.text(WorkbenchLabel.forward), { HumanNumber.fixed(forward[$0], decimals: 2) }),
                (
                    language.text(WorkbenchLabel.spread),
                    { HumanNumber.fixed(linkages.backwardVariation[$0], decimals: 2) }
                ),
                (language.text(WorkbenchLabel.kind), { language.text(label(classes[$0])) }),
            ])
        page.blank()
        page.note(.linkageNote)
        page.note(convention == .ghoshRows ? .ghoshNote : .leontiefNote)
        page.origin(origin)
        return page.text
    }

    private static func label(_ kind: LinkageClass) -> WorkbenchLabel {
        switch kind {
        case .key: .key
        case .backward: .backwardKind
        case .forward: .forwardKind
        case .weak: .weak
        }
    }
}
