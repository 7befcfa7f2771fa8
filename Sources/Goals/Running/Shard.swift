/// A part of a run's members, for a process of its own.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// From 1 on.
    public let number: Int
    public let count: Int

    /// Most shards of a run.
    public static let mostShards = 100_000

    /// - Returns: nil unless 1 ≤ number ≤ count ≤ ``mostShards``.
    public init?(_ number: Int, of count: Int) {
        guard number >= 1, number <= count, count <= Self.mostShards else { return nil }
        self.number = number
        self.count = count
    }

    public var description: String { "\(number)/\(count)" }

    /// This shard's share of so many things in a row: as equal as whole things allow.
    func share(of things: Int) -> Range<Int> { things * (number - 1) / count..<things * number / count }
}

/// Why a run cannot be split, or its parts not joined.
public enum ShardError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There are fewer blocks of members than shards.
    case tooMany(shards: Int, members: Int, blockSize: Int)
    /// The bytes are no partial result of the run.
    case malformed

    public var description: String {
        switch self {
        case .tooMany(let shards, let members, let blockSize):
            let blocks = (members + blockSize - 1) / blockSize
            return """
                \(members) members cannot be split into \(shards) shards, since blocks of \(blockSize) stay together: \
                take at most \(blocks), or --members \(shards * blockSize) or more
                """
        case .malformed: return "the partial result does not fit its scenario: run this shard again"
        }
    }
}
