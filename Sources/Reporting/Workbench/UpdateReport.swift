import InputOutput
import Scenarios

/// What `milepost table update` says: what was imposed, inferred and left over, and how outputs moved.
public enum UpdateReport {
    /// - Parameters:
    ///   - plan: what the update was told, with the quality of its controls.
    ///   - document: the old table.
    ///   - real: the published table of the new year, to hold the result against; nil for none.
    /// - Returns: data with a row per margin, totals first, then those of every sector; with `real` the published value
    ///   beside each of a sector, and a row per measure of error.
    /// - Throws: `AnalysisError` where the tables cannot be compared.
    public static func report(
        _ update: BaseYearUpdate, plan: TableUpdate, of document: TableDocument, against real: TableDocument? = nil
    ) throws(AnalysisError) -> WorkbenchReport {
        var errors: TableErrors?
        if let real { errors = try TableErrors(of: update.table, against: real.table) }
        let letters = plan.controls.letters
        let published = real.map { PublishedAccounts($0.table) }
        var data = DataTable(
            columns: ["margin", "sector", "status", "value", "quality", "source", "note"]
                + (real == nil ? [] : ["published"]))
        for margin in update.margins {
            let source = plan.controls.first { margin.status == .imposed && margin.basis == [$0.control.name] }?.source
            let row: [DataTable.Cell] = [
                .text(margin.name), .optional(margin.sector), .text(margin.status.rawValue), .number(margin.value),
                .text(margin.quality(letters).rawValue), .optional(source.flatMap { $0.isEmpty ? nil : $0 }),
                .text(margin.note),
            ]
            data.append(row + (published.map { [.optional($0.value(of: margin))] } ?? []))
        }
        for (name, value) in errors.map(measures) ?? [] {
            data.append([
                .text("error of " + name), .empty, .text("compared"), .number(value), .empty, .empty,
                .text("sum of absolute differences over the sum of the published"), .empty,
            ])
        }
        let comparison = both(errors, real)
        return WorkbenchReport(data: data) { format in
            var page = page(update, letters: letters, drift: plan.driftOrigin, of: document, format)
            if let comparison { compare(update, with: comparison.1, comparison.0, on: &page) }
            return page.text
        }
    }

    private static func both<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
        guard let a, let b else { return nil }
        return (a, b)
    }

    private static func page(
        _ update: BaseYearUpdate, letters: [String: Quality], drift: DriftOrigin?, of document: TableDocument,
        _ format: TextFormat
    ) -> WorkbenchPage {
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
        let words = MarginWords(language: language, control: { $0 }, sector: { $0 })
        page.table(
            [
                .text(language.text(WorkbenchLabel.item), minimum: 20),
                .text(language.text(WorkbenchLabel.status), minimum: 8),
                .text(language.text(WorkbenchLabel.quality), minimum: 7), .number(language.text(WorkbenchLabel.value)),
                .text(language.text(WorkbenchLabel.note), minimum: 16),
            ],
            rows: update.margins.filter { $0.sector == nil }.map { margin in
                [
                    words.text(margin.subject), name(margin.status, language), margin.quality(letters).rawValue,
                    HumanNumber.fixed(margin.value, decimals: 0), margin.note,
                ]
            })
        page.blank()
        page.note(.updateNote)
        if let drift { page.text(NoticeWords.text(of: drift, language)) }
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
                (language.text(WorkbenchLabel.oldOutput), { HumanNumber.fixed(old.output[$0], decimals: 0) }),
                (language.text(WorkbenchLabel.newOutput), { HumanNumber.fixed(new.output[$0], decimals: 0) }),
                (language.text(WorkbenchLabel.factor), { HumanNumber.fixed(update.factors[$0], decimals: 3) }),
                (
                    language.text(WorkbenchLabel.valueAdded),
                    { sector in
                        let margin = update.margins.first {
                            $0.subject == MarginSubject(.valueAdded, .sector(old.sectors[sector]))
                        }
                        return margin.map { "\(name($0.status, language)) \($0.quality(letters).rawValue)" } ?? ""
                    }
                ),
            ])
        page.note(.sectorMarginNote)
        return page
    }

    private static func name(_ status: MarginReport.Status, _ language: Language) -> String {
        switch status {
        case .imposed: language.text(WorkbenchLabel.imposed)
        case .inferred: language.text(WorkbenchLabel.inferred)
        case .residual: language.text(WorkbenchLabel.residual)
        }
    }
}

// MARK: Against the published table

extension UpdateReport {
    private static func measures(_ errors: TableErrors) -> [(String, Double)] {
        [
            ("output", errors.output), ("value added", errors.valueAdded),
            ("regional output multipliers", errors.regionalMultipliers),
            ("total output multipliers", errors.totalMultipliers), ("intermediate use", errors.intermediate),
            ("domestic final use", errors.domesticFinalUse), ("export and outflow", errors.sales),
            ("imports and inflow", errors.purchases),
        ]
    }

    private static func compare(
        _ update: BaseYearUpdate, with real: TableDocument, _ errors: TableErrors, on page: inout WorkbenchPage
    ) {
        let language = page.language
        page.heading(.againstTitle, ["path": real.path])
        func percent(_ value: Double) -> String { HumanNumber.fixed(100 * value, decimals: 1) + "%" }
        page.say(
            .againstAnswer,
            [
                "output": percent(errors.output), "added": percent(errors.valueAdded),
                "regional": percent(errors.regionalMultipliers), "total": percent(errors.totalMultipliers),
                "cells": percent(errors.intermediate), "final": percent(errors.domesticFinalUse),
                "sales": percent(errors.sales), "purchases": percent(errors.purchases),
            ], style: .strong)
        page.blank()
        let (made, wanted) = (update.table.output, real.table.output)
        func multiplier(_ values: [Double]) -> (Int) -> String { { HumanNumber.fixed(values[$0], decimals: 3) } }
        page.sectors(
            made.indices.sorted { abs(made[$0] - wanted[$0]) > abs(made[$1] - wanted[$1]) },
            columns: [
                (language.text(WorkbenchLabel.published), { HumanNumber.fixed(wanted[$0], decimals: 0) }),
                (language.text(WorkbenchLabel.newOutput), { HumanNumber.fixed(made[$0], decimals: 0) }),
                ("%", { HumanNumber.fixed(100 * (made[$0] / wanted[$0] - 1), decimals: 0) }),
                (language.text(WorkbenchLabel.publishedMultiplier), multiplier(errors.realMultipliers)),
                (language.text(WorkbenchLabel.newMultiplier), multiplier(errors.estimatedMultipliers)),
            ])
        page.note(.againstNote)
    }

    /// Values of a published table by the names of margins.
    private struct PublishedAccounts {
        private let table: InputOutputTable
        private let accounts: [String: [Double]]

        init(_ table: InputOutputTable) {
            self.table = table
            var accounts = [
                "value added": table.totalValueAdded(), "output": table.output,
                "intermediate inputs": table.intermediate.columnSums(),
                "intermediate use": table.intermediate.rowSums(), "export": table.export, "outflow": table.outflow,
                "imports": table.imports, "inflow": table.inflow,
            ]
            for category in table.domesticFinalUse { accounts[category.name] = category.values }
            self.accounts = accounts
        }

        func value(of margin: MarginReport) -> Double? {
            guard let sector = margin.sector, let index = table.sectors.firstIndex(of: sector) else { return nil }
            return accounts[margin.subject.account.text]?[index]
        }
    }
}
