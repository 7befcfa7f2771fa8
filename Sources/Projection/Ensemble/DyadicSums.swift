/// Sums over blocks of members, added up in a tree that does not depend on how the blocks are split.
///
/// The node of level k at place j is the sum over the 2^k blocks from j · 2^k on: its left half plus its right half. What
/// is known of some blocks are the largest nodes that they fill, at most 2 log₂ n of n neighbouring ones. So blocks may
/// come in any order, and ranges of them be summed by different processes: joined they give the same bits.
public struct DyadicSums: Sendable, Equatable {
    /// A range of 2^level blocks that begins at a multiple of its length.
    public struct Node: Sendable, Hashable {
        public let level: Int
        /// First block over 2^level.
        public let place: Int

        /// The range of 2^level blocks from place · 2^level on.
        public init(level: Int, place: Int) {
            precondition(level >= 0 && place >= 0)
            self.level = level
            self.place = place
        }

        /// Number of the first block.
        public var firstBlock: Int { place << level }
        /// The node that makes the next larger one with this.
        var other: Node { Node(level: level, place: place ^ 1) }
        var parent: Node { Node(level: level + 1, place: place >> 1) }
    }

    /// The largest nodes whose blocks are all there.
    public private(set) var nodes: [Node: [Double]] = [:]

    /// Nothing summed yet.
    public init() {}

    /// Adds the sums of a node; of a single block, those of level 0.
    ///
    /// - Precondition: its blocks are not there yet, and all sums are equally long.
    public mutating func add(_ sums: [Double], of node: Node) {
        var (node, sums) = (node, sums)
        while let others = nodes.removeValue(forKey: node.other) {
            // Addition of two numbers commutes to the bit: which half came first does not matter.
            for index in sums.indices { sums[index] += others[index] }
            node = node.parent
        }
        let previous = nodes.updateValue(sums, forKey: node)
        precondition(previous == nil, "a block was summed twice")
    }

    /// Adds blocks that were summed elsewhere.
    ///
    /// - Precondition: as of ``add(_:of:)``.
    public mutating func join(_ other: DyadicSums) {
        for (node, sums) in other.nodes { add(sums, of: node) }
    }

    /// The nodes in the order of their blocks.
    public var ordered: [(node: Node, sums: [Double])] {
        nodes.map { ($0.key, $0.value) }.sorted { $0.0.firstBlock < $1.0.firstBlock }
    }

    /// The sum over all blocks: the nodes from the first to the last. Empty when there are none.
    public var total: [Double] {
        let ordered = ordered
        guard var total = ordered.first?.sums else { return [] }
        for (_, sums) in ordered.dropFirst() {
            for index in total.indices { total[index] += sums[index] }
        }
        return total
    }
}
