import RealModule

/// How often comparable regions achieved a growth: the reference class of a forecast
/// (Kahneman & Lovallo 1993, "Timid choices and bold forecasts").
///
/// Comparable is a window of exactly `years` years in which a region was
/// observed at both ends, with no break in classification after its start and
/// up to its end, and which started from a value above zero and, where a size
/// is given, with a size within `factor` of it. The size of a region is its
/// value or, of a ratio, what stands above the line: a small industry doubles
/// more easily than a large one, whatever their shares. The region in question is one of the
/// regions. Windows of one region overlap: ``Period/independent`` counts those
/// that do not.
public struct OutsideView: Sendable, Equatable {
    /// Compound growth a year that is asked for: 0.2 is 20%.
    public let growth: Double
    /// Length of the windows.
    public let years: Int
    /// Size that windows start near; nil for windows of any size.
    public let size: Double?
    /// What sizes are, e.g. the name of a column.
    public let sizeName: String
    /// Windows start between size / factor and size × factor.
    public let factor: Double
    /// All comparable windows, by region and start.
    public let windows: [Window]
    /// By period between breaks, in order of time; those without windows too.
    public let periods: [Period]

    /// Regions differ by three orders of magnitude; within a factor of three each way they are of one kind.
    public static let defaultFactor = 3.0

    /// One region over `years` years.
    public struct Window: Sendable, Equatable {
        public let region: String
        public let start: Int
        public let end: Int
        public let startValue: Double
        public let endValue: Double
        /// Compound growth a year; −1 where the end is at or below zero.
        public let growth: Double
        /// Whether the growth was at least the one asked for.
        public let achieved: Bool
    }

    /// The windows within one classification.
    public struct Period: Sendable, Equatable {
        /// First and last year with a value of any region.
        public let first: Int
        public let last: Int
        /// Whether the panel ends with it.
        public let isLatest: Bool
        public let windows: Int
        public let achieved: Int
        /// Regions with a window, and regions that achieved the growth at least once.
        public let regions: Int
        public let achievers: Int
        /// Windows that do not overlap: the largest number of them, summed over the regions.
        public let independent: Int
        /// Median growth of the windows, and the largest; nil without windows.
        public let median: Double?
        public let best: Double?
    }

    /// Counts the windows of a panel of levels (not logarithms).
    ///
    /// - Parameters:
    ///   - sizes: a panel of the same regions and years; nil if the values are the sizes.
    ///   - growth: a year, above −1.
    ///   - years: at least 1.
    ///   - size: above zero.
    ///   - factor: at least 1.
    /// - Cost: one pass over the panel.
    public init(
        of panel: Panel, sizes: Panel? = nil, growth: Double, years: Int, size: Double? = nil,
        factor: Double = defaultFactor
    ) {
        precondition(growth > -1 && years >= 1 && factor >= 1 && size ?? 1 > 0, "growth \(growth), \(years) years")
        let sizes = sizes ?? panel
        precondition(sizes.regions == panel.regions && sizes.years == panel.years, "sizes of other regions or years")
        sizeName = sizes.name
        self.growth = growth
        self.years = years
        self.size = size
        self.factor = factor
        let near = size.map { $0 / factor...$0 * factor } ?? -Double.infinity...Double.infinity
        windows = panel.regions.indices.flatMap { region in
            panel.years.compactMap { start in
                guard size == nil || sizes.value(region, in: start).map(near.contains) ?? false else { return nil }
                return Window(of: panel, region: region, start: start, years: years, growth: growth)
            }
        }
        let all = windows
        periods = panel.periods.compactMap { range in
            let observed = range.filter { year in panel.regions.indices.contains { panel.value($0, in: year) != nil } }
            guard let first = observed.first, let last = observed.last else { return nil }
            return Period(
                first: first, last: last, isLatest: range.upperBound == panel.years.last,
                windows: all.filter { range.contains($0.start) && range.contains($0.end) })
        }
    }

    /// Windows in all periods, and those that achieved the growth.
    public var count: Int { windows.count }
    public var achieved: Int { windows.count(where: \.achieved) }

    /// Regions that achieved the growth, with the number of their windows that did, of how many, and the best of them.
    public var achievers: [(region: String, achieved: Int, windows: Int, best: Window)] {
        var names: [String] = []
        for window in windows where window.achieved && !names.contains(window.region) { names.append(window.region) }
        return names.map { name in
            let own = windows.filter { $0.region == name }
            let best = own.max { ($0.growth, $1.start) < ($1.growth, $0.start) } ?? own[0]
            return (name, own.count(where: \.achieved), own.count, best)
        }
        .sorted { ($0.best.growth, $1.region) > ($1.best.growth, $0.region) }
    }
}

extension OutsideView.Window {
    fileprivate init?(of panel: Panel, region: Int, start: Int, years: Int, growth: Double) {
        let end = start + years
        guard let first = panel.value(region, in: start), let last = panel.value(region, in: end), first > 0,
            !panel.hasBreak(after: start, through: end)
        else { return nil }
        let rate = last > 0 ? Double.exp(Double.log(last / first) / Double(years)) - 1 : -1
        self.init(
            region: panel.regions[region], start: start, end: end, startValue: first, endValue: last, growth: rate,
            // Figures that are rounded the same way must not fail by their last binary digit.
            achieved: rate >= growth - 1e-12)
    }
}

extension OutsideView.Period {
    fileprivate init(first: Int, last: Int, isLatest: Bool, windows: [OutsideView.Window]) {
        let sorted = windows.map(\.growth).sorted()
        let middle = sorted.count / 2
        var median: Double?
        if !sorted.isEmpty {
            median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        }
        let byRegion = Dictionary(grouping: windows, by: \.region)
        self.init(
            first: first, last: last, isLatest: isLatest, windows: windows.count,
            achieved: windows.count(where: \.achieved), regions: byRegion.count,
            achievers: byRegion.values.count { $0.contains(where: \.achieved) },
            independent: byRegion.values.reduce(0) { $0 + Self.withoutOverlap($1) }, median: median,
            best: sorted.last)
    }

    /// Windows are of one length, so taking each that starts where the last one taken ends, or later, takes the most.
    private static func withoutOverlap(_ windows: [OutsideView.Window]) -> Int {
        var count = 0
        var free = Int.min
        for window in windows.sorted(by: { $0.start < $1.start }) where window.start >= free {
            count += 1
            free = window.end
        }
        return count
    }
}
