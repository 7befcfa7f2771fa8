/// The increments of a panel on the scale on which they add up, and which latent quantities each contains.
///
/// Growth years are counted from 0: year t is the growth from the panel's first
/// year plus t to the next. The effects shared by all regions stand in one
/// vector: the group's trend, the common growth of each year, the common shift of each break.
struct GrowthDesign {
    /// One region's increments.
    struct Region {
        /// Change of each increment.
        let changes: [Double]
        /// First growth year and the one after the last, of each increment.
        let spans: [Range<Int>]
        /// Breaks that each increment crosses, as positions in `breaks`.
        let breaks: [[Int]]
        /// Shared effects in each increment with their weights: the span for the trend, 1 for its years and breaks.
        let shared: [[(position: Int, weight: Double)]]
        /// Growth year of the latest observation, −1 if it is the panel's first year; nil without any.
        let lastYear: Int?
        /// Latest observation; nil without any.
        let last: Double?

        var count: Int { changes.count }

        /// Each increment's part that shared effects of these sizes make up.
        func shared(_ effects: [Double]) -> [Double] {
            shared.map { $0.reduce(0) { $0 + $1.weight * effects[$1.position] } }
        }
        /// Years of growth that the increments cover.
        var years: Int { spans.reduce(0) { $0 + $1.count } }
    }

    let regions: [Region]
    /// Number of growth years.
    let years: Int
    /// First years of new classifications, as growth years; those announced for later included.
    let breaks: [Int]
    /// Whether any region's increments cover a growth year.
    let isCovered: [Bool]

    /// Number of shared effects.
    var sharedCount: Int { 1 + years + breaks.count }
    /// Position of a year's common growth among the shared effects.
    func position(ofYear year: Int) -> Int { 1 + year }
    /// Position of a break's common shift among the shared effects.
    func position(ofBreak index: Int) -> Int { 1 + years + index }

    /// - Parameter announced: years after the panel's in which a new classification will start.
    init(_ panel: Panel, announced: [Int] = []) {
        let first = panel.years[0]
        let count = panel.years.count - 1
        let breakYears = panel.breaks + announced
        years = count
        breaks = breakYears.map { $0 - first - 1 }
        regions = panel.regions.indices.map { index in
            let increments = panel.increments(of: index)
            let crossed = increments.map { increment in
                breakYears.indices.filter { increment.start < breakYears[$0] && breakYears[$0] <= increment.end }
            }
            let shared = zip(increments, crossed).map { increment, crossed in
                [(position: 0, weight: Double(increment.span))]
                    + (increment.start - first..<increment.end - first).map { (position: 1 + $0, weight: 1.0) }
                    + crossed.map { (position: 1 + count + $0, weight: 1.0) }
            }
            let latest = panel.latest(of: index)
            return Region(
                changes: increments.map(\.change),
                spans: increments.map { $0.start - first..<$0.end - first }, breaks: crossed, shared: shared,
                lastYear: latest.map { $0.year - first - 1 }, last: latest?.value)
        }
        let spans = regions.flatMap(\.spans)
        isCovered = (0..<count).map { year in spans.contains { $0.contains(year) } }
    }

    /// Breaks that lie after one growth year and not after another.
    func breaks(after last: Int, through end: Int) -> [Int] {
        breaks.indices.filter { last < breaks[$0] && breaks[$0] <= end }
    }

    /// Median of the absolute deviations of yearly growth from its median, as a standard deviation of one year.
    ///
    /// Increments across a break are left out; the spread of those over k years counts √k times.
    var robustDeviation: Double {
        let growth = regions.flatMap { region in
            region.spans.indices.filter { region.breaks[$0].isEmpty }.map {
                (change: region.changes[$0], years: Double(region.spans[$0].count))
            }
        }
        guard !growth.isEmpty else { return 0 }
        let center = median(growth.map { $0.change / $0.years })
        let spread = median(growth.map { abs($0.change / $0.years - center) * $0.years.squareRoot() })
        // 1 / Φ⁻¹(3/4): the deviation of a normal distribution with this median.
        return 1.4826 * spread
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}
