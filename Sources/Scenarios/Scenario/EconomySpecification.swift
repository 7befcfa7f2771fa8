import InputOutput

/// The economy as the scenario states it: the published table, and how it moves from there.
public struct EconomySpecification: Sendable {
    public var table: InputOutputTable
    public var tableYear: Int
    public var tableFile: String
    /// Region of the table, where the scenario says it; its economy, not that of `Scenario.region`, is what is projected.
    public var tableRegion: String?
    public var tableRegionChinese: String?
    public var update: UpdateSpecification?
    /// Yearly real growth of final use by category (the table's domestic
    /// categories other than inventory, and `export`, `outflow`).
    public var growth: [CategoryGrowth]
    /// Correlation of the rates of different categories within a member, 0...1.
    public var growthCorrelation: Double
    public var relativeGrowth: [RelativeGrowth]
    public var shocks: ShockSpecification
    public var prices: [PriceRule]
    /// nil where no lever acts on R&D and output does not move it.
    public var science: ScienceSpecification?
    public var satellites: [Satellite]
}

/// Real growth a year of one category of final use.
public struct CategoryGrowth: Sendable {
    public var category: String
    public var rate: UncertainValue
}

/// Yearly shocks to the growth of final use, sd in log points.
public struct ShockSpecification: Sendable {
    public var common: UncertainValue
    public var sector: UncertainValue
    /// Correlation of sectoral shocks between sectors.
    public var correlation: UncertainValue
}

/// A rule that adds to the yearly log price change of a group's sectors.
public struct PriceRule: Sendable {
    public var id: String
    public var group: String
    /// Published changes by year (fractions).
    public var observed: [ObservedPrice]
    /// Change a year in every year without a published figure.
    public var later: UncertainValue
    /// The published change of one year.
    public struct ObservedPrice: Sendable, Equatable {
        public var year: Int
        public var change: Double
        public var quality: Quality
    }
}
