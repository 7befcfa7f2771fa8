import Charts

/// A chart of each form, with names and figures of the test.
enum Samples {
    static let forms = ["fan", "steps", "ranges", "ranking", "stack", "waterfall", "bars", "dumbbells"]

    /// - Parameter values: three of them.
    static func chart(_ form: String, name: String = "Output", values: [Double?] = [80, 100, 130]) -> Chart {
        Chart(
            title: name, subtitle: "Below it: \(name)", source: "Source: \(name).", alternative: "It shows \(name).",
            language: "en", form: self.form(form, name, values))
    }

    private static func form(_ form: String, _ name: String, _ values: [Double?]) -> Chart.Form {
        let (years, rows) = (
            Axis(title: "Year"), Categories(names: [name, "B", "C"], column: "id", keys: [name, "b", "c"])
        )
        let axis = Axis(title: "\(name), billion CNY", factor: 0.1)
        let zones = [Zone(name: "unlikely", low: 0, high: 0.5), Zone(name: name, low: 0.5, high: 1)]
        switch form {
        case "fan":
            return .fan(
                FanChart(
                    horizontal: years, vertical: axis, years: [2024, 2025, 2027], yearColumn: "year",
                    bands: [band(name, values)], median: series("Median", "p50", values),
                    observed: [
                        FanChart.Observed(
                            series: series(name, name, values), low: series(name, name + " low", values),
                            high: series(name, name + " high", values))
                    ],
                    required: series("Path", "required", values), goals: [Threshold(name: "Goal", value: 150)]))
        case "steps":
            let odds = values.map { $0.map { $0 / 200 } }
            return .steps(
                StepChart(
                    horizontal: years, vertical: Axis(title: "Odds", format: .percent), categories: rows,
                    series: [series(name, name, odds), series("Other", "other", odds.reversed())], zones: zones))
        case "ranges":
            return .ranges(
                RangeChart(
                    horizontal: years, vertical: axis, categories: rows, bands: [band(name, values)],
                    median: series("Median", "p50", values), goals: [Threshold(name: name, value: 150)]))
        case "ranking":
            return .ranking(
                RankingChart(
                    horizontal: axis, units: rows, median: series("Median", "p50", values),
                    low: series("Low", "p5", values), high: series("High", "p95", values), rangeName: "Range",
                    thresholds: [Threshold(name: name, value: 50)]))
        case "stack":
            return .stack(
                StackChart(
                    horizontal: years, vertical: axis, years: [2024, 2025, 2027], yearColumn: "year",
                    parts: [series(name, name, values), series("B", "b", values)], rest: [series("C", "c", values)],
                    restName: "Others"))
        case "waterfall":
            return .waterfall(
                WaterfallChart(
                    horizontal: axis, parts: [series(name, name, [values[0]]), series("B", "b", [values[1]])],
                    rest: [series("C", "c", [values[2]])], restName: "Others", total: series("Total", "total", [310]),
                    row: WaterfallChart.Row(column: "year", value: 2027)))
        case "bars":
            let bars = values.enumerated().map { index, value in
                BarChart.Bar(
                    key: rows.keys[index], name: rows.names[index], value: value, low: value, high: value, label: name,
                    isMarked: index == 1)
            }
            return .bars(
                BarChart(
                    horizontal: axis,
                    panels: [
                        BarChart.Panel(name: name, filters: [BarChart.Filter(column: name, value: name)], bars: bars),
                        BarChart.Panel(name: "Second", bars: bars),
                    ], barColumn: "id", valueColumn: name, lowColumn: "low", highColumn: "high",
                    legend: BarChart.Legend(plain: name, marked: "Marked")))
        default:
            return .dumbbells(
                DumbbellChart(
                    horizontal: axis, rows: rows,
                    series: [series(name, name, values), series("Other", "other", values.reversed())],
                    thresholds: [Threshold(name: name, value: 100)]))
        }
    }

    private static func series(_ name: String, _ column: String, _ values: some Sequence<Double?>) -> Series {
        Series(name: name, column: column, values: Array(values))
    }

    private static func band(_ name: String, _ values: [Double?]) -> FanChart.Band {
        FanChart.Band(
            name: name, low: series(name, "p5", values.map { $0.map { $0 * 0.8 } }),
            high: series(name, "p95", values.map { $0.map { $0 * 1.2 } }))
    }
}
