import Charts
import Goals
import Scenarios

/// Output of the sectors, and what each adds to growth.
enum SectorCharts {
    /// Sectors that are drawn by themselves; the files have all.
    static let most = 9

    /// Median output by sector and year; nil when the result has no sectors.
    static func output(of result: ScenarioResult, path: String, _ words: ChartWords) -> NamedChart? {
        guard let (table, unit, names) = outputTable(of: result), let end = table.leadingIntegers.last else {
            return nil
        }
        let language = words.language
        let series = zip(table.columns.dropFirst(), names).map { column, name in
            table.series(column, name: words.name(ofSector: name))
        }
        let largest = order(series) { ($0.values.last ?? nil) ?? 0 }
        let start = String(table.leadingIntegers[0])
        let total = series.reduce(0.0) { $0 + (($1.values.last ?? nil) ?? 0) }
        let (parts, rest) = split(largest)
        let shown = ChartUnit(moneyLike: total, language)
        let form = StackChart(
            horizontal: words.years, vertical: shown.axis, years: table.leadingIntegers, yearColumn: "year",
            parts: parts, rest: rest, restName: language.text(ChartLabel.restOf, ["count": String(rest.count)]))
        let ends = ["start": start, "end": String(end), "year": String(end)]
        let list = language.list(parts.prefix(3).map { "\($0.name) (\(shown.text(($0.values.last ?? nil) ?? 0)))" })
        return NamedChart(
            path: path, unit: unit, table: table,
            chart: Chart(
                title: language.text(ChartLabel.sectorsTitle, ends),
                subtitle: language.text(ChartLabel.sectorsLine, ends),
                source: words.source([words.table]),
                alternative: language.text(ChartLabel.sectorsText, ends.merging(["list": list]) { $1 }),
                language: words.code,
                form: .stack(form)))
    }

    /// Only `Output|SECTOR` counts: deeper names are parts of a sector, and a second unit would be the same output at
    /// other prices.
    static func outputTable(
        of result: ScenarioResult
    ) -> (table: DataTable, unit: String, names: [String])? {
        let candidates = result.variables.filter { variable in
            variable.name.hasPrefix("Output|") && variable.name.utf8.count { $0 == UInt8(ascii: "|") } == 1
        }
        guard let unit = candidates.first?.unit else { return nil }
        let variables = candidates.filter { $0.unit == unit }
        let names = variables.map { String($0.name.dropFirst("Output|".count)) }
        var table = DataTable(columns: ["year"] + DataTable.distinct(names, besides: ["year"]))
        for year in Set(variables.flatMap { $0.years.map(\.year) }).sorted() {
            let medians = variables.map { variable in
                variable.years.first { $0.year == year }?.summary.map { $0.p50 * variable.scale }
            }
            table.append([.integer(year)] + medians.map { .optional($0) })
        }
        return table.rows.isEmpty ? nil : (table, unit, names)
    }

    /// What each sector adds to the growth of value added; nil without sectors.
    static func contributions(of result: ScenarioResult, path: String, _ words: ChartWords) -> NamedChart? {
        guard let table = ContributionTable.table(of: result), let last = table.leadingIntegers.last else { return nil }
        let language = words.language
        let names = result.scenario.sectors.map { words.name($0) }
        let ends = ["start": String(table.leadingIntegers[0]), "end": String(last)]
        // One row of the table: the last year.
        func atEnd(_ column: String, _ name: String) -> Series {
            var series = table.series(column, name: name)
            series.values = [series.values.last ?? nil]
            return series
        }
        let series = zip(table.columns.dropFirst(2), names).map { atEnd($0, $1) }
        let (parts, rest) = split(order(series) { abs(($0.values.first ?? nil) ?? 0) })
        let ordered = order(parts) { ($0.values.first ?? nil) ?? 0 }
        let total = atEnd("total", language.text(ChartLabel.total))
        let form = WaterfallChart(
            horizontal: Axis(title: language.text(ChartLabel.pointsOfGrowth)), parts: ordered, rest: rest,
            restName: language.text(ChartLabel.restOf, ["count": String(rest.count)]), total: total,
            row: WaterfallChart.Row(column: "year", value: last))
        func points(_ series: Series) -> String { HumanNumber.threeDigits((series.values.first ?? nil) ?? .nan) }
        let list = language.list(ordered.prefix(3).map { "\($0.name) (\(points($0)))" })
        return NamedChart(
            path: path, unit: "percentage points", table: table,
            chart: Chart(
                title: language.text(ChartLabel.contributionsTitle, ends),
                subtitle: language.text(ChartLabel.contributionsLine),
                source: words.source([words.table]),
                alternative: language.text(
                    ChartLabel.contributionsText, ends.merging(["list": list, "total": points(total) + "%"]) { $1 }),
                language: words.code, form: .waterfall(form)))
    }

    /// Largest first; of equals the first first, so that nothing depends on how they are sorted.
    private static func order(_ series: [Series], by size: (Series) -> Double) -> [Series] {
        series.enumerated().sorted { (size($0.element), $1.offset) > (size($1.element), $0.offset) }.map(\.element)
    }

    /// Those that are drawn by themselves, and the rest; never a rest of one.
    private static func split(_ series: [Series]) -> (parts: [Series], rest: [Series]) {
        series.count <= most + 1 ? (series, []) : (Array(series.prefix(most)), Array(series.dropFirst(most)))
    }
}

extension ChartWords {
    /// A sector by its name in variables.
    func name(ofSector name: String) -> String {
        scenario.sectors.first { $0.name == name }.map { self.name($0) } ?? name
    }
}
