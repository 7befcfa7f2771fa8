/// Units of a portfolio in the order of their size.
public struct PortfolioRanking: Sendable {
    public var portfolio: String
    public var year: Int
    public var units: [RankedUnit]

    /// A unit with its size at the start and in the year of the ranking, 亿元.
    public struct RankedUnit: Sendable {
        public var id: String
        public var name: String
        public var nameChinese: String?
        public var start: Summary
        public var atYear: Summary
        /// Chance to be above each threshold that a target of this portfolio names.
        public var oddsOver: [(threshold: Double, probability: Double)]

        /// Its parts, as documented on each.
        public init(
            id: String, name: String, nameChinese: String?, start: Summary, atYear: Summary,
            oddsOver: [(threshold: Double, probability: Double)]
        ) {
            self.id = id
            self.name = name
            self.nameChinese = nameChinese
            self.start = start
            self.atYear = atYear
            self.oddsOver = oddsOver
        }
    }

    /// Its parts, as documented on each.
    public init(portfolio: String, year: Int, units: [RankedUnit]) {
        self.portfolio = portfolio
        self.year = year
        self.units = units
    }
}
