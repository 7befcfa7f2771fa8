import LinearAlgebra
import Sampling

/// One step of an ensemble smoother in the space of the model's own draws.
///
/// With predictions y of what was observed, d = y − y°, error covariance R (diagonal) and the step's share 1/α of the
/// evidence,
///   ζ ← ζ + C_ζy (C_yy + α R)⁻¹ (√α e − d),   e ~ N(0, R) per member, centred over the members.
/// The model is then projected anew from the moved draws, so that states stay what the model makes of its draws, and
/// bounds, counts and accounts hold. With Gaussian draws and a linear model steps with Σ 1/α = 1 give the exact
/// posterior (Evensen 1994; Emerick & Reynolds 2013, multiple data assimilation).
///
/// C_ζy is a sample covariance with an error of 1/√members. Its entries are shrunk by (1 − 1/(members ρ²))₊, ρ the
/// sample correlation: a draw that has nothing to do with an observation stays where it is (localisation).
public struct KalmanUpdate: Sendable {
    private let moments: ScoreMoments
    /// Standard deviations of the observations' errors.
    private let errors: [Double]
    private let inflation: Double
    /// (C_yy + α R)⁻¹, by column.
    private let inverse: [[Double]]

    /// - Parameters:
    ///   - errors: standard deviation of each observation's error, above 0.
    ///   - inflation: α.
    /// - Throws: `LinearAlgebraError` when the covariance is not positive definite.
    public init(_ moments: ScoreMoments, errors: [Double], inflation: Double) throws {
        precondition(errors.count == moments.observations && errors.allSatisfy { $0 > 0 })
        self.moments = moments
        self.errors = errors
        self.inflation = inflation
        let count = errors.count
        var covariance = Matrix(rows: count, columns: count)
        for a in 0..<count {
            for b in 0..<count { covariance[a, b] = moments.covariance(a, b) }
            covariance[a, a] += inflation * errors[a] * errors[a]
        }
        let factor = try CholeskyFactorization(covariance)
        inverse = try (0..<count).map { index in try factor.solve((0..<count).map { $0 == index ? 1 : 0 }) }
    }

    /// (C_yy + α R)⁻¹ times a vector, one entry per observation.
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
        let (count, members) = (errors.count, learned.members)
        precondition(distances.count == count && distances.allSatisfy { $0.count == members })
        var innovations = [Double](repeating: 0, count: count * members)
        for observation in 0..<count {
            let part = observation * members..<(observation + 1) * members
            innovations.withUnsafeMutableBufferPointer { all in
                let own = UnsafeMutableBufferPointer(rebasing: all[part])
                RandomStream(seed: seed, purpose: "observation error", item: names[observation])
                    .fill(step: UInt32(step), firstMember: 0, into: own)
                normalQuantile(inPlace: own)
                let mean = sum(UnsafeBufferPointer(own)) / Double(members)
                let scale = inflation.squareRoot() * errors[observation]
                for member in own.indices {
                    own[member] = scale * (own[member] - mean) - distances[observation][member]
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
        var rows: [DrawKey: Int] = [:]
        var gains: [Double] = []
        for (draw, key) in moments.keys.keys.enumerated() {
            let row = (0..<count).map { shrunkCovariance(draw, $0) }
            guard row.contains(where: { $0 != 0 }) else { continue }
            rows[key] = rows.count
            gains += row
        }
        learned.append(
            .init(
                year: year, observations: count, rows: rows, gains: gains, weights: weights, ancestors: nil))
    }

    private func shrunkCovariance(_ draw: Int, _ observation: Int) -> Double {
        let covariance = moments.scoreCovariance(draw, observation)
        let product = moments.scoreVariance(draw) * moments.covariance(observation, observation)
        guard covariance != 0, product > 0 else { return 0 }
        let squared = covariance * covariance / product
        return covariance * max(1 - 1 / (Double(moments.members) * squared), 0)
    }
}
