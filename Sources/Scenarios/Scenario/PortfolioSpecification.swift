/// Platforms, firms or named industries that are followed one by one.
public struct PortfolioSpecification: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    /// What one of its units is called in Chinese, with the classifier: `个平台`.
    public var unitChinese: String?
    /// Units with a name, from the units file.
    public var units: [PortfolioUnit]
    /// Units known to exist without a name: how many, and their sector weights.
    public var unnamed: UnnamedUnits?
    /// Size distribution of units without a figure: lognormal, its median and
    /// its sd of logs drawn once per member.
    public var size: SizeDistribution?
    /// Share of a unit's published figure that is output in the region (per unit unless said).
    public var localShare: UncertainValue?
    public var total: PortfolioTotal?
    public var known: [KnownCount]
    /// Mean growth a year above the unit's sectors.
    public var premium: UncertainValue
    public var volatility: Volatility
    public var entry: Entry?
    /// Probability a year that a unit ends.
    public var exitRate: UncertainValue?
    public var location: SourceLocation
}

/// A unit with a name, from the units file.
public struct PortfolioUnit: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    /// One weight per sector, adding up to 1.
    public var weights: [Double]
    /// Output at `start` where published or ranged; nil means from the size distribution.
    public var output: UncertainValue?
    public var quality: Quality
    public var source: String
    public var note: String?
}

/// Units known to exist without a name.
public struct UnnamedUnits: Sendable {
    public var count: Int
    public var weights: [Double]
}

/// Lognormal sizes of units without a figure of their own.
public struct SizeDistribution: Sendable {
    public var median: UncertainValue
    public var logDeviation: UncertainValue
}

/// A total known better than its parts: of `year`, carried to `start` at `growth`.
public struct PortfolioTotal: Sendable {
    public var year: Int
    public var value: UncertainValue
    /// Needed when `year` is not `start`.
    public var growth: UncertainValue?
    public var location: SourceLocation
}

/// Number of units above a threshold at `start`, imposed by rejection.
public struct KnownCount: Sendable {
    public var threshold: Double
    public var range: ClosedRange<Int>
    public var quality: Quality?
    public var source: String?
    public var location: SourceLocation
}

/// Yearly growth shocks of a unit, which fall with its size.
public struct Volatility: Sendable {
    /// Shape of the shocks.
    public enum Shape: String, Sendable { case laplace, normal }
    /// Size at which `deviation` holds, 亿元.
    public var referenceSize: Double
    /// sd of yearly log growth at the reference size.
    public var deviation: UncertainValue
    /// β in sd(y) = sd · (y / referenceSize)^−β.
    public var sizeExponent: UncertainValue
    public var shape: Shape
    /// ρ: share of the variance that units have in common.
    public var common: Double
}

/// New units: how many are planned, how many come, how large they are.
public struct Entry: Sendable {
    /// Planned cumulative number by year.
    public var planned: Schedule
    /// Share of the planned additions that comes about.
    public var achieved: UncertainValue
    /// Size when listed, 亿元, one draw per entrant.
    public var size: UncertainValue
    /// Share of an entrant's output that is new to the region.
    public var newOutput: UncertainValue
    public var weights: [Double]
}
