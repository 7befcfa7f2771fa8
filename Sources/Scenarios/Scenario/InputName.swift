/// What an uncertain input of a model is, one number per member.
///
/// Its `text` is what files, ledgers and messages call it by; pages for people have their own words.
public enum InputName: Sendable, Hashable {
    /// Level of a reading in the base year.
    case baseline(target: String, reading: String)
    /// Differential of a relative growth, by its id.
    case relativeGrowth(String)
    case relativeGrowthVolatility(String)
    /// Productivity of a satellite.
    case productivity(satellite: String)
    /// Growth of a category of final use.
    case growth(category: String)
    case commonShocks
    case sectoralShocks
    case sectoralCorrelation
    /// Yearly price change of a rule, where none is published.
    case priceChange(rule: String)
    /// A lever, or one of its parts.
    case lever(String, Part? = nil)
    /// A parameter of how science and industry feed each other.
    case science(Part)
    case researchDepreciation(group: String)
    case researchIntensity(group: String)
    /// Growth of a portfolio's units above their sectors, by the portfolio's id.
    case premium(portfolio: String)
    case volatility(portfolio: String)
    case sizeExponent(portfolio: String)
    case startingSize(portfolio: String)
    case entryAchieved(portfolio: String)

    /// A parameter among several of a lever or of science.
    public enum Part: String, Sendable, CaseIterable {
        // Of a project
        case capacity, start, ramp, utilisation, probability
        case displaced = "displaced share"
        case comesAbout = "comes about"
        // Of a shift of investment
        case share
        case capitalOutput = "capital-output ratio"
        // Of an award
        case budget, rate, depreciation
        case researchIntensity = "R&D intensity"
        case relabelled = "relabelled share"
        case stockGrowth = "stock growth"
        // Of science
        case elasticity, spillover, conversion, misuse, additionality
        case tradeResponse = "trade response"
        case researchCapitalGrowth = "growth of R&D capital"
        case pricePassThrough = "price pass-through"
        case realShare = "real share of R&D"
    }

    /// The name by which files know the input, e.g. `baseline of share/main`.
    public var text: String {
        switch self {
        case .baseline(let target, let reading): "baseline of \(target)/\(reading)"
        case .relativeGrowth(let id): "relative growth: \(id)"
        case .relativeGrowthVolatility(let id): "volatility of relative growth: \(id)"
        case .productivity(let id): "productivity of \(id)"
        case .growth(let category): "growth of \(category.replacing("_", with: " "))"
        case .commonShocks: "size of the common shock"
        case .sectoralShocks: "size of sectoral shocks"
        case .sectoralCorrelation: "correlation of sectoral shocks"
        case .priceChange(let rule): "price change: \(rule)"
        case .lever(let id, let part): "lever \(id)" + (part.map { ": \($0.rawValue)" } ?? "")
        case .science(let part): "science: \(part.rawValue)"
        case .researchDepreciation(let group): "science: depreciation of R&D capital, \(group)"
        case .researchIntensity(let group): "science: R&D over output, \(group)"
        case .premium(let id): "premium of \(id)"
        case .volatility(let id): "volatility of \(id)"
        case .sizeExponent(let id): "size exponent of \(id)"
        case .startingSize(let id): "starting size of \(id)"
        case .entryAchieved(let id): "entry achieved by \(id)"
        }
    }
}
