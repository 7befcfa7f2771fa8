import InputOutput
import Scenarios

/// What `milepost table aggregate` says: the groups, and what taking sectors together does to multipliers.
public enum AggregationReport {
    /// - Parameters:
    ///   - aggregated: the smaller table.
    ///   - document: the larger one.
    /// - Returns: data with a row per group.
    /// - Throws: `AnalysisError` where one of the two has no multipliers.
    public static func report(
        _ aggregated: TableDocument, by concordance: Concordance, of document: TableDocument
    ) throws(AnalysisError) -> WorkbenchReport {
        let before = try document.table.multipliers(.output).simple
        let after = try aggregated.table.multipliers(.output).simple
        let output = document.table.output
        // Mean of the members' multipliers by the output that they bring in.
        let weighted = concordance.aggregate(zip(before, output).map { $0 * $1 })
        let mean = zip(weighted, aggregated.table.output).map { $1 > 0 ? $0 / $1 : 0 }
        let members = concordance.groups.indices.map { group in
            concordance.weights.row(group).count { $0 > 0 }
        }
        var data = DataTable(columns: [
            "group", "sectors", "output", "value_added", "multiplier_before", "multiplier_after",
        ])
        let added = aggregated.table.totalValueAdded()
        for (index, group) in concordance.groups.enumerated() {
            data.append([
                .text(group), .integer(members[index]), .number(aggregated.table.output[index]),
                .number(added[index]), .number(mean[index]), .number(after[index]),
            ])
        }
        return WorkbenchReport(data: data) { format in
            var page = WorkbenchPage(.aggregateTitle, of: document, format: format)
            let language = page.language
            page.say(
                .aggregateAnswer, ["before": String(output.count), "after": String(concordance.groups.count)],
                style: .strong)
            page.blank()
            page.table(
                [
                    .text(language.text(WorkbenchLabel.sector)), .number(language.text(WorkbenchLabel.members)),
                    .number(language.text(WorkbenchLabel.output)), .number(language.text(WorkbenchLabel.before)),
                    .number(language.text(WorkbenchLabel.after)),
                ],
                rows: concordance.groups.indices.map { index in
                    [
                        concordance.groups[index], String(members[index]),
                        HumanNumber.fixed(aggregated.table.output[index], decimals: 0),
                        HumanNumber.fixed(mean[index], decimals: 3), HumanNumber.fixed(after[index], decimals: 3),
                    ]
                })
            page.blank()
            page.note(.aggregateNote)
            return page.text
        }
    }
}
