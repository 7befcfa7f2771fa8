import Charts
import Goals
import Scenarios

/// Fans of readings, of what is followed, and of named industries.
enum FanCharts {
    static let quantileNames = Array(Summary.statisticNames.dropFirst())

    // MARK: A reading of a target

    static func chart(
        of result: ReadingResult, _ target: Target, path: String, _ words: ChartWords
    ) -> NamedChart {
        let language = words.language
        let (table, observed) = table(of: result)
        let unit = ChartUnit(target.unit(result.display, language), of: result.display.measure)
        let goal = words.goal(target, result.display)
        let (verdict, odds) = (language.name(of: result.verdict), HumanNumber.probability(result.odds))
        let title = words.title(of: target, result.reading)
        let fan = FanChart(
            horizontal: words.years, vertical: unit.axis, years: table.leadingIntegers, yearColumn: "year",
            bands: words.bands(of: table), median: table.series("p50", name: language.text(ChartLabel.median)),
            observed: zip(observed, result.reading.observed).map { columns, series in
                let name = words.legend(of: series)
                return FanChart.Observed(
                    series: table.series(columns.value, name: name),
                    low: columns.low.map { table.series($0, name: name) },
                    high: columns.high.map { table.series($0, name: name) })
            },
            required: table.series("required", name: language.text(ChartLabel.required)),
            goals: words.goals(target, result.display))
        let year = String(target.deadline)
        var text = language.text(
            ChartLabel.fanText,
            [
                "name": title, "start": String(result.fan.first?.year ?? words.scenario.start),
                "end": String(result.fan.last?.year ?? words.scenario.end), "year": year,
                "median": unit.text(result.atDeadline.p50), "range": unit.range(result.atDeadline), "goal": goal,
                "verdict": verdict, "odds": odds,
            ])
        if !result.latest.isModelled {
            text += language.text(
                ChartLabel.latestText, ["value": unit.text(result.latest.value), "year": String(result.latest.year)])
        }
        return NamedChart(
            path: path, unit: result.display.iamcUnit, table: table,
            chart: Chart(
                title: title,
                subtitle: language.text(
                    ChartLabel.goalLine, ["goal": goal, "year": year, "verdict": verdict, "odds": odds]),
                source: words.source([words.source(of: target)] + words.sources(of: result.reading.observed)),
                alternative: text,
                language: words.code, form: .fan(fan)))
    }

    /// Columns of one published series.
    struct Columns {
        var value: String
        var low: String?
        var high: String?
    }

    /// Year, quantiles, one column per observed series (three where it has ranges: the figure, `… low`,
    /// `… high`), and the path that would just reach the goal.
    static func table(of result: ReadingResult) -> (table: DataTable, observed: [Columns]) {
        let scale = result.display.scale
        let series = result.reading.observed
        let hasRange = series.map { $0.points.contains { $0.low != nil || $0.high != nil } }
        let labels = zip(series, hasRange).flatMap { series, hasRange in
            [series.label] + (hasRange ? [series.label + " low", series.label + " high"] : [])
        }
        let names = DataTable.distinct(labels, besides: ["year", "required"] + quantileNames)
        var columns: [Columns] = []
        var next = 0
        for hasRange in hasRange {
            columns.append(
                Columns(
                    value: names[next], low: hasRange ? names[next + 1] : nil, high: hasRange ? names[next + 2] : nil))
            next += hasRange ? 3 : 1
        }
        var table = DataTable(columns: ["year"] + quantileNames + names + ["required"])
        for point in result.fan {
            let observed = series.indices.flatMap { index -> [Double?] in
                let value = index < point.observed.count ? point.observed[index] : nil
                guard hasRange[index] else { return [value] }
                let published = series[index].points.first { $0.year == point.year }
                return [value, published?.low, published?.high]
            }
            let values = quantiles(of: point.summary) + observed + [point.required]
            table.append([.integer(point.year)] + values.map { .optional($0.map { $0 * scale }) })
        }
        return (table, columns)
    }

    private static func quantiles(of summary: Summary?) -> [Double?] {
        summary?.quantiles.map(\.value) ?? quantileNames.map { _ in nil }
    }

    // MARK: What is followed

    static func chart(of result: TrackedResult, path: String, _ words: ChartWords) -> NamedChart {
        let language = words.language
        let (table, main, others) = table(of: result)
        let last = result.points.last { $0.summary != nil }
        let unit = ChartUnit(
            result.display.unit(like: last?.summary?.p95 ?? 0, language), of: result.display.measure)
        let name = language.name(result.indicator.name, chinese: result.indicator.nameChinese)
        var observed: [FanChart.Observed] = []
        if let main {
            let label = words.legend(of: main)
            observed.append(
                FanChart.Observed(
                    series: table.series("observed", name: label), low: table.series("observed_low", name: label),
                    high: table.series("observed_high", name: label)))
        }
        observed += others.map { series, column in
            FanChart.Observed(series: table.series(column, name: words.legend(of: series)))
        }
        let fan = FanChart(
            horizontal: words.years, vertical: unit.axis, years: table.leadingIntegers, yearColumn: "year",
            bands: words.bands(of: table), median: table.series("p50", name: language.text(ChartLabel.median)),
            observed: observed)
        let text = language.text(
            ChartLabel.trackedText,
            [
                "name": name, "start": String(result.points.first?.year ?? words.scenario.start),
                "end": String(result.points.last?.year ?? words.scenario.end),
                "year": String(last?.year ?? words.scenario.end),
                "median": last?.summary.map { unit.text($0.p50) } ?? "–",
                "range": last?.summary.map { unit.range($0) } ?? "–",
            ])
        return NamedChart(
            path: path, unit: result.display.iamcUnit, table: table,
            chart: Chart(
                title: name, subtitle: language.text(ChartLabel.trackedLine),
                source: words.source(words.sources(of: result.indicator.observed)), alternative: text,
                language: words.code, form: .fan(fan)))
    }

    /// Year, quantiles, the published figure with its range, and one column per further series.
    static func table(
        of result: TrackedResult
    ) -> (table: DataTable, main: ObservedSeries?, others: [(series: ObservedSeries, column: String)]) {
        let scale = result.display.scale
        let main = result.indicator.observed.firstIndex(where: \.isOutcome)
        let others = result.indicator.observed.enumerated().filter { $0.offset != main }.map(\.element)
        let names = ["observed", "observed_low", "observed_high"]
        // `required` too, which is the path to a goal in the tables of targets.
        let taken = ["year", "required"] + quantileNames + names
        let further = DataTable.distinct(others.map(\.label), besides: taken)
        var table = DataTable(columns: ["year"] + quantileNames + names + further)
        for point in result.points {
            let further = others.map { series in series.points.first { $0.year == point.year }?.value }
            let observed = [point.observed?.value, point.observed?.low, point.observed?.high] + further
            let values = quantiles(of: point.summary) + observed
            table.append([.integer(point.year)] + values.map { .optional($0.map { $0 * scale }) })
        }
        return (table, main.map { result.indicator.observed[$0] }, Array(zip(others, further)))
    }

    // MARK: Named industries

    static func chart(of theme: ThemeResult, path: String, _ words: ChartWords) -> NamedChart {
        let language = words.language
        let table = ThemesTable.path(of: theme)
        let (name, start) = (RunSummary.name(of: theme, language), String(theme.start))
        let fan = FanChart(
            horizontal: words.years, vertical: Axis(title: language.text(ChartLabel.index, ["year": start])),
            years: table.leadingIntegers, yearColumn: "year", bands: words.bands(of: table),
            median: table.series("p50", name: language.text(ChartLabel.median)))
        let last = theme.index.last
        let text = language.text(
            ChartLabel.themeText,
            [
                "name": name, "start": start, "year": String(theme.end),
                "median": HumanNumber.threeDigits(last?.p50 ?? .nan),
                "range": HumanNumber.range(
                    HumanNumber.threeDigits(last?.p5 ?? .nan), HumanNumber.threeDigits(last?.p95 ?? .nan)),
            ])
        return NamedChart(
            path: path, unit: "index (\(theme.start) = 1)", table: table,
            chart: Chart(
                title: name, subtitle: language.text(ChartLabel.themeLine, ["start": start]),
                source: words.source([words.basis(of: theme), words.table]), alternative: text, language: words.code,
                form: .fan(fan)))
    }
}

extension ChartWords {
    /// Where the weights of a named industry come from; reasoning in English stays on English charts.
    func basis(of theme: ThemeResult) -> String? {
        guard let basis = theme.theme.basis else { return nil }
        return language == .chinese && basis.hasPrefix("judgement")
            ? language.text(ChartLabel.themeWeights) : basis
    }

    /// The target; where a reading is not its headline with the name of that.
    func title(of target: Target, _ reading: Reading) -> String {
        guard !reading.isHeadline else { return name(target) }
        return language.text(
            ChartLabel.readingOf, ["name": name(target), "reading": RunSummary.name(of: reading, language)])
    }
}
