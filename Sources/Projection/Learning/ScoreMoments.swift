/// Sums over members from which an ensemble update follows: of predictions y, of scores ζ, and of their products.
///
/// Laid out as Σ y | Σ y yᵀ | Σ ζ | Σ ζ² | Σ ζ yᵀ, so that blocks add up. Predictions are given as their distance from
/// what was observed, so that the sums of squares lose no digits.
public struct ScoreMoments: Sendable {
    let keys: ScoreKeys
    let members: Int
    let observations: Int
    let sums: [Double]

    /// - Parameter sums: of all blocks' ``BlockProjection/scoreSums(with:)``.
    public init(_ sums: [Double], keys: ScoreKeys, observations: Int, members: Int) {
        precondition(sums.count == Self.length(draws: keys.keys.count, observations: observations))
        self.sums = sums
        self.keys = keys
        self.observations = observations
        self.members = members
    }

    private static func length(draws: Int, observations: Int) -> Int {
        observations + observations * observations + 2 * draws + draws * observations
    }

    private var count: Double { Double(members) }
    private var draws: Int { keys.keys.count }
    private var scoreStart: Int { observations + observations * observations }

    /// Mean of a prediction's distance from what was observed.
    public func meanDistance(_ observation: Int) -> Double { sums[observation] / count }

    /// Covariance of two predictions.
    public func covariance(_ a: Int, _ b: Int) -> Double {
        (sums[observations + a * observations + b] / count - meanDistance(a) * meanDistance(b)) * count / (count - 1)
    }

    func scoreVariance(_ draw: Int) -> Double {
        let mean = sums[scoreStart + draw] / count
        return max(sums[scoreStart + draws + draw] / count - mean * mean, 0) * count / (count - 1)
    }

    /// Covariance of a score with a prediction.
    func scoreCovariance(_ draw: Int, _ observation: Int) -> Double {
        let product = sums[scoreStart + 2 * draws + draw * observations + observation] / count
        return (product - sums[scoreStart + draw] / count * meanDistance(observation)) * count / (count - 1)
    }
}

/// Which draws a block has kept the scores of, in their order.
public struct ScoreKeys: Sendable {
    let keys: [DrawKey]
}

extension BlockProjection {
    /// The draws whose scores are kept; empty unless the block was asked to.
    public var scoreKeys: ScoreKeys { ScoreKeys(keys: draws.record?.keys ?? []) }

    /// The block's part of ``ScoreMoments``.
    ///
    /// - Parameter predictions: members × observations, distances from what was observed.
    /// - Complexity: O(members × draws × observations).
    public func scoreSums(with predictions: BlockColumns) -> [Double] {
        func members(_ column: UnsafeMutableBufferPointer<Double>) -> UnsafeBufferPointer<Double> {
            UnsafeBufferPointer(rebasing: UnsafeBufferPointer(column)[0..<memberCount])
        }
        let predicted = (0..<predictions.columns).map { members(predictions.column($0)) }
        let scores = (draws.record?.columns ?? []).map { members($0.column(0)) }
        var sums = predicted.map(sum)
        for a in predicted { for b in predicted { sums.append(dot(a, b)) } }
        sums += scores.map(sum)
        sums += scores.map { dot($0, $0) }
        for score in scores { for prediction in predicted { sums.append(dot(score, prediction)) } }
        return sums
    }
}
