import LinearAlgebra
import Scenarios

/// The parts of sectors on which the same research levers act.
///
/// A group of weight w holds the part [0, w] of a sector, so that the levers divide each sector into intervals; a slice is
/// the intervals of all sectors that lie in the groups of the same levers.
struct ResearchSlice: Sendable {
    /// Positions of the levers.
    let levers: [Int]
    /// The interval of each sector; empty where the slice holds nothing of it.
    var intervals: [SectorInterval]
    /// Its share of each sector's R&D in the reference; 0 for all slices where a sector does none.
    var researchShares: [Double]
}

/// A part of a sector.
struct SectorInterval: Sendable {
    static let empty = SectorInterval(lower: 0, upper: 0)

    var lower: Double
    var upper: Double
    var width: Double { max(upper - lower, 0) }

    func overlap(_ other: SectorInterval) -> Double {
        max(min(upper, other.upper) - max(lower, other.lower), 0)
    }
}

/// R&D over output within a sector: what each entry of the specification holds of it.
struct ResearchIntensity: Sendable {
    /// By entry and sector, where its interval begins and ends.
    private let bounds: [[(lower: Double, upper: Double)]]
    let entries: [ParameterDraw]

    init(_ entries: [(weights: [Double], draw: ParameterDraw)], sectors: Int) {
        var filled = [Double](repeating: 0, count: sectors)
        bounds = entries.map { entry in
            (0..<sectors).map { sector in
                let lower = filled[sector]
                filled[sector] = max(lower, entry.weights[sector])
                return (lower, filled[sector])
            }
        }
        self.entries = entries.map(\.draw)
    }

    /// Width of an entry within an interval of a sector.
    func width(_ entry: Int, sector: Int, within interval: SectorInterval) -> Double {
        let (lower, upper) = bounds[entry][sector]
        return SectorInterval(lower: lower, upper: upper).overlap(interval)
    }

    /// ∫ ι over an interval at the entries' medians; its width where the specification has no entry.
    func central(sector: Int, within interval: SectorInterval) -> Double {
        guard !entries.isEmpty else { return interval.width }
        return entries.indices.reduce(0) { sum, entry in
            sum + entries[entry].distribution.median * width(entry, sector: sector, within: interval)
        }
    }
}

extension ResearchSlice {
    /// One that holds nothing yet.
    init(empty levers: [Int], sectors: Int) {
        self.levers = levers
        intervals = [SectorInterval](repeating: .empty, count: sectors)
        researchShares = [Double](repeating: 0, count: sectors)
    }

    /// The slices into which levers divide the sectors.
    ///
    /// - Parameter weights: by lever (its position and its group's weight of each sector).
    static func slices(
        of weights: [(lever: Int, weights: [Double])], sectors: Int, intensity: ResearchIntensity
    ) -> [ResearchSlice] {
        var slices: [ResearchSlice] = []
        var research = [Double](repeating: 0, count: sectors)
        for sector in 0..<sectors {
            let borders = Set([0, 1] + weights.map { $0.weights[sector] }).sorted()
            for (lower, upper) in zip(borders, borders.dropFirst()) {
                let levers = weights.filter { $0.weights[sector] >= upper }.map(\.lever)
                let place = slices.firstIndex { $0.levers == levers } ?? slices.count
                if place == slices.count {
                    slices.append(ResearchSlice(empty: levers, sectors: sectors))
                }
                let interval = SectorInterval(lower: lower, upper: upper)
                let done = intensity.central(sector: sector, within: interval)
                // Every border changes the set of levers, so that a slice has one interval of a sector.
                slices[place].intervals[sector] = interval
                slices[place].researchShares[sector] = done
                research[sector] += done
            }
        }
        for slice in slices.indices {
            for sector in 0..<sectors where research[sector] > 0 {
                slices[slice].researchShares[sector] /= research[sector]
            }
        }
        return slices
    }
}
