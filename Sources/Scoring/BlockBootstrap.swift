import Sampling

/// Standard errors of means whose terms come in dependent blocks.
///
/// A region's forecast errors depend on each other, and those of overlapping
/// origins share years: so whole regions are drawn with replacement, not single
/// forecasts (Künsch 1989 for blocks in time; here the block is the region).
/// What regions have in common in a year, such as a national boom, is not
/// resampled: with few origins the error is larger than stated.
public struct BlockBootstrap: Sendable {
    /// How often each block is drawn, by replicate and block.
    private let draws: [[Double]]

    /// Replicates that a standard error is good to 3% with.
    public static let defaultReplicates = 1000

    /// Draws the blocks; the same seed gives the same draws, whatever they are used for, so that differences are
    /// between the same resamples.
    ///
    /// - Parameter blocks: at least 2, below which there is no error to estimate.
    public init(blocks: Int, replicates: Int = defaultReplicates, seed: UInt64) {
        precondition(blocks >= 2 && replicates >= 2, "\(blocks) blocks, \(replicates) replicates")
        let stream = RandomStream(seed: seed, purpose: "bootstrap", item: "blocks")
        draws = (0..<replicates).map { replicate in
            var counts = [Double](repeating: 0, count: blocks)
            for draw in 0..<blocks {
                let u = stream.uniform(step: UInt32(replicate), member: UInt64(draw))
                counts[min(blocks - 1, Int(u * Double(blocks)))] += 1
            }
            return counts
        }
    }

    /// Standard deviation over the replicates of a statistic of the blocks' weights.
    ///
    /// Cost: the statistic once per replicate. Replicates in which it is not finite (a ratio without a
    /// denominator) do not count; nil if fewer than two remain.
    public func standardError(of statistic: (_ weights: [Double]) -> Double) -> Double? {
        let values = draws.map(statistic).filter(\.isFinite)
        guard values.count >= 2 else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (squares / Double(values.count - 1)).squareRoot()
    }

    /// Standard error of Σ numerators / Σ denominators, both given by block: a mean where the
    /// denominators count terms, the ratio of two methods' scores where both are sums of scores.
    public func standardErrorOfRatio(_ numerators: [Double], over denominators: [Double]) -> Double? {
        precondition(numerators.count == denominators.count, "numerators and denominators by block")
        return standardError { weights in
            var top = 0.0
            var bottom = 0.0
            for block in weights.indices {
                top += weights[block] * numerators[block]
                bottom += weights[block] * denominators[block]
            }
            return top / bottom
        }
    }
}
