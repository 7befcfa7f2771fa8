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

    /// Cost: O(regions · increments · shared effects · (increments + shared effects)).
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
            zip(region.changes, multiply(region.shared, mean)).map { $0 - $1 }
        }
    }

    /// Adds Hᵀ V⁻¹ H and Hᵀ V⁻¹ d of one region.
    private static func add(
        _ region: GrowthDesign.Region, _ inverse: [Double], width: Int, precision: inout [Double],
        weighted: inout [Double]
    ) {
        let count = region.count
        let shared = region.shared
        for row in 0..<count {
            // Row of V⁻¹ H, and of V⁻¹ d.
            var product = [Double](repeating: 0, count: width)
            var change = 0.0
            for other in 0..<count {
                let weight = inverse[row * count + other]
                change += weight * region.changes[other]
                for column in 0..<width { product[column] += weight * shared[other * width + column] }
            }
            for column in 0..<width {
                let weight = shared[row * width + column]
                if weight == 0 { continue }
                weighted[column] += weight * change
                for other in 0..<width { precision[column * width + other] += weight * product[other] }
            }
        }
    }

    /// M = V⁻¹ (E[r rᵀ]) V⁻¹ − V⁻¹ of a region, r its increments less the shared effects, whose own
    /// uncertainty is in the expectation: what the increments say beyond the prior variances.
    func excess(of index: Int, _ design: GrowthDesign) -> [Double] {
        let region = design.regions[index]
        let (count, width) = (region.count, design.sharedCount)
        let inverse = inverses[index]
        let scaled = multiply(inverse, residuals[index])
        // V⁻¹ H, then V⁻¹ H Σ.
        var left = [Double](repeating: 0, count: count * width)
        for row in 0..<count {
            for other in 0..<count {
                let weight = inverse[row * count + other]
                for column in 0..<width { left[row * width + column] += weight * region.shared[other * width + column] }
            }
        }
        var product = [Double](repeating: 0, count: count * width)
        for row in 0..<count {
            for inner in 0..<width {
                let weight = left[row * width + inner]
                for column in 0..<width { product[row * width + column] += weight * covariance[inner * width + column] }
            }
        }
        var result = [Double](repeating: 0, count: count * count)
        for row in 0..<count {
            for other in 0..<count {
                var sum = scaled[row] * scaled[other] - inverse[row * count + other]
                for column in 0..<width { sum += product[row * width + column] * left[other * width + column] }
                result[row * count + other] = sum
            }
        }
        return result
    }
}
