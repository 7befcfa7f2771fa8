import InputOutput
import Scenarios

/// What `milepost table regionalise` says: size, own supply, and how far to trust it.
public enum RegionalReport {
    /// - Parameters:
    ///   - document: the national table.
    /// - Returns: data with a row per sector.
    public static func report(
        _ regional: RegionalisedTable, by quotients: LocationQuotients, method: QuotientMethod,
        of document: TableDocument
    ) -> WorkbenchReport {
        let table = regional.table
        let simple = quotients.simple
        let shares = ownSupply(table)
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + [
                "output", "slq", "own_supply_share", "imports", "inflow", "outflow",
            ])
        for (index, sector) in document.sectors.enumerated() {
            data.append(
                DataTable.Cell.names(of: sector) + [
                    .number(table.output[index]), .number(simple[index]), .optional(shares[index]),
                    .number(table.imports[index]), .number(table.inflow[index]), .number(table.outflow[index]),
                ])
        }
        return WorkbenchReport(data: data) { format in text(regional, quotients, method, document, format) }
    }

    /// Share of the use of each product that the region makes itself; nil where there is no use.
    private static func ownSupply(_ table: InputOutputTable) -> [Double?] {
        zip(table.domesticUse(), zip(table.imports, table.inflow)).map { use, trade in
            use > 0 ? 1 - (trade.0 + trade.1) / use : nil
        }
    }

    private static func text(
        _ regional: RegionalisedTable, _ quotients: LocationQuotients, _ method: QuotientMethod,
        _ document: TableDocument, _ format: TextFormat
    ) -> String {
        var page = WorkbenchPage(
            .regionalTitle, of: document, format: format, values: ["method": name(method)])
        let language = page.language
        let table = regional.table
        let use = table.domesticUse().reduce(0, +)
        let (inflow, imports) = (table.inflow.reduce(0, +), table.imports.reduce(0, +))
        page.say(
            .regionalAnswer,
            [
                "size": HumanNumber.percent(quotients.relativeSize),
                "base": language.workbench(quotients.base == .employment ? .employment : .outputBase),
                "inside": HumanNumber.percent(1 - (inflow + imports) / use),
                "inflow": HumanNumber.percent(inflow / use), "imports": HumanNumber.percent(imports / use),
            ], style: .strong)
        page.say(.regionalTrust)
        if !regional.shortages.isEmpty {
            page.say(
                .regionalConstrained,
                [
                    "list": regional.shortages.map { page.name($0.sector) }
                        .joined(separator: language.separator)
                ])
        }
        let simple = quotients.simple
        let shares = ownSupply(table)
        page.blank()
        page.sectors(
            table.output.indices.sorted { table.output[$0] > table.output[$1] },
            columns: [
                (language.workbench(.output), { HumanNumber.threeDigits(table.output[$0]) }),
                (language.workbench(.quotient), { HumanNumber.fixed(simple[$0], decimals: 2) }),
                (language.workbench(.suppliedInside), { HumanNumber.percent(shares[$0]) }),
            ])
        page.blank()
        page.note(.regionalNote)
        return page.text
    }

    private static func name(_ method: QuotientMethod) -> String {
        switch method {
        case .simple: "SLQ"
        case .crossIndustry: "CILQ"
        case .flegg(let delta, _): "FLQ (δ = \(HumanNumber.exact(delta)))"
        case .augmentedFlegg(let delta, _): "AFLQ (δ = \(HumanNumber.exact(delta)))"
        }
    }
}
