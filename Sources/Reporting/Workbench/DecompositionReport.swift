import InputOutput
import Scenarios

/// What `milepost table decompose` says: what the causes contributed to the change of output or value added.
public enum DecompositionReport {
    /// - Parameters:
    ///   - earlier, later: the two tables.
    /// - Returns: data with a row per sector and cause, and the total of all sectors.
    public static func report(
        _ decomposition: StructuralDecomposition, of quantity: DecomposedQuantity, from earlier: TableDocument,
        to later: TableDocument
    ) -> WorkbenchReport {
        let causes = decomposition.contributions
        var data = DataTable(columns: DataTable.Cell.nameColumns + ["change"] + causes.map(\.name) + ["residual"])
        let residual = decomposition.residual
        for (i, sector) in earlier.sectors.enumerated() {
            data.append(
                DataTable.Cell.names(of: sector) + [.number(decomposition.change[i])]
                    + causes.map { .number($0.values[i]) } + [.number(residual[i])])
        }
        return WorkbenchReport(data: data) { format in
            text(decomposition, quantity, earlier, later, format)
        }
    }

    private static func text(
        _ decomposition: StructuralDecomposition, _ quantity: DecomposedQuantity, _ earlier: TableDocument,
        _ later: TableDocument, _ format: TextFormat
    ) -> String {
        var page = WorkbenchPage(
            quantity == .output ? .decomposeOutputTitle : .decomposeValueAddedTitle, of: earlier, format: format)
        let language = page.language
        page.note(.laterTable, ["path": later.path])
        let total = decomposition.change.reduce(0, +)
        let before = base(quantity, earlier.table).reduce(0, +)
        page.say(
            .decomposeAnswer,
            ["change": HumanNumber.fixed(total, decimals: 0), "growth": HumanNumber.percent(total / before)],
            style: .strong)
        page.blank()
        let causes = decomposition.contributions
        page.table(
            [
                .text(language.text(WorkbenchLabel.cause)), .number(language.text(WorkbenchLabel.contribution)),
                .number(language.text(WorkbenchLabel.ofChange)),
            ],
            rows: causes.map { cause in
                let sum = cause.values.reduce(0, +)
                return [
                    language.text(label(cause.name)), HumanNumber.fixed(sum, decimals: 0),
                    HumanNumber.percent(sum / total),
                ]
            })
        page.heading(.bySector)
        let shown = causes.filter { cause in cause.values.contains { abs($0) > 1e-9 * abs(total) } }
        page.sectors(
            decomposition.change.indices.sorted { decomposition.change[$0] > decomposition.change[$1] },
            columns: [
                (language.text(WorkbenchLabel.change), { HumanNumber.fixed(decomposition.change[$0], decimals: 0) })
            ]
                + shown.map { cause in
                    (
                        language.text(shortLabel(cause.name)),
                        { HumanNumber.fixed(cause.values[$0], decimals: 0) }
                    )
                })
        page.blank()
        page.note(.decomposeNote)
        page.reexports(of: earlier)
        page.reexports(of: later)
        return page.text
    }

    private static func base(_ quantity: DecomposedQuantity, _ table: InputOutputTable) -> [Double] {
        quantity == .output ? table.output : table.totalValueAdded()
    }

    private static func label(_ cause: String) -> WorkbenchLabel {
        switch ChangeCause(rawValue: cause) {
        case .valueAddedRatio: .valueAddedRatioCause
        case .supplyShare: .supplyShareCause
        case .technology: .technologyCause
        case .demandLevel: .demandLevelCause
        case .demandMix: .demandMixCause
        case .externalSales: .externalSalesCause
        case .discrepancy, nil: .discrepancy
        }
    }

    private static func shortLabel(_ cause: String) -> WorkbenchLabel {
        switch ChangeCause(rawValue: cause) {
        case .valueAddedRatio: .ratioShort
        case .supplyShare: .supplyShort
        case .technology: .technologyShort
        case .demandLevel: .levelShort
        case .demandMix: .mixShort
        case .externalSales: .salesShort
        case .discrepancy, nil: .discrepancy
        }
    }
}
