/// A quantity that goes with the output of the sectors: taxes, jobs, energy, a share of value added.
public struct Satellite: Sendable {
    public var id: String
    public var name: String
    public var nameChinese: String?
    public var basis: Basis
    public var unit: SatelliteUnit
    /// Growth a year of output per unit of the quantity: what one yuan of output takes falls by so much. nil: it stays.
    public var productivity: UncertainValue?
    public var quality: Quality?
    public var source: String?
    public var note: String?

    /// Where the base year's figures come from.
    public enum Basis: Sendable, Equatable {
        /// A value-added row of the table, as it stands in the base year.
        case row(String)
        /// Levels of the base year by sector, in the satellite's unit.
        case levels([Double])
        /// Units per 亿元 of output by sector, in the base year.
        case coefficients([Double])
        /// Value added of a group as a share of that of another, current prices.
        case share(group: String, of: String)
    }
}

/// What a satellite is counted in.
public enum SatelliteUnit: Sendable, Hashable {
    /// 亿元 at current prices.
    case money
    /// A fraction.
    case share
    /// As the scenario names it, e.g. `10k persons`.
    case other(String)
}
