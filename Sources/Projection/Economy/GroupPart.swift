import LinearAlgebra
import Scenarios

/// The part that a group holds of its sectors, followed over the years.
///
/// Where demand of the part grows faster than that of the rest of a sector (a
/// relative growth, a lever on the group), the part's share of the sector's
/// output rises as its share of the demand does.
struct GroupPart: Sendable {
    let group: String
    /// Sectors of which the group holds only a part.
    let sectors: [Int]
    /// The part of each in the base year.
    let weights: [Double]
    /// Demand for the part: sectors × components.
    let bases: Matrix
    /// For each lever (by position) that adds demand, the share of it that goes to the part, by sector.
    let added: [Int: [Double]]

    /// nil where the part cannot move against the rest of its sectors.
    init?(_ group: SectorGroup, components: [DemandComponent], levers: [EconomyLever], scenario: Scenario) throws {
        let sectors = group.weights.indices.filter { group.weights[$0] > 0 && group.weights[$0] < 1 }
        var added: [Int: [Double]] = [:]
        for (position, lever) in levers.enumerated() {
            guard let weights = try lever.addedWeights(in: scenario) else { continue }
            added[position] = sectors.map { weights[$0] > 0 ? min(group.weights[$0], weights[$0]) / weights[$0] : 0 }
        }
        let moves = components.contains { component in
            sectors.contains { component.lower[$0] > 0 || component.upper[$0] < 1 }
        }
        guard !sectors.isEmpty, moves || !added.isEmpty else { return nil }
        self.group = group.id
        self.sectors = sectors
        self.added = added
        weights = sectors.map { group.weights[$0] }
        var bases = Matrix(rows: sectors.count, columns: components.count)
        for (k, component) in components.enumerated() {
            let part = component.base(within: group.weights)
            for (row, sector) in sectors.enumerated() { bases[row, k] = part[sector] }
        }
        self.bases = bases
    }
}
