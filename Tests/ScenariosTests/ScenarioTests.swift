import Foundation
import InputOutput
import Sampling
import Scenarios
import Testing

/// The example of the file format, with three sectors, decodes into the values that it states.
@Suite struct ScenarioTests {
    let scenario: Scenario
    let warnings: [Diagnostic]

    init() throws {
        let loaded = try ScenarioLoader(fileSystem: files()).load(path: "valid.yaml")
        scenario = loaded.scenario
        warnings = loaded.warnings
    }

    @Test func head() {
        #expect(warnings.isEmpty)
        #expect(scenario.id == "valid")
        #expect(scenario.name == "Chips for the valley")
        #expect(scenario.nameChinese == "芯片之谷")
        #expect(scenario.note == "Three sectors, made up.")
        #expect(scenario.start == 2022 && scenario.end == 2027)
        #expect(scenario.sectors.map(\.code) == ["farm", "machines", "chips"])
        #expect(scenario.sectors[2].nameChinese == "电子")
        #expect(scenario.commitments.map(\.subjectChinese) == ["芯片节", nil, nil])
        #expect(
            scenario.inputs.map(\.path) == [
                "valid.yaml", "defaults.yaml", "data/priors.csv", "data/sectors.csv", "data/weights.csv",
                "data/table.csv", "data/later-table.csv", "data/observations.csv", "data/units.csv",
                "data/themes.csv",
            ])
        #expect(scenario.inputs.allSatisfy { !$0.bytes.isEmpty })
    }

    @Test func groups() {
        #expect(scenario.group("all")?.weights == [1, 1, 1])
        #expect(scenario.group("chips")?.weights == [0, 0, 1])
        #expect(scenario.group("manufacturing")?.weights == [0, 1, 1])
        #expect(scenario.group("industry")?.weights == [0, 1, 1])
        #expect(scenario.group("mixed")?.weights == [0.25, 0, 0.5])
        #expect(scenario.group("high_tech")?.weights == [0, 0.25, 1])
        #expect(scenario.group("high_tech")?.name == "High technology")
    }

    @Test("The table keeps its orientation: rows supply, columns use")
    func table() {
        let table = scenario.economy.table
        #expect(table.sectors == ["farm", "machines", "chips"])
        #expect(table.intermediate.row(1) == [10, 40, 20])
        #expect(table.domesticFinalUse.map(\.name) == ["household", "government", "fixed_capital", "inventory"])
        #expect(table.domesticFinalUse[0].values == [40, 20, 50])
        #expect(table.imports == [4, 14, 5])
        #expect(table.inflow == [12, 40, 15])
        #expect(
            table.valueAdded == [
                NamedVector(name: "compensation", values: [25, 40, 50]),
                NamedVector(name: "surplus", values: [10, 20, 25]),
            ])
        #expect(table.output == [60, 120, 130])
        #expect(scenario.economy.tableYear == 2020)
        #expect(scenario.economy.tableFile == "data/table.csv")
    }

    @Test("The table's sectors are taken by name, not by position")
    func permutedTable() throws {
        let permuted = """
            row,chips,output,farm,machines,household,import,export,inflow,outflow
            machines,20,120,10,40,104,14,0,40,0
            chips,30,130,5,15,100,5,5,20,0
            farm,5,60,10,5,56,4,0,12,0
            value_added,75,,35,60,,,,,
            """
        let scenario = try loadOverlay(
            "economy: {table: small.csv, update: {drift: null}, growth: {household: 1%, government: null, fixed_capital: null}}\n"
                + "levers: {spending: null}\n",
            with: ["small.csv": permuted])
        #expect(scenario.economy.table.intermediate.row(0) == [10, 5, 5])
        #expect(scenario.economy.table.totalValueAdded() == [35, 60, 75])
        #expect(scenario.economy.table.discrepancy == [0, 0, 0])
        #expect(scenario.economy.growth.map(\.category) == ["household", "export", "outflow"])
    }

    @Test("Controls are in 亿元: shares times what they are shares of, quality the worst of both")
    func controls() throws {
        let controls = try #require(scenario.economy.update).controls
        #expect(controls.map(\.id) == ["gdp", "manufacturing", "chips", "farm"])
        #expect(controls.map(\.measure) == [.valueAdded, .valueAdded, .output, .valueAdded])
        for (control, value) in zip(controls, [190, 0.79 * 190, 170, 35]) { #expect(abs(control.value - value) < 1e-9) }
        #expect(controls.map(\.quality) == [.a, .b, .c, .c])
        #expect(controls.map(\.givesWay) == [false, false, true, false])
        #expect(controls[3].source == "Own arithmetic")
    }

    @Test("A control may be a share of another control that is given on the spot")
    func literalShare() throws {
        let scenario = try loadOverlay(
            "economy: {update: {controls: [{id: half, output: chips, is: 50%, of: gdp, quality: C, source: Guess}]}}\n")
        let half = try #require(scenario.economy.update?.controls.last)
        #expect(half.value == 95 && half.quality == .c && half.source == "Guess")
    }

    @Test("Drift is the growth of output over that of value added (170 to 255), chips 130 to 215, half of four years")
    func drift() throws {
        let update = try #require(scenario.economy.update)
        let drift = try #require(update.drift)
        let pace = 255.0 / 170
        for (value, relative) in zip(drift.outputGrowth, [1 / pace, 1 / pace, 215.0 / 130 / pace]) {
            #expect(abs(value - relative.squareRoot()) < 1e-12)
        }
        // A quarter of half the change of the ratio, from 75 of 130 to 160 of 215.
        let ratio = 160.0 / 215 / (75.0 / 130)
        #expect(abs(drift.valueAddedRatios[2] - pow(ratio, 0.125)) < 1e-12)
        #expect(drift.valueAddedRatios[0] == 1)
        #expect(update.localDemand == 0.5)
        #expect(
            update.driftOrigin
                == DriftOrigin(
                    from: "data/table.csv", to: "data/later-table.csv", years: 2018...2022, tableYear: 2020,
                    start: 2022, sharedYears: 2, technology: 0.25))
    }

    @Test("How much of technology and local demand is believed can be said")
    func driftStrength() throws {
        let update = try #require(
            loadOverlay("economy: {update: {local_demand: 0, drift: {technology: 100%}}}\n").economy.update)
        #expect(update.localDemand == 0)
        let ratio = 160.0 / 215 / (75.0 / 130)
        #expect(abs(try #require(update.drift).valueAddedRatios[2] - ratio.squareRoot()) < 1e-12)
    }

    @Test("Drift of few years is not extrapolated to more")
    func driftOfAShorterSpan() throws {
        let scenario = try loadOverlay("economy: {update: {drift: {years: 2020..2021}}}\n")
        #expect(abs(try #require(scenario.economy.update?.drift?.outputGrowth.first) - 170.0 / 255) < 1e-15)
        let origin = try #require(scenario.economy.update?.driftOrigin)
        #expect(origin.sharedYears == 1 && origin.start - origin.tableYear == 2)
    }

    @Test("Drift between tables as far apart as the table and the base year is taken as it is")
    func driftOfTheSameSpan() throws {
        let scenario = try loadOverlay("economy: {update: {drift: {years: 2020..2022}}}\n")
        #expect(abs(try #require(scenario.economy.update?.drift?.outputGrowth.first) - 170.0 / 255) < 1e-15)
        #expect(scenario.economy.update?.driftOrigin?.sharedYears == 2)
        let same = diagnostics("extends: valid.yaml\neconomy: {update: {drift: {years: 2020}}}\n")
        #expect(same.contains("found \"2020\", expected two different years, e.g. \"2017..2020\""))
    }

    @Test("Drift of other years than the update's is left out with a warning; of its years those count that it shares")
    func driftOfOtherYears() throws {
        let text = "extends: valid.yaml\neconomy: {update: {drift: {years: 2012..2017}}}\n"
        let loaded = try ScenarioLoader(fileSystem: files(["test.yaml": text])).load(path: "test.yaml")
        #expect(loaded.scenario.economy.update?.drift == nil)
        #expect(
            loaded.warnings.contains {
                $0.description.contains(
                    "the years 2012 to 2017 are not those from the table (2020) to 2022: the drift is left out")
            })
        let partly = try loadOverlay("economy: {update: {drift: {years: 2017..2021}}}\n")
        let growth = try #require(partly.economy.update?.drift?.outputGrowth.first)
        #expect(abs(growth - pow(170.0 / 255, 0.25)) < 1e-12)
    }

    @Test("A growth since the table is given on the spot, or compounded from yearly rates; the worst quality counts")
    func growthControls() throws {
        let scenario = try loadOverlay(
            """
            economy:
              update:
                controls:
                  - {id: growing, output: chips, growth: growth_chips, price: -3%, relative_to: gdp}
                  - {id: given, value_added: machines, growth: 150%, quality: C, source: Guess}
            """)
        let controls = try #require(scenario.economy.update).controls
        let growing = try #require(controls.first { $0.id == "growing" })
        let growth = try #require(growing.growth)
        #expect(abs(growth.rate - (1.15 * 1.12 - 1)) < 1e-12 && growth.price == -0.03 && growth.relativeTo == "gdp")
        #expect(growing.quality == .u && growing.source == "Bureau" && growing.measure == .output)
        let given = try #require(controls.first { $0.id == "given" })
        #expect(given.growth?.rate == 1.5 && given.growth?.relativeTo == nil && given.quality == .c)
    }

    @Test("What is inferred is C at best, and no better than the worst control that it follows from")
    func marginQuality() {
        let letters: [String: Quality] = ["gdp": .a, "industry": .u, "farming": .b]
        func quality(_ status: MarginReport.Status, _ basis: [String]) -> Quality {
            MarginReport(subject: .init(.output, .all), status: status, value: 1, basis: basis, note: "").quality(
                letters)
        }
        #expect(quality(.imposed, ["gdp"]) == .a)
        #expect(quality(.imposed, ["unknown"]) == .u)
        #expect(quality(.inferred, ["gdp"]) == .c)
        #expect(quality(.residual, ["gdp", "farming"]) == .c)
        #expect(quality(.residual, ["gdp", "industry"]) == .u)
        #expect(quality(.inferred, []) == .c)
    }

    @Test func growth() throws {
        let growth = scenario.economy.growth
        #expect(growth.map(\.category) == ["household", "government", "fixed_capital", "export", "outflow"])
        #expect(growth[4].rate.distribution.bounds == -0.99...0.08)
        #expect(growth[4].rate.redraw == .year)
        #expect(growth[3].rate.note == "Skewed")
        #expect(scenario.economy.growthCorrelation == 0.5)
        #expect(scenario.economy.shocks.correlation.distribution.shape == .triangular(low: 0.1, mode: 0.3, high: 0.5))
    }

    @Test("Increments end with the base year: ln(150/130 · 170/180), and ln 1.15 − ln 1.05")
    func relativeGrowth() {
        let relative = scenario.economy.relativeGrowth
        #expect(relative[0].increments.map(\.from) == [2020, 2021])
        #expect(relative[0].increments.map(\.to) == [2021, 2022])
        #expect(abs(relative[0].increments[0].logChange - 0.085_942_429_800_724_83) < 1e-12)
        #expect(relative[0].increments.map(\.quality) == [.b, .c])
        #expect(relative[0].nominal)
        #expect(relative[0].quality == .c)
        #expect(abs(relative[1].increments[0].logChange - 0.090_971_778_205_726_7) < 1e-12)
        #expect(relative[1].increments.map(\.quality) == [.b, .u])
        #expect(relative[1].relativeTo == "manufacturing")
        #expect(relative.map(\.group) == ["chips", "manufacturing"])
        #expect(relative.map(\.carriedBy) == ["chips", "chips"])
        #expect(!relative[1].nominal)
    }

    @Test("A prior without a quality letter is unverified, however good the series are")
    func missingQuality() throws {
        let observed = "{file: data/observations.csv, rate: growth_all}"
        let scenario = try loadOverlay(
            "economy: {relative_growth: {chips: {observed: \(observed), shrink_toward: {quality: null}}}}\n")
        #expect(scenario.economy.relativeGrowth[0].increments.map(\.quality) == [.b, .b])
        #expect(scenario.economy.relativeGrowth[0].quality == .u)
    }

    @Test("A trend takes the place of observed figures, with its letter, and may have yearly shocks")
    func statedTrend() throws {
        let trend = "{p5: 1%, p95: 9%, quality: C, source: Panel}"
        let scenario = try loadOverlay(
            """
            economy:
              relative_growth:
                - {id: chips, observed: null, shrink_toward: null, trend: \(trend), volatility: {p5: 7%, p95: 13%}}

            """)
        let relative = scenario.economy.relativeGrowth[0]
        guard case .trend(let value) = relative.basis else {
            Issue.record("no trend")
            return
        }
        #expect(abs(value.distribution.median - 0.05) < 1e-12 && value.source == "Panel")
        #expect(relative.quality == .c && relative.increments.isEmpty && relative.damping == 0.9)
        #expect(abs((relative.volatility?.distribution.median ?? 0) - 0.1) < 1e-8)
        #expect(scenario.economy.relativeGrowth[1].volatility == nil)
    }

    @Test("Followed quantities have published figures in the indicator's units, ranges scaled with the values")
    func tracked() {
        let tracked = scenario.tracked
        #expect(tracked.map(\.id) == ["chips-share", "chips-revenue"])
        #expect(tracked[0].name == "Chips in value added" && tracked[0].nameChinese == "电子占比")
        #expect(tracked[0].note == "Half of them")
        #expect(tracked[0].indicator == .share(group: "chips", of: "all", measure: .valueAdded))
        let first = tracked[0].observed[0].points[0]
        #expect([first.value, first.low, first.high] == [0.2, 0.19, 0.21])
        #expect(tracked[1].observed.map(\.label) == ["A", "B"])
        #expect(tracked[1].observed[0].points.map(\.value) == [130, 150, 170, 190])
    }

    @Test("Themes that commitments name stand once, in the order of first mention, with the size that one gives")
    func themes() {
        #expect(scenario.commitments.map(\.themes) == [[], ["clever_farms", "robots"], ["robots"]])
        #expect(scenario.themes.map(\.id) == ["clever_farms", "robots"])
        #expect(scenario.themes.map(\.name) == ["clever farms", "Robots and drones"])
        #expect(scenario.themes.map(\.nameChinese) == [nil, "机器人和无人机"])
        #expect(scenario.themes.map(\.kind) == ["future", "emerging"])
        #expect(scenario.themes.map(\.weights) == [[0.7, 0, 0.3], [0, 0.6, 0.4]])
        #expect(scenario.themes[0].size == nil)
        let size = scenario.themes[1].size
        #expect(size?.year == 2024 && size?.value == 12 && size?.quality == .b)
        #expect(size?.source == "Bureau" && size?.note == "Sales")
    }

    @Test("Weights that are meant for other regions are a warning, those for all are none")
    func themeOfAnotherRegion() throws {
        let text = "extends: valid.yaml\ncommitments: [{id: C4, subject: Chips, theme: elsewhere}]\n"
        let warnings = try ScenarioLoader(fileSystem: files(["other.yaml": text])).load(path: "other.yaml").warnings
        #expect(
            warnings.map(\.message) == ["the weights of \"elsewhere\" are meant for coast, hills, the region is valley"]
        )
    }

    @Test("Published prices count only after the base year")
    func prices() {
        let prices = scenario.economy.prices
        #expect(prices[0].observed.map(\.year) == [2023] && prices[0].observed.map(\.change) == [-0.025])
        #expect(scenario.group(prices[1].group)?.weights == [0, 0.5, 1])
        #expect(prices[1].later.distribution == .constant(-0.01))
    }

    @Test func portfolio() throws {
        let parks = scenario.portfolios[0]
        #expect(parks.id == "parks" && parks.name == "Parks" && parks.nameChinese == "园区")
        #expect(parks.units.map(\.id) == ["north", "south", "east"])
        #expect(parks.units[0].weights == [0, 0.3, 0.7])
        #expect(parks.units[0].output?.distribution == .constant(60.5))
        #expect(parks.units[0].output?.id == "portfolios.parks.units[north].output")
        #expect(parks.units[0].output?.location.line == 2)
        let south = try #require(parks.units[1].output).distribution
        #expect(abs(south.quantile(0.05) - 10) < 1e-9 && abs(south.quantile(0.95) - 40) < 1e-9)
        #expect(parks.units[2].output == nil)
        #expect(parks.unnamed?.weights == [0, 0.6, 0.4])
        #expect(parks.total?.year == 2021)
        #expect(parks.total?.value.quality == .u)
        #expect(parks.total?.growth?.distribution.shape == .normal(mean: 0.08, deviation: 0.04))
        #expect(parks.known.map(\.range) == [1...2])
        #expect(parks.known.map(\.threshold) == [50])
        #expect(parks.volatility.shape == .normal && parks.volatility.common == 0.2)
        #expect(parks.entry?.planned.value(in: 2027) == 10)
        #expect(parks.entry?.size.redraw == .unit)
        // A group as weights: its sectors by output, 0.25 · 120 and 130.
        #expect(parks.entry?.weights == [0, 30.0 / 160, 130.0 / 160])
        #expect(parks.exitRate?.distribution == .constant(0.01))
    }

    @Test func targetsAndLeversNameTheirIndustriesAndSources() throws {
        let overlay = try loadOverlay(
            """
            schema: 1
            levers: [{id: fund, source: S1}, {id: more, source: [S2, S3]}]
            targets: [{id: total, theme: [robots, clever_farms]}, {id: listed, theme: robots}]
            """)
        #expect(overlay.levers.first { $0.id == "fund" }?.source == ["S1"])
        #expect(overlay.levers.first { $0.id == "more" }?.source == ["S2", "S3"])
        #expect(overlay.levers.first { $0.id == "rd" }?.source == [])
        #expect(overlay.targets[0].themes == ["robots", "clever_farms"])
        #expect(overlay.targets[1].themes == ["robots"] && overlay.targets[2].themes == [])
        // Those of targets come first, each once.
        #expect(overlay.themes.map(\.id) == ["robots", "clever_farms"])
        let wrong = diagnostics("schema: 1\nextends: valid.yaml\ntargets: [{id: total, theme: robot}]\n")
        #expect(wrong.contains("targets[total].theme: found \"robot\", expected a theme of data/themes.csv"))
    }

    @Test func levers() {
        #expect(scenario.levers.map(\.id) == ["orders", "spending", "premium", "fund", "more", "rd", "cheaper"])
        #expect(scenario.levers.map(\.from) == [2024, 2023, 2023, 2024, 2023, 2023, 2023])
        #expect(scenario.levers.map(\.to) == [2027, 2027, 2027, 2026, 2027, 2027, 2027])
        if case .demandGrowth(let categories, let group, let rate) = scenario.levers[0].effect {
            #expect(categories == ["export"] && group == "chips")
            #expect(rate.id == "levers[orders].rate")
        } else {
            Issue.record("not demand growth")
        }
        if case .researchEffort(_, let increase) = scenario.levers[5].effect {
            #expect(increase.distribution == .constant(0.1))
        } else {
            Issue.record("not research effort")
        }
    }

    @Test func scienceIsReadWithItsDefaults() throws {
        let science = try #require(
            try ScenarioLoader(fileSystem: files()).load(path: "valid.yaml").scenario.economy.science)
        #expect(science.depreciation.map(\.group) == ["chips", "all"])
        #expect(science.depreciation[0].value.distribution.shape == .pert(low: 0.1, mode: 0.15, high: 0.25))
        #expect(science.tradeResponse.source == "Trade studies")
        #expect(science.intensity.map(\.value.distribution) == [.constant(0.03)])
        #expect(science.conversion.distribution == .constant(1) && science.spillover.distribution == .constant(0))
        #expect(science.movesIndustry && !science.followsIndustry)
    }

    @Test func becauseMakesALeverAJudgement() throws {
        let scenario = try loadOverlay(
            """
            levers:
              - {id: cheaper, because: three plants open at once}
              - {id: own, kind: price, group: farm, rate: 1%, because: the weather}

            """)
        #expect(scenario.levers.compactMap(\.because) == ["three plants open at once", "the weather"])
        #expect(scenario.levers.suffix(2).map(\.reason) == ["Overcapacity", nil])
    }

    @Test func aLeverOnARelativeGrowthNamesOneOfTheEconomy() throws {
        let id = try #require(scenario.economy.relativeGrowth.first).id
        func overlay(_ id: String) -> String {
            "levers: [{id: own, kind: relative_growth, of: \(id), rate: -2%, because: a plant closes}]\n"
        }
        guard case .relativeGrowth(id, let rate) = try #require(loadOverlay(overlay(id)).levers.last).effect else {
            Issue.record("not of \(id)")
            return
        }
        #expect(rate.distribution == .constant(-0.02))
        #expect(
            diagnostics("extends: valid.yaml\n" + overlay("nothing")).contains(
                "levers[own].of: found \"nothing\", expected a relative growth of the economy"))
    }

    @Test func aLeverSaysWhyItIsThere() {
        let text = "extends: valid.yaml\nlevers:\n  - {id: own, kind: price, group: farm, rate: 1%}\n"
        #expect(
            diagnostics(text).contains(
                "test.yaml:3:5: levers[own]: the key \"reason\" is missing, expected text (or `because` for a judgement)"
            ))
    }

    @Test func targets() throws {
        let targets = scenario.targets
        let total = targets[0]
        #expect(total.goal.value == 25 && total.goal.text == "more than 2.5 billion yuan")
        #expect(total.deadlineRange == 2026...2027 && total.byAnyYear && total.since == 2021)
        #expect(total.readings.map(\.id) == ["main"])
        #expect(
            targets.map(\.headline.indicator) == [
                .total(portfolio: "parks"), .cumulative(portfolio: "parks"),
                .count(portfolio: "parks", over: 50, strict: true), .count(portfolio: "parks", over: 5, strict: false),
                .unit("north", portfolio: "parks"),
                .growth(.level(group: "chips", measure: .valueAdded, constantPrices: true)),
                .level(group: "chips", measure: .output, constantPrices: true),
                .share(group: "chips", of: "all", measure: .valueAdded),
            ])
        #expect(targets.map(\.goal.dimension) == [.money, .count, .count, .count, .money, .rate, .money, .share])
        #expect(targets[2].headline.observed[0].points.map(\.value) == [1])
        let published = targets[7].headline
        #expect(published.id == "published" && published.reason == "The definition of the source")
        #expect(published.baseline?.factors.count == 3)
        #expect(published.baseline?.divisors.map(\.distribution) == [.constant(0.899)])
        #expect(published.observed[0].label == "Published")
        #expect(published.observed[0].points.map(\.year) == [2020, 2023])
        #expect(abs(published.observed[0].points[0].value - 0.4) < 1e-15)
        #expect(published.observed[0].points[0].note == "Revised")
        #expect(targets[7].readings[1].note == "Wider")
    }
}
