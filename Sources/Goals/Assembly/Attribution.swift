import LinearAlgebra
import Projection
import Scenarios

/// Which uncertain inputs the spread of an outcome comes from.
struct Attribution {
    let entries: [InputRegistry.Entry]
    private let means: [Double]
    private let deviations: [Double]
    /// Correlation of each input with the outcome.
    private let correlations: [Double]
    private let inputCorrelation: (Int, Int) -> Double

    /// - Parameters:
    ///   - outcome: sums of the outcome (on the scale on which inputs act about linearly) and of its square.
    ///   - products: sums of the outcome times each input.
    init?(plan: ScenarioPlan, sums: [Double], members: Int, outcome: Range<Int>, products: Range<Int>) {
        let count = Double(members)
        let outcome = Moments(count: count, sum: sums[outcome.lowerBound], squares: sums[outcome.lowerBound + 1])
        guard outcome.variance > Self.leastVariance(mean: outcome.mean) else { return nil }
        entries = plan.model.inputs.entries
        func product(_ i: Int, _ j: Int) -> Double {
            let (row, column) = (max(i, j), min(i, j))
            return sums[plan.inputProducts.lowerBound + row * (row + 1) / 2 + column] / count
        }
        let means = plan.inputSums.map { sums[$0] / count }
        let variances = means.indices.map { product($0, $0) - means[$0] * means[$0] }
        let deviations = zip(variances, means).map { variance, mean in
            variance > Self.leastVariance(mean: mean) ? variance.squareRoot() : 0
        }
        self.means = means
        self.deviations = deviations
        let scale = outcome.variance.squareRoot()
        correlations = means.indices.map { input in
            guard deviations[input] > 0 else { return 0 }
            let covariance = sums[products.lowerBound + input] / count - outcome.mean * means[input]
            return min(max(covariance / (scale * deviations[input]), -1), 1)
        }
        inputCorrelation = { i, j in
            i == j ? 1 : (product(i, j) - means[i] * means[j]) / (deviations[i] * deviations[j])
        }
    }

    /// Variance that is more than rounding of the sums.
    private static func leastVariance(mean: Double) -> Double { 1e-12 * mean * mean + 1e-24 }

    /// Squared correlation with every input, largest first. Below half a percent it is noise.
    var drivers: [Driver] {
        zip(entries, correlations).map { Driver(input: $0.input, share: $1 * $1, quality: $0.quality) }
            .filter { $0.share > 0.005 }.sorted { $0.share > $1.share }
    }

    /// R² of the outcome on the chosen inputs together: ρᵀ C⁻¹ ρ, with ρ the
    /// correlations with the outcome and C those among the inputs.
    ///
    /// nil when the inputs are not independent enough to be told apart.
    func explained(where chosen: (InputRegistry.Entry) -> Bool) -> Double? {
        let inputs = entries.indices.filter { deviations[$0] > 0 && chosen(entries[$0]) }
        guard !inputs.isEmpty else { return 0 }
        var matrix = Matrix(rows: inputs.count, columns: inputs.count)
        for (row, i) in inputs.enumerated() {
            for (column, j) in inputs.enumerated() { matrix[row, column] = inputCorrelation(i, j) }
            // A little ridge: two inputs that are the same draw must not stop the whole.
            matrix[row, row] += 1e-9
        }
        let own = inputs.map { correlations[$0] }
        guard let weights = try? CholeskyFactorization(matrix).solve(own) else { return nil }
        return min(max(zip(own, weights).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1)
    }
}
