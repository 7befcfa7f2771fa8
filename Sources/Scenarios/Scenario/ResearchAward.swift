/// An award for the R&D of a portfolio's units, with a cap for each and a budget for all.
///
/// A unit claims the share `rate` of its R&D, output × `intensity`, at most `cap`. Claims beyond the budget are scaled
/// down alike. Of what is paid, (1 − misuse)(1 + additionality) becomes real R&D, on top of the (1 − relabelled) of
/// reported R&D that is real.
public struct ResearchAward: Sendable {
    public var portfolio: String
    /// Most that one unit gets a year, 亿元: all caps of the programme added up.
    public var cap: Double
    /// Most that all units together get a year, 亿元.
    public var budget: UncertainValue
    public var rate: UncertainValue
    public var intensity: UncertainValue
    /// Share of the money that is misused.
    public var misuse: UncertainValue
    /// Private R&D that a yuan of award adds; negative where it crowds out.
    public var additionality: UncertainValue
    /// Share of reported R&D that is relabelled expense.
    public var relabelled: UncertainValue
    /// Of productivity to the stock of R&D.
    public var elasticity: UncertainValue
    public var depreciation: UncertainValue
    /// Growth of the reference stock a year.
    public var stockGrowth: UncertainValue
    /// Response of sales to productivity.
    public var tradeResponse: UncertainValue
}
