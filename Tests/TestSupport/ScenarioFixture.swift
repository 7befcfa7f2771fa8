import Projection
import Scenarios

/// A region of two sectors that fits on a page, as YAML and CSV in memory.
///
/// Z = [[150, 500], [200, 100]] and x = (1000, 2000) are those of Miller & Blair 2009, chapter 2; final use is split so
/// that the supply shares are r = (0.8, 0.95). Hence (I − r̂ A) = [[0.88, −0.2], [−0.19, 0.9525]], its determinant
/// 0.8002, and L = [[0.9525, 0.2], [0.19, 0.88]] / 0.8002.
public struct ScenarioFixture {
    public static let linked = """
        row,goods,services,household,fixed_capital,export,outflow,import,inflow,output
        goods,150,500,250,100,120,80,150,50,1000
        services,200,100,1300,400,60,40,40,60,2000
        value_added,650,1400,,,,,,,
        """
    /// No sector buys from another: goods are exported, services serve households, so that output grows as its category.
    public static let separate = """
        row,goods,services,household,fixed_capital,export,outflow,import,inflow,output
        goods,0,0,0,0,1000,0,0,0,1000
        services,0,0,2000,0,0,0,0,0,2000
        value_added,1000,2000,,,,,,,
        """
    /// Nothing grows and nothing is uncertain.
    public static let still = "{household: 0%, fixed_capital: 0%, export: 0%, outflow: 0%}"

    public var table = ScenarioFixture.linked
    public var start = 2022
    public var end = 2025
    public var growth = "{household: 5%, fixed_capital: 10%, export: 2%, outflow: -5%}"
    public var growthCorrelation = "0"
    public var shocks = "{common: 0%, sector: 0%, correlation: 0}"
    /// Groups besides the sectors, in flow style; empty for none.
    public var groups = ""
    public var relativeGrowth = ""
    public var prices = ""
    /// Keys of `economy.science`, in flow style; empty for none.
    public var science = ""
    /// Satellites, in flow style.
    public var satellites: [String] = []
    /// Lines `sector,value` of `employment.csv`.
    public var employment: [String] = []
    /// Lines `id,sector_weights,output,low,high` of the units file.
    public var units: [String] = []
    /// Keys of the portfolio `firms`, in flow style; empty for none.
    public var portfolio = ""
    public var levers: [String] = []
    public var targets: [String] = []
    /// Lines `indicator,year,value,unit,quality` of `observations.csv`, and `,low,high` where there is a range.
    public var observations: [String] = []
    /// Lines `region,year,value` of `panel.csv`.
    public var panel: [String] = []
    /// Lines `theme,sector,weight` of `themes.csv`.
    public var themes: [String] = []
    /// Commitments, in flow style.
    public var commitments: [String] = []
    /// Lines `id,host,capacity,low,high,start,ramp,utilisation,probability,displaced` of `projects.csv`.
    public var projects: [String] = []
    /// Columns of `projects.csv` after those.
    public var projectColumns: [String] = []
    /// Further keys of the scenario, as YAML.
    public var more = ""

    /// A portfolio whose units follow their sectors, without luck of their own.
    public static let calm = "premium: 0%, volatility: {at: 100 亿元, sd: 0%, size_exponent: 0}"

    public init() {}

    public func scenario() throws -> Scenario {
        var text = """
            schema: 1
            name: Fixture
            region: fixture
            years: {start: \(start), end: \(end)}
            sectors: sectors.csv
            groups: \(groups.isEmpty ? "{}" : groups)
            economy:
              table: table.csv
              table_year: \(start)
              growth: \(growth)
              growth_correlation: \(growthCorrelation)
              shocks: \(shocks)

            """
        if !relativeGrowth.isEmpty { text += "  relative_growth: \(relativeGrowth)\n" }
        if !prices.isEmpty { text += "  prices: \(prices)\n" }
        if !science.isEmpty { text += "  science: {\(science)}\n" }
        if !satellites.isEmpty { text += "  satellites:\n" + satellites.map { "    - \($0)\n" }.joined() }
        if !portfolio.isEmpty { text += "portfolios: {firms: {units: units.csv, \(portfolio)}}\n" }
        if !levers.isEmpty { text += "levers:\n" + levers.map { "  - \($0)\n" }.joined() }
        if !projects.isEmpty { text += "projects: projects.csv\n" }
        if !targets.isEmpty { text += "targets:\n" + targets.map { "  - \($0)\n" }.joined() }
        if !themes.isEmpty { text += "themes: themes.csv\n" }
        if !commitments.isEmpty { text += "commitments:\n" + commitments.map { "  - \($0)\n" }.joined() }
        text += more
        let files = [
            "scenario.yaml": text, "table.csv": table,
            "sectors.csv": "code,name_en,name_zh,group\ngoods,Goods,货物,\nservices,Services,服务,\n",
            "units.csv": "id,sector_weights,output_year,output,low,high,unit,quality,source\n"
                + units.map(unitRow).joined(),
            "observations.csv": "indicator,year,value,unit,quality,low,high,source\n"
                + observations.map { $0 + ($0.filter { $0 == "," }.count == 4 ? ",,,test\n" : ",test\n") }.joined(),
            "employment.csv": "sector,value\n" + employment.map { $0 + "\n" }.joined(),
            "themes.csv": "theme,sector,weight\n" + themes.map { $0 + "\n" }.joined(),
            "projects.csv": "id,host,capacity,capacity_low,capacity_high,start,ramp,utilisation,probability,displaced,"
                + projectColumns.map { $0 + "," }.joined() + "source\n" + projects.map { $0 + ",test\n" }.joined(),
            "panel.csv": "region,year,value\n" + panel.map { $0 + "\n" }.joined(),
        ]
        return try ScenarioLoader(
            fileSystem: FileAccess(workingDirectory: "/fixture", read: { files[$0].map { Array($0.utf8) } })
        ).load(path: "scenario.yaml").scenario
    }

    private func unitRow(_ line: String) -> String {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        let year = cells[2...].contains { !$0.isEmpty } ? "\(start)" : ""
        let figures = cells[2...].joined(separator: ",")
        return "\(cells[0]),\(cells[1]),\(year),\(figures),100m yuan,A,test\n"
    }
}

extension ScenarioFixture {
    /// Everything uncertain at once: growth, shocks, relative growth, prices, a portfolio with known counts, entry, exit.
    public static func everything() -> ScenarioFixture {
        var fixture = ScenarioFixture()
        fixture.growth = """
            {household: 5% ± 2%, fixed_capital: {p10: 2%, p90: 9%}, export: {value: 3% ± 4%, per: year}, \
            outflow: {triangular: [-5%, 2%, 6%]}}
            """
        fixture.growthCorrelation = "0.5"
        fixture.shocks = "{common: 1%, sector: {p5: 1%, p95: 3%}, correlation: 0.3}"
        fixture.observations = ["goods_level,2019,100,100m yuan,A", "goods_level,2020,106,100m yuan,A"]
        fixture.observations += ["goods_level,2021,109,100m yuan,B", "goods_level,2022,118,100m yuan,B"]
        fixture.relativeGrowth = """
            [{id: goods, group: goods, relative_to: all, observed: {file: observations.csv, growth_of: goods_level}, \
            shrink_toward: 1% ± 2%, damping: 90%, prices: nominal}]
            """
        fixture.prices = "[{id: producer, group: goods, later: {value: -1% ± 1%, per: year}}]"
        fixture.units = [
            "alpha,goods:1,120,,", "beta,goods:0.5|services:0.5,40,30,60", "gamma,services:1,,,", "delta,goods:1,,,",
        ]
        fixture.portfolio = """
            size: {median: {p5: 20 亿元, p95: 60 亿元}, sd_log: {uniform: [0.3, 0.6]}}, \
            total: {value: 260 亿元 ± 10 亿元, year: 2022}, known: [{over: 100 亿元, is: 1}], premium: 3% ± 2%, \
            volatility: {at: 50 亿元, sd: 20%, size_exponent: 0.2, common: 20%}, exit: 3%, \
            entry: {planned: {2022: 4, 2025: 9}, achieved: {uniform: [70%, 100%]}, size: {p10: 10 亿元, p90: 80 亿元}, \
            new_output: 20%, weights: {goods: 1}}
            """
        fixture.science = """
            elasticity: 0.1 ± 0.02, spillover: 0.4, depreciation: [{id: all, group: all, share: 15%}], \
            stock_growth: 8%, trade_response: 1.5, price_pass_through: 50%, real_share: 90%
            """
        fixture.levers = [
            "{id: push, kind: demand_growth, group: goods, categories: [export], rate: 2% ± 1%, reason: test}",
            "{id: effort, kind: rd_effort, group: goods, increase: 10%, reason: test}",
            "{id: help, kind: portfolio_growth, portfolio: firms, rate: 1% ± 0.5%, reason: test}",
        ]
        fixture.targets = [
            "{id: total, indicator: {total: firms}, goal: more than 400 亿元, by: 2025}",
            "{id: large, indicator: {count: firms, over: 80 亿元}, goal: at least 3, by: 2025, by_range: 2024..2025}",
            "{id: listed, indicator: {cumulative: firms}, goal: about 9, by: 2025}",
            "{id: share, goal: more than 33%, by: 2025, readings: ["
                + "{id: model, headline: true, reason: test, indicator: {share: goods, of: all, measure: value_added}}, "
                + "{id: published, indicator: {share: goods, of: all, measure: value_added}, "
                + "baseline: {value: 32% ± 1%}}]}",
        ]
        return fixture
    }
}

/// One number of one member of a block.
public typealias MemberQuantity = @Sendable (BlockProjection, Int) -> Double

/// Output of a sector (0 goods, 1 services) in year `year` after the base year, volumes.
public func output(_ sector: Int, _ year: Int) -> MemberQuantity {
    { block, member in block.economy.outputs[year].column(sector)[member] }
}

/// Price of a sector, 1 in the base year.
public func price(_ sector: Int, _ year: Int) -> MemberQuantity {
    { block, member in
        block.economy.prices[year].column(block.economy.model.priceClassOfSector[sector])[member]
    }
}

/// A satellite of the economy, in its unit.
public func satellite(_ index: Int, _ year: Int) -> MemberQuantity {
    { block, member in
        var values = [Double](repeating: 0, count: block.economy.outputs[0].rows)
        values.withUnsafeMutableBufferPointer { block.evaluate(satellite: index, year: year, into: $0) }
        return values[member]
    }
}

/// Size of a unit of the portfolio, current prices.
public func size(_ unit: Int, _ year: Int) -> MemberQuantity {
    { block, member in block.portfolios[0].sizes[year].column(unit)[member] }
}

/// Units ever listed.
public func cumulative(_ year: Int) -> MemberQuantity {
    { block, member in block.portfolios[0].cumulative[year].column(0)[member] }
}

/// Units that exist.
public func active(_ year: Int) -> MemberQuantity {
    { block, member in
        let sizes = block.portfolios[0].sizes[year]
        return Double((0..<sizes.columns).filter { sizes.column($0)[member] > 0 }.count)
    }
}

/// Sum of the units' sizes.
public func total(_ year: Int) -> MemberQuantity {
    { block, member in
        let sizes = block.portfolios[0].sizes[year]
        return (0..<sizes.columns).reduce(0) { $0 + sizes.column($1)[member] }
    }
}

/// An input that is drawn once per member, by its name in the attribution of variance.
public func input(_ name: String) -> MemberQuantity {
    { block, member in
        block.inputs.column(block.model.inputs.entries.firstIndex { $0.name == name }!)[member]
    }
}

/// The quantities of all members, in the order of the members: one row per quantity.
public func memberValues(
    _ scenario: Scenario, members: Int, seed: UInt64 = 1, threads: Int = 1, blockSize: Int = 64,
    _ quantities: [MemberQuantity]
) throws -> [[Double]] {
    try memberValues(
        Model(scenario, seed: seed), members: members, threads: threads, blockSize: blockSize, quantities)
}

/// The quantities of all members of a model, in the order of the members: one row per quantity.
public func memberValues(
    _ model: Model, members: Int, threads: Int = 1, blockSize: Int = 64, _ quantities: [MemberQuantity]
) throws -> [[Double]] {
    let run = try Ensemble(members: members, threads: threads, blockSize: blockSize).run(
        [model], conditionalYears: [[]], makeObserver: { Collector(quantities) })
    let blocks = run.observers.flatMap(\.blocks).sorted { $0.first < $1.first }
    return quantities.indices.map { index in blocks.flatMap { $0.values[index] } }
}

private final class Collector: EnsembleObserver {
    private let quantities: [MemberQuantity]
    private(set) var blocks: [(first: Int, values: [[Double]])] = []

    init(_ quantities: [MemberQuantity]) { self.quantities = quantities }

    func observe(_ blocks: [BlockProjection]) -> [Double] {
        let block = blocks[0]
        let values = quantities.map { quantity in (0..<block.memberCount).map { quantity(block, $0) } }
        self.blocks.append((block.firstMember, values))
        return []
    }
}

// MARK: Moments

public func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

public func deviation(_ values: [Double]) -> Double {
    let center = mean(values)
    return (values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / Double(values.count - 1)).squareRoot()
}

public func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (centerA, centerB) = (mean(a), mean(b))
    let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - centerA) * ($1.1 - centerB) } / Double(a.count - 1)
    return covariance / (deviation(a) * deviation(b))
}

public func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// Largest relative difference between two lists of the same length.
public func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    precondition(a.count == b.count)
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1) / max(abs($1.0), abs($1.1), 1e-300)) }
}

extension ScenarioFixture {
    /// Errors of published figures by letter.
    public static let observationErrors = """
        observation_errors:
          level: {A: 2%, B: 5%, C: 10%, U: 20%}
          share: {A: 0.5%, B: 1%, C: 2%, U: 4%}
          growth: {A: 0.5%, B: 1%, C: 2%, U: 4%}
        """

    /// The key by which a target or a tracked quantity learns from an indicator of `observations.csv`.
    public static func learned(_ indicator: String) -> String {
        ", observed: [{file: observations.csv, indicator: \(indicator), learn: value}]"
    }

    /// Lets the targets of ``everything()`` learn from the indicators `total` and `large`.
    public mutating func learnTotalAndCount() {
        targets[0] = targets[0].replacing("by: 2025}", with: "by: 2025" + Self.learned("total") + "}")
        targets[1] = targets[1].replacing("2024..2025}", with: "2024..2025" + Self.learned("large") + "}")
    }
}
