import Sampling

/// How much a weighted ensemble is still worth.
public struct EnsembleHealth: Sendable, Equatable {
    public let members: Int
    /// (Σ w)² / Σ w²: as many independent members would say as much (Kong, Liu & Wong 1994).
    public let effectiveMembers: Double

    /// - Precondition: no weight is negative.
    public init(weights: [Double]) {
        let members = weights.count
        let total = weights.reduce(0, +)
        let squares = weights.reduce(0) { $0 + $1 * $1 }
        self.init(members: members, effectiveMembers: squares > 0 ? total * total / squares : 0)
    }

    /// Its parts, as documented on each.
    public init(members: Int, effectiveMembers: Double) {
        self.members = members
        self.effectiveMembers = effectiveMembers
    }

    /// Fewer effective members than this say nothing about a tail.
    public static let minimum = 50.0
    public var hasCollapsed: Bool { effectiveMembers < Self.minimum }
}

extension LearnedDraws {
    /// Replaces the members by copies in proportion to their weights (systematic resampling, Kitagawa 1996): member k
    /// descends from the one in which the cumulated weight passes (k + u) / members.
    ///
    /// Nothing happens when all weights are equal.
    /// - Parameter year: last year that the weights speak of; later draws are each copy's own.
    /// - Precondition: as many weights as members, none negative, not all 0.
    public mutating func resample(weights: [Double], year: Int, seed: UInt64) {
        precondition(weights.count == members)
        guard let first = weights.first, weights.contains(where: { $0 != first }) else { return }
        let total = weights.reduce(0, +)
        precondition(total > 0)
        let start = RandomStream(seed: seed, purpose: "resampling", item: "\(count)").uniform(
            step: UInt32(truncatingIfNeeded: year), member: UInt64(range.lowerBound))
        var ancestors: [UInt32] = []
        ancestors.reserveCapacity(members)
        var (candidate, cumulated) = (0, weights[0])
        for member in 0..<members {
            let mark = (Double(member) + start) / Double(members) * total
            while cumulated < mark, candidate < members - 1 {
                candidate += 1
                cumulated += weights[candidate]
            }
            ancestors.append(UInt32(candidate))
        }
        append(.init(year: year, observations: 0, gains: [], weights: [], ancestors: ancestors))
    }
}
