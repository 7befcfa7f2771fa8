import Charts
import Goals
import Scenarios

/// Units of a portfolio below each other.
enum PortfolioCharts {
    /// Units that are drawn; the file has all.
    static let most = 20

    static func chart(of ranking: PortfolioRanking, path: String, _ words: ChartWords) -> NamedChart {
        let language = words.language
        let table = table(of: ranking)
        let units = ranking.units.prefix(most)
        let names = units.map { language.name(of: $0) }
        let largest = ranking.units.first?.atYear.p95 ?? 0
        let unit = ChartUnit(moneyLike: largest, language)
        func series(_ column: String, _ label: ChartLabel) -> Series {
            var series = table.series(column, name: language.text(label))
            series.values = Array(series.values.prefix(most))
            return series
        }
        let (name, year) = (words.name(ofPortfolio: ranking.portfolio), String(ranking.year))
        let thresholds = (ranking.units.first?.oddsOver ?? []).map { $0.threshold }.sorted().map { value in
            Threshold(name: language.text(ChartLabel.thresholdOf, ["value": unit.text(value)]), value: value)
        }
        let form = RankingChart(
            horizontal: unit.axis,
            units: Categories(names: Array(names), column: "rank", keys: units.indices.map { String($0 + 1) }),
            median: series("p50", .median), low: series("p5", .wideRange), high: series("p95", .wideRange),
            rangeName: language.text(ChartLabel.wideRange), thresholds: thresholds)
        var values = ["name": name, "year": year, "count": String(units.count), "all": String(ranking.units.count)]
        if let first = units.first {
            values["first"] = names[0]
            values["value"] = unit.text(first.atYear.p50)
            values["range"] = unit.range(first.atYear)
        }
        return NamedChart(
            path: path, unit: "100 million CNY/yr", table: table,
            chart: Chart(
                title: language.text(ChartLabel.rankingTitle, values),
                subtitle: language.text(ChartLabel.rankingLine)
                    + (units.count < ranking.units.count ? language.text(ChartLabel.rankingPart, values) : ""),
                source: words.source(words.sources(ofPortfolio: ranking.portfolio)),
                alternative: language.text(ChartLabel.rankingText, values), language: words.code, form: .ranking(form)))
    }

    /// Units, largest first, in 亿元; `odds_over_N` for each threshold that a target names.
    static func table(of ranking: PortfolioRanking) -> DataTable {
        let thresholds = ranking.units.first?.oddsOver.map(\.threshold) ?? []
        var table = DataTable(
            columns: [
                "rank", "unit", "name", "name_zh", "start_p5", "start_p50", "start_p95", "year", "p5", "p25", "p50",
                "p75", "p95",
            ]
                + thresholds.map { "odds_over_" + ($0 == $0.rounded() ? String(Int($0)) : $0.description) })
        for (index, unit) in ranking.units.enumerated() {
            let (start, end) = (unit.start, unit.atYear)
            let odds = thresholds.map { threshold in unit.oddsOver.first { $0.threshold == threshold }?.probability }
            table.append(
                [.integer(index + 1), .text(unit.id), .text(unit.name), .optional(unit.chineseName)]
                    + [start.p5, start.p50, start.p95].map { .optional($0) } + [.integer(ranking.year)]
                    + [end.p5, end.p25, end.p50, end.p75, end.p95].map { .optional($0) } + odds.map { .optional($0) })
        }
        return table
    }
}

extension PortfolioRanking.RankedUnit {
    /// In Chinese, where the scenario has it so; units without a name of their own go by a number.
    var chineseName: String? {
        if let nameChinese { return nameChinese }
        let numbered: [(name: String, id: String, label: ChartLabel)] = [
            ("Unnamed ", "unnamed-", .unnamedUnit), ("Entrant ", "entrant-", .entrant),
        ]
        for kind in numbered where name.hasPrefix(kind.name) {
            let number = String(name.dropFirst(kind.name.count))
            // A unit of the scenario may be called so too, but hardly has this id.
            if id == kind.id + number { return Language.chinese.text(kind.label, ["number": number]) }
        }
        return nil
    }
}

extension ChartWords {
    func name(ofPortfolio id: String) -> String {
        let portfolio = scenario.portfolios.first { $0.id == id || $0.name == id }
        return portfolio.map { language.name($0.name, chinese: $0.nameChinese) } ?? id
    }

    /// Where the sizes of units come from.
    func sources(ofPortfolio id: String) -> [String?] {
        scenario.portfolios.first { $0.id == id || $0.name == id }?.units.filter { $0.output != nil }.map {
            "\($0.source) (\($0.quality.rawValue))"
        } ?? []
    }
}
