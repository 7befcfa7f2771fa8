import RealModule

/// One quantity of many regions over consecutive years, with gaps and with breaks in its definition.
public struct Panel: Sendable, Equatable {
    /// What is measured, e.g. the name of the column that it was read from.
    public let name: String
    /// Unit of the values, as text; empty if unknown.
    public let unit: String
    /// Ids, all different.
    public let regions: [String]
    /// Ascending and consecutive; at least two.
    public let years: [Int]
    /// A value for region r and year t at `values[r][t]`, nil where nothing was published.
    public let values: [[Double?]]
    /// First year of each new classification, ascending and within the years but
    /// not the first: a change across it is part definition, part growth.
    public let breaks: [Int]

    /// Checks the parts against each other.
    ///
    /// - Parameters:
    ///   - values: as many rows as regions, each with as many entries as years; those that are there finite.
    ///   - breaks: in any order.
    public init(
        name: String, unit: String = "", regions: [String], years: [Int], values: [[Double?]], breaks: [Int] = []
    ) throws(PanelError) {
        guard !regions.isEmpty else { throw .noRegions }
        var seen: Set<String> = []
        for region in regions where !seen.insert(region).inserted { throw .duplicateRegion(region) }
        guard years.count >= 2 else { throw .tooFewYears(years) }
        for (earlier, later) in zip(years, years.dropFirst()) where later != earlier + 1 {
            throw .yearsNotConsecutive(earlier, later)
        }
        guard values.count == regions.count else { throw .wrongShape(rows: values.count, regions: regions.count) }
        for (region, row) in zip(regions, values) {
            guard row.count == years.count else {
                throw .wrongLength(region: region, values: row.count, years: years.count)
            }
            for (year, value) in zip(years, row) {
                if let value, !value.isFinite { throw .notFinite(region: region, year: year) }
            }
        }
        for year in breaks where !years.dropFirst().contains(year) {
            throw .breakOutsideYears(year, first: years[0], last: years[years.count - 1])
        }
        self.name = name
        self.unit = unit
        self.regions = regions
        self.years = years
        self.values = values
        self.breaks = Set(breaks).sorted()
    }

    /// Position of a region; nil if the panel does not have it.
    public func index(of region: String) -> Int? { regions.firstIndex(of: region) }

    /// Position of a year; nil if it is outside the panel.
    public func index(ofYear year: Int) -> Int? {
        year >= years[0] && year <= years[years.count - 1] ? year - years[0] : nil
    }

    /// The value of a region in a year; nil where there is none, and outside the panel's years.
    public func value(_ region: Int, in year: Int) -> Double? {
        index(ofYear: year).flatMap { values[region][$0] }
    }

    /// The first and the last year in which any region has a value; nil without any.
    public var observedYears: ClosedRange<Int>? {
        let observed = years.indices.filter { year in values.contains { $0[year] != nil } }
        guard let first = observed.first, let last = observed.last else { return nil }
        return years[first]...years[last]
    }

    /// Whether a new classification starts after `earlier` and not after `later`.
    public func hasBreak(after earlier: Int, through later: Int) -> Bool {
        breaks.contains { $0 > earlier && $0 <= later }
    }

    /// Years of one classification each, in order: from the first year or a break to the year before the next.
    public var periods: [ClosedRange<Int>] {
        let starts = [years[0]] + breaks
        let ends = breaks.map { $0 - 1 } + [years[years.count - 1]]
        return zip(starts, ends).map { $0...$1 }
    }

    /// The panel of natural logarithms, on which growth is a difference.
    ///
    /// - Throws: `notPositive` for the first value at or below zero.
    public func logarithms() throws(PanelError) -> Panel {
        for (region, row) in zip(regions, values) {
            for (year, value) in zip(years, row) {
                if let value, value <= 0 { throw .notPositive(region: region, year: year, value: value) }
            }
        }
        return try Panel(
            name: name, unit: unit.isEmpty ? "ln" : "ln \(unit)", regions: regions, years: years,
            values: values.map { $0.map { $0.map { Double.log($0) } } }, breaks: breaks)
    }

    /// What was known at the end of a year: later years cut off, and breaks after it with them.
    ///
    /// - Parameter year: from the second year of the panel to its last.
    public func known(through year: Int) -> Panel {
        precondition(year > years[0] && year <= years[years.count - 1], "\(year) is outside \(years)")
        let count = year - years[0] + 1
        return Panel(
            uncheckedName: name, unit: unit, regions: regions, years: Array(years.prefix(count)),
            values: values.map { Array($0.prefix(count)) }, breaks: breaks.filter { $0 <= year })
    }

    /// The panel from the earliest of its last years that have a value on; breaks up to there go with the others.
    ///
    /// - Parameter count: of years with a value of any region, at least 2. Years without one between them stay.
    public func recent(_ count: Int) -> Panel {
        precondition(count >= 2, "\(count) years are no panel")
        let observed = years.indices.filter { year in values.contains { $0[year] != nil } }
        guard observed.count > count else { return self }
        let start = observed[observed.count - count]
        return Panel(
            uncheckedName: name, unit: unit, regions: regions, years: Array(years[start...]),
            values: values.map { Array($0[start...]) }, breaks: breaks.filter { $0 > years[start] })
    }

    private init(
        uncheckedName name: String, unit: String, regions: [String], years: [Int], values: [[Double?]], breaks: [Int]
    ) {
        self.name = name
        self.unit = unit
        self.regions = regions
        self.years = years
        self.values = values
        self.breaks = breaks
    }
}
