import Glibc
import Panels

/// What a panel says about growth, on one page.
public enum CalibrationSummary {
    /// - Parameters:
    ///   - fit: of a panel of logarithms.
    ///   - regions: positions of those to list.
    ///   - horizon: years ahead that the last column forecasts.
    public static func text(
        of fit: PanelGrowthFit, regions: [Int], horizon: Int, format: TextFormat = TextFormat()
    ) -> String {
        let language = format.language
        var page = Page(format: format)
        page.heading(
            language.text(
                PanelLabel.calibrationTitle,
                [
                    "name": fit.panel.name, "regions": String(fit.panel.regions.count),
                    "first": String(fit.panel.years[0]), "last": String(fit.origin),
                ]), rule: true)
        page.blank()
        page.paragraph(answer(fit, language), style: .strong)
        if regions.count == 1 { page.paragraph(answer(fit, region: regions[0], language), style: .strong) }
        page.heading(language.text(PanelLabel.calibrationGroup))
        page.table(group(fit, language))
        page.heading(language.text(PanelLabel.calibrationRegions))
        page.table(table(fit, regions: regions, horizon: horizon, language))
        page.blank()
        page.paragraph(language.text(PanelLabel.calibrationNote), style: .faint)
        for note in notes(fit, language) { page.item(note) }
        return page.text
    }

    private static func answer(_ fit: PanelGrowthFit, _ language: Language) -> String {
        language.text(
            PanelLabel.calibrationAnswer,
            [
                "growth": rate(fit.groupTrend), "damping": HumanNumber.percent(fit.damping.mean),
                "error": points(fit.damping.deviation),
            ])
    }

    private static func answer(_ fit: PanelGrowthFit, region: Int, _ language: Language) -> String {
        language.text(
            PanelLabel.calibrationRegionAnswer,
            [
                "region": fit.panel.regions[region], "growth": rate(fit.nextGrowth(of: region)),
                "year": String((fit.panel.latest(of: region)?.year ?? fit.origin) + 1),
                "volatility": HumanNumber.percent(fit.volatility(of: region)),
                "pooling": whole(fit.pooling(of: region)),
            ])
    }

    private static func group(_ fit: PanelGrowthFit, _ language: Language) -> TextTable {
        var table = TextTable(columns: [
            .text(language.text(PanelLabel.calibrationQuantity), minimum: 30),
            .number(language.text(PanelLabel.calibrationEstimate)),
            .number(language.text(PanelLabel.calibrationError)),
        ])
        func add(_ label: PanelLabel, _ value: String, _ error: String = "", _ values: [String: String] = [:]) {
            table.append([.init(language.text(label, values)), .init(value), .init(error)])
        }
        add(.groupTrend, HumanNumber.percent(growth(fit.groupTrend.mean)), "± " + points(fit.groupTrend.deviation))
        add(.groupDamping, HumanNumber.percent(fit.damping.mean), "± " + points(fit.damping.deviation))
        add(.groupSpread, HumanNumber.percent(fit.trendDeviation))
        add(.groupRetention, HumanNumber.percent(fit.settings.retention), language.text(PanelLabel.calibrationGiven))
        add(.groupCommon, HumanNumber.percent(fit.commonDeviation))
        add(.groupPersistence, HumanNumber.percent(fit.persistence))
        add(.groupVolatility, HumanNumber.percent(fit.typicalVolatility))
        for shift in fit.shifts {
            add(
                .groupShift, HumanNumber.percent(growth(shift.common.mean)), "± " + points(shift.common.deviation),
                ["year": String(shift.year)])
            add(.groupShiftSpread, HumanNumber.percent(shift.spread), "", ["year": String(shift.year)])
        }
        return table
    }

    private static func table(
        _ fit: PanelGrowthFit, regions: [Int], horizon: Int, _ language: Language
    ) -> TextTable {
        let year = String(fit.origin + horizon)
        var table = TextTable(columns: [
            .text(language.text(PanelLabel.calibrationRegion)), .number(language.text(PanelLabel.calibrationLatest)),
            .number(language.text(PanelLabel.calibrationTrend)), .number(language.text(PanelLabel.calibrationPooled)),
            .number(language.text(PanelLabel.calibrationVolatility)),
            .number(language.text(PanelLabel.calibrationNext)),
            .number(language.text(PanelLabel.calibrationForecast, ["year": year])),
        ])
        for region in regions {
            let latest = fit.panel.latest(of: region)
            let forecast = fit.studentForecast(region: region, horizon: horizon)
            table.append([
                .init(fit.panel.regions[region]), .init(latest.map { HumanNumber.threeDigits(exp($0.value)) } ?? "–"),
                .init(rate(fit.trend(of: region))), .init(whole(fit.pooling(of: region))),
                .init(HumanNumber.percent(fit.volatility(of: region))), .init(rate(fit.nextGrowth(of: region))),
                .init(
                    forecast.map {
                        HumanNumber.threeDigits(exp($0.quantile(0.1))) + "–"
                            + HumanNumber.threeDigits(exp($0.quantile(0.9)))
                    } ?? "–"),
            ])
        }
        return table
    }

    /// What a reader should know before relying on the estimates.
    private static func notes(_ fit: PanelGrowthFit, _ language: Language) -> [String] {
        var notes: [String] = []
        let years = fit.panel.years.dropFirst().count { fit.commonGrowth(in: $0) != nil }
        notes.append(
            language.text(
                PanelLabel.calibrationYears,
                [
                    "years": String(years), "mean": whole(fit.settings.dampingMean),
                    "deviation": points(fit.settings.dampingDeviation),
                ]))
        if fit.omittedYears > 0 {
            notes.append(
                language.text(
                    PanelLabel.calibrationWindow,
                    ["first": String(fit.panel.years[0]), "count": String(fit.settings.longestWindow)]))
        }
        let missing = fit.panel.years.indices.filter { year in
            fit.panel.values.allSatisfy { $0[year] == nil }
        }.map { String(fit.panel.years[$0]) }
        if !missing.isEmpty {
            notes.append(
                language.text(PanelLabel.calibrationMissing, ["years": missing.joined(separator: language.separator)]))
        }
        let announced = fit.shifts.filter { $0.increments == 0 }.map { String($0.year) }
        if !announced.isEmpty {
            notes.append(
                language.text(
                    PanelLabel.calibrationAnnounced, ["years": announced.joined(separator: language.separator)]))
        }
        let outliers = fit.outliers().sorted { $0.weight < $1.weight }
        if !outliers.isEmpty {
            let shown = outliers.prefix(6).map { "\(fit.panel.regions[$0.region]) \($0.year)" }
            notes.append(
                language.text(
                    PanelLabel.calibrationOutliers,
                    ["count": String(outliers.count), "list": shown.joined(separator: language.separator)]))
        }
        return notes
    }

    /// `5.6% ± 1.2` of an estimate in logarithms.
    private static func rate(_ estimate: PanelGrowthFit.Estimate) -> String {
        HumanNumber.percent(growth(estimate.mean)) + " ± " + points(estimate.deviation)
    }

    private static func growth(_ logarithm: Double) -> Double { expm1(logarithm) }
    private static func points(_ fraction: Double) -> String { HumanNumber.fixed(100 * fraction, decimals: 1) }
    private static func whole(_ fraction: Double) -> String { HumanNumber.fixed(100 * fraction, decimals: 0) + "%" }
}
