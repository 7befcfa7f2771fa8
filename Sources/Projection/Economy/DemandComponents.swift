import InputOutput
import Scenarios

/// A part of final demand whose growth is one number for all its sectors.
///
/// Final demand of year t is Σ_k base_k ∘ S_t · F_{k,t}: F_k is the growth of the
/// component since the base year and S the growth that sectors have of their
/// own. One component per final-use category; a lever that touches only part of
/// a category splits off the part that it touches, so that every year needs one
/// matrix product whatever the levers.
public struct DemandComponent: Sendable {
    /// Final-use category whose growth rate it follows.
    public let growthCategory: String
    /// Base-year demand on the region's producers by sector, 亿元.
    public var base: [Double]
    /// Indices into the scenario's levers that change its growth.
    public var levers: [Int]
    /// Answers to competitiveness (export and outflow).
    public let isTraded: Bool
    /// A balancing item of the source, which levers on final use leave alone.
    public var isBalancing = false
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
                growthCategory: category.name, base: zip(category.values, supply.share).map { $0 * $1 }, levers: [],
                isTraded: false)
        }
        components.append(
            DemandComponent(
                growthCategory: "export", base: zip(table.export, supply.retainedExport).map { $0 * $1 }, levers: [],
                isTraded: true))
        components.append(
            DemandComponent(
                growthCategory: "outflow", base: zip(table.outflow, supply.retainedOutflow).map { $0 * $1 },
                levers: [], isTraded: true))
        var balancing = table.discrepancy
        if let inventory, let values = table.domesticFinalUse.first(where: { $0.name == inventoryCategory })?.values {
            for sector in inventory.exogenous { balancing[sector] += supply.share[sector] * values[sector] }
        }
        if balancing.contains(where: { $0 != 0 }) {
            components.append(
                DemandComponent(
                    growthCategory: "outflow", base: balancing, levers: [], isTraded: false, isBalancing: true))
        }
        return components
    }

    static let inventoryCategory = "inventory"

    /// Splits every component that `lever` touches into the part inside the
    /// group (which then carries the lever) and the rest.
    static func split(
        _ components: [DemandComponent], lever: Int, weights: [Double], touches: (DemandComponent) -> Bool
    ) -> [DemandComponent] {
        components.flatMap { component -> [DemandComponent] in
            guard touches(component) else { return [component] }
            var inside = component
            inside.base = zip(component.base, weights).map { $0 * $1 }
            inside.levers.append(lever)
            guard inside.base.contains(where: { $0 != 0 }) else { return [component] }
            var outside = component
            outside.base = zip(component.base, weights).map { $0 * (1 - $1) }
            return outside.base.contains { $0 != 0 } ? [inside, outside] : [inside]
        }
    }
}
