/// What the growth model takes as given before it sees a panel.
///
/// The defaults were settled by rolling origins on eighteen series of American
/// states, OECD countries, firms and airlines (the data sets Produc, Cigar,
/// SumHes, Gasoline, Grunfeld, EmplUK of the R package plm and Airline, Cigarette
/// of Ecdat), and on other columns of the yearbook that Milepost ships. The score
/// hardly depends on them: ν from 4.5 to 8, `regionDegrees` 8, `priorYears` from
/// 1 to 4, ρ from 0.7 to 0.9, a mean damping from 0.85 to 0.95 each move the mean
/// continuous ranked probability score by less than 2%.
public struct PanelGrowthSettings: Sendable, Equatable {
    /// Mean of the prior of the damping φ: the share of a trend that each further year keeps.
    public var dampingMean = 0.9
    /// Standard deviation of that prior.
    public var dampingDeviation = 0.05
    /// ρ: the share of a region's own difference from the group's trend that each year keeps.
    public var retention = 0.8
    /// Values of ψ, the persistence of common growth, that are weighed against each other, with their prior weights.
    public var persistence: [(value: Double, weight: Double)] {
        zip([0, 0.3, 0.6, 0.8], [27, 9, 3, 1]).map { ($0, $1) }
    }
    /// ν: degrees of freedom of a region's yearly growth; small numbers allow for jumps. Above 4.
    public var shockDegrees = 5.0
    /// How firmly regions are taken to be alike in volatility, in years of data. Above 4.
    public var regionDegrees = 5.0
    /// How firmly the ratios below are held, in squares of data.
    public var priorYears = 2.0
    /// Years with values that are looked at, counted from the last one known back; at least 2. What a region or a
    /// group did two generations ago says little of what they will do, and the cost grows with the cube of the years.
    public var longestWindow = 40
    /// Expected standard deviation of common growth over that of a typical region's own.
    public var commonRatio = 0.5
    /// Expected spread of regions' trends over the same.
    public var trendRatio = 0.3
    /// Expected spread of regions' shifts at a break over the same.
    public var shiftRatio = 1.0

    /// The defaults.
    public init() {}

    /// Weight of a year whose square over σ² is this: (ν + 1)/(ν + square).
    func weight(ofSquare square: Double) -> Double { (shockDegrees + 1) / (shockDegrees + square) }

    /// Variance of a year's growth over σ²: ν/(ν − 2).
    var shockVariance: Double { shockDegrees / (shockDegrees - 2) }
    /// Fourth moment of a year's growth over its squared variance: 3 (ν − 2)/(ν − 4).
    var shockKurtosis: Double { 3 * (shockDegrees - 2) / (shockDegrees - 4) }
}
