import InputOutput
import Scenarios

/// A named industry: where it goes if it grows as its sectors do.
public struct ThemeResult: Sendable {
    public var theme: Theme
    /// Those of the scenario, which weights and requirements follow in order.
    public var sectors: [Sector]
    /// Ids of the commitments that name it.
    public var commitments: [String]
    /// Where the targets that name it were stated; their ids where they do not say.
    public var targets: [String]
    /// Base year, in which the indices are 1.
    public var start: Int
    public var end: Int
    /// Output at current prices against the base year, by year from `start` on.
    public var index: [Summary]
    /// The same as volume.
    public var volume: [Summary]
    /// 亿元 at current prices, by year from `start` on; nil where no size is published.
    public var size: [Summary]?
    /// Share of members in which it is at least twice as large at the end as at the start, at current prices.
    public var doublingOdds: Odds
    /// Sectors with a tenth of it or more of which the table brings in more than it uses: transit trade or weak data.
    public var weakSectors: [Int] = []
    /// What one yuan of final demand for it takes, by sector.
    public var requirements: DemandRequirements
    /// Net investment a year that goes with doubling by the end, as a share of its output in the base year: capital-output
    /// ratio × value added per unit of output over the years. nil where the scenario names no ratio.
    public var doublingInvestment: Requirement.Range?

    /// Its parts, as documented on each.
    public init(
        theme: Theme, sectors: [Sector], commitments: [String], targets: [String], start: Int, end: Int,
        index: [Summary], volume: [Summary], size: [Summary]?, doublingOdds: Odds, requirements: DemandRequirements,
        doublingInvestment: Requirement.Range? = nil
    ) {
        self.theme = theme
        self.sectors = sectors
        self.commitments = commitments
        self.targets = targets
        self.start = start
        self.end = end
        self.index = index
        self.volume = volume
        self.size = size
        self.doublingOdds = doublingOdds
        self.requirements = requirements
        self.doublingInvestment = doublingInvestment
    }
}

extension ThemeResult {
    /// Growth a year at three places of a distribution.
    public struct Growth: Sendable, Equatable {
        public var p5: Double
        public var p50: Double
        public var p95: Double
    }

    /// Growth a year at current prices from the base year to the end.
    public var growth: Growth { growth(of: index) }

    /// Growth a year of the volume.
    public var volumeGrowth: Growth { growth(of: volume) }

    /// The growth a year that doubles a size from the base year to the end: 2^(1 / years) − 1.
    public var doublingGrowth: Double { compoundGrowth(from: 1, to: 2, years: end - start) ?? .nan }

    /// Sectors with their weights, the largest first; those of equal weight in the order of the table.
    public var leadingSectors: [(sector: Int, weight: Double)] { Self.largest(theme.weights) }

    /// Products that its demand takes as inputs, directly and indirectly, the largest first: yuan for each yuan of
    /// demand, and the part of them that comes from outside the region.
    public var suppliers: [(sector: Int, input: Double, fromOutside: Double)] {
        Self.largest(requirements.inputs).map { ($0.sector, $0.weight, requirements.fromOutside[$0.sector]) }
    }

    /// Part of each yuan of demand for it that leaves the region as imports and inflow.
    public var leakage: Double { requirements.leakage }

    /// Part of each yuan of demand for it that ends as value added in the region: the rest of the yuan.
    public var valueAdded: Double { requirements.valueAdded }

    private static func largest(_ values: [Double]) -> [(sector: Int, weight: Double)] {
        values.enumerated().filter { $0.element > 0 }
            .sorted { ($0.element, $1.offset) > ($1.element, $0.offset) }.map { ($0.offset, $0.element) }
    }

    /// Quantiles keep their order under compounding, so those of the growth are the growth of those.
    private func growth(of path: [Summary]) -> Growth {
        func rate(_ value: Double?) -> Double {
            value.flatMap { compoundGrowth(from: 1, to: $0, years: end - start) } ?? .nan
        }
        return Growth(p5: rate(path.last?.p5), p50: rate(path.last?.p50), p95: rate(path.last?.p95))
    }
}
