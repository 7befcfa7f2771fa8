import RealModule

/// Correlations over time of the latent parts of growth, prepared for one panel.
struct GrowthKernels {
    /// ψ: correlation of the common growth of neighbouring years.
    let persistence: Double
    /// ρ: correlation of a region's own trend in neighbouring years.
    let retention: Double
    /// Inverse of the correlations ψ^|s−t| of the common growth, years × years, row by row.
    let commonPrecision: [Double]
    /// ln of the determinant of `commonPrecision`.
    let commonLogDeterminant: Double
    /// A K Aᵀ of each region: correlations ρ^|s−t| summed over the spans of two increments, row by row.
    let regional: [[Double]]

    init(_ design: GrowthDesign, persistence: Double, retention: Double) {
        self.persistence = persistence
        self.retention = retention
        let years = design.years
        var values = (0..<years * years).map { Self.power(persistence, abs($0 / years - $0 % years)) }
        commonLogDeterminant = -invertSymmetric(&values, order: years)
        commonPrecision = values
        let powers = (0...years).map { Self.power(retention, $0) }
        regional = design.regions.map { region in
            region.spans.flatMap { first in
                region.spans.map { second in
                    first.reduce(0) { sum, s in sum + second.reduce(0) { $0 + powers[abs(s - $1)] } }
                }
            }
        }
    }

    /// Correlations of the common growth of the years s and t.
    func common(_ s: Int, _ t: Int) -> Double { Self.power(persistence, abs(s - t)) }

    /// base^exponent with 0⁰ = 1.
    static func power(_ base: Double, _ exponent: Int) -> Double { exponent == 0 ? 1 : Double.pow(base, exponent) }
}
