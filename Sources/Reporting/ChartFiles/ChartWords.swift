import Charts
import Goals
import Scenarios

/// The unit that an axis shows figures in, which are in another one in the file.
struct ChartUnit {
    private let unit: FigureUnit
    /// What multiplies figures of the file.
    let factor: Double
    /// What multiplies canonical values to give figures of the file.
    let scale: Double

    /// A unit for figures that stand in a file as `measure` is written there.
    init(_ unit: FigureUnit, of measure: Measure) {
        self.unit = unit
        factor = unit.scale / measure.scale
        scale = measure.scale
    }

    /// Money in a file, 亿元.
    init(moneyLike value: Double, _ language: Language) {
        self.init(language.moneyUnit(like: value), of: .money)
    }

    var name: String { unit.name }

    var axis: Axis { Axis(title: name, factor: factor) }

    /// A canonical value in words.
    func text(_ value: Double) -> String { unit.text(value) }

    /// `low–high` with the unit.
    func range(_ summary: Summary) -> String {
        unit.with(unit.range(summary.p5, summary.p95))
    }
}

/// Words that several charts share.
struct ChartWords {
    let scenario: Scenario
    let members: Int
    let seed: UInt64
    let language: Language

    init(_ result: ScenarioResult, _ language: Language) {
        scenario = result.scenario
        members = result.members
        seed = result.seed
        self.language = language
    }

    var code: String { language.rawValue }

    var memberCount: String { HumanNumber.fixed(Double(members), decimals: 0) }

    var years: Axis { Axis(title: language.text(ChartLabel.year)) }

    var odds: Axis { Axis(title: language.text(ChartLabel.oddsAxis), format: .percent) }

    func goal(_ target: Target, _ display: Display) -> String {
        RunSummary.goal(target.goal, target.unit(display, language), display.measure)
    }

    func name(_ target: Target) -> String { RunSummary.name(of: target, language) }

    func name(_ sector: Sector) -> String {
        language.name(sector.name, chinese: sector.nameChinese.isEmpty ? nil : sector.nameChinese)
    }

    /// A series in a legend, with what the line through a point is where one is drawn.
    func legend(of series: ObservedSeries) -> String {
        let hasRange = series.points.contains { $0.low != nil && $0.high != nil }
        let name = plainLegend(of: series)
        return hasRange ? language.text(ChartLabel.withRange, ["name": name]) : name
    }

    /// Without saying twice that it is published, nor once of what is derived.
    func plainLegend(of series: ObservedSeries) -> String {
        let name = language.name(of: series)
        guard series.isOutcome else { return language.text(ChartLabel.plannedFloor, ["name": name]) }
        if series.isDerived { return name.prefix(1).uppercased() + name.dropFirst() }
        if name == "published" { return language.text(ChartLabel.publishedAlone) }
        if language == .english, name.hasPrefix("published ") { return "P" + String(name.dropFirst()) }
        if language == .chinese, name.contains("公布") { return name }
        return language.text(ChartLabel.published, ["name": name])
    }

    /// `Sources: a; b. Projection: Milepost, …`; each source once, at most `most` of them.
    func source(_ sources: [String?] = [], most: Int = 3) -> String {
        var distinct: [String] = []
        for case let source? in sources where !source.isEmpty && !distinct.contains(source) { distinct.append(source) }
        var shown = distinct.prefix(most).map { Self.withoutStop($0) }
        if distinct.count > most {
            shown.append(language.text(ChartLabel.further, ["count": String(distinct.count - most)]))
        }
        let projection = language.text(ChartLabel.projection, ["members": memberCount, "seed": String(seed)])
        guard !shown.isEmpty else { return projection }
        return language.sentences([language.text(ChartLabel.sources, ["list": listed(shown)]), projection])
    }

    /// Where a goal is from, for `source`; nil where the scenario does not say.
    func source(of target: Target) -> String? {
        target.source.map { language.text(ChartLabel.targetSource, ["source": $0]) }
    }

    /// Items that may have commas of their own, behind each other.
    func listed(_ items: [String]) -> String { items.joined(separator: language == .english ? "; " : "；") }

    private static func withoutStop(_ text: String) -> String {
        text.last.map { ".。;；".contains($0) } ?? false ? String(text.dropLast()) : text
    }

    /// The table that the economy starts from.
    var table: String {
        let file = scenario.economy.tableFile.split(separator: "/").last.map(String.init) ?? ""
        return language.text(ChartLabel.tableSource, ["year": String(scenario.economy.tableYear), "file": file])
    }

    /// Where published figures come from, newest first, with the letter of their quality.
    func sources(of series: [ObservedSeries]) -> [String?] {
        series.flatMap(\.points).sorted { $0.year > $1.year }.map { "\($0.source) (\($0.quality.rawValue))" }
    }

    /// The odds that verdicts begin at, as zones of an axis.
    var verdicts: [Zone] {
        let ends = Verdict.bounds.dropFirst().map(\.lowest) + [1]
        return zip(Verdict.bounds, ends).map { bound, end in
            Zone(name: language.name(of: bound.verdict), low: bound.lowest, high: end)
        }
    }

    /// The lines that a goal draws: one, or both ends of a range.
    func goals(_ target: Target, _ display: Display) -> [Threshold] {
        let value = target.goal.value * display.scale
        guard let upper = target.goal.upper else {
            if target.goal.comparator == .about {
                let least = target.unit(display, language).text(target.goal.threshold)
                let name = language.text(
                    ChartLabel.goalAbout, ["goal": goal(target, display), "least": least])
                return [Threshold(name: name, value: value)]
            }
            return [Threshold(name: language.text(ChartLabel.goal, ["goal": goal(target, display)]), value: value)]
        }
        let unit = target.unit(display, language)
        return [
            Threshold(name: language.text(ChartLabel.goalFrom, ["goal": unit.text(target.goal.value)]), value: value),
            Threshold(name: language.text(ChartLabel.goalTo, ["goal": unit.text(upper)]), value: upper * display.scale),
        ]
    }

    /// Bands between the quantiles of a table, the widest first.
    func bands(of table: DataTable, prefix: String = "") -> [FanChart.Band] {
        let names: [(ChartLabel, String, String)] = [
            (.wideRange, "p5", "p95"), (.middleRange, "p10", "p90"), (.narrowRange, "p25", "p75"),
        ]
        return names.filter { table.columns.contains(prefix + $0.1) }.map { label, low, high in
            let name = language.text(label)
            return FanChart.Band(
                name: name, low: table.series(prefix + low, name: name), high: table.series(prefix + high, name: name))
        }
    }
}
