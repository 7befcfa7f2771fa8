import InputOutput
import Scenarios

/// What `milepost table balance` says: how the fit went and which lines moved.
public enum BalanceReport {
    /// - Returns: data with a row per sector: totals and factors.
    public static func report(_ balancing: TableBalancing, of document: TableDocument) -> WorkbenchReport {
        let fit = balancing.fit
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + ["row_total", "column_total", "row_factor", "column_factor"])
        for (index, sector) in document.sectors.enumerated() {
            data.append(
                DataTable.Cell.names(of: sector) + [
                    .number(balancing.rowTotals[index]), .number(balancing.columnTotals[index]),
                    .number(fit.rowMultipliers[index]), .number(fit.columnMultipliers[index]),
                ])
        }
        return WorkbenchReport(data: data) { format in text(balancing, document, format) }
    }

    private static func text(_ balancing: TableBalancing, _ document: TableDocument, _ format: TextFormat) -> String {
        var page = WorkbenchPage(.balanceTitle, of: document, format: format)
        let fit = balancing.fit
        if fit.iterations == 0 {
            page.say(.balanceUnchanged, style: .strong)
        } else {
            page.say(
                .balanceFit,
                [
                    "method": balancing.isSigned ? "GRAS" : "RAS", "iterations": String(fit.iterations),
                    "residual": fit.largestResidual == 0 ? "0" : HumanNumber.scientific(fit.largestResidual),
                ], style: .strong)
        }
        let rows = balancing.table.imbalances(.row).count
        let columns = balancing.table.imbalances(.column).count
        if rows + columns == 0 {
            page.say(.balanceHolds)
        } else {
            page.say(.balanceOpen, ["rows": String(rows), "columns": String(columns)], style: .poor)
        }
        guard fit.iterations > 0 else { return page.text }
        func move(_ index: Int) -> Double {
            max(abs(fit.rowMultipliers[index] - 1), abs(fit.columnMultipliers[index] - 1))
        }
        let language = page.language
        page.blank()
        page.sectors(
            document.sectors.indices.sorted { move($0) > move($1) },
            columns: [
                (language.text(WorkbenchLabel.rowFactor), { HumanNumber.fixed(fit.rowMultipliers[$0], decimals: 4) }),
                (
                    language.text(WorkbenchLabel.columnFactor),
                    { HumanNumber.fixed(fit.columnMultipliers[$0], decimals: 4) }
                ),
            ])
        page.blank()
        page.note(.balanceNote)
        return page.text
    }
}
