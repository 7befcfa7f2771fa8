import Charts
import Goals
import Scenarios

/// What the spread of outcomes rests on.
enum DriverCharts {
    /// Of each target.
    private static let most = 5

    /// Drivers of every reading, largest first; the chart has those of headline readings. nil when there are none.
    static func chart(of result: ScenarioResult, path: String, _ words: ChartWords) -> NamedChart? {
        guard let table = table(of: result) else { return nil }
        let language = words.language
        let panels = result.targets.compactMap { target -> BarChart.Panel? in
            let drivers = target.headline.drivers.prefix(most)
            guard !drivers.isEmpty else { return nil }
            return BarChart.Panel(
                name: words.name(target.target),
                filters: [
                    BarChart.Filter(column: "target", value: DataTable.harmless(target.target.id)),
                    BarChart.Filter(column: "reading", value: DataTable.harmless(target.headline.reading.id)),
                ],
                bars: drivers.map { driver in
                    BarChart.Bar(
                        key: DataTable.harmless(driver.name), name: words.name(of: driver, under: target.target.id),
                        value: driver.share,
                        label: HumanNumber.percent(driver.share)
                            + (driver.quality.map { " \($0.rawValue)" } ?? ""),
                        isMarked: driver.quality == .u)
                })
        }
        let texts = result.targets.compactMap { target in
            target.headline.drivers.first.map { driver in
                language.text(
                    ChartLabel.driverOfTarget,
                    [
                        "name": words.name(target.target), "driver": words.name(of: driver),
                        "share": HumanNumber.percent(driver.share),
                    ])
            }
        }
        let form = BarChart(
            horizontal: Axis(title: language.text(ChartLabel.shareOfVariance), format: .percent),
            panels: panels, barColumn: "driver", valueColumn: "share_of_variance",
            legend: BarChart.Legend(
                plain: language.text(ChartLabel.verified), marked: language.text(ChartLabel.unverified)))
        return NamedChart(
            path: path, unit: "share of variance", table: table,
            chart: Chart(
                title: language.text(ChartLabel.driversTitle), subtitle: language.text(ChartLabel.driversLine),
                source: words.source(),
                alternative: language.text(ChartLabel.driversText, ["list": words.listed(texts)]),
                language: words.code, form: .bars(form)))
    }

    static func table(of result: ScenarioResult) -> DataTable? {
        var table = DataTable(columns: ["target", "reading", "rank", "driver", "share_of_variance", "quality"])
        for target in result.targets {
            for reading in target.readings {
                for (index, driver) in reading.drivers.enumerated() {
                    table.append([
                        .text(target.target.id), .text(reading.reading.id), .integer(index + 1), .text(driver.name),
                        .optional(driver.share), .optional(driver.quality?.rawValue),
                    ])
                }
            }
        }
        return table.rows.isEmpty ? nil : table
    }
}

extension ChartWords {
    /// Below the name of a target, whose own starting value need not repeat it.
    func name(of driver: Driver, under target: String) -> String {
        if case .baseline(target, _) = driver.input { return language.text(InputLabel.ownBaseline) }
        return name(of: driver)
    }

    func name(of driver: Driver) -> String {
        ScenarioNames(scenario: scenario, language: language).input(driver.input)
    }
}
