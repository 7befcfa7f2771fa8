import InputOutput
import LinearAlgebra
import RealModule
import Sampling
import Scenarios

/// The loop between science and industry, compiled.
///
/// Real knowledge stock of a sector (or of the part of it that levers act on): R_t = (1 − δ) R_{t−1} + RD_{t−1}. Without
/// levers it grows at g, so that RD = (g + δ) R. With them the ratio to the reference, q = R / R_ref, follows
///
///     q_t = q_{t−1} + (g + δ)(e_{t−1} − q_{t−1}) / (1 + g),   e = x / x_ref + Σ a,
///
/// where x / x_ref is the sector's output over that of the same member without levers (industry moves science) and a the
/// rise of real R&D by levers as a share of real reference R&D: of a rise of effort the rise, as reported R&D is real in the
/// same part before and after; of public money M (1 − misuse)(1 + additionality) / (ι x_0 · real_share · (1 + g)^t).
///
/// Competitiveness is κ = c (γ Δ ln R + γ' Σ_{j≠s} w_js Δ ln R_j) with w_js the share of supplier j in what sector s buys
/// from other sectors (its total use, imports included), γ' = spillover · γ, c the share that lands in the region.
/// Observed growth already contains past R&D, so only the deviation κ̃ from the reference acts (science moves industry):
/// volumes of export and outflow grow by η κ̃ more and prices by φ κ̃ less. The response of volumes holds for the whole
/// gain: a lower price is one of the ways in which it reaches the buyer. Output over the reference is that of the whole
/// sector, also where levers act on a part of it.
///
/// Without levers on the economy κ̃ is exactly zero, and nothing of this is computed. Draws with η (γ + γ') ≥ 1, for which
/// a gain would feed itself, are rejected, counted and drawn again.
///
/// Sources: Griliches 1979, Bell Journal of Economics 10(1) for the stock and its elasticity; Hall, Mairesse and Mohnen
/// 2010 for spillovers along purchases.
public struct ScienceModel: Sendable {
    public let specification: ScienceSpecification
    let slices: [ResearchSlice]
    /// The slice of each component that answers to competitiveness; nil for the others.
    let sliceOfComponent: [Int?]
    /// w: suppliers × sectors, zero on the diagonal.
    let supplierShares: Matrix
    /// Σ_j w_js over suppliers that do R&D.
    let supplierReach: [Double]
    /// Sectors that do R&D.
    let doesResearch: [Bool]
    let draws: Draws
    let depreciationOfSector: [Int]
    let intensity: ResearchIntensity
    /// By lever that spends money, and entry of the intensities: output of the base year in the entry within its group, 亿元.
    let moneyBases: [Int: [Double]]

    struct Draws: Sendable {
        let elasticity: ParameterDraw
        let spillover: ParameterDraw
        let tradeResponse: ParameterDraw
        let stockGrowth: ParameterDraw
        let pricePassThrough: ParameterDraw
        let conversion: ParameterDraw
        let realShare: ParameterDraw
        let misuse: ParameterDraw
        let additionality: ParameterDraw
        let depreciation: [ParameterDraw]
    }
}

extension ScienceModel {
    /// - Returns: nil where nothing can deviate from the reference path: without levers, or with knowledge switched off.
    init?(
        scenario: Scenario, table: InputOutputTable, components: [DemandComponent], levers: [EconomyLever],
        seed: UInt64, inputs: inout InputRegistry
    ) throws {
        guard let science = scenario.economy.science, science.movesIndustry, !levers.isEmpty else { return nil }
        specification = science
        let count = table.sectors.count
        func draw(_ value: UncertainValue, as name: InputName) -> ParameterDraw {
            ParameterDraw(value, seed: seed, input: inputs.register(value, as: name))
        }
        func draw(_ value: UncertainValue, _ part: InputName.Part) -> ParameterDraw { draw(value, as: .science(part)) }
        draws = Draws(
            elasticity: draw(science.elasticity, .elasticity), spillover: draw(science.spillover, .spillover),
            tradeResponse: draw(science.tradeResponse, .tradeResponse),
            stockGrowth: draw(science.stockGrowth, .researchCapitalGrowth),
            pricePassThrough: draw(science.pricePassThrough, .pricePassThrough),
            conversion: draw(science.conversion, .conversion), realShare: draw(science.realShare, .realShare),
            misuse: draw(science.misuse, .misuse), additionality: draw(science.additionality, .additionality),
            depreciation: science.depreciation.map { draw($0.value, as: .researchDepreciation(group: $0.group)) })
        let held = try science.depreciation.map { try scenario.weights(of: $0.group) }
        depreciationOfSector = (0..<count).map { sector in held.firstIndex { $0[sector] > 0 } ?? held.count - 1 }
        let intensity = ResearchIntensity(
            try science.intensity.map {
                (try scenario.weights(of: $0.group), draw($0.value, as: .researchIntensity(group: $0.group)))
            }, sectors: count)
        self.intensity = intensity

        let research = levers.indices.compactMap { position in
            levers[position].lever.researchGroup.map { (lever: position, group: $0) }
        }
        let weights = try research.map { (lever: $0.lever, weights: try scenario.weights(of: $0.group)) }
        var slices = ResearchSlice.slices(of: weights, sectors: count, intensity: intensity)
        sliceOfComponent = components.map { component in
            guard component.isTraded else { return nil }
            let acting = component.levers.filter { position in research.contains { $0.lever == position } }
            if let place = slices.firstIndex(where: { $0.levers == acting }) { return place }
            // A component that holds nothing where the levers act.
            slices.append(ResearchSlice(empty: acting, sectors: count))
            return slices.count - 1
        }
        self.slices = slices
        let doesResearch = (0..<count).map { sector in slices.contains { $0.researchShares[sector] > 0 } }
        self.doesResearch = doesResearch
        let shares = Self.supplierShares(table)
        supplierShares = shares
        supplierReach = (0..<count).map { sector in
            (0..<count).reduce(0) { $0 + (doesResearch[$1] ? shares[$1, sector] : 0) }
        }
        moneyBases = try Self.moneyBases(
            of: levers, weights: weights, output: table.output, intensity: intensity)
    }

    /// w_js = z_js / Σ_{i≠s} z_is, negative cells left out.
    private static func supplierShares(_ table: InputOutputTable) -> Matrix {
        let count = table.sectors.count
        var shares = Matrix(rows: count, columns: count)
        for sector in 0..<count {
            let bought = (0..<count).map { $0 == sector ? 0 : max(table.intermediate[$0, sector], 0) }
            let sum = bought.reduce(0, +)
            guard sum > 0 else { continue }
            for supplier in 0..<count { shares[supplier, sector] = bought[supplier] / sum }
        }
        return shares
    }

    private static func moneyBases(
        of levers: [EconomyLever], weights: [(lever: Int, weights: [Double])], output: [Double],
        intensity: ResearchIntensity
    ) throws -> [Int: [Double]] {
        var bases: [Int: [Double]] = [:]
        for (position, groupWeights) in weights {
            guard case .researchMoney(let group, _) = levers[position].lever.effect else { continue }
            let base = intensity.entries.indices.map { entry in
                output.indices.reduce(0) { sum, sector in
                    let held = SectorInterval(lower: 0, upper: groupWeights[sector])
                    return sum + output[sector] * intensity.width(entry, sector: sector, within: held)
                }
            }
            guard base.contains(where: { $0 > 0 }) else {
                throw ModelError.noResearch(lever: levers[position].lever.id, group: group)
            }
            bases[position] = base
        }
        return bases
    }

    /// R&D that a group does in the base year, by slice and sector, at the medians of the intensities (output where there
    /// are none), 亿元: what stocks are weighed by.
    func researchWeights(of group: [Double], output: [Double]) -> [[Double]] {
        slices.map { slice in
            output.indices.map { sector in
                let interval = slice.intervals[sector]
                let held = SectorInterval(lower: interval.lower, upper: min(interval.upper, group[sector]))
                return output[sector] * intensity.central(sector: sector, within: held)
            }
        }
    }
}

/// R&D capital of a group over that of the reference path.
public struct ResearchCapital: Sendable {
    private let weights: [[Double]]

    /// nil where nothing deviates from the reference.
    ///
    /// - Throws: `ModelError` for an unknown group.
    public init?(_ group: String, model: Model) throws {
        guard let science = model.economy.science else { return nil }
        weights = science.researchWeights(
            of: try model.scenario.weights(of: group), output: model.economy.table.output)
    }

    /// Σ RD R / R_ref over Σ RD, RD the R&D that each part of a sector did in the base year; 1 for a group without R&D.
    ///
    /// - Parameter year: counted from the base year.
    public func evaluate(_ economy: EconomyBlock, year: Int, into values: UnsafeMutableBufferPointer<Double>) {
        let sum = weights.reduce(0) { $1.reduce($0, +) }
        guard sum > 0, let science = economy.science else { return values.update(repeating: 1) }
        values.update(repeating: 0)
        for (slice, weights) in weights.enumerated() {
            for (sector, weight) in weights.enumerated() where weight > 0 {
                let ratio = science.ratios[year][slice].column(sector)
                for member in values.indices { values[member] += weight / sum * ratio[member] }
            }
        }
    }
}
