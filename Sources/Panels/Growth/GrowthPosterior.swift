import RealModule

/// What the increments say about the shared effects, given the variances: exact, since all is then normal.
///
/// Per region with increments d, spans A (increments × years) and shared
/// weights H: d = H g + A a + A ε + B s, with a of covariance τ² K,
/// K_{st} = ρ^|s−t|, ε of variance σ_i²/w_it in year t and the region's own
/// shift s of variance υ². So V_i = A (τ² K + D) Aᵀ + υ² B Bᵀ is the covariance
/// around H g, and g has precision P = P₀ + Σ Hᵀ V⁻¹ H and mean P⁻¹ Σ Hᵀ V⁻¹ d.
struct GrowthPosterior {
    /// Mean of the shared effects.
    let mean: [Double]
    /// Covariance of the shared effects, row by row.
    let covariance: [Double]
    /// V⁻¹ of each region, row by row.
    let inverses: [[Double]]
    /// d − H g of each region, at the mean.
    let residuals: [[Double]]
    /// ln of the likelihood of all increments given the variances, up to a constant.
    let logLikelihood: Double

    /// Cost: O(increments³) for each region, and O(shared effects³).
    init(_ design: GrowthDesign, _ variances: GrowthVariances, _ kernels: GrowthKernels) {
        let width = design.sharedCount
        let prior = variances.sharedPrecision(design, kernels)
        var precision = prior.values
        var weighted = [Double](repeating: 0, count: width)
        var inverses: [[Double]] = []
        var logLikelihood = 0.5 * prior.logDeterminant
        for (index, region) in design.regions.enumerated() {
            var inverse = variances.covariance(of: index, design, kernels)
            logLikelihood -= 0.5 * invertSymmetric(&inverse, order: region.count)
            logLikelihood -= 0.5 * quadraticForm(region.changes, inverse, region.changes)
            Self.add(region, inverse, width: width, precision: &precision, weighted: &weighted)
            inverses.append(inverse)
        }
        var covariance = precision
        logLikelihood -= 0.5 * invertSymmetric(&covariance, order: width)
        let mean = multiply(covariance, weighted)
        logLikelihood += 0.5 * zip(weighted, mean).reduce(0) { $0 + $1.0 * $1.1 }
        self.mean = mean
        self.covariance = covariance
        self.inverses = inverses
        self.logLikelihood = logLikelihood
        residuals = design.regions.map { region in
            zip(region.changes, region.shared(mean)).map { $0 - $1 }
        }
    }

    /// Adds Hᵀ V⁻¹ H and Hᵀ V⁻¹ d of one region.
    private static func add(
        _ region: GrowthDesign.Region, _ inverse: [Double], width: Int, precision: inout [Double],
        weighted: inout [Double]
    ) {
        let count = region.count
        for (row, effects) in region.shared.enumerated() {
            var change = 0.0
            for (other, others) in region.shared.enumerated() {
                let weight = inverse[row * count + other]
                change += weight * region.changes[other]
                for effect in effects {
                    for second in others {
                        precision[effect.position * width + second.position] += weight * effect.weight * second.weight
                    }
                }
            }
            for effect in effects { weighted[effect.position] += effect.weight * change }
        }
    }

    /// M = V⁻¹ (E[r rᵀ]) V⁻¹ − V⁻¹ of a region, r its increments less the shared effects, whose own
    /// uncertainty is in the expectation: what the increments say beyond the prior variances.
    func excess(of index: Int, _ design: GrowthDesign) -> [Double] {
        let region = design.regions[index]
        let (count, width) = (region.count, design.sharedCount)
        let inverse = inverses[index]
        let residual = residuals[index]
        var expected = [Double](repeating: 0, count: count * count)
        var spread = [Double](repeating: 0, count: width)
        for (row, effects) in region.shared.enumerated() {
            // Σ of the row's effects: a row of H Σ.
            for column in 0..<width { spread[column] = 0 }
            for effect in effects {
                for column in 0..<width {
                    spread[column] += effect.weight * covariance[effect.position * width + column]
                }
            }
            for other in 0...row {
                let shared = region.shared[other].reduce(0) { $0 + $1.weight * spread[$1.position] }
                let value = residual[row] * residual[other] + shared
                expected[row * count + other] = value
                expected[other * count + row] = value
            }
        }
        var result = squareProduct(squareProduct(inverse, expected, order: count), inverse, order: count)
        for index in result.indices { result[index] -= inverse[index] }
        return result
    }
}
