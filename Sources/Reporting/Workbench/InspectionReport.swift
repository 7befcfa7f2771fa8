import InputOutput
import Scenarios

/// What `milepost table inspect` says: accounts, spectral radii, totals, and what is odd.
public enum InspectionReport {
    /// Findings on screen; all of them are in the data.
    private static let mostFindings = 30

    /// - Returns: data with a row per spectral radius, total and finding.
    public static func report(_ inspection: TableInspection, of document: TableDocument) -> WorkbenchReport {
        WorkbenchReport(data: data(inspection, document)) { format in text(inspection, document, format) }
    }

    /// Totals of the table by the name of its row or column.
    private static func totals(_ table: InputOutputTable) -> [(label: WorkbenchLabel?, name: String, value: Double)] {
        func sum(_ values: [Double]) -> Double { values.reduce(0, +) }
        return [
            (.output, "output", sum(table.output)),
            (.intermediateUse, "intermediate_use", sum(table.intermediate.columnSums())),
            (.valueAdded, "value_added", sum(table.totalValueAdded())),
        ] + table.valueAdded.map { (nil, $0.name, sum($0.values)) }
            + (table.holdsOwnFlowsOnly ? [(.importedInputs, "imported_inputs", sum(table.importedInputs))] : [])
            + table.domesticFinalUse.map { (nil, $0.name, sum($0.values)) } + [
                (.export, "export", sum(table.export)), (.outflow, "outflow", sum(table.outflow)),
                (.imports, "import", sum(table.imports)), (.inflow, "inflow", sum(table.inflow)),
                (.discrepancy, "discrepancy", sum(table.discrepancy)),
            ]
    }

    private static func data(_ inspection: TableInspection, _ document: TableDocument) -> DataTable {
        var data = DataTable(columns: ["kind"] + DataTable.Cell.nameColumns + ["item", "value", "ratio"])
        let nobody = [DataTable.Cell](repeating: .empty, count: 3)
        for (name, radius) in [
            ("spectral_radius_total_use", inspection.spectralRadius),
            ("spectral_radius_regional", inspection.regionalSpectralRadius),
        ] {
            data.append([.text(name)] + nobody + [.empty, .optional(radius), .empty])
        }
        for (_, name, value) in totals(document.table) {
            data.append([.text("total")] + nobody + [.text(name), .number(value), .empty])
        }
        for finding in inspection.findings {
            let sector = document.sectors.first { $0.code == finding.sector }
            data.append(
                [.text(finding.check.rawValue)] + (sector.map(DataTable.Cell.names) ?? nobody) + [
                    .optional(finding.item), .number(finding.value), .optional(finding.ratio),
                ])
        }
        return data
    }

    private static func text(
        _ inspection: TableInspection, _ document: TableDocument, _ format: TextFormat
    ) -> String {
        var page = WorkbenchPage(.inspectTitle, of: document, format: format)
        let language = page.language
        let rows = inspection.findings(of: .rowImbalance).count
        let columns = inspection.findings(of: .columnImbalance).count
        if rows + columns == 0 {
            page.say(.accountsHold)
        } else {
            page.say(
                .accountsFail,
                ["rows": String(rows), "columns": String(columns), "count": String(document.table.count)], style: .poor)
        }
        if let radius = inspection.spectralRadius {
            page.say(radius < 1 ? .productive : .unproductive, ["value": HumanNumber.fixed(radius, decimals: 3)])
        }
        if document.table.holdsOwnFlowsOnly { page.note(.ownFlows) }
        if let radius = inspection.regionalSpectralRadius {
            page.note(.regionalProductive, ["value": HumanNumber.fixed(radius, decimals: 3)])
        }
        page.heading(.totals)
        let all = totals(document.table)
        page.table(
            [
                .text(language.text(WorkbenchLabel.item)), .number(language.text(WorkbenchLabel.value)),
                .number(language.text(WorkbenchLabel.share)),
            ],
            rows: all.map { label, name, value in
                [
                    label.map { language.text($0) } ?? distinct(name, language),
                    HumanNumber.fixed(value, decimals: 0),
                    HumanNumber.percent(value / all[0].value),
                ]
            })
        page.heading(.findings)
        guard !inspection.findings.isEmpty else {
            page.note(.nothingOdd)
            if inspection.inventory == nil { page.note(.noInventory) }
            return page.text
        }
        findings(inspection.findings, on: &page)
        if inspection.inventory == nil { page.note(.noInventory) }
        return page.text
    }

    /// A category or row that is called like one of the totals of trade.
    private static func distinct(_ name: String, _ language: Language) -> String {
        let trade: [WorkbenchLabel] = [.export, .outflow, .imports, .inflow]
        return trade.contains { language.text($0).lowercased() == name.lowercased() }
            ? language.text(WorkbenchLabel.categoryNamed, ["name": name])
            : CategoryLabel(rawValue: name).map { language.text($0) } ?? name.replacing("_", with: " ")
    }

    private static func findings(_ findings: [TableInspection.Finding], on page: inout WorkbenchPage) {
        let language = page.language
        let codes = page.document.table.sectors
        let shown = page
        func name(_ code: String) -> String { codes.firstIndex(of: code).map(shown.name) ?? code }
        let width = findings.map { DisplayWidth.of(name($0.sector)) }.max() ?? 0
        page.table(
            [
                .text(language.text(WorkbenchLabel.whatIsOdd), minimum: 14),
                .text(language.text(WorkbenchLabel.sector), minimum: min(width, 26)),
                .text(language.text(WorkbenchLabel.item), minimum: 12), .number(language.text(WorkbenchLabel.value)),
                .number(language.text(WorkbenchLabel.ratio)),
            ],
            rows: findings.prefix(mostFindings).map { finding in
                [
                    language.text(label(finding.check)), name(finding.sector), finding.item.map(name) ?? "",
                    HumanNumber.threeDigits(finding.value),
                    finding.ratio.map { HumanNumber.fixed($0, decimals: 2) } ?? "",
                ]
            })
        if findings.count > mostFindings {
            page.note(.moreInCSV, ["count": String(findings.count - mostFindings)])
        }
        page.blank()
        page.note(.inspectNote)
    }

    private static func label(_ check: TableInspection.Check) -> WorkbenchLabel {
        switch check {
        case .rowImbalance: .rowImbalance
        case .columnImbalance: .columnImbalance
        case .negativeFlow: .negativeFlow
        case .negativeFinalUse: .negativeFinalUse
        case .negativeValueAdded: .negativeValueAdded
        case .negativeSupplyShare: .negativeSupplyShare
        case .largeInventory: .largeInventory
        case .valueAddedRatio: .valueAddedRatio
        case .noOutput: .noOutput
        case .unexplainedValueAdded: .unexplainedValueAdded
        }
    }
}
