import InputOutput
import Scenarios

/// A part of final demand whose growth is one number for all its sectors.
///
/// Final demand of year t is Σ_k base_k ∘ S_t · F_{k,t}: F_k is the growth of the
/// component since the base year and S the shocks of the sectors. At first there
/// is one component per final-use category; what touches only a group (a lever,
/// the relative growth of high-tech) splits off the part that it touches, so
/// that every year needs one matrix product whatever happens.
///
/// A group holds a sector wholly, or a part of it. Parts of a sector are
/// intervals of [0, 1]: a group of weight w holds [0, w], so that of two groups
/// the one with the smaller weight lies inside the other.
public struct DemandComponent: Sendable {
    /// Final-use category whose growth rate it follows.
    public let growthCategory: String
    /// Base-year demand of the category on the region's producers by sector, 亿元.
    let demand: [Double]
    /// The part of each sector that the component holds.
    private(set) var lower: [Double]
    private(set) var upper: [Double]
    /// Positions of the levers that change its growth.
    var levers: [Int] = []
    /// Positions of the relative growths that it carries.
    var relativeGrowths: [Int] = []
    /// Answers to competitiveness (export and outflow).
    public let isTraded: Bool
    /// A balancing item of the source, which levers on final use leave alone.
    public let isBalancing: Bool

    init(growthCategory: String, demand: [Double], isTraded: Bool = false, isBalancing: Bool = false) {
        self.growthCategory = growthCategory
        self.demand = demand
        self.isTraded = isTraded
        self.isBalancing = isBalancing
        lower = [Double](repeating: 0, count: demand.count)
        upper = [Double](repeating: 1, count: demand.count)
    }

    /// Base-year demand by sector, 亿元.
    public var base: [Double] { demand.indices.map { demand[$0] * (upper[$0] - lower[$0]) } }

    /// What of it belongs to a group, by sector, 亿元.
    func base(within weights: [Double]) -> [Double] {
        demand.indices.map { demand[$0] * max(min(upper[$0], weights[$0]) - lower[$0], 0) }
    }
}

extension DemandComponent {
    /// Components of a base-year table, before any lever.
    ///
    /// - Domestic categories enter with the regional supply share r, export and
    ///   outflow with what is not re-exported (so the base year is reproduced).
    /// - Inventory that follows output is part of the Leontief system and no
    ///   component; a balancing item of the source grows with outflow, and so
    ///   does a discrepancy.
    static func components(
        of table: InputOutputTable, supply: RegionalSupply, inventory: InventoryRule?
    ) -> [DemandComponent] {
        var components = table.domesticFinalUse.filter { $0.name != inventoryCategory }.map { category in
            DemandComponent(
                growthCategory: category.name, demand: zip(category.values, supply.share).map { $0 * $1 })
        }
        components.append(
            DemandComponent(
                growthCategory: "export", demand: zip(table.export, supply.retainedExport).map { $0 * $1 },
                isTraded: true))
        components.append(
            DemandComponent(
                growthCategory: "outflow", demand: zip(table.outflow, supply.retainedOutflow).map { $0 * $1 },
                isTraded: true))
        var balancing = table.discrepancy
        if let inventory, let values = table.domesticFinalUse.first(where: { $0.name == inventoryCategory })?.values {
            for sector in inventory.exogenous { balancing[sector] += supply.share[sector] * values[sector] }
        }
        if balancing.contains(where: { $0 != 0 }) {
            components.append(
                DemandComponent(
                    growthCategory: "outflow", demand: balancing, isBalancing: true))
        }
        return components
    }

    static let inventoryCategory = "inventory"

    /// Splits every component that is touched into the part inside a group, which
    /// `mark` then marks, and the rest.
    static func split(
        _ components: [DemandComponent], at weights: [Double], touches: (DemandComponent) -> Bool,
        mark: (inout DemandComponent) -> Void
    ) -> [DemandComponent] {
        components.flatMap { component -> [DemandComponent] in
            guard touches(component) else { return [component] }
            var (inside, outside) = (component, component)
            for (sector, weight) in weights.enumerated() {
                let border = min(max(weight, component.lower[sector]), component.upper[sector])
                inside.upper[sector] = border
                outside.lower[sector] = border
            }
            guard inside.base.contains(where: { $0 != 0 }) else { return [component] }
            mark(&inside)
            return outside.base.contains { $0 != 0 } ? [inside, outside] : [inside]
        }
    }
}
