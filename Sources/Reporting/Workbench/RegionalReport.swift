import InputOutput
import Scenarios

/// What `milepost table regionalise` says: size, own supply, and how far to trust it.
public struct RegionalReport: Sendable {
    private let regional: RegionalisedTable
    private let quotients: LocationQuotients
    private let method: QuotientMethod
    private let document: TableDocument

    /// - Parameter document: the national table.
    public init(
        _ regional: RegionalisedTable, by quotients: LocationQuotients, method: QuotientMethod,
        of document: TableDocument
    ) {
        self.regional = regional
        self.quotients = quotients
        self.method = method
        self.document = document
    }

    /// What goes with the table wherever it is used.
    public var note: String {
        let base = quotients.base == .employment ? "employment" : "output"
        return "Estimated by \(name) from \(document.path) and the region's \(base) by sector: technology, value-added"
            + " ratios, pattern of final use, shares of export and import are that table's, not observed (quality U)."
    }

    /// Data with a row per sector.
    public var report: WorkbenchReport {
        let table = regional.table
        let simple = quotients.simple
        let shares = ownSupply
        var data = DataTable(
            columns: DataTable.Cell.nameColumns + [
                "output", "slq", "own_supply_share", "imports", "inflow", "outflow", "method", "quality",
            ])
        for (index, sector) in document.sectors.enumerated() {
            data.append(
                DataTable.Cell.names(of: sector) + [
                    .number(table.output[index]), .number(simple[index]), .optional(shares[index]),
                    .number(table.imports[index]), .number(table.inflow[index]), .number(table.outflow[index]),
                    .text(name), .text(Quality.u.rawValue),
                ])
        }
        return WorkbenchReport(data: data) { [self] format in text(format) }
    }

    /// Share of the use of each product that the region makes itself; nil where there is no use.
    private var ownSupply: [Double?] {
        let table = regional.table
        return zip(table.domesticUse(), zip(table.imports, table.inflow)).map { use, trade in
            use > 0 ? 1 - (trade.0 + trade.1) / use : nil
        }
    }

    private func text(_ format: TextFormat) -> String {
        var page = WorkbenchPage(.regionalTitle, of: document, format: format, values: ["method": name])
        let language = page.language
        let table = regional.table
        let use = table.domesticUse().reduce(0, +)
        let (inflow, imports) = (table.inflow.reduce(0, +), table.imports.reduce(0, +))
        page.say(
            .regionalAnswer,
            [
                "size": HumanNumber.percent(quotients.relativeSize),
                "base": language.text(quotients.base == .employment ? WorkbenchLabel.employment : .outputBase),
                "inside": HumanNumber.percent(1 - (inflow + imports) / use),
                "inflow": HumanNumber.percent(inflow / use), "imports": HumanNumber.percent(imports / use),
            ], style: .strong)
        trust(on: &page)
        if !regional.shortages.isEmpty {
            let names = regional.shortages.map { page.name($0.sector) }
            page.say(.regionalConstrained, ["list": names.joined(separator: language.separator)])
        }
        let simple = quotients.simple
        let shares = ownSupply
        page.blank()
        page.sectors(
            table.output.indices.sorted { table.output[$0] > table.output[$1] },
            columns: [
                (language.text(WorkbenchLabel.output), { HumanNumber.threeDigits(table.output[$0]) }),
                (language.text(WorkbenchLabel.quotient), { HumanNumber.fixed(simple[$0], decimals: 2) }),
                (language.text(WorkbenchLabel.suppliedInside), { HumanNumber.percent(shares[$0]) }),
            ])
        page.blank()
        page.note(.regionalNote)
        return page.text
    }

    /// What is not observed, and what trials with the same method and base say of it.
    private func trust(on page: inout WorkbenchPage) {
        page.say(.regionalTrust)
        let trials = QuotientTrial.trials(of: method, base: quotients.base)
        let isTried = trials.contains { $0.method == method }
        page.say(quotients.base == .output ? .regionalTrialOfOutput : .regionalTrialOfJobs)
        if !isTried { page.item(.regionalUntried, ["method": name]) }
        for trial in trials {
            page.item(
                .regionalTrial,
                [
                    "method": Self.name(trial.method), "mean": percent(trial.mean), "least": percent(trial.least),
                    "most": percent(trial.most), "lowest": signed(trial.lowest), "highest": signed(trial.highest),
                ])
        }
        if Self.delta(method) != nil { page.item(.regionalChosen) }
        if quotients.base == .employment {
            page.item(
                .regionalOutputs,
                [
                    "least": percent(QuotientTrial.outputErrors.lowerBound),
                    "most": percent(QuotientTrial.outputErrors.upperBound),
                    "low": HumanNumber.fixed(QuotientTrial.valueAdded.lowerBound, decimals: 2),
                    "high": HumanNumber.fixed(QuotientTrial.valueAdded.upperBound, decimals: 2),
                ])
        }
        func times(_ range: ClosedRange<Double>, _ name: String) -> [String: String] {
            [
                name + "Low": HumanNumber.fixed(range.lowerBound, decimals: 1),
                name + "High": HumanNumber.fixed(range.upperBound, decimals: 1),
            ]
        }
        page.item(
            .regionalTrade,
            times(QuotientTrial.exports, "export").merging(times(QuotientTrial.imports, "import")) { $1 })
        page.item(.regionalLimits)
        if document.table.inflow.contains(where: { $0 != 0 }) { page.item(.regionalOfRegion) }
    }

    private func percent(_ share: Double) -> String { HumanNumber.fixed(100 * share, decimals: 0) + "%" }

    /// `+14%`, `−13%`.
    private func signed(_ share: Double) -> String { (share > 0 ? "+" : "") + percent(share) }

    private var name: String { Self.name(method) }

    private static func delta(_ method: QuotientMethod) -> Double? {
        switch method {
        case .simple, .crossIndustry: nil
        case .flegg(let delta, _), .augmentedFlegg(let delta, _): delta
        }
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
