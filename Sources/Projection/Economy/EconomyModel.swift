import InputOutput
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The demand-driven economy of a scenario, compiled: everything that does not
/// depend on the member.
///
/// x_t = L (S_t ∘ Σ_k base_k F_{k,t}), L = (I − r̂ (A + inventory share))⁻¹, with
/// A and r those of the base year. Volumes are in prices of the base year.
public struct EconomyModel: Sendable {
    /// The table of the base year (after any update).
    public let table: InputOutputTable
    public let supply: RegionalSupply
    /// Lᵀ, sectors × sectors: output is X = F Lᵀ for a block F of members. Kept as the product reads it; for many
    /// sectors OpenBLAS takes 7% longer when it has to transpose.
    public let transposedLeontief: Matrix
    /// Total value added over output, by sector.
    public let valueAddedRatio: [Double]
    public let components: [DemandComponent]
    /// Base of the components, sectors × components.
    let componentBases: Matrix
    public let balancingInventory: [Int]
    let growth: [CategoryDraw]
    /// Shared by the categories: correlation of their growth rates.
    let growthCorrelation: Double
    let growthStream: RandomStream
    /// For each component its category's index in `growth`.
    let componentGrowth: [Int]
    let shocks: ShockDraw
    public let relativeGrowth: [RelativeGrowthModel]
    let priceRules: [PriceRuleDraw]
    /// Sectors with the same price, each with its weight per rule (then per price lever).
    let priceClasses: [PriceClass]
    public let priceClassOfSector: [Int]
    let levers: [EconomyLever]
    /// nil where nothing deviates from the reference path.
    public let science: ScienceModel?
    /// Parts of sectors that groups hold and that grow apart from the rest.
    let parts: [GroupPart]

    struct CategoryDraw: Sendable {
        let category: String
        let draw: ParameterDraw
        let stream: RandomStream
    }

    struct ShockDraw: Sendable {
        let commonDeviation: ParameterDraw
        let sectorDeviation: ParameterDraw
        let correlation: ParameterDraw
        let common: RandomStream
        let shared: RandomStream
        let sectors: [RandomStream]
    }

    struct PriceRuleDraw: Sendable {
        let rule: PriceRule
        let draw: ParameterDraw
        let weights: [Double]
    }

    struct PriceClass: Sendable {
        /// One weight per rule, then one per price lever.
        let weights: [Double]
    }
}
