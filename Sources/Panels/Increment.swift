/// The change of one region between two neighbouring observations.
public struct Increment: Sendable, Equatable {
    /// Position of the region in its panel.
    public let region: Int
    /// Years of the two observations.
    public let start: Int
    public let end: Int
    /// Value at `end` less value at `start`, over the whole span.
    public let change: Double
    /// A new classification starts after `start` and not after `end`: the change is not all growth.
    public let crossesBreak: Bool

    /// Years between the observations: 1, or more across a gap.
    public var span: Int { end - start }
    /// Change a year.
    public var rate: Double { change / Double(span) }
}

extension Panel {
    /// Changes between neighbouring observations of a region, in order of time.
    public func increments(of region: Int) -> [Increment] {
        let observed = years.indices.compactMap { year in values[region][year].map { (years[year], $0) } }
        return zip(observed, observed.dropFirst()).map { earlier, later in
            Increment(
                region: region, start: earlier.0, end: later.0, change: later.1 - earlier.1,
                crossesBreak: hasBreak(after: earlier.0, through: later.0))
        }
    }

    /// The changes of all regions that are growth: those within one classification.
    public var growthIncrements: [Increment] {
        regions.indices.flatMap { increments(of: $0) }.filter { !$0.crossesBreak }
    }

    /// The latest observation of a region; nil if it has none.
    public func latest(of region: Int) -> (year: Int, value: Double)? {
        for index in years.indices.reversed() {
            if let value = values[region][index] { return (years[index], value) }
        }
        return nil
    }
}
