import LinearAlgebra
import RealModule
import Sampling

/// One step of an ensemble smoother in the space of the model's own draws.
///
/// With predictions y of what was observed, d = y − y° and error covariance R (diagonal),
///   ζ ← ζ + C_ζy (C_yy + R)⁻¹ (e − d),   e ~ N(0, R) per member, centred over the members.
/// The model is then projected anew from the moved draws, so that states stay what the model makes of its draws, and
/// bounds, counts and accounts hold. Steps may share the evidence: one that takes a share s of a figure has its variance
/// divided by s. With Gaussian draws and a linear model steps whose shares add up to 1 give the exact posterior
/// (Evensen 1994; Emerick & Reynolds 2013, multiple data assimilation).
///
/// C_ζy is a sample covariance with an error of 1/√members. Its entries are shrunk by (1 − 1/(members ρ²))₊, ρ the
/// sample correlation: a draw that has nothing to do with an observation stays where it is (localisation).
public struct KalmanUpdate: Sendable {
    private let moments: ScoreMoments
    /// Observations that take part.
    private let taken: [Int]
    /// Standard deviations of their errors.
    private let errors: [Double]
    /// (C_yy + R)⁻¹, by column.
    private let inverse: [[Double]]
    /// ln of the mean over the members of the likelihood exp(−Σ d²/(2 r²)) that the step takes, were they normal:
    /// (ln |R| − ln |C_yy + R| − d̄ᵀ (C_yy + R)⁻¹ d̄)/2.
    public let logEvidence: Double

    /// - Parameters:
    ///   - errors: standard deviation of each observation's error in this step, above 0; nil for one that has no part
    ///     in it.
    /// - Throws: `LinearAlgebraError` when the covariance is not positive definite.
    public init(_ moments: ScoreMoments, errors: [Double?]) throws {
        precondition(errors.count == moments.observations && errors.allSatisfy { $0.map { $0 > 0 } ?? true })
        self.moments = moments
        let taken = errors.indices.filter { errors[$0] != nil }
        self.taken = taken
        self.errors = errors.compactMap { $0 }
        var covariance = Matrix(rows: taken.count, columns: taken.count)
        for (row, a) in taken.enumerated() {
            for (column, b) in taken.enumerated() { covariance[row, column] = moments.covariance(a, b) }
            covariance[row, row] += self.errors[row] * self.errors[row]
        }
        let factor = try CholeskyFactorization(covariance)
        inverse = try taken.indices.map { index in try factor.solve(taken.indices.map { $0 == index ? 1 : 0 }) }
        let means = taken.map(moments.meanDistance)
        let distance = zip(means, try factor.solve(means)).reduce(0) { $0 + $1.0 * $1.1 }
        var shrinkage = 0.0
        for (index, error) in self.errors.enumerated() { shrinkage += Double.log(error / factor.lower[index, index]) }
        logEvidence = shrinkage - distance / 2
    }

    /// (C_yy + R)⁻¹ times a vector, one entry per observation that takes part.
    public func solve(_ vector: [Double]) -> [Double] {
        vector.indices.map { row in vector.indices.reduce(0) { $0 + inverse[$1][row] * vector[$1] } }
    }

    /// Adds the update to what was learned.
    ///
    /// - Parameters:
    ///   - distances: of the predictions from what was observed, by observation then member.
    ///   - names: of the observations; with the seed and the step they key the perturbations.
    ///   - year: last year that the observations speak of: later draws stay untouched.
    /// - Complexity: O(members × observations²).
    public func apply(
        to learned: inout LearnedDraws, distances: [[Double]], names: [String], year: Int, step: Int, seed: UInt64
    ) {
        let (count, members) = (taken.count, learned.members)
        precondition(distances.count == moments.observations && distances.allSatisfy { $0.count == members })
        var innovations = [Double](repeating: 0, count: count * members)
        for (row, observation) in taken.enumerated() {
            innovations.withUnsafeMutableBufferPointer { all in
                let own = UnsafeMutableBufferPointer(rebasing: all[row * members..<(row + 1) * members])
                RandomStream(seed: seed, purpose: "observation error", item: names[observation])
                    .fill(step: UInt32(step), firstMember: UInt64(learned.range.lowerBound), into: own)
                normalQuantile(inPlace: own)
                let mean = sum(UnsafeBufferPointer(own)) / Double(members)
                for member in own.indices {
                    own[member] = errors[row] * (own[member] - mean) - distances[observation][member]
                }
            }
        }
        var weights = [Double](repeating: 0, count: count * members)
        for row in 0..<count {
            for column in 0..<count where inverse[column][row] != 0 {
                let coefficient = inverse[column][row]
                for member in 0..<members {
                    weights[row * members + member] += coefficient * innovations[column * members + member]
                }
            }
        }
        var moved: [DrawKey] = []
        var gains: [Double] = []
        for (draw, key) in moments.keys.keys.enumerated() {
            let row = taken.map { shrunkCovariance(draw, $0) }
            guard row.contains(where: { $0 != 0 }) else { continue }
            moved.append(key)
            gains += row
        }
        learned.append(
            .init(year: year, observations: count, gains: gains, weights: weights, ancestors: nil), moving: moved)
    }

    private func shrunkCovariance(_ draw: Int, _ observation: Int) -> Double {
        let covariance = moments.scoreCovariance(draw, observation)
        let product = moments.scoreVariance(draw) * moments.covariance(observation, observation)
        guard covariance != 0, product > 0 else { return 0 }
        let squared = covariance * covariance / product
        return covariance * max(1 - 1 / (Double(moments.members) * squared), 0)
    }
}
