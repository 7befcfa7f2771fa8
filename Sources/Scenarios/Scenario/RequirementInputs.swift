/// What a path to a goal takes, and what there is: inputs of "what it would take".
///
/// None of it enters the projection. A part that is nil leaves out the lines that need it.
public struct RequirementInputs: Sendable {
    /// Capital per yuan of value added.
    public var capitalOutputRatio: RequirementFigure?
    /// R&D that a yuan of output takes in the industries that targets are about.
    public var researchOverOutput: RequirementFigure?
    /// R&D of the region over its GDP.
    public var researchOverGDP: RequirementFigure?
    /// Fixed capital formation over GDP; nil takes the table's `fixed_capital`.
    public var investmentOverGDP: RequirementFigure?
    public var land: LandUse?
    public var available: [AvailableAmount]

    /// Land that each unit of a portfolio takes.
    public struct LandUse: Sendable {
        public var portfolio: String
        public var perUnit: RequirementFigure
        /// e.g. `km²`.
        public var unit: String
    }
}

/// A number with its range, as published or judged.
public struct RequirementFigure: Sendable, Equatable {
    /// P5, median and P95; equal where no range is known.
    public var low: Double
    public var central: Double
    public var high: Double
    public var quality: Quality?
    public var source: String?
    /// Year of a published figure.
    public var year: Int?

    /// Its parts, as documented on each.
    public init(low: Double, central: Double, high: Double, quality: Quality?, source: String?, year: Int? = nil) {
        self.low = low
        self.central = central
        self.high = high
        self.quality = quality
        self.source = source
        self.year = year
    }
}

/// An amount that a requirement is held against, e.g. a fund or a plan for investment.
public struct AvailableAmount: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var purpose: Purpose
    public var amount: RequirementFigure
    /// Whether more than this cannot be had: a need above it is a contradiction. Else it only compares.
    public var isLimit: Bool
    /// Ids of the targets that it is about; nil for all.
    public var targets: [String]?
    /// How many units of the portfolio an area is for, where it is compared per unit; nil where the whole is.
    public var units: Int?

    /// Its parts, as documented on each.
    public init(
        id: String, name: String, nameChinese: String?, purpose: Purpose, amount: RequirementFigure, isLimit: Bool,
        targets: [String]?, units: Int? = nil
    ) {
        self.id = id
        self.name = name
        self.nameChinese = nameChinese
        self.purpose = purpose
        self.amount = amount
        self.isLimit = isLimit
        self.targets = targets
        self.units = units
    }

    /// The requirement that it is held against.
    public enum Purpose: Sendable, Equatable {
        case investment, research, land
        case satellite(String)
    }
}

extension RequirementInputs {
    /// Without published figures of later years.
    func asKnown(in year: Int) -> RequirementInputs {
        var known = self
        func keep(_ figure: RequirementFigure?) -> RequirementFigure? {
            figure.flatMap { ($0.year ?? year) > year ? nil : $0 }
        }
        known.capitalOutputRatio = keep(capitalOutputRatio)
        known.researchOverOutput = keep(researchOverOutput)
        known.researchOverGDP = keep(researchOverGDP)
        known.investmentOverGDP = keep(investmentOverGDP)
        known.available = available.filter { keep($0.amount) != nil }
        return known
    }
}
