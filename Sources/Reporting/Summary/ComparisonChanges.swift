import Goals
import Scenarios

/// What changes most between two scenarios besides the odds: sectors, parts of the economy, portfolios, what goes with
/// output, and named industries where there is no target.
struct ComparisonChanges {
    struct Change {
        var name: String
        /// In the reader's language; empty where there is none.
        var unit: String
        /// Medians and the paired difference, in `unit`.
        var base: Double
        var alternative: Double
        var difference: Summary?
        /// Of the base's median.
        var share: Double
        /// The base's median in the unit of the files.
        var size: Double
        var isWholeEconomy = false
    }

    /// Deadline of the last target, the last year where there is none.
    let year: Int
    /// All that change by 0.1% or more, the largest change first.
    let changes: [Change]
    /// The economy as a whole, whatever its change.
    let economy: Change?

    /// Sectors and groups below this share of output or value added are left out: their percentages would lead the list
    /// and move nothing. Judgement.
    private static let smallest = 0.005
    /// Changes below this share are none that a reader could see.
    static let least = 0.001

    init(_ comparison: ComparisonResult, _ language: Language) {
        let scenario = comparison.base.scenario
        year = comparison.targets.map(\.target.deadline).max() ?? scenario.end
        let year = year
        let names = Names(scenario, withThemes: comparison.targets.isEmpty, language)
        let found = comparison.variables.compactMap { variable -> (kind: Names.Kind, change: Change)? in
            guard let kind = names.kind(of: variable.name, unit: variable.unit),
                let point = variable.years.last(where: { $0.year <= year })
            else { return nil }
            return (kind, Self.change(variable, point, name: names.text(of: kind), kind, language))
        }
        let output = found.reduce(0) { sum, item in if case .sector = item.kind { sum + item.change.size } else { sum }
        }
        economy = found.first { $0.kind == .economy }?.change
        let added = economy?.size ?? 0
        changes = found.filter { item in
            guard abs(item.change.share) >= Self.least else { return false }
            switch item.kind {
            case .sector: return item.change.size >= Self.smallest * output
            case .group: return item.change.size >= Self.smallest * added
            case .economy, .portfolio, .knowledge, .satellite, .theme: return true
            }
        }.map(\.change).sorted { abs($0.share) > abs($1.share) }
    }

    private static func change(
        _ variable: VariableComparison, _ point: VariableComparison.YearComparison, name: String, _ kind: Names.Kind,
        _ language: Language
    ) -> Change {
        let (base, alternative) = (point.base.p50, point.alternative.p50)
        let difference = point.difference?.p50 ?? alternative - base
        let unit = Self.unit(variable.unit, like: max(abs(base), abs(alternative)) * variable.scale, language)
        let scale = variable.scale * unit.scale
        return Change(
            name: name, unit: unit.name, base: base * scale, alternative: alternative * scale,
            difference: point.difference.map { $0.scaled(by: scale) }, share: base != 0 ? difference / abs(base) : 0,
            size: base * variable.scale, isWholeEconomy: kind == .economy)
    }

    /// For people; ratios and indices have none.
    private static func unit(_ unit: String, like value: Double, _ language: Language) -> FigureUnit {
        unit == "ratio" || unit.hasPrefix("index")
            ? FigureUnit(name: "", scale: 1) : language.unit(ofRecorded: unit, like: value)
    }
}

extension Summary {
    /// The same in another unit.
    fileprivate func scaled(by scale: Double) -> Summary {
        Summary(
            mean: mean * scale, p5: p5 * scale, p10: p10 * scale, p25: p25 * scale, p50: p50 * scale, p75: p75 * scale,
            p90: p90 * scale, p95: p95 * scale)
    }
}

/// Which variables are of weight, and what readers call them.
private struct Names {
    enum Kind: Equatable {
        case sector(Int)
        case economy
        case group(String)
        case portfolio(Int)
        case knowledge(String)
        case satellite(Int)
        case theme(Int)
    }

    let scenario: Scenario
    let withThemes: Bool
    let language: Language
    private let sectors: [String: Int]
    /// Groups that a target or a tracked figure is about; others only serve the model.
    private let groups: Set<String>

    init(_ scenario: Scenario, withThemes: Bool, _ language: Language) {
        self.scenario = scenario
        self.withThemes = withThemes
        self.language = language
        let indicators = scenario.targets.flatMap { $0.readings.map(\.indicator) } + scenario.tracked.map(\.indicator)
        groups = Set(
            indicators.flatMap(Self.groups).map { id in
                (scenario.group(id)?.name ?? id.replacing("_", with: " ")).lowercased()
            })
        sectors = Dictionary(
            scenario.sectors.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private static func groups(of indicator: Indicator) -> [String] {
        switch indicator {
        case .share(let group, let whole, _): [group, whole]
        case .level(let group, _, _): [group]
        case .growth(let inner): groups(of: inner)
        case .total, .cumulative, .count, .unit, .satellite: []
        }
    }

    /// nil for what says the same in other words: volumes, value added of single sectors, units of a portfolio, targets.
    func kind(of variable: String, unit: String) -> Kind? {
        if variable == "Value Added" { return .economy }
        if let name = rest(of: variable, after: "Output|") { return sectors[name].map { .sector($0) } }
        if let name = rest(of: variable, after: "Value Added|") {
            return groups.contains(name.lowercased()) && unit.hasPrefix("100 million CNY") ? .group(name) : nil
        }
        if let name = rest(of: variable, after: "R&D Capital over Reference") {
            return .knowledge(String(name.drop { $0 == "|" }))
        }
        if let index = scenario.portfolios.firstIndex(where: { variable == "Portfolio|\($0.name)|Total Output" }) {
            return .portfolio(index)
        }
        if let index = scenario.economy.satellites.firstIndex(where: { $0.variableName == variable }) {
            return .satellite(index)
        }
        guard withThemes else { return nil }
        return scenario.themes.firstIndex { variable == "Theme|\($0.name)|Output Index" }.map { .theme($0) }
    }

    func text(of kind: Kind) -> String {
        switch kind {
        case .sector(let index):
            let name = language.fullName(of: scenario.sectors[index])
            return language.text(TerminalLabel.sectorOutput, ["name": name])
        case .economy: return language.text(TerminalLabel.regionValueAdded)
        case .group(let name): return language.text(TerminalLabel.groupValueAdded, ["name": group(name)])
        case .portfolio(let index):
            let portfolio = scenario.portfolios[index]
            return language.text(
                TerminalLabel.portfolioOutput, ["name": language.name(portfolio.name, chinese: portfolio.nameChinese)])
        case .knowledge(""): return language.text(TerminalLabel.knowledge)
        case .knowledge(let name): return language.text(TerminalLabel.knowledgeOf, ["name": group(name)])
        case .satellite(let index):
            return language.name(
                scenario.economy.satellites[index].name, chinese: scenario.economy.satellites[index].nameChinese)
        case .theme(let index):
            let theme = scenario.themes[index]
            return language.text(
                TerminalLabel.themeIndex, ["name": language.name(theme.name, chinese: theme.nameChinese)])
        }
    }

    /// A group by the name that variables have.
    private func group(_ name: String) -> String {
        // Groups without a name are called by their id.
        let group = scenario.groups.first {
            ($0.name ?? $0.id.replacing("_", with: " ")).lowercased() == name.lowercased()
        }
        guard language == .chinese, let group else { return name }
        return ScenarioNames(scenario: scenario, language: language).id(group.id)
    }

    private func rest(of name: String, after prefix: String) -> String? {
        name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
}

extension ComparisonSummary {
    /// At most this many rows, and the whole economy below them.
    private static let mostRows = 8

    /// A table of what changes most at the last deadline.
    ///
    /// - Parameter note: below it, with the places `year`, `shown` and `count`.
    static func changes(
        of comparison: ComparisonResult, note: some Wording, on page: inout Page
    ) {
        let language = page.format.language
        let found = ComparisonChanges(comparison, language)
        let year = String(found.year)
        page.heading(language.text(TerminalLabel.changesHeading, ["year": year]))
        guard !found.changes.isEmpty else {
            return page.paragraph(language.text(TerminalLabel.noChanges, ["year": year]))
        }
        var table = TextTable(columns: [
            .text(language.text(TerminalLabel.quantity), minimum: 14), .number(language.text(.base)),
            .number(language.text(.alternative)), .number(language.text(.change)),
            .number(language.text(.medianChange)),
        ])
        var shown = Array(found.changes.prefix(mostRows))
        let (count, listed) = (found.changes.count, shown.count)
        if let economy = found.economy, !shown.contains(where: \.isWholeEconomy) { shown.append(economy) }
        for change in shown { table.append(row(of: change)) }
        page.table(table)
        page.paragraph(
            language.text(note, ["year": year, "shown": String(listed), "count": String(count)]), style: .faint)
    }

    private static func row(of change: ComparisonChanges.Change) -> [TextTable.Cell] {
        func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + HumanNumber.twoDigits(value) }
        let difference =
            change.difference.map { "\(signed($0.p50))\n(\(signed($0.p5)) … \(signed($0.p95)))" }
            ?? signed(change.alternative - change.base)
        return [
            TextTable.Cell(change.unit.isEmpty ? change.name : "\(change.name) [\(change.unit)]"),
            TextTable.Cell(HumanNumber.threeDigits(change.base)),
            TextTable.Cell(HumanNumber.threeDigits(change.alternative)),
            TextTable.Cell(
                HumanNumber.signed(100 * change.share, decimals: 1) + "%",
                style: abs(change.share) < ComparisonChanges.least ? .plain : change.share > 0 ? .good : .poor),
            TextTable.Cell(difference),
        ]
    }
}
