/// How science and industry feed each other, as the scenario states it: the parameters of knowledge stocks, of what they
/// do to demand and prices, and a switch for each half of the loop.
///
/// The formulas stand at `ScienceModel` in Projection. Nothing of it moves the reference path, which is the scenario
/// without levers.
public struct ScienceSpecification: Sendable {
    /// γ: elasticity of productivity to a sector's own knowledge stock.
    public var elasticity: UncertainValue
    /// γ'/γ: elasticity to the stocks of suppliers, over the own one.
    public var spillover: UncertainValue
    /// δ by sector: the first entry that holds a sector counts.
    public var depreciation: [GroupValue]
    /// g: real growth a year of the reference stocks.
    public var stockGrowth: UncertainValue
    /// η: response of export and outflow to competitiveness.
    public var tradeResponse: UncertainValue
    /// φ: share of a productivity gain that lowers the price.
    public var pricePassThrough: UncertainValue
    /// c: share of a gain that lands in the region.
    public var conversion: UncertainValue
    /// ι: reported R&D over output. A sector's part in the first entry's group has that share, what the next entry's group
    /// holds beyond it the next.
    public var intensity: [GroupValue]
    /// Share of reported R&D that is real.
    public var realShare: UncertainValue
    /// Share of public money that is misused.
    public var misuse: UncertainValue
    /// Private R&D that a public yuan adds, in yuan; negative where it crowds out.
    public var additionality: UncertainValue
    /// Whether knowledge moves demand and prices.
    public var movesIndustry: Bool
    /// Whether output moves R&D.
    public var followsIndustry: Bool

    /// A parameter of one group.
    public struct GroupValue: Sendable {
        public var group: String
        public var value: UncertainValue
    }
}
